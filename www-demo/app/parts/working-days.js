// Which days are no working days, as the library counts them: asked for by counting limits one after the other.

import { classifyConcern } from "safeguarding-rules";
import { dayBefore } from "safeguarding-rules/parts";
import { known } from "./case.js";

/**
 * The days from one date until another that are not counted, each with the reason; bank holidays added by hand among
 * them.
 */
export function daysNotCounted(from, until) {
  const reasons = new Map();
  // The day a limit begins is never counted, whatever day it is: each count begins the day before what it tells of.
  for (let start = dayBefore(from); start < until;) {
    const [, ...days] = classifyConcern({
      area: "generic",
      othersConsidered: true,
      concernsIdentifiedAt: start,
      bankHolidays: known("bankHolidays"),
    }).answer.counted;
    for (const { date, counts, why } of days) if (!counts && date <= until) reasons.set(date, why);
    start = days.at(-1).date;
  }
  return [...reasons].map(([date, why]) => ({ date, why }));
}
