// How an answer shows what it rests on. Every sentence about a rule is the library's own.

import { make, bullets, details, paragraph, section, summaryList, table, tag } from "./dom.js";
import { presentMoment, spokenDate, spokenMoment } from "./dates.js";
import { capital } from "./words.js";

const HASH_SHOWN = 12;
const UNTIL_SETTLED = "Until the open questions are settled, a rule that may apply is treated as applying.";

/** Why, what applies as well, and what was set aside. `withDates` shows the end of each rule's own time. */
export function reasons(decision, { withDates = true } = {}) {
  const list = (rules) => rules.length > 0 && make("ul", { class: "rules" }, rules.map((rule) => ruleItem(rule, withDates)));
  return [
    section("Why", !decision.settled && paragraph(UNTIL_SETTLED), list(decision.because)),
    section("Also applies", list(decision.alsoApplies)),
    section("Set aside", list(decision.setAside)),
  ];
}

/** A rule: what it asks, how strongly, in which words, and where. */
export function ruleItem(rule, withDates) {
  return make(
    "li",
    { class: "rule", "data-rule": rule.id },
    make("p", null, rule.sentence, " ", forceTag(rule.force)),
    rule.reason && make("p", null, make("strong", null, "Set aside: "), rule.reason),
    withDates && rule.dueBy && make("p", null, `Its own last day: ${spokenDate(rule.dueBy)}.`),
    make("p", null, "The document says: ", make("q", { class: "words" }, rule.words)),
    make("p", { class: "quiet source" }, `${rule.document}, ${rule.place}. Rule ${rule.id}.`),
    rule.forceNote && make("p", { class: "quiet" }, `“${capital(rule.force)}”: ${rule.forceNote}`),
    rule.reading && make("p", { class: "quiet" }, `How it was read: ${rule.reading}`),
  );
}

/** must, should or may, as the document puts it. */
export function forceTag(force) {
  return tag(force, force === "must" ? "blue" : "grey");
}

/** Where a rule stands, for a line that names only its id. */
export function placeOf(decision, id) {
  const all = [...decision.because, ...decision.alsoApplies, ...decision.setAside];
  const rule = all.find((rule) => rule.id === id);
  return rule ? `${rule.document}, ${rule.place}. Rule ${id}.` : `Rule ${id}.`;
}

export function cautions(decision) {
  return section("Bear in mind", decision.cautions.length > 0 && bullets(decision.cautions.map((caution) => caution.text)));
}

/** The count of a time limit, day by day. */
export function counted(days) {
  if (days.length === 0) return null;
  const said = (day) => {
    if (day.counts) return day.day > 0 ? `Day ${day.day}` : "The day itself";
    return `Not counted: ${day.why}`;
  };
  const date = (day) => make("span", { "data-date": day.date }, spokenDate(day.date));
  return details("We counted", table("Each day from the start to the last day", ["Day", "Counted"], days.map((day) => [date(day), said(day)])));
}

/** Which documents, which versions, worked out when. */
export function basis(decision) {
  const { packs, engine, bankHolidaysKnownUntil, othersConsidered } = decision.basis;
  return section(
    "What this rests on",
    packs.map((pack) =>
      make(
        "div",
        { class: "rule" },
        make("p", null, make("strong", null, pack.title)),
        make("p", null, pack.label),
        pack.supersededBy && make("p", null, `Replaced since by ${pack.supersededBy}.`),
        make("p", { class: "quiet" }, `Rule pack ${pack.id}, version ${pack.version}, ${pack.hash.slice(0, HASH_SHOWN)}.`),
      ),
    ),
    summaryList([
      ["Worked out on", `${spokenMoment(presentMoment().london)}, London time`],
      ["Library version", engine],
      ["Bank holidays known until", spokenDate(bankHolidaysKnownUntil)],
      othersConsidered ? ["Attested", "Every question not answered was considered and is a no."] : null,
    ].filter(Boolean)),
    paragraph("Check this against your partnership’s current procedure."),
  );
}
