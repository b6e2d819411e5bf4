// The 999 line and the question that comes before everything else. No host can switch them off.

import { make } from "./dom.js";
import { choice } from "./fields.js";
import { Guard } from "./guard.js";
import { COMMON, DANGER, PROTECT } from "../words.js";

const ANSWERS = [
  { value: true, get label() { return COMMON.yes; } },
  { value: false, get label() { return COMMON.no; } },
  { value: "unknown", get label() { return COMMON.iAmNotSure; } },
];

/** The line that stands first. */
export function danger() {
  return make(
    "div",
    { class: "danger govuk-warning-text" },
    make("span", { class: "govuk-warning-text__icon", "aria-hidden": "true" }, "!"),
    make("p", { class: "govuk-warning-text__text" }, DANGER.before, make("strong", null, DANGER.strong), DANGER.after),
  );
}

export class ProtectNow {
  #host;
  #whenAnswered;
  #field;
  #element;
  #actNow = make("div", { class: "act-now", role: "status" });
  #guard;
  #answer;

  /** `whenAnswered` is called when somebody answers. */
  constructor(host, whenAnswered) {
    this.#host = host;
    this.#whenAnswered = whenAnswered;
    this.#field = choice({ question: PROTECT.question, options: ANSWERS, inline: true });
    [this.#element] = host.make(() => make("section", { class: "protect" }, danger(), this.#field.element, this.#actNow));
    this.#field.element.addEventListener("change", () => {
      this.answer = this.#field.read();
      this.#whenAnswered();
    });
  }

  get element() {
    return this.#element;
  }

  /** True, false, "unknown", or undefined while it was not answered. */
  get answer() {
    return this.#answer;
  }

  set answer(answer) {
    this.#answer = answer;
    if (this.#field.read() !== answer) this.#field.set(answer);
    this.#sayWhatToDo();
  }

  #sayWhatToDo() {
    const isNeeded = this.#answer === true || this.#answer === "unknown";
    if (isNeeded === this.#actNow.hasChildNodes()) return;
    this.#actNow.replaceChildren(...(isNeeded ? this.#host.make(() => make("p", { class: "govuk-inset-text" }, PROTECT.actNow)) : []));
  }

  /** Stands guard in the host: what is taken out, moved or hidden is put back. */
  keep() {
    this.#guard ??= new Guard(this.#host, this.#element, this.#actNow);
    this.#guard.keep();
  }
}
