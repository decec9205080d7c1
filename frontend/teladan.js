// Everything works without this file; it adds comfort.
import { initAll } from "./govuk-frontend.js"; // build.mjs puts the real name, with its hash

document.body.classList.add("js-enabled", "govuk-frontend-supported");
initAll();

// Browsers from before ::details-content cannot be told by CSS to show the menu on wide screens.
const wide = window.matchMedia("(min-width: 48.0625em)");
if (wide.matches && !CSS.supports("selector(::details-content)")) {
  for (const menu of document.querySelectorAll(".tld-menu__fold")) menu.open = true;
}

// A long act says that it goes on: `<form data-working="Sedang diproses">` with an empty `role="status"` inside.
for (const form of document.querySelectorAll("form[data-working]")) {
  const status = form.querySelector("[role=status]");
  const button = form.querySelector("button");
  const working = (now) => {
    status.textContent = now ? form.dataset.working : "";
    form.ariaBusy = now;
    button.disabled = now;
  };
  form.addEventListener("submit", (event) => {
    if (form.ariaBusy === "true") return event.preventDefault(); // a second press
    form.ariaBusy = "true";
    setTimeout(working, 0, true); // after the browser has taken the form
  });
  window.addEventListener("pageshow", (event) => event.persisted && working(false)); // back from the page that followed
}
