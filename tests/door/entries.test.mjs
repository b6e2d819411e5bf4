// Each way into the package opens, and shows the same functions.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { BINARY, ELEMENTS, ENTRIES } from "./every-entry.mjs";
import { FUNCTIONS, fileOf, folder, refusalOf } from "./package-under-test.mjs";
import { calls } from "./types/calls.mjs";

const esm = ENTRIES["index.js"];
const require = createRequire(fileOf("package.json"));
const { build } = createRequire(new URL("../../pkg-config/package.json", import.meta.url))("esbuild");
const read = (name) => readFileSync(fileOf(name), "utf8");

const NAMES = ["SafeguardingError", ...[...FUNCTIONS, "listMessages", "questionsFor", "setMessages"].sort()];

test("every entry shows the same names, and ./web also init", async () => {
  for (const [entry, rules] of Object.entries(ENTRIES)) assert.deepEqual(Object.keys(rules).sort(), NAMES, entry);
  assert.deepEqual(Object.keys(await import(fileOf("web.js"))).sort(), [...NAMES, "init"].sort());
});

test("the types name exactly what the package shows", () => {
  const declared = [...read("index.d.ts").matchAll(/^export (?:function|class) (\w+)/gm)].map(([, name]) => name);
  assert.deepEqual(declared.sort(), NAMES);
  assert.equal(read("index.d.cts"), read("index.d.ts"));
});

for (const [index, [name, , ...given]] of calls.entries()) {
  test(`call ${index + 1}, ${name}: answered, and alike by every entry`, () => {
    const answers = Object.entries(ENTRIES).map(([entry, rules]) => [entry, rules[name](...given)]);
    const [[, answer]] = answers;
    assert.equal(Object.getPrototypeOf(answer), Array.isArray(answer) ? Array.prototype : Object.prototype);
    assert.deepEqual(JSON.parse(JSON.stringify(answer)), answer, "the answer is plain data");
    // A record has an id, a salt and a time of its own each time.
    if (name === "recordConsentBasis") return;
    for (const [entry, other] of answers) assert.equal(JSON.stringify(other), JSON.stringify(answer), entry);
  });
}

test("every function of the package is called", () => {
  assert.deepEqual([...new Set(calls.map(([name]) => name))].sort(), [...FUNCTIONS, "questionsFor"].sort());
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
  for (const code of [...new Set(cautions.map(({ code }) => code)), ...errors, ...FUNCTIONS, "questionsFor"]) {
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
  for (const entry of Object.keys(manifest.exports)) {
    const name = `safeguarding-rules${entry.slice(1).replace("*", "pack")}`;
    assert.ok(readFileSync(require.resolve(name)).length > 0, name);
  }
  assert.equal(manifest.dependencies, undefined);
  assert.equal(manifest.type, "module");
});

test("a host with the condition `workerd` gets the entry that imports the binary as a module", async () => {
  const script = `console.log(import.meta.resolve("safeguarding-rules"))`;
  const resolved = (...settings) =>
    execFileSync(process.execPath, [...settings, "--input-type=module", "--eval", script], { cwd: folder, encoding: "utf8" }).trim();
  assert.equal(resolved("--conditions=workerd"), fileOf("workerd.js").href);
  assert.equal(resolved(), fileOf("index.js").href);
});

const bundled = async (program) => {
  const { outputFiles } = await build({ stdin: { contents: program, resolveDir: folder }, bundle: true, write: false });
  return outputFiles[0].text.length;
};

test("a bundler leaves out an entry of which nothing is used, but not a script", async () => {
  assert.ok((await bundled('import { classifyConcern } from "safeguarding-rules";')) < 100);
  assert.ok((await bundled('import { classifyConcern } from "safeguarding-rules/web";')) < 100);
  for (const script of ["script.js", "elements", "elements.script.js"]) {
    assert.ok((await bundled(`import "safeguarding-rules/${script}";`)) > BINARY.length, script);
  }
});

test("the elements and the questions share the compiled rules that are loaded once", async () => {
  const both = await bundled('import "safeguarding-rules/elements"; import * as rules from "safeguarding-rules"; globalThis.rules = rules;');
  assert.ok(both < 2 * BINARY.length);
});

test("the default entry carries the very bytes of the binary", async () => {
  const Module = WebAssembly.Module;
  let carried;
  WebAssembly.Module = class extends Module {
    constructor(bytes) {
      super(bytes);
      carried = bytes;
    }
  };
  try {
    const rules = await import(fileOf("index.js?carried"));
    rules.describePacks();
  } finally {
    WebAssembly.Module = Module;
  }
  assert.ok(BINARY.equals(carried));
});

test("every script is plain ASCII, which no character set changes", () => {
  const scripts = readdirSync(folder).filter((name) => /\.c?js$/.test(name));
  assert.deepEqual(scripts.sort(), [...Object.keys(ENTRIES), ...ELEMENTS].sort());
  for (const name of scripts) assert.match(read(name), /^[\n -~]+$/, name);
});

test("./web refuses a question before init, then answers from bytes, and init may be repeated", async () => {
  const web = await import(fileOf("web.js?bytes"));
  const early = refusalOf(web, () => web.classifyConcern({ area: "generic" }));
  assert.equal(early.code, "internal");
  assert.match(early.message, /await init\(\)/);
  await web.init(BINARY);
  await web.init(BINARY);
  assert.deepEqual(web.classifyConcern({ area: "generic" }), esm.classifyConcern({ area: "generic" }));
});

test("./web starts from a response of any content type, a module, and a promise", async () => {
  const sources = {
    wasm: new Response(BINARY, { headers: { "content-type": "application/wasm" } }),
    plain: Promise.resolve(new Response(BINARY, { headers: { "content-type": "text/plain" } })),
    module: new WebAssembly.Module(BINARY),
    buffer: BINARY.buffer.slice(BINARY.byteOffset, BINARY.byteOffset + BINARY.length),
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
  await web.init(BINARY);
  assert.equal(web.classifyConcern({ area: "generic" }).settled, false);
});
