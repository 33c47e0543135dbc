// Sends a form marked data-once a single time: the pressed button shows that it is working.
// Not for forms that answer with a download: the page stays, and its buttons would stay dead.
// Nothing is disabled before the browser has gathered the fields, so the pressed button keeps its name and value.

const words = document.body.dataset;

function guard(form, submitter) {
  form.dataset.sent = "yes";
  const button = submitter ?? form.querySelector("button[type=submit], button:not([type])");
  if (!button) return;
  button.dataset.before = button.innerHTML;
  const spinner = document.createElement("span");
  spinner.className = "spinner-border spinner-border-sm";
  spinner.setAttribute("aria-hidden", "true");
  button.replaceChildren(spinner, ` ${form.dataset.onceText ?? words.msgSending}`);
  setTimeout(() => setDisabled(form, true), 0);
}

function setDisabled(form, disabled) {
  for (const button of form.querySelectorAll("button")) button.disabled = disabled;
}

function release(form) {
  delete form.dataset.sent;
  setDisabled(form, false);
  for (const button of form.querySelectorAll("button[data-before]")) {
    button.innerHTML = button.dataset.before;
    delete button.dataset.before;
  }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("form[data-once]:not([data-upload])") || event.defaultPrevented) return;
  if (form.dataset.sent) event.preventDefault();
  else guard(form, event.submitter);
});

// The back button may bring the page back as it was left, with its buttons dead.
window.addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach(release));
document.addEventListener("htmx:afterRequest", (event) => {
  const form = event.target.closest?.("form[data-sent]");
  if (form) release(form);
});
