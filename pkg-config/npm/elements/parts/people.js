// Who must be there, who is expected and who may come, as an answer shows it.

import { contents, heading, make, paragraph, section, tag } from "./dom.js";
import { forceTag, placeOf } from "./rules.js";
import { capital } from "./words.js";

export const FORMATS = [
  { value: "meeting", label: "One multi-agency meeting" },
  { value: "conference-call", label: "One conference call" },
  { value: "telephone", label: "A discussion by telephone" },
  { value: "serial-phone-calls", label: "One phone call after another" },
];

/** Everybody the documents name, who runs it, and in what form. */
export function whoIsThere(decision) {
  const { answer } = decision;
  return [
    people("Must be there", answer.required, decision),
    people("Expected", answer.expected, decision),
    people("May be invited", answer.optional, decision),
    people("Not to be there", answer.excluded, decision),
    answer.openList && paragraph("The document says that its list is open: others may be added."),
    roles(answer, decision),
    form(answer.format, decision),
  ];
}

function people(title, list, decision) {
  return section(title, list.length > 0 && make("ul", { class: "people" }, list.map((person) => item(person, decision))));
}

function item({ agency, label, why, force, rule, settled }, decision) {
  return make(
    "li",
    { class: "person", "data-agency": agency },
    make("p", null, make("strong", null, capital(label)), " ", forceTag(force), " ", !settled && tag("Until this is settled", "yellow")),
    make("p", null, why),
    make("p", { class: "quiet" }, placeOf(decision, rule)),
  );
}

function roles({ chair, administrator }, decision) {
  const role = (title, found) =>
    found && [
      heading(3, title),
      make(
        "div",
        { class: "person" },
        make("p", null, make("strong", null, capital(found.labels.join(" or "))), " ", forceTag(found.force)),
        make("p", null, found.why),
        make("p", { class: "quiet" }, placeOf(decision, found.rule)),
      ),
    ];
  return section("Who runs it", contents([role("Chair", chair), role("Administrator", administrator)]));
}

function form(format, decision) {
  if (!format) return null;
  const allowed = FORMATS.filter(({ value }) => format.allowed.includes(value)).map(({ label }) => label);
  return section(
    "In what form",
    make(
      "div",
      { class: "person" },
      make("p", null, make("strong", null, capital(allowed.join(" or ").toLowerCase()))),
      make("p", null, format.why),
      make("p", { class: "quiet" }, placeOf(decision, format.rule)),
    ),
  );
}
