// Walks a table marked data-queue with j, k and Enter, x ticks; ticked rows call up the bulk bar.
//
// Rows to walk are tbody rows; the first link of a row is what Enter opens; a tick is input[data-tick].
// The bar is the element whose id stands in data-bulk; inside it [data-bulk-count] shows how many.

function rowsOf(table) {
  return [...table.tBodies].flatMap((body) => [...body.rows]).filter((row) => row.querySelector("a[href]"));
}

function isTyping(target) {
  return target.closest?.("input:not([type=checkbox]), select, textarea, [contenteditable]") !== null;
}

function makeCurrent(table, row) {
  table.querySelector("tr.is-current")?.classList.remove("is-current");
  row.classList.add("is-current");
  row.querySelector("a[href]").focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

function step(table, by) {
  const rows = rowsOf(table);
  if (!rows.length) return;
  const at = rows.findIndex((row) => row.classList.contains("is-current"));
  const next = at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by;
  makeCurrent(table, rows[Math.min(Math.max(next, 0), rows.length - 1)]);
}

function showTicks(table) {
  const ticks = [...table.querySelectorAll("input[data-tick]")];
  const ticked = ticks.filter((tick) => tick.checked);
  for (const tick of ticks) tick.closest("tr").classList.toggle("is-ticked", tick.checked);
  const all = table.querySelector("input[data-tick-all]");
  if (all) {
    all.checked = ticks.length > 0 && ticked.length === ticks.length;
    all.indeterminate = ticked.length > 0 && ticked.length < ticks.length;
  }
  const bar = document.getElementById(table.dataset.bulk ?? "");
  if (!bar) return;
  bar.hidden = ticked.length === 0;
  for (const count of bar.querySelectorAll("[data-bulk-count]")) count.textContent = String(ticked.length);
}

function tickCurrent(table) {
  const tick = table.querySelector("tr.is-current input[data-tick]");
  if (!tick) return;
  tick.checked = !tick.checked;
  showTicks(table);
}

const acts = {
  j: (table) => step(table, 1),
  k: (table) => step(table, -1),
  x: tickCurrent,
};

document.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
  const table = document.querySelector("table[data-queue]");
  if (!table) return;
  if (event.key === "Enter" && event.target === document.body) {
    table.querySelector("tr.is-current a[href]")?.click();
  } else if (acts[event.key]) {
    event.preventDefault();
    acts[event.key](table);
  }
});

document.addEventListener("focusin", (event) => {
  const row = event.target.closest?.("table[data-queue] tbody tr");
  if (!row) return;
  row.closest("table").querySelector("tr.is-current")?.classList.remove("is-current");
  row.classList.add("is-current");
});

document.addEventListener("change", (event) => {
  const table = event.target.closest?.("table[data-queue]");
  if (!table) return;
  if (event.target.matches("[data-tick-all]")) {
    for (const tick of table.querySelectorAll("input[data-tick]")) tick.checked = event.target.checked;
  }
  showTicks(table);
});

// The back button may bring ticks back: the bar must agree with them.
window.addEventListener("pageshow", () => document.querySelectorAll("table[data-queue]").forEach(showTicks));
document.addEventListener("htmx:afterSwap", () => document.querySelectorAll("table[data-queue]").forEach(showTicks));
