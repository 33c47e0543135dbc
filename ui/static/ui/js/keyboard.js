// Single keys for the lists of the office: j and k walk the rows of a table marked data-queue, Enter opens,
// x ticks, t presses the button marked data-take, / goes to the search, ? shows the help (dialog#shortcuts).
//
// Whoever writes in a field is never disturbed, and the help switches the keys off for this browser (WCAG 2.1.4).
// Rows to walk are tbody rows; the first link of a row is what Enter opens; a tick is input[data-tick].

const KEPT = "sportello-shortcuts";
const TYPING = "input:not([type=checkbox], [type=radio], [type=button], [type=submit]), select, textarea, [contenteditable]";
const ACTING = "a[href], button, summary, input, select, textarea, [contenteditable]";

const help = document.getElementById("shortcuts");
const toggle = help?.querySelector("[data-shortcuts-switch]");

// A browser that keeps nothing for us (private windows) forgets the switch with the page.
let kept = null;

function areOn() {
  try {
    kept = localStorage.getItem(KEPT);
  } catch {
    // What this page last set stands.
  }
  return kept !== "off";
}

function setOn(on) {
  kept = on ? "on" : "off";
  try {
    localStorage.setItem(KEPT, kept);
  } catch {
    // Nothing more can be done.
  }
}

function tableOf() {
  return document.querySelector("table[data-queue]");
}

function rowsOf(table) {
  return [...table.tBodies].flatMap((body) => [...body.rows]).filter((row) => row.querySelector("a[href]"));
}

function makeCurrent(table, row) {
  table.querySelector("tr.is-current")?.classList.remove("is-current");
  row.classList.add("is-current");
  row.querySelector("a[href]").focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

function step(table, by) {
  const rows = rowsOf(table);
  if (!rows.length) return false;
  const at = rows.findIndex((row) => row.classList.contains("is-current"));
  const next = at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by;
  makeCurrent(table, rows[Math.min(Math.max(next, 0), rows.length - 1)]);
  return true;
}

// The arrows scroll the page as ever, until a row has been chosen.
function stepFromRow(table, by) {
  return table.querySelector("tr.is-current")?.contains(document.activeElement) ? step(table, by) : false;
}

function press(table, selector) {
  const control = table.querySelector(`tr.is-current ${selector}`);
  control?.click();
  return Boolean(control);
}

function open(table) {
  // A link or button in focus answers Enter by itself.
  return document.activeElement?.matches(ACTING) ? false : press(table, "a[href]");
}

function search() {
  const field = document.querySelector("form[role=search] input[type=search]");
  field?.focus();
  field?.select();
  return Boolean(field);
}

function showHelp() {
  if (!help) return false;
  toggle.checked = areOn();
  help.showModal();
  return true;
}

const OF_TABLE = {
  j: (table) => step(table, 1),
  k: (table) => step(table, -1),
  ArrowDown: (table) => stepFromRow(table, 1),
  ArrowUp: (table) => stepFromRow(table, -1),
  Enter: open,
  x: (table) => press(table, "input[data-tick]"),
  t: (table) => press(table, "button[data-take]"),
};
const OF_PAGE = { "/": search, "?": showHelp };

function act(key) {
  if (OF_PAGE[key]) return OF_PAGE[key]();
  const table = tableOf();
  return table && OF_TABLE[key] ? OF_TABLE[key](table) : false;
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
  if (event.target.closest?.(TYPING) || document.querySelector("dialog[open]") || !areOn()) return;
  if (act(event.key)) event.preventDefault();
});

document.addEventListener("focusin", (event) => {
  const row = event.target.closest?.("table[data-queue] tbody tr");
  if (!row) return;
  row.closest("table").querySelector("tr.is-current")?.classList.remove("is-current");
  row.classList.add("is-current");
});

for (const button of document.querySelectorAll("[data-shortcuts-open]")) {
  button.hidden = false;
  button.addEventListener("click", showHelp);
}
toggle?.addEventListener("change", () => setOn(toggle.checked));
