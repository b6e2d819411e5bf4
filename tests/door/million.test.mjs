// A million bad calls: each is refused, memory stays as it was, and the next good call answers.

import assert from "node:assert/strict";
import { test } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { GOOD, cases } from "./hostile.mjs";
import { CANARY, freshPackage, refusalOf, watching } from "./package-under-test.mjs";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");

const MILLION = 1_000_000;
const BEFORE = 20_000;
const BETWEEN_HUGE_ONES = 20_000;
const MEBIBYTE = 1024 * 1024;

/** A bad call of each question. */
const ofEachQuestion = [
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
  (rules) => rules.loadPack(new Uint8Array(8)),
  (rules) => rules.loadPack({ document: CANARY }),
];


const isHuge = ([, , code]) => ["too-large", "too-long"].includes(code);
const hostile = (chosen) => chosen.map(([, facts]) => (rules) => rules.classifyConcern(facts));

const small = [...ofEachQuestion, ...hostile(cases.filter((each) => !isHuge(each)))];
const huge = hostile(cases.filter(isHuge));

function heap() {
  collect();
  return process.memoryUsage().heapUsed;
}

test("after 1,000,000 bad calls memory has not grown, there is the same instance, and it answers", async () => {
  const watched = watching();
  const rules = await freshPackage(watched.Instance, (fresh) => fresh.classifyConcern(GOOD));
  const expected = rules.classifyConcern(GOOD);
  for (const call of [...small, ...huge]) refusalOf(rules, () => call(rules));

  const badCalls = (count) => {
    let refused = 0;
    for (let number = 0; number < count; number++) {
      const calls = number % BETWEEN_HUGE_ONES === 0 ? huge : small;
      try {
        calls[number % calls.length](rules);
      } catch (error) {
        if (error instanceof rules.SafeguardingError && error.code !== "internal") refused++;
      }
    }
    return refused;
  };

  // Where an error came from takes most of the time to write down, and nobody reads it here.
  const traced = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  badCalls(BEFORE);
  const [bytes, used] = [watched.bytes(), heap()];
  assert.equal(badCalls(MILLION), MILLION);
  Error.stackTraceLimit = traced;

  assert.equal(watched.bytes(), bytes);
  assert.ok(heap() - used < MEBIBYTE, `${heap() - used} bytes more are held`);
  assert.equal(watched.made, 1);
  assert.deepEqual(rules.classifyConcern(GOOD), expected);
});
