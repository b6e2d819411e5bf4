// The whole answer of `classifyConcern`, with dates, against the bare decision of one engine, in a process of their own: what one
// engine leaves behind slows no other. Without the number of an engine: do all of them, and this library, agree on every case?

import { measure, ratio } from "./cpu-time.mjs";
import { CASES, asked, timescaleOf } from "./decision.mjs";
import { ENGINES } from "./engines.mjs";
import { packageIn } from "./package-measured.mjs";

const OURS = "classifyConcern, whole answer";

const { folder, pace, number } = JSON.parse(process.argv[2]);
const { classifyConcern } = await packageIn(folder).functions();
const told = CASES.map(asked);

async function agree() {
  for (const [place, facts] of CASES.entries()) {
    const answers = [];
    for (const { name, decide } of ENGINES) answers.push({ name, answer: await decide(facts) });
    const [{ answer: expected }] = answers;
    const others = answers.filter(({ answer }) => JSON.stringify(answer) !== JSON.stringify(expected)).map(({ name }) => name);
    if (timescaleOf(classifyConcern(told[place]), facts) !== expected.timescale) others.push(OURS);
    if (others.length > 0) throw new Error(`case ${place}, ${JSON.stringify(facts)}: ${others.join(", ")} disagree with ${expected.timescale}`);
  }
  return { agreed: CASES.length };
}

async function beside({ decide }) {
  const inTurn = (cases, decide) => (turn) => decide(cases[turn % cases.length]);
  const { ours, engine } = await measure({ ours: inTurn(told, classifyConcern), engine: inTurn(CASES, decide) }, pace);
  return { ours, engine: { ...engine, ratio: ratio(ours, engine) } };
}

console.log(JSON.stringify(number === undefined ? await agree() : await beside(ENGINES[number])));
