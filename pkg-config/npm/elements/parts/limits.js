// The library's limits in words: "within 3 working days", "every 6 months", "by then".

import { LIMITS } from "../words.js";

const LENGTHS = { hour: LIMITS.hours, day: LIMITS.days, "calendar day": LIMITS.days, "working day": LIMITS.workingDays, week: LIMITS.weeks, month: LIMITS.months };
const NAMED = { "by then": "byThen", "as soon as practicable": "asSoonAsPracticable", "every week": "everyWeek", "every quarter": "everyQuarter" };

/** A limit, or how often something returns. */
export function spokenLimit(limit) {
  if (limit.endsWith(" before")) return LIMITS.before(spokenLength(limit.slice(0, -" before".length)));
  const [, word, length] = limit.match(/^(within|every) (\d+ .+)$/) ?? [];
  if (!word) return LIMITS[NAMED[limit]];
  return (word === "within" ? LIMITS.within : LIMITS.every)(spokenLength(length));
}

/** "within 3 working days" as "3 working days", as a heading or a range has it. */
export function lengthOf(limit) {
  return limit.startsWith("within ") ? spokenLength(limit.slice("within ".length)) : spokenLimit(limit);
}

/** "same-day" as "the same day", "3-working-days" as "within 3 working days". */
export function spokenTimescale(timescale) {
  return timescale === "same-day" ? LIMITS.sameDay : LIMITS.within(spokenLength(timescale.replaceAll("-", " ")));
}

function spokenLength(length) {
  const [, number, unit] = length.match(/^(\d+) (.+?)s?$/);
  return LENGTHS[unit](Number(number));
}
