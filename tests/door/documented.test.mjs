// The types tell what everything is: no field without a word on it, no function without an example that runs and what it throws.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileOf } from "./package-under-test.mjs";
import { SEALED, workshop } from "./sealed.mjs";
import { OWN_PACK } from "./types/calls.mjs";
import { examplesIn } from "./types/examples.mjs";

const rules = await import(fileOf("index.js"));
const records = await import(fileOf("records.js"));
// What it has of the default entry too is documented there.
const { reportQuarterFrom: _, ...streams } = await import(fileOf("streams.js"));
const read = (name) => readFileSync(fileOf(name), "utf8");
const AsyncFunction = (async () => {}).constructor;
const FILES = ["index.d.ts", "index.d.cts", "web.d.ts", "workshop.d.ts", "workshop.d.cts", "records.d.ts", "records.d.cts", "streams.d.ts", "worker.d.ts", "script.d.ts", "elements.d.ts"];
const OF = { "index.d.ts": rules, "workshop.d.ts": workshop, "records.d.ts": records, "streams.d.ts": streams };

/** Declarations before which no comment ends: of fields, of types and of functions. A comment may end on the same line. */
function undocumented(declarations) {
  const lines = declarations.split("\n");
  const declares = /^\s*(?:readonly |export (?:declare )?(?:interface|type|function|class|const) |(?:get|set) \w+\(|"[\w-]+": |\w+\??: |\w+\(\): )/;
  const isCode = (line) => !/^\s*(?:\*|\/[/*])/.test(line);
  return lines.filter((line, index) => {
    if (!isCode(line) || !declares.test(line)) return false;
    const before = lines[index - 1] ?? "";
    const setsWhatIsRead = /^\s*set (\w+)/.exec(line)?.[1] !== undefined && before.trimStart().startsWith("get ");
    return !before.trimEnd().endsWith("*/") && !setsWhatIsRead;
  });
}

/** Fields that stand in the middle of a line, where no comment can stand before them. */
function inTheMiddle(declarations) {
  return declarations.split("\n").filter((line) => /[{;,]\s*readonly \w+\??:/.test(line) && !/^\s*\*/.test(line));
}

for (const file of FILES) {
  test(`${file}: every field has a word on it`, () => {
    assert.deepEqual(undocumented(read(file)).map((line) => line.trim()), []);
    assert.deepEqual(inTheMiddle(read(file)).map((line) => line.trim()), []);
  });
}

test("a field without a word is noticed", () => {
  assert.equal(undocumented("/** A. */\nexport interface A {\n  readonly b: string;\n}").length, 1);
  assert.equal(inTheMiddle("  readonly a: { readonly b: string };").length, 1);
});

test("nothing of an answer can be changed", () => {
  for (const file of Object.keys(OF)) {
    const fields = read(file).split("\n").filter((line) => /^\s+"?[\w-]+"?\??: /.test(line));
    assert.deepEqual(fields, []);
  }
});

test("every function has an example, and says what it throws", () => {
  for (const [file, entry] of Object.entries(OF)) {
    const documented = [...read(file).matchAll(/\/\*\*((?:(?!\*\/)[^])*)\*\/\nexport function (\w+)/g)];
    const functions = Object.keys(entry).filter((name) => name !== "SafeguardingError");
    assert.deepEqual(documented.map(([, , name]) => name).sort(), functions.sort());
    for (const [, comment, name] of documented) {
      assert.match(comment, /@example .*\S/, name);
      assert.match(comment, /@throws \{SafeguardingError\} .*\S/, name);
    }
  }
});

test("every code of an error is told with what it means", () => {
  const codes = read("index.d.ts").match(/export type ErrorCode =([^;]+);/)[1].match(/"[a-z-]+"/g);
  const comment = read("index.d.ts").match(/\/\*\*((?:(?!\*\/)[^])*)\*\/\nexport type ErrorCode/)[1];
  for (const code of codes) assert.match(comment, new RegExp(`${code}: .*\\S`), code);
});

for (const [file, entry] of Object.entries(OF)) {
  for (const { name, example } of examplesIn(read(file))) {
    test(`${file}: the example of ${name} runs`, async () => {
      const given = { ...entry, pack: OWN_PACK, sealed: SEALED };
      const run = new AsyncFunction(...Object.keys(given), `"use strict"; return ${example.replace(/;$/, "")};`);
      const answer = await run(...Object.values(given));
      assert.ok(name === "setMessages" ? answer === undefined : answer !== undefined, example);
      rules.setMessages({});
    });
  }
}

const unionOf = (name) => read("index.d.ts").match(new RegExp(`export type ${name} =([^;]+);`))[1].match(/"[^"]+"/g).map((id) => JSON.parse(id));

test("the ids in the types are those of the built-in packs", async () => {
  const built = await import(`${fileOf("index.js")}?built-in`);
  const { areas, packs, concernTypes, agencies } = built.describePacks();
  const ids = (named) => [...new Set(named.map(({ id }) => id))].sort();
  assert.deepEqual(unionOf("BuiltInArea").sort(), ids(areas));
  assert.deepEqual(unionOf("BuiltInPack").sort(), ids(packs));
  assert.deepEqual(unionOf("BuiltInConcernType").sort(), ids(concernTypes));
  assert.deepEqual(unionOf("BuiltInAgency").sort(), ids(agencies));
});
