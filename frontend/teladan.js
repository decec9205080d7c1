// Everything works without this file; it adds comfort.
import { initAll } from "./govuk-frontend.js"; // build.mjs puts the real name, with its hash

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();

// Browsers from before ::details-content cannot be told by CSS to show the menu on wide screens.
const wide = window.matchMedia("(min-width: 48.0625em)");
if (wide.matches && !CSS.supports("selector(::details-content)")) {
  for (const menu of document.querySelectorAll(".tld-menu__fold")) menu.open = true;
}
