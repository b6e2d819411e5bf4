// Input that is wrong: how much of it does an engine refuse, and does it decide rightly afterwards? Each in a process of its own.

import { CASES, FACTS, asked, timescaleOf } from "./decision.mjs";
import { ENGINES } from "./engines.mjs";
import { packageIn } from "./package-measured.mjs";

const { folder, number } = JSON.parse(process.argv[2]);
const LONGEST = 20_000;
const good = () => ({ ...CASES[0] });
const without = (fact) => Object.fromEntries(Object.entries(good()).filter(([name]) => name !== fact));
const [wrong, other] = [FACTS[1], FACTS[0]];

function deep(levels) {
  let facts = {};
  for (let level = 0; level < levels; level++) facts = { inside: facts };
  return facts;
}

/** What is wrong with each, however an engine names its facts. */
const BAD = {
  "a fact that there is not": { ...good(), anything: true },
  "a fact misspelt": { ...without(wrong), [`${wrong}s`]: true },
  "a text, true": { ...good(), [wrong]: "true" },
  "a text, false": { ...good(), [wrong]: "false" },
  "not a number": { ...good(), [wrong]: NaN },
  "a number": { ...good(), [wrong]: 1 },
  "an object": { ...good(), [wrong]: {} },
  "a list": { ...good(), [wrong]: [] },
  "nothing as the whole": null,
  "a list as the whole": [],
  "a text as the whole": "x",
  "100,000 facts more": { ...good(), ...Object.fromEntries(Array.from({ length: 100_000 }, (_, place) => [`fact${place}`, true])) },
  "5,000 levels": { ...good(), [wrong]: deep(5_000) },
  "a text where the answer stands without it": { ...good(), [other]: true, [wrong]: "x" },
};

/** The same facts as this library is told them: those of a concern by the names of the engines, which it does not know. */
async function ours() {
  const { classifyConcern } = await packageIn(folder).functions();
  const names = { [wrong]: "seriousRisk", [other]: "penetrativeSexualAbuse" };
  const told = (facts) => {
    if (facts === null || typeof facts !== "object" || Array.isArray(facts)) return facts;
    return { area: "generic", concerns: Object.fromEntries(Object.entries(facts).filter(([name]) => !FACTS.includes(name) || name in names).map(([name, value]) => [names[name] ?? name, value])) };
  };
  return { refuses: (facts) => classifyConcern(told(facts)), isWell: () => timescaleOf(classifyConcern(asked(CASES[1])), CASES[1]) === "same-day" };
}

async function theirs({ decide }) {
  return { refuses: (facts) => decide(facts), isWell: async () => (await decide(CASES[1])).timescale === "same-day" };
}

const { refuses, isWell } = number === undefined ? await ours() : await theirs(ENGINES[number]);
const late = () => new Promise((_, refuse) => setTimeout(refuse, LONGEST, new Error("too long")).unref());
let [refused, well] = [0, true];
for (const facts of Object.values(BAD)) {
  try {
    await Promise.race([refuses(facts), late()]);
  } catch {
    refused++;
  }
  well &&= await isWell();
}
console.log(JSON.stringify({ refused, of: Object.keys(BAD).length, well }));
