// Pages that a PHP server prints, pages of the days of prototype.js and jQuery, and pages that stand only in Node.

import assert from "node:assert/strict";
import { copyFileSync, existsSync } from "node:fs";
import { createServer } from "node:net";
import { once } from "node:events";
import { join } from "node:path";
import { test } from "node:test";
import { PROTECT } from "./filled-in.mjs";
import { installed, npm, opened, served, startedServer } from "./the-host.mjs";

const { SAFEGUARDING_PHP: PHP, SAFEGUARDING_PROTOTYPE: PROTOTYPE } = process.env;
const answered = (part, answer) => part.getByRole("group", { name: PROTECT }).getByLabel(answer, { exact: true }).check();

test("jest: with jsdom, where a page stands only in Node, the functions answer", async (run) => {
  const folder = await installed(run, "jest");
  await npm(folder, "test");
});

test("php-page: three elements of one page post their answers and their facts, each under its own child", { skip: !PHP && "PHP was not found: see cargo xtask test" }, async (run) => {
  const folder = await installed(run, "php-page");
  const page = await opened(run, await startedPhp(run, folder));
  const elements = page.locator("sg-timescale");
  for (const [index, answer] of ["No", "Yes", "I am not sure"].entries()) await answered(elements.nth(index), answer);
  const facts = await elements.evaluateAll((all) => all.map(({ facts }) => facts));
  const headings = await elements.evaluateAll((all) => all.map(({ decision }) => decision.answer.heading));
  assert.deepEqual(facts.map(({ concernsIdentifiedAt }) => concernsIdentifiedAt), ["2026-12-23", "2026-12-22", "2026-12-21"]);
  const ids = await page.locator("[id]").evaluateAll((all) => all.map(({ id }) => id));
  assert.equal(new Set(ids).size, ids.length, "an id stands twice");
  await page.getByRole("button", { name: "Save" }).click();
  await page.locator("[data-facts]").first().waitFor();
  assert.deepEqual(await page.locator("body > [role=status] > p:first-child").allTextContents(), headings.map((heading, index) => `Child ${index + 1}: ${heading}`));
  assert.deepEqual((await page.locator("[data-facts]").allTextContents()).map((text) => JSON.parse(text)), facts);
  assert.deepEqual(page.faults, []);
});

test("old-page: beside prototype.js the elements are whole, and what jQuery collects holds the answers", { skip: !PROTOTYPE && "prototype.js was not found: see cargo xtask test" }, async (run) => {
  const folder = await installed(run, "old-page");
  copyFileSync(PROTOTYPE, join(folder, "prototype.js"));
  const page = await opened(run, await served(run, folder, "old-page"));
  assert.match(await page.evaluate(() => window.Prototype.Version), /^1\.7/);
  await answered(page.locator("sg-timescale"), "Yes");
  await page.getByRole("combobox", { name: "Police State" }).selectOption("Coming");
  await page.locator("sg-timescale").evaluate((element) => element.firstElementChild.remove());
  await page.locator("sg-timescale").getByText("call 999 now").waitFor();
  const collected = await page.evaluate(() => Object.fromEntries(new URLSearchParams(window.jQuery("form").serialize())));
  const posted = await page.evaluate(() => Object.fromEntries(new FormData(document.querySelector("form"))));
  assert.deepEqual(Object.keys(posted), ["reference", "how-soon", "how-soon-facts", "attendance", "attendance-facts"]);
  assert.deepEqual(collected, posted);
  assert.deepEqual(JSON.parse(posted.attendance), { police: "coming" });
  await page.getByRole("button", { name: "Save" }).click();
  assert.equal(JSON.parse(await page.getByRole("status").last().textContent()).concerns.immediateProtectionNeeded, true);
  assert.deepEqual(page.faults, []);
});

async function startedPhp(run, folder) {
  const free = createServer().listen(0, "127.0.0.1");
  await once(free, "listening");
  const { port } = free.address();
  await new Promise((resolve) => free.close(resolve));
  const address = `http://127.0.0.1:${port}/`;
  // It says where it listens in the words that it has for mistakes.
  await startedServer(run, folder, "sh", ["-c", `exec "$0" -S 127.0.0.1:${port} 2>&1`, PHP]);
  return address;
}
