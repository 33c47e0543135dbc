// The fields on their way to the server: one request at a time, tried again until an answer comes.
//
// A field waits for a pause in the typing (timers), for its turn (waiting), for its answer (inFlight), or for the
// person to say which of two values stays (conflicts). onServer holds what the server is known to have, as JSON.

const TYPING_PAUSE_MS = 800;
const FIRST_RETRY_MS = 2000;
const LONGEST_RETRY_MS = 60000;
const LONGEST_FLIGHT_MS = 10000;
const words = document.body.dataset;

export class Saving {
  constructor(form, fields, copy, notices) {
    this.form = form;
    this.fields = fields;
    this.copy = copy;
    this.notices = notices;
    this.parts = null;
    this.onServer = new Map();
    this.timers = new Map();
    this.waiting = new Set();
    this.inFlight = new Set();
    this.conflicts = new Set();
    this.retryTimer = null;
    this.pause = FIRST_RETRY_MS;
    this.stopped = false;
    this.leaving = false;
    this.isHeld = false;
  }

  // What is known of a field

  noteOnServer(name, value) {
    this.onServer.set(name, JSON.stringify(value));
  }

  isOnServer(name) {
    const moving = this.inFlight.has(name) || this.waiting.has(name);
    return !moving && this.onServer.get(name) === JSON.stringify(this.fields.valueOf(name));
  }

  isUnsaved(name) {
    return this.timers.has(name) || this.conflicts.has(name) || !this.isOnServer(name);
  }

  get isAtRisk() {
    return this.conflicts.size > 0 || this.retryTimer !== null;
  }

  forget(name) {
    clearTimeout(this.timers.get(name));
    for (const kept of [this.timers, this.waiting, this.conflicts, this.onServer]) kept.delete(name);
    this.copy.drop(name);
  }

  // Into the queue

  keep(name) {
    this.copy.keep(name, this.fields.valueOf(name));
  }

  enqueueAfterPause(name) {
    clearTimeout(this.timers.get(name));
    this.timers.set(name, setTimeout(() => this.enqueue(name), TYPING_PAUSE_MS));
  }

  enqueue(name) {
    clearTimeout(this.timers.get(name));
    this.timers.delete(name);
    if (!this.fields.isThere(name)) return this.forget(name);
    if (this.conflicts.has(name)) return;
    if (this.isOnServer(name)) this.copy.drop(name);
    else this.waiting.add(name);
    this.next();
  }

  // Out of it, one request at a time

  async next() {
    if (this.inFlight.size || this.stopped || this.isHeld || this.retryTimer || this.waiting.size === 0) return;
    const [name] = this.waiting;
    await this.send(name);
    this.next();
  }

  async send(name, keepalive = false) {
    this.waiting.delete(name);
    // Fields come and go with their row.
    if (!this.fields.isThere(name)) return this.forget(name);
    this.inFlight.add(name);
    this.notices.state(words.msgSaving);
    const sent = this.fields.valueOf(name);
    try {
      await this.read(name, sent, await this.post(name, sent, keepalive));
    } catch {
      this.failed(name);
    } finally {
      this.inFlight.delete(name);
    }
  }

  post(name, values, keepalive) {
    const body = new URLSearchParams({ field: name, revision: this.fields.revisionOf(name) });
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

  // What comes back

  async read(name, sent, response) {
    const isJson = (response.headers.get("Content-Type") ?? "").includes("json");
    // A guard that sends people to the sign-in page answers 200 after a redirect: nothing was saved.
    if (response.status === 401 || (response.redirected && !isJson)) return this.sessionEnded(name);
    if (response.status >= 500 || (response.ok && !isJson)) return this.failed(name);
    const answer = isJson ? await response.json() : {};
    if (response.status === 409) this.conflict(name, sent, answer);
    else if (response.ok) this.saved(name, sent, answer);
    else this.notices.refused(name, answer.message);
  }

  saved(name, sent, answer) {
    if (!this.fields.isThere(name)) return this.forget(name);
    this.fields.setRevision(name, answer.revision);
    this.noteOnServer(name, sent);
    const unchanged = JSON.stringify(this.fields.valueOf(name)) === JSON.stringify(sent);
    if (unchanged && !this.waiting.has(name)) this.copy.drop(name);
    this.pause = FIRST_RETRY_MS;
    this.notices.clearBar();
    this.notices.note(name, answer.message);
    this.parts.replace(answer.fragments ?? {});
    this.notices.savedAt(answer.saved_at);
  }

  failed(name) {
    if (this.leaving) return;
    this.waiting.add(name);
    clearTimeout(this.retryTimer);
    this.notices.notReached(() => this.retryNow());
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
    this.notices.sessionEnded();
    // The copy on this device holds it: leaving for the sign-in page is safe.
    this.leaving = true;
  }

  conflict(name, sent, answer) {
    const theirs = [answer.theirs ?? ""].flat().map(String);
    // The answer to an earlier try may have been lost on the way: then both values are the same one.
    if (JSON.stringify(theirs) === JSON.stringify(sent)) return this.saved(name, sent, answer);
    this.conflicts.add(name);
    const settle = () => {
      this.conflicts.delete(name);
      this.noteOnServer(name, theirs);
      this.fields.setRevision(name, answer.revision);
    };
    const keepMine = () => {
      settle();
      this.enqueue(name);
    };
    const takeTheirs = () => {
      settle();
      this.fields.setValue(name, answer.theirs);
      this.copy.drop(name);
    };
    this.notices.askWhichStays(name, sent, answer, keepMine, takeTheirs);
  }

  // Holding back, and letting everything go

  hold() {
    this.isHeld = true;
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

  /** The whole form leaves: nothing goes out beside it any more. */
  giveUp() {
    this.forgetTimers();
    this.waiting.clear();
  }
}
