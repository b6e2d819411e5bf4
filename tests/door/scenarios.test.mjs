// The worked cases, said to the built package: what is needed to trust that the package answers as the library does.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileOf } from "./package-under-test.mjs";

const rules = await import(fileOf("index.js"));

const camelKey = (key) => key.replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase());
const kebab = (word) => word.replaceAll("_", "-");
const camel = (value) => {
  if (Array.isArray(value)) return value.map(camel);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [camelKey(key), camel(held)]));
};
const AREA = { generic_002: "generic" };
const agency = (name) => (["csc", "la_childrens_social_care"].includes(name) ? "childrens-social-care" : kebab(name));

const cases = (area) => JSON.parse(readFileSync(new URL(`../scenarios/${area}.json`, import.meta.url), "utf8"));

function facts({ area_profile: profile, ...rest }) {
  return { ...(profile ? { area: AREA[profile] ?? kebab(profile) } : {}), ...camel(rest) };
}

const timing = ({ expected, answer, settled, because }) => {
  if ("due_by" in expected) assert.equal(answer.dueBy, expected.due_by);
  if (expected.timescale) assert.equal(answer.timescale, kebab(expected.timescale));
  if (expected.aim_by) assert.equal(answer.aimBy, expected.aim_by);
  if (expected.joint_due_by) assert.equal(answer.jointDueBy, expected.joint_due_by);
  if (expected.would_be) assert.equal(answer.wouldBe, expected.would_be);
  if ("provisional" in expected) assert.equal(settled, !expected.provisional);
  if (expected.governing_rule) assert.ok(because.some(({ id }) => id === expected.governing_rule), expected.governing_rule);
};

const people = ({ expected, answer }) => {
  const required = answer.required.map((person) => person.agency);
  for (const name of expected.required ?? []) assert.ok(required.includes(agency(name)), `${name} in ${required}`);
  if ("quorate" in expected) assert.equal(answer.quorate, expected.quorate);
  if ("chair_valid" in expected) assert.equal(answer.chairValid, expected.chair_valid);
  if (expected.missing) assert.deepEqual(answer.missing, expected.missing.map(agency));
};

const action = ({ expected, answer }) => {
  assert.equal(answer.complete, expected.complete ?? expected.plan_complete);
  if (expected.missing && "complete" in expected) assert.deepEqual(answer.missing, expected.missing.map(kebab));
};

const sharing = ({ expected, answer }) => {
  assert.equal(answer.sharingBlocked, false);
  if ("record_complete" in expected) assert.equal(answer.record.complete, expected.record_complete);
};

/** Which function a case speaks to, and how its answer is compared; none for what a later question will answer. */
function adapter(area, { id, facts: said }) {
  if (["AT-010", "AT-011", "CN-017"].includes(id)) return null;
  if (area === "timescale" || area === "temporal") {
    return said.concerns || said.concern_types || said.children ? ["classifyConcern", timing] : null;
  }
  if (area === "attendees" || area === "quorum") return ["listAttendees", people];
  if (area === "consent") return ["recordConsentBasis", sharing];
  if (said.action) return ["checkAction", action];
  return said.plan?.actions ? ["checkPlan", action] : null;
}

for (const area of ["timescale", "temporal", "attendees", "quorum", "smart", "consent"]) {
  for (const one of cases(area)) {
    const found = adapter(area, one);
    if (!found) continue;
    const [question, compare] = found;
    test(`${one.id} ${one.narrative}`, () => {
      const decision = rules[question](facts(one.facts));
      compare({ expected: one.expected, ...decision });
    });
  }
}
