// The working-day calendar of "we counted": weeks as rows, each day with its number in the limit or striped where it
// does not count.

import { DATES, shortMonthOf } from "safeguarding-rules/parts";
import { smallFigure, shape, stripes, words } from "./svg.js";
import { CALENDAR_PICTURE } from "../words.js";

const DAY_IN_MS = 86_400_000;
const [CELL, ROW, HEAD] = [48, 46, 24];

/** `counted` is the library's count, from the day it began to the last day. */
export function countedCalendar(counted) {
  const numbered = counted.filter(({ day }) => day > 0);
  if (counted.length < 2 || numbered.length === 0) return null;
  const skipped = counted.filter(({ counts, day }, index) => index > 0 && !counts && day === undefined);
  return smallFigure(caption(numbered.length, skipped.length), CELL * 7 + 2, () => draw(counted));
}

function caption(days, skipped) {
  const last = CALENDAR_PICTURE.lastDay(days);
  return `${last} ${skipped === 0 ? CALENDAR_PICTURE.allCounted : CALENDAR_PICTURE.notCounted(skipped)}`;
}

function draw(counted) {
  const [first, last] = [Date.parse(counted[0].date), Date.parse(counted.at(-1).date)];
  const monday = first - ((new Date(first).getUTCDay() + 6) % 7) * DAY_IN_MS;
  const weeks = Math.floor((last - monday) / DAY_IN_MS / 7) + 1;
  const known = new Map(counted.map((day) => [Date.parse(day.date), day]));
  const ground = stripes();
  const cells = Array.from({ length: weeks * 7 }, (_, index) =>
    cell(monday + index * DAY_IN_MS, index, known, { first, last, ground }),
  );
  const heads = [...DATES.shortWeekdays.slice(1), DATES.shortWeekdays[0]].map((name, index) =>
    words(name, index * CELL + CELL / 2 + 1, 15, { size: 13, anchor: "middle", bold: true }),
  );
  return { height: HEAD + weeks * ROW + 2, shapes: [shape("defs", {}, ground.pattern), heads, cells] };
}

function cell(time, index, known, { first, last, ground }) {
  const [x, y] = [(index % 7) * CELL + 1, HEAD + Math.floor(index / 7) * ROW];
  const day = known.get(time);
  const date = new Date(time);
  const isSkipped = day && time !== first && !day.counts;
  const number =
    date.getUTCDate() === 1 || index === 0
      ? `${date.getUTCDate()} ${shortMonthOf(date.toISOString().slice(0, 10))}`
      : String(date.getUTCDate());
  const says =
    !day || isSkipped
      ? null
      : time === first && !(day.day > 0)
        ? CALENDAR_PICTURE.start
        : CALENDAR_PICTURE.day(day.day);
  return [
    shape("rect", {
      x,
      y,
      width: CELL,
      height: ROW,
      class: day ? "picture__cell" : "picture__cell picture__cell--outside",
      fill: isSkipped ? ground.fill : "none",
    }),
    day && words(number, x + 5, y + 17, { size: 13, bold: time === last }),
    says && words(says, x + 5, y + 36, { size: 12, bold: time === last }),
    time === last && shape("rect", { x: x + 2, y: y + 2, width: CELL - 4, height: ROW - 4, class: "picture__last" }),
  ];
}
