// For a narrow column: an answer's first line, and one button for all that stands under it.

import { button, make } from "./dom.js";
import { freshId } from "./fields.js";
import { COMPACT } from "../words.js";

export class Compact {
  #button;
  #rest;

  constructor(host, rest) {
    const id = freshId();
    this.#rest = make("div", { id, hidden: true }, rest);
    [this.#button] = host.make(() => button(COMPACT.open, () => this.#show(this.#rest.hidden), { "aria-expanded": "false", "aria-controls": id }));
  }

  get elements() {
    return [this.#button, this.#rest];
  }

  holds(control) {
    return this.#rest.contains(control);
  }

  /** Shows all of it, because something in it is needed. */
  open() {
    this.#show(true);
  }

  #show(isOpen) {
    this.#rest.hidden = !isOpen;
    this.#button.setAttribute("aria-expanded", String(isOpen));
    this.#button.textContent = isOpen ? COMPACT.close : COMPACT.open;
  }
}
