// <sg-action-check for="…">: advice on an action while it is written into the host's own fields. It never stands in the way.

import { checkAction } from "safeguarding-rules";
import { Question } from "./base.js";
import { make } from "./parts/dom.js";
import { findingItem, warningItem } from "./parts/findings.js";
import { redraw } from "./parts/look.js";

const PAUSE_IN_MS = 1200;
const TEXTS = ["specific", "quantity", "indicator", "owner", "realisticResult", "due"];
const ANSWERS = ["resourcesConfirmed", "relatesToFamily", "discussedWithFamily"];
const SAID = { true: true, yes: true, on: true, false: false, no: false };

export class ActionCheck extends Question {
  static settings = ["area", "packs", "as-of", "for"];
  static event = "sg-advice";

  #said;
  #list;
  #timer;
  #wait = ({ target }) => this.#isOurs(target) && this.#waitForPause();

  connectedCallback() {
    super.connectedCallback();
    // On the document, because the host's fields may be drawn anew at any time.
    for (const kind of ["input", "change"]) this.ownerDocument.addEventListener(kind, this.#wait);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    for (const kind of ["input", "change"]) this.ownerDocument.removeEventListener(kind, this.#wait);
  }

  #waitForPause() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.answered(), PAUSE_IN_MS);
  }

  #isOurs(target) {
    return Object.values(this.#fields()).some((field) => field === target || (field instanceof Element && field.contains(target)));
  }

  /** The host's fields by the part of the action they hold: a prefix names all of them, or each is named: "owner:who due:by-when". */
  #fields() {
    const named = (this.getAttribute("for") ?? "").split(/\s+/).filter(Boolean);
    const pairs = named.flatMap((name) => (name.includes(":") ? [name.split(":")] : [...TEXTS, ...ANSWERS].map((part) => [part, `${name}-${part}`])));
    const found = pairs.map(([part, id]) => [part, this.ownerDocument.getElementById(id)]);
    return Object.fromEntries(found.filter(([, field]) => field));
  }

  answers() {
    const action = {};
    for (const [part, field] of Object.entries(this.#fields())) {
      const value = ANSWERS.includes(part) ? answerIn(field) : field.value?.trim();
      if (value !== undefined && value !== "") action[part] = value;
    }
    return { action };
  }

  decide(facts) {
    return checkAction(facts);
  }

  parts() {
    [this.#said] = this.make(() => make("p", { role: "status" }));
    [this.#list] = this.make(() => make("ul", { class: "rules" }));
    return [this.#said, this.#list];
  }

  // Nothing is said before something was written.
  draw({ answer }, { action }) {
    const isEmpty = Object.keys(action).length === 0;
    const heading = isEmpty ? "" : answer.heading;
    if (this.#said.textContent !== heading) this.#said.textContent = heading;
    redraw(this.#list, ...this.make(() => (isEmpty ? [] : [answer.findings.map(findingItem), answer.warnings.map(warningItem)].flat())));
    for (const part of [this.#said, this.#list]) part.hidden = isEmpty;
    this.state("complete", answer.complete === true);
  }

  drawRefusal(said) {
    this.#said.textContent = [...said].map(({ textContent }) => textContent).join(". ");
    this.#said.hidden = false;
    this.#list.replaceChildren();
  }

  /** It has no value of its own: the host's fields have. */
  valueOf() {
    return null;
  }
}

/** Yes, no or not known, as a host's field has it: a tick box, a select, or a group of radios. */
function answerIn(field) {
  const input = field.matches("input, select") ? field : field.querySelector("input:checked");
  if (input?.type === "checkbox") return input.checked ? true : undefined;
  return SAID[input?.value?.toLowerCase()];
}
