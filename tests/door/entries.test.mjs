// Each way into the package opens, and shows the same functions.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { FUNCTIONS, fileOf, folder, refusalOf } from "./package-under-test.mjs";
import { calls } from "./types/calls.mjs";

const esm = await import(fileOf("index.js"));
const require = createRequire(fileOf("package.json"));
const cjs = require("safeguarding-rules");
const read = (name) => readFileSync(fileOf(name), "utf8");

const NAMES = ["SafeguardingError", ...[...FUNCTIONS, "listMessages", "setMessages"].sort()];

test("import, require and ./web show the same names, and ./web also init", async () => {
  const web = await import(fileOf("web.js"));
  assert.deepEqual(Object.keys(esm).sort(), NAMES);
  assert.deepEqual(Object.keys(cjs).sort(), NAMES);
  assert.deepEqual(Object.keys(web).sort(), [...NAMES, "init"].sort());
});

test("the types name exactly what the package shows", () => {
  const declared = [...read("index.d.ts").matchAll(/^export (?:function|class) (\w+)/gm)].map(([, name]) => name);
  assert.deepEqual(declared.sort(), NAMES);
  assert.equal(read("index.d.cts"), read("index.d.ts"));
});

for (const [index, [name, , facts]] of calls.entries()) {
  test(`call ${index + 1}, ${name}: answered, and alike by import and require`, () => {
    const answer = esm[name](facts);
    assert.equal(Object.getPrototypeOf(answer), Object.prototype);
    assert.deepEqual(JSON.parse(JSON.stringify(answer)), answer, "the answer is plain data");
    if (name !== "recordConsentBasis") assert.deepEqual(cjs[name](facts), answer);
  });
}

test("every function of the package is called", () => {
  assert.deepEqual([...new Set(calls.map(([name]) => name))].sort(), FUNCTIONS);
});

test("every answer says what it rests on", () => {
  for (const [name, type, facts] of calls) {
    if (!type.startsWith("Decision")) continue;
    const { because, cautions, basis, settled, ask } = esm[name](facts);
    assert.ok(because.length > 0 || cautions.length > 0);
    assert.ok(basis.packs.length > 0);
    assert.equal(settled, ask.length === 0);
  }
});

test("the README lists every code that an answer or a refusal carries, and every function", () => {
  const readme = read("README.md");
  const cautions = calls.filter(([, type]) => type.startsWith("Decision")).flatMap(([name, , facts]) => esm[name](facts).cautions);
  const errors = read("index.d.ts").match(/type ErrorCode =([^;]+);/)[1].match(/[a-z]+(?:-[a-z]+)*/g);
  assert.ok(cautions.length > 50 && errors.length > 10);
  for (const code of [...new Set(cautions.map(({ code }) => code)), ...errors, ...FUNCTIONS]) {
    assert.ok(readme.includes(`\`${code}\``), code);
  }
});

test("describePacks needs no argument", () => {
  assert.deepEqual(esm.describePacks(), esm.describePacks({}));
});

test("the rule book says of a rule what an answer that rests on it says", () => {
  const { because } = esm.classifyConcern({ area: "generic", concerns: { seriousRisk: true }, concernsIdentifiedAt: "2026-12-23" });
  const { dueBy, provisional, ...cited } = because[0];
  const entry = esm.listRules({ area: "generic" }).rules.find(({ rule }) => rule.id === cited.id);
  assert.deepEqual(entry.rule, cited);
  assert.equal(entry.question, "classify-concern");
  assert.deepEqual(esm.listRules().rules.map(({ pack }) => pack).filter((pack, place, all) => pack !== all[place - 1]), esm.describePacks().packs.map(({ id }) => id));
});

test("an explanation says what the decision says, in the spelling of every question", () => {
  const facts = { area: "generic", concernsIdentifiedAt: "2026-12-23" };
  const { heading, caseNote, missing, nearestChange } = esm.explain({ question: "classify-concern", facts, recordedBy: "Team manager" });
  const decision = esm.classifyConcern(facts);
  assert.equal(heading, decision.answer.heading);
  assert.deepEqual(missing, decision.ask);
  assert.match(caseNote, /by Team manager \(role\)/);
  assert.match(caseNote, /Decision \(for the person who decides\): _+/);
  assert.ok(nearestChange.facts.length > 0);
  assert.notEqual(nearestChange.heading, heading);
});

test("a past day is answered by the rules of that day", () => {
  const locality = (asOf) => esm.chooseMeeting({ area: "northamptonshire", meetingType: "mdt-locality", asOf });
  assert.notEqual(locality("2020-08-01").answer.heading, locality("2026-11-01").answer.heading);
  assert.ok(locality("2026-11-01").setAside.length + locality("2026-11-01").answer.notRoutes.length > 0);
});

test("the national layer answers only where it is asked for", () => {
  const packs = (national) => esm.listDeadlines({ area: "county-durham", national }).basis.packs.map(({ id }) => id);
  assert.deepEqual(packs(true), [...packs(false), "national-timescales"]);
  assert.deepEqual(packs(undefined), packs(false));
});

test("the engine named in an answer is the package's version", () => {
  const { version } = require("safeguarding-rules/package.json");
  assert.equal(esm.classifyConcern({ area: "generic" }).basis.engine, version);
});

test("the manifest's exports all lead to files, and it depends on nothing", () => {
  const manifest = require("safeguarding-rules/package.json");
  const files = JSON.stringify(manifest.exports).match(/\.\/[\w.]+(?=")/g).filter((path) => path !== "./web");
  for (const file of files) assert.ok(readdirSync(folder).includes(file.slice(2)), file);
  assert.equal(manifest.dependencies, undefined);
  assert.equal(manifest.sideEffects, false);
  assert.equal(manifest.type, "module");
});

test("import by the package's name answers in a fresh process, prints nothing and leaves no global", () => {
  const script = `
    const before = Reflect.ownKeys(globalThis).length;
    const { classifyConcern } = await import("safeguarding-rules");
    classifyConcern({ area: "generic" });
    process.exitCode = Reflect.ownKeys(globalThis).length - before;`;
  const printed = execFileSync(process.execPath, ["--input-type=module", "--eval", script], { cwd: folder, encoding: "utf8", stdio: "pipe" });
  assert.equal(printed, "");
});

test("the default entry asks nothing of the network or of the page's address", () => {
  for (const name of ["index.js", "index.cjs"]) {
    assert.doesNotMatch(read(name), /import\.meta|new URL|fetch\(|console\.|XMLHttpRequest|localStorage|sendBeacon/);
  }
});

test("./web refuses a question before init, then answers from bytes, and init may be repeated", async () => {
  const web = await import(fileOf("web.js?bytes"));
  const early = refusalOf(web, () => web.classifyConcern({ area: "generic" }));
  assert.equal(early.code, "internal");
  assert.match(early.message, /await init\(\)/);
  const bytes = readFileSync(require.resolve("safeguarding-rules/safeguarding_rules_bg.wasm"));
  await web.init(bytes);
  await web.init(bytes);
  assert.deepEqual(web.classifyConcern({ area: "generic" }), esm.classifyConcern({ area: "generic" }));
});

test("./web starts from a response of any content type, a module, and a promise", async () => {
  const bytes = readFileSync(fileOf("safeguarding_rules_bg.wasm"));
  const sources = {
    wasm: new Response(bytes, { headers: { "content-type": "application/wasm" } }),
    plain: Promise.resolve(new Response(bytes, { headers: { "content-type": "text/plain" } })),
    module: new WebAssembly.Module(bytes),
    buffer: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length),
  };
  for (const [name, source] of Object.entries(sources)) {
    const web = await import(fileOf(`web.js?source=${name}`));
    await web.init(source);
    assert.equal(web.classifyConcern({ area: "generic" }).settled, false, name);
  }
});

test("./web says so when it cannot load, and a second init may succeed", async () => {
  const web = await import(fileOf("web.js?retry"));
  const sources = [
    () => new Response("", { status: 404 }),
    () => new Uint8Array(8),
    () => Promise.reject(new Error("no network")),
    () => 7,
  ];
  for (const source of sources) {
    const error = await web.init(source()).catch((thrown) => thrown);
    assert.ok(error instanceof web.SafeguardingError);
    assert.equal(error.code, "internal");
  }
  await web.init(readFileSync(fileOf("safeguarding_rules_bg.wasm")));
  assert.equal(web.classifyConcern({ area: "generic" }).settled, false);
});
