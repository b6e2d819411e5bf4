// The door stays healthy: after any number of bad calls, and after a fault inside the rules.

import assert from "node:assert/strict";
import { test } from "node:test";
import { CANARY, freshPackage, refusalOf } from "./package-under-test.mjs";

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
];

test("after 100,000 bad calls the next good call answers, and memory has not grown", async () => {
  let memory;
  const watching = function (module, imports) {
    const instance = new RealInstance(module, imports);
    memory = instance.exports.memory;
    return instance;
  };
  const rules = await freshPackage(watching, (fresh) => fresh.classifyConcern(GOOD));
  const expected = rules.classifyConcern(GOOD);
  const badCalls = (count) => {
    for (let call = 0; call < count; call++) refusalOf(rules, () => BAD_CALLS[call % BAD_CALLS.length](rules));
  };
  badCalls(10_000);
  const [wasmBefore, residentBefore] = [memory.buffer.byteLength, process.memoryUsage().rss];
  badCalls(100_000);
  assert.equal(memory.buffer.byteLength, wasmBefore);
  assert.ok(process.memoryUsage().rss - residentBefore < 64 * 1024 * 1024, "the process grew by more than 64 MB");
  assert.deepEqual(rules.classifyConcern(GOOD), expected);
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
