// A team's list of open cases, answered in the worker of the package.

import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { installed, npm, opened, served } from "./the-host.mjs";

const MANY = 500;

async function built(run) {
  const folder = await installed(run, "open-cases");
  await npm(folder, "run", "build");
  return { folder, address: await served(run, folder, "open-cases") };
}

test("open-cases: overdue first, then by what is due, each with its question and, when opened, its reasons", async (run) => {
  const page = await opened(run, (await built(run)).address);
  await page.getByText("3 open cases, 1 overdue").waitFor();
  assert.deepEqual(await page.locator("tbody button").allInnerTexts(), ["B-04", "A-17", "C-31"]);
  assert.match(await page.locator("tbody tr").first().innerText(), /Overdue: /);
  await page.getByRole("button", { name: "C-31" }).click();
  assert.match(await page.locator("#why").innerText(), /same day/);
  assert.deepEqual(page.faults, []);
});

test("open-cases: the page goes on while five hundred are answered, and hears how far it is", async (run) => {
  const { folder, address } = await built(run);
  const one = { facts: { area: "county-durham", concerns: { seriousRisk: "unknown" }, concernsIdentifiedAt: "2026-12-21" } };
  writeFileSync(join(folder, "cases.json"), JSON.stringify(Array.from({ length: MANY }, (_, place) => ({ reference: `R-${place}`, ...one }))));
  const page = await opened(run, `${address}cases.json`);
  await page.addInitScript(() => {
    globalThis.told = [];
    document.addEventListener("DOMContentLoaded", () => {
      const status = document.querySelector("[role=status]");
      new MutationObserver(() => told.push(status.textContent)).observe(status, { childList: true });
    });
  });
  await page.goto(address);
  await page.getByText(`${MANY} open cases`).waitFor();
  const told = await page.evaluate(() => told);
  assert.ok(told.filter((words) => / of 500 cases$/.test(words)).length >= 5, told.join());
  assert.equal(await page.locator("tbody tr").count(), MANY);
  assert.deepEqual(page.faults, []);
});

test("open-cases: the worker refuses as the package does, takes packs and words, and says when it is closed", async (run) => {
  const page = await opened(run, (await built(run)).address);
  const seen = await page.evaluate(async () => {
    const { SafeguardingError, classifyMany } = await import("./safeguarding-rules/index.js");
    const { openWorker } = await import("./safeguarding-rules/worker.js");
    const worker = openWorker();
    const refused = (promise) => promise.then(() => "answered", (error) => [error instanceof SafeguardingError, error.code, error.path]);
    const good = { area: "generic", concernsIdentifiedAt: "2026-12-23" };
    const cases = [...Array(120).fill(good), { ...good, area: "nowhere" }];
    const equal = JSON.stringify(await worker.classifyMany(Array(120).fill(good))) === JSON.stringify(classifyMany(Array(120).fill(good)));
    const refusals = [
      await refused(worker.classifyMany(cases)),
      await refused(worker.classifyMany([good, { now: () => {} }])),
      await refused(worker.classifyMany("no list")),
      await refused(worker.answerMany("no-question", [])),
      await refused(worker.answerMany("list-messages", [{}])),
      await refused(worker.loadPack(new Uint8Array([1, 2, 3]))),
      await refused(worker.loadPack("no pack")),
      await refused(worker.setMessages({ "no.SENTENCE": "x" })),
    ];
    await worker.setMessages({ "how_soon.HOLD": "Cynhaliwch {by}." });
    const [{ answer }] = await worker.answerMany("classify-concern", [{ ...good, concerns: { seriousRisk: true } }]);
    const late = refused(worker.answerMany("classify-concern", Array(400).fill(good)));
    worker.close();
    return { equal, refusals, heading: answer.heading, closed: [await late, await refused(worker.classifyMany([good]))] };
  });
  assert.equal(seen.equal, true);
  assert.deepEqual(seen.refusals, [
    [true, "bad-word", "cases[120].area"],
    [true, "not-plain", "cases[1].now"],
    [true, "bad-input", "cases"],
    [true, "bad-word", "question"],
    [true, "bad-word", "question"],
    [true, "bad-pack", ""],
    [true, "bad-input", ""],
    [true, "unknown-field", "no.SENTENCE"],
  ]);
  assert.match(seen.heading, /^Cynhaliwch /);
  assert.deepEqual(seen.closed, [[true, "internal", ""], [true, "internal", ""]]);
});
