// Moves the reader to the summary of errors, and from each item to its field.

const FOCUSABLE = "input:not([type=hidden]), select, textarea, button";

function focusField(id) {
  const target = document.getElementById(id);
  if (!target) return false;
  // Choices carry their id on the group: the first choice takes the focus.
  const field = target.matches(FOCUSABLE) ? target : target.querySelector(FOCUSABLE);
  if (!field) return false;
  field.focus({ preventScroll: true });
  (field.closest("[data-field], .ui-field") ?? field).scrollIntoView({ block: "center" });
  return true;
}

function focusSummary(root) {
  root.querySelector("[data-focus-on-load]")?.focus();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-focus-field]");
  if (link && focusField(link.hash.slice(1))) event.preventDefault();
});

document.addEventListener("htmx:afterSwap", (event) => focusSummary(event.target));
focusSummary(document);
