// Which days are no working days, as the library counts them: asked for by counting limits one after the other.

import { classifyConcern } from "safeguarding-rules";
import { known } from "./case.js";
import { dayAfter, dayBefore } from "./dates.js";

/** The days from one date until another that are not counted, each with the reason; bank holidays added by hand among them. */
export function daysNotCounted(from, until) {
  const added = new Map((known("bankHolidays") ?? []).map(({ date, title }) => [date, `bank holiday: ${title ?? "added in Settings"}`]));
  const reasons = new Map();
  // The day a limit begins is never counted, whatever day it is: each count begins the day before what it tells of.
  for (let start = dayBefore(from); start < until; ) {
    const [, ...days] = classifyConcern({ area: "generic", othersConsidered: true, concernsIdentifiedAt: start }).answer.counted;
    for (const { date, counts, why } of days) if (!counts) reasons.set(date, why);
    start = days.at(-1).date;
  }
  const all = [];
  for (let date = from; date <= until; date = dayAfter(date)) {
    const why = reasons.get(date) ?? added.get(date);
    if (why) all.push({ date, why });
  }
  return all;
}
