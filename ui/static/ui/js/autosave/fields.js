// What stands in the fields of a form. A name may stand for several controls (ticks, choices); a value is an array.

const words = document.body.dataset;

export class Fields {
  constructor(form) {
    this.form = form;
  }

  named(name) {
    return [...this.form.elements].filter((field) => field.name === name);
  }

  isThere(name) {
    return this.named(name).length > 0;
  }

  isSaved(field) {
    const skipped = ["file", "hidden", "submit", "button", "password"];
    return field.name && field.willValidate && !skipped.includes(field.type) && !("noAutosave" in field.dataset);
  }

  /** The names of the fields of a part that are saved while they are written. */
  savedNames(part = this.form) {
    return [...new Set([...this.form.elements].filter((one) => part.contains(one) && this.isSaved(one)).map((one) => one.name))];
  }

  valueOf(name) {
    const fields = this.named(name);
    if (fields[0].type === "checkbox" || fields[0].type === "radio") {
      return fields.filter((field) => field.checked).map((field) => field.value);
    }
    if (fields[0].multiple && fields[0].options) return [...fields[0].selectedOptions].map((option) => option.value);
    return [fields[0].value];
  }

  // What the server wrote into the page: browsers may have put older writing back over it.
  defaultOf(name) {
    const fields = this.named(name);
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
    for (const field of this.named(name)) {
      if (field.type === "checkbox" || field.type === "radio") field.checked = values.includes(field.value);
      else if (field.options) for (const option of field.options) option.selected = values.includes(option.value);
      else field.value = values[0];
    }
    // Pages that work sums out before the person listen to changes, whoever made them.
    this.named(name)[0]?.dispatchEvent(new CustomEvent("autosave:set", { bubbles: true }));
  }

  inWords(name, value) {
    const values = (Array.isArray(value) ? value : [value]).map((one) => String(one ?? ""));
    const label = (one) => {
      for (const field of this.named(name)) {
        if (field.options) return [...field.options].find((option) => option.value === one)?.text ?? one;
        if (["radio", "checkbox"].includes(field.type) && field.value === one) return field.labels[0]?.innerText ?? one;
      }
      return one;
    };
    return values.map(label).filter(Boolean).join(", ") || words.msgEmpty;
  }

  labelOf(name) {
    const field = this.named(name)[0];
    const legend = field?.closest("fieldset")?.querySelector("legend");
    return (legend ?? field?.labels?.[0])?.firstChild?.textContent.trim() || name;
  }

  boxOf(name) {
    const field = this.named(name)[0];
    return field?.closest("[data-field], .ui-field") ?? field?.parentElement ?? this.form;
  }

  revisionInput(name) {
    return this.form.elements.namedItem(`rev-${name}`);
  }

  revisionOf(name) {
    return this.revisionInput(name)?.value ?? "";
  }

  setRevision(name, revision) {
    const input = this.revisionInput(name);
    if (input) input.value = revision;
  }
}
