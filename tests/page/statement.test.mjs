// The accessibility statement says what a run has shown, and nothing that it has not.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { CRITERIA } from "./criteria.mjs";
import statement from "./statement.mjs";
import { folderOf } from "./the-page.mjs";

/** WCAG 2.2: 30 criteria of level A and 20 of level AA came with 2.1, 2 and 4 with 2.2, and 4.1.1 went. */
const IN_ALL = { A: 31, AA: 24 };

const NAMED = [...new Set(CRITERIA.flatMap(({ tests = [] }) => tests))];
const ALL_PASSED = NAMED.map((name) => ({ name: `${name} …`, passed: true }));

async function statementOfRun(results) {
  const events = results.map(({ name, passed }) => ({ type: passed ? "test:pass" : "test:fail", data: { name } }));
  let written = "";
  for await (const part of statement(events)) written += part;
  return written;
}

const rowOf = (written, number) => written.split("\n").find((line) => line.startsWith(`<tr><th scope="row">${number} `));

test("the table holds each criterion once, and something to say of each", () => {
  const numbers = CRITERIA.map(({ number }) => number);
  assert.equal(new Set(numbers).size, numbers.length);
  for (const [level, count] of Object.entries(IN_ALL)) assert.equal(CRITERIA.filter((criterion) => criterion.level === level).length, count, level);
  for (const { number, tests, judge, absent } of CRITERIA) assert.ok(absent ? !tests && !judge : tests?.length > 0 || judge, number);
});

test("each test that the table names stands in a file of tests", () => {
  const folder = folderOf("tests/page/");
  const sources = readdirSync(folder).filter((name) => name.endsWith(".test.mjs") && name !== "statement.test.mjs").map((name) => readFileSync(`${folder}${name}`, "utf8")).join("\n");
  for (const name of NAMED) assert.ok(sources.includes(`test("${name}`), name);
});

test("where every test has passed nothing is left unshown, and the statement still claims no full compliance", async () => {
  const written = await statementOfRun(ALL_PASSED);
  assert.ok(!written.includes("Not shown"));
  assert.match(rowOf(written, "1.4.10"), /<td>Shown by tests<\/td>/);
  assert.match(rowOf(written, "1.1.1"), /<td>Shown by tests in part<\/td>.*A person must judge/);
  assert.match(rowOf(written, "3.2.2"), /<td>Not tested by machine<\/td>/);
  assert.match(rowOf(written, "3.3.8"), /<td>Does not apply<\/td><td>There is no sign-in\./);
  assert.match(written, /partially compliant/);
  assert.doesNotMatch(written, /fully compliant/);
});

test("a test that failed, was skipped or was not run makes its criteria not shown, and names them", async () => {
  const reflow = "check 20: …";
  const others = ALL_PASSED.filter(({ name }) => !name.startsWith("check 20:"));
  for (const results of [[...others, { name: reflow, passed: true }, { name: reflow, passed: false }], others]) {
    const written = await statementOfRun(results);
    for (const number of ["1.3.4", "1.4.4", "1.4.10"]) assert.match(rowOf(written, number), /<td>Not shown<\/td><td>This test failed or was not run: check 20:/);
    assert.match(rowOf(written, "1.4.12"), /<td>Shown by tests<\/td>/);
    assert.match(written, /It was not shown that it meets:<\/p>\n<ul>\n<li>1\.3\.4 Orientation<\/li>/);
  }
  const skipped = [];
  for await (const part of statement([{ type: "test:pass", data: { name: reflow, skip: true } }])) skipped.push(part);
  assert.match(rowOf(skipped.join(""), "1.4.10"), /Not shown/);
});
