// An element in a page that stays open for days: what is printed and what is posted is of that day.

import assert from "node:assert/strict";
import { test } from "node:test";
import { leave, openForTests, visit } from "./the-elements.mjs";

const env = openForTests();
const AFTER_THREE_DAYS = "2026-12-26T10:05:00Z";

test("what is printed is of the moment at which it is printed", async () => {
  const page = await visit(env, "away.html");
  const shown = () => page.evaluate(() => document.querySelector("sg-timescale").innerText);
  await page.evaluate(async () => {
    await import("/safeguarding-rules/elements.js");
    const element = document.createElement("sg-timescale");
    element.setAttribute("area", "county-durham");
    element.facts = { concernsIdentifiedAt: "2026-12-23T09:00", concerns: { seriousRisk: true, immediateProtectionNeeded: false } };
    document.querySelector("main").append(element);
    await Promise.resolve();
  });
  const before = await shown();
  await page.clock.setFixedTime(AFTER_THREE_DAYS);
  assert.equal(await shown(), before);
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  assert.notEqual(await shown(), before);
  await leave(page);
});

test("a record is one record while it is written, and made on the day on which it is posted", async () => {
  const page = await visit(env, "away.html");
  const posted = () => page.evaluate(() => JSON.parse(new FormData(document.querySelector("#days")).get("basis")));
  await page.evaluate(async () => {
    await import("/safeguarding-rules/elements.js");
    const form = document.createElement("form");
    form.id = "days";
    const element = document.createElement("sg-basis");
    element.setAttribute("name", "basis");
    element.setAttribute("area", "northamptonshire");
    form.append(element);
    document.querySelector("main").append(form);
    element.facts = { informationShared: "School attendance" };
    await Promise.resolve();
  });
  const first = await posted();
  await page.clock.setFixedTime("2026-12-23T15:00:00Z");
  await page.evaluate(() => (document.querySelector("sg-basis").facts = { informationShared: "School attendance of the last term" }));
  const later = await posted();
  assert.deepEqual([later.id, later.createdAt], [first.id, first.createdAt]);
  await page.clock.setFixedTime(AFTER_THREE_DAYS);
  const last = await posted();
  assert.equal(last.id, first.id);
  assert.equal(last.createdAt.slice(0, 10), "2026-12-26");
  await leave(page);
});
