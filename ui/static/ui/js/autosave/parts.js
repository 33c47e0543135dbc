// Parts of the form are drawn anew, by the answer to a field or by htmx, and keep what was typed meanwhile.

// A part is drawn by the answer to one field, and may be shown after the answers to others: each field's own
// revision tells which is newer.
function isOlder(drawn, shown) {
  return Number(drawn) < Number(shown);
}

export class Parts {
  constructor(form, fields, saving) {
    this.form = form;
    this.fields = fields;
    this.saving = saving;
    this.toCome = new Map();
  }

  replace(fragments) {
    for (const [id, html] of Object.entries(fragments)) {
      const target = document.getElementById(id);
      if (!target) continue;
      const made = document.createElement("template");
      made.innerHTML = html;
      // A field being written is never swapped away under the fingers: the part waits until they leave it.
      if (target.contains(document.activeElement)) {
        this.takeOver(target, made.content);
        this.toCome.set(id, html);
      } else {
        this.toCome.delete(id);
        this.draw(target, made.content);
      }
    }
  }

  drawThoseToCome() {
    const fragments = Object.fromEntries(this.toCome);
    this.toCome.clear();
    this.replace(fragments);
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

  /** Take over what the server holds for the fields nobody is writing in, and the revisions of all. */
  takeOver(part, content) {
    for (const name of this.fields.savedNames(part)) {
      const next = content.querySelector(`[name="${CSS.escape(name)}"]`);
      const seen = content.querySelector(`[name="rev-${CSS.escape(name)}"]`);
      if (!next || !seen || this.saving.conflicts.has(name) || isOlder(seen.value, this.fields.revisionOf(name))) continue;
      const isWritten = this.fields.named(name).includes(document.activeElement) || this.saving.isUnsaved(name);
      const isText = !["radio", "checkbox"].includes(next.type) && !next.options;
      if (!isWritten && isText) {
        this.fields.setValue(name, next.value);
        this.saving.noteOnServer(name, [next.value]);
      }
      if (isWritten || isText) this.fields.setRevision(name, seen.value);
    }
  }

  /** Remember what a part says that its next drawing may not know; the answer puts it into the part drawn anew. */
  carry(part) {
    const before = this.fields.savedNames(part);
    const known = before.map((name) => ({
      name,
      value: this.fields.valueOf(name),
      revision: this.fields.revisionOf(name),
      onServer: this.saving.onServer.get(name),
      isUnsaved: this.saving.isUnsaved(name),
    }));
    const boxes = [...part.querySelectorAll(".ui-conflict")].map((box) => [box.closest("[data-field]"), box]);
    return (drawn) => {
      const after = new Set(this.fields.savedNames(drawn));
      for (const name of before) if (!this.fields.isThere(name)) this.saving.forget(name);
      for (const name of after) this.saving.noteOnServer(name, this.fields.defaultOf(name));
      for (const one of known) if (after.has(one.name)) this.putBack(one);
      for (const [home, box] of boxes) if (after.has(home?.dataset.field)) this.fields.boxOf(home.dataset.field).append(box);
    };
  }

  putBack({ name, value, revision, onServer, isUnsaved }) {
    const drawn = this.fields.revisionInput(name);
    const isNewer = drawn !== null && isOlder(drawn.value, revision);
    if (isNewer) {
      drawn.value = revision;
      this.saving.onServer.set(name, onServer);
    }
    if (isNewer || isUnsaved) this.fields.setValue(name, value);
  }

  onSwap({ target, shouldSwap }) {
    if (!shouldSwap || !this.form.contains(target)) return;
    const putBack = this.carry(target);
    target.addEventListener("htmx:afterSwap", () => putBack(target), { once: true });
  }
}
