// <sg-checklist>: what must be ready before, during and after, to tick off. It blocks nothing.

import { makeChecklist } from "safeguarding-rules";
import { Question } from "./base.js";
import { parsed } from "./parts/parsed.js";
import { contents, details, heading, make, section } from "./parts/dom.js";
import { freshId } from "./parts/fields.js";
import { openQuestions } from "./parts/kinds.js";
import { ASKED, CHECKLIST, COMMON, REFUSED } from "./words.js";
import { redraw } from "./parts/look.js";
import { OpenQuestions } from "./parts/open-questions.js";
import { basis, foldedCautions, forceTag, reasons } from "./parts/rules.js";
import { capital } from "./parts/letters.js";

const ATTRIBUTES = { "meeting-type": "meetingType", list: "list", phase: "phase", role: "role" };

export class Checklist extends Question {
  static settings = ["area", "packs", "as-of", "value", ...Object.keys(ATTRIBUTES)];

  /** What was ticked, true, or unticked, false, by item; undefined while nobody has. */
  #ticks;
  #shown = "";
  #boxes = new Map();
  #asked;
  #heading;
  #items;
  #rest;

  decide(facts) {
    return makeChecklist(facts);
  }

  answers() {
    const named = Object.entries(ATTRIBUTES).filter(([attribute]) => this.hasAttribute(attribute));
    return { ...this.#asked.facts(), ...Object.fromEntries(named.map(([attribute, field]) => [field, this.getAttribute(attribute)])), done: this.#now() };
  }

  parts() {
    this.#asked = new OpenQuestions(this, { title: ASKED.heading, whenAnswered: () => this.answered() });
    [this.#heading] = this.make(() => make("div", { class: "answer", "aria-live": "polite" }));
    [this.#items] = this.make(() => make("div", { class: "answer" }));
    [this.#rest] = this.make(() => make("div", { class: "answer" }));
    return [this.#heading, this.#asked.element, this.#items, this.#rest];
  }

  draw(decision, facts) {
    const { answer } = decision;
    redraw(this.#heading, ...this.make(() => heading(1, answer.heading)));
    this.#asked.show(openQuestions("make-checklist", decision, facts));
    this.#showItems(answer.items);
    redraw(this.#rest, ...this.make(() => contents([foldedCautions(decision), details(COMMON.whyAndBasis, reasons(decision), basis(decision))])));
    this.state("open", !decision.settled);
    this.state("complete", answer.complete === true);
  }

  // The boxes stay as long as the same is asked for, so that what has the focus keeps it.
  #showItems(items) {
    const shown = JSON.stringify(items.map(({ met, ...item }) => item));
    if (shown !== this.#shown) this.#drawItems(items);
    this.#shown = shown;
    for (const { item, met } of items.filter(({ principle }) => !principle)) {
      const { box, status } = this.#boxes.get(item);
      box.checked = met === true;
      status.textContent = met === true ? CHECKLIST.done : CHECKLIST.open;
    }
  }

  #drawItems(items) {
    const focused = [...this.#boxes].find(([, { box }]) => box === document.activeElement)?.[0];
    this.#boxes = new Map();
    const inPhase = (phase) => items.filter((item) => item.phase === phase && !item.principle).map((item) => this.#row(item));
    const principles = items.filter(({ principle }) => principle);
    this.#items.replaceChildren(
      ...this.make(() =>
        contents([
          Object.entries(CHECKLIST.phases).map(([phase, title]) => list(title, inPhase(phase))),
          list(CHECKLIST.principles, principles.map((item) => make("li", { class: "rule" }, make("p", null, item.text, " ", forceTag(item.force)), make("p", { class: "quiet" }, item.place)))),
        ]),
      ),
    );
    this.#boxes.get(focused)?.box.focus();
  }

  #row({ item, text, force, place, byLabels, document }) {
    const [id, hintId] = [freshId(), freshId()];
    const box = make("input", { type: "checkbox", class: "govuk-checkboxes__input", id, "aria-describedby": hintId, "data-item": item });
    const status = make("span");
    box.addEventListener("change", () => {
      this.#ticks = { ...this.#now(), [item]: box.checked };
      this.answered();
    });
    this.#boxes.set(item, { box, status });
    const hint = [byLabels.join(", "), document?.replaceAll("-", " "), place].filter(Boolean).map(capital).join(". ");
    return make(
      "li",
      { class: "govuk-checkboxes__item item" },
      box,
      make("label", { class: "govuk-label govuk-checkboxes__label", for: id }, force === "may" ? CHECKLIST.optional(text) : text),
      make("div", { class: "govuk-hint govuk-checkboxes__hint", id: hintId }, forceTag(force), " ", status, `. ${hint}`),
    );
  }

  #now() {
    return this.#ticks ?? asTicks(parsed(this.getAttribute("value")));
  }

  drawRefusal(said) {
    redraw(this.#heading, ...said);
    redraw(this.#rest);
  }

  valueOf({ answer }) {
    return JSON.stringify(answer.items.filter(({ met, principle }) => met === true && !principle).map(({ item }) => item));
  }

  missing(decision) {
    if (decision === null) return REFUSED.title;
    return decision.answer.missing.length > 0 ? CHECKLIST.required : null;
  }

  given(facts, before) {
    this.#asked.given(facts, before);
  }

  kept() {
    return { ticks: this.#ticks, asked: this.#asked.kept() };
  }

  restore({ ticks, asked = [] }) {
    this.#ticks = ticks;
    this.#asked.restore(asked);
  }

  take(items) {
    this.#ticks = items && asTicks(items);
  }

  reset() {
    this.#ticks = undefined;
    this.#asked.clear();
  }
}

function list(title, rows) {
  return section(title, rows.length > 0 && make("ul", { class: "govuk-checkboxes govuk-checkboxes--small items" }, rows));
}

function asTicks(items) {
  return Array.isArray(items) ? Object.fromEntries(items.map((item) => [item, true])) : {};
}
