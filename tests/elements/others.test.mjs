// <sg-basis>, <sg-checklist>, <sg-deadlines> and <sg-source>.

import assert from "node:assert/strict";
import { test } from "node:test";
import { NOW, leave, library, openForTests, sent, thereAndBack, told, visit } from "./the-elements.mjs";

const MDT = { area: "northamptonshire", meetingType: "mdt-countywide" };
const TIMES = { decisionAt: "2026-12-22T15:00", meetingStart: "2026-12-28T10:00" };

const env = openForTests();

const decision = (page, name) => page.locator(name).evaluate(({ decision }) => decision);
const isValid = (page) => page.locator("#form").evaluate((form) => form.checkValidity());
const require = (page, name) => page.locator(name).evaluate((element) => element.setAttribute("required", ""));
const question = (page, text) => page.getByRole("group", { name: text });

// --------------------------------------------------------------------------------------------------------------- basis

test("sg-basis asks what the record lacks, chooses nothing, and its value is the record", async () => {
  const page = await visit(env, "basis.html");
  const { answer, cautions } = await decision(page, "sg-basis");
  assert.equal(await page.locator("sg-basis [aria-live] h2").textContent(), answer.heading);
  for (const { question } of answer.record.toRecord) assert.ok((await page.locator("sg-basis").textContent()).includes(question), question);
  for (const { text } of cautions) assert.equal(await page.locator("sg-basis").getByText(text).count(), 1);
  assert.equal(await page.locator("sg-basis input:checked").count(), 0);
  assert.deepEqual(await page.locator('[data-path="lawfulBasis"] label').allTextContents(), answer.lawfulBases.map(({ label }) => label));
  assert.deepEqual(JSON.parse((await sent(page)).basis), answer.record);
  await leave(page);
});

test("sg-basis: what is answered goes into one record, step by step, and completes it", async () => {
  const page = await visit(env, "basis.html");
  await require(page, "sg-basis");
  const { id } = (await decision(page, "sg-basis")).answer.record;
  await told(page);
  await page.getByLabel("What was shared?").fill("School attendance");
  await question(page, "Was consent to share sought?").getByRole("radio", { name: "No", exact: true }).check();
  assert.equal(await isValid(page), false);
  await page.getByLabel("Why was consent not sought?").fill("Asking would have delayed the plan");
  await page.getByLabel("With whom was it shared?").fill("health visitor, police");
  await page.getByLabel("Public task").check();
  await question(page, "Does it hold special-category data").getByRole("radio", { name: "No", exact: true }).check();
  await question(page, "Does it hold data about criminal offences").getByRole("radio", { name: "No", exact: true }).check();
  await question(page, "high risk of harm").getByRole("radio", { name: "Yes", exact: true }).check();
  const { answer } = await decision(page, "sg-basis");
  assert.deepEqual([answer.record.complete, answer.record.id, answer.record.missing], [true, id, []]);
  const canonical = JSON.parse(answer.record.canonical);
  assert.deepEqual([canonical.informationShared, canonical.sharedWith, canonical.lawfulBasis], ["School attendance", ["health visitor", "police"], "public-task"]);
  assert.equal(await isValid(page), true);
  const events = await told(page);
  assert.deepEqual([...new Set(events.map(({ name }) => name))], ["sg-change"]);
  assert.deepEqual([events.every(({ isFrozen }) => isFrozen), events.at(-1).detail], [true, { ...(await decision(page, "sg-basis")), api: 1 }]);
  const facts = JSON.parse((await sent(page))["basis-facts"]);
  assert.deepEqual(library.recordConsentBasis(facts), await decision(page, "sg-basis"));
  await thereAndBack(page, () => document.querySelector("sg-basis").decision?.answer.record.complete);
  assert.equal((await decision(page, "sg-basis")).answer.record.id, id);
  assert.equal(await page.getByLabel("What was shared?").inputValue(), "School attendance");
  assert.ok(await page.getByLabel("Public task").isChecked());
  await page.getByRole("button", { name: "Clear" }).click();
  assert.equal(await page.getByLabel("What was shared?").inputValue(), "");
  assert.equal((await decision(page, "sg-basis")).answer.record.complete, false);
  assert.notEqual((await decision(page, "sg-basis")).answer.record.id, id);
  await leave(page);
});

// ----------------------------------------------------------------------------------------------------------- checklist

test("sg-checklist shows each item with its force, whose it is and its place; ticks are its value", async () => {
  const page = await visit(env, "checklist.html");
  const { answer } = library.makeChecklist(MDT);
  assert.deepEqual(await decision(page, "sg-checklist"), library.makeChecklist({ ...MDT, done: {} }));
  for (const { text, place, principle, force } of answer.items) {
    const item = page.locator("sg-checklist li").filter({ hasText: text }).first();
    assert.ok((await item.textContent()).includes(place), text);
    assert.ok((await item.textContent()).includes(force), text);
    assert.equal(await item.getByRole("checkbox").count(), principle ? 0 : 1);
  }
  const first = page.getByRole("checkbox", { name: "The list was shared with the MDT lead." });
  await first.focus();
  await page.keyboard.press("Space");
  assert.ok(await first.isChecked());
  assert.ok(await first.evaluate((box) => box === document.activeElement));
  assert.deepEqual(JSON.parse((await sent(page)).checklist), ["list-shared-with-lead"]);
  assert.match(await page.locator(`[id="${await first.getAttribute("aria-describedby")}"]`).textContent(), /Completed/);
  const [{ name, detail, isFrozen }, ...others] = await told(page);
  assert.deepEqual([name, isFrozen, others.length], ["sg-change", true, 0]);
  assert.deepEqual(detail, { ...library.makeChecklist({ ...MDT, done: { "list-shared-with-lead": true } }), api: 1 });
  await leave(page);
});

test("sg-checklist: a value can be set; required, disabled, restore and reset", async () => {
  const page = await visit(env, "checklist.html");
  await require(page, "sg-checklist");
  assert.equal(await isValid(page), false);
  const items = library.makeChecklist(MDT).answer.items.filter(({ principle }) => !principle).map(({ item }) => item);
  await page.locator("sg-checklist").evaluate((element, items) => (element.value = items), items);
  await question(page, "free school meals").getByRole("radio", { name: "No", exact: true }).check();
  assert.deepEqual((await decision(page, "sg-checklist")).answer.missing, []);
  assert.equal(await isValid(page), true);
  await page.getByRole("checkbox", { name: "The list was shared with the MDT lead." }).uncheck();
  assert.equal(await isValid(page), false);
  await thereAndBack(page, () => document.querySelectorAll("sg-checklist input[type=checkbox]:checked").length > 5);
  assert.ok(!JSON.parse((await sent(page)).checklist).includes("list-shared-with-lead"));
  await page.locator("sg-checklist").evaluate((element) => element.setAttribute("disabled", ""));
  assert.equal(await page.locator("sg-checklist input:enabled").count(), 0);
  await page.locator("sg-checklist").evaluate((element) => element.removeAttribute("disabled"));
  await page.getByRole("button", { name: "Clear" }).click();
  assert.equal((await sent(page)).checklist, "[]");
  await leave(page);
});

// ----------------------------------------------------------------------------------------------------------- deadlines

test("sg-deadlines shows each duty in a table and a picture, which is hidden from those who hear the page", async () => {
  const page = await visit(env, "deadlines.html");
  await page.locator("sg-deadlines").evaluate((element, facts) => (element.facts = facts), TIMES);
  const { answer } = library.listDeadlines({ area: "county-durham", meetingType: "strategy", now: NOW, ...TIMES });
  const shown = await decision(page, "sg-deadlines");
  assert.deepEqual(shown.answer, answer);
  const rows = page.locator("sg-deadlines tbody tr");
  assert.equal(await rows.count(), answer.deadlines.length);
  for (const [index, { what, by, force, startMissing }] of answer.deadlines.entries()) {
    const words = await rows.nth(index).textContent();
    for (const part of [what, force, ...by.map(({ label }) => label), ...(startMissing && !answer.deadlines[index].due ? [startMissing.question] : [])]) assert.ok(words.toLowerCase().includes(part.toLowerCase()), part);
  }
  assert.match(await rows.first().textContent(), /Tuesday 22 December 2026, 4pm/);
  assert.match(await rows.first().textContent(), /Overdue/);
  const picture = page.locator("sg-deadlines svg");
  assert.equal(await picture.getAttribute("aria-hidden"), "true");
  assert.ok((await page.locator("sg-deadlines figcaption").textContent()).startsWith(answer.heading));
  assert.equal(await picture.locator("text").count(), answer.deadlines.filter(({ due, startMissing }) => due || startMissing).length);
  assert.equal(await page.locator("sg-deadlines [style]").count(), 0);
  assert.equal(await page.locator("sg-deadlines").evaluate((element) => element.matches(":state(late)")), true);
  const fonts = await picture.locator("text").evaluateAll((texts) => texts.map((text) => text.getBoundingClientRect().right));
  assert.ok(Math.max(...fonts) <= 768);
  await leave(page);
});

test("a moment that the host gives for an open question stands in its field as London writes it, and counts as it was given", async () => {
  const page = await visit(env, "deadlines.html");
  for (const [decisionAt, date, time] of [["2026-12-23T09:30:00Z", "2026-12-23", "09:30"], ["2026-12-22T19:15:30-05:00", "2026-12-23", "00:15"], ["2026-07-01T09:05Z", "2026-07-01", "10:05"], ["2026-12-22", "2026-12-22", ""]]) {
    await page.locator("sg-deadlines").evaluate((element, facts) => (element.facts = facts), { decisionAt });
    const shown = await decision(page, "sg-deadlines");
    const decided = question(page, "When was it decided to hold the strategy meeting?");
    assert.deepEqual([await decided.getByLabel("Date").inputValue(), await decided.getByLabel("Time").inputValue()], [date, time]);
    const given = decisionAt.replace(":30-", ":00-");
    assert.deepEqual(shown.answer, library.listDeadlines({ area: "county-durham", meetingType: "strategy", now: NOW, decisionAt: given }).answer);
  }
  await leave(page);
});

test("sg-deadlines left open over a limit tells by itself that it has passed, once its minute is over", async () => {
  const page = await visit(env, "deadlines.html");
  const DECIDED = { decisionAt: "2026-12-23T10:05Z" };
  const late = (deadlines) => deadlines.filter(({ overdue }) => overdue).map(({ duty }) => duty);
  await page.locator("sg-deadlines").evaluate((element, facts) => (element.facts = facts), DECIDED);
  assert.deepEqual(late((await decision(page, "sg-deadlines")).answer.deadlines), []);
  // At the limit itself nothing is late, and what comes after it is still waited for.
  await page.clock.setFixedTime("2026-12-23T11:05:00Z");
  assert.deepEqual(late((await decision(page, "sg-deadlines")).answer.deadlines), []);
  await page.clock.setFixedTime("2026-12-23T11:05:59.700Z");
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await told(page);
  // The browser's own timers run on while the page's clock stands.
  await page.clock.setFixedTime("2026-12-23T11:06:00Z");
  await page.waitForFunction(() => window.told.length > 0);
  assert.deepEqual(late((await told(page)).at(-1).detail.answer.deadlines), ["proforma"]);
  assert.match(await page.locator("sg-deadlines tbody tr").first().textContent(), /Overdue/);
  await leave(page);
});

test("sg-deadlines: a start that is not known is asked for where it stands", async () => {
  const page = await visit(env, "deadlines.html");
  await told(page);
  const ended = question(page, "When did the strategy meeting end?");
  await ended.getByLabel("Date").fill("2026-12-22");
  await ended.getByLabel("Time").fill("16:00");
  const { answer } = await decision(page, "sg-deadlines");
  assert.equal(answer.deadlines.find(({ duty }) => duty === "decisions").due, "2026-12-23T16:00:00+00:00");
  assert.equal((await told(page)).every(({ name, isFrozen }) => name === "sg-result" && isFrozen), true);
  await thereAndBack(page, () => document.querySelector("sg-deadlines").decision?.answer.deadlines.some(({ duty, due }) => duty === "decisions" && due));
  await leave(page);
});

test("sg-deadlines: the list can be copied, unless the host takes it", async () => {
  const page = await visit(env, "deadlines.html");
  await page.locator("sg-deadlines").evaluate((element, facts) => (element.facts = facts), TIMES);
  await told(page);
  await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: { writeText: async (text) => void (window.copied = text) } }));
  await page.evaluate(() => document.addEventListener("sg-export", (event) => event.preventDefault(), { once: true }));
  await page.getByRole("button", { name: "Copy this list" }).click();
  assert.equal(await page.evaluate(() => window.copied), undefined);
  await page.getByRole("button", { name: "Copy this list" }).click();
  await page.getByText("Copied", { exact: true }).waitFor();
  const facts = { area: "county-durham", meetingType: "strategy", now: NOW, ...TIMES };
  assert.equal(await page.evaluate(() => window.copied), library.explain({ question: "list-deadlines", facts }).explanation);
  assert.deepEqual((await told(page)).map(({ name, isFrozen, detail }) => [name, isFrozen, detail.api]), [["sg-export", true, 1], ["sg-export", true, 1]]);
  await page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error("refused"))));
  await page.getByRole("button", { name: "Copy this list" }).click();
  assert.match(await page.getByRole("textbox", { name: "Text to copy" }).inputValue(), /proforma/);
  await leave(page);
});

// -------------------------------------------------------------------------------------------------------------- source

test("sg-source shows the document, the place and the operative words of a rule, and has no value", async () => {
  const page = await visit(env, "source.html");
  for (const id of ["TR-T1a", "TR-T0", "TR-T4a"]) {
    await page.locator("sg-source").evaluate((element, id) => element.setAttribute("rule", id), id);
    const rules = library.listRules({ area: "generic" }).rules.map(({ rule }) => rule).filter((rule) => rule.id === id);
    await page.waitForFunction((id) => document.querySelector("sg-source [data-rule]")?.dataset.rule === id, id);
    const text = await page.locator("sg-source").textContent();
    for (const { document, place, words } of rules) for (const part of [document, place, words]) assert.ok(text.includes(part), part);
  }
  await page.locator("sg-source").evaluate((element) => element.setAttribute("rule", "NO-1"));
  await page.getByText("No rule of this name was found.").waitFor();
  assert.deepEqual(await sent(page), { reference: "1234", team: "East" });
  assert.deepEqual(await told(page), []);
  await leave(page);
});
