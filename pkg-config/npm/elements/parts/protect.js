// The 999 line and the question that comes before everything else. No host can switch them off.

import { make } from "./dom.js";
import { choice } from "./fields.js";
import { COMMON, DANGER, PROTECT } from "../words.js";

const ANSWERS = [
  { value: true, label: COMMON.yes },
  { value: false, label: COMMON.no },
  { value: "unknown", label: COMMON.iAmNotSure },
];

/** The line that stands first. */
export function danger() {
  return make("p", { class: "danger govuk-body" }, DANGER.before, make("strong", null, DANGER.strong), DANGER.after);
}

export class ProtectNow {
  #host;
  #whenAnswered;
  #field;
  #element;
  #asMade;
  #guard;
  #answer;

  /** `whenAnswered` is called when somebody answers. */
  constructor(host, whenAnswered) {
    this.#host = host;
    this.#whenAnswered = whenAnswered;
    this.#guard = new MutationObserver(() => this.#putBack());
    this.#draw();
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

  /** Stands guard in the host: what is taken out, hidden or changed is put back as it was. */
  keep() {
    this.#watch();
    this.#putBack();
  }

  #watch() {
    this.#guard.observe(this.#host, { childList: true });
    this.#guard.observe(this.#element, { childList: true, subtree: true, attributes: true, characterData: true });
  }

  /** The host has switched its controls on or off. */
  switched(isDisabled) {
    for (const input of this.#asMade.querySelectorAll("input")) input.disabled = isDisabled;
  }

  #draw() {
    const field = choice({ question: PROTECT.question, options: ANSWERS, inline: true });
    this.#field = field;
    [this.#element] = this.#host.make(() => make("section", { class: "protect" }, danger(), field.element, make("div", { class: "act-now", role: "status" })));
    this.#asMade = this.#element.cloneNode(true);
    field.element.addEventListener("change", () => {
      this.answer = field.read();
      this.#whenAnswered();
    });
    this.answer = this.#answer;
  }

  // Whatever we change ourselves is changed in what it is compared with too.
  #sayWhatToDo() {
    const isNeeded = this.#answer === true || this.#answer === "unknown";
    for (const { lastElementChild: actNow } of [this.#element, this.#asMade]) {
      if (isNeeded !== actNow.hasChildNodes()) actNow.replaceChildren(...(isNeeded ? this.#host.make(() => make("p", { class: "govuk-inset-text" }, PROTECT.actNow)) : []));
    }
  }

  #putBack() {
    const isFirst = this.#host.firstElementChild === this.#element;
    if (isFirst && this.#element.isEqualNode(this.#asMade) && this.#isShown()) return;
    const old = this.#element;
    this.#guard.disconnect();
    this.#draw();
    old.remove();
    this.#host.prepend(this.#element);
    // A class of the host's that hides it is none to be mapped to.
    if (!this.#isShown()) for (const part of [this.#element, this.#asMade]) withoutClasses(part);
    this.#host.controlsMade();
    this.#watch();
  }

  /** Is all of it to be seen, where the host itself is? */
  #isShown() {
    if (!isVisible(this.#host)) return true;
    return [this.#element, this.#element.firstElementChild, ...this.#element.querySelectorAll("legend, label")].every(isVisible);
  }
}

function withoutClasses(part) {
  for (const element of [part, ...part.querySelectorAll("[class]")]) element.removeAttribute("class");
}

const LEAST_IN_PIXELS = 8;

function isVisible(element) {
  const { width, height } = element.getBoundingClientRect();
  return width >= LEAST_IN_PIXELS && height >= LEAST_IN_PIXELS && getComputedStyle(element).visibility === "visible" && (element.checkVisibility?.({ opacityProperty: true }) ?? true);
}
