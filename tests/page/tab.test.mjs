// Nothing is lost when the telephone rings: what was entered is kept in this tab, and in no other place.

import assert from "node:assert/strict";
import { test } from "node:test";
import { beInvited, showChecklist } from "./meeting-scenes.mjs";
import { DURHAM, PROTECT, WHEN, guideTo, throughTheGuide } from "./scenes.mjs";
import { keptOnDevice, leave, openForTests, press, radio, ticksKept, visit } from "./the-page.mjs";

const CANARY = "CanaryBird";
const STRATEGY = "Strategy meeting or discussion";

const env = openForTests();
const reload = async (page) => {
  await page.reload();
  await page.locator("main .opening").waitFor({ state: "detached" });
};
const inTab = (page) => page.evaluate(() => Object.entries(sessionStorage));
const title = (page) => page.locator("main h1").innerText();

test("an answer, and the questions before it, survive a reload", async () => {
  const page = await visit(env, "#/guide");
  await throughTheGuide(page, { others: true });
  const said = await title(page);
  await reload(page);
  assert.equal(await title(page), said);
  await press(page, "Change answers");
  assert.ok(await radio(page, PROTECT, "No").isChecked());
  await guideTo(page, WHEN);
  assert.ok(await page.getByLabel("Today").first().isChecked());
  await leave(page);
});

test("what is still being typed survives a reload, and an action that is not saved yet", async () => {
  const page = await visit(env, "#/sharing");
  await page.getByLabel("What was shared?").pressSequentially(CANARY);
  await reload(page);
  assert.equal(await page.getByLabel("What was shared?").inputValue(), CANARY);
  await page.evaluate(() => (window.location.hash = "#/actions"));
  await press(page, "Add an action");
  await page.getByLabel("What will be done?").fill("Call the nursery");
  await page.getByLabel("Who will do it?").pressSequentially("Health visitor");
  await reload(page);
  assert.equal(await page.getByLabel("What will be done?").inputValue(), "Call the nursery");
  assert.equal(await page.getByLabel("Who will do it?").inputValue(), "Health visitor");
  await press(page, "Save action");
  assert.ok(await page.getByRole("row", { name: /Call the nursery/ }).isVisible());
  await reload(page);
  assert.ok(await page.getByRole("row", { name: /Call the nursery/ }).isVisible());
  await leave(page);
});

test("a checklist and what somebody invited was told survive a reload", async () => {
  const page = await visit(env, "#/checklists");
  await showChecklist(page, DURHAM, STRATEGY);
  const item = page.locator(".checklist li").first();
  await item.getByRole("button").or(item.getByRole("checkbox")).click();
  while ((await ticksKept(page)).length === 0) await page.waitForTimeout(50);
  const shown = await page.locator(".checklist").innerText();
  await reload(page);
  await page.getByText("1 of ").waitFor();
  assert.equal(await page.locator(".checklist").innerText(), shown);
  await page.evaluate(() => (window.location.hash = "#/invited"));
  await beInvited(page, DURHAM, STRATEGY, "None of these, or I do not know");
  await reload(page);
  assert.match(await title(page), /^You are invited/);
  await leave(page);
});

for (const [name, route, button] of [["Start again", "#/start-again", "Forget this case and start again"], ["Delete everything", "#/keeps", "Delete everything"]]) {
  test(`“${name}” clears what the tab has kept, and asks nothing more`, async () => {
    const page = await visit(env, "#/sharing");
    const asked = [];
    page.on("dialog", (dialog) => asked.push(dialog.type()) && dialog.accept());
    await page.getByLabel("What was shared?").fill(CANARY);
    await page.getByLabel("What was shared?").press("Tab");
    assert.match(JSON.stringify(await inTab(page)), /CanaryBird/);
    await page.evaluate((route) => (window.location.hash = route), route);
    await Promise.all([page.waitForEvent("load"), press(page, button)]);
    await page.locator("main .opening").waitFor({ state: "detached" });
    assert.equal(await title(page), "What do you need?");
    assert.deepEqual(await inTab(page), []);
    assert.deepEqual(asked, []);
    await page.evaluate(() => (window.location.hash = "#/sharing"));
    assert.equal(await page.getByLabel("What was shared?").inputValue(), "");
    await leave(page);
  });
}

test("switched off in Settings, nothing is kept in a tab of this device, and leaving with something entered asks", async () => {
  const page = await visit(env, "#/sharing");
  const asked = [];
  page.on("dialog", (dialog) => asked.push(dialog.type()) && dialog.accept());
  await page.getByLabel("What was shared?").fill(CANARY);
  await page.getByRole("link", { name: "Settings", exact: true }).click();
  assert.ok(await radio(page, "Keep it in this tab?", "Yes").isChecked());
  await radio(page, "Keep it in this tab?", "No").check();
  assert.deepEqual(await inTab(page), []);
  while (!(await keptOnDevice(page)).some(([key]) => key === "not-in-tab")) await page.waitForTimeout(50);
  await reload(page);
  assert.deepEqual(asked, ["beforeunload"]);
  assert.deepEqual(await inTab(page), []);
  await reload(page);
  assert.deepEqual(asked, ["beforeunload"], "nothing is entered any more");
  assert.ok(await radio(page, "Keep it in this tab?", "No").isChecked());
  await leave(page);
});

test("a browser that keeps nothing in the tab says so by asking before it leaves", async () => {
  const page = await visit(env, "#/sharing", { before: () => (Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); }) });
  const asked = [];
  page.on("dialog", (dialog) => asked.push(dialog.type()) && dialog.accept());
  await reload(page);
  assert.deepEqual(asked, []);
  await page.getByLabel("What was shared?").fill(CANARY);
  await reload(page);
  assert.deepEqual(asked, ["beforeunload"]);
  await leave(page);
});

test("what a tab has kept and cannot be read is nothing", async () => {
  const page = await visit(env, "#/sharing", { before: () => sessionStorage.setItem("case", "{") });
  assert.equal(await page.getByLabel("What was shared?").inputValue(), "");
  await leave(page);
});

test("“What this page keeps” says what the tab keeps, and where to switch it off", async () => {
  const page = await visit(env, "#/keeps");
  assert.match(await page.locator("main").innerText(), /What you enter is kept in this tab, so that a reload or a phone call loses nothing/);
  await page.getByRole("link", { name: "Switch this off in Settings" }).click();
  await page.getByRole("group", { name: "Keep it in this tab?" }).waitFor();
  await leave(page);
});

test("what the tab has kept is read as strictly as a file: what is not as it must be is not taken up", async () => {
  for (const spoilt of [
    { facts: {}, parts: { actions: [{ toString: 1 }] }, answers: {} },
    { facts: { concernsIdentifiedAt: 1.5 }, parts: {}, answers: {} },
    { facts: { bankHolidays: [{ date: "2026-02-31" }] }, parts: {}, answers: {} },
    { facts: {}, parts: {}, answers: { guide: { question: "setMessages", facts: {}, decision: {} } } },
    { facts: {}, parts: { settings: { dutyNumber: "<b>x</b> option 2", packs: [7, { sealed: 5 }, { sealed: "AAAA" }] } }, answers: {} },
  ]) {
    const page = await visit(env, "#/settings");
    await page.evaluate((kept) => sessionStorage.setItem("case", JSON.stringify(kept)), spoilt);
    await page.reload();
    await page.locator("main .opening").waitFor({ state: "detached" });
    assert.equal(await page.getByLabel("Duty team's number", { exact: true }).inputValue(), "", JSON.stringify(spoilt));
    for (const view of ["actions", "guide", "settings"]) {
      await page.evaluate((view) => (window.location.hash = `#/${view}`), view);
      await page.locator("main h1").waitFor();
      assert.doesNotMatch(await page.locator("main").innerText(), /could not be shown/, view);
    }
    await leave(page);
  }
});
