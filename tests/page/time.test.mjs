// A page that is left open: over midnight and for days it says what is true then, on the screen, on paper and in the file.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { SCENES, arriveAt } from "./scenes.mjs";
import { leave, library, openForTests, press } from "./the-page.mjs";

const env = openForTests();
const scene = (name) => SCENES.find((one) => one.name === name);

const AT_MIDNIGHT = "2026-12-24T00:00:10Z";
const AFTER_THREE_DAYS = "2026-12-26T10:05:00Z";

/** The answer of the guide in the copy that is downloaded there, with its facts. */
async function downloaded(page) {
  const [download] = await Promise.all([page.waitForEvent("download"), press(page, "Download a copy (JSON)")]);
  return JSON.parse(await readFile(await download.path(), "utf8")).content.answers.guide;
}

for (const [what, now] of [["over midnight", AT_MIDNIGHT], ["for three days", AFTER_THREE_DAYS]]) {
  test(`left open ${what} the answer is worked out again when somebody comes back`, async () => {
    const page = await arriveAt(scene("guide-answer"), env);
    const before = await downloaded(page);
    await page.clock.setFixedTime(now);
    await page.evaluate(() => window.dispatchEvent(new Event("focus")));
    await page.getByText("Time has passed, so the answer was worked out again.").waitFor({ state: "attached" });
    const after = await downloaded(page);
    assert.notEqual(after.facts.now, before.facts.now);
    assert.equal(after.facts.now.slice(0, 10), now.slice(0, 10));
    const { answer } = library.classifyConcern(after.facts);
    assert.equal(await page.locator("h1").innerText(), answer.heading);
    assert.equal(after.decision.answer.heading, answer.heading);
    await leave(page);
  });
}

test("nobody comes back, and somebody prints or downloads: what leaves the page is of that moment", async () => {
  const page = await arriveAt(scene("guide-answer"), env);
  const before = await page.locator("article").elementHandle();
  await page.clock.setFixedTime(AFTER_THREE_DAYS);
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  assert.equal(await before.evaluate((element) => element.isConnected), false);
  await leave(page);
});

test("a first press on an answer of another day shows the one of today, and makes nothing of the old one", async () => {
  const page = await arriveAt(scene("guide-answer"), env);
  await page.clock.setFixedTime(AFTER_THREE_DAYS);
  await press(page, "Download a copy (JSON)");
  await page.getByText("Time has passed, so the answer was worked out again.").waitFor({ state: "attached" });
  assert.equal((await downloaded(page)).facts.now.slice(0, 10), AFTER_THREE_DAYS.slice(0, 10));
  await leave(page);
});

test("whom to call first follows the hour while the page stays open", async () => {
  const page = await arriveAt(scene("guide-protect-now"), env);
  await page.evaluate(() => (window.location.hash = "#/settings"));
  await page.getByLabel("Duty team's number", { exact: true }).fill("0300 123 4567");
  await press(page, "Save numbers and hours");
  await page.evaluate(() => (window.location.hash = "#/guide/protect-now"));
  const first = page.locator("main dt").first();
  await first.getByText("Duty team").waitFor();
  await page.clock.setFixedTime("2026-12-23T17:00Z");
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await first.getByText("Emergency duty team").waitFor();
  await leave(page);
});

test("deadlines follow the time where they stand: one that has passed is late", async () => {
  const page = await arriveAt(scene("guide-answer-settled"), env);
  const before = await page.locator(".deadlines").first().innerText();
  await page.clock.setFixedTime("2026-12-23T23:59:50Z");
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  assert.equal(await page.locator("article").count(), 1);
  await page.clock.setFixedTime(AFTER_THREE_DAYS);
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await page.waitForFunction((before) => document.querySelector(".deadlines").innerText !== before, before);
  await leave(page);
});

test("an answer that time has not changed stays where it stands", async () => {
  const page = await arriveAt(scene("guide-answer"), env);
  const before = await page.locator("article").elementHandle();
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  assert.equal(await before.evaluate((element) => element.isConnected), true);
  await leave(page);
});
