// A page that stays open: whatever speaks of today, of now or of what is late says what is true then.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { FIRST_RECORDED, SCENES, WHEN, arriveAt, guideTo } from "./scenes.mjs";
import { leave, openForTests, press, visit } from "./the-page.mjs";

const env = openForTests();
const scene = (name) => SCENES.find((one) => one.name === name);
const EVENING = "2026-12-23T23:57:00Z";
const AFTER_MIDNIGHT = "2026-12-24T00:07:00Z";
const AFTER_THREE_DAYS = "2026-12-26T10:05:00Z";
const HALF_A_YEAR_LATER = "2027-07-01T10:00:00Z";

async function laterOn(page, now) {
  await page.clock.setFixedTime(now);
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
}

test("a copy that is open over midnight says of each answer what holds then", async () => {
  const page = await arriveAt(scene("guide-answer-protect"), env);
  const [download] = await Promise.all([page.waitForEvent("download"), press(page, "Download a copy (JSON)")]);
  const buffer = await readFile(await download.path());
  await page.evaluate(() => (window.location.hash = "#/copy"));
  await page.getByLabel("Choose a copy to open").setInputFiles({ name: "case.json", mimeType: "application/json", buffer });
  await page.getByRole("heading", { name: "every answer is as it was" }).waitFor();
  await laterOn(page, AFTER_THREE_DAYS);
  await page.getByRole("heading", { name: "answers have changed" }).waitFor();
  const said = await page.locator("main").innerText();
  const [, then, now] = said.match(/Then: (.*)\n+Now: (.*?) +Changed/);
  assert.notEqual(then, now);
  await leave(page);
});

test("today and yesterday are those of the clock, the date that was chosen stays, and a press on an older word does nothing", async () => {
  const page = await visit(env, "#/guide", { now: EVENING });
  await guideTo(page, WHEN);
  const recorded = page.getByRole("group", { name: FIRST_RECORDED });
  await recorded.getByLabel("Today (Wednesday)").check();
  await page.getByText("11:57pm").first().waitFor();
  await page.clock.setFixedTime(AFTER_MIDNIGHT);
  // As somebody presses who still reads Wednesday.
  await recorded.getByText("Today (Wednesday)").click();
  await recorded.getByLabel("Today (Thursday)").waitFor();
  assert.ok(await recorded.getByLabel("Yesterday (Wednesday)").isChecked());
  assert.ok(!(await page.locator("main").innerText()).includes("11:57pm"));
  await recorded.getByLabel("Today (Thursday)").check();
  assert.ok(await recorded.getByLabel("Today (Thursday)").isChecked());
  await leave(page);
});

test("the answer leads to whom to call at this hour", async () => {
  const page = await arriveAt(scene("guide-answer"), env);
  await page.evaluate(() => (window.location.hash = "#/settings"));
  await page.getByLabel("Duty team's number", { exact: true }).fill("0300 123 4567");
  await page.getByLabel("Emergency duty team's number").fill("0300 765 4321");
  await press(page, "Save numbers and hours");
  await page.evaluate(() => (window.location.hash = "#/guide/answer"));
  await laterOn(page, "2026-12-23T16:59Z");
  await laterOn(page, "2026-12-23T17:00Z");
  await page.waitForFunction(() => document.querySelector(".foot-bar a").getAttribute("href") === "tel:03007654321");
  await leave(page);
});

test("a list of open cases is worked out again when a day has passed", async () => {
  const page = await visit(env, "#/cases");
  await page.getByLabel("County Durham", { exact: true }).check();
  const csv = "ref,concerns identified,serious risk\nA1,23/12/2026 09:30,yes\n";
  await page.getByLabel("Open cases (CSV or JSON)").setInputFiles({ name: "cases.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await page.getByText("1 case was read.").waitFor();
  await press(page, "Show what is due");
  const title = page.locator("section.cases h2");
  await title.waitFor();
  assert.doesNotMatch(await title.innerText(), /overdue/);
  await laterOn(page, AFTER_THREE_DAYS);
  await page.waitForFunction(() => /overdue/.test(document.querySelector("section.cases h2")?.innerText));
  assert.match(await page.locator("section.cases").innerText(), /Worked out on Saturday 26 December 2026/);
  await leave(page);
});

test("a page that stays open until it is old says so", async () => {
  const page = await visit(env, "#/start");
  assert.equal(await page.getByText("This page is old").count(), 0);
  await laterOn(page, HALF_A_YEAR_LATER);
  await page.locator("p", { hasText: "more than six months ago. They may have changed since." }).first().waitFor();
  await leave(page);
});
