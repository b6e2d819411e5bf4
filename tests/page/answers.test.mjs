// What the answers say: the library's own words, with their source, and no more than is known.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { CONSENT, WHY_SHARED, sharingTo } from "./meeting-scenes.mjs";
import { ANSWERS, GOOD_ACTION, SCENES, arriveAt, decisionOf, writeAction } from "./scenes.mjs";
import { NOW, leave, library, openForTests, press, visit } from "./the-page.mjs";

const env = openForTests();
const scene = (name) => SCENES.find((one) => one.name === name);

// One visit to each answer: what it shows first, and what is copied from it then.
for (const answer of ANSWERS) {
  test(answer.name, async (run) => {
    const page = await arriveAt(answer, env);
    const decision = decisionOf(answer);
    await run.test("every rule with its sentence, force, document, place and words, equal to the library's", () => saysItsRules(page, decision));
    if (answer.name !== "guide-answer-protect") {
      await run.test("the heading is the library's", async () => assert.equal(await page.locator("h1").innerText(), decision.answer.heading));
    }
    await run.test("the text for case notes is the library's note, with what was entered and when it was worked out", () => copiesTheNote(page, answer));
    await run.test("the first text to copy is the library's short note, with its source", () => copiesTheShortNote(page, answer));
    await leave(page);
  });
}

async function saysItsRules(page, decision) {
  const rules = [...decision.because, ...decision.alsoApplies, ...decision.setAside];
  assert.ok(rules.length > 0);
  assert.deepEqual(await page.locator("li.rule .words").allTextContents(), rules.map(({ words }) => words));
  assert.deepEqual(await page.locator("li.rule .source").allTextContents(), rules.map(({ document, place, id }) => `${document}, ${place}. Rule ${id}.`));
  const shown = await page.locator("li[data-rule]").allInnerTexts();
  for (const [index, rule] of rules.entries()) {
    // A duty says how strong it is; what may be done, and what only is so, says so in its sentence.
    const force = rule.force !== "may" && rule.force;
    for (const said of [rule.sentence, force, rule.forceNote, rule.reading, rule.reason].filter(Boolean)) {
      assert.ok(shown[index].includes(said), `${rule.id} does not show: ${said}`);
    }
  }
  const text = await page.locator("main").innerText();
  for (const { text: caution } of decision.cautions) assert.ok(text.includes(caution), caution);
  for (const { title, label, version, supersededBy } of decision.basis.packs) {
    for (const said of [title, label, version, supersededBy].filter(Boolean)) assert.ok(text.includes(said), said);
  }
}

const inKebabCase = (question) => question.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

async function copied(page, label) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate(() => navigator.clipboard.writeText(""));
  await press(page, label);
  await page.waitForFunction(() => navigator.clipboard.readText().then(Boolean));
  return page.evaluate(() => navigator.clipboard.readText());
}

async function copiesTheShortNote(page, { question, facts }) {
  const notes = await copied(page, "Copy note");
  const { shortNote } = library.explain({ question: inKebabCase(question), facts, recordedAt: NOW });
  // What was said stands there in the order of the page's own questions.
  const pieces = (lines) => lines.flatMap((line) => line.split(/(?<=[?.:]) /)).toSorted();
  const lines = shortNote.split("\n");
  assert.deepEqual(pieces(notes.split("\n").slice(0, lines.length)), pieces(lines));
  assert.ok(notes.endsWith("\nCheck this against your partnership's current procedure."));
}

async function copiesTheNote(page, { question, facts }) {
  const notes = await copied(page, "Copy whole note");
  const { caseNote } = library.explain({ question: inKebabCase(question), facts, recordedAt: NOW });
  // The page says its facts in the order of its questions, and so those that one line holds.
  const pieces = (lines) => lines.flatMap((line) => line.replace(/^- Answered (yes|no): /, "$&\n").split(/\n|(?<=\?) /)).toSorted();
  const lines = caseNote.split("\n");
  assert.deepEqual(pieces(notes.split("\n").slice(0, lines.length)), pieces(lines));
  assert.ok(notes.endsWith("\nCheck this against your partnership's current procedure."));
  assert.doesNotMatch(notes, /YOUR ANSWERS|Not asked|00:00|\d(am|pm)\b/);
  assert.ok(!/Change answers|No ?Not sure$/m.test(notes));
  assert.ok(!/[a-z.][A-Z][a-z]/.test(notes), `two words as one: ${notes.match(/.{0,30}[a-z.][A-Z][a-z].{0,30}/)}`);
}

test("each rule of an answer leads to its place in the rule book, and back to the answer", async () => {
  const page = await arriveAt(scene("guide-answer"), env);
  const [{ id }] = decisionOf(scene("guide-answer")).because;
  await page.getByRole("link", { name: `Rule ${id} in the rule book`, exact: true }).first().click();
  await page.waitForFunction((id) => document.activeElement.dataset.rule === id, id);
  await page.goBack();
  assert.equal(await page.locator("h1").innerText(), decisionOf(scene("guide-answer")).answer.heading);
  await leave(page);
});

test("a minimum that is met is said in plain words", async () => {
  const page = await arriveAt(scene("who-answer"), env);
  for (const agency of ["Children's social care", "Police", "Health"]) await page.getByLabel(`${agency}: so far`).selectOption("Came");
  await page.locator("summary", { hasText: "was the minimum met?" }).click();
  await page.getByLabel("The Children's Social Care Team Manager").check();
  await press(page, "Check the minimum");
  assert.ok(await page.getByRole("heading", { name: "The minimum is met", exact: true }).isVisible());
  assert.ok(await page.getByText("The chair is one that the document names.").isVisible());
  await leave(page);
});

test("check 12: advice on an action comes once after each pause, adds nothing while somebody types, and is never an error", async () => {
  const page = await visit(env, "#/actions");
  await press(page, "Add an action");
  await page.evaluate(() => {
    window.said = [];
    const status = document.querySelector(".advice [role=status]");
    new MutationObserver(() => window.said.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true });
    window.marked = [];
    const marks = ".govuk-form-group--error, [aria-invalid], [role=alert]";
    new MutationObserver(() => window.marked.push(...[...document.querySelectorAll(marks)].map((element) => element.outerHTML))).observe(document.body, { attributes: true, childList: true, subtree: true });
  });
  const typed = "Continue to monitor the situation and support the family";
  await typeSteadily(page.getByLabel("What will be done?"), typed);
  assert.deepEqual(await page.evaluate(() => window.said), []);
  await page.getByRole("heading", { name: "The five parts" }).waitFor();
  const { answer } = library.checkAction({ packs: ["professionals-meetings"], action: { specific: typed } });
  assert.deepEqual(await page.evaluate(() => window.said), [answer.heading]);
  assert.equal(await page.locator("[data-criterion]").count(), 5);
  for (const { text, mend } of answer.findings) assert.ok((await page.locator(".advice").innerText()).includes(`${text}\n\n${mend}`));
  await typeSteadily(page.getByLabel("Who will do it?"), "Health visitor");
  assert.equal(await page.evaluate(() => window.said.length), 1, "nothing is said while somebody types");
  await page.waitForFunction(() => window.said.length === 2);
  assert.deepEqual(await page.evaluate(() => window.marked), []);
  await leave(page);
});

/** Letter by letter, from within the page: on a busy machine keys from outside would come with pauses of their own. */
async function typeSteadily(field, text) {
  await field.focus();
  await field.evaluate(async (_, text) => {
    for (const letter of text) {
      document.execCommand("insertText", false, letter);
      await new Promise((passed) => setTimeout(passed, 20));
    }
  }, text);
}

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
  await page.getByLabel("Northamptonshire", { exact: true }).check();
  for (const title of [CONSENT, WHY_SHARED]) {
    await sharingTo(page, title);
    assert.equal(await page.locator("input:checked").count(), 0, title);
  }
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

test("the shorter forms are the library's too, and everything on the page can be copied", async () => {
  const answer = scene("guide-answer-settled");
  const page = await arriveAt(answer, env);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const { heading, explanation } = library.explain({ question: "classify-concern", facts: answer.facts });
  await page.locator("summary", { hasText: "More to copy" }).click();
  for (const [name, text] of [["Copy the answer in one line", heading], ["Copy the answer with its reasons", explanation]]) {
    await press(page, name);
    await page.getByRole("button", { name: "Copied" }).last().waitFor();
    assert.ok((await page.evaluate(() => navigator.clipboard.readText())).startsWith(text), name);
  }
  await press(page, "Copy everything on this page");
  await page.waitForFunction(() => navigator.clipboard.readText().then((text) => text.startsWith("HOLD THE STRATEGY MEETING BY")));
  const all = await page.evaluate(() => navigator.clipboard.readText());
  const decision = decisionOf(answer);
  for (const said of [...decision.because.flatMap(({ sentence, words, place }) => [sentence, `“${words}”`, place]), ...decision.basis.packs.map(({ label }) => label), "- Police: Must attend", "BY 10:05AM, WEDNESDAY 23 DECEMBER 2026", "Worked out on: Wednesday 23 December 2026, 10:05am, London time"]) {
    assert.ok(all.includes(said), said);
  }
  await leave(page);
});

test("where copying is refused the text is there to select", async () => {
  const page = await arriveAt(scene("guide-answer"), env);
  await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("refused")) } }));
  await press(page, "Copy note");
  assert.ok(await page.getByLabel("Text to copy").isVisible());
  assert.match(await page.getByLabel("Text to copy").inputValue(), /^Short note: How soon must the strategy meeting be held\?/);
  await leave(page);
});
