// How an answer shows what it rests on. Every sentence about a rule is the library's own.

import { make, bullets, details, paragraph, section, summaryList, table, tag } from "./dom.js";
import { presentMoment, spokenDate, spokenMoment } from "./dates.js";
import { capital } from "./letters.js";
import { COMMON, FORCE, RULES } from "../words.js";

const HASH_SHOWN = 12;

/** Why, what applies as well, and what was set aside. `withDates` shows the end of each rule's own time. */
export function reasons(decision, { withDates = true } = {}) {
  const list = (rules) => rules.length > 0 && make("ul", { class: "rules" }, rules.map((rule) => ruleItem(rule, withDates)));
  return [
    section(COMMON.why, !decision.settled && paragraph(RULES.untilSettled), list(decision.because)),
    section(RULES.alsoApplies, list(decision.alsoApplies)),
    section(RULES.setAside, list(decision.setAside)),
  ];
}

let addressInRuleBook = () => null;

/** From now on each rule leads to its place in the host's rule book: `addressOf` gives the address of a rule's id. */
export function rulesStandAt(addressOf) {
  addressInRuleBook = addressOf;
}

function inRuleBook({ id }) {
  const href = addressInRuleBook(id);
  return href && make("p", { class: "quiet not-on-paper not-in-notes" }, make("a", { class: "govuk-link", href }, RULES.inRuleBook(id)));
}

/** A rule: what it asks, how strongly, in which words, and where. */
export function ruleItem(rule, withDates) {
  return make(
    "li",
    { class: "rule", "data-rule": rule.id },
    make("p", null, rule.sentence, " ", dutyTag(rule.force)),
    rule.reason && make("p", null, make("strong", null, RULES.setAsideBecause), rule.reason),
    withDates && rule.dueBy && make("p", null, RULES.ownLastDay(spokenDate(rule.dueBy))),
    rule.words && make("p", null, RULES.documentSays, make("q", { class: "words" }, rule.words)),
    make("p", { class: "quiet source" }, RULES.source(rule.document, rule.place, rule.id)),
    inRuleBook(rule),
    rule.forceNote && make("p", { class: "quiet" }, forceNote(rule)),
    rule.reading && make("p", { class: "quiet not-on-paper" }, RULES.reading(rule.reading)),
  );
}

/** must, should or may, as the document puts it. Who only hears it is told what the word is about. */
export function forceTag(force) {
  const shown = tag(FORCE[force], force === "must" ? "blue" : "grey");
  shown.prepend(make("span", { class: "govuk-visually-hidden" }, RULES.strength));
  return shown;
}

/** must or should beside a sentence: what only may be done says so itself, and what only is so has no force. */
export function dutyTag(force) {
  return force !== "may" && forceTag(force);
}

/** What its word means in the document. */
export function forceNote({ force, forceNote: note }) {
  return RULES.forceNote(capital(FORCE[force]), note);
}

/** Where a rule stands, for a line that names only its id. */
export function placeOf(decision, id) {
  const all = [...decision.because, ...decision.alsoApplies, ...decision.setAside];
  const rule = all.find((rule) => rule.id === id);
  return rule ? RULES.source(rule.document, rule.place, id) : RULES.rule(id);
}

export function cautions(decision) {
  return section(RULES.bearInMind, decision.cautions.length > 0 && bullets(decision.cautions.map((caution) => caution.text)));
}

/** Is it to be done, or left, before anything else? */
export const isFirst = ({ level }) => level === "first";

/** What is to be done stands open, or else what is said first; the others are folded under it. */
export function foldedCautions({ cautions }) {
  const first = cautions.filter(isFirst);
  const open = first.length > 0 ? first : cautions.slice(0, 1);
  const others = cautions.filter((caution) => !open.includes(caution));
  const list = (cautions) => bullets(cautions.map(({ text }) => text));
  return section(RULES.bearInMind, open.length > 0 && list(open), others.length > 0 && details(RULES.more(others.length), list(others)));
}

/** What to do at once, before anything else is read. */
export function atOnce({ cautions }) {
  return cautions.filter(isFirst).map(({ text }) => make("p", { class: "at-once" }, make("strong", null, text)));
}

/** A rule in one line: what it asks, how strongly, and where it stands. */
export function ruleLine(rule) {
  return make(
    "li",
    { class: "rule", "data-cited": rule.id },
    make("p", null, rule.sentence, " ", dutyTag(rule.force)),
    make("p", { class: "quiet" }, RULES.source(rule.document, rule.place, rule.id)),
    inRuleBook(rule),
  );
}

/** The count of a time limit, day by day; `picture` shows the same, where there is one. */
export function counted(days, picture) {
  if (days.length === 0) return null;
  const said = (day) => {
    if (day.counts) return day.day > 0 ? RULES.day(day.day) : RULES.dayItself;
    return RULES.notCounted(day.why);
  };
  const date = (day) => make("span", { "data-date": day.date }, spokenDate(day.date));
  return details(RULES.counted, picture, table(RULES.countedCaption, RULES.countedColumns, days.map((day) => [date(day), said(day)])));
}

const workedOutAt = new WeakMap();

/** When a decision was worked out: the moment in London at which it was first shown, however late somebody asks. */
export function momentOf(decision) {
  if (!workedOutAt.has(decision)) workedOutAt.set(decision, presentMoment().london);
  return workedOutAt.get(decision);
}

/** A pack's title, with the mark of one that is not the library's. */
export function packTitle({ title, ownPack }) {
  return ownPack ? RULES.ownPack(title) : title;
}

/** Which documents, which versions, worked out when. */
export function basis(decision) {
  const { packs, engine, bankHolidaysKnownUntil, othersConsidered } = decision.basis;
  return section(
    RULES.basis,
    packs.map((pack) =>
      make(
        "div",
        { class: "rule" },
        make("p", null, make("strong", null, packTitle(pack))),
        make("p", null, pack.label),
        pack.supersededBy && make("p", null, RULES.replaced(pack.supersededBy)),
        make("p", { class: "quiet" }, RULES.pack(pack.id, pack.version, pack.hash.slice(0, HASH_SHOWN))),
      ),
    ),
    summaryList([
      [RULES.workedOut, RULES.londonTime(spokenMoment(momentOf(decision)))],
      [RULES.library, engine],
      [RULES.bankHolidays, spokenDate(bankHolidaysKnownUntil)],
      othersConsidered ? [RULES.attested, RULES.attestation] : null,
    ].filter(Boolean)),
    paragraph(RULES.check),
  );
}
