// How much memory the rules hold after a million calls, of every question of practice, or after as many as there is time for.

import { spent } from "./cpu-time.mjs";
import { packageIn } from "./package-measured.mjs";
import { OF_PRACTICE, QUESTIONS } from "./questions.mjs";

const MILLION = 1_000_000;
const WARMING = 10;

const { folder, most } = JSON.parse(process.argv[2]);
const RealInstance = WebAssembly.Instance;
const memories = [];
WebAssembly.Instance = function (module, imports) {
  const instance = new RealInstance(module, imports);
  if (instance.exports.memory) memories.push(instance.exports.memory);
  return instance;
};

const rules = await packageIn(folder).functions();
const asked = OF_PRACTICE.map((question) => () => rules[question](...QUESTIONS[question]));
for (let round = 0; round < WARMING; round++) for (const ask of asked) ask();
const bytes = () => memories.at(-1).buffer.byteLength;
const [start, made] = [bytes(), memories.length];

const end = spent() + most;
let calls = 0;
while (calls < MILLION && spent() < end) {
  for (const ask of asked) ask();
  calls += asked.length;
}
console.log(JSON.stringify({ calls, start, end: bytes(), instances: memories.length - made }));
