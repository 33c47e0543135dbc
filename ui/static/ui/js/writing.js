// Helps to write texts with marks, fields and conditions: [data-writing] textareas inside #writing.
//
// Toolbar [role=toolbar] with [data-mark] buttons, picker with [data-put] and [data-question] buttons, line numbers,
// links [data-go-line] that lead to a place, and the choice of what stands beside the text ([name=side], [data-side]).
// Without this script the page is a form with plain areas and the list of fields.

const TAB_STOPS = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity };
const form = document.getElementById("writing");
const words = form?.dataset ?? {};

/** Put words in the place of the selection, so that the browser's own undo takes them back. */
function put(area, text, from = area.selectionStart, to = area.selectionEnd) {
  area.focus();
  area.setSelectionRange(from, to);
  if (document.execCommand?.("insertText", false, text)) return;
  area.setRangeText(text, from, to, "end");
  area.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

function selected(area) {
  return area.value.slice(area.selectionStart, area.selectionEnd);
}

function wrap(area, before, after, filler) {
  const start = area.selectionStart;
  const inside = selected(area) || filler;
  put(area, before + inside + after);
  area.setSelectionRange(start + before.length, start + before.length + inside.length);
}

/** Begin every chosen line with a mark; a heading or list stands between empty lines. */
function markLines(area, mark) {
  const text = area.value;
  const from = text.lastIndexOf("\n", area.selectionStart - 1) + 1;
  const end = text.indexOf("\n", area.selectionEnd);
  const to = end < 0 ? text.length : end;
  const bare = text.slice(from, to).split("\n").map((line) => line.replace(/^(#{1,4}|[-*+]|\d+[.)]|>)\s+/, ""));
  const marked = bare.map((line, index) => (typeof mark === "function" ? mark(index) : mark) + (line || words.msgWords));
  put(area, marked.join("\n"), from, to);
}

/** Put something on a line of its own, between empty lines. */
function putAlone(area, text) {
  const before = area.value.slice(0, area.selectionStart);
  const after = area.value.slice(area.selectionEnd);
  const above = !before || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  const below = !after || after.startsWith("\n\n") ? "" : after.startsWith("\n") ? "\n" : "\n\n";
  put(area, above + text + below);
}

const MARKS = {
  bold: (area) => wrap(area, "**", "**", words.msgWords),
  italic: (area) => wrap(area, "*", "*", words.msgWords),
  heading: (area) => markLines(area, "## "),
  subheading: (area) => markLines(area, "### "),
  list: (area) => markLines(area, "- "),
  numbers: (area) => markLines(area, (index) => `${index + 1}. `),
  callout: (area) => markLines(area, "> "),
  link: (area) => wrap(area, "[", `](${words.msgAddress})`, words.msgWords),
};

/** A text area with the numbers of its lines, however they are folded. */
class Lines {
  constructor(area) {
    this.area = area;
    this.box = area.parentElement;
    this.numbers = document.createElement("div");
    this.numbers.className = "let-numbers";
    this.numbers.setAttribute("aria-hidden", "true");
    this.mirror = document.createElement("div");
    this.mirror.className = "let-mirror";
    this.mirror.setAttribute("aria-hidden", "true");
    this.box.classList.add("is-numbered");
    this.box.append(this.numbers, this.mirror);
    this.place = this.box.parentElement.querySelector("[data-place]");
    area.addEventListener("input", () => this.later());
    area.addEventListener("autosave:set", () => this.later());
    area.addEventListener("scroll", () => this.follow());
    for (const name of ["keyup", "click", "focus", "select"]) area.addEventListener(name, () => this.say());
    new ResizeObserver(() => this.later()).observe(area);
    this.draw();
  }

  later() {
    cancelAnimationFrame(this.waiting);
    this.waiting = requestAnimationFrame(() => this.draw());
  }

  draw() {
    if (!this.area.clientWidth) return;
    const style = getComputedStyle(this.area);
    const padding = parseFloat(style.paddingLeft) + parseFloat(style.paddingRight);
    this.mirror.style.width = `${this.area.clientWidth - padding}px`;
    this.mirror.replaceChildren(
      ...this.area.value.split("\n").map((line) => {
        const made = document.createElement("div");
        made.textContent = line || "\u200b";
        return made;
      }),
    );
    this.tops = [...this.mirror.children].map((line) => line.offsetTop);
    this.numbers.replaceChildren(
      ...[...this.mirror.children].map((line, index) => {
        const made = document.createElement("div");
        made.textContent = index + 1;
        made.style.height = `${line.offsetHeight}px`;
        return made;
      }),
    );
    this.follow();
    this.say();
  }

  follow() {
    this.numbers.scrollTop = this.area.scrollTop;
  }

  say() {
    if (!this.place || !words.msgPlace) return;
    const before = this.area.value.slice(0, this.area.selectionStart).split("\n");
    const column = before.at(-1).length + 1;
    this.place.textContent = words.msgPlace.replace("{line}", before.length).replace("{column}", column);
  }

  go(line, column) {
    const lines = this.area.value.split("\n");
    const start = lines.slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
    const from = Math.min(start + Math.max(column - 1, 0), this.area.value.length);
    const to = start + (lines[line - 1]?.length ?? 0);
    this.area.focus({ preventScroll: true });
    this.area.setSelectionRange(from, Math.max(from, to));
    this.area.scrollTop = Math.max(0, (this.tops?.[line - 1] ?? 0) - this.area.clientHeight / 3);
    this.area.scrollIntoView({ block: "center" });
    this.say();
  }
}

/** What stands beside the text: the preview, the English, or what can be put in. */
class Sides {
  constructor(choice) {
    this.choice = choice;
    choice.hidden = false;
    choice.addEventListener("change", () => this.show());
    this.show();
  }

  show(name = this.choice.querySelector(":checked").value) {
    this.choice.querySelector(`[value=${name}]`).checked = true;
    for (const side of form.querySelectorAll("[data-side]")) side.hidden = side.dataset.side !== name;
  }

  /** Bring a control into sight. */
  reveal(control) {
    const side = control.closest("[data-side]");
    if (side?.hidden) this.show(side.dataset.side);
  }
}

function toolbar(bar, area) {
  const buttons = [...bar.querySelectorAll("button")];
  const reach = (button) => buttons.forEach((one) => one.setAttribute("tabindex", one === button ? "0" : "-1"));
  bar.hidden = false;
  reach(buttons[0]);
  bar.addEventListener("keydown", (event) => {
    const step = TAB_STOPS[event.key];
    if (step === undefined) return;
    const at = Math.min(Math.max(buttons.indexOf(document.activeElement) + step, 0), buttons.length - 1);
    reach(buttons[at]);
    buttons[at].focus();
    event.preventDefault();
  });
  bar.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    reach(button);
    if (button.dataset.mark) MARKS[button.dataset.mark](area);
    else openPicker(area);
  });
  area.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const mark = { b: "bold", i: "italic" }[event.key.toLowerCase()];
    if (!mark) return;
    event.preventDefault();
    MARKS[mark](area);
  });
}

const lines = new Map([...document.querySelectorAll("[data-writing]")].map((area) => [area, new Lines(area)]));
const choice = form?.querySelector(".let-sides");
const sides = choice ? new Sides(choice) : null;
let last = [...lines.keys()][0];

function openPicker(area) {
  last = area;
  sides?.show("picker");
  document.querySelector("[data-filter]").focus();
}

function putChosen(button) {
  sides?.reveal(last);
  if (button.dataset.question) wrap(last, button.dataset.question, "{{/se}}", words.msgWords);
  else if ("alone" in button.dataset) putAlone(last, button.dataset.put);
  else put(last, button.dataset.put);
}

function filter(box) {
  const asked = box.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
  let found = 0;
  for (const group of document.querySelectorAll(".let-picks > details")) {
    let inGroup = 0;
    for (const pick of group.querySelectorAll("[data-search]")) {
      pick.hidden = !asked.every((word) => pick.dataset.search.includes(word));
      inGroup += pick.hidden ? 0 : 1;
    }
    group.hidden = inGroup === 0;
    if (asked.length) group.open = true;
    found += inGroup;
  }
  document.querySelector("[data-filter-none]").hidden = found > 0;
}

if (form) {
  for (const area of lines.keys()) {
    toolbar(area.closest(".ui-field").querySelector("[role=toolbar]"), area);
    area.addEventListener("focus", () => (last = area));
  }
  for (const acts of form.querySelectorAll(".let-pick-acts, .let-filter")) acts.hidden = false;
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-put], [data-question]");
    if (button) putChosen(button);
  });
  const box = form.querySelector("[data-filter]");
  box.addEventListener("input", () => filter(box));
  // Enter looks for a field here; it does not put the text in use.
  box.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
  // The preview follows by itself.
  form.querySelector("button[value=preview]").hidden = true;
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-go-line]");
  const control = link && document.getElementById(link.hash.slice(1));
  if (!control) return;
  event.preventDefault();
  sides?.reveal(control);
  const numbered = lines.get(control);
  if (numbered) numbered.draw();
  if (numbered && Number(link.dataset.goLine)) numbered.go(Number(link.dataset.goLine), Number(link.dataset.goColumn));
  else control.focus();
});
