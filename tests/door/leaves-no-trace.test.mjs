// What no entry does to the page or process it is used in: print, ask the network, leave a global, change what is built in.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileOf, folder } from "./package-under-test.mjs";
import { changesBetween, pictureOf } from "./realm.mjs";
import { comparisons } from "./types/calls.mjs";

// Before any entry is opened.
const globals = Reflect.ownKeys(globalThis);
const builtIn = pictureOf(globalThis);
const { ELEMENTS, ENTRIES, PACKS, WORKSHOPS, emptyPage, load, openScript } = await import("./every-entry.mjs");
const { calls } = await import("./sealed.mjs");

const askEverything = (rules) => calls.forEach(([name, , ...given]) => rules[name](...given));
const compareEverything = (workshop) => comparisons.forEach(([name, , sides]) => workshop[name](sides));

const NOT_FOR_US = [
  "fetch", "XMLHttpRequest", "WebSocket", "EventSource", "Worker", "navigator", "location", "document", "window",
  "localStorage", "sessionStorage", "indexedDB", "caches", "console", "setTimeout", "queueMicrotask", "require", "process",
];

test("no entry leaves a global or changes what JavaScript brings", () => {
  assert.ok(builtIn.size > 500);
  Object.values(ENTRIES).forEach(askEverything);
  Object.values(WORKSHOPS).forEach(compareEverything);
  assert.deepEqual(Reflect.ownKeys(globalThis), globals);
  assert.deepEqual(changesBetween(builtIn, pictureOf(globalThis)), []);
});

test("script.js leaves one global, changes nothing of its page and reaches for nothing in it", () => {
  const page = emptyPage();
  const reached = [];
  for (const name of NOT_FOR_US) Object.defineProperty(page, name, { get: () => void reached.push(name) });
  const [globals, builtIn] = [Reflect.ownKeys(page), pictureOf(page)];
  askEverything(openScript(page));
  assert.deepEqual(reached, []);
  assert.deepEqual(Reflect.ownKeys(page), [...globals, "safeguardingRules"]);
  assert.deepEqual(changesBetween(builtIn, pictureOf(page)), []);
});

test("the elements do no harm where there is no page: a server imports them, and nothing happens", async () => {
  const builtIn = pictureOf(globalThis);
  assert.deepEqual(Object.keys(await import(fileOf("elements.js"))).sort(), ["listMessages", "setMessages"]);
  assert.deepEqual(Reflect.ownKeys(globalThis), globals);
  assert.deepEqual(changesBetween(builtIn, pictureOf(globalThis)), []);
  const page = emptyPage();
  const names = Reflect.ownKeys(page);
  load("elements.script.js", page);
  assert.deepEqual(Reflect.ownKeys(page), names);
});

test("no entry prints anything", () => {
  const script = `
    const { ENTRIES, WORKSHOPS } = await import(${JSON.stringify(new URL("every-entry.mjs", import.meta.url))});
    const { calls } = await import(${JSON.stringify(new URL("sealed.mjs", import.meta.url))});
    const { comparisons } = await import(${JSON.stringify(new URL("types/calls.mjs", import.meta.url))});
    for (const rules of Object.values(ENTRIES)) for (const [name, , ...given] of calls) rules[name](...given);
    for (const workshop of Object.values(WORKSHOPS)) for (const [name, , sides] of comparisons) workshop[name](sides);`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], { encoding: "utf8" });
  assert.deepEqual({ status, stdout, stderr }, { status: 0, stdout: "", stderr: "" });
});

test("import by the package's name answers in a fresh process", () => {
  const script = `
    import { classifyConcern } from "safeguarding-rules";
    process.exitCode = classifyConcern({ area: "generic" }).settled ? 2 : 3;`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], { cwd: folder, encoding: "utf8" });
  assert.deepEqual({ status, stdout, stderr }, { status: 3, stdout: "", stderr: "" });
});

test("an uncaught refusal shows the line it came from, and not the compiled rules", () => {
  const ask = 'classifyConcern({ area: "nowhere" });';
  const programs = {
    module: `import { classifyConcern } from "safeguarding-rules"; ${ask}`,
    commonjs: `const { classifyConcern } = require("safeguarding-rules"); ${ask}`,
  };
  for (const [type, program] of Object.entries(programs)) {
    const { status, stderr } = spawnSync(process.execPath, [`--input-type=${type}`, "--eval", program], { cwd: folder, encoding: "utf8" });
    assert.equal(status, 1);
    assert.match(stderr, /throw new SafeguardingError\(/);
    assert.ok(stderr.length < 3_000, `${stderr.length} characters`);
  }
});

test("no entry names the network, the page's address or its storage, but ./web what it fetches; only the elements use the console", () => {
  const reach = /import\.meta|new URL|fetch\(|console\.|XMLHttpRequest|localStorage|sendBeacon/;
  for (const name of [...Object.keys(ENTRIES), ...Object.keys(WORKSHOPS), ...ELEMENTS]) {
    const text = readFileSync(fileOf(name), "utf8");
    const addresses = PACKS.length + 1;
    if (name === "web.js") assert.deepEqual(text.match(new RegExp(reach, "g")).sort(), ["fetch(", ...Array(addresses).fill("import.meta"), ...Array(addresses).fill("new URL")]);
    else if (ELEMENTS.includes(name)) assert.deepEqual(text.match(new RegExp(reach, "g")), ["console."], name);
    else assert.doesNotMatch(text, reach, name);
  }
});
