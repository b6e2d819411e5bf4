// Counts the library's working days again with the npm package date-holidays.
// node working-days.mjs COUNTED; `cargo xtask prove` writes COUNTED.
import { readFileSync } from "node:fs";
import Holidays from "date-holidays";

const DAY = 86_400_000;
const { from, until, knownUntil, most, dueAfter } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const first = Date.parse(from) / DAY;
const said = (day) => new Date(day * DAY).toISOString().slice(0, 10);
const isWeekday = (day) => ![0, 6].includes(new Date(day * DAY).getUTCDay());

const calendar = new Holidays("GB", "ENG");
const years = Array.from({ length: dueAfter.length / 365 + 1 }, (_, more) => Number(from.slice(0, 4)) + more);
const listed = years.flatMap((year) => calendar.getHolidays(year)).filter(({ type }) => type === "public");
const theirs = new Set(listed.map(({ date }) => Date.parse(date.slice(0, 10)) / DAY).filter(isWeekday));

// What the library leaves out, told by its count of one working day.
const ours = new Set();
dueAfter.forEach(([end], number) => {
  for (let day = first + number + 1; day < first + number + end; day += 1) {
    if (isWeekday(day)) ours.add(day);
  }
});

const last = Date.parse(until) / DAY;
const known = Date.parse(knownUntil) / DAY;
const within = [...theirs].filter((day) => day <= last);
const wrong = [...ours].filter((day) => !theirs.has(day)).map((day) => `${said(day)} is a day off for the library alone`);
const notKnown = within.filter((day) => day > first && !ours.has(day));
wrong.push(...notKnown.filter((day) => day <= known).map((day) => `${said(day)} is no day off for the library`));

const starts = dueAfter.slice(0, last - first + 1);
starts.forEach((ends, number) => {
  let day = first + number;
  let left = 0;
  while (left < most) {
    day += 1;
    if (!isWeekday(day) || theirs.has(day)) continue;
    const own = first + number + ends[left];
    left += 1;
    // Where the list ends, a day that nobody proclaimed yet ends a limit earlier, and never later.
    if (own > day || (own < day && day <= known)) wrong.push(`begun ${said(first + number)}, ${left} working days: ${said(own)}, and not ${said(day)}`);
  }
});

if (wrong.length > 0) {
  console.log(wrong.slice(0, 20).join("\n"));
  console.log(`${wrong.length} differ`);
  process.exit(1);
}
const named = notKnown.length > 0 ? `, not proclaimed yet: ${notKnown.map(said).join(", ")}` : "";
console.log(`reached: ${within.length} bank holidays, ${starts.length * most} counts, 0 differ${named}`);
