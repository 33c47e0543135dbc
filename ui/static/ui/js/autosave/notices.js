// What a form says about its saving: the quiet line, the note at a field, the red bar, and the boxes that ask.

const words = document.body.dataset;

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

function button(label, css, act) {
  const made = element("button", { type: "button", class: css }, label);
  made.addEventListener("click", act);
  return made;
}

/** A box that asks one of two things, and goes away with the answer. */
function question(attributes, content, yes, no) {
  const answered = (act) => () => {
    box.remove();
    act();
  };
  const box = element(
    "div",
    { ...attributes, role: "alert" },
    ...content,
    button(yes.label, "btn btn-sm btn-primary", answered(yes.act)),
    " ",
    button(no.label, "btn btn-sm btn-outline-primary", answered(no.act)),
  );
  return box;
}

export class Notices {
  constructor(form, fields) {
    this.form = form;
    this.fields = fields;
    this.redBar = null;
  }

  state(sentence) {
    const line = document.getElementById("autosave-state");
    if (line) line.textContent = sentence;
  }

  savedAt(moment) {
    this.state(words.msgSaved.replace("{time}", this.clock(moment)));
  }

  clock(savedAt) {
    if (/^\d\d:\d\d/.test(savedAt ?? "")) return savedAt.slice(0, 5);
    const moment = savedAt ? new Date(savedAt) : new Date();
    // The office's clock decides, wherever the device is.
    const rome = { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Rome" };
    return moment.toLocaleTimeString(document.documentElement.lang, rome);
  }

  note(name, sentence) {
    const box = this.fields.boxOf(name);
    box.querySelector(":scope > .ui-save-note")?.remove();
    if (sentence) box.append(element("p", { class: "ui-save-note", role: "status" }, sentence));
  }

  bar(sentence, act = null) {
    this.clearBar();
    this.state("");
    this.redBar = element("div", { class: "ui-red-bar", role: "alert" }, element("span", {}, sentence));
    if (act) this.redBar.append(act);
    this.form.before(this.redBar);
  }

  clearBar() {
    this.redBar?.remove();
    this.redBar = null;
  }

  notReached(retry) {
    this.bar(navigator.onLine ? words.msgUnsaved : words.msgOffline, button(words.msgRetry, "", retry));
  }

  sessionEnded() {
    const here = encodeURIComponent(window.location.pathname + window.location.search);
    const base = this.form.dataset.loginUrl ?? words.loginUrl;
    const link = `${base}${base.includes("?") ? "&" : "?"}next=${here}`;
    this.bar(words.msgSession, element("a", { href: link }, words.msgSessionLink));
  }

  refused(name, sentence) {
    this.state("");
    if (sentence) this.note(name, sentence);
    else this.bar(words.msgRefused);
  }

  /** Show both values of a field that two windows wrote, and ask which one stays. */
  askWhichStays(name, mine, answer, keepMine, takeTheirs) {
    this.state("");
    const value = (one) => element("dd", {}, this.fields.inWords(name, one));
    const term = (label) => element("dt", {}, label);
    const both = [term(words.msgMine), value(mine), term(words.msgTheirs), value(answer.theirs)];
    const content = [element("p", {}, answer.message ?? words.msgConflict), element("dl", {}, ...both)];
    const yes = { label: words.msgKeepMine, act: keepMine };
    const no = { label: words.msgTakeTheirs, act: takeTheirs };
    this.fields.boxOf(name).append(question({ class: "ui-conflict" }, content, yes, no));
  }

  /** Ask whether what this device kept goes back into its fields. */
  askWhetherToRestore(kept, putBack, throwAway) {
    const line = ([name, value]) => element("li", {}, `${this.fields.labelOf(name)}: ${this.fields.inWords(name, value)}`);
    const content = [words.msgRestore, element("ul", {}, ...Object.entries(kept).map(line))];
    const yes = { label: words.msgRestoreYes, act: putBack };
    const no = { label: words.msgRestoreNo, act: throwAway };
    this.form.before(question({ class: "ui-restore" }, content, yes, no));
  }
}
