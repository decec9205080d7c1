// Everything works without this file; it adds comfort.

// What must be read first takes the focus: the list of errors, or the answer to what was just sent.
const first = document.querySelector(".govuk-error-summary, .govuk-notification-banner[role=alert]");
if (first && !location.hash) {
  first.tabIndex = -1;
  first.addEventListener("blur", () => first.removeAttribute("tabindex"), { once: true });
  first.focus();
}

// An error leads to its field, with the question in view above it. A group of choices leads to its first.
for (const link of document.querySelectorAll('.govuk-error-summary a[href^="#"]')) {
  link.addEventListener("click", (event) => {
    const place = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const field = place?.matches("input, select, textarea, button") ? place : place?.querySelector("input, select, textarea");
    if (!field) return;
    event.preventDefault();
    (field.closest(".govuk-form-group") ?? field).scrollIntoView();
    field.focus({ preventScroll: true });
  });
}

// A button pressed twice within a second sends once.
for (const button of document.querySelectorAll("[data-prevent-double-click]")) {
  let pressed = -Infinity;
  button.addEventListener("click", (event) => {
    if (event.timeStamp - pressed < 1000) event.preventDefault();
    else pressed = event.timeStamp;
  });
}

// A link that looks like a button obeys the space bar too.
document.addEventListener("keydown", (event) => {
  if (event.key !== " " || !event.target.matches("a[role=button]")) return;
  event.preventDefault();
  event.target.click();
});

// Browsers from before ::details-content cannot be told by CSS to show the menu on wide screens.
const wide = window.matchMedia("(min-width: 48.0625em)");
if (wide.matches && !CSS.supports("selector(::details-content)")) {
  for (const menu of document.querySelectorAll(".tld-menu__fold")) menu.open = true;
}
