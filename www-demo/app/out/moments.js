// Dates and times as spreadsheets and databases write them, as the library takes them.

const TIME = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?: ?([ap])\.?m\.?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})-(\d{2})-(\d{2})(?:[T ]${TIME} ?(Z|[+-]\d{2}:?\d{2})?)?$`, "i");
const WEEKDAY = String.raw`(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},? )`;
const DATE = String.raw`(\d{1,2})(?:st|nd|rd|th)?([ ./-])([a-z]{3,9}|\d{1,2})\2(\d{4}|\d{2})`;
const DAY_FIRST = new RegExp(String.raw`^${WEEKDAY}?${DATE}(?:,? +${TIME})?$`, "i");
const MONTHS = [
  "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
  "december",
];
const CENTURY = "20";

/**
 * A moment as the library takes it: a date, or a date and a time. Undefined where it cannot be read. Where a time is
 * midnight to the minute and says no offset, it is a date alone: so databases and spreadsheets fill in a time that
 * nobody knew.
 */
export function momentIn(text) {
  const typed = text.trim().replace(/\s+/g, " ");
  const yearFirst = typed.match(YEAR_FIRST);
  if (yearFirst) {
    const [, year, month, day, ...time] = yearFirst;
    return written({ year, month, day }, time);
  }
  const dayFirst = typed.match(DAY_FIRST);
  if (!dayFirst) return undefined;
  const [, day, , month, year, ...time] = dayFirst;
  return written({ year: year.length === 2 ? CENTURY + year : year, month: monthOf(month), day }, time);
}

/** Is this a date that only has a meaning with its month first? In such a file no date says which is which. */
export function isMonthFirst(text) {
  const numbers = numbersOf(text);
  return numbers !== null && numbers[0] <= 12 && numbers[1] > 12;
}

/** Does a date have another meaning with its month first? */
export function couldBeMonthFirst(text) {
  const numbers = numbersOf(text);
  return numbers !== null && numbers[0] <= 12 && numbers[1] <= 12 && numbers[0] !== numbers[1];
}

function numbersOf(text) {
  const numbers = text.trim().match(/^(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}\b/);
  return numbers && [Number(numbers[1]), Number(numbers[2])];
}

function monthOf(word) {
  if (/^\d/.test(word)) return word;
  const place = MONTHS.findIndex((month) => month.startsWith(word.toLowerCase().replace(/^sept$/, "sep")));
  return String(place + 1);
}

function written({ year, month, day }, [hour, minute, second, half, offset]) {
  const date = [year, month.padStart(2, "0"), day.padStart(2, "0")].join("-");
  if (!isDate(date)) return undefined;
  if (hour === undefined) return date;
  const [hours, minutes, seconds] = [
    half ? (Number(hour) % 12) + (half.toLowerCase() === "p" ? 12 : 0) : Number(hour),
    Number(minute),
    Number(second ?? 0),
  ];
  if (hours > 23 || minutes > 59 || seconds > 59 || (half && (Number(hour) < 1 || Number(hour) > 12))) return undefined;
  if (hours + minutes + seconds === 0 && !offset) return date;
  const time = [hours, minutes, ...(second ? [seconds] : [])].map((part) => String(part).padStart(2, "0")).join(":");
  return `${date}T${time}${offset ? offset.toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, "$1:$2") : ""}`;
}

function isDate(date) {
  const at = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === date;
}
