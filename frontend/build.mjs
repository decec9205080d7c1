// Builds static-build/: one style sheet, the fonts, the scripts, the pictures.
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

// Django's hashing does not follow imports between scripts, so the imported script gets its hash here. Comments that
// name source maps go: the hashing would look for the maps.
function copyScripts() {
  const library = readFileSync(join(modules, "govuk-frontend", "dist", "govuk", "govuk-frontend.min.js"), "utf8");
  const plain = library.replace(/^\/\/# sourceMappingURL=.*$/m, "");
  const name = `govuk-frontend.${createHash("sha256").update(plain).digest("hex").slice(0, 12)}.js`;
  writeFileSync(join(out, name), plain);
  const own = readFileSync(join(source, "teladan.js"), "utf8");
  writeFileSync(join(out, "teladan.js"), own.replace("./govuk-frontend.js", `./${name}`));
}

rmSync(dirname(out), { recursive: true, force: true });
mkdirSync(out, { recursive: true });
compileStyles();
copyFonts();
copyScripts();
cpSync(join(source, "images"), join(out, "images"), { recursive: true });
