// What is wrong with a form is said at the top, at the field, and in words that say what to do.

import assert from "node:assert/strict";
import { test } from "node:test";
import { FIRST_RECORDED, GUIDE, PROTECT, WHEN, duty, guideTo, throughTheGuide } from "./scenes.mjs";
import { dateOf, leave, openForTests, press, radio, visit } from "./the-page.mjs";

const env = openForTests();

/** The links of the summary; checks that it has the focus, and that each link leads to a field with the same words. */
async function problems(page) {
  const summary = page.locator(".govuk-error-summary");
  assert.ok(await summary.evaluate((element) => element === document.activeElement));
  assert.match(await page.title(), /^Error: /);
  const links = summary.getByRole("link");
  const texts = await links.allTextContents();
  for (const [index, text] of texts.entries()) {
    await links.nth(index).click();
    const group = page.locator(".govuk-form-group--error", { has: page.locator(":focus") });
    assert.equal(await group.locator(".govuk-error-message").textContent(), `Error: ${text}`);
  }
  return texts;
}

test("check 15: what has to be chosen is named, and naming it goes when it is chosen", async () => {
  const page = await visit(env, "#/guide");
  await press(page, "Continue");
  assert.deepEqual(await problems(page), ["Select yes if the child needs protecting today"]);
  await radio(page, PROTECT, "No").check();
  await press(page, "Continue");
  await press(page, "Continue");
  assert.deepEqual(await problems(page), ["Select whose procedure you follow"]);
  await page.getByLabel(GUIDE).check();
  await press(page, "Continue");
  await guideTo(page, WHEN);
  await press(page, "Show the answer");
  assert.equal(await page.title(), "Answer – When must we meet? – Safeguarding rules");
  await press(page, "Change answers");
  assert.equal(await page.locator(".govuk-error-message, .govuk-error-summary, .govuk-form-group--error").count(), 0);
  await leave(page);
});

test("check 15: each view names what it needs", async () => {
  const page = await visit(env);
  for (const [route, name, expected] of [
    ["#/who", "Show the answer", ["Select whose procedure you follow", "Select which meeting it is"]],
    ["#/sharing", "Continue", ["Select whose procedure you follow"]],
    ["#/checklists", "Show the checklist", ["Select whose procedure you follow"]],
    ["#/rules/compare", "Compare", ["Select the first document", "Select the second document"]],
    ["#/quarter", "Show the quarter", ["Select whose procedure you follow", "Choose a file of meetings"]],
  ]) {
    await page.goto(`${env.server.address}${route}`);
    await press(page, name);
    assert.deepEqual(await problems(page), expected, route);
  }
  await leave(page);
});

test("check 15: dates: half a date, a time alone, a day to come", async () => {
  const page = await visit(env, "#/guide");
  await guideTo(page, WHEN, { area: GUIDE });
  const [recorded, received] = [FIRST_RECORDED, "When was the referral received?"];
  await page.getByRole("group", { name: recorded }).getByLabel("Another date").check();
  await dateOf(page, recorded).focus();
  await page.keyboard.type("12");
  await page.getByRole("group", { name: received }).getByLabel("Time").fill("09:30");
  await press(page, "Show the answer");
  assert.deepEqual(await problems(page), [
    "Date the concern was first recorded must include a day, a month and a year",
    "Enter the date the referral was received, or clear its time",
  ]);
  await dateOf(page, recorded).fill("2026-12-24");
  await page.getByRole("group", { name: received }).getByLabel("Another date").check();
  await dateOf(page, received).fill("0026-12-23");
  await press(page, "Show the answer");
  assert.deepEqual(await problems(page), [
    "Date the concern was first recorded must be today or in the past",
    "Date the referral was received must include a year with 4 numbers",
  ]);
  await leave(page);
});

test("check 15: today with a time that has not come yet is named too", async () => {
  const page = await visit(env, "#/guide");
  await guideTo(page, WHEN);
  const recorded = page.getByRole("group", { name: FIRST_RECORDED });
  await recorded.getByLabel("Today").check();
  await recorded.getByLabel("Time").fill("23:00");
  await press(page, "Show the answer");
  assert.deepEqual(await problems(page), ["Date the concern was first recorded must be today or in the past"]);
  await leave(page);
});

test("check 15: a refusal by the library stands in plain words at its field, and never repeats what was typed", async () => {
  const page = await visit(env, "#/who");
  await page.getByLabel("County Durham", { exact: true }).check();
  await page.getByLabel("Strategy meeting or discussion").check();
  await page.getByLabel("Which services").fill("GP, !!CanaryBird!!");
  await press(page, "Show the answer");
  const [text] = await problems(page);
  assert.match(text, /^Which services do the child or family receive\? \(optional\): Enter the name of an agency or service/);
  assert.ok(!text.includes("CanaryBird"));
  await leave(page);

  const record = await visit(env, "#/sharing");
  await record.getByLabel("Northamptonshire", { exact: true }).check();
  await record.getByLabel("What was shared?").fill("x".repeat(10_001));
  await press(record, "Continue");
  assert.match((await problems(record))[0], /^(What was shared: )?Shorten this text to 10,000 characters: it has 10,001/);
  await leave(record);
});

test("check 15: a date that is given in place is checked there", async () => {
  const page = await visit(env, "#/guide");
  const none = { "Is there a serious risk": "No", "Is there an allegation of penetrative": "No", "Has any agency had to act": "No" };
  await guideTo(page, WHEN, { area: GUIDE, concerns: none });
  await press(page, "Show the answer");
  const question = page.locator(".asked .question", { hasText: FIRST_RECORDED });
  await question.getByRole("button", { name: "Use this time" }).click();
  assert.match(await question.locator(".govuk-error-message").textContent(), /Enter the date the concern was first recorded/);
  await question.getByLabel("Today").check();
  await question.getByRole("button", { name: "Use this time" }).click();
  assert.equal(await page.locator("h1").innerText(), "Hold the strategy meeting by Wednesday 30 December 2026, within 3 working days.");
  await leave(page);
});

test("check 15: a time at which a deadline cannot begin is refused where it stands, and nothing is changed", async () => {
  const page = await visit(env, "#/guide");
  await throughTheGuide(page);
  const row = duty(page, "proforma");
  await row.locator("summary", { hasText: "When was it decided" }).click();
  await row.getByRole("button", { name: "Use this time" }).click();
  assert.match(await row.locator(".govuk-error-message").textContent(), /Enter the date/);
  await row.getByLabel("Date", { exact: true }).fill("2026-12-24");
  await row.getByRole("button", { name: "Use this time" }).click();
  assert.match(await row.locator(".govuk-error-message").textContent(), /Date must be today or in the past/);
  assert.equal(await row.locator("h3").textContent(), "1 hour after the decision to hold it");
  await leave(page);
});
