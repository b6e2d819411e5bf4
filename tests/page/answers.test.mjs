// What the answers say: the library's own words, with their source, and no more than is known.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { ANSWERS, GOOD_ACTION, SCENES, arriveAt, decisionOf, writeAction } from "./scenes.mjs";
import { dateOf, leave, library, openForTests, press, radio, visit } from "./the-page.mjs";

const env = openForTests();
const scene = (name) => SCENES.find((one) => one.name === name);

for (const answer of ANSWERS) {
  test(`${answer.name}: every rule with its sentence, force, document, place and words, equal to the library's`, async () => {
    const page = await arriveAt(answer, env);
    const decision = decisionOf(answer);
    const rules = [...decision.because, ...decision.alsoApplies, ...decision.setAside];
    assert.ok(rules.length > 0);
    assert.deepEqual(await page.locator("li.rule .words").allTextContents(), rules.map(({ words }) => words));
    assert.deepEqual(await page.locator("li.rule .source").allTextContents(), rules.map(({ document, place, id }) => `${document}, ${place}. Rule ${id}.`));
    for (const [index, rule] of rules.entries()) {
      const shown = await page.locator("li[data-rule]").nth(index).innerText();
      for (const said of [rule.sentence, rule.force, rule.forceNote, rule.reading, rule.reason].filter(Boolean)) {
        assert.ok(shown.includes(said), `${rule.id} does not show: ${said}`);
      }
    }
    const text = await page.locator("main").innerText();
    for (const { text: caution } of decision.cautions) assert.ok(text.includes(caution), caution);
    for (const { title, label, version, supersededBy } of decision.basis.packs) {
      for (const said of [title, label, version, supersededBy].filter(Boolean)) assert.ok(text.includes(said), said);
    }
    await leave(page);
  });
}

test("the heading is the library's", async () => {
  for (const answer of ANSWERS.filter(({ name }) => name !== "when-answer-protect")) {
    const page = await arriveAt(answer, env);
    assert.equal(await page.locator("h1").innerText(), decisionOf(answer).answer.heading);
    await leave(page);
  }
});

test("a concern of 23 December with nothing else known is provisional, and 3 working days is not the plan", async () => {
  const page = await arriveAt(scene("when-answer"), env);
  const { answer, ask } = decisionOf(scene("when-answer"));
  assert.equal(answer.timescale, "same-day");
  const advice = await page.locator(".answer .govuk-inset-text").innerText();
  assert.equal(advice, answer.advice);
  assert.match(advice, /^Answer 3 questions and give 1 time to settle this\. Until then plan for today\./);
  assert.equal(ask.length, 4);
  assert.match(await page.locator("h1").innerText(), /today, Wednesday 23 December 2026/);
  assert.ok(!(await page.locator("h1").innerText()).includes("3 working days"));
  assert.ok(!(await page.locator(".tags").innerText()).includes("3 working days"));
  assert.ok(await page.getByText("Not settled yet").isVisible());
  assert.equal(await page.locator(".question").count(), 3);
  await leave(page);
});

for (const word of ["Yes", "I am not sure"]) {
  test(`protect today, ${word}: hold it today, and any later date stands under "At the latest" alone`, async () => {
    const page = await visit(env, "#/when");
    await radio(page, "Does the child need protecting today?", word).check();
    assert.ok(await page.getByText("Speak to the duty team now").isVisible());
    await page.getByLabel("County Durham", { exact: true }).check();
    for (const question of ["Is there a serious risk", "Is there an allegation of penetrative", "Has any agency had to act"]) await radio(page, question, "No").check();
    await dateOf(page, "When did a professional first record this concern?").fill("2026-12-23");
    await dateOf(page, "When was the referral received?").fill("2026-12-23");
    await press(page, "Show the answer");
    assert.equal(await page.locator("h1").innerText(), "Hold it today");
    const latest = page.locator("section", { has: page.getByRole("heading", { name: "At the latest" }) });
    assert.match(await latest.innerText(), /Thursday 24 December 2026, within 1 working day/);
    const elsewhere = (await page.locator("main").innerText()).replace(await latest.innerText(), "");
    assert.ok(!/Thursday 24|Wednesday 30/.test(elsewhere.replace(/We counted[\s\S]*?Bear in mind/, "")));
    await leave(page);
  });
}

test("an answer given in place is asked again at once and kept in the form", async () => {
  const page = await arriveAt(scene("when-answer"), env);
  await page.locator(".question", { hasText: "serious risk" }).getByRole("button", { name: "Yes" }).click();
  assert.equal(await page.locator("#announcement").innerText(), await page.locator("h1").innerText());
  assert.equal(await page.locator(".question", { hasText: "serious risk" }).count(), 0);
  await press(page, "Change answers");
  assert.ok(await radio(page, "Is there a serious risk", "Yes").isChecked());
  assert.equal(await dateOf(page, "When did a professional first record this concern?").inputValue(), "2026-12-23");
  await page.goBack();
  assert.equal(await page.locator("article h1").count(), 1);
  await press(page, "Start again");
  assert.equal(await dateOf(page, "When did a professional first record this concern?").inputValue(), "");
  await leave(page);
});

test("not sure stays asked, behind the questions that nobody has looked at", async () => {
  const page = await arriveAt(scene("when-answer"), env);
  const first = page.locator(".question").first();
  const question = await first.locator("legend").innerText();
  await first.getByRole("button", { name: "Not sure" }).click();
  assert.notEqual(await page.locator(".question legend").first().innerText(), question);
  await leave(page);
});

test("why it is particularly complex is asked only after a yes", async () => {
  const page = await visit(env, "#/when");
  await page.getByLabel("No partnership").check();
  const why = page.getByLabel("Why is it particularly complex?");
  assert.ok(!(await why.isVisible()));
  await radio(page, "Is the concern particularly complex", "Yes").check();
  assert.ok(await why.isVisible());
  await leave(page);
});

test("a date is said back with its weekday", async () => {
  const page = await visit(env, "#/when");
  await dateOf(page, "When was the referral received?").fill("2026-12-21");
  assert.ok(await page.getByText("Monday 21 December 2026", { exact: true }).isVisible());
  await leave(page);
});

test("a minimum that is met is said in plain words", async () => {
  const page = await arriveAt(scene("who-answer"), env);
  for (const agency of ["children's social care", "police", "health"]) await page.getByLabel(`How did ${agency} take part?`).selectOption("In person");
  await page.getByLabel("Their nominated deputy").check();
  await press(page, "Check the minimum");
  assert.ok(await page.getByRole("heading", { name: "The minimum is met", exact: true }).isVisible());
  assert.ok(await page.getByText("The chair is one that the document names.").isVisible());
  await leave(page);
});

test("advice on an action comes once after a pause, and is never an error", async () => {
  const page = await visit(env, "#/actions");
  await press(page, "Add an action");
  await page.evaluate(() => {
    window.said = [];
    new MutationObserver(() => window.said.push(document.querySelector(".advice [role=status]").textContent)).observe(document.querySelector(".advice [role=status]"), { childList: true });
  });
  await page.getByLabel("What will be done?").pressSequentially("Continue to monitor the situation and support the family", { delay: 20 });
  assert.deepEqual(await page.evaluate(() => window.said), []);
  await page.getByRole("heading", { name: "The five parts" }).waitFor();
  const { answer } = library.checkAction({ packs: ["professionals-meetings"], action: { specific: "Continue to monitor the situation and support the family" } });
  assert.deepEqual(await page.evaluate(() => window.said), [answer.heading]);
  assert.equal(await page.locator("[data-criterion]").count(), 5);
  for (const { text, mend } of answer.findings) assert.ok((await page.locator(".advice").innerText()).includes(`${text}\n\n${mend}`));
  assert.equal(await page.locator(".govuk-form-group--error, [aria-invalid], [role=alert]").count(), 0);
  await leave(page);
});

test("actions can be changed and removed, and say where their criteria come from", async () => {
  const page = await visit(env, "#/actions");
  assert.ok(await page.getByText("No actions yet. Every meeting should end with agreed actions.").isVisible());
  assert.ok(await page.getByText("The criteria for an action come from Hampshire").isVisible());
  await writeAction(page, GOOD_ACTION);
  assert.ok(await page.getByRole("cell", { name: "Tuesday 5 January 2027" }).isVisible());
  await page.getByRole("button", { name: "Change action 1" }).click();
  assert.equal(await page.getByLabel("Who will do it?").inputValue(), GOOD_ACTION.owner);
  await press(page, "Cancel");
  await page.getByRole("button", { name: "Remove action 1" }).click();
  assert.ok(await page.getByText("No actions yet.").isVisible());
  await leave(page);
});

test("nothing about a basis is chosen beforehand", async () => {
  const page = await visit(env, "#/sharing");
  assert.equal(await page.locator("input:checked").count(), 0);
  assert.ok(await page.getByRole("group", { name: "Does it hold special-category data, for example about health?" }).isVisible());
  await leave(page);
  const answered = await arriveAt(scene("sharing-answer"), env);
  assert.equal(await answered.locator("input:checked").count(), 0);
  await leave(answered);
});

test("the record downloads as hashed, and a later change names the record it corrects", async () => {
  const page = await arriveAt(scene("sharing-answer"), env);
  const row = (name) => page.locator(".govuk-summary-list__row", { has: page.locator("dt", { hasText: new RegExp(`^${name}$`) }) }).locator("dd").first();
  const [download] = await Promise.all([page.waitForEvent("download"), press(page, "Download the record")]);
  const canonical = await readFile(await download.path(), "utf8");
  assert.equal(createHash("sha256").update(canonical).digest("hex"), await row("SHA-256").innerText());
  const record = JSON.parse(canonical);
  assert.equal(record.informationShared, "School attendance of the last term");
  assert.deepEqual(record.sharedWith, ["health visitor", "police"]);
  assert.equal(download.suggestedFilename(), `sharing-record-${record.id}.json`);
  await page.getByLabel("Public task").check();
  await page.getByRole("button", { name: "Record the one relied on" }).first().click();
  assert.equal(await row("Corrects").innerText(), record.id);
  assert.ok((await row("Record").innerText()) !== record.id);
  await leave(page);
});

test("the text for case notes holds the answer, its source and what was answered", async () => {
  for (const answer of ANSWERS) {
    const page = await arriveAt(answer, env);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await press(page, "Copy for case notes");
    await page.getByRole("button", { name: "Copied" }).waitFor();
    const notes = await page.evaluate(() => navigator.clipboard.readText());
    const decision = decisionOf(answer);
    const heading = await page.locator("h1").innerText();
    for (const said of [heading.toUpperCase(), ...decision.because.flatMap(({ sentence, words, place }) => [sentence, `“${words}”`, place]), ...decision.basis.packs.map(({ label }) => label), "Worked out on: Wednesday 23 December 2026, 10:05am, London time"]) {
      assert.ok(notes.includes(said), `${answer.name}: ${said}`);
    }
    assert.ok(!/Change answers|No ?Not sure$/m.test(notes));
    await leave(page);
  }
});

test("where copying is refused the text is there to select", async () => {
  const page = await arriveAt(scene("when-answer"), env);
  await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("refused")) } }));
  await press(page, "Copy for case notes");
  assert.ok(await page.getByLabel("Text to copy").isVisible());
  assert.match(await page.getByLabel("Text to copy").inputValue(), /^HOLD THE STRATEGY MEETING TODAY/);
  await leave(page);
});
