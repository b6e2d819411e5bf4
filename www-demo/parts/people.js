// Who comes to a meeting and why, as `listAttendees` answers.

import { heading, make, paragraph, section, tag } from "./dom.js";
import { forceTag, placeOf } from "./rules.js";
import { capital } from "./words.js";

/** Who must, should and may be there, and who is not to be. */
export function everybody(decision) {
  const { required, expected, optional } = decision.answer;
  return [
    people("Must be there", required, decision),
    people("Expected", expected, decision),
    people("May be invited", optional, decision),
    notToBeThere(decision),
  ];
}

/** Who is kept away, and whether the list of the others is open. */
export function notToBeThere(decision) {
  const { excluded, openList } = decision.answer;
  return [
    people("Not to be there", excluded, decision),
    openList && paragraph("The document says that its list is open: others may be added."),
  ];
}

function people(title, list, decision) {
  return section(title, list.length > 0 && make("ul", { class: "people" }, list.map((person) => item(person, decision))));
}

const PARTS = { "part-one": "First part", "part-two": "Second part" };

function item({ agency, label, why, force, rule, settled, part }, decision) {
  return make(
    "li",
    { class: "person", "data-agency": agency },
    make("p", null, make("strong", null, capital(label)), " ", forceTag(force), " ", part && [tag(PARTS[part]), " "], !settled && tag("Until this is settled", "yellow")),
    make("p", null, why),
    make("p", { class: "quiet" }, placeOf(decision, rule)),
  );
}

/** Who runs the meeting, where a document says. */
export function whoRunsIt(decision) {
  const { chair, administrator, leadProfessional } = decision.answer;
  return section("Who runs it", role("Chair", chair, decision), role("Administrator", administrator, decision), role("Lead professional for now", leadProfessional, decision));
}

function role(title, found, decision) {
  return (
    found && [
      heading(3, title),
      make(
        "div",
        { class: "person" },
        make("p", null, make("strong", null, capital(found.labels.join(" or "))), " ", forceTag(found.force)),
        make("p", null, found.why),
        make("p", { class: "quiet" }, placeOf(decision, found.rule)),
      ),
    ]
  );
}
