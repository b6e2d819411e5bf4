// The quarter in pictures: a bar for each measure as "39 of 48", and a run chart over several quarters. One colour, no
// verdict.

import { describePacks } from "safeguarding-rules";
import { capital, make, shortMonthOf, small, table } from "safeguarding-rules/parts";
import { figure, shape, stripes, words, wrapped } from "./svg.js";
import { QUARTER_PICTURE, SHARED } from "../words.js";

const NOT_SHOWN = QUARTER_PICTURE.notShown;
const NO_POINT = "–";
const KEPT_BACK = QUARTER_PICTURE.keptBack;
const [BAR, VALUE] = [18, 84];

/** The bars of one quarter's answer, and the table of what they show. */
export function quarterBars(answer) {
  const measures = answer.measures.map(({ id, text, rows }) => ({
    id,
    text: sentenceOf(text),
    rows: rows.map((row) => ({ ...row, label: labelOf(row) })),
  }));
  const all = measures.flatMap(({ text, rows }) =>
    rows.map((row) => [text, row.label, count(row), figureOf(row.notRecorded)]),
  );
  return make(
    "div",
    null,
    figure(
      [
        answer.heading,
        lowest(answer),
        measures.some(({ rows }) => rows.some(silent)) && QUARTER_PICTURE.silence,
        all.some(([, , counted]) => counted === NOT_SHOWN) && KEPT_BACK,
      ]
        .filter(Boolean)
        .join(" "),
      (layout) => bars(layout, measures),
    ),
    table(
      QUARTER_PICTURE.caption,
      [SHARED.measure, QUARTER_PICTURE.agencyOrTeam, QUARTER_PICTURE.howMany, SHARED.notRecorded],
      all,
    ),
  );
}

/**
 * Several quarters, each `{ label, from, answer }`, the earliest first: a small chart for each measure and agency, and
 * their table.
 */
export function runChart(quarters) {
  const series = seriesOf(quarters);
  const hidden = series.some(({ points }) => points.some(({ said }) => said === NOT_SHOWN));
  const caption = [
    QUARTER_PICTURE.quarters(quarters[0].label, quarters.at(-1).label),
    widest(series),
    QUARTER_PICTURE.howToRead,
    hidden && KEPT_BACK,
  ]
    .filter(Boolean)
    .join(" ");
  return make(
    "div",
    null,
    figure(caption, (layout) => panels(layout, series)),
    table(
      QUARTER_PICTURE.quartersCaption,
      [SHARED.measure, QUARTER_PICTURE.agencyOrTeam, ...quarters.map(({ label }) => label)],
      series.map(({ text, label, points }) => [text, label, ...points.map(({ said }) => said)]),
    ),
  );
}

// -------------------------------------------------------------------------------------------------------------- words

function sentenceOf(text) {
  return text.replace(/\.$/, "");
}

function labelOf({ agency, team }) {
  if (team !== null) return QUARTER_PICTURE.team(team.replaceAll("-", " "));
  if (agency === null) return QUARTER_PICTURE.all;
  return capital(describePacks().agencies.find(({ id }) => id === agency)?.label ?? agency.replaceAll("-", " "));
}

function figureOf({ number, suppressed }) {
  return suppressed ? NOT_SHOWN : String(number);
}

function count({ of, count }) {
  return of.suppressed || count.suppressed ? NOT_SHOWN : SHARED.of(count.number, of.number);
}

/** Is something of it not recorded, so that nothing can be concluded from it? What is kept back may hide that. */
function silent({ notRecorded }) {
  return notRecorded.suppressed || notRecorded.number > 0;
}

/** Of what is recorded. */
function countOfRecorded({ of, count, notRecorded }) {
  return SHARED.of(count.number, of.number - notRecorded.number);
}

function inSentence(text, label) {
  return small(sentenceOf(text)) + (label ? ` (${small(label)})` : "");
}

/** The conclusion: what was done least often, of what is not merely counted and wholly recorded. */
function lowest({ measures }) {
  const rows = measures
    .filter(({ measure }) => !["requests", "repeat-meetings"].includes(measure))
    .flatMap(({ text, rows }) =>
      rows.filter((row) => row.perCent !== null && !silent(row)).map((row) => ({ text, row })),
    );
  if (rows.length === 0) return null;
  const { text, row } = rows.reduce((least, other) => (other.row.perCent < least.row.perCent ? other : least));
  return QUARTER_PICTURE.leastOften(inSentence(text, (row.agency ?? row.team) && labelOf(row)), count(row));
}

/** The conclusion of several quarters: what has moved most. */
function widest(series) {
  const moves = series
    .map(({ text, label, points }) => ({ text, label, first: points[0].settled, last: points.at(-1).settled }))
    .filter(({ first, last }) => first !== null && last !== null);
  if (moves.length === 0) return null;
  const most = moves.reduce((one, other) =>
    Math.abs(other.last - other.first) > Math.abs(one.last - one.first) ? other : one,
  );
  if (most.first === most.last) return QUARTER_PICTURE.noneMoved;
  return QUARTER_PICTURE.movedMost(
    inSentence(most.text, most.label === QUARTER_PICTURE.all ? null : most.label),
    most.first,
    most.last,
  );
}

function seriesOf(quarters) {
  const keys = new Map();
  quarters.forEach(({ answer }, index) => {
    for (const { id, text, rows } of answer.measures) {
      for (const row of rows) {
        const key = `${id} ${row.agency} ${row.team}`;
        if (!keys.has(key))
          keys.set(key, {
            text: sentenceOf(text),
            label: labelOf(row),
            points: quarters.map(({ from, answer: { meetings } }) => ({
              from,
              perCent: null,
              settled: null,
              said: meetings.number === 0 ? QUARTER_PICTURE.noMeetings : NOT_SHOWN,
            })),
          });
        if (row.perCent !== null) Object.assign(keys.get(key).points[index], drawn(row));
      }
    }
  });
  return [...keys.values()];
}

/** A share of what is recorded, said as one; `settled` is null where more may be on nobody's record. */
function drawn(row) {
  const { perCent } = row;
  if (!silent(row)) return { perCent, settled: perCent, said: QUARTER_PICTURE.perCent(perCent, count(row)) };
  return {
    perCent,
    said: row.notRecorded.suppressed ? NOT_SHOWN : QUARTER_PICTURE.perCentRecorded(perCent, countOfRecorded(row)),
  };
}

// --------------------------------------------------------------------------------------------------------------- bars

function bars({ name, width }, measures) {
  const isWide = name === "wide";
  const left = isWide ? 176 : 0;
  const ground = stripes();
  let y = 0;
  const shapes = [shape("defs", {}, ground.pattern)];
  for (const { text, rows } of measures) {
    for (const line of wrapped(text, width - 10)) shapes.push(words(line, 0, (y += 18), { bold: true }));
    y += 8;
    for (const row of rows) {
      const top = y + (isWide ? 0 : 18);
      shapes.push(
        bar(row, {
          top,
          left,
          width,
          textAt: isWide ? top + 14 : top - 5,
          full: width - left - (isWide ? VALUE : 0) - 2,
          ground,
        }),
      );
      y = top + BAR + 10;
    }
    y += 8;
  }
  return { height: y, shapes };
}

/** What was done, what was not, and as a third part what nobody recorded. */
function bar(row, { top, left, width, textAt, full, ground }) {
  const isKeptBack = row.of.suppressed || row.count.suppressed || row.notRecorded.suppressed;
  const long = (number) => (isKeptBack || row.of.number === 0 ? 0 : (full * number) / row.of.number);
  const [filled, silence] = [long(row.count.number), long(row.notRecorded.number)];
  return [
    words(row.label, 0, textAt),
    shape("rect", {
      x: left + 1,
      y: top,
      width: full,
      height: BAR,
      class: isKeptBack ? "picture__track picture__track--hidden" : "picture__track",
    }),
    silence > 0 &&
      shape("rect", {
        x: left + 1 + full - silence,
        y: top,
        width: silence,
        height: BAR,
        class: "picture__silence",
        fill: ground.fill,
      }),
    filled > 0 && shape("rect", { x: left + 1, y: top, width: filled, height: BAR, class: "picture__fill" }),
    words(count(row), width, textAt, { anchor: "end", bold: true }),
  ];
}

// ---------------------------------------------------------------------------------------------------------- run charts

const [PANEL, LOW, HIGH] = [164, 112, 52];

function panels({ name, width }, series) {
  const across = name === "wide" ? 2 : 1;
  const each = (width - 24 * (across - 1)) / across;
  const shapes = series.map((one, index) =>
    panel(one, (index % across) * (each + 24), Math.floor(index / across) * PANEL, each),
  );
  return { height: Math.ceil(series.length / across) * PANEL, shapes };
}

function panel({ text, label, points }, left, top, width) {
  const x = (index) =>
    left + 26 + (points.length > 1 ? (index * (width - 52)) / (points.length - 1) : (width - 52) / 2);
  const y = (perCent) => top + LOW - ((LOW - HIGH) * perCent) / 100;
  const lines = points.slice(1).map((point, index) => {
    const before = points[index];
    return (
      point.perCent !== null &&
      before.perCent !== null &&
      shape("line", {
        x1: x(index),
        y1: y(before.perCent),
        x2: x(index + 1),
        y2: y(point.perCent),
        class: "picture__run",
      })
    );
  });
  const title = wrapped(`${text}: ${label.toLowerCase()}`, width, 12).slice(0, 2);
  return [
    title.map((line, index) => words(line, left, top + 12 + 14 * index, { size: 12, bold: true })),
    shape("line", { x1: left, y1: top + LOW, x2: left + width, y2: top + LOW, class: "picture__axis" }),
    lines,
    points.map(({ perCent, from }, index) => [
      perCent === null
        ? words(NO_POINT, x(index), top + LOW - 6, { size: 12, anchor: "middle" })
        : point(x(index), y(perCent), perCent),
      firstMonth(from).map((line, place) =>
        words(line, x(index), top + LOW + 14 + 13 * place, { size: 11, anchor: "middle" }),
      ),
    ]),
  ];
}

/** "2026-07-01" as "Jul" over "2026": eight of these stand side by side on a phone. */
function firstMonth(from) {
  return [shortMonthOf(from), from.slice(0, 4)];
}

function point(x, y, perCent) {
  return [
    shape("circle", { cx: x, cy: y, r: 5, class: "picture__sign" }),
    words(String(perCent), x, y - 8, { size: 12, anchor: "middle" }),
  ];
}
