// <sg-attendance>: who must, should and may be there, and how far each of them is, in six words.

import { listAttendees } from "safeguarding-rules";
import { Question } from "./base.js";
import { parsed } from "./parts/parsed.js";
import { contents, details, heading, make, paragraph, table } from "./parts/dom.js";
import { freshId } from "./parts/fields.js";
import { openQuestions } from "./parts/kinds.js";
import { ASKED, ATTENDANCE, COMMON, REFUSED } from "./words.js";
import { redraw } from "./parts/look.js";
import { OpenQuestions } from "./parts/open-questions.js";
import { whoIsThere } from "./parts/people.js";
import { basis, foldedCautions, forceTag, reasons } from "./parts/rules.js";
import { capital } from "./parts/letters.js";

/** Where somebody stands; `attendance` is what the library calls it once the meeting is over. */
const STATES = [
  { value: "not-asked", get label() { return ATTENDANCE.states.notAsked; } },
  { value: "asked-no-reply", get label() { return ATTENDANCE.states.askedNoReply; } },
  { value: "coming", get label() { return ATTENDANCE.states.coming; } },
  { value: "came", get label() { return ATTENDANCE.states.came; }, attendance: "in-person" },
  { value: "sent-a-report", get label() { return ATTENDANCE.states.sentReport; }, attendance: "written-return-only" },
  { value: "did-not-come", get label() { return ATTENDANCE.states.didNotCome; }, attendance: "absent" },
];

export class Attendance extends Question {
  static settings = ["area", "packs", "as-of", "meeting-type", "value"];

  #states = {};
  #isTouched = false;
  #selects = new Map();
  #asked;
  #heading;
  #matrix;
  #rest;

  decide(facts) {
    return listAttendees(facts);
  }

  answers() {
    const recorded = Object.entries(this.#now()).map(([agency, state]) => [agency, stateOf(state)?.attendance]);
    const attendance = Object.fromEntries(recorded.filter(([, attendance]) => attendance));
    return {
      ...this.#asked.facts(),
      ...(this.hasAttribute("meeting-type") && { meetingType: this.getAttribute("meeting-type") }),
      ...(Object.keys(attendance).length > 0 && { attendance }),
    };
  }

  parts() {
    this.#asked = new OpenQuestions(this, { title: ASKED.heading, whenAnswered: () => this.answered() });
    [this.#heading] = this.make(() => make("div", { class: "answer", "aria-live": "polite" }));
    [this.#matrix] = this.make(() => make("div"));
    [this.#rest] = this.make(() => make("div", { class: "answer" }));
    return [this.#heading, this.#asked.element, this.#matrix, this.#rest];
  }

  draw(decision, facts) {
    redraw(this.#heading, ...this.make(() => contents([heading(1, decision.answer.heading), this.#standing(decision)])));
    this.#asked.show(openQuestions("list-attendees", decision, facts));
    this.#showMatrix(decision.answer);
    redraw(this.#rest, ...this.make(() => contents([whoIsThere(decision), foldedCautions(decision), details(COMMON.whyAndBasis, reasons(decision), basis(decision))])));
    this.state("open", !decision.settled);
    this.state("incomplete", decision.answer.quorate === false);
  }

  /** Who must be there and was not asked, and whether the minimum was met. */
  #standing({ answer }) {
    const states = this.#now();
    const notAsked = answer.required.filter(({ agency, force }) => force === "must" && states[agency] === "not-asked").map(({ label }) => label);
    const missing = answer.missing.map((agency) => [...answer.required, ...answer.expected].find((person) => person.agency === agency)?.label ?? agency);
    return [
      notAsked.length > 0 && make("p", { class: "govuk-inset-text" }, ATTENDANCE.stillToAsk(notAsked.join(", "))),
      answer.quorate !== null && paragraph(make("strong", null, ATTENDANCE.minimum[answer.quorate])),
      missing.length > 0 && paragraph(ATTENDANCE.notThere(missing.join(", "))),
    ];
  }

  // The rows stay as long as the same people are asked for, so that no choice is lost while somebody makes it.
  #showMatrix({ required, expected, optional }) {
    const people = [...required, ...expected, ...optional];
    const agencies = people.map(({ agency }) => agency);
    const isSame = agencies.length === this.#selects.size && agencies.every((agency) => this.#selects.has(agency));
    if (!isSame) this.#drawMatrix(people);
    const states = this.#now();
    for (const [agency, { select }] of this.#selects) if (select.value !== (states[agency] ?? "")) select.value = states[agency] ?? "";
    for (const { agency, force, settled } of people) redraw(this.#selects.get(agency).force, ...this.make(() => [forceTag(force), ` ${settled ? "" : COMMON.untilSettled}`]));
  }

  #drawMatrix(people) {
    const focused = [...this.#selects].find(([, { select }]) => select === document.activeElement)?.[0];
    this.#selects = new Map(people.map(({ agency }) => [agency, { select: this.#select(agency), force: make("span") }]));
    const rows = people.map(({ agency, label }) => [capital(label), this.#selects.get(agency).force, this.#selects.get(agency).select]);
    this.#matrix.replaceChildren(...this.make(() => (rows.length > 0 ? nameControls(table(ATTENDANCE.caption, ATTENDANCE.columns, rows)) : [])));
    this.#selects.get(focused)?.select.focus();
  }

  #select(agency) {
    const options = [{ value: "", label: ATTENDANCE.choose }, ...STATES];
    const select = make("select", { class: "govuk-select", "data-agency": agency }, options.map(({ value, label }) => make("option", { value }, label)));
    select.addEventListener("change", () => {
      const { [agency]: before, ...others } = this.#now();
      this.#states = select.value === "" ? others : { ...others, [agency]: select.value };
      this.#isTouched = true;
      this.answered();
    });
    return select;
  }

  /** The states by agency: those that somebody chose, or the host's. */
  #now() {
    return this.#isTouched ? this.#states : known(this.getAttribute("value"));
  }

  drawRefusal(said) {
    redraw(this.#heading, ...said);
    redraw(this.#rest);
  }

  valueOf() {
    return JSON.stringify(this.#now());
  }

  missing(decision) {
    if (decision === null) return REFUSED.title;
    const states = this.#now();
    return decision.answer.required.every(({ agency }) => agency in states) ? null : ATTENDANCE.required;
  }

  given(facts, before) {
    this.#asked.given(facts, before);
  }

  kept() {
    return { states: this.#isTouched ? this.#states : undefined, asked: this.#asked.kept() };
  }

  restore({ states, asked = [] }) {
    this.take(states);
    this.#asked.restore(asked);
  }

  take(states) {
    this.#states = known(states);
    this.#isTouched = states !== undefined;
  }

  reset() {
    this.take(undefined);
    this.#asked.clear();
  }
}

/** Each control is named by what is seen beside and above it: its agency and its column. */
function nameControls(table) {
  const column = table.tHead.rows[0].cells[2];
  column.id = freshId();
  for (const select of table.querySelectorAll("select")) {
    const agency = select.closest("tr").cells[0];
    agency.id = freshId();
    select.setAttribute("aria-labelledby", `${agency.id} ${column.id}`);
  }
  return table;
}

/** Of what was set, the states that there are, by agency. */
function known(value) {
  const states = typeof value === "string" ? parsed(value) : value;
  return Object.fromEntries(Object.entries(states ?? {}).filter(([, state]) => stateOf(state)));
}

function stateOf(value) {
  return STATES.find((state) => state.value === value);
}
