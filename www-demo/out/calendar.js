// Deadlines as calendar entries. A deadline keeps its identity: where it has moved, the entry is replaced, not doubled.

import { generateIcsCalendar } from "ts-ics";
import { part } from "../parts/case.js";

const PRODUCT = "-//safeguarding-rules//page//EN";
const HOURS_INTO_THE_DAY = 9;
const MINUTES_BEFORE = 30;

/** The calendar of deadlines, each `{ id, title, due, dueBy, lines }`: `due` an instant, or else `dueBy` a day. */
export function calendarOf(deadlines) {
  const now = new Date();
  const events = deadlines.map((deadline) => ({
    ...identity(deadline),
    ...time(deadline),
    stamp: { date: now },
    summary: `Deadline: ${deadline.title}`,
    description: deadline.lines.join("\n"),
    class: "CONFIDENTIAL",
  }));
  return generateIcsCalendar({ version: "2.0", prodId: PRODUCT, method: "PUBLISH", events });
}

/** Which entry it is, and the how manyth of it: one more each time it has moved since it was last handed out. */
function identity({ id, due, dueBy }) {
  const entries = part("calendar", () => ({}));
  const when = due ?? dueBy;
  const entry = (entries[id] ??= { uid: `${crypto.randomUUID()}@safeguarding-rules`, sequence: 0, when });
  if (entry.when !== when) Object.assign(entry, { when, sequence: entry.sequence + 1 });
  return { uid: entry.uid, sequence: entry.sequence };
}

function time({ due, dueBy, title }) {
  const alarm = (value) => [{ action: "DISPLAY", description: `Deadline: ${title}`, trigger: { type: "relative", value } }];
  if (!due) return { start: { date: new Date(`${dueBy}T00:00Z`), type: "DATE" }, duration: { days: 1 }, alarms: alarm({ hours: HOURS_INTO_THE_DAY }) };
  const date = new Date(due);
  return { start: { date }, end: { date }, alarms: alarm({ before: true, minutes: MINUTES_BEFORE }) };
}
