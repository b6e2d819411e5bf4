// The package as it was packed and installed, for the tests of this folder.

import assert from "node:assert/strict";
import { fileURLToPath, pathToFileURL } from "node:url";
import { OWN_PACK } from "./types/calls.mjs";

export const folder = fileURLToPath(new URL("../../pkg-config/packed/node_modules/safeguarding-rules/", import.meta.url));
export const fileOf = (name) => new URL(name, pathToFileURL(folder));

/** Text that no message and no path may ever repeat. */
export const CANARY = "CanaryBird";

/** Every function that takes one object, each with the least that it needs to answer. */
export const LEAST = {
  checkAction: { area: "hampshire", action: {} },
  checkPlan: { area: "hampshire", plan: {} },
  chooseMeeting: { area: "northamptonshire" },
  classifyConcern: { area: "generic" },
  describePacks: {},
  explain: { question: "classify-concern", facts: { area: "generic" } },
  listAttendees: { area: "generic", meetingType: "strategy" },
  listDeadlines: { area: "county-durham" },
  listRules: {},
  makeChecklist: { area: "northamptonshire" },
  recordConsentBasis: { area: "northamptonshire" },
  reportQuarter: { area: "county-durham" },
  resolveDisagreement: { area: "hampshire" },
};

/** The names of these functions. */
export const FUNCTIONS = Object.keys(LEAST);

/** The same of the workshop. */
export const LEAST_OF_WORKSHOP = {
  comparePacks: { before: "county-durham", after: "county-durham" },
  sealPack: OWN_PACK,
};

/** What a call is refused with; fails where it is answered, or refused with anything but a SafeguardingError. */
export function refusalOf(rules, call) {
  let error;
  try {
    call();
  } catch (thrown) {
    error = thrown;
  }
  assert.ok(error instanceof rules.SafeguardingError, `expected a SafeguardingError, got ${error?.constructor?.name ?? "an answer"}`);
  assert.equal(error.name, "SafeguardingError");
  assert.ok(error.message.length > 0, "the message is empty");
  for (const shown of [error.message, error.path]) {
    assert.ok(!shown.toLowerCase().includes(CANARY.toLowerCase()), `repeats what was typed: ${shown}`);
  }
  return error;
}

let copies = 0;

/** A copy of an entry with an instance of its own, made while `WebAssembly.Instance` is `Instance`. */
export async function freshPackage(Instance, firstCall, entry = "index.js") {
  const rules = await import(`${fileOf(entry).href}?copy=${++copies}`);
  const real = WebAssembly.Instance;
  WebAssembly.Instance = Instance;
  try {
    firstCall(rules);
  } finally {
    WebAssembly.Instance = real;
  }
  return rules;
}

/** Lets the tests see the memory of the latest instance of a package, and how many were made. */
export function watching() {
  const RealInstance = WebAssembly.Instance;
  const watched = { made: 0, bytes: () => watched.memory.buffer.byteLength };
  watched.Instance = function (module, imports) {
    const instance = new RealInstance(module, imports);
    watched.made++;
    watched.memory = instance.exports.memory;
    return instance;
  };
  return watched;
}
