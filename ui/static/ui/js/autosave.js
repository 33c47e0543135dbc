// Saves each field of a form marked data-autosave-url while it is written.
//
// Asks: POST field, value (once per ticked choice), revision. Hidden inputs "rev-<field>" hold the revision the person saw.
// Answers: 200 {field, revision, saved_at, message, fragments}; 409 {field, theirs, revision, message};
// 401 for a session that ended; other 4xx {message} is said at the field. No answer or 5xx: kept here and tried again.
// What is not saved yet is also written in the browser's storage, under data-autosave-key (or the address).
// Parts of the form that are drawn anew, by an answer's fragments or by htmx, keep what was typed meanwhile.

const words = document.body.dataset;
const TYPING_PAUSE_MS = 800;
const FIRST_RETRY_MS = 2000;
const LONGEST_RETRY_MS = 60000;
const LONGEST_FLIGHT_MS = 10000;

/** The unsaved values of one form, kept across reloads. Storage may be refused: then nothing is kept. */
class LocalCopy {
  constructor(key) {
    this.key = `sportello-autosave:${key}`;
  }

  read() {
    try {
      return JSON.parse(localStorage.getItem(this.key) ?? "{}");
    } catch {
      return {};
    }
  }

  write(values) {
    try {
      if (Object.keys(values).length) localStorage.setItem(this.key, JSON.stringify(values));
      else localStorage.removeItem(this.key);
    } catch {
      // Private windows and full disks: saving on the server goes on without the copy.
    }
  }

  keep(name, value) {
    this.write({ ...this.read(), [name]: value });
  }

  drop(name) {
    const { [name]: _dropped, ...rest } = this.read();
    this.write(rest);
  }
}

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

class Autosave {
  constructor(form) {
    this.form = form;
    this.copy = new LocalCopy(form.dataset.autosaveKey ?? form.dataset.autosaveUrl);
    this.onServer = new Map();
    this.waiting = new Set();
    this.conflicts = new Set();
    this.timers = new Map();
    this.inFlight = new Set();
    this.retryTimer = null;
    this.pause = FIRST_RETRY_MS;
    this.stopped = false;
    this.leaving = false;
    this.isHeld = false;
    this.fragmentsToCome = new Map();
    form.addEventListener("input", (event) => this.onInput(event.target));
    form.addEventListener("change", (event) => this.onChange(event.target));
    form.addEventListener("submit", (event) => this.onSubmit(event));
    form.addEventListener("focusout", () => setTimeout(() => this.drawFragmentsToCome(), 0));
    form.addEventListener("htmx:confirm", (event) => this.onSwapAsked(event));
    form.addEventListener("htmx:beforeSwap", (event) => this.onSwap(event.detail));
    for (const end of ["htmx:afterRequest", "htmx:validation:halted"]) form.addEventListener(end, () => this.release());
    window.addEventListener("online", () => this.retryNow());
    window.addEventListener("beforeunload", (event) => this.onLeave(event));
    document.addEventListener("visibilitychange", () => document.hidden && this.flush());
    window.addEventListener("pageshow", (event) => event.persisted && this.comeBack());
    this.compareWithServer();
    this.offerRestore();
  }

  // Reading and writing fields

  fields(name) {
    return [...this.form.elements].filter((field) => field.name === name);
  }

  isSaved(field) {
    const skipped = ["file", "hidden", "submit", "button", "password"];
    return field.name && field.willValidate && !skipped.includes(field.type) && !("noAutosave" in field.dataset);
  }

  valueOf(name) {
    const fields = this.fields(name);
    if (fields[0].type === "checkbox" || fields[0].type === "radio") {
      return fields.filter((field) => field.checked).map((field) => field.value);
    }
    if (fields[0].multiple && fields[0].options) return [...fields[0].selectedOptions].map((option) => option.value);
    return [fields[0].value];
  }

  // What the server wrote into the page: browsers may have put older writing back over it.
  defaultOf(name) {
    const fields = this.fields(name);
    if (fields[0].type === "checkbox" || fields[0].type === "radio") {
      return fields.filter((field) => field.defaultChecked).map((field) => field.value);
    }
    if (!fields[0].options) return [fields[0].defaultValue];
    const chosen = [...fields[0].options].filter((option) => option.defaultSelected);
    if (!chosen.length && !fields[0].multiple && fields[0].options.length) chosen.push(fields[0].options[0]);
    return chosen.map((option) => option.value);
  }

  setValue(name, value) {
    const values = Array.isArray(value) ? value.map(String) : [String(value ?? "")];
    for (const field of this.fields(name)) {
      if (field.type === "checkbox" || field.type === "radio") field.checked = values.includes(field.value);
      else if (field.options) for (const option of field.options) option.selected = values.includes(option.value);
      else field.value = values[0];
    }
    // Pages that work sums out before the person listen to changes, whoever made them.
    this.fields(name)[0]?.dispatchEvent(new CustomEvent("autosave:set", { bubbles: true }));
  }

  inWords(name, value) {
    const values = (Array.isArray(value) ? value : [value]).map((one) => String(one ?? ""));
    const label = (one) => {
      for (const field of this.fields(name)) {
        if (field.options) return [...field.options].find((option) => option.value === one)?.text ?? one;
        if (["radio", "checkbox"].includes(field.type) && field.value === one) return field.labels[0]?.innerText ?? one;
      }
      return one;
    };
    return values.map(label).filter(Boolean).join(", ") || words.msgEmpty;
  }

  labelOf(name) {
    const field = this.fields(name)[0];
    const legend = field?.closest("fieldset")?.querySelector("legend");
    return (legend ?? field?.labels?.[0])?.firstChild?.textContent.trim() || name;
  }

  boxOf(name) {
    const field = this.fields(name)[0];
    return field?.closest("[data-field], .ui-field") ?? field?.parentElement ?? this.form;
  }

  revisionInput(name) {
    return this.form.elements.namedItem(`rev-${name}`);
  }

  revisionOf(name) {
    return this.revisionInput(name)?.value ?? "";
  }

  // The person writes

  onInput(field) {
    if (!this.isSaved(field)) return;
    this.copy.keep(field.name, this.valueOf(field.name));
    clearTimeout(this.timers.get(field.name));
    this.timers.set(field.name, setTimeout(() => this.enqueue(field.name), TYPING_PAUSE_MS));
  }

  onChange(field) {
    if (!this.isSaved(field)) return;
    this.copy.keep(field.name, this.valueOf(field.name));
    this.enqueue(field.name);
  }

  enqueue(name) {
    clearTimeout(this.timers.get(name));
    this.timers.delete(name);
    if (!this.fields(name).length) return this.forget(name);
    if (this.conflicts.has(name)) return;
    if (this.isOnServer(name)) this.copy.drop(name);
    else this.waiting.add(name);
    this.next();
  }

  isOnServer(name) {
    const moving = this.inFlight.has(name) || this.waiting.has(name);
    return !moving && this.onServer.get(name) === JSON.stringify(this.valueOf(name));
  }

  // One request at a time

  async next() {
    if (this.inFlight.size || this.stopped || this.isHeld || this.retryTimer || this.waiting.size === 0) return;
    const [name] = this.waiting;
    await this.send(name);
    this.next();
  }

  async send(name, keepalive = false) {
    this.waiting.delete(name);
    // Fields come and go with their row.
    if (!this.fields(name).length) return this.forget(name);
    this.inFlight.add(name);
    this.state(words.msgSaving);
    const sent = this.valueOf(name);
    try {
      await this.read(name, sent, await this.post(name, sent, keepalive));
    } catch {
      this.failed(name);
    } finally {
      this.inFlight.delete(name);
    }
  }

  post(name, values, keepalive) {
    const body = new URLSearchParams({ field: name, revision: this.revisionOf(name) });
    for (const value of values.length ? values : [""]) body.append("value", value);
    return fetch(this.form.dataset.autosaveUrl, {
      method: "POST",
      body,
      keepalive,
      credentials: "same-origin",
      headers: {
        Accept: "application/json",
        "X-CSRFToken": this.form.elements.namedItem("csrfmiddlewaretoken")?.value ?? "",
        "X-Requested-With": "fetch",
      },
    });
  }

  async read(name, sent, response) {
    const isJson = (response.headers.get("Content-Type") ?? "").includes("json");
    // A guard that sends people to the sign-in page answers 200 after a redirect: nothing was saved.
    if (response.status === 401 || (response.redirected && !isJson)) return this.sessionEnded(name);
    if (response.status >= 500 || (response.ok && !isJson)) return this.failed(name);
    const answer = isJson ? await response.json() : {};
    if (response.status === 409) this.conflict(name, sent, answer);
    else if (response.ok) this.saved(name, sent, answer);
    else this.refused(name, answer);
  }

  saved(name, sent, answer) {
    if (!this.fields(name).length) return this.forget(name);
    const revision = this.revisionInput(name);
    if (revision) revision.value = answer.revision;
    this.onServer.set(name, JSON.stringify(sent));
    const unchanged = JSON.stringify(this.valueOf(name)) === JSON.stringify(sent);
    if (unchanged && !this.waiting.has(name)) this.copy.drop(name);
    this.pause = FIRST_RETRY_MS;
    this.clearBar();
    this.note(name, answer.message);
    this.replaceFragments(answer.fragments ?? {});
    this.state(words.msgSaved.replace("{time}", this.clock(answer.saved_at)));
  }

  clock(savedAt) {
    if (/^\d\d:\d\d/.test(savedAt ?? "")) return savedAt.slice(0, 5);
    const moment = savedAt ? new Date(savedAt) : new Date();
    // The office's clock decides, wherever the device is.
    const rome = { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Rome" };
    return moment.toLocaleTimeString(document.documentElement.lang, rome);
  }

  // Parts of the form are drawn anew

  replaceFragments(fragments) {
    for (const [id, html] of Object.entries(fragments)) {
      const target = document.getElementById(id);
      if (!target) continue;
      const made = document.createElement("template");
      made.innerHTML = html;
      // A field being written is never swapped away under the fingers: the part waits until they leave it.
      if (target.contains(document.activeElement)) {
        this.takeOver(target, made.content);
        this.fragmentsToCome.set(id, html);
      } else {
        this.fragmentsToCome.delete(id);
        this.draw(target, made.content);
      }
    }
  }

  draw(target, content) {
    const putBack = this.carry(target);
    const { id } = target;
    if (content.firstElementChild?.id === id) target.replaceWith(content);
    else target.replaceChildren(content);
    const drawn = document.getElementById(id);
    putBack(drawn);
    window.htmx?.process(drawn);
  }

  drawFragmentsToCome() {
    const fragments = Object.fromEntries(this.fragmentsToCome);
    this.fragmentsToCome.clear();
    this.replaceFragments(fragments);
  }

  /** Take over what the server holds for the fields nobody is writing in, and the revisions of all. */
  takeOver(part, content) {
    for (const name of this.savedNames(part)) {
      const next = content.querySelector(`[name="${CSS.escape(name)}"]`);
      const seen = content.querySelector(`[name="rev-${CSS.escape(name)}"]`);
      if (!next || !seen || this.conflicts.has(name) || this.isOlder(seen.value, this.revisionOf(name))) continue;
      const isWritten = this.fields(name).includes(document.activeElement) || this.isUnsaved(name);
      const isText = !["radio", "checkbox"].includes(next.type) && !next.options;
      if (!isWritten && isText) {
        this.setValue(name, next.value);
        this.onServer.set(name, JSON.stringify([next.value]));
      }
      const revision = this.revisionInput(name);
      if (revision && (isWritten || isText)) revision.value = seen.value;
    }
  }

  // A part is drawn by the answer to one field, and may be shown after the answers to others: each field's own
  // revision tells which is newer.
  isOlder(drawn, shown) {
    return Number(drawn) < Number(shown);
  }

  /** Remember what a part says that its next drawing may not know; the answer puts it into the part drawn anew. */
  carry(part) {
    const before = this.savedNames(part);
    const known = before.map((name) => ({
      name,
      value: this.valueOf(name),
      revision: this.revisionOf(name),
      onServer: this.onServer.get(name),
      isUnsaved: this.isUnsaved(name),
    }));
    const boxes = [...part.querySelectorAll(".ui-conflict")].map((box) => [box.closest("[data-field]"), box]);
    return (drawn) => {
      const after = new Set(this.savedNames(drawn));
      for (const name of before) if (!this.fields(name).length) this.forget(name);
      for (const name of after) this.onServer.set(name, JSON.stringify(this.defaultOf(name)));
      for (const one of known) if (after.has(one.name)) this.putBack(one);
      for (const [home, box] of boxes) if (after.has(home?.dataset.field)) this.boxOf(home.dataset.field).append(box);
    };
  }

  putBack({ name, value, revision, onServer, isUnsaved }) {
    const drawn = this.revisionInput(name);
    const isNewer = drawn !== null && this.isOlder(drawn.value, revision);
    if (isNewer) {
      drawn.value = revision;
      this.onServer.set(name, onServer);
    }
    if (isNewer || isUnsaved) this.setValue(name, value);
  }

  savedNames(part) {
    return [...new Set([...this.form.elements].filter((one) => part.contains(one) && this.isSaved(one)).map((one) => one.name))];
  }

  isUnsaved(name) {
    return this.timers.has(name) || this.conflicts.has(name) || !this.isOnServer(name);
  }

  forget(name) {
    clearTimeout(this.timers.get(name));
    for (const kept of [this.timers, this.waiting, this.conflicts, this.onServer]) kept.delete(name);
    this.copy.drop(name);
  }

  // htmx sends the whole form: fields wait until it has answered, and it waits for the field that is on its way.
  onSwapAsked(event) {
    event.preventDefault();
    this.isHeld = true;
    this.afterFlight(() => event.detail.issueRequest(true));
  }

  onSwap({ target, shouldSwap }) {
    if (!shouldSwap || !this.form.contains(target)) return;
    const putBack = this.carry(target);
    target.addEventListener("htmx:afterSwap", () => putBack(target), { once: true });
  }

  release() {
    this.isHeld = false;
    this.next();
  }

  async afterFlight(act) {
    const deadline = Date.now() + LONGEST_FLIGHT_MS;
    while (this.inFlight.size && Date.now() < deadline) await new Promise((resume) => setTimeout(resume, 20));
    act();
  }

  // What can go wrong

  failed(name) {
    if (this.leaving) return;
    this.waiting.add(name);
    clearTimeout(this.retryTimer);
    this.bar(navigator.onLine ? words.msgUnsaved : words.msgOffline, button(words.msgRetry, "", () => this.retryNow()));
    this.retryTimer = setTimeout(() => this.retryNow(), this.pause);
    this.pause = Math.min(this.pause * 2, LONGEST_RETRY_MS);
  }

  retryNow() {
    clearTimeout(this.retryTimer);
    this.retryTimer = null;
    this.next();
  }

  sessionEnded(name) {
    this.waiting.add(name);
    this.stopped = true;
    const here = encodeURIComponent(window.location.pathname + window.location.search);
    const base = this.form.dataset.loginUrl ?? words.loginUrl;
    const link = `${base}${base.includes("?") ? "&" : "?"}next=${here}`;
    this.bar(words.msgSession, element("a", { href: link }, words.msgSessionLink));
    // The copy on this device holds it: leaving for the sign-in page is safe.
    this.leaving = true;
  }

  refused(name, answer) {
    this.state("");
    if (answer.message) this.note(name, answer.message);
    else this.bar(words.msgRefused);
  }

  conflict(name, sent, answer) {
    // The answer to an earlier try may have been lost on the way: then both values are the same one.
    if (JSON.stringify([answer.theirs ?? ""].flat().map(String)) === JSON.stringify(sent)) {
      this.saved(name, sent, answer);
      return;
    }
    this.conflicts.add(name);
    this.state("");
    const settle = () => {
      box.remove();
      this.conflicts.delete(name);
      this.onServer.set(name, JSON.stringify([answer.theirs ?? ""].flat().map(String)));
      const revision = this.revisionInput(name);
      if (revision) revision.value = answer.revision;
    };
    const keepMine = () => {
      settle();
      this.enqueue(name);
    };
    const takeTheirs = () => {
      settle();
      this.setValue(name, answer.theirs);
      this.copy.drop(name);
    };
    const mine = element("dd", {}, this.inWords(name, sent));
    const theirs = element("dd", {}, this.inWords(name, answer.theirs));
    const box = element(
      "div",
      { class: "ui-conflict", role: "alert" },
      element("p", {}, answer.message ?? words.msgConflict),
      element("dl", {}, element("dt", {}, words.msgMine), mine, element("dt", {}, words.msgTheirs), theirs),
      button(words.msgKeepMine, "btn btn-sm btn-primary", keepMine),
      " ",
      button(words.msgTakeTheirs, "btn btn-sm btn-outline-primary", takeTheirs),
    );
    this.boxOf(name).append(box);
  }

  // What is shown

  state(sentence) {
    const line = document.getElementById("autosave-state");
    if (line) line.textContent = sentence;
  }

  note(name, sentence) {
    const box = this.boxOf(name);
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

  // Coming back and going away

  compareWithServer() {
    for (const name of new Set([...this.form.elements].filter((field) => this.isSaved(field)).map((field) => field.name))) {
      this.onServer.set(name, JSON.stringify(this.defaultOf(name)));
      this.enqueueIfChanged(name);
    }
  }

  // Some browsers put what was being written back into the fields after a reload.
  enqueueIfChanged(name) {
    if (this.isOnServer(name)) return;
    this.copy.keep(name, this.valueOf(name));
    this.enqueue(name);
  }

  offerRestore() {
    const kept = this.copy.read();
    const differs = (name) => this.onServer.has(name) && this.onServer.get(name) !== JSON.stringify(kept[name]);
    const unsaved = Object.keys(kept).filter(differs);
    this.copy.write(Object.fromEntries(unsaved.map((name) => [name, kept[name]])));
    const names = unsaved.filter((name) => JSON.stringify(this.valueOf(name)) !== JSON.stringify(kept[name]));
    if (!names.length) return;
    const line = (name) => element("li", {}, `${this.labelOf(name)}: ${this.inWords(name, kept[name])}`);
    const putBack = () => {
      box.remove();
      for (const name of names) {
        this.setValue(name, kept[name]);
        this.enqueue(name);
      }
    };
    const throwAway = () => {
      box.remove();
      for (const name of names) this.copy.drop(name);
    };
    const box = element(
      "div",
      { class: "ui-restore", role: "alert" },
      words.msgRestore,
      element("ul", {}, ...names.map(line)),
      button(words.msgRestoreYes, "btn btn-sm btn-primary", putBack),
      " ",
      button(words.msgRestoreNo, "btn btn-sm btn-outline-primary", throwAway),
    );
    this.form.before(box);
  }

  // The page may go away at any moment: fields no longer wait for each other.
  flush() {
    if (this.stopped) return;
    for (const name of this.timers.keys()) if (!this.conflicts.has(name)) this.waiting.add(name);
    this.forgetTimers();
    for (const name of [...this.waiting]) if (!this.inFlight.has(name)) this.send(name, true);
  }

  forgetTimers() {
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
  }

  // The server saves every field of a sent form again: nothing more goes out beside it, and what is on its way
  // arrives first, or the person would meet their own words as those of another window.
  onSubmit(event) {
    if (event.defaultPrevented) return;
    this.leaving = true;
    if (this.inFlight.size && !this.isHeld) {
      event.preventDefault();
      this.isHeld = true;
      this.afterFlight(() => this.form.requestSubmit(event.submitter));
    }
    this.forgetTimers();
    this.waiting.clear();
  }

  comeBack() {
    this.leaving = false;
    this.release();
  }

  // What the browser has been handed survives the page; what the server did not take is worth a warning.
  onLeave(event) {
    if (this.leaving) return;
    const atRisk = this.conflicts.size > 0 || this.retryTimer !== null;
    this.flush();
    if (atRisk) event.preventDefault();
  }
}

for (const form of document.querySelectorAll("form[data-autosave-url]")) new Autosave(form);
