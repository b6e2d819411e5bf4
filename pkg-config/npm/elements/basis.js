// <sg-basis>: the record of what was shared, with whom and on what basis. No basis is chosen beforehand.

import { recordConsentBasis } from "safeguarding-rules";
import { Question } from "./base.js";
import { bullets, contents, details, heading, make, paragraph, section, summaryList, tag } from "./parts/dom.js";
import { spokenMoment } from "./parts/dates.js";
import { NO_ANSWER, RECORD, WHY } from "./parts/labels.js";
import { redraw } from "./parts/look.js";
import { OpenQuestions } from "./parts/open-questions.js";
import { basis, cautions, placeOf, reasons } from "./parts/rules.js";

/** The fields of a record that are no free text. */
const KINDS = {
  answer: [
    "consentSought", "consentGiven", "consentToMeeting", "consentToEngage", "familyInformed", "agreementSought",
    "specialCategory", "criminalOffenceData", "highRisk", "childAtRisk", "wellbeingDeteriorating",
  ],
  date: ["date", "decidedAt"],
  list: ["sharedWith"],
};
const OUTCOMES = ["agreed", "partly-agreed", "not-agreed"];
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

  defaults() {
    return this.#made;
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

  show(decision) {
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
    this.#asked.show(toAnswer(decision));
    redraw(
      this.#rest,
      ...this.make(() => contents([
        section(RECORD.excluded, answer.basesExcluded.length > 0 && bullets(answer.basesExcluded.map(({ label, article, reason }) => `${label} (${article}): ${reason}`))),
        section(RECORD.title, summaryList([[RECORD.id, record.id], [RECORD.made, spokenMoment(record.createdAt)], [RECORD.hash, breakable(record.hash)]])),
        cautions({ cautions: decision.cautions.filter((caution) => caution !== reminder) }),
        details(WHY, reasons(decision), basis(decision)),
      ])),
    );
    this.state("complete", record.complete);
  }

  showRefusal(text) {
    redraw(this.#heading, ...this.make(() => paragraph(text)));
    redraw(this.#rest);
  }

  valueOf({ answer }) {
    return JSON.stringify(answer.record);
  }

  missing(decision) {
    if (decision === null) return NO_ANSWER;
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

/** Digits that may be broken on a narrow screen. */
function breakable(digits) {
  return digits.match(/.{1,8}/g).flatMap((piece) => [piece, make("wbr")]);
}

/** What the record lacks first, then what would change what it asks for, then what good practice adds. */
function toAnswer(decision) {
  const { record } = decision.answer;
  const missing = record.toRecord.filter(({ path }) => record.missing.includes(path));
  const byPath = new Map([...missing, ...decision.ask, ...record.toRecord].map((ask) => [ask.path, ask]));
  return [...byPath.values()].map((ask) => ({ ...ask, ...howToAnswer(ask.path, decision) }));
}

function howToAnswer(path, { answer, ...decision }) {
  const kind = Object.keys(KINDS).find((kind) => KINDS[kind].includes(path)) ?? "text";
  const bases = [...answer.lawfulBases, ...answer.conditions].filter((basis) => basis.kind === RECORD.bases[path]);
  if (bases.length > 0) return { options: bases.map((basis) => option(basis, decision)) };
  return path === "agreementOutcome" ? { kind: "word", words: OUTCOMES } : { kind };
}

function option({ id, label, why, article, recommended }, decision) {
  const recommendation = recommended && `${RECORD.recommended}: ${placeOf(decision, recommended)}`;
  return { value: id, label, hint: [why, `${article}.`, recommendation].filter(Boolean).join(" ") };
}
