// <sg-basis>: the record of what was shared, with whom and on what basis. No basis is chosen beforehand.

import { questionsFor, recordConsentBasis } from "safeguarding-rules";
import { Question } from "./base.js";
import { bullets, contents, details, heading, make, section, summaryList, tag } from "./parts/dom.js";
import { asInLondon, presentMoment, spokenMoment } from "./parts/dates.js";
import { COMMON, RECORD, REFUSED } from "./words.js";
import { redraw } from "./parts/look.js";
import { OpenQuestions } from "./parts/open-questions.js";
import { basis, foldedCautions, placeOf, reasons } from "./parts/rules.js";

/** Which kind of basis each of these fields holds. */
const KINDS = { lawfulBasis: "article6", art9Condition: "special-category", criminalCondition: "criminal-offence" };
const REMINDER = "consent-not-needed";

export class Basis extends Question {
  #made = {};
  #asked;
  #heading;
  #rest;

  decide(facts) {
    const decision = recordConsentBasis(facts);
    // One record stays one record while it is written.
    const { id, createdAt, salt } = JSON.parse(decision.answer.record.canonical);
    this.#made = { id, createdAt, salt };
    return decision;
  }

  /** A record that is handed on another day was made on that day. */
  defaults() {
    const { createdAt, ...made } = this.#made;
    return isOfToday(createdAt) ? this.#made : made;
  }

  answers() {
    return this.#asked.facts();
  }

  parts() {
    this.#asked = new OpenQuestions(this, { title: RECORD.heading, whenAnswered: () => this.answered() });
    [this.#heading] = this.make(() => make("div", { class: "answer", "aria-live": "polite" }));
    [this.#rest] = this.make(() => make("div", { class: "answer" }));
    return [this.#heading, this.#asked.element, this.#rest];
  }

  draw(decision, facts) {
    const { answer } = decision;
    const { record } = answer;
    const reminder = decision.cautions.find(({ code }) => code === REMINDER);
    redraw(
      this.#heading,
      ...this.make(() => contents([
        heading(1, answer.heading),
        make("p", null, tag(record.complete ? RECORD.complete : RECORD.open, record.complete ? "blue" : "yellow")),
        reminder && make("p", { class: "govuk-inset-text" }, reminder.text),
      ])),
    );
    this.#asked.show(toAnswer(decision, facts));
    redraw(
      this.#rest,
      ...this.make(() => contents([
        section(RECORD.excluded, answer.basesExcluded.length > 0 && bullets(answer.basesExcluded.map(({ label, article, reason }) => `${label} (${article}): ${reason}`))),
        section(RECORD.title, summaryList([[RECORD.id, record.id], [RECORD.made, spokenMoment(record.createdAt)], [RECORD.hash, breakable(record.hash)]])),
        foldedCautions({ cautions: decision.cautions.filter((caution) => caution !== reminder) }),
        details(COMMON.whyAndBasis, reasons(decision), basis(decision)),
      ])),
    );
    this.state("complete", record.complete);
  }

  drawRefusal(said) {
    redraw(this.#heading, ...said);
    redraw(this.#rest);
  }

  valueOf({ answer }) {
    return JSON.stringify(answer.record);
  }

  missing(decision) {
    if (decision === null) return REFUSED.title;
    return decision.answer.record.complete ? null : RECORD.required;
  }

  given(facts, before) {
    this.#asked.given(facts, before);
  }

  kept() {
    return { made: this.#made, asked: this.#asked.kept() };
  }

  restore({ made = {}, asked = [] }) {
    this.#made = made;
    this.#asked.restore(asked);
  }

  reset() {
    this.#made = {};
    this.#asked.clear();
  }
}

function isOfToday(moment) {
  return moment !== undefined && asInLondon(moment).slice(0, 10) === presentMoment().london.slice(0, 10);
}

/** Digits that may be broken on a narrow screen. */
function breakable(digits) {
  return digits.match(/.{1,8}/g).flatMap((piece) => [piece, make("wbr")]);
}

/** What the record lacks first, then what would change what it asks for, then what good practice adds. */
function toAnswer({ answer, ask, ...decision }, facts) {
  const { missing, toRecord } = answer.record;
  const paths = [...missing, ...ask.map(({ path }) => path), ...toRecord.map(({ path }) => path)];
  const known = new Map(questionsFor("record-consent-basis", facts).map((question) => [question.path, question]));
  return [...new Set(paths)].filter((path) => known.has(path)).map((path) => ({ ...known.get(path), options: basesFor(path, answer, decision) }));
}

/** The bases that may be chosen for a path, if it is one of a basis. */
function basesFor(path, { lawfulBases, conditions }, decision) {
  const bases = [...lawfulBases, ...conditions].filter(({ kind }) => kind === KINDS[path]);
  return bases.length > 0 ? bases.map((basis) => option(basis, decision)) : undefined;
}

function option({ id, label, why, article, recommended }, decision) {
  const recommendation = recommended && RECORD.recommended(placeOf(decision, recommended));
  return { value: id, label, hint: [why, `${article}.`, recommendation].filter(Boolean).join(" ") };
}
