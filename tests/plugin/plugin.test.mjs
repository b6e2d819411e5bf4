// The plug-in for servers, in Node and in Python: a posted answer is re-checked there, byte for byte that of the package.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { fileOf } from "../door/package-under-test.mjs";
import { SEALED, calls } from "../door/sealed.mjs";

const pathOf = (path) => fileURLToPath(new URL(path, import.meta.url));
const PLUGIN = process.env.SAFEGUARDING_PLUGIN ?? pathOf("../../target/plugin/safeguarding-rules.plugin.wasm");
const PYTHON = process.env.SAFEGUARDING_PYTHON;
const EACH = 1_000;

const { createPlugin } = createRequire(new URL("../../pkg-config/package.json", import.meta.url))("@extism/extism");
const rules = await import(fileOf("index.js"));
rules.loadPack(SEALED);

const kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const FUNCTIONS = [...new Set(calls.filter(([, type]) => type.startsWith("Decision")).map(([name]) => name))];

/** Where the package makes an id, a time and a salt of its own, the plug-in is given them. */
const OF_A_RECORD = { id: "0b6a1c2e-7d1f-4f57-9b1e-3a2f4c5d6e7f", createdAt: "2026-11-21T10:00:00Z", salt: "00112233445566778899aabbccddeeff" };

/** What was recorded and what the calls ask, and the same again with every day of it moved on. */
function casesOf(name) {
  const recorded = JSON.parse(readFileSync(pathOf(`../corpus/answers/${name}.json`), "utf8")).map(({ sent }) => sent);
  const known = [...recorded, ...calls.filter(([called]) => called === name).map(([, , facts]) => facts)].filter((facts) => typeof facts === "object" && facts !== null);
  const whole = name === "recordConsentBasis" ? known.map((facts) => ({ ...OF_A_RECORD, ...facts })) : known;
  return Array.from({ length: EACH }, (_, number) => movedOn(whole[number % whole.length], Math.floor(number / whole.length)));
}

function movedOn(facts, days) {
  const later = (_, day) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
  return JSON.parse(JSON.stringify(facts).replace(/(?<=")(\d{4}-\d\d-\d\d)(?=["T])/g, (whole, day) => (Number.isNaN(Date.parse(day)) ? whole : later(whole, day))));
}

const CASES = FUNCTIONS.map((name) => ({ name, facts: casesOf(name) }));
const asked = (name, facts) => JSON.stringify({ question: kebab(name), facts });

/** What the package says, as its door hears it. */
function ofThePackage(name, facts) {
  try {
    return JSON.stringify(rules[name](facts));
  } catch ({ code, path, message }) {
    return JSON.stringify({ code, path, message });
  }
}

/** Some hosts say before a refusal that it is the plug-in's. */
function refusalIn(message) {
  return message.slice(message.indexOf("{"));
}

let plugin;
before(async () => {
  plugin = await createPlugin(PLUGIN, { useWasi: false });
  await plugin.call("load_pack", SEALED);
});
after(() => plugin.close());

async function ofThePlugin(input) {
  try {
    return (await plugin.call("answer", input)).text();
  } catch ({ message }) {
    return refusalIn(message);
  }
}

for (const { name, facts } of CASES) {
  test(`${name}: the same bytes as the package, ${EACH} times, in Node`, async () => {
    const differ = [];
    let answered = 0;
    for (const one of facts) {
      const [told, expected] = [await ofThePlugin(asked(name, one)), ofThePackage(name, one)];
      if (told !== expected) differ.push({ one, told: told.slice(0, 300), expected: expected.slice(0, 300) });
      else if (!told.startsWith('{"code"')) answered++;
    }
    assert.deepEqual(differ.slice(0, 2), [], `${differ.length} differ`);
    assert.ok(answered > EACH / 2, `${answered} were answered`);
  });
}

test("the same in Python", { skip: !PYTHON && "SAFEGUARDING_PYTHON names no Python with extism" }, () => {
  const desk = mkdtempSync(join(tmpdir(), "safeguarding-plugin-"));
  after(() => rmSync(desk, { recursive: true }));
  const sealed = join(desk, "our.pack");
  writeFileSync(sealed, SEALED);
  const all = CASES.flatMap(({ name, facts }) => facts.map((one) => [name, one]));
  const input = all.map(([name, facts]) => `${asked(name, facts)}\n`).join("");
  const { stdout, stderr, status } = spawnSync(PYTHON, [pathOf("answers.py"), PLUGIN, sealed], { input, encoding: "utf8", maxBuffer: 1 << 30 });
  assert.equal(status, 0, stderr);
  const told = stdout.split("\n");
  assert.equal(told.length, all.length + 1);
  const differ = all.filter(([name, facts], index) => told[index] !== ofThePackage(name, facts));
  assert.equal(differ.length, 0, JSON.stringify(differ[0]));

  copyFileSync(PLUGIN, join(desk, "safeguarding-rules.plugin.wasm"));
  const page = spawnSync(PYTHON, [pathOf("../../examples/servers/ask.py")], { cwd: desk, encoding: "utf8" });
  assert.match(page.stdout, /^Hold the strategy meeting .*\n$/, page.stderr);
});

test("what is no question is refused, and the next is answered", async () => {
  const hostile = ["", "null", "[]", "7", '{"question":"classify-concern"}', '{"question":7,"facts":{}}', '{"question":"classify-concern","facts":{},"more":1}', "[".repeat(100_000)];
  for (const input of hostile) {
    assert.deepEqual(JSON.parse(await ofThePlugin(input)), { code: "bad-input", path: "", message: "expected a question and its facts as a JSON object" });
  }
  const unknown = JSON.parse(await ofThePlugin(asked("toString", {})));
  assert.equal(typeof unknown.code, "string");
  assert.equal(await ofThePlugin(asked("classifyConcern", { area: "generic" })), ofThePackage("classifyConcern", { area: "generic" }));
});
