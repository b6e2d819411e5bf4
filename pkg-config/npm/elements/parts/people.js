// Who comes to a meeting, in what form and why, as `listAttendees` answers.

import { heading, make, paragraph, section, tag } from "./dom.js";
import { forceTag, placeOf } from "./rules.js";
import { capital, small } from "./letters.js";
import { COMMON, PEOPLE } from "../words.js";

export const FORMATS = Object.keys(PEOPLE.formats).map((value) => ({ value, get label() { return PEOPLE.formats[value]; } }));

/** Everybody the documents name, who runs it, and in what form. */
export function whoIsThere(decision) {
  return [everybody(decision), whoRunsIt(decision), inWhatForm(decision)];
}

/** Who must, should and may be there, and who is not to be. */
export function everybody(decision) {
  const { required, expected, optional } = decision.answer;
  return [
    people(PEOPLE.required, required, decision),
    people(PEOPLE.expected, expected, decision),
    people(PEOPLE.optional, optional, decision),
    notToBeThere(decision),
  ];
}

/** Who is kept away, and whether the list of the others is open. */
export function notToBeThere(decision) {
  const { excluded, openList } = decision.answer;
  return [
    people(PEOPLE.excluded, excluded, decision),
    openList && paragraph(PEOPLE.openList),
  ];
}

function people(title, list, decision) {
  return section(title, list.length > 0 && make("ul", { class: "people" }, list.map((person) => item(person, decision))));
}

function item({ agency, label, why, force, rule, settled, part }, decision) {
  return make(
    "li",
    { class: "person", "data-agency": agency },
    make("p", null, make("strong", null, capital(label)), " ", forceTag(force), " ", part && [tag(PEOPLE.parts[part]), " "], !settled && tag(COMMON.untilSettled, "yellow")),
    make("p", null, why),
    make("p", { class: "quiet" }, placeOf(decision, rule)),
  );
}

/** Who runs the meeting, where a document says. */
export function whoRunsIt(decision) {
  const { chair, administrator, leadProfessional } = decision.answer;
  return section(PEOPLE.whoRunsIt, role(PEOPLE.chair, chair, decision), role(PEOPLE.administrator, administrator, decision), role(PEOPLE.leadProfessional, leadProfessional, decision));
}

function role(title, found, decision) {
  return (
    found && [
      heading(3, title),
      make(
        "div",
        { class: "person" },
        make("p", null, make("strong", null, capital(COMMON.or(found.labels))), " ", forceTag(found.force)),
        make("p", null, found.why),
        make("p", { class: "quiet" }, placeOf(decision, found.rule)),
      ),
    ]
  );
}

/** In what form it may be held, where a document says. */
export function inWhatForm(decision) {
  const { format } = decision.answer;
  if (!format) return null;
  const allowed = FORMATS.filter(({ value }) => format.allowed.includes(value)).map(({ label }) => label);
  return section(
    PEOPLE.inWhatForm,
    make(
      "div",
      { class: "person" },
      make("p", null, make("strong", null, COMMON.or(allowed.map((label, index) => (index === 0 ? label : small(label)))))),
      make("p", null, format.why),
      make("p", { class: "quiet" }, placeOf(decision, format.rule)),
    ),
  );
}
