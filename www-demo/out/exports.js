// The ways out of an answer beside paper and case notes: a calendar, a table, and a copy that can be opened again.

import { everything } from "../parts/case.js";
import { presentMoment, spokenDate, spokenMoment } from "../parts/dates.js";
import { button } from "../parts/dom.js";
import { calendarOf } from "./calendar.js";
import { copyOf } from "./copy.js";
import { download } from "./download.js";
import { csvOf } from "./table.js";

const COLUMNS = ["Deadline", "Due", "Force", "What", "Rules", "Source", "Worked out on", "Check"];
const CHECK = "Check against your local procedure.";

/**
 * The buttons for deadlines, each `{ id, title, what, force, due, dueBy, rules }`, that a decision gave.
 * Those without a date yet stand in the table, and not in the calendar.
 */
export function exportButtons(decision, deadlines) {
  const dated = deadlines.filter(({ due, dueBy }) => due || dueBy);
  return [
    dated.length > 0 && button("Add to calendar", () => download("deadlines.ics", calendarOf(dated.map((deadline) => entry(decision, deadline))))),
    deadlines.length > 0 && button("Download as a table (CSV)", () => download("deadlines.csv", csvOf(COLUMNS, deadlines.map((deadline) => row(decision, deadline))))),
    button("Download a copy (JSON)", async () => download("case.json", await copyOf(everything()))),
  ].filter(Boolean);
}

function entry(decision, deadline) {
  return { ...deadline, lines: [deadline.what, `Rules: ${deadline.rules.join(", ")}. ${sourceOf(decision)}`, workedOut(), CHECK, "A shared calendar may show this to others."] };
}

function row(decision, { title, what, force, due, dueBy, rules }) {
  return [title, due ? spokenMoment(due.slice(0, 16)) : dueBy ? spokenDate(dueBy) : "Not known yet", force, what, rules.join(", "), sourceOf(decision), workedOut(), CHECK];
}

/** The documents an answer rests on, with their versions. */
export function sourceOf({ basis }) {
  return basis.packs.map(({ title, version, hash }) => `${title}, version ${version}, ${hash.slice(0, 12)}`).join("; ");
}

/** When an answer was worked out, in words. */
export function workedOut() {
  return `Worked out on ${spokenMoment(presentMoment().london)}, London time.`;
}
