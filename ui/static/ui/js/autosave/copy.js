/** The unsaved values of one form, kept across reloads. Storage may be refused: then nothing is kept. */
export class LocalCopy {
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
