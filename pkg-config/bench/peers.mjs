// The whole answer of `classifyConcern`, with dates, against the bare decision of each engine. First all must agree on every case.

import { measure, ratio } from "./cpu-time.mjs";
import { CASES, asked, timescaleOf } from "./decision.mjs";
import { ENGINES } from "./engines.mjs";
import { packageIn } from "./package-measured.mjs";

const OURS = "classifyConcern, whole answer";

const { folder, pace } = JSON.parse(process.argv[2]);
const { classifyConcern } = await packageIn(folder).functions();
const told = CASES.map(asked);

for (const [number, facts] of CASES.entries()) {
  const answers = [];
  for (const { name, decide } of ENGINES) answers.push({ name, answer: await decide(facts) });
  const [{ answer: expected }] = answers;
  const others = answers.filter(({ answer }) => JSON.stringify(answer) !== JSON.stringify(expected)).map(({ name }) => name);
  if (timescaleOf(classifyConcern(told[number]), facts) !== expected.timescale) others.push(OURS);
  if (others.length > 0) throw new Error(`case ${number}, ${JSON.stringify(facts)}: ${others.join(", ")} disagree with ${expected.timescale}`);
}

const inTurn = (cases, decide) => (turn) => decide(cases[turn % cases.length]);
const calls = Object.fromEntries(ENGINES.map(({ name, decide }) => [name, inTurn(CASES, decide)]));
const { [OURS]: ours, ...engines } = await measure({ [OURS]: inTurn(told, classifyConcern), ...calls }, pace);
for (const engine of Object.values(engines)) engine.ratio = ratio(ours, engine);
console.log(JSON.stringify({ agreed: CASES.length, ours, engines }));
