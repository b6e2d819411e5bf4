// Batches: very many cases as objects and as columns, and the full answers of a list of open cases.

import { timeByHand, timeInALoop } from "./by-hand.mjs";
import { BATCH, COMMON, casesOf, columnsOf } from "./cases.mjs";
import { measure, ratio } from "./cpu-time.mjs";
import { ENGINES } from "./engines.mjs";
import { packageIn } from "./package-measured.mjs";

const OPEN_CASES = 500;
/** As many cases are put to an engine in one turn: the slowest takes milliseconds for each. */
const TURN = 20;
const DAY = 86_400_000;

const { folder, pace } = JSON.parse(process.argv[2]);
const { answerMany, describeColumns, timeColumns, timeMany } = await packageIn(folder).functions();
const cases = casesOf(BATCH);
const layout = describeColumns(COMMON);
const columns = columnsOf(cases, layout);

// First all must agree on every case.
const [times, dues, looped] = [timeMany(cases.objects, COMMON), timeColumns(columns, COMMON), timeInALoop(columns, layout)];
cases.objects.forEach((facts, place) => {
  const { timescale, dueBy } = timeByHand(facts);
  const others = [
    [times[place].timescale, times[place].dueBy],
    [layout.timescales[dues.timescale[place]], new Date(dues.dueBy[place] * DAY).toISOString().slice(0, 10)],
    [layout.timescales[looped.timescale[place]], new Date(looped.dueBy[place] * DAY).toISOString().slice(0, 10)],
  ];
  if (others.some((other) => other[0] !== timescale || other[1] !== dueBy)) throw new Error(`case ${place}, ${JSON.stringify(facts)}: ${JSON.stringify({ timescale, dueBy, others })}`);
});

const eachOf = (found, count) => Object.fromEntries(Object.entries(found).map(([name, { least, median, found: all }]) => [name, { least: least / count, median: median / count, found: all.map((time) => time / count) }]));
const beside = (ours, others) => Object.fromEntries(Object.entries(others).map(([name, other]) => [name, { ...other, ratio: ratio(other, ours) }]));

const [byHand, ...engines] = ENGINES;
const { ours: objects, ...written } = eachOf(
  await measure({
    ours: () => timeMany(cases.objects, COMMON),
    "the same times written by hand, strict": () => cases.objects.map(timeByHand),
    [`the bare decision: ${byHand.name}`]: () => cases.facts.map(byHand.decide),
  }, pace),
  BATCH,
);
const inTurn = ({ name, decide }) => [`the bare decision: ${name}`, async (turn) => {
  for (let place = 0; place < TURN; place++) await decide(cases.facts[(turn * TURN + place) % BATCH]);
}];
const bare = eachOf(await measure(Object.fromEntries(engines.map(inTurn)), pace), TURN);
const { ours: packed, ...loops } = eachOf(
  await measure({ ours: () => timeColumns(columns, COMMON), "a plain loop in JavaScript": () => timeInALoop(columns, layout) }, pace),
  BATCH,
);

const open = cases.objects.slice(0, OPEN_CASES).map((facts) => ({ ...COMMON, ...facts }));
const text = JSON.stringify(answerMany("classify-concern", open));
const dashboard = await measure({ ours: () => answerMany("classify-concern", open), floor: () => [JSON.parse(text), JSON.parse(text)] }, pace);

console.log(JSON.stringify({
  cases: BATCH,
  objects: { ours: objects, others: { ...beside(objects, written), ...beside(objects, bare) } },
  columns: { ours: packed, others: beside(packed, loops) },
  dashboard: { cases: OPEN_CASES, bytes: Buffer.byteLength(text), ...dashboard, ratio: ratio(dashboard.ours, dashboard.floor) },
}));
