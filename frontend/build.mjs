// Builds static-build/: one style sheet, the fonts, the scripts, the pictures.
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as sass from "sass";

const source = dirname(fileURLToPath(import.meta.url));
const root = dirname(source);
const modules = join(root, "node_modules");
const out = join(root, "static-build", "teladan");

function compileStyles() {
  const { css } = sass.compile(join(source, "teladan.scss"), {
    style: "compressed",
    importers: [new sass.NodePackageImporter(root)],
    quietDeps: true,
  });
  writeFileSync(join(out, "teladan.css"), css);
}

function copyFonts() {
  const files = join(modules, "@fontsource", "atkinson-hyperlegible", "files");
  mkdirSync(join(out, "fonts"), { recursive: true });
  for (const face of ["400-normal", "700-normal", "400-italic"]) {
    const name = `atkinson-hyperlegible-latin-${face}.woff2`;
    cpSync(join(files, name), join(out, "fonts", name));
  }
}

rmSync(dirname(out), { recursive: true, force: true });
mkdirSync(out, { recursive: true });
compileStyles();
copyFonts();
cpSync(join(source, "teladan.js"), join(out, "teladan.js"));
cpSync(join(source, "images"), join(out, "images"), { recursive: true });
