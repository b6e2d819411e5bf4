// The door to JavaScript, given what nobody's form makes: whatever each function of the package is called with, it answers, or it
// refuses with a code, a place and what was expected, never with what was typed; and the next question has the answer that it had.
//
// node hostile-door.mjs INSTALLED CALLS [--seed N] [--progress FILE]

import fc from "fast-check";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { callsWith, OWN_PACK, comparisons } from "../door/types/calls.mjs";
import { CANARY, PUT_ON_EVERY_OBJECT, anything, made } from "./hostile-values.mjs";

const { values: given, positionals: [installed, wanted] } = parseArgs({ allowPositionals: true, options: { seed: { type: "string" }, progress: { type: "string" } } });
const entry = (name) => import(pathToFileURL(join(installed, name)));

const instances = { made: 0 };
const RealInstance = WebAssembly.Instance;
WebAssembly.Instance = function (...words) {
  instances.made++;
  return new RealInstance(...words);
};

const [rules, workshop, records, streams, web] = await Promise.all(["index.js", "workshop.js", "records.js", "streams.js", "web.js"].map(entry));
const SEALED = workshop.sealPack(OWN_PACK);
const record = await records.recordDecision({ question: "classify-concern", facts: { area: "generic", concernsIdentifiedAt: "2026-12-23" } });
const SENTENCE = Object.keys(rules.listMessages())[0];
const TOML = workshop.beginToml({ checked: "2026-11-21" });
const [WASM, PACKS] = [readFileSync(join(installed, "safeguarding_rules_bg.wasm")), rules.describePacks().packs.map(({ id }) => readFileSync(join(installed, `packs/${id}.pack`)))];

/** What each function is called with where all is well; what the tests of the door call is added below. */
const CALLED_WITH = new Map([
  [rules, {
    answerQuestion: [["classify-concern", { area: "generic" }], ["list-attendees", { area: "generic", meetingType: "strategy" }]],
    answerMany: [["classify-concern", [{ area: "generic" }, {}]], ["report-quarter", [{ area: "county-durham" }]]],
    classifyMany: [[[{ area: "generic", concernsIdentifiedAt: "2026-12-23" }, { area: "hampshire" }]]],
    describeColumns: [[{ area: "generic" }], []],
    factsFrom: [[[["area", "generic"], ["concerns.seriousRisk", "yes"], ["children[0].ref", "first"], ["at-day", "3"], ["at-month", "3"], ["at-year", "2026"]], [{ path: "area", kind: "word" }]], [{ area: "generic", concerns: { seriousRisk: "yes" } }]],
    listMessages: [[]],
    reportQuarterFrom: [[[{ ref: "first", startedAt: "2026-08-19T10:00", endedAt: "2026-08-19T11:00", agencies: [{ agency: "police", attended: true }] }, {}], { area: "county-durham", from: "2026-07-01", until: "2026-09-30" }, { onProgress: null, signal: null }]],
    setMessages: [[{ [SENTENCE]: "Said otherwise" }], [{}]],
    timeColumns: [[{ facts: new Uint32Array(3), concernsIdentifiedAt: new Uint32Array([20_605, 0, 1]) }, { area: "generic" }]],
    timeMany: [[[{ concernsIdentifiedAt: "2026-12-23", concerns: { seriousRisk: true } }, { complexReason: "Several households" }], { area: "generic" }]],
  }],
  [workshop, {
    beginToml: [[{ checked: "2026-11-21", name: "Ours" }]],
    checkToml: [[TOML]],
    lintToml: [[TOML, "2026-11-21"]],
    diffToml: [[TOML, TOML]],
    loadPack: [[SEALED]],
    sealPack: [[OWN_PACK]],
  }],
  [records, {
    recordDecision: [[{ after: record, question: "classify-concern", facts: { area: "generic" }, corrects: null, madeAt: "2026-12-23T10:00:00.000Z" }]],
    redact: [[{ after: record, record, parts: ["facts.area"], reason: "Asked for" }]],
    headOf: [[record]],
    verifyRecord: [[record]],
    verifyRecords: [[[record], records.headOf(record)]],
    recheck: [[{ question: "classify-concern", facts: { area: "generic" }, decision: rules.classifyConcern({ area: "generic" }) }]],
  }],
  [streams, {
    readCsv: [["area,concerns.seriousRisk\ngeneric,yes\n", { fields: undefined }], [new TextEncoder().encode("area\ngeneric\n")], [["area\n", "generic\n"], { fields: [{ path: "area", kind: "word" }] }]],
    readJsonLines: [['{"area":"generic"}\n{}\n'], [['{"area":', '"generic"}']]],
    replay: [["classify-concern", [{ area: "generic", concernsIdentifiedAt: "2026-12-23" }, {}], { area: "county-durham", asOf: "2026-11-21" }, { examples: 1, onProgress: null, signal: null }]],
  }],
  // A fresh one each time would be a second for each call: it is refused or loaded once, and then answers as before.
  [web, { init: [[WASM, { packs: PACKS }], [WASM, { areas: ["generic"] }]] }],
]);
for (const [name, , ...words] of [...callsWith(SEALED), ...comparisons]) {
  const door = name in rules ? rules : workshop;
  (CALLED_WITH.get(door)[name] ??= []).push(words);
}

/** How many of a thousand cases: what takes long has fewer. */
const SHARES = { comparePacks: 2, sealPack: 10, lintToml: 5, diffToml: 3, checkToml: 10, listRules: 5, listMessages: 1, setMessages: 10, init: 2, answerMany: 20 };
/** Where whoever calls hands over what cannot be loaded, the fault may be the network's too. */
const MAY_BE_INTERNAL = ["init"];
/** Which of its words a function goes through one by one, and which say how. */
const GOES_THROUGH = { reportQuarterFrom: [0, 2], replay: [1, 3], readCsv: [0], readJsonLines: [0] };

const doors = [...CALLED_WITH].flatMap(([door, functions]) => Object.entries(functions).map(([name, calls]) => ({ door, name, calls })));
for (const door of [rules, workshop, records, streams]) {
  const left = Object.keys(door).filter((name) => name !== "SafeguardingError" && !CALLED_WITH.get(door)[name] && !(door === streams && name in rules));
  if (left.length > 0) throw new Error(`nobody calls ${left}`);
}

/** Every place in what a function is called with. */
function placesIn(value, place = []) {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return [place];
  return [place, ...Object.keys(value).flatMap((key) => placesIn(value[key], [...place, key]))];
}

/** Puts something in a place, or beside it under another name, or takes it out; never inside what was put there before. */
function spoil(holder, [first, ...rest], how, value, name, put) {
  if (typeof holder !== "object" || holder === null || put.has(holder)) return;
  if (rest.length > 0) return spoil(holder[first], rest, how, value, name, put);
  const key = how === "put" ? first : Array.isArray(holder) && name === "length" ? "oops" : name;
  if (how === "take") Reflect.deleteProperty(holder, first);
  else Reflect.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

const NAMES = ["__proto__", "constructor", "toJSON", "then", `${CANARY} 7`, "oops", "length", "area", "now", "1"];

/** What a function is called with: one of its good calls, spoilt in a few places, or nothing that it knows. */
function callOf({ calls }) {
  const spoilt = fc.record({ place: fc.nat({ max: 1_000 }), how: fc.constantFrom("put", "put", "put", "add", "take"), what: anything, name: fc.constantFrom(...NAMES) });
  const nearly = fc.record({ call: fc.nat({ max: calls.length - 1 }), spoilt: fc.array(spoilt, { minLength: 1, maxLength: 3 }) });
  const words = fc.array(anything, { maxLength: 3 }).map((words) => ({ words }));
  const polluted = fc.option(fc.tuple(fc.constantFrom(...PUT_ON_EVERY_OBJECT), anything), { freq: 30, nil: null });
  return fc.tuple(fc.oneof({ weight: 4, arbitrary: nearly }, { weight: 1, arbitrary: words }), polluted);
}

function wordsOf({ call, spoilt, words }, { door, calls }) {
  const value = (described) => made(described, refusalOf(door));
  if (words) return words.map(value);
  const copy = structuredClone(calls[call]);
  const places = placesIn(calls[call]).slice(1);
  const put = new Set();
  for (const { place, how, what, name } of places.length > 0 ? spoilt : []) {
    const made = value(what);
    spoil(copy, places[place % places.length], how, made, name, put);
    put.add(made);
  }
  return copy;
}

const GOOD = { area: "generic", concernsIdentifiedAt: "2026-12-23" };
const HEALTHY = new Map([[rules, () => rules.classifyConcern(GOOD)], [workshop, () => workshop.beginToml({ checked: "2026-11-21" }).length + workshop.lintToml("", "2026-11-21").length], [records, () => records.recheck({ question: "classify-concern", facts: GOOD, decision: null })], [streams, () => rules.classifyConcern(GOOD)], [web, () => 0]]);
const stateOf = (door) => JSON.stringify(HEALTHY.get(door)());
const before = new Map([...HEALTHY.keys()].map((door) => [door, stateOf(door)]));
const counted = { answered: 0, refused: 0 };

/** What is answered at once is left as it is: it may hold a field `then`. */
async function outcomeOf({ door, name }, words, polluted) {
  let told;
  if (polluted) Object.defineProperty(Object.prototype, polluted.name, { value: polluted.value, configurable: true, enumerable: true, writable: true });
  try {
    told = name.startsWith("read") ? throughAll(door[name](...words)) : door[name](...words);
  } finally {
    if (polluted) delete Object.prototype[polluted.name];
  }
  if (told instanceof Promise) await told;
}

async function throughAll(stream) {
  for await (const _ of stream);
}

/** What a stream throws on its way, or what is told how far it is, is the caller's own, as where a network fails. A list is no stream. */
async function isTheirOwn({ name }, words) {
  const [source, options] = (GOES_THROUGH[name] ?? []).map((place) => words[place]);
  const throws = async (call) => {
    try {
      await call();
      return false;
    } catch {
      return true;
    }
  };
  if (typeof options?.onProgress === "function" && (await throws(() => options.onProgress(1)))) return true;
  if (typeof options?.signal?.throwIfAborted === "function" && (await throws(() => options.signal.throwIfAborted()))) return true;
  if (typeof source !== "object" || Array.isArray(source)) return false;
  const iterator = (source[Symbol.asyncIterator] ?? source[Symbol.iterator]).call(source);
  const { next } = iterator;
  return throws(async () => { for (let step; !step?.done; step = await next.call(iterator)); });
}

async function holds(one, described, onEveryObject) {
  const started = instances.made;
  const words = wordsOf(described, one);
  const polluted = onEveryObject && { name: onEveryObject[0], value: made(onEveryObject[1], refusalOf(one.door)) };
  try {
    await outcomeOf(one, words, polluted);
    counted.answered++;
  } catch (error) {
    counted.refused++;
    if (!(await isTheirOwn(one, wordsOf(described, one)).catch(() => false))) wrongIn(error, one);
  }
  if (instances.made > started && one.name !== "init") throw new Error("the rules had to be started again");
  if (one.name === "setMessages") rules.setMessages({});
  if (stateOf(one.door) !== before.get(one.door)) throw new Error("the next question has another answer");
}

/** What no error may be. */
function wrongIn(error, { door, name }) {
  if (!isRefusal(error, door)) throw new Error("something else than a SafeguardingError was thrown", { cause: error });
  const { code, path, message } = error;
  if (typeof code !== "string" || typeof path !== "string" || typeof message !== "string" || message === "") throw new Error("an error without code, place or words");
  if (code === "internal" && !MAY_BE_INTERNAL.includes(name)) throw new Error(`internal: ${message}`);
  if (`${code} ${path} ${message}`.includes("Canary")) throw new Error(`what was typed is repeated: ${code} ${path} ${message}`);
}

/** Streams are read by the rules of the main entry. */
function refusalOf({ SafeguardingError }) {
  return SafeguardingError ?? rules.SafeguardingError;
}

function isRefusal(error, door) {
  try {
    return error instanceof refusalOf(door);
  } catch {
    return false;
  }
}

// What was promised by somebody else's code and is refused is nobody's here.
process.on("unhandledRejection", () => {});

const AT_ONCE = 5_000;
const sum = doors.reduce((all, { name }) => all + (SHARES[name] ?? 40), 0);
const seed = given.seed === undefined ? (Date.now() | 0) : Number(given.seed);
// Of another package nothing is done yet.
const of = readFileSync(join(installed, "integrity.json"), "utf8");
const kept = given.progress && existsSync(given.progress) ? JSON.parse(readFileSync(given.progress, "utf8")) : {};
const progress = kept.of === of ? kept : { of, seed, done: {} };
console.log(`seed ${progress.seed}`);

let all = 0;
for (const one of doors) {
  const runs = Math.ceil((Number(wanted) * (SHARES[one.name] ?? 40)) / sum);
  const property = fc.asyncProperty(callOf(one), ([described, polluted]) => holds(one, described, polluted));
  for (let done = progress.done[one.name] ?? 0; done < runs; done = progress.done[one.name]) {
    const numRuns = Math.min(AT_ONCE, runs - done);
    const { failed, counterexample, errorInstance, seed: its, counterexamplePath } = await fc.check(property, { numRuns, seed: progress.seed + done, maxSkipsPerRun: 0 });
    if (failed) {
      console.error(`${one.name} (seed ${its}, path ${counterexamplePath}): ${errorInstance?.message} ${shown(errorInstance?.cause)}\n${fc.stringify(counterexample).slice(0, 2_000)}`);
      process.exitCode = 1;
      break;
    }
    progress.done[one.name] = done + numRuns;
    if (given.progress) {
      writeFileSync(`${given.progress}.new`, JSON.stringify(progress));
      renameSync(`${given.progress}.new`, given.progress);
      console.error(`${one.name}: ${progress.done[one.name]} of ${runs}`);
    }
  }
  all += progress.done[one.name] ?? 0;
}
if (!process.exitCode) console.log(`reached: ${all} calls of ${doors.length} functions answered or refused in their own way, seed ${progress.seed}`);
console.log(`${counted.answered} answered, ${counted.refused} refused, in this run`);

function shown(cause) {
  try {
    return cause?.stack ?? String(cause);
  } catch {
    return "";
  }
}
