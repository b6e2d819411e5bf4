// One question: its whole answer, against putting that very answer into JSON and reading it back, which any answer of that size
// costs in JavaScript.

import { measure, ratio } from "./cpu-time.mjs";
import { packageIn } from "./package-measured.mjs";
import { QUESTIONS } from "./questions.mjs";

const { folder, question, pace } = JSON.parse(process.argv[2]);
const ask = (await packageIn(folder).functions())[question];
const given = QUESTIONS[question];
const answer = ask(...given);
const { ours, floor } = await measure({ ours: () => ask(...given), floor: () => JSON.parse(JSON.stringify(answer)) }, pace);
console.log(JSON.stringify({ bytes: Buffer.byteLength(JSON.stringify(answer)), ours, floor, ratio: ratio(ours, floor) }));
