// Each host answers from the packed package, built as an integrator would build it: those that are tried each time.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { HEADING, answerOf, assertWhole, installed, npm, opened, pageAnswer } from "./the-host.mjs";

for (const name of ["node-esm", "node-commonjs"]) {
  test(`${name}: the program prints the answer and what is still to ask`, async (run) => {
    const folder = await installed(run, name);
    const [heading, ...questions] = (await npm(folder, "start")).split("\n");
    assert.equal(heading, HEADING);
    assert.ok(questions.length > 0);
  });
}

test("typescript: the program compiles, answers, and tells a refusal by its field", async (run) => {
  const folder = await installed(run, "typescript");
  await npm(folder, "run", "build");
  const lines = (await npm(folder, "start")).split("\n");
  assert.equal(lines[0], HEADING);
  assert.match(lines.at(-1), /^concernsIdentifiedAt: expected /);
});

for (const [name, built] of [["plain-page", "."], ["web-page", "."], ["vite", "dist"], ["service-worker", "."]]) {
  test(`${name}: the page answers`, async (run) => assertWhole(await pageAnswer(run, name, built)));
}

test("script-page: the page answers from file://", async (run) => {
  const folder = await installed(run, "script-page");
  await npm(folder, "run", "build");
  assertWhole(await answerOf(await opened(run, pathToFileURL(join(folder, "index.html")).href)));
});
