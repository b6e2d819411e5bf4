// <sg-deadlines>: what falls due, for whom, by when: a table, and a picture of it.

import { explain, listDeadlines } from "safeguarding-rules";
import { Question } from "./base.js";
import { presentMoment, spokenMoment } from "./parts/dates.js";
import { deadlinePicture } from "./parts/deadline-picture.js";
import { button, contents, details, heading, make, table, tag } from "./parts/dom.js";
import { openQuestions } from "./parts/kinds.js";
import { ASKED, COMMON, DEADLINES } from "./words.js";
import { spokenLimit } from "./parts/limits.js";
import { redraw } from "./parts/look.js";
import { OpenQuestions } from "./parts/open-questions.js";
import { basis, foldedCautions, forceTag, reasons } from "./parts/rules.js";
import { capital } from "./parts/letters.js";

const END_OF_DAY = "T23:59:59";

export class Deadlines extends Question {
  static settings = ["area", "packs", "as-of", "meeting-type"];
  static event = "sg-result";
  static tellsFirst = true;

  #asked;
  #heading;
  #table;
  #copy;
  #rest;
  #facts;

  decide(facts) {
    this.#facts = facts;
    return listDeadlines(facts);
  }

  defaults() {
    return { now: presentMoment().instant };
  }

  answers() {
    return { ...this.#asked.facts(), ...(this.hasAttribute("meeting-type") && { meetingType: this.getAttribute("meeting-type") }) };
  }

  parts() {
    this.#asked = new OpenQuestions(this, { title: ASKED.heading, whenAnswered: () => this.answered() });
    [this.#heading] = this.make(() => make("div", { class: "answer", "aria-live": "polite" }));
    [this.#table] = this.make(() => make("div"));
    [this.#copy] = this.make(() => this.#copyPart());
    [this.#rest] = this.make(() => make("div", { class: "answer" }));
    return [this.#heading, this.#table, this.#copy, this.#asked.element, this.#rest];
  }

  draw(decision, facts) {
    const { heading: said, deadlines } = decision.answer;
    redraw(this.#heading, ...this.make(() => heading(1, said)));
    redraw(this.#table, ...this.make(() => (deadlines.length > 0 ? [table(DEADLINES.caption, DEADLINES.columns, deadlines.map(row)), figure(decision, facts)] : [])));
    this.#copy.hidden = deadlines.length === 0;
    const starts = deadlines.filter(({ startMissing }) => startMissing).map(({ startMissing }) => ({ ...startMissing, kind: "date" }));
    const asked = [...openQuestions("list-deadlines", decision, facts), ...starts];
    this.#asked.show([...new Map(asked.map((question) => [question.path, question])).values()]);
    redraw(this.#rest, ...this.make(() => contents([foldedCautions(decision), details(COMMON.whyAndBasis, reasons(decision), basis(decision))])));
    this.state("late", deadlines.some(({ overdue }) => overdue));
    this.state("open", !decision.settled);
  }

  /** The list in the library's words, for the host to take or, if it does not, for the clipboard. */
  #copyPart() {
    const status = make("span", { role: "status" });
    const area = make("textarea", { class: "govuk-textarea", rows: "12", readonly: true, "aria-label": COMMON.textToCopy, hidden: true, spellcheck: "false" });
    const copy = async () => {
      if (!this.tell("sg-export", this.decision, { cancelable: true })) return;
      const { explanation } = explain({ question: "list-deadlines", facts: this.#facts });
      try {
        await navigator.clipboard.writeText(explanation);
        area.hidden = true;
        status.textContent = COMMON.copied;
      } catch {
        area.hidden = false;
        area.value = explanation;
        area.focus();
        area.select();
        status.textContent = COMMON.copyingRefused;
      }
    };
    return make("div", null, button(DEADLINES.copy, copy), " ", status, area);
  }

  drawRefusal(said) {
    redraw(this.#heading, ...said);
    redraw(this.#table);
    redraw(this.#rest);
    this.#copy.hidden = true;
  }

  /** It has no value: it only shows. */
  valueOf() {
    return null;
  }

  given(facts, before) {
    this.#asked.given(facts, before);
  }

  kept() {
    return { asked: this.#asked.kept() };
  }

  restore({ asked = [] }) {
    this.#asked.restore(asked);
  }

  reset() {
    this.#asked.clear();
  }
}

function row(deadline) {
  const { what, by, force, limit, window, overdue, provisional, rules } = deadline;
  const said = window ? DEADLINES.range(spokenLimit(window.earliest), spokenLimit(window.latest)) : limit && spokenLimit(limit);
  return [
    [what, " ", forceTag(force)],
    [
      make("p", null, when(deadline), " ", overdue && tag(DEADLINES.overdue, "red"), " ", provisional && tag(COMMON.untilSettled, "yellow")),
      make("p", { class: "quiet" }, [said && capital(said), rules.join(", ")].filter(Boolean).join(". ")),
    ],
    by.length > 0 && capital(by.map(({ label }) => label).join(", ")),
  ];
}

function when({ due, every, startMissing, limit }) {
  if (due) return spokenEnd(due);
  if (startMissing) return [every && `${capital(spokenLimit(every))}. `, DEADLINES.onceKnown(startMissing.question)];
  const time = every ?? limit;
  return capital(time ? spokenLimit(time) : DEADLINES.noTime);
}

/** A limit in days ends with its day; one in hours at its minute. */
function spokenEnd(due) {
  return spokenMoment(due.includes(END_OF_DAY) ? due.slice(0, 10) : due.slice(0, 16));
}

function figure({ answer }, facts) {
  const caption = make("figcaption", { class: "govuk-body-s" }, `${answer.heading} ${DEADLINES.picture}`);
  return make("figure", null, deadlinePicture(answer.deadlines, facts), caption);
}
