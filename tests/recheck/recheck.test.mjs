// The same facts give the same answer in Node and natively, to the byte, and an answer that was tampered with is found by both.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { fileOf } from "../door/package-under-test.mjs";
import { SEALED, calls, workshop } from "../door/sealed.mjs";
import { OWN_PACK, comparisons } from "../door/types/calls.mjs";

const pathOf = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const NATIVE = process.env.SAFEGUARDING_RECHECK;
const ENOUGH_OUTPUT = 64 * 1024 * 1024;

const SAME_BYTES = "The answer is the same, byte for byte.";
const SAME = "The answer is the same.";

const rules = await import(fileOf("index.js"));
for (const entry of [rules, workshop]) entry.loadPack(SEALED);

const { recheck } = await import(fileOf("records.js"));

const portal = mkdtempSync(join(tmpdir(), "portal-"));
after(() => rmSync(portal, { recursive: true }));
before(() => writeFileSync(join(portal, "our-pack.json"), JSON.stringify(OWN_PACK)));

/** What the native example says of each posted answer, and how it ends. */
function natively(posted) {
  const words = NATIVE ? [NATIVE] : ["cargo", "run", "--quiet", "--example", "recheck", "--"];
  const { stdout, stderr, status } = spawnSync(words[0], [...words.slice(1), join(portal, "our-pack.json")], {
    cwd: pathOf("."),
    input: posted.map((one) => JSON.stringify(one)).join("\n"),
    encoding: "utf8",
    maxBuffer: ENOUGH_OUTPUT,
  });
  assert.equal(stderr, "");
  return { lines: stdout.trimEnd().split("\n"), status };
}

const camel = (name) => name.replace(/[-_]([a-z0-9])/g, (_, letter) => letter.toUpperCase());
const kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const asked = [...calls, ...comparisons].filter(([name]) => name !== "loadPack").map(([name, , ...given]) => ({ question: kebab(name), given, facts: given[0] }));

/** The sides of a comparison reach the rules as text, and what is asked of a question with its name. */
function asTheRulesReadIt({ question, given: [facts, more] }) {
  if (question === "questions-for") return { question: facts, facts: more };
  if (question !== "compare-packs") return facts;
  return Object.fromEntries(Object.entries(facts).map(([name, side]) => [name, side.document ? JSON.stringify(side) : side]));
}

const functions = { ...rules, ...workshop };
const answered = asked.map((one) => ({ ...one, decision: functions[camel(one.question)](...one.given) }));

test("every call is answered natively with the bytes of Node's answer", () => {
  const posted = answered.map((one) => ({ ...one, facts: asTheRulesReadIt(one) }));
  const { lines, status } = natively(posted);
  assert.deepEqual(lines, posted.map(() => SAME_BYTES));
  assert.equal(status, 0);
});

const QUESTIONS = [...new Set(asked.map(({ question }) => question))].filter((question) => !/explain|packs|rules|questions/.test(question));

/** The facts of the worked cases as the package takes them. */
const cases = readdirSync(pathOf("tests/scenarios"))
  .filter((file) => file.endsWith(".json"))
  .flatMap((file) => JSON.parse(readFileSync(pathOf(`tests/scenarios/${file}`), "utf8")))
  .map(({ facts: { area_profile: profile, ...facts } }) => ({ ...(profile && { area: profile === "generic_002" ? "generic" : kebabWord(profile) }), ...camelNames(facts) }));

function kebabWord(word) {
  return word.replaceAll("_", "-");
}

function camelNames(value) {
  if (Array.isArray(value)) return value.map(camelNames);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [camel(name), camelNames(held)]));
}

test("every worked case, put to every question, is answered or refused natively as in Node", () => {
  const posted = cases.flatMap((facts) => QUESTIONS.map((question) => ({ question, facts })));
  const expected = posted.map((one) => {
    try {
      one.decision = rules[camel(one.question)](one.facts);
      return SAME_BYTES;
    } catch (error) {
      assert.ok(error instanceof rules.SafeguardingError);
      one.decision = null;
      return `These facts have no answer: ${error.code} at "${error.path}".`;
    }
  });
  assert.ok(expected.filter((line) => line === SAME_BYTES).length > cases.length, "most cases are answered");
  assert.deepEqual(natively(posted).lines, expected);
});

test("Node finds each answer the same, as it was posted, with the elements' format and in another order", () => {
  const posted = answered.filter(({ question }) => QUESTIONS.includes(question));
  for (const { question, facts, decision } of posted) {
    for (const told of [decision, { ...decision, api: 1 }, reversed(decision)]) {
      const { verdict, paths, decision: again } = recheck({ question, facts, decision: JSON.parse(JSON.stringify(told)) });
      assert.deepEqual([verdict, paths], ["same", []], question);
      assert.deepEqual(again, decision);
    }
  }
  const elsewhere = posted.flatMap((one) => [{ ...one, decision: { ...one.decision, api: 1 } }, { ...one, decision: reversed(one.decision) }]);
  const { lines, status } = natively(elsewhere);
  assert.deepEqual(lines, elsewhere.map(() => SAME));
  assert.equal(status, 0);
});

function reversed(value) {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).reverse().map(([name, held]) => [name, reversed(held)]));
}

const POSTED = { question: "classify-concern", facts: { area: "county-durham", concernsIdentifiedAt: "2026-12-23" } };

/** Each case: what was done to an answer, and in which paths that shows. */
const tampered = [
  ["a limit a day later", (decision) => { decision.answer.dueBy = "2026-12-24"; }, ["answer.dueBy"]],
  ["a meeting said to be settled", (decision) => { decision.settled = true; decision.ask = []; }, ["settled", "ask"]],
  ["a rule left out", (decision) => { decision.because.pop(); }, ["because"]],
  ["another force", (decision) => { decision.because[0].force = "may"; }, ["because[0].force"]],
  ["a field taken away", (decision) => { delete decision.answer.aimBy; }, ["answer.aimBy"]],
  ["a field put in", (decision) => { decision.answer["CanaryBird\n"] = true; }, ["answer.…"]],
  ["another format", (decision) => { decision.api = 2; }, ["…"]],
];

for (const [what, tamper, paths] of tampered) {
  test(`${what} is found`, () => {
    const decision = rules.classifyConcern(POSTED.facts);
    tamper(decision);
    const found = recheck({ ...POSTED, decision });
    assert.deepEqual([found.verdict, found.paths.sort()], ["differs", paths.sort()]);
    assert.deepEqual(found.decision, rules.classifyConcern(POSTED.facts));
    const { lines: [line], status } = natively([{ ...POSTED, decision }]);
    assert.match(line, /^The answer differs in: /);
    assert.deepEqual(line.replace(/^.*: /, "").split(", ").sort(), paths);
    assert.equal(status, 1);
  });
}

test("an answer to other facts is found", () => {
  const decision = rules.classifyConcern(POSTED.facts);
  const posted = { ...POSTED, facts: { ...POSTED.facts, concernsIdentifiedAt: "2026-12-22" }, decision };
  assert.equal(recheck(posted).verdict, "differs");
  assert.equal(natively([posted]).status, 1);
});

test("an answer to facts that are refused is no answer", () => {
  const posted = { ...POSTED, facts: { ...POSTED.facts, concernsIdentifiedAt: "CanaryBird" }, decision: rules.classifyConcern(POSTED.facts) };
  assert.deepEqual(recheck(posted), { verdict: "refused", paths: ["concernsIdentifiedAt"], decision: null });
  assert.deepEqual(natively([posted]), { lines: ['These facts have no answer: bad-date at "concernsIdentifiedAt".'], status: 1 });
});

/** Each case: what is of another version, and in which path that shows. */
const versions = [
  ["the library", (basis) => { basis.engine = "0.0.1"; }, "basis.engine"],
  ["a pack", (basis) => { basis.packs[0].version = "0.9.0"; }, "basis.packs[0].version"],
  ["a pack's content", (basis) => { basis.packs[0].hash = "00"; }, "basis.packs[0].hash"],
  ["the list of packs", (basis) => { basis.packs.pop(); }, "basis.packs"],
];

for (const [what, change, path] of versions) {
  test(`an answer of another version of ${what} whose date differs is another answer, and the date is told first`, () => {
    const decision = rules.classifyConcern(POSTED.facts);
    decision.answer.dueBy = "2026-12-24";
    change(decision.basis);
    assert.deepEqual([recheck({ ...POSTED, decision }).verdict, recheck({ ...POSTED, decision }).paths], ["differs", ["answer.dueBy", path]]);
    const { lines, status } = natively([{ ...POSTED, decision }]);
    assert.deepEqual([lines, status], [[`The answer differs in: answer.dueBy, ${path}`], 1]);
  });

  test(`a sentence or a timescale of another version of ${what} that names another time is another answer`, () => {
    for (const [field, said] of [["heading", "Hold it some day."], ["timescale", "within-3-working-days"]]) {
      const decision = rules.classifyConcern(POSTED.facts);
      decision.answer[field] = said;
      change(decision.basis);
      assert.deepEqual(recheck({ ...POSTED, decision }).paths, [`answer.${field}`, path], field);
      assert.equal(recheck({ ...POSTED, decision }).verdict, "differs");
      assert.deepEqual(natively([{ ...POSTED, decision }]), { lines: [`The answer differs in: answer.${field}, ${path}`], status: 1 });
    }
  });

  test(`an answer of another version of ${what} proves nothing beyond its dates, and says so`, () => {
    const decision = rules.classifyConcern(POSTED.facts);
    decision.answer.heading = decision.answer.heading.replace("Hold", "Have");
    change(decision.basis);
    const { verdict, paths } = recheck({ ...POSTED, decision });
    assert.equal(verdict, "other-rules");
    assert.deepEqual(paths.sort(), ["answer.heading", path].sort());
    const { lines: [line], status } = natively([{ ...POSTED, decision }]);
    assert.match(line, /^It cannot be rechecked, other rules answered: /);
    assert.equal(status, 2);
  });
}

test("a record is made again with the id, the time and the salt that the page made", () => {
  const posted = { question: "record-consent-basis", facts: { area: "northamptonshire", purpose: "To plan the safeguarding of a child" } };
  const decision = rules.recordConsentBasis(posted.facts);
  assert.equal(recheck({ ...posted, decision }).verdict, "same");
  assert.deepEqual(natively([{ ...posted, decision }]), { lines: [SAME_BYTES], status: 0 });
  decision.answer.record.canonical = decision.answer.record.canonical.replace("plan", "plot");
  assert.deepEqual(recheck({ ...posted, decision }).paths, ["answer.record.canonical"]);
  assert.equal(natively([{ ...posted, decision }]).status, 1);
});

test("what is posted chooses no other function", () => {
  for (const question of ["load-pack", "loadPack", "classifyConcern", "constructor", "__proto__", "", undefined]) {
    assert.throws(() => recheck({ question, facts: {}, decision: {} }), { code: "bad-word", path: "question" });
  }
});

test("what is posted may be anything, and is never the same", () => {
  const canonical = (text) => ({ answer: { record: { canonical: text } } });
  const posted = [];
  for (const question of ["classify-concern", "record-consent-basis"]) {
    for (const decision of [null, 7, "same", [], {}, canonical("{}"), canonical("null"), canonical("{"), canonical({})]) {
      for (const facts of [{}, null, [], "facts", 7]) posted.push({ question, facts, decision });
    }
  }
  for (const one of posted) assert.notEqual(recheck(one).verdict, "same");
  const { lines, status } = natively(posted);
  assert.equal(lines.length, posted.length);
  assert.deepEqual(lines.filter((line) => [SAME, SAME_BYTES].includes(line)), []);
  assert.equal(status, 1);
});
