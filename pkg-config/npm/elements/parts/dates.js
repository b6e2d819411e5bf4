// Dates in words, and the device's clock in London time. Written out here, because browsers word dates differently.

import { DATES } from "../words.js";

const HOUR_IN_MS = 3_600_000;
const DAY_IN_MS = 86_400_000;
const TO_THE_MINUTE = "2026-07-01T10:05".length;

/** "2027-01-04" as "Monday 4 January 2027". */
export function spokenDate(date) {
  const day = utcDay(date);
  return DATES.date(DATES.weekdays[day.getUTCDay()], day.getUTCDate(), DATES.months[day.getUTCMonth()], day.getUTCFullYear());
}

/** "2027-01-04" as "Monday 4 January". */
export function spokenDay(date) {
  const day = utcDay(date);
  return DATES.dateWithoutYear(DATES.weekdays[day.getUTCDay()], day.getUTCDate(), DATES.months[day.getUTCMonth()]);
}

/** "2027-01-04" as "Mon 4 Jan". */
export function shortDay(date) {
  const day = utcDay(date);
  return DATES.dateWithoutYear(DATES.shortWeekdays[day.getUTCDay()], day.getUTCDate(), DATES.shortMonths[day.getUTCMonth()]);
}

/** "14:30" as "2:30pm". */
export function spokenTime(time) {
  if (time === "12:00") return DATES.midday;
  if (time === "00:00") return DATES.midnight;
  const [hours, minutes] = time.split(":").map(Number);
  return DATES.time(hours, minutes);
}

/** "2027-01-04T14:30", or the date alone, in words. */
export function spokenMoment(moment) {
  const [date, time] = moment.split("T");
  return time ? DATES.moment(spokenDate(date), spokenTime(time.slice(0, 5))) : spokenDate(date);
}

/** How many days lie between two dates. */
export function daysBetween(from, to) {
  return Math.round((utcDay(to) - utcDay(from)) / DAY_IN_MS);
}

/** The day after a date. */
export function dayAfter(date) {
  return dateOf(utcDay(date).getTime() + DAY_IN_MS);
}

/** The day before a date. */
export function dayBefore(date) {
  return dateOf(utcDay(date).getTime() - DAY_IN_MS);
}

/** "2027-01-04" as "Monday". */
export function weekdayOf(date) {
  return DATES.weekdays[utcDay(date).getUTCDay()];
}

/** The month of a date as "Jan", where room is short. */
export function shortMonthOf(date) {
  return DATES.shortMonths[utcDay(date).getUTCMonth()];
}

/** The present moment by the device's clock: `instant` to send, `london` to compare and to show. */
export function presentMoment() {
  const now = new Date();
  return { instant: `${now.toISOString().slice(0, 16)}Z`, london: londonTimeOf(now) };
}

/** When the next day begins in London, by the device's clock. */
export function nextMidnight() {
  const tomorrow = dayAfter(londonTimeOf(new Date()).slice(0, 10));
  // In summer London is an hour ahead.
  const inSummer = utcDay(tomorrow) - HOUR_IN_MS;
  return londonTimeOf(inSummer).startsWith(tomorrow) ? inSummer : utcDay(tomorrow).getTime();
}

/** A moment as a person in London would write it: "2026-07-01T09:05:30Z" as "2026-07-01T10:05". A date stays one. */
export function asInLondon(moment) {
  const written = moment.slice(0, TO_THE_MINUTE);
  if (!/T.*(Z|[+-]\d\d:\d\d)$/.test(moment)) return written;
  const instant = new Date(moment);
  // What is in no calendar stays as it is: a browser would take 30 February for 2 March.
  return isDate(instant) && isInCalendar(written) ? londonTimeOf(instant) : moment;
}

function isInCalendar(written) {
  const instant = new Date(`${written}Z`);
  return isDate(instant) && instant.toISOString().startsWith(written);
}

function isDate(date) {
  return !Number.isNaN(date.getTime());
}

/** Made once, when it is first needed: an answer asks for the time again and again, and making it is what takes long. */
let inLondon;

function londonTimeOf(moment) {
  inLondon ??= new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/London", hourCycle: "h23",
    year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit",
  });
  const parts = inLondon.formatToParts(moment);
  const part = (type) => parts.find((found) => found.type === type).value;
  return `${part("year")}-${part("month")}-${part("day")}T${part("hour")}:${part("minute")}`;
}

function utcDay(date) {
  return new Date(`${date}T00:00Z`);
}

function dateOf(milliseconds) {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
