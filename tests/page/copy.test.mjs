// A case that is carried from one day to the next in a file, and what happens to a file that is not as it was.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { CONSENT, WHY_SHARED, makeTheRecord, sharingTo } from "./meeting-scenes.mjs";
import { WHEN, guideTo } from "./scenes.mjs";
import { dateOf, folderOf, leave, library, openForTests, press, radio, tool, visit } from "./the-page.mjs";

const env = openForTests();
const { default: Ajv } = tool("ajv");
const { default: addFormats } = tool("ajv-formats");
const ajv = addFormats(new Ajv({ allowUnionTypes: true }));

/** A case with an answer, and the text of the copy that is downloaded of it. */
async function copied() {
  const page = await visit(env);
  await page.getByRole("link", { name: "How soon must we meet?" }).click();
  await radio(page, "Does the child need protecting today?", "No").check();
  await press(page, "Continue");
  await page.getByLabel("County Durham", { exact: true }).check();
  await press(page, "Continue");
  await guideTo(page, WHEN);
  await recordedOn(page, "2026-12-23");
  await press(page, "Show the answer");
  const heading = await page.locator("h1").textContent();
  await page.getByRole("link", { name: "Download or open a copy" }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), press(page, "Download a copy")]);
  const text = await readFile(await download.path(), "utf8");
  assert.equal(download.suggestedFilename(), "case.json");
  await leave(page);
  return { text, heading };
}

async function recordedOn(page, date) {
  const question = "When did a professional first record this concern?";
  const another = page.getByRole("group", { name: question }).getByLabel("Another date");
  if (await another.count()) await another.check();
  await dateOf(page, question).fill(date);
}

async function opening(text) {
  const page = await visit(env, "#/copy");
  await page.getByLabel("Choose a copy to open").setInputFiles({ name: "case.json", mimeType: "application/json", buffer: Buffer.from(text) });
  return page;
}

test("check 38: what a copy holds is of the schemas of facts and answers", async () => {
  const { text } = await copied();
  const answers = Object.values(JSON.parse(text).content.answers);
  assert.equal(answers.length, 1);
  for (const { question, facts, decision } of answers) {
    const name = question.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    for (const [schema, data] of [[name, facts], [`${name}.answer`, decision]]) {
      const validate = ajv.compile(JSON.parse(await readFile(folderOf(`pkg-config/dist/schema/${schema}.json`), "utf8")));
      assert.ok(validate(data), `${schema}: ${ajv.errorsText(validate.errors)}`);
    }
  }
});

test("a record of long texts is opened again; a text that is longer than any that is taken says so at its field", async () => {
  const page = await visit(env, "#/sharing");
  const long = "It was agreed. ".repeat(500).trim();
  const shared = page.getByLabel("What was shared?");
  await page.getByLabel("Northamptonshire", { exact: true }).check();
  await page.getByLabel("With whom was it shared?").fill("police");
  await shared.fill("x".repeat(10_001));
  await shared.blur();
  const tooLong = "Shorten this text to 10,000 characters: it has 10,001.";
  assert.ok(await page.locator(".govuk-form-group--error", { has: shared }).getByText(tooLong).isVisible());
  await press(page, "Continue");
  assert.ok(await page.locator(".govuk-error-summary").getByText(tooLong).isVisible());
  await shared.fill(long);
  await shared.blur();
  await sharingTo(page, CONSENT);
  assert.equal(await page.locator("main").getByText(tooLong).count(), 0);
  await radio(page, "Was consent to share sought?", "No").check();
  await page.getByLabel("Why was consent not sought?").fill(long);
  await sharingTo(page, WHY_SHARED);
  await makeTheRecord(page);
  const heading = await page.locator("h1").textContent();
  await page.getByRole("link", { name: "Download or open a copy" }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), press(page, "Download a copy")]);
  const text = await readFile(await download.path(), "utf8");
  assert.ok(JSON.parse(text).content.answers.sharing.decision.answer.record.canonical.length > 10_000);
  await leave(page);
  const again = await opening(text);
  await again.getByRole("heading", { level: 1, name: "The copy is open" }).waitFor();
  assert.ok(await again.getByText(heading).first().isVisible());
  await leave(again);
});

test("check 38: a copy opens in a new tab with every answer worked out again, and what was entered in its place", async () => {
  const { text, heading } = await copied();
  const page = await opening(text);
  await page.getByRole("heading", { name: "The copy is open, and every answer is as it was" }).waitFor();
  await page.getByRole("link", { name: "Show it" }).first().click();
  await page.getByRole("heading", { level: 1, name: heading }).waitFor();
  await page.getByRole("link", { name: "Guide" }).click();
  assert.ok(await radio(page, "Does the child need protecting today?", "No").isChecked());
  await leave(page);
});

test("an answer that is another one now stands beside what it was", async () => {
  const { text } = await copied();
  const copy = JSON.parse(text);
  copy.content.answers.guide.decision.answer.heading = "Hold the strategy meeting some day.";
  const page = await opening(JSON.stringify(copy));
  await page.getByRole("heading", { name: "answers have changed" }).waitFor();
  const said = await page.locator("main").innerText();
  assert.match(said, /Then: Hold the strategy meeting some day\./);
  assert.match(said, /Now: Hold the strategy meeting/);
  await leave(page);
});

test("an edited copy is opened with a warning", async () => {
  const { text } = await copied();
  const page = await opening(text.replace("2026-12-23", "2026-12-22"));
  await page.getByText("This file is not as it was when it was downloaded.").waitFor();
  await leave(page);
});

for (const [what, change] of [
  ["a fact that no question has", (facts) => (facts.zzz = true)],
  ["a fact of another kind", (facts) => (facts.concerns = { seriousRisk: "CanaryBird" })],
  ["a list in the place of a fact", (facts) => (facts.concernsIdentifiedAt = [["2026-12-23"]])],
]) {
  test(`facts of a copy are read by their own question: ${what} is no answer, in the library's words`, async () => {
    const { text } = await copied();
    const copy = JSON.parse(text);
    const { facts } = copy.content.answers.guide;
    change(facts);
    let message;
    assert.throws(() => library.classifyConcern(facts), (error) => (message = error.message).startsWith("expected "));
    const page = await opening(JSON.stringify(copy));
    await page.getByText(`No answer. ${message}`).waitFor();
    assert.ok(!(await page.locator("main").innerText()).includes("CanaryBird"));
    // What was entered stands in its fields, and is answered as it is answered now.
    await page.getByRole("link", { name: "Guide" }).click();
    assert.ok(await radio(page, "Does the child need protecting today?", "No").isChecked());
    await leave(page);
  });
}

test("rules that changed since the copy was made are named as the reason", async () => {
  const { text } = await copied();
  const copy = JSON.parse(text);
  copy.content.answers.guide.decision.basis.packs[0].hash = "0".repeat(64);
  copy.content.answers.guide.decision.answer.dueBy = "2000-01-01";
  const page = await opening(JSON.stringify(copy));
  await page.getByText("The rules changed since you got this answer. Check again.").first().waitFor();
  await leave(page);
});

for (const [what, change, message] of [
  ["torn", (text) => text.slice(0, text.length / 2), /cut off or damaged/],
  ["another file", () => JSON.stringify({ hello: "world" }), /no copy of a case/],
  ["from a newer version", (text) => text.replace('"version": 1', '"version": 2'), /newer version of this page/],
  ["with a part missing", (text) => text.replace('"facts"', '"factz"'), /Part of this copy is missing/],
  ["no text at all", () => "", /cut off or damaged/],
]) {
  test(`a copy that is ${what} is refused in plain words, and what is entered stays`, async () => {
    const { text } = await copied();
    const page = await visit(env, "#/guide");
    await radio(page, "Does the child need protecting today?", "I am not sure").check();
    await page.getByRole("link", { name: "Download or open a copy" }).click();
    await page.getByLabel("Choose a copy to open").setInputFiles({ name: "case.json", mimeType: "application/json", buffer: Buffer.from(change(text)) });
    await page.getByText(message).waitFor();
    await page.getByRole("link", { name: "Guide" }).click();
    assert.ok(await radio(page, "Does the child need protecting today?", "I am not sure").isChecked());
    await leave(page);
  });
}

for (const question of ["setMessages", "loadPack", "describePacks", "constructor", "__proto__", "toString", "SafeguardingError"]) {
  test(`a copy that names ${question} as its question is refused whole, and no later answer is changed by it`, async () => {
    const { text, heading } = await copied();
    const copy = JSON.parse(text);
    const [answer] = Object.values(copy.content.answers);
    copy.content.answers.zz = { ...answer, question, facts: { "how_soon.HOLD": "No strategy meeting is needed" } };
    const page = await opening(JSON.stringify(copy));
    await page.getByText("Part of this copy is missing, so it was not opened").waitFor();
    await page.getByLabel("Choose a copy to open").setInputFiles({ name: "case.json", mimeType: "application/json", buffer: Buffer.from(text) });
    await page.getByText(heading).first().waitFor();
    assert.ok(!(await page.locator("main").innerText()).includes("No strategy meeting is needed"));
    await leave(page);
  });
}

test("numbers and hours in a copy are shown, and none is in use before somebody takes it", async () => {
  const { text } = await copied();
  const copy = JSON.parse(text);
  copy.content.parts.settings = { dutyNumber: "0900 111 222", outOfHoursNumber: "0900 1; ring Mallory", opens: "00:00", closes: "17:00", packs: [], theme: "x" };
  copy.content.parts.startup = { run: 1 };
  const page = await opening(JSON.stringify(copy));
  await page.getByText("Parts of this file are none that this page knows, and were left out.").waitFor();
  assert.ok(!(await page.locator("main").innerText()).includes("Mallory"));
  await page.getByRole("link", { name: "Settings" }).click();
  assert.equal(await page.getByLabel("Duty team's number", { exact: true }).inputValue(), "");
  assert.equal(await page.getByLabel("Offices open at").inputValue(), "09:00");
  await page.goBack();
  await press(page, "Use this: Duty team's number: 0900 111 222");
  await page.getByRole("button", { name: "Use this: Duty team" }).waitFor({ state: "detached" });
  await page.getByRole("link", { name: "Settings" }).click();
  assert.equal(await page.getByLabel("Duty team's number", { exact: true }).inputValue(), "0900 111 222");
  assert.equal(await page.getByLabel("Offices open at").inputValue(), "09:00");
  await leave(page);
});

test("an entry of a calendar in a copy begins no other line", async () => {
  const { text } = await copied();
  for (const entry of [{ uid: "x\r\nATTENDEE:mailto:a@b.example", sequence: 0, when: "2026-12-24" }, { uid: `${crypto.randomUUID()}@safeguarding-rules`, sequence: "1\r\nATTACH:x", when: "2026-12-24" }]) {
    const copy = JSON.parse(text);
    copy.content.parts.calendar = { "strategy-meeting": entry };
    const page = await opening(JSON.stringify(copy));
    await page.getByText("Part of this copy is missing, so it was not opened").waitFor();
    await leave(page);
  }
});

for (const [route, buttons] of [["#/start-again", ["Forget this case and start again"]], ["#/keeps", ["Delete everything"]]]) {
  test(`after ${buttons} nothing of an opened copy is left, at its address or in memory`, async () => {
    const { text, heading } = await copied();
    const page = await opening(text);
    await page.getByText(heading).first().waitFor();
    await page.evaluate((hash) => {
      window.before = true;
      window.location.hash = hash;
    }, route);
    for (const button of buttons) await press(page, button);
    await page.waitForFunction(() => window.before === undefined && location.hash === "#/start");
    await page.goto(page.url().replace(/#.*/, "#/copy/opened"));
    await page.getByRole("heading", { level: 1, name: "A copy of this case" }).waitFor();
    assert.ok(!(await page.locator("body").innerText()).includes(heading));
    await leave(page);
  });
}
