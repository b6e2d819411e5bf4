// <sg-action-check>: advice on an action in the host's own fields. It waits for a pause, is never red, and never blocks.

import assert from "node:assert/strict";
import { test } from "node:test";
import { leave, library, openForTests, sent, told, visit } from "./the-elements.mjs";

const env = openForTests();
const status = (page) => page.locator("#check [role=status]");
const said = async (page, text) => page.waitForFunction((text) => document.querySelector("#check [role=status]").textContent === text, text);

test("nothing is said before something was written, and once after a pause of a second or more", async () => {
  const page = await visit(env, "action.html");
  assert.equal(await status(page).isVisible(), false);
  await page.evaluate(() => {
    window.said = [];
    const status = document.querySelector("#check [role=status]");
    new MutationObserver(() => window.said.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true });
  });
  const text = "Weigh the baby at the clinic each Tuesday, with the health visitor";
  // Within the page, so that no slow machine puts a pause between two letters.
  await page.getByLabel("What will be done").evaluate((field, text) => {
    for (const letter of text) {
      field.value += letter;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }, text);
  const ended = Date.now();
  assert.deepEqual(await page.evaluate(() => window.said), []);
  await page.waitForFunction(() => window.said.length > 0);
  assert.ok(Date.now() - ended >= 1000);
  const [words, ...others] = await page.evaluate(() => window.said);
  assert.deepEqual(others, []);
  const expected = library.checkAction({ area: "hampshire", action: { specific: text } });
  assert.equal(words, expected.answer.heading);
  assert.deepEqual((await told(page)).map(({ name, from, detail, isFrozen }) => [name, from, detail, isFrozen]), [["sg-advice", "check", { ...expected, api: 1 }, true]]);
  await leave(page);
});

test("it is advice: no error anywhere, no alert, nothing red, and the form can be sent", async () => {
  const page = await visit(env, "action.html");
  await page.getByLabel("What will be done").fill("Monitor");
  await page.getByLabel("By when").fill("2020-01-01");
  await page.getByText("Still to add:").waitFor();
  assert.equal(await page.locator("[role=alert], [aria-invalid], .govuk-form-group--error, .govuk-error-message, .govuk-tag--red").count(), 0);
  assert.equal(await page.locator("#form").evaluate((form) => form.checkValidity()), true);
  assert.deepEqual(await sent(page), { what: "Monitor", how: "", who: "", result: "", due: "2020-01-01" });
  const { answer } = library.checkAction({ area: "hampshire", action: { specific: "Monitor", due: "2020-01-01" } });
  for (const { criterion, text, mend } of answer.findings) {
    const item = await page.locator(`#check [data-criterion="${criterion}"]`).textContent();
    assert.ok(item.includes(text) && item.includes(mend ?? ""), item);
  }
  await leave(page);
});

test("an action with all five parts is said to have them; the host's radios and ids are read too", async () => {
  const page = await visit(env, "action.html");
  await page.getByLabel("What will be done").fill("Arrange the paediatric appointment and go along");
  await page.getByLabel("How we will know").fill("The clinic letter is on file");
  await page.getByLabel("Who", { exact: true }).first().fill("Health visitor");
  await page.getByLabel("The result").fill("The injury is assessed at a clinic that runs each week");
  await page.getByLabel("Yes").check();
  await page.getByLabel("By when").fill("2027-01-05");
  await said(page, "This action has all 5 parts.");
  assert.equal(await page.locator("#check").evaluate((element) => element.matches(":state(complete)")), true);
  await leave(page);
});

test("several can stand in one page, each with its own fields, and a fallback is replaced", async () => {
  const page = await visit(env, "action.html");
  await page.locator("#who").fill("Team manager");
  await page.waitForFunction(() => document.querySelector("#named [role=status]").textContent !== "");
  assert.deepEqual((await told(page)).map(({ from, detail }) => [from, detail.answer.missing]), [["named", ["specific", "measurable", "realistic", "time-related"]]]);
  assert.equal(await page.getByText("Say who, what and by when.").count(), 0);
  assert.equal(await status(page).isVisible(), false);
  await page.locator("#named").evaluate((element) => element.remove());
  await page.locator("#who").fill("Police");
  await page.waitForTimeout(1400);
  assert.deepEqual(await told(page), []);
  await leave(page);
});
