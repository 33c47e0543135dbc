// Saves each field of a form marked data-autosave-url while it is written.
//
// Asks: POST field, value (once per ticked choice), revision. Hidden inputs "rev-<field>" hold the revision the person saw.
// Answers: 200 {field, revision, saved_at, message, fragments}; 409 {field, theirs, revision, message};
// 401 for a session that ended; other 4xx {message} is said at the field. No answer or 5xx: kept here and tried again.
// What is not saved yet is also written in the browser's storage, under data-autosave-key (or the address).
//
// autosave/fields.js reads and writes the fields, copy.js keeps them on this device, saving.js brings them to the
// server, parts.js draws parts of the form anew, notices.js says how it went.

import { LocalCopy } from "./autosave/copy.js";
import { Fields } from "./autosave/fields.js";
import { Notices } from "./autosave/notices.js";
import { Parts } from "./autosave/parts.js";
import { Saving } from "./autosave/saving.js";

class Autosave {
  constructor(form) {
    this.form = form;
    this.copy = new LocalCopy(form.dataset.autosaveKey ?? form.dataset.autosaveUrl);
    this.fields = new Fields(form);
    this.notices = new Notices(form, this.fields);
    this.saving = new Saving(form, this.fields, this.copy, this.notices);
    this.parts = new Parts(form, this.fields, this.saving);
    this.saving.parts = this.parts;
    this.listen();
    this.compareWithServer();
    this.offerRestore();
  }

  listen() {
    const { form, saving, parts } = this;
    form.addEventListener("input", (event) => this.onInput(event.target));
    form.addEventListener("change", (event) => this.onChange(event.target));
    form.addEventListener("submit", (event) => this.onSubmit(event));
    form.addEventListener("focusout", () => setTimeout(() => parts.drawThoseToCome(), 0));
    form.addEventListener("htmx:confirm", (event) => this.onSwapAsked(event));
    form.addEventListener("htmx:beforeSwap", (event) => parts.onSwap(event.detail));
    for (const end of ["htmx:afterRequest", "htmx:validation:halted"]) form.addEventListener(end, () => saving.release());
    window.addEventListener("online", () => saving.retryNow());
    window.addEventListener("beforeunload", (event) => this.onLeave(event));
    document.addEventListener("visibilitychange", () => document.hidden && saving.flush());
    window.addEventListener("pageshow", (event) => event.persisted && this.comeBack());
  }

  // The person writes

  onInput(field) {
    if (!this.fields.isSaved(field)) return;
    this.saving.keep(field.name);
    this.saving.enqueueAfterPause(field.name);
  }

  onChange(field) {
    if (!this.fields.isSaved(field)) return;
    this.saving.keep(field.name);
    this.saving.enqueue(field.name);
  }

  // htmx sends the whole form: fields wait until it has answered, and it waits for the field that is on its way.
  onSwapAsked(event) {
    event.preventDefault();
    this.saving.hold();
    this.saving.afterFlight(() => event.detail.issueRequest(true));
  }

  // Coming back

  compareWithServer() {
    for (const name of this.fields.savedNames()) {
      this.saving.noteOnServer(name, this.fields.defaultOf(name));
      this.enqueueIfChanged(name);
    }
  }

  // Some browsers put what was being written back into the fields after a reload.
  enqueueIfChanged(name) {
    if (this.saving.isOnServer(name)) return;
    this.saving.keep(name);
    this.saving.enqueue(name);
  }

  offerRestore() {
    const kept = this.copy.read();
    const { onServer } = this.saving;
    const only = (names) => Object.fromEntries(names.map((name) => [name, kept[name]]));
    const unsaved = Object.keys(kept).filter((name) => onServer.has(name) && onServer.get(name) !== JSON.stringify(kept[name]));
    this.copy.write(only(unsaved));
    const names = unsaved.filter((name) => JSON.stringify(this.fields.valueOf(name)) !== JSON.stringify(kept[name]));
    if (!names.length) return;
    const putBack = () => {
      for (const name of names) {
        this.fields.setValue(name, kept[name]);
        this.saving.enqueue(name);
      }
    };
    const throwAway = () => {
      for (const name of names) this.copy.drop(name);
    };
    this.notices.askWhetherToRestore(only(names), putBack, throwAway);
  }

  comeBack() {
    this.saving.leaving = false;
    this.saving.release();
  }

  // Going away

  // The server saves every field of a sent form again: nothing more goes out beside it, and what is on its way
  // arrives first, or the person would meet their own words as those of another window.
  onSubmit(event) {
    if (event.defaultPrevented) return;
    this.saving.leaving = true;
    if (this.saving.inFlight.size && !this.saving.isHeld) {
      event.preventDefault();
      this.saving.hold();
      this.saving.afterFlight(() => this.form.requestSubmit(event.submitter));
    }
    this.saving.giveUp();
  }

  // What the browser has been handed survives the page; what the server did not take is worth a warning.
  onLeave(event) {
    if (this.saving.leaving) return;
    const { isAtRisk } = this.saving;
    this.saving.flush();
    if (isAtRisk) event.preventDefault();
  }
}

for (const form of document.querySelectorAll("form[data-autosave-url]")) new Autosave(form);
