// What falls due around a meeting, as `listDeadlines` answers.

import { make, paragraph, section } from "../../pkg-config/npm/elements/parts/dom.js";
import { spokenDate, spokenMoment } from "../../pkg-config/npm/elements/parts/dates.js";
import { forceTag, placeOf } from "../../pkg-config/npm/elements/parts/rules.js";
import { capital } from "../../pkg-config/npm/elements/parts/words.js";

const NO_TIME = "The document gives no time.";

/** Each duty: what, by when, and from whom to whom. */
export function duties(title, decision) {
  const { deadlines } = decision.answer;
  return section(title, deadlines.length > 0 && make("ul", { class: "people" }, deadlines.map((deadline) => dutyItem(deadline, decision))));
}

function dutyItem(deadline, decision) {
  const { duty, what, force, rules, startMissing, by, to, notTo, channel, documents, overdue } = deadline;
  return make(
    "li",
    { class: "person", "data-duty": duty },
    make("p", null, what, " ", forceTag(force)),
    make("p", null, "By when: ", make("strong", null, byWhen(deadline))),
    overdue && make("p", null, "This was due. Do it now and record why it was late."),
    startMissing && make("p", { class: "quiet" }, `It counts from this: ${startMissing.question}`),
    by.length > 0 && make("p", null, `For: ${names(by)}.`),
    to.length > 0 && make("p", null, `To: ${names(to)}${channel.length > 0 ? `, by ${channel.join(" or ").replaceAll("-", " ")}` : ""}.`),
    notTo.length > 0 && make("p", null, `Not to: ${names(notTo)}.`),
    documents.some(({ external }) => external) && make("p", { class: "quiet" }, "On your partnership’s own form: the one that the document names was not supplied with it."),
    make("p", { class: "quiet" }, placeOf(decision, rules[0])),
  );
}

function names(people) {
  return people.map(({ label }) => label).join("; ");
}

/** The last moment where it is known; otherwise the time as the document gives it. */
export function byWhen({ due, dueBy, limit, window, every }) {
  const time = window ? `${window.earliest} to ${window.latest}` : (limit ?? every);
  if (!due) return time ? `${capital(time)}.` : NO_TIME;
  const date = /hour/.test(limit ?? "") ? spokenMoment(due.slice(0, 16)) : spokenDate(dueBy);
  return [date, time].filter(Boolean).join(", ");
}

/** Who gets a written list, where a document says. */
export function goesTo({ distribution }) {
  const gets = distribution.filter(({ withheld }) => !withheld);
  const kept = distribution.filter(({ withheld }) => withheld);
  return [gets.length > 0 && paragraph(`It goes to: ${names(gets)}.`), kept.length > 0 && paragraph(`It does not go to: ${names(kept)}.`)];
}
