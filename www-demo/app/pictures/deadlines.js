// The deadline picture: a row for each duty, its bar from its own start to its end, on days or, where all is a matter
// of hours, on hours.

import { DATES, dayAfter, small, spokenDay, spokenTime } from "safeguarding-rules/parts";
import { daysNotCounted } from "../parts/working-days.js";
import { figure, shape, stripes, widthOf, words, wrapped } from "./svg.js";
import { DEADLINE_PICTURE } from "../words.js";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SHOWN_IN_HOURS = 36 * HOUR;
const HEAD = 46;
const SIGN = 9;

const MEANS = {
  next: DEADLINE_PICTURE.means.next,
  due: DEADLINE_PICTURE.means.due,
  done: DEADLINE_PICTURE.means.done,
  waiting: DEADLINE_PICTURE.means.waiting,
  late: DEADLINE_PICTURE.means.late,
};

/** `rows` are the duties, each `{ label, from, due, says, state }` with London moments and a state of MEANS. */
export function deadlinePicture(rows) {
  const times = rows.flatMap(({ from, due }) => [milliseconds(from), milliseconds(due)]);
  const inHours = Math.max(...times) - Math.min(...times) <= SHOWN_IN_HOURS;
  const unit = inHours ? HOUR : DAY;
  const scale = { inHours, unit, begin: floor(Math.min(...times), unit), end: floor(Math.max(...times), unit) + unit };
  const free = daysNotCounted(dateOf(scale.begin), dateOf(scale.end - 1));
  return figure(caption(rows, free), (layout) => draw(layout, rows, scale, free));
}

function caption(rows, free) {
  const next = rows.find(({ state }) => state === "next");
  const late = rows.filter(({ state }) => state === "late");
  const states = Object.keys(MEANS).filter((name) => rows.some(({ state }) => state === name));
  return [
    late.length > 0 && DEADLINE_PICTURE.late(late.map(({ label }) => small(label)).join(", ")),
    next ? DEADLINE_PICTURE.next(small(next.label), next.says) : late.length === 0 && DEADLINE_PICTURE.nothingNext,
    ...states.map((state) => MEANS[state]),
    free.length > 0 && DEADLINE_PICTURE.striped,
  ].filter(Boolean).join(" ");
}

function draw({ name, width }, rows, scale, free) {
  const isWide = name === "wide";
  const left = isWide ? 176 : SIGN + 2;
  const right = width - SIGN - 3;
  const x = (time) => left + ((time - scale.begin) / (scale.end - scale.begin)) * (right - left);
  const endOf = (row) => x(markOf(row, scale));
  const ground = stripes();
  let y = HEAD;
  const drawn = rows.map((row) => {
    const label = wrapped(row.label, isWide ? left - 20 : width - 10);
    const barAt = y + (isWide ? 16 : 14 + 17 * label.length);
    const says = wrapped(row.says, width * (isWide ? 0.6 : 1) - 10, 13);
    const shapes = [
      label.map((line, index) => words(line, 0, (isWide ? barAt + 5 - (label.length - 1) * 8 : y + 14) + 17 * index)),
      bar(row, x(milliseconds(row.from)), endOf(row), barAt),
      says.map((line, index) => sentence(line, endOf(row), barAt + 26 + 16 * index, left, width)),
    ];
    y = barAt + 20 + 16 * says.length + 10;
    return shapes;
  });
  const shaded = free.map(({ date }) => {
    const [from, to] = [Math.max(milliseconds(date), scale.begin), Math.min(milliseconds(dayAfter(date)), scale.end)];
    return shape("rect", { x: x(from), y: HEAD - 4, width: x(to) - x(from), height: y - HEAD, fill: ground.fill });
  });
  return { height: y, shapes: [shape("defs", {}, ground.pattern), shaded, axis(scale, x, left, right, y), drawn] };
}

/** Where a row's mark stands: a day is marked in the middle of its own box, an hour at its own place. */
function markOf({ due }, { inHours, unit }) {
  const time = milliseconds(due);
  return inHours ? time : floor(time, unit) + unit / 2;
}

// ----------------------------------------------------------------------------------------------------------- the parts

function bar({ state }, from, to, y) {
  const line = shape("line", {
    x1: from,
    y1: y,
    x2: Math.max(from, to),
    y2: y,
    class: `picture__bar picture__bar--${state}`,
  });
  return [from < to && line, SIGNS[state](to, y)];
}

const SIGNS = {
  next: (x, y) =>
    shape("path", {
      d: `M${x} ${y - SIGN - 2}l${SIGN + 2} ${SIGN + 2}l${-SIGN - 2} ${SIGN + 2}l${-SIGN - 2} ${-SIGN - 2}z`,
      class: "picture__sign",
    }),
  due: (x, y) => shape("rect", { x: x - 6, y: y - 6, width: 12, height: 12, class: "picture__sign" }),
  done: (x, y) => [
    shape("circle", { cx: x, cy: y, r: SIGN, class: "picture__sign" }),
    shape("path", { d: `M${x - 5} ${y}l3.5 4l6.5 -7.5`, class: "picture__mark" }),
  ],
  waiting: (x, y) => shape("circle", { cx: x, cy: y, r: SIGN - 2, class: "picture__ring" }),
  late: (x, y) => [
    shape("rect", {
      x: x - SIGN,
      y: y - SIGN,
      width: 2 * SIGN,
      height: 2 * SIGN,
      class: "picture__sign picture__sign--late",
    }),
    shape("path", { d: `M${x - 4.5} ${y - 4.5}l9 9m0 -9l-9 9`, class: "picture__mark" }),
  ],
};

/** A label stands under the end of its bar, and never leaves the picture. */
function sentence(text, x, y, left, width) {
  const half = widthOf(text, 13) / 2;
  const middle = Math.min(Math.max(x, half), width - half - 2);
  return words(text, middle, y, { size: 13, anchor: "middle" });
}

function axis(scale, x, left, right, bottom) {
  const step = stepOf(scale, right - left);
  const ticks = [];
  for (let time = scale.begin; time < scale.end; time += scale.unit) ticks.push(time);
  const shown = ticks.filter((time, index) =>
    scale.inHours ? new Date(time).getUTCHours() % step === 0 : index % step === 0,
  );
  const lines = shown.map((time) =>
    shape("line", { x1: x(time), y1: HEAD - 4, x2: x(time), y2: bottom - 4, class: "picture__line" }),
  );
  const numbers = shown.map((time) =>
    scale.inHours
      ? words(spokenTime(clock(time)), x(time), HEAD - 10, {
          size: 12,
          anchor: time === scale.begin ? "start" : "middle",
        })
      : words(String(new Date(time).getUTCDate()), x(time + scale.unit / 2), HEAD - 10, { size: 12, anchor: "middle" }),
  );
  return [lines, numbers, heads(scale, ticks, x, right)];
}

/** The month, or on hours the day, above the first of its numbers. */
function heads(scale, ticks, x, right) {
  const names = (time) => (scale.inHours ? namesOfDay(time) : namesOfMonth(time));
  const firsts = ticks.filter((time, index) => index === 0 || names(time)[0] !== names(ticks[index - 1])[0]);
  return firsts.map((time, index) => {
    const room = (index + 1 < firsts.length ? x(firsts[index + 1]) : right + SIGN) - x(time);
    const text = names(time).find((text) => widthOf(text, 13) <= room);
    return text && words(text, x(time) + 1, 16, { size: 13, bold: true });
  });
}

function stepOf({ begin, end, unit, inHours }, room) {
  const each = room / ((end - begin) / unit);
  const least = inHours ? 54 : 19;
  return (inHours ? [1, 2, 3, 4, 6, 12, 24] : [1, 2, 7, 14, 28]).find((step) => step * each >= least) ?? 28;
}

// ------------------------------------------------------------------------------------------ London moments on one line

/** A moment as written, whatever its offset: on the picture an hour is an hour of the clock on the wall. */
function milliseconds(moment) {
  const [date, time = "00:00"] = moment.split("T");
  return Date.parse(`${date}T${time.slice(0, 5)}Z`);
}

function floor(time, unit) {
  return Math.floor(time / unit) * unit;
}

function dateOf(time) {
  return new Date(time).toISOString().slice(0, 10);
}

function clock(time) {
  return new Date(time).toISOString().slice(11, 16);
}

/** The longest first, for where there is room. */
function namesOfDay(time) {
  const day = new Date(time);
  const weekday = day.getUTCDay();
  return [
    spokenDay(dateOf(time)),
    DATES.weekday(DATES.weekdays[weekday], day.getUTCDate()),
    DATES.shortWeekdays[weekday],
  ];
}

function namesOfMonth(time) {
  const day = new Date(time);
  const month = day.getUTCMonth();
  return [DATES.month(DATES.months[month], day.getUTCFullYear()), DATES.months[month], DATES.shortMonths[month]];
}
