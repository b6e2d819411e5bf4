// An action in one sentence: each part is put where the library takes it for what it is, and what cannot be placed stays in what will
// be done.

import assert from "node:assert/strict";
import { test } from "node:test";
import { bundled, leave, library, openForTests, press, visit } from "./the-page.mjs";

const env = openForTests();
const { takenApart } = await bundled("out/taken-apart.js");
const PACKS = ["professionals-meetings"];
const isMet = (criterion, action) => library.checkAction({ packs: PACKS, action }).answer.findings.find((finding) => finding.criterion === criterion).met;

for (const [sentence, parts] of [
  ["School nurse to weigh Sam and record on the growth chart by Friday 8 January 2027", { owner: "School nurse", specific: "Weigh Sam and record on the growth chart", due: "2027-01-08" }],
  [
    "The health visitor will visit the family at home twice a week by 30/12/2026 so that the baby's weight is recorded.",
    { owner: "The health visitor", specific: "Visit the family at home twice a week", realisticResult: "The baby's weight is recorded", due: "2026-12-30" },
  ],
  ["DSL and social worker to meet mother at school on 5 January 2027", { owner: "DSL and social worker", specific: "Meet mother at school", due: "2027-01-05" }],
  ["social worker: visit the home", { owner: "social worker", specific: "Visit the home" }],
  // Nobody is named: whom to ask is part of what will be done.
  ["Ask the health visitor to weigh the baby by 8 January 2027", { specific: "Ask the health visitor to weigh the baby", due: "2027-01-08" }],
  ["Refer mother to the health visitor", { specific: "Refer mother to the health visitor" }],
  // An agency is nobody who does it, and words that say nothing are no result, no day and no action.
  ["Police to share the outcome of the check", { specific: "Police to share the outcome of the check" }],
  ["Housing officer will repair the door so that things improve", { owner: "Housing officer", specific: "Repair the door so that things improve" }],
  ["Visit the home by 31/02/2027", { specific: "Visit the home by 31/02/2027" }],
  ["Visit the home by the next meeting", { specific: "Visit the home by the next meeting" }],
  ["Attend the group until 30 March 2027", { specific: "Attend the group until 30 March 2027" }],
  ["Monitor the situation", { specific: "Monitor the situation" }],
  ["x", { specific: "X" }],
]) {
  test(`in one sentence: ${sentence}`, () => assert.deepEqual(takenApart(sentence, isMet), parts));
}

test("a sentence is taken apart on the screen, what is missing stands beside it, and each part can be changed", async () => {
  const page = await visit(env, "#/actions");
  await press(page, "Add an action");
  await page.getByText("You have it as one sentence?").click();
  await page.getByLabel("The action in one sentence").fill("School nurse to weigh Sam by 8 January 2027");
  await press(page, "Take it apart");
  const values = () => Promise.all(["What will be done?", "Who will do it?", "Date"].map((label) => page.getByLabel(label, { exact: true }).inputValue()));
  assert.deepEqual(await values(), ["Weigh Sam", "School nurse", "2027-01-08"]);
  assert.ok(await page.getByLabel("What will be done?").evaluate((field) => field === document.activeElement));
  const { answer } = library.checkAction({ packs: PACKS, action: { specific: "Weigh Sam", owner: "School nurse", due: "2027-01-08" } });
  assert.ok(answer.missing.length > 0);
  assert.equal(await page.locator(".advice [role=status]").innerText(), answer.heading);
  await page.getByLabel("Who will do it?").fill("Health visitor");
  await press(page, "Save action");
  await page.getByRole("row", { name: /Weigh Sam Health visitor Friday 8 January 2027/ }).waitFor();
  await page.getByRole("button", { name: "Change action 1" }).click();
  await page.getByLabel("Who will do it?").waitFor();
  assert.equal(await page.getByText("You have it as one sentence?").count(), 0);
  await leave(page);
});
