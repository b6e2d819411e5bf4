// Each of the four questions from the first key to the answer, with the keyboard alone.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { DURHAM, FIRST_RECORDED, GUIDE, SERIOUS, WHEN, throughTheGuide } from "./scenes.mjs";
import { DEMO, dateOf, leave, openForTests, press, radio, visit } from "./the-page.mjs";

const MOST_TABS = 150;

const env = openForTests();

/** From Start through one page for each question that can still change the answer, in an area that is kept on the device. */
test("check 4: from Start to a deadline in at most 12 key presses, beside the typed date", async () => {
  const page = await visit(env, "#/area");
  await page.getByLabel(DURHAM, { exact: true }).check();
  await press(page, "Keep this area");
  await page.getByRole("heading", { level: 1, name: "What do you need?" }).waitFor();
  let pressed = 0;
  const keys = async (...names) => {
    for (const name of names) await page.keyboard.press(name);
    pressed += names.length;
  };
  const questionPage = (title) => page.getByRole("heading", { level: 1, name: title, exact: true }).waitFor();
  await keys("Tab", "Enter");
  for (const question of ["Does the child need protecting today?", SERIOUS, "Is there an allegation of penetrative sexual abuse?", "Has any agency had to act at once, or does one need to?"]) {
    await questionPage(question);
    await keys("ArrowDown", "Enter");
  }
  await questionPage(WHEN);
  await keys("Tab");
  await page.keyboard.type(await asTyped(page, "2026-12-22"));
  await keys("Enter");
  await answerHasFocus(page, "Hold the strategy meeting by Tuesday 29 December 2026, within 3 working days.");
  assert.ok(pressed <= 12, `${pressed} key presses`);
  await leave(page);
});

test("check 22: When must we meet?", async () => {
  const page = await visit(env);
  await activate(page, page.getByRole("link", { name: "How soon must we meet?" }));
  await tick(page, radio(page, "Does the child need protecting today?", "No"));
  await page.keyboard.press("Enter");
  await tick(page, page.getByLabel(GUIDE));
  await activate(page, button(page, "Continue"));
  for (const question of ["Is there a serious risk of harm", "Is there an allegation", "Has any agency had to act"]) {
    await tick(page, radio(page, question, "No"));
    await activate(page, button(page, "Continue"));
  }
  await tick(page, page.getByRole("group", { name: FIRST_RECORDED }).getByLabel("Today"));
  await activate(page, button(page, "Show the answer"));
  await answerHasFocus(page, "Hold the strategy meeting by Wednesday 30 December 2026, within 3 working days.");
  await activate(page, page.locator(".fold__summary", { hasText: "Why" }));
  await activate(page, page.locator("summary", { hasText: "We counted" }));
  assert.ok(await page.getByText("Not counted: bank holiday: Christmas Day").isVisible());
  await activate(page, button(page, "Change answers"));
  assert.ok(await radio(page, "Does the child need protecting today?", "No").isChecked());
  await activate(page, button(page, "Continue"));
  assert.ok(await radio(page, "Is there a serious risk of harm", "No").isChecked());
  await page.goto(`${env.server.address}#/who`);
  assert.ok(await page.getByLabel(GUIDE).isChecked(), "what one view knows another does not ask for again");
  await leave(page);
});

test("check 22: open questions are answered where they stand, one after the other", async () => {
  const page = await visit(env, "#/guide");
  await throughTheGuide(page, { area: GUIDE });
  await tabTo(page, page.locator(".asked .question").first().getByRole("button", { name: "No", exact: true }));
  for (const question of ["Is there a serious risk", "Is there an allegation of penetrative", "Has any agency had to act"]) {
    assert.match(await page.evaluate(() => document.activeElement.closest(".question").textContent), new RegExp(`^${question}`));
    await tabTo(page, page.locator(".asked .question").first().getByRole("button", { name: "No", exact: true }));
    await page.keyboard.press("Enter");
  }
  await answerHasFocus(page, "Hold the strategy meeting by Wednesday 30 December 2026, within 3 working days.");
  assert.equal(await page.getByText("Not settled yet").count(), 0);
  await leave(page);
});

test("check 22: a time that is given where it is missing keeps the place of its deadline", async () => {
  const page = await visit(env, "#/guide");
  await throughTheGuide(page);
  await activate(page, page.locator("summary", { hasText: "When was it decided" }));
  await typeDate(page, page.getByRole("group", { name: "When was it decided" }).getByLabel("Date", { exact: true }), "2026-12-23");
  await page.getByRole("group", { name: "When was it decided" }).getByLabel("Time").fill("09:05");
  await activate(page, page.locator("details[open]").getByRole("button", { name: "Use this time" }));
  assert.equal(await focused(page), "By 10:05am, Wednesday 23 December 2026");
  assert.equal(await page.locator("#announcement").textContent(), "By 10:05am, Wednesday 23 December 2026");
  await leave(page);
});

test("check 22: Who must be there?", async () => {
  const page = await visit(env);
  await activate(page, page.getByRole("link", { name: "Who must come?" }));
  await page.getByRole("heading", { level: 1, name: "Who must be there?" }).waitFor();
  assert.equal(await focused(page), "Who must be there?");
  await tick(page, page.getByLabel("County Durham"));
  await tick(page, page.getByLabel("Strategy meeting or discussion"));
  await tick(page, radio(page, "Is the child looked after", "No"));
  await activate(page, button(page, "Show the answer"));
  await answerHasFocus(page, "Needed at the strategy meeting: children's social care, police and health.");
  await activate(page, page.locator("summary", { hasText: "Who is needed" }));
  for (const [agency, standing] of [["Children's social care", "Came"], ["Police", "Came"], ["Health", "Did not come"]]) {
    await tabTo(page, page.getByLabel(`${agency}: so far`));
    await page.keyboard.type(standing);
    assert.equal(await page.getByLabel(`${agency}: so far`).locator("option:checked").textContent(), standing);
  }
  await activate(page, page.locator("summary", { hasText: "was the minimum met?" }));
  await activate(page, button(page, "Check the minimum"));
  assert.ok(await page.getByRole("heading", { name: "The minimum is not met: health did not come" }).isVisible());
  await leave(page);
});

test("check 22: Actions", async () => {
  const page = await visit(env);
  await activate(page, page.getByRole("link", { name: "Actions" }));
  await activate(page, button(page, "Add an action"));
  await type(page, page.getByLabel("What will be done?"), "Weigh the baby at the clinic each Tuesday");
  await type(page, page.getByLabel("how much or how many?"), "8 weighings");
  await type(page, page.getByLabel("Who will do it?"), "Health visitor");
  await type(page, page.getByLabel("What result can"), "Eight weighings within existing clinic time");
  await tick(page, radio(page, "Can this be done", "Yes"));
  await typeDate(page, dateOf(page, "By when?"), "2027-02-16");
  await activate(page, button(page, "Save action"));
  assert.ok(await page.getByRole("cell", { name: "This action has all 5 parts." }).isVisible());
  await typeDate(page, dateOf(page, "When will the plan be reviewed?"), "2027-03-02");
  await activate(page, button(page, "Check the plan"));
  await answerHasFocus(page, "This plan is complete.");
  await leave(page);
});

test("check 22: Basis for sharing", async () => {
  const page = await visit(env);
  await activate(page, page.getByRole("link", { name: "Records" }));
  await activate(page, page.getByRole("link", { name: "Basis for sharing" }));
  await tick(page, page.getByLabel("Northamptonshire"));
  await tick(page, radio(page, "Is the child deemed to be at high risk of harm?", "Yes"));
  await type(page, page.getByLabel("What was shared?"), "School attendance");
  await activate(page, button(page, "Continue"));
  await tick(page, radio(page, "Was consent to share sought?", "No"));
  await type(page, page.getByLabel("Why was consent not sought?"), "Asking would have delayed the plan");
  await activate(page, button(page, "Continue"));
  await tick(page, radio(page, "Does it hold special-category data", "No"));
  await tick(page, radio(page, "Does it hold data about criminal offences?", "No"));
  await activate(page, button(page, "Make the record"));
  await answerHasFocus(page, "Nothing is missing from this record so far, and something is still to be said. That never stops a share that protects a child.");
  await activate(page, page.locator("summary", { hasText: "Lawful bases to consider" }));
  await tick(page, page.getByLabel("Public task"));
  await activate(page, button(page, "Record the one relied on"));
  assert.equal(await page.locator(".govuk-summary-list__row", { hasText: "Which basis under Article 6" }).locator("dd").first().textContent(), "Public task");
  await leave(page);
});

test("the skip link leads to the question", async () => {
  const page = await visit(env);
  await page.keyboard.press("Tab");
  assert.equal(await focused(page), "Skip to main content");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "main");
  await leave(page);
});

test("check 22: Tab leads through everything that can be used and out at the end, backwards too, and no other single key does anything", async () => {
  const page = await visit(env, "#/guide");
  await throughTheGuide(page);
  const places = await page.evaluate(() => {
    const groups = new Set();
    const isReached = (element) => element.type !== "radio" || (!groups.has(element.name) && groups.add(element.name));
    const all = [...document.querySelectorAll("a[href], button, summary, input, select, textarea")].filter((element) => element.checkVisibility({ visibilityProperty: true }));
    return all.filter(isReached).map((element, index) => (element.dataset.place = index));
  });
  await page.evaluate(() => document.activeElement.blur());
  for (const key of ["Tab", "Shift+Tab"]) {
    const met = new Set();
    for (let pressed = 0; pressed <= 3 * places.length && met.size < places.length; pressed++) {
      await page.keyboard.press(key);
      const place = await page.evaluate(() => document.activeElement.closest("[data-place]")?.dataset.place ?? document.activeElement.localName);
      if (Number.isInteger(Number(place))) met.add(Number(place));
    }
    assert.deepEqual(places.filter((place) => !met.has(place)), [], key);
  }
  await page.locator("h1").focus();
  const before = await page.locator("main").innerHTML();
  for (const key of "abcdefghijklmnopqrstuvwxyz0123456789?/.") await page.keyboard.press(key);
  assert.equal(await page.locator("main").innerHTML(), before);
  assert.ok(await page.locator("h1").evaluate((element) => element === document.activeElement));
  await leave(page);
});

test("check 22: nothing listens for a pressed pointer, a drag, a shake, or a key of its own", () => {
  const source = readFileSync(join(DEMO, "main.js"), "utf8");
  const listened = [...source.matchAll(/addEventListener\(\s*["'`](\w+)["'`]|\bon([a-z]+)\s*[:=]\s*(?:\(|function|[a-z]+=>)/g)].map(([, one, other]) => one ?? other);
  assert.ok(listened.includes("hashchange"), listened.join());
  assert.deepEqual(listened.filter((event) => /^(pointer|mouse|touch|drag|drop|key|device|gesture|wheel)/.test(event)), []);
});

// ------------------------------------------------------------------------------------------------------------ the keys

function button(page, name) {
  return page.getByRole("button", { name, exact: true });
}

function focused(page) {
  return page.evaluate(() => document.activeElement.textContent);
}

async function tabTo(page, target) {
  for (let pressed = 0; pressed < MOST_TABS; pressed++) {
    if (await target.evaluate((element) => element === document.activeElement || element.contains(document.activeElement))) return;
    await page.keyboard.press("Tab");
  }
  assert.fail(`no number of tabs leads to ${target}`);
}

async function activate(page, target) {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}

async function type(page, target, text) {
  await tabTo(page, target);
  await page.keyboard.type(text);
}

/** A radio is one of its group: the first is reached by Tab, the others by arrows. */
async function tick(page, target) {
  const place = await target.evaluate((element) => [...document.getElementsByName(element.name)].indexOf(element));
  const first = page.locator(`[id="${await target.evaluate((element) => document.getElementsByName(element.name)[0].id)}"]`);
  await tabTo(page, first);
  if (place === 0) await page.keyboard.press("Space");
  for (let pressed = 0; pressed < place; pressed++) await page.keyboard.press("ArrowDown");
  assert.ok(await target.isChecked());
}

async function typeDate(page, target, date) {
  await type(page, target, await asTyped(page, date));
  assert.equal(await target.inputValue(), date);
}

async function asTyped(page, date) {
  const [year, month, day] = date.split("-");
  return ((await putsTheMonthFirst(page)) ? [month, day, year] : [day, month, year]).join("");
}

/** The browser's own language puts day and month in order, whatever language the page is told. */
async function putsTheMonthFirst(page) {
  const scratch = await page.context().newPage();
  await scratch.setContent('<input type="date">');
  await scratch.keyboard.press("Tab");
  await scratch.keyboard.type("03042026");
  const value = await scratch.locator("input").inputValue();
  await scratch.close();
  return value === "2026-03-04";
}

async function answerHasFocus(page, words) {
  assert.equal(await focused(page), words);
  assert.equal(await page.evaluate(() => document.activeElement.localName), "h1");
}
