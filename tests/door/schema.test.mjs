// The schemas of the package, by a validator of their own: what the package takes and answers is of them, and they refuse what
// it refuses.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { fileOf } from "./package-under-test.mjs";
import { SEALED, calls } from "./sealed.mjs";
import { OWN_PACK } from "./types/calls.mjs";

const tools = createRequire(new URL("../../pkg-config/package.json", import.meta.url));
const { default: Ajv } = tools("ajv");
const { default: addFormats } = tools("ajv-formats");

const rules = await import(fileOf("index.js"));
const { areas, facts: FACTS } = rules.describePacks();
const AREAS = areas.map(({ id }) => id);

const kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const schemaOf = (name) => JSON.parse(readFileSync(fileOf(`schema/${name}.json`), "utf8"));

// As strict as it can be told, but for fields that take two types.
const ajv = addFormats(new Ajv({ strict: true, allowUnionTypes: true, allErrors: true }));
const validators = new Map();

function errorsOf(name, data) {
  if (!validators.has(name)) validators.set(name, ajv.compile(schemaOf(name)));
  const validate = validators.get(name);
  return validate(data) ? [] : validate.errors.map(({ instancePath, message }) => `${instancePath} ${message}`);
}

// What is null is left out: for the package both mean not known.
const withoutNull = (facts) => JSON.parse(JSON.stringify(facts, (_, value) => (value === null ? undefined : value)));

const questions = calls.filter(([, type]) => type.startsWith("Decision")).map(([name, , facts]) => ({ name, question: kebab(name), facts }));
const QUESTIONS = [...new Set(questions.map(({ question }) => question))];
const isOfOwnPack = ({ area }) => area === OWN_PACK.document.area;

test("every example of a question is of the schema of its facts, and its answer of that of answers", () => {
  assert.equal(QUESTIONS.length, 10);
  rules.loadPack(SEALED);
  for (const { name, question, facts } of questions) {
    if (!isOfOwnPack(facts)) assert.deepEqual(errorsOf(question, withoutNull(facts)), [], `${question} ${JSON.stringify(facts)}`);
    assert.deepEqual(errorsOf(`${question}.answer`, rules[name](facts)), [], `${question} ${JSON.stringify(facts)}`);
  }
});

test("a built-in schema knows no area of a pack that was loaded", () => {
  const own = questions.find(({ facts }) => isOfOwnPack(facts));
  assert.notDeepEqual(errorsOf(own.question, own.facts), []);
});

const LEAST = { "list-attendees": { meetingType: "strategy" }, "check-action": { action: {} }, "check-plan": { plan: {} } };

test("what the package refuses, the schema refuses", () => {
  const inAnObject = { "classify-concern": "concerns", "list-attendees": "child", "check-action": "action", "check-plan": "plan", "choose-meeting": "child" };
  for (const question of QUESTIONS) {
    const name = question.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
    const least = { area: "generic", ...LEAST[question] };
    const wrong = [
      { ...least, seriosRisk: true },
      { ...least, area: "nowhere" },
      { ...least, area: 1 },
      { ...least, packs: ["no-pack"] },
      { ...least, asOf: "yesterday" },
      { ...least, asOf: 20261122 },
      { ...least, national: "yes" },
    ];
    if (inAnObject[question]) wrong.push({ ...least, [inAnObject[question]]: { seriosRisk: true } });
    assert.deepEqual(errorsOf(question, least), [], question);
    for (const facts of wrong) {
      assert.throws(() => rules[name](facts), rules.SafeguardingError, `${question} ${JSON.stringify(facts)}`);
      assert.notDeepEqual(errorsOf(question, facts), [], `${question} ${JSON.stringify(facts)}`);
    }
  }
  for (const [question, facts] of [["list-attendees", { area: "generic" }], ["check-action", {}], ["check-plan", {}]]) {
    assert.notDeepEqual(errorsOf(question, facts), [], `${question} without what it is about`);
  }
});

test("an answer with a field too many, or one too few, is not of its schema", () => {
  for (const { name, question, facts } of questions.filter(({ facts }) => !isOfOwnPack(facts))) {
    const decision = rules[name](facts);
    const { settled: _, ...unsettled } = decision;
    for (const wrong of [unsettled, { ...decision, sooner: true }, { ...decision, answer: {} }]) {
      assert.notDeepEqual(errorsOf(`${question}.answer`, wrong), [], question);
    }
  }
});

/** What the schema says of a path such as `plan.actions[0].owner`. */
function fieldAt(schema, path) {
  return path.split(/\.|(?=\[)/).reduce((held, step) => {
    if (step.startsWith("[")) return held?.items;
    return held?.properties?.[step] ?? held?.additionalProperties;
  }, schema);
}

test("every field that is worth asking is a field of the schema, with a title, and takes what it is said to take", () => {
  const takes = {
    answer: [true, false, "unknown"], date: ["2026-03-02"], moment: ["2026-03-02", "2026-03-02T09:10"], count: [0, 3], text: ["Given"], word: ["another"], list: [[]],
  };
  let asked = 0;
  for (const question of QUESTIONS) {
    const schema = schemaOf(question);
    for (const area of AREAS) {
      for (const { path, kind, words } of rules.questionsFor(question, { area, ...LEAST[question] })) {
        const field = fieldAt(schema, path);
        const where = `${question} ${area} ${path}`;
        assert.equal(typeof field, "object", where);
        if (!path.startsWith("done.")) assert.ok(field.title.length > 0, where);
        const validate = ajv.compile({ ...field });
        for (const value of words && kind === "word" ? words.map(({ id }) => id) : takes[kind]) assert.ok(validate(value), `${where}: ${JSON.stringify(value)}`);
        asked += 1;
      }
    }
  }
  assert.ok(asked > 200, `only ${asked} fields were asked`);
});

// The function as the README gives it, which is what people copy.
const README = readFileSync(fileOf("README.md"), "utf8");
const worthAsking = new Function(`${README.match(/^function worthAsking[^]*?^}$/m)[0]}\nreturn worthAsking;`)();

/** What a form holds before anybody has answered: the defaults, and nothing where there is none. */
function asItStarts(schema) {
  const held = Object.entries(schema.properties ?? {}).map(([name, field]) => [name, "default" in field ? field.default : field.type === "object" ? asItStarts(field) : undefined]);
  return withoutNull(Object.fromEntries(held));
}

test("what is worth asking makes a form, and as it starts it answers as if nothing were known", () => {
  for (const question of QUESTIONS) {
    const name = question.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
    for (const area of AREAS) {
      const known = { area, ...LEAST[question] };
      const fields = rules.questionsFor(question, known);
      const form = worthAsking(schemaOf(question), fields);
      for (const { path } of fields.filter(({ path }) => !/^done\.|\[/.test(path))) assert.ok(fieldAt(form, path), `${question} ${area} ${path}`);
      const started = asItStarts(form);
      assert.ok(!("area" in started) && !("meetingType" in started));
      const { heading, record } = rules[name]({ ...started, ...known }).answer;
      const nothing = rules[name](known).answer;
      assert.deepEqual([heading, record?.missing], [nothing.heading, nothing.record?.missing], `${question} ${area}`);
      assert.ok(ajv.compile(form)(started), `${question} ${area}`);
    }
  }
});

test("facts that the packs ask for, and no rule of the question uses, are taken and shown in no form", () => {
  const schema = schemaOf("list-attendees");
  for (const { path } of FACTS.filter(({ path }) => !path.includes("."))) {
    const isShown = path in schema.properties;
    const isTaken = Object.keys(schema.patternProperties).some((pattern) => new RegExp(pattern).test(path));
    assert.ok(isShown !== isTaken, path);
  }
});
