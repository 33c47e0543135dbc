// Ticks of a table marked data-queue: one for all, and the bar that acts on the ticked rows.
//
// A tick is input[data-tick], the one for all input[data-tick-all]. The bar is the element whose id stands in
// data-bulk; inside it [data-bulk-count] shows how many. The keys that walk and tick stand in keyboard.js.

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
