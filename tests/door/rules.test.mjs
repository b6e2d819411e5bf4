// What each rule says and where it stands, for showing the source of any.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fileOf, refusalOf } from "./package-under-test.mjs";

const rules = await import(fileOf("index.js"));

test("a rule is described as an answer cites it", () => {
  const { because, alsoApplies } = rules.classifyConcern({ area: "county-durham", concerns: { seriousRisk: true } });
  const described = rules.describeRules({ area: "county-durham" });
  for (const { dueBy, provisional, ...cited } of [...because, ...alsoApplies]) {
    assert.ok(described.rules.some((rule) => JSON.stringify(rule) === JSON.stringify(cited)), cited.id);
  }
});

test("all packs are described, those of an area, or those that are named", () => {
  const documents = (scope) => [...new Set(rules.describeRules(scope).rules.map(({ document }) => document))];
  const titles = (scope) => rules.describePacks(scope).packs.map(({ title }) => title);
  for (const scope of [undefined, { area: "hampshire" }, { packs: ["county-durham"] }]) assert.deepEqual(documents(scope).sort(), titles(scope).sort());
  assert.equal(refusalOf(rules, () => rules.describeRules({ area: "nowhere" })).path, "area");
});

test("every rule has its sentence, force, document, place and words", () => {
  for (const rule of rules.describeRules().rules) {
    for (const field of ["id", "sentence", "force", "document", "place", "words"]) assert.ok(rule[field], `${rule.id}: ${field}`);
  }
});
