// The door stays healthy: after any number of bad calls, and after a fault inside the rules.

import assert from "node:assert/strict";
import { test } from "node:test";
import { CANARY, FUNCTIONS, LEAST, freshPackage, refusalOf } from "./package-under-test.mjs";
import { OWN_PACK } from "./types/calls.mjs";

const GOOD = { area: "generic", concernsIdentifiedAt: "2026-12-23" };
const RealInstance = WebAssembly.Instance;

const BAD_CALLS = [
  (rules) => rules.classifyConcern({ ...GOOD, concerns: { seriousRisk: CANARY } }),
  (rules) => rules.classifyConcern({ ...GOOD, concerns: { seriusRisk: true } }),
  (rules) => rules.classifyConcern({ ...GOOD, concernsIdentifiedAt: "2026-02-30" }),
  (rules) => rules.classifyConcern({ get area() { throw new Error(CANARY); } }),
  (rules) => rules.classifyConcern({ ...GOOD, concerns: { seriousRisk: NaN } }),
  (rules) => rules.listAttendees({ area: "generic" }),
  (rules) => rules.checkAction({ area: "generic", action: CANARY }),
  (rules) => rules.checkPlan({ area: "generic", plan: [CANARY] }),
  (rules) => rules.recordConsentBasis({ area: "generic", purpose: 7 }),
  (rules) => rules.classifyConcern(new Map()),
  (rules) => rules.chooseMeeting({ area: "northamptonshire", child: { age: 0.5 } }),
  (rules) => rules.listDeadlines({ area: "county-durham", duty: CANARY }),
  (rules) => rules.makeChecklist({ area: "hampshire", list: CANARY }),
  (rules) => rules.resolveDisagreement({ area: "hampshire", stage: -1 }),
  (rules) => rules.reportQuarter({ area: "county-durham", meetings: [CANARY] }),
  (rules) => rules.explain({ question: CANARY, facts: {} }),
  (rules) => rules.comparePacks({ before: CANARY, after: CANARY }),
];

/** Lets the tests see the memory of the latest instance of a package, and how many were made. */
const watching = () => {
  const watched = { made: 0, bytes: () => watched.memory.buffer.byteLength };
  watched.Instance = function (module, imports) {
    const instance = new RealInstance(module, imports);
    watched.made++;
    watched.memory = instance.exports.memory;
    return instance;
  };
  return watched;
};

test("after 100,000 bad calls the next good call answers, and memory has not grown", async () => {
  const { Instance, bytes } = watching();
  const rules = await freshPackage(Instance, (fresh) => fresh.classifyConcern(GOOD));
  const expected = rules.classifyConcern(GOOD);
  const badCalls = (count) => {
    for (let call = 0; call < count; call++) refusalOf(rules, () => BAD_CALLS[call % BAD_CALLS.length](rules));
  };
  badCalls(10_000);
  const [wasmBefore, residentBefore] = [bytes(), process.memoryUsage().rss];
  badCalls(100_000);
  assert.equal(bytes(), wasmBefore);
  assert.ok(process.memoryUsage().rss - residentBefore < 64 * 1024 * 1024, "the process grew by more than 64 MB");
  assert.deepEqual(rules.classifyConcern(GOOD), expected);
});

for (const name of FUNCTIONS.filter((name) => name !== "loadPack")) {
  test(`${name}: memory does not grow however often it is asked`, async () => {
    const { Instance, bytes } = watching();
    const rules = await freshPackage(Instance, (fresh) => fresh.classifyConcern(GOOD));
    const ask = (count) => {
      for (let call = 0; call < count; call++) rules[name](LEAST[name]);
    };
    ask(100);
    const before = bytes();
    ask(1_000);
    assert.equal(bytes(), before);
  });
}

test("packs that are compared or refused again and again do not make memory grow without end", async () => {
  const watched = watching();
  const wordy = { ...OWN_PACK, filler: "nothing ".repeat(1_200) };
  const refused = { ...OWN_PACK, example: [] };
  await freshPackage(watched.Instance, (rules) => {
    rules.loadPack(OWN_PACK);
    const atStart = watched.bytes();
    let most = 0;
    for (let call = 0; call < 1_500; call++) {
      assert.equal(rules.comparePacks({ before: wordy, after: wordy }).heading, "No change.");
      assert.equal(refusalOf(rules, () => rules.loadPack(refused)).code, "bad-pack");
      most = Math.max(most, watched.bytes());
    }
    assert.ok(most - atStart < 80 * 1024 * 1024, `${most - atStart} bytes`);
    assert.ok(watched.made > 1, "a fresh instance took the place of the one that had grown");
    assert.ok(rules.describePacks().packs.some(({ id }) => id === OWN_PACK.document.id), "the loaded pack is still there");
  });
});

/** The first instance faults in classifyConcern the way `fault` does; the ones after it are sound. */
const faultingFirst = (fault) => {
  let made = 0;
  const Instance = function (module, imports) {
    const instance = new RealInstance(module, imports);
    if (++made > 1) return instance;
    return { exports: { ...instance.exports, classifyConcern: fault } };
  };
  return { Instance, made: () => made };
};

const FAULTS = {
  "a trap": () => { throw new WebAssembly.RuntimeError(`unreachable ${CANARY}`); },
  "an exhausted stack": () => { throw new RangeError("Maximum call stack size exceeded"); },
  "an error": () => { throw new Error(CANARY); },
  "a thrown text": () => { throw CANARY; },
  "a refusal of no known code": () => { throw { code: CANARY, path: "", message: CANARY }; },
};

for (const [what, fault] of Object.entries(FAULTS)) {
  test(`${what} inside the rules: internal, and the next question gets a fresh instance`, async () => {
    const { Instance, made } = faultingFirst(fault);
    await freshPackage(Instance, (rules) => {
      const error = refusalOf(rules, () => rules.classifyConcern(GOOD));
      assert.equal(error.code, "internal");
      assert.equal(error.path, "");
      assert.match(error.message, /no answer was given/);
      assert.match(error.message, /Try again/);
      assert.equal(rules.classifyConcern(GOOD).settled, false);
      assert.equal(rules.listAttendees({ area: "generic", meetingType: "strategy" }).answer.required.length > 0, true);
      assert.equal(made(), 2);
    });
  });
}

test("a start that fails is told, and tried again", async () => {
  let tries = 0;
  const failingOnce = function (module, imports) {
    if (++tries === 1) throw new WebAssembly.CompileError("blocked");
    return new RealInstance(module, imports);
  };
  await freshPackage(failingOnce, (rules) => {
    const error = refusalOf(rules, () => rules.classifyConcern(GOOD));
    assert.equal(error.code, "internal");
    assert.match(error.message, /wasm-unsafe-eval/);
    assert.equal(rules.classifyConcern(GOOD).settled, false);
  });
});

test("a question asked with the stack almost exhausted does no lasting harm", async () => {
  const rules = await freshPackage(RealInstance, (fresh) => fresh.classifyConcern(GOOD));
  const expected = rules.classifyConcern(GOOD);
  let asked = 0;
  const descend = () => {
    try {
      descend();
    } catch {
      // On the way back up there is a little more room for each question.
    }
    if (asked < 500) {
      asked++;
      rules.classifyConcern(GOOD);
    }
  };
  try {
    descend();
  } catch {
    // The question itself may have found no room; what matters is the next one.
  }
  assert.ok(asked > 0);
  assert.deepEqual(rules.classifyConcern(GOOD), expected);
});
