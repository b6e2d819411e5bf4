// Deadlines as calendar entries. A deadline keeps its identity: where it has moved, the entry is replaced, not doubled.

import { part } from "../parts/case.js";
import { CALENDAR } from "../words.js";
import { calendars } from "./tools.js";

const PRODUCT = { company: "safeguarding-rules", product: "page", language: "EN" };
const NINE_IN_THE_MORNING = 9 * 60 * 60;
const HALF_AN_HOUR = 30 * 60;
const HALF_AN_HOUR_IN_MS = HALF_AN_HOUR * 1000;

/** The calendar of deadlines, each `{ id, title, due, dueBy, lines }`: `due` an instant, or else `dueBy` a day. */
export async function calendarOf(deadlines) {
  const ical = await calendars();
  const calendar = ical({ prodId: PRODUCT, method: "PUBLISH" });
  for (const deadline of deadlines) {
    const summary = CALENDAR.summary(deadline.title);
    const entry = calendar.createEvent({
      ...identity(deadline),
      ...time(deadline),
      stamp: new Date(),
      summary,
      description: deadline.lines.join("\n"),
      class: "CONFIDENTIAL",
    });
    remind(entry.createAlarm({ type: "display", description: summary }), deadline);
  }
  return `${calendar}\r\n`;
}

/** Which entry it is, and the how manyth of it: one more each time it has moved since it was last handed out. */
function identity({ id, due, dueBy }) {
  const entries = part("calendar", () => ({}));
  const when = due ?? dueBy;
  const entry = (entries[id] ??= { uid: `${crypto.randomUUID()}@safeguarding-rules`, sequence: 0, when });
  if (entry.when !== when) Object.assign(entry, { when, sequence: entry.sequence + 1 });
  return { id: entry.uid, sequence: entry.sequence };
}

/** An entry ends at its deadline, so that nobody reads its beginning as the time that is left. */
function time({ due, dueBy }) {
  if (!due) return { start: new Date(`${dueBy}T00:00Z`), allDay: true };
  return { start: new Date(Date.parse(due) - HALF_AN_HOUR_IN_MS), end: new Date(due) };
}

/** Of a day, in its morning; of a time, shortly before the entry begins. */
function remind(alarm, { due }) {
  if (due) alarm.trigger(HALF_AN_HOUR);
  else alarm.triggerAfter(NINE_IN_THE_MORNING).relatesTo("START");
}
