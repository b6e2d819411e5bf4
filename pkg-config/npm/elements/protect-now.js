// <sg-protect-now>: the 999 line, and whether a child needs protecting today. It asks the library nothing, so it stands
// where WebAssembly is forbidden too.

import { Part } from "./base.js";
import { PROTECT } from "./words.js";
import { ProtectNow as Question } from "./parts/protect.js";

const FACTS = { yes: true, no: false, unknown: "unknown" };
const WORDS = new Map(Object.entries(FACTS).map(([word, fact]) => [fact, word]));

export class ProtectNow extends Part {
  static settings = ["value"];

  #question;
  #answer;

  /** "yes", "no", "unknown", or null while it was not answered. */
  get value() {
    const answer = this.#answer === undefined ? FACTS[this.getAttribute("value")] : this.#answer;
    return WORDS.get(answer) ?? null;
  }

  set value(value) {
    this.#answer = FACTS[value] ?? null;
    this.changed();
  }

  work() {
    this.#question ??= new Question(this, () => this.#take());
    if (!this.contains(this.#question.element)) this.fill(this.#question.element);
    this.#question.answer = FACTS[this.value];
    this.#question.keep();
    this.hold(this.value, this.value ?? "");
    this.require(this.value === null ? PROTECT.required : null);
    this.state("protect", this.value === "yes" || this.value === "unknown");
  }

  #take() {
    this.#answer = this.#question.answer;
    this.answered();
    this.tell("sg-change", { answer: this.value });
  }

  formStateRestoreCallback(kept) {
    this.value = kept;
  }

  reset() {
    this.#answer = undefined;
  }
}
