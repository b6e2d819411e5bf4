// <sg-timescale>: how soon the strategy meeting must be held. The 999 line and the first question come before the answer.

import { classifyConcern } from "safeguarding-rules";
import { Question } from "./base.js";
import { presentMoment } from "./parts/dates.js";
import { contents, heading, make } from "./parts/dom.js";
import { openQuestions } from "./parts/kinds.js";
import { ASKED, REFUSED, PROTECT } from "./words.js";
import { redraw } from "./parts/look.js";
import { OpenQuestions } from "./parts/open-questions.js";
import { at, withMore } from "./parts/paths.js";
import { ProtectNow } from "./parts/protect.js";
import { basis, foldedCautions, reasons } from "./parts/rules.js";
import { timescaleAnswer } from "./parts/timescale-answer.js";

const PROTECT_PATH = "concerns.immediateProtectionNeeded";
const ASKED_AT_ONCE = 3;

export class Timescale extends Question {
  static event = "sg-result";
  static tellsFirst = true;
  static shownFirst = 2;

  #protect;
  #asked;
  #heading;
  #top;
  #rest;

  decide(facts) {
    return classifyConcern(facts);
  }

  defaults() {
    return { now: presentMoment().instant };
  }

  answers() {
    const protect = this.#protect.answer;
    return withMore(this.#asked.facts(), protect === undefined ? {} : { concerns: { immediateProtectionNeeded: protect } });
  }

  parts() {
    this.#protect = new ProtectNow(this, () => this.answered());
    this.#asked = new OpenQuestions(this, { title: ASKED.heading, atOnce: ASKED_AT_ONCE, whenAnswered: () => this.answered() });
    [this.#heading] = this.make(() => make("div", { class: "answer", "aria-live": "polite", "aria-atomic": "true" }));
    [this.#top] = this.make(() => make("div", { class: "answer" }));
    [this.#rest] = this.make(() => make("div", { class: "answer" }));
    return [this.#protect.element, this.#heading, this.#top, this.#asked.element, this.#rest];
  }

  draw(decision, facts) {
    this.#protect.answer ??= at(facts, PROTECT_PATH) ?? undefined;
    const shown = timescaleAnswer(decision, facts);
    redraw(this.#heading, ...this.make(() => heading(1, shown.title)));
    redraw(this.#top, ...this.make(() => contents([shown.top])));
    this.#asked.show(openQuestions("classify-concern", decision, facts).filter(({ path }) => path !== PROTECT_PATH));
    redraw(this.#rest, ...this.make(() => contents([reasons(decision, { withDates: shown.reasonsWithDates }), foldedCautions(decision), shown.afterReasons, basis(decision)])));
    this.#protect.keep();
    this.state("late", decision.answer.overdue.length > 0);
    this.state("open", !decision.settled);
    this.state("protect", this.#protect.answer === true || this.#protect.answer === "unknown");
  }

  drawRefusal(said) {
    redraw(this.#heading, ...said);
    redraw(this.#top);
    redraw(this.#rest);
    this.#protect.keep();
  }

  missing(decision) {
    if (decision === null) return REFUSED.title;
    return this.#protect.answer === undefined ? PROTECT.required : null;
  }

  given(facts, before) {
    this.#asked.given(facts, before);
    const now = at(facts, PROTECT_PATH);
    if (now !== undefined && now !== at(before, PROTECT_PATH)) this.#protect.answer = now ?? undefined;
  }

  kept() {
    return { protect: this.#protect.answer, asked: this.#asked.kept() };
  }

  restore({ protect, asked = [] }) {
    this.#protect.answer = protect;
    this.#asked.restore(asked);
  }

  reset() {
    this.#protect.answer = undefined;
    this.#asked.clear();
  }
}
