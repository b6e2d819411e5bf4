// What falls due around a meeting, as `listDeadlines` answers.

import {
  COMMON, DEADLINES, capital, forceTag, make, paragraph, placeOf, section, spokenDate, spokenLimit, spokenMoment,
} from "safeguarding-rules/parts";
import { DUE, DUTIES, SHARED } from "../words.js";

/** What the library calls a limit that is itself a moment, and that moment in words. */
export const BY_THEN = "by then";
export const UNTIL = {
  meetingStart: DUE.until.start,
  "proforma.returnBy": DUE.until.proforma,
};

/** Each duty: what, by when, and from whom to whom. */
export function duties(title, decision) {
  const { deadlines } = decision.answer;
  return section(
    title,
    deadlines.length > 0 &&
      make(
        "ul",
        { class: "people" },
        deadlines.map((deadline) => dutyItem(deadline, decision)),
      ),
  );
}

function dutyItem(deadline, decision) {
  const { duty, what, force, rules, startMissing, by, to, notTo, channel, documents, overdue } = deadline;
  return make(
    "li",
    { class: "person", "data-duty": duty },
    make("p", null, what, " ", forceTag(force)),
    make("p", null, DUTIES.byWhen, make("strong", null, byWhen(deadline))),
    overdue && make("p", null, DUTIES.wasDue),
    startMissing && make("p", { class: "quiet" }, DUTIES.countsFrom(startMissing.question)),
    by.length > 0 && make("p", null, SHARED.forWhom(names(by))),
    to.length > 0 &&
      make(
        "p",
        null,
        channel.length > 0 ? DUTIES.toBy(names(to), COMMON.or(channel).replaceAll("-", " ")) : SHARED.to(names(to)),
      ),
    notTo.length > 0 && make("p", null, DUTIES.notTo(names(notTo))),
    documents.some(({ external }) => external) && make("p", { class: "quiet" }, DUTIES.ownForm),
    make("p", { class: "quiet" }, placeOf(decision, rules[0])),
  );
}

function names(people) {
  return people.map(({ label }) => label).join("; ");
}

function spoken(limit) {
  return limit && spokenLimit(limit);
}

/** The last moment where it is known; otherwise the time as the document gives it. */
export function byWhen({ due, dueBy, limit, window, every, from, startMissing }) {
  if (limit === BY_THEN)
    return due ? spokenMoment(due.slice(0, 16)) : `${UNTIL[from] ?? startMissing?.question ?? DEADLINES.noTime}.`;
  const time = window
    ? DEADLINES.range(spokenLimit(window.earliest), spokenLimit(window.latest))
    : spoken(limit ?? every);
  if (!due) return time ? `${capital(time)}.` : `${DEADLINES.noTime}.`;
  const date = /hour/.test(limit ?? "") ? spokenMoment(due.slice(0, 16)) : spokenDate(dueBy);
  return [date, time].filter(Boolean).join(", ");
}

/** Who gets a written list, where a document says. */
export function goesTo({ distribution }) {
  const gets = distribution.filter(({ withheld }) => !withheld);
  const kept = distribution.filter(({ withheld }) => withheld);
  return [
    gets.length > 0 && paragraph(DUTIES.goesTo(names(gets))),
    kept.length > 0 && paragraph(DUTIES.doesNotGoTo(names(kept))),
  ];
}
