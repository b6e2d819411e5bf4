// What falls due as a picture: each duty begins where its own time begins. The table beside it holds the same in words.

import { shortDay, spokenTime } from "./dates.js";
import { at } from "./paths.js";

const SVG = "http://www.w3.org/2000/svg";
const [WIDTH, MARGIN, ROW, BAR] = [320, 8, 44, 10];
const LETTERS = 12;
const DAY_IN_MS = 86_400_000;
const HALF_A_DAY_IN_MS = DAY_IN_MS / 2;
const SHOWN_IN_HOURS_MS = 1.5 * DAY_IN_MS;
const WEEKEND = [0, 6];

/** An SVG picture of the duties, hidden from those who hear the page. */
export function deadlinePicture(deadlines, facts) {
  const dated = deadlines.filter(({ due }) => due);
  const open = deadlines.filter(({ due, startMissing }) => !due && startMissing);
  const rows = [...dated, ...open];
  const starts = dated.map((deadline) => instant(at(facts, deadline.from ?? "")) ?? instant(facts.now));
  const ends = dated.map(({ due }) => instant(due));
  const scale = scaleOf([...starts, ...ends, instant(facts.now)].filter((time) => time !== undefined));
  const height = rows.length * ROW + MARGIN;
  const next = dated.find(({ due, overdue, onTime }) => !overdue && onTime === null && instant(due) >= instant(facts.now));
  return draw("svg", { viewBox: `0 0 ${WIDTH} ${height}`, class: "picture", "aria-hidden": "true", focusable: "false" }, [
    daysOff(scale, height),
    rows.map((deadline, index) => {
      const top = MARGIN + index * ROW;
      return [
        draw("text", { x: MARGIN, y: top + LETTERS, class: "picture-text", "font-size": LETTERS }, label(deadline)),
        deadline.due ? bar(deadline, scale(starts[index]), scale(markOf(deadline, ends[index], scale)), top + LETTERS + 8, deadline === next) : notStarted(top + LETTERS + 8),
      ];
    }),
  ]);
}

function scaleOf(times) {
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const scale = (time) => MARGIN * 2 + ((time - first) / (last - first || 1)) * (WIDTH - MARGIN * 4);
  return Object.assign(scale, { first, last });
}

/** Among days, what is due by the end of one is marked in the middle of that day: at its end it would stand at the next. */
function markOf({ due }, end, { first, last }) {
  return isOfTheDay(due) && last - first > SHOWN_IN_HOURS_MS ? end - HALF_A_DAY_IN_MS : end;
}

function isOfTheDay(due) {
  return due.includes("T23:59:59");
}

/** Saturdays and Sundays, shaded. */
function daysOff(scale, height) {
  const days = [];
  for (let day = Math.floor(scale.first / DAY_IN_MS) * DAY_IN_MS; day < scale.last; day += DAY_IN_MS) {
    if (WEEKEND.includes(new Date(day).getUTCDay())) days.push(day);
  }
  return days.map((day) => {
    const [left, right] = [Math.max(scale(day), 0), Math.min(scale(day + DAY_IN_MS), WIDTH)];
    return draw("rect", { x: left, y: 0, width: Math.max(right - left, 0), height, class: "picture-day-off", fill: "#c9d2d6" });
  });
}

function bar({ onTime }, from, to, top, isNext) {
  const middle = top + BAR / 2;
  const [left, right] = [Math.min(from, to), Math.max(from, to)];
  return [
    draw("rect", { x: left, y: top + 2, width: Math.max(right - left, 1), height: BAR - 4, class: "picture-bar", fill: "#1d5f8a" }),
    onTime === null ? end(to, middle, isNext) : tick(to, middle),
  ];
}

/** A diamond for what comes next, a line for the others. */
function end(x, middle, isNext) {
  if (!isNext) return draw("line", { x1: x, x2: x, y1: middle - 7, y2: middle + 7, class: "picture-mark", stroke: "currentColor", "stroke-width": 3 });
  return draw("path", { d: `M${x} ${middle - 8}l8 8l-8 8l-8 -8z`, class: "picture-mark" });
}

function tick(x, middle) {
  return draw("path", { d: `M${x - 6} ${middle}l5 5l9 -10`, class: "picture-tick", fill: "none", stroke: "currentColor", "stroke-width": 3 });
}

/** A ring and dashes: its time has not begun. */
function notStarted(top) {
  const middle = top + BAR / 2;
  return [
    draw("circle", { cx: MARGIN * 2, cy: middle, r: 5, class: "picture-ring", fill: "none", stroke: "currentColor", "stroke-width": 2 }),
    draw("line", { x1: MARGIN * 2 + 8, x2: WIDTH / 2, y1: middle, y2: middle, class: "picture-ring", stroke: "currentColor", "stroke-width": 2, "stroke-dasharray": "6 5" }),
  ];
}

/** The date and the rule, which both fit a narrow screen. */
function label({ due, rules, duty }) {
  const rule = `${duty.replaceAll("-", " ")}, ${rules[0]}`;
  if (!due) return rule;
  const time = isOfTheDay(due) ? "" : ` ${spokenTime(due.slice(11, 16))}`;
  return `${shortDay(due.slice(0, 10))}${time}: ${rule}`;
}

function instant(moment) {
  const time = Date.parse(moment ?? "");
  return Number.isNaN(time) ? undefined : time;
}

function draw(name, attributes, contents = []) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, typeof value === "number" ? Math.round(value * 10) / 10 : value);
  element.append(...[contents].flat(Infinity));
  return element;
}
