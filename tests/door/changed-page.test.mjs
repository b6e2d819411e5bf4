// Pages change what JavaScript brings: old libraries add to it, and what pollutes a prototype is a known attack. An answer is then
// the right one, or an error.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Script, createContext, runInContext } from "node:vm";
import { fileOf } from "./package-under-test.mjs";
import { SEALED } from "./sealed.mjs";
import { OWN_PACK } from "./types/calls.mjs";

const script = new Script(readFileSync(fileOf("script.js"), "utf8"), { filename: "script.js" });
// A module of its own kind, which a page gets from a bundler.
const workshop = new Script(`{ const module = {}; ${readFileSync(fileOf("workshop.cjs"), "utf8")}; module.exports }`, { filename: "workshop.cjs" });

const CALLS = [
  ["classifyConcern", {
    area: "county-durham",
    concerns: { seriousRisk: true, particularlyComplex: "unknown" },
    concernTypes: ["serious-neglect"],
    children: [{ ref: "first", concerns: { immediateActionRequired: true } }],
    concernsIdentifiedAt: "2026-12-23T16:30",
    now: "2027-01-04T09:00",
  }],
  ["listAttendees", { area: "county-durham", meetingType: "strategy", attendance: { police: "phone" }, chair: { role: "team-manager" } }],
  ["explain", { question: "classify-concern", facts: { area: "generic", concernsIdentifiedAt: "2026-12-23" } }],
  ["loadPack", SEALED],
  ["listAttendees", { area: "our-partnership", meetingType: "strategy", childInHospital: true }],
  ["listAttendees", { area: "nowhere" }],
];

const COMPARED = ["comparePacks", { before: OWN_PACK, after: { ...OWN_PACK, list_attendees: [{ ...OWN_PACK.list_attendees[0], required: ["ward-manager", "paediatrics"] }] } }];

/** What each call leads to in a page that was changed first: own fields only, as they stand. */
function outcomes(change) {
  const page = createContext({ TextDecoder, TextEncoder, crypto });
  runInContext(change, page);
  const asked = (calls, open) => {
    try {
      const functions = open();
      return calls.map(([name, given]) => outcomeOf(() => functions[name](given)));
    } catch {
      return calls.map(() => "an error");
    }
  };
  const ofRules = asked(CALLS, () => {
    script.runInContext(page);
    return runInContext("safeguardingRules", page);
  });
  return [...ofRules, ...asked([COMPARED], () => workshop.runInContext(page))];
}

function outcomeOf(call) {
  try {
    return plain(call());
  } catch {
    return "an error";
  }
}

function plain(value) {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return Array.from({ length: value.length }, (_, place) => plain(Object.getOwnPropertyDescriptor(value, place)?.value));
  return Object.fromEntries(Object.keys(value).map((name) => [name, plain(value[name])]));
}

const right = outcomes("");

/** Every name that stands in an answer or in these facts, and some that only our own code uses. */
const NAMES = new Set(["code", "path", "message", "cause", "module", "memory", "text", "trail", "entries", "isPlain", "isArray", "keys", "then", "source", "packs", "loadPacks", "loadPack", "buffer"]);
(function collect(value) {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return;
  if (!Array.isArray(value)) Object.keys(value).forEach((name) => NAMES.add(name));
  Object.values(value).forEach(collect);
})([right, CALLS, COMPARED]);

const UNDER_NUMBERS = Array.from({ length: 100 }, (_, number) => String(number));

const ADDITIONS = {
  "true": "{ value: true, writable: true }",
  "a function": "{ value: () => ({ seriousRisk: false }), writable: true }",
  "a read-only false": "{ value: false }",
  "a setter that keeps nothing": "{ get: () => false, set: () => {} }",
};

const put = (place, names, description) => `for (const name of ${JSON.stringify([...names])}) Object.defineProperty(${place}, name, ${description});`;

test("the answers are there to compare with", () => {
  assert.ok(NAMES.size > 80);
  assert.deepEqual(right.map((outcome) => outcome === "an error"), [false, false, false, false, false, true, false]);
});

for (const [what, description] of Object.entries(ADDITIONS)) {
  for (const place of ["Object.prototype", "Array.prototype"]) {
    test(`${what} under every name of facts and answers on ${place}: the answer is right`, () => {
      assert.deepEqual(outcomes(put(place, NAMES, description)), right);
    });

    test(`${what} under a number on ${place}: the answer is right, or there is none`, () => {
      assertNeverWrong(put(place, UNDER_NUMBERS, description));
      for (const number of [0, 1, 5, 20]) assertNeverWrong(put(place, UNDER_NUMBERS.slice(number, number + 4), description));
    });
  }
}

test("a toJSON on any prototype, as an old library has it: the answer is right", () => {
  for (const place of ["Object", "Array", "String", "Number", "Boolean"]) {
    assert.deepEqual(outcomes(`Object.defineProperty(${place}.prototype, "toJSON", { value() { return "changed"; }, writable: true });`), right, place);
  }
});

/** Right, or an error: never another answer. */
function assertNeverWrong(change) {
  outcomes(change).forEach((outcome, place) => {
    if (outcome !== "an error") assert.deepEqual(outcome, right[place], change);
  });
}

test("an addition to Object.prototype that every loop meets: the answer is right, or there is none", () => {
  for (const value of ["true", "() => false"]) assertNeverWrong(`Object.prototype.extra = ${value};`);
});

test("what describes fields, on Object.prototype: the answer is right, or there is none", () => {
  for (const name of ["get", "set", "value", "writable", "enumerable", "configurable", "length", "toString", "valueOf", "constructor"]) {
    for (const value of ["true", "() => false"]) assertNeverWrong(`Object.prototype[${JSON.stringify(name)}] = ${value}`);
  }
});

const BUILT_IN = {
  Array: ["isArray", "from"],
  "Array.prototype": ["push", "pop", "join", "some", "filter", "map", "includes", "forEach", "keys", "entries"],
  JSON: ["parse", "stringify"],
  Object: ["keys", "entries", "hasOwn", "getPrototypeOf", "getOwnPropertyDescriptor", "defineProperty"],
  Reflect: ["ownKeys"],
  "RegExp.prototype": ["test", "exec"],
  "Uint8Array.prototype": ["set", "subarray"],
  WebAssembly: ["Module", "Instance"],
  globalThis: ["Uint8Array", "DataView", "TextDecoder", "TextEncoder", "Set"],
};

test("a built-in function that fails: the answer is right, or there is none", () => {
  for (const [owner, names] of Object.entries(BUILT_IN)) {
    for (const name of names) assertNeverWrong(`Object.defineProperty(${owner}, "${name}", { value: () => { throw new Error("gone"); } });`);
  }
});

const ASK = `
  const rules = await import("safeguarding-rules");
  const { answer } = rules.classifyConcern({ area: "generic", concerns: { seriousRisk: true }, concernsIdentifiedAt: "2026-12-23" });
  let refusal;
  try { rules.classifyConcern({ area: "nowhere" }); } catch (error) { refusal = error; }
  process.stdout.write([answer.dueBy, refusal instanceof rules.SafeguardingError, refusal.name, refusal.code].join(" "));`;

const FREEZE = `
  const { pictureOf } = await import(${JSON.stringify(new URL("realm.mjs", import.meta.url))});
  for (const object of pictureOf(globalThis).keys()) if (!ArrayBuffer.isView(object)) Object.freeze(object);`;

test("with everything frozen that JavaScript brings, all is answered and refused as ever", () => {
  for (const [options, before] of [[[], FREEZE], [["--frozen-intrinsics"], ""], [[], ""]]) {
    const { stdout } = spawnSync(process.execPath, [...options, "--input-type=module", "--eval", before + ASK], { cwd: fileOf("."), encoding: "utf8" });
    assert.equal(stdout, "2026-12-23 true SafeguardingError bad-word", `${options}${before}`);
  }
});

const PATCH = `
  import { Socket } from "node:net";
  import dns from "node:dns";
  const reached = [];
  const trap = (owner, name) => Object.defineProperty(owner, name, { value: () => { reached.push(name); throw new Error(name); } });
  for (const name of ["fetch", "WebSocket", "XMLHttpRequest", "EventSource", "BroadcastChannel"]) trap(globalThis, name);
  trap(Socket.prototype, "connect");
  trap(dns, "lookup");
  process.on("exit", () => process.stdout.write(" " + reached.length));`;

test("nothing reaches for the network, in whatever way Node has", () => {
  const { stdout } = spawnSync(process.execPath, ["--input-type=module", "--eval", PATCH + ASK], { cwd: fileOf("."), encoding: "utf8" });
  assert.equal(stdout, "2026-12-23 true SafeguardingError bad-word 0");
});
