// Many cases in one call: the answers that each gives alone, all or none, and a refusal that names its place.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ENTRIES } from "./every-entry.mjs";
import { LEAST, refusalOf } from "./package-under-test.mjs";
import { SEALED, calls } from "./sealed.mjs";

const rules = ENTRIES["index.js"];
for (const entry of Object.values(ENTRIES)) entry.loadPack(SEALED);
const kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
/** What the types' examples ask, by question: several each. */
const QUESTIONS = Object.keys(LEAST).filter((name) => !["describePacks", "explain", "listRules"].includes(name));
const casesOf = (name) => [LEAST[name], ...calls.filter(([asked]) => asked === name).map(([, , facts]) => facts)];
const MADE = { id: "0f8fad5b-d9cb-469f-a165-70867728950e", createdAt: "2026-03-02T10:00", salt: "00112233445566778899aabbccddeeff" };
const repeatable = (name, facts) => (name === "recordConsentBasis" ? { ...facts, ...MADE } : facts);

for (const [entry, { answerMany, answerQuestion, ...each }] of Object.entries(ENTRIES)) {
  test(`${entry}: every question answers many cases as it answers each`, () => {
    for (const name of QUESTIONS) {
      const cases = casesOf(name).map((facts) => repeatable(name, facts));
      const expected = cases.map((facts) => each[name](facts));
      assert.equal(JSON.stringify(answerMany(kebab(name), cases)), JSON.stringify(expected), name);
      assert.equal(JSON.stringify(answerQuestion(kebab(name), cases[0])), JSON.stringify(expected[0]), name);
    }
  });
}

test("each case of a list is due as its whole answer says", () => {
  const [concerns, starts] = [[true, false, "unknown", undefined], ["2026-12-23", "2026-12-21T16:59", undefined]];
  const cases = ["generic", "county-durham", "northamptonshire"].flatMap((area) =>
    concerns.flatMap((seriousRisk) => starts.map((referralReceivedAt) => ({ area, concerns: { seriousRisk }, referralReceivedAt, now: "2026-12-23T10:05Z" }))),
  );
  const held = { area: "county-durham", held: [{ at: "2026-12-22T10:00", full: true }], concernsIdentifiedAt: "2026-12-21", now: "2026-12-23T10:05Z" };
  const dues = rules.classifyMany([...cases, held]);
  assert.deepEqual(dues.slice(0, -1).map(({ overdue, held, ...due }) => due), cases.map((facts) => {
    const { answer: { heading, timescale, dueBy, dueInstant, aimBy }, settled, ask, cautions } = rules.classifyConcern(facts);
    return { heading, timescale, dueBy, dueInstant, aimBy, settled, ask: ask[0] ?? null, cautions };
  }));
  assert.ok(dues.some(({ overdue }) => overdue) && dues.some(({ overdue }) => !overdue));
  assert.equal(dues.filter(({ held }) => held).length, rules.classifyConcern(held).answer.held.filter(({ counts }) => counts).length);
});

test("a case that is refused is named by its place, and nothing is answered", () => {
  const good = { area: "generic", concernsIdentifiedAt: "2026-12-23" };
  for (const [bad, path] of [
    [{ ...good, area: "CanaryBird" }, "cases[2].area"],
    [{ ...good, concerns: { seriousRisk: "CanaryBird" } }, "cases[2].concerns.seriousRisk"],
    [{ ...good, CanaryBird: 1 }, "cases[2].CanaryBird"],
    [null, "cases[2]"],
    [[good], "cases[2]"],
    [undefined, "cases[2]"],
  ]) {
    for (const many of [rules.classifyMany, (cases) => rules.answerMany("classify-concern", cases)]) {
      let error;
      assert.throws(() => many([good, good, bad]), (thrown) => (error = thrown) instanceof rules.SafeguardingError);
      if (path.endsWith("CanaryBird")) assert.ok(error.path.startsWith("cases[2]."), error.path);
      else assert.equal(error.path, path);
      assert.ok(!error.message.includes("CanaryBird"));
    }
  }
});

test("what is no list, and a question that there is not, is refused whether or not there are cases", () => {
  for (const cases of [undefined, null, {}, "abc", 7, { length: 2 }, new Set()]) assert.equal(refusalOf(rules, () => rules.classifyMany(cases)).path, "cases");
  for (const question of ["list-messages", "explain", "constructor", "__proto__", "CanaryBird", null, undefined, 7, {}]) {
    for (const call of [() => rules.answerMany(question, []), () => rules.answerQuestion(question, {})]) {
      const { code, path } = refusalOf(rules, call);
      assert.deepEqual([code, path], ["bad-word", "question"], String(question));
    }
  }
  assert.deepEqual(rules.classifyMany([]), []);
  for (const call of [rules.classifyMany, rules.timeMany, (cases) => rules.answerMany("classify-concern", cases)])
    assert.equal(refusalOf(rules, () => call([{ area: "generic" }, ...new Array(1)].concat(new Array(1e9)))).path, "cases[1]");
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  assert.equal(refusalOf(rules, () => rules.classifyMany(proxy)).code, "unreadable");
});

test("a list that changes while its cases are answered changes nothing", () => {
  const cases = [{ area: "generic" }, { area: "generic" }];
  Object.defineProperty(cases[0], "concernsIdentifiedAt", { enumerable: true, get: () => (cases.length = 0, "2026-12-23") });
  assert.equal(rules.classifyMany(cases).length, 2);
});
