// The checklists: the library's own items, ticks that stay on the device and hold nothing of a case, one side of paper.

import assert from "node:assert/strict";
import { test } from "node:test";
import { showChecklist } from "./meeting-scenes.mjs";
import { keptForOffline, ticksKept, leave, library, open, openForTests, press, sidesOnPaper, visit } from "./the-page.mjs";

const STRATEGY = "Strategy meeting or discussion";
/** The lists people print: area, meeting, and the name of the meeting on the page. */
const USUAL = [
  ["County Durham", "strategy", STRATEGY],
  ["My area is not listed", "strategy", STRATEGY],
  ["Northamptonshire", "mdt-countywide", "Countywide multidisciplinary team meeting (MDT)"],
  ["Bracknell Forest", "tac-initial", "Team around the child, first meeting"],
  ["Bracknell Forest", "tac-review", "Team around the child, review"],
  ["Hampshire", "professionals", "Professionals' meeting"],
];

const env = openForTests();
const progress = (page) => page.locator(".checklist [role=status]");
const tasks = (page) => page.locator(".task");
const idOf = (label) => library.describePacks().areas.find((area) => area.label === label)?.id ?? "generic";

async function itemsShown(page) {
  return page.locator(".checklist [data-item]").evaluateAll((items) => items.map(({ dataset }) => dataset.item));
}

for (const [place, meetingType, title] of USUAL) {
  test(`${place}, ${meetingType}: every item of the library once, in words, with its force and place, and one side of paper`, async () => {
    const page = await visit(env, "#/checklists");
    await showChecklist(page, place, title);
    const { items } = library.makeChecklist({ area: idOf(place), meetingType }).answer;
    const toTick = items.filter(({ principle }) => !principle);
    assert.deepEqual((await itemsShown(page)).sort(), toTick.map(({ item }) => item).sort());
    for (const { item, text, force, place: paragraph } of toTick) {
      const shown = await page.locator(`[data-item="${item}"]`).innerText();
      assert.ok(shown.startsWith(force === "may" ? `${text} (optional)` : text), item);
      assert.ok(shown.toLowerCase().includes(`${force}. ${paragraph.toLowerCase()}.`), item);
      assert.equal(await page.locator(`[data-item="${item}"]`).getByRole("checkbox").isChecked(), false, item);
    }
    assert.equal(await page.locator(".checklist li", { hasText: "(optional)" }).count(), toTick.filter(({ force }) => force === "may").length);
    assert.equal(await sidesOnPaper(page), 1);
    await leave(page);
  });
}

test("by role: what is asked of the chair, and of everybody, as the library says", async () => {
  const page = await visit(env, "#/checklists");
  await showChecklist(page, "County Durham", STRATEGY, "The chair of the strategy meeting");
  const { items } = library.makeChecklist({ area: "county-durham", meetingType: "strategy", role: "chair" }).answer;
  assert.deepEqual((await itemsShown(page)).sort(), items.filter(({ principle }) => !principle).map(({ item }) => item).sort());
  await leave(page);
});

test("an item is a box that is ticked and cleared, with a key too, and what it is now is said", async () => {
  const page = await visit(env, "#/checklists");
  await showChecklist(page, "County Durham", STRATEGY);
  const ticked = () => page.locator(".tasks :checked").count();
  const announced = () => page.locator("#announcement").innerText();
  assert.equal(await ticked(), 0);
  await tasks(page).first().click();
  assert.equal(await ticked(), 1);
  assert.match(await announced(), /^Completed: /);
  assert.match(await progress(page).innerText(), /^1 of \d+ completed\.$/);
  await tasks(page).first().press("Space");
  assert.equal(await ticked(), 0);
  assert.match(await announced(), /^Incomplete: /);
  await leave(page);
});

test("ticks are there after the page was closed, by pack, version, list and item, with nothing else; cleared they are gone", async () => {
  const page = await visit(env, "#/checklists");
  await showChecklist(page, "County Durham", STRATEGY);
  const [item] = await itemsShown(page);
  await tasks(page).first().click();
  const { version } = library.describePacks({ packs: ["county-durham"] }).packs[0];
  await page.waitForFunction(() => document.querySelector(".task").checked);
  while ((await ticksKept(page)).length === 0) await page.waitForTimeout(50);
  assert.deepEqual(await ticksKept(page), [[`county-durham ${version} strategy ${item}`, true]]);
  await page.reload();
  await page.locator(".task:checked").waitFor();
  await press(page, "Clear these ticks");
  await page.getByText(/^0 of \d+ completed\.$/).waitFor();
  assert.deepEqual(await ticksKept(page), []);
  await leave(page);
});

test("another meeting's list, and another area's, has ticks of its own", async () => {
  const page = await visit(env, "#/checklists");
  await showChecklist(page, "Bracknell Forest", "Team around the child, first meeting");
  await tasks(page).first().click();
  await press(page, "Choose another list");
  await showChecklist(page, "Bracknell Forest", "Team around the child, review");
  assert.match(await progress(page).innerText(), /^0 of/);
  await leave(page);
});

test("the checklists work with the network cut", async (run) => {
  const cut = await open();
  run.after(() => cut.browser.close());
  const page = await visit(cut, "#/checklists");
  await keptForOffline(page);
  await cut.server.close();
  await page.context().setOffline(true);
  await showChecklist(page, "Hampshire", "Professionals' meeting");
  await tasks(page).first().click();
  assert.match(await progress(page).innerText(), /^1 of/);
  assert.deepEqual(page.faults, []);
});

test("what must be chosen is named", async () => {
  const page = await visit(env, "#/checklists");
  await press(page, "Show the checklist");
  assert.deepEqual(await page.locator(".govuk-error-summary a").allTextContents(), ["Select whose procedure you follow"]);
  await page.getByLabel("Hampshire", { exact: true }).check();
  await press(page, "Show the checklist");
  assert.deepEqual(await page.locator(".govuk-error-summary a").allTextContents(), ["Select which meeting it is"]);
  await leave(page);
});
