// Every copy that the page makes it opens again: nothing of it is unknown, every answer is as before, and each view says what it said.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { leave, openForTests, press, visit } from "./the-page.mjs";

const env = openForTests();
/** The views that answer. */
const VIEWS = ["guide", "which", "mdt", "tac", "professionals", "invited", "who", "actions", "sharing", "disagreement", "absent"];
const STEPS = 9;

/** Answers whatever is asked on the screen, in one way or another, and goes on. */
function answerAll(way) {
  const main = document.getElementById("main");
  const tell = (control) => ["input", "change"].forEach((kind) => control.dispatchEvent(new Event(kind, { bubbles: true })));
  const seen = new Set();
  for (const control of main.querySelectorAll("form input, form textarea")) {
    if (!control.checkVisibility()) continue;
    if (control.type === "radio") {
      if (seen.has(control.name)) continue;
      seen.add(control.name);
      const all = [...main.querySelectorAll(`input[name="${control.name}"]`)];
      // An area that was chosen stays.
      if (all.some(({ checked }) => checked)) continue;
      const one = all[way % all.length];
      one.checked = true;
      tell(one);
    } else if (control.type === "checkbox") {
      control.checked = true;
      tell(control);
    } else if (control.value === "" && !control.readOnly) {
      control.value = { date: "2026-12-22", time: "08:00" }[control.type] ?? (control.inputMode === "numeric" ? "3" : "School attendance of the last term");
      tell(control);
    }
  }
  const onward = [...main.querySelectorAll("button[type=submit], a.govuk-button")].find((button) => button.checkVisibility());
  onward?.click();
}

async function goThrough(page, view, way) {
  await page.evaluate((view) => (window.location.hash = `#/${view}`), view);
  for (let step = 0; step < STEPS; step++) {
    await page.evaluate(answerAll, way);
    if (await page.evaluate(() => /\/(answer|none)$/.test(window.location.hash))) return;
  }
}

/** In the answer: what can be given, chosen and kept there. */
async function useTheAnswer(page) {
  await page.evaluate(() => {
    const main = document.getElementById("main");
    for (const part of main.querySelectorAll("details")) part.open = true;
    for (const list of main.querySelectorAll("select")) {
      list.selectedIndex = Math.min(3, list.options.length - 1);
      list.dispatchEvent(new Event("change", { bubbles: true }));
    }
    const press = (name) => [...main.querySelectorAll("button")].find((button) => button.textContent === name && button.checkVisibility())?.click();
    for (const part of main.querySelectorAll("details")) part.open = true;
    const plan = main.querySelector(".plan");
    if (plan) {
      plan.querySelector("input[type=date]").value = "2027-01-05";
      plan.querySelector("input[type=radio]").checked = true;
      plan.querySelector("input[type=text]").value = "Team manager";
      press("Keep this plan");
    }
    main.querySelector(".asked button")?.click();
  });
}

async function downloadCopy(page) {
  await page.evaluate(() => (window.location.hash = "#/copy"));
  const [download] = await Promise.all([page.waitForEvent("download"), press(page, "Download a copy")]);
  return readFile(await download.path(), "utf8");
}

/** What each view's answer says, with whether the case has changed since. */
async function saidIn(page) {
  const said = {};
  for (const view of VIEWS) {
    await page.evaluate((view) => (window.location.hash = `#/${view}/answer`), view);
    said[view] = await page.evaluate(() => {
      const main = document.getElementById("main");
      // An id or a moment is another each time; the part at a meeting belongs to the answer, and its field is asked anew.
      const rows = [...main.querySelectorAll(".govuk-summary-list__row")].map((row) => row.textContent).filter((row) => !/^(Record|Made|SHA-256|Worked out on|What is your part)/.test(row));
      return { title: main.querySelector("h1").textContent, rows, hasChanged: main.querySelector(".facts-changed") !== null };
    });
  }
  return said;
}

for (const [way, area] of ["county-durham", "northamptonshire", "hampshire", "bracknell-forest", "generic"].entries()) {
  test(`a copy of everything that can be entered opens as it was: ${area}`, async () => {
    const page = await visit(env, "#/area");
    await page.evaluate((area) => {
      const place = { "bracknell-forest": "Bracknell Forest", "county-durham": "County Durham", hampshire: "Hampshire", northamptonshire: "Northamptonshire", generic: "My area is not listed" }[area];
      [...document.querySelectorAll("main label")].find(({ textContent }) => textContent === place).click();
    }, area);
    await press(page, "Keep this area");
    for (const view of VIEWS) {
      await goThrough(page, view, way);
      await useTheAnswer(page);
    }
    const before = await saidIn(page);
    const text = await downloadCopy(page);
    const { content } = JSON.parse(text);
    assert.ok(Object.keys(content.answers).length >= 4, Object.keys(content.answers).join());

    const other = await visit(env, "#/copy");
    await other.getByLabel("Choose a copy to open").setInputFiles({ name: "case.json", mimeType: "application/json", buffer: Buffer.from(text) });
    await other.getByRole("heading", { level: 1, name: "The copy is open" }).waitFor();
    const said = await other.locator("main").innerText();
    assert.ok(!said.includes("Parts of this file are none"), said);
    assert.ok(!said.includes("Then: "), said);
    const after = await saidIn(other);
    for (const view of VIEWS) {
      assert.deepEqual([after[view].title, after[view].hasChanged], [before[view].title, before[view].hasChanged], view);
      assert.deepEqual(before[view].rows.filter((row) => !after[view].rows.includes(row)), [], view);
    }
    const again = JSON.parse(await downloadCopy(other)).content;
    assert.deepEqual(Object.keys(again.parts).sort(), Object.keys(content.parts).sort());
    assert.deepEqual(Object.keys(again.answers).sort(), Object.keys(content.answers).sort());
    await leave(page);
    await leave(other);
  });
}
