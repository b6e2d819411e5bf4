// Each way into the package opens, and shows the same functions.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { BINARY, ELEMENTS, ENTRIES, PACKS, WORKSHOPS, packOf } from "./every-entry.mjs";
import { FUNCTIONS, LEAST_OF_WORKSHOP, fileOf, folder, refusalOf } from "./package-under-test.mjs";
import { SEALED, calls } from "./sealed.mjs";
import { OWN_PACK, comparisons } from "./types/calls.mjs";

const esm = ENTRIES["index.js"];
const require = createRequire(fileOf("package.json"));
const { build } = createRequire(new URL("../../pkg-config/package.json", import.meta.url))("esbuild");
const read = (name) => readFileSync(fileOf(name), "utf8");

/** The built-in packs, in the order in which they are loaded. */
const IDS = esm.describePacks().packs.map(({ id }) => id);

const NAMES = ["SafeguardingError", ...[...FUNCTIONS, "answerMany", "answerQuestion", "classifyMany", "describeColumns", "factsFrom", "listMessages", "loadPack", "questionsFor", "reportQuarterFrom", "setMessages", "timeColumns", "timeMany"].sort()];
const NAMES_OF_WORKSHOP = ["SafeguardingError", ...[...Object.keys(LEAST_OF_WORKSHOP), "beginToml", "checkToml", "diffToml", "lintToml", "loadPack"].sort()];

test("every entry shows the same names, and ./web also init; the workshop has its own", async () => {
  for (const [entry, rules] of Object.entries(ENTRIES)) assert.deepEqual(Object.keys(rules).sort(), NAMES, entry);
  for (const [entry, workshop] of Object.entries(WORKSHOPS)) assert.deepEqual(Object.keys(workshop).sort(), NAMES_OF_WORKSHOP, entry);
  assert.deepEqual(Object.keys(await import(fileOf("web.js"))).sort(), [...NAMES, "init"].sort());
});

test("the types name exactly what the package shows", async () => {
  const declared = (file) => [...read(file).matchAll(/^export (?:function|class|const|\{) ?(\w+)/gm)].map(([, name]) => name).sort();
  assert.deepEqual(declared("parts.d.ts"), Object.keys(await import(fileOf("parts.js"))).sort());
  assert.deepEqual(declared("index.d.ts"), NAMES);
  assert.deepEqual(declared("workshop.d.ts"), NAMES_OF_WORKSHOP);
  assert.equal(read("index.d.cts"), read("index.d.ts"));
  assert.equal(read("workshop.d.cts"), read("workshop.d.ts").replaceAll("./index.js", "./index.cjs"));
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

for (const [index, [name, , sides]] of comparisons.entries()) {
  test(`comparison ${index + 1}: told, and alike by every way into the workshop`, () => {
    const [told, other] = Object.values(WORKSHOPS).map((workshop) => workshop[name](sides));
    assert.deepEqual(JSON.parse(JSON.stringify(told)), told, "it is plain data");
    assert.equal(JSON.stringify(other), JSON.stringify(told));
  });
}

test("every way into the workshop seals a pack to the same bytes, and describes it alike", () => {
  for (const workshop of Object.values(WORKSHOPS)) {
    const sealed = workshop.sealPack(OWN_PACK);
    assert.equal(sealed.constructor, Uint8Array);
    assert.deepEqual(sealed, SEALED);
    assert.equal(workshop.loadPack(sealed).id, OWN_PACK.document.id);
  }
});

test("every function of the package is called", () => {
  assert.deepEqual([...new Set(calls.map(([name]) => name))].sort(), [...FUNCTIONS, "loadPack", "questionsFor"].sort());
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
  const codes = read("messages.csv").split("\n").map((row) => row.split(",")[1]).filter((code) => /^[a-z]+(-[a-z]+)*$/.test(code ?? ""));
  const errors = read("index.d.ts").match(/type ErrorCode =([^;]+);/)[1].match(/[a-z]+(?:-[a-z]+)*/g);
  assert.ok(codes.length > 150 && errors.length > 10);
  for (const code of [...new Set(codes.slice(1)), ...errors, ...FUNCTIONS, ...NAMES_OF_WORKSHOP, "questionsFor"]) {
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
    const name = `safeguarding-rules${entry.slice(1).replace("*", entry.startsWith("./packs/") ? "county-durham" : "pack")}`;
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
  assert.ok((await bundled('import { sealPack } from "safeguarding-rules/workshop";')) < 100);
  for (const script of ["script.js", "elements", "elements.script.js"]) {
    assert.ok((await bundled(`import "safeguarding-rules/${script}";`)) > BINARY.length, script);
  }
});

test("the elements and the questions share the compiled rules that are loaded once", async () => {
  const both = await bundled('import "safeguarding-rules/elements"; import * as rules from "safeguarding-rules"; globalThis.rules = rules;');
  assert.ok(both < 1.5 * read("index.js").length);
});

test("the default entry carries the very bytes of the binary, and the very packs, in their order", async () => {
  const { Instance, Module } = WebAssembly;
  let carried;
  const loaded = new Set();
  WebAssembly.Module = class extends Module {
    constructor(bytes) {
      super(bytes);
      carried = bytes;
    }
  };
  // Whatever bytes are handed to the binary that are not in its own memory already.
  const watched = (called) => (...given) => {
    given.filter((each) => each instanceof Uint8Array && each.buffer !== exports.memory.buffer).forEach((each) => loaded.add(each));
    return called(...given);
  };
  let exports;
  WebAssembly.Instance = function (module, imports) {
    const watchedImports = Object.entries(imports).map(([name, space]) => [name, Object.fromEntries(Object.entries(space).map(([name, called]) => [name, watched(called)]))]);
    const instance = new Instance(module, Object.fromEntries(watchedImports));
    ({ exports } = instance);
    return instance;
  };
  try {
    const rules = await import(fileOf("index.js?carried"));
    rules.describePacks();
  } finally {
    Object.assign(WebAssembly, { Instance, Module });
  }
  assert.ok(BINARY.equals(carried));
  assert.deepEqual([...loaded].map((bytes) => Buffer.from(bytes)), PACKS);
  assert.deepEqual(readdirSync(new URL("packs", fileOf("."))).sort(), IDS.map((id) => `${id}.pack`).sort());
});

test("every script is plain ASCII, which no character set changes", () => {
  const scripts = readdirSync(folder).filter((name) => /\.c?js$/.test(name));
  assert.deepEqual(scripts.sort(), ["command.js", "parts.js", "records.cjs", "records.js", "streams.js", "worker-inside.js", "worker.js", ...Object.keys(ENTRIES), ...Object.keys(WORKSHOPS), ...ELEMENTS].sort());
  for (const name of scripts) assert.match(read(name), /^[\t\n -~]+$/, name);
});

test("./web refuses a question before init, then answers from bytes, and init may be repeated", async () => {
  const web = await import(fileOf("web.js?bytes"));
  const early = refusalOf(web, () => web.classifyConcern({ area: "generic" }));
  assert.equal(early.code, "internal");
  assert.match(early.message, /await init\(\)/);
  await web.init(BINARY, { packs: PACKS });
  await web.init(BINARY, { packs: PACKS });
  assert.deepEqual(web.classifyConcern({ area: "generic" }), esm.classifyConcern({ area: "generic" }));
});

const buffer = (bytes) => bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);

test("./web starts from a response of any content type, a module, and a promise", async () => {
  const sources = {
    wasm: new Response(BINARY, { headers: { "content-type": "application/wasm" } }),
    plain: Promise.resolve(new Response(BINARY, { headers: { "content-type": "text/plain" } })),
    module: new WebAssembly.Module(BINARY),
    buffer: buffer(BINARY),
  };
  for (const [name, source] of Object.entries(sources)) {
    const web = await import(fileOf(`web.js?source=${name}`));
    await web.init(source, { packs: PACKS });
    assert.equal(web.classifyConcern({ area: "generic" }).settled, false, name);
  }
});

test("./web takes its packs as bytes, as a response, and as a promise of either", async () => {
  const ways = {
    buffer,
    view: (bytes) => new DataView(buffer(bytes)),
    response: (bytes) => new Response(bytes),
    promise: async (bytes) => new Response(bytes),
  };
  for (const [name, way] of Object.entries(ways)) {
    const web = await import(fileOf(`web.js?packs=${name}`));
    await web.init(BINARY, { packs: PACKS.map(way) });
    assert.deepEqual(web.listRules(), esm.listRules({ packs: web.describePacks().packs.map(({ id }) => id) }), name);
  }
});

/** What `./web` fetches of the package, served here as a site would. */
async function fetching(query, call) {
  const real = globalThis.fetch;
  const asked = [];
  globalThis.fetch = async (address) => {
    asked.push(address.href.slice(fileOf(".").href.length));
    return new Response(readFileSync(address));
  };
  try {
    const web = await import(fileOf(`web.js?${query}`));
    const error = await call(web).then(() => undefined, (thrown) => thrown);
    return { web, asked, error };
  } finally {
    globalThis.fetch = real;
  }
}

const filesOf = (ids) => ["safeguarding_rules_bg.wasm", ...ids.map((id) => `packs/${id}.pack`)];

test("./web fetches every pack, in any order, and loads them in theirs", async () => {
  const { web, asked } = await fetching("all", ({ init }) => init());
  assert.deepEqual(asked, filesOf(IDS));
  assert.deepEqual(web.describePacks().packs.map(({ id }) => id), IDS);
});

test("./web with an area fetches what that area stands on and what belongs to every record, and answers there as ever", async () => {
  for (const { id: area, packs } of esm.describePacks().areas.filter(({ id }) => id !== OWN_PACK.document.area)) {
    const { web, asked } = await fetching(`area=${area}`, ({ init }) => init(undefined, { areas: [area] }));
    assert.deepEqual(asked, filesOf(IDS.filter((id) => packs.includes(id) || id === "information-sharing")), area);
    const facts = { area, meetingType: "strategy" };
    assert.deepEqual(web.listAttendees(facts), esm.listAttendees(facts), area);
    const shared = { area, id: "0c3e3a5c-1f2e-4d7a-9b3e-2f6d8c1a7b90", createdAt: "2026-12-23T10:00:00Z", salt: "00112233445566778899aabbccddeeff" };
    assert.deepEqual(web.recordConsentBasis(shared), esm.recordConsentBasis(shared), area);
    assert.equal(refusalOf(web, () => web.listDeadlines({ area, national: true })).code, "scope");
  }
});

test("./web takes several areas, none, and the national layer where it is asked for", async () => {
  const loaded = async (query, options) => (await fetching(query, ({ init }) => init(null, options))).web.describePacks().packs.map(({ id }) => id);
  assert.deepEqual(await loaded("several", { areas: ["hampshire", "county-durham"] }), ["county-durham", "multi-agency-meetings", "professionals-meetings", "information-sharing"]);
  assert.deepEqual(await loaded("none", { areas: [] }), ["information-sharing"]);
  assert.deepEqual(await loaded("national", { areas: ["generic"], national: true }), ["multi-agency-meetings", "national-timescales", "information-sharing"]);
  assert.deepEqual(await loaded("nothing", { areas: null, national: null, packs: null }), IDS);
});

test("./web refuses options that it does not know, with the place, and fetches nothing", async () => {
  const wrong = [
    [{ area: "generic" }, "unknown-field", ""],
    ["generic", "unknown-field", ""],
    [{ areas: "generic" }, "bad-input", "areas"],
    [{ areas: ["generic", "nowhere"] }, "bad-word", "areas[1]"],
    [{ areas: ["generic"], national: "yes" }, "bad-input", "national"],
    [{ packs: PACKS[0] }, "bad-input", "packs"],
    [{ areas: ["generic"], packs: PACKS }, "scope", "packs"],
  ];
  for (const [place, [options, code, path]] of wrong.entries()) {
    const { web, asked, error } = await fetching(`wrong=${place}`, ({ init }) => init(undefined, options));
    assert.ok(error instanceof web.SafeguardingError);
    assert.deepEqual([error.code, error.path, asked], [code, path, []]);
  }
});

test("./web says so when it cannot load, and a second init may succeed", async () => {
  const web = await import(fileOf("web.js?retry"));
  const [first, ...others] = PACKS;
  const missing = [() => new Response("", { status: 404 }), () => Promise.reject(new Error("no network")), () => 7];
  const sources = [
    ...[...missing, () => new Uint8Array(8)].map((source) => [source, () => PACKS, "internal"]),
    ...missing.map((pack) => [() => BINARY, () => [pack(), ...others], "internal"]),
    [() => BINARY, () => [new Uint8Array(8), ...others], "bad-pack", "packs"],
    [() => BINARY, () => [first, new Uint8Array(1_000_001), ...others], "too-large", "packs[1]"],
    [() => BINARY, () => [first.subarray(1), ...others], "bad-pack", "packs"],
    [() => BINARY, () => PACKS.filter((pack) => !pack.equals(packOf("multi-agency-meetings"))), "bad-pack", "packs"],
    [() => BINARY, () => [first, ...PACKS], "bad-pack", "packs"],
  ];
  for (const [source, packs, code, path = ""] of sources) {
    const error = await web.init(source(), { packs: packs() }).catch((thrown) => thrown);
    assert.ok(error instanceof web.SafeguardingError);
    assert.deepEqual([error.code, error.path], [code, path]);
  }
  await web.init(BINARY, { packs: PACKS });
  assert.equal(web.classifyConcern({ area: "generic" }).settled, false);
  assert.deepEqual(web.describePacks().packs.map(({ id }) => id), IDS);
});

test("./web refuses a second init with other options, and takes one with the same or with none", async () => {
  const { web } = await fetching("twice", async ({ init }) => {
    await init(undefined, { areas: ["hampshire"] });
    await init(undefined, { areas: ["hampshire"] });
    await init();
  });
  for (const options of [{ areas: ["county-durham"] }, { areas: ["hampshire"], national: true }, { packs: PACKS }]) {
    const error = await web.init(undefined, options).catch((thrown) => thrown);
    assert.deepEqual([error.code, error instanceof web.SafeguardingError], ["scope", true]);
  }
  assert.deepEqual(web.describePacks().areas.map(({ id }) => id), ["generic", "hampshire"]);
});

test("./web refuses options that run code of somebody's, and says nothing of what that threw", async () => {
  const thrower = () => {
    throw new Error("Canary Bird");
  };
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  const hostile = [proxy, new Proxy({}, { ownKeys: thrower }), { get areas() { return thrower(); } }, { areas: proxy }, { packs: new Proxy([], { get: thrower }) }];
  for (const [place, options] of hostile.entries()) {
    const { web, error } = await fetching(`hostile=${place}`, ({ init }) => init(undefined, options));
    assert.ok(error instanceof web.SafeguardingError, String(place));
    assert.deepEqual([error.code, error.path], ["unreadable", ""]);
    assert.ok(!String(error.stack).includes("Canary") && error.cause === undefined);
  }
});

test("what one entry throws is an error of every other", async () => {
  const workshop = await import(fileOf("workshop.js"));
  for (const throwing of [() => workshop.sealPack({}), () => esm.classifyConcern({ area: 1 }), () => require("safeguarding-rules").classifyConcern({ area: 1 })]) {
    const error = refusalOf(esm, throwing);
    for (const { SafeguardingError } of [esm, workshop, require("safeguarding-rules")]) assert.ok(error instanceof SafeguardingError);
    class Own extends esm.SafeguardingError {}
    assert.ok(!(error instanceof Own) && new Own("internal", "", "") instanceof workshop.SafeguardingError);
  }
  for (const other of [new Error(), { name: "SafeguardingError", code: "internal" }, null]) assert.ok(!(other instanceof esm.SafeguardingError));
});

test("every pack of the package is a file that any entry would take", () => {
  assert.equal(IDS.length, PACKS.length);
  for (const id of IDS) assert.equal(refusalOf(esm, () => esm.loadPack(packOf(id))).path, "document.id", id);
});
