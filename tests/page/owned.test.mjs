// An answer speaks for what it was told and for nothing else: other facts, unknown starts, silence, a day beside its own.

import assert from "node:assert/strict";
import { test } from "node:test";
import { DURHAM, GUIDE, FIRST_RECORDED, SCENES, WHEN, arriveAt, guideTo, throughTheGuide } from "./scenes.mjs";
import { leave, library, openForTests, press, scriptWith, visit } from "./the-page.mjs";

const env = openForTests();
const WORK_OUT_AGAIN = "Work it out again";
const answered = (page) => page.locator("article .rules, article .deadlines, article tbody").allTextContents();

/** Chooses another area where a checklist asks for it, and comes back to the answer. */
async function chooseElsewhere(page, area) {
  await page.getByRole("link", { name: "Checklists" }).first().click();
  await page.getByLabel(area, { exact: true }).check();
  await page.goBack();
  await page.locator("article.answer").waitFor();
}

for (const { id, label } of library.describePacks().areas.filter((area) => area.id !== "county-durham").map((area) => (area.id === "generic" ? { ...area, label: GUIDE } : area))) {
  test(`no part of an answer reads what was chosen elsewhere: ${id}`, async () => {
    const page = await visit(env, "#/guide");
    await throughTheGuide(page, { others: true });
    const before = await answered(page);
    await chooseElsewhere(page, label);
    assert.deepEqual(await answered(page), before);
    assert.equal(await page.getByRole("button", { name: WORK_OUT_AGAIN }).count(), 1);
    await page.locator(".question", { hasText: "looked after" }).getByRole("button", { name: "Yes", exact: true }).click();
    const forces = (page) => page.locator("tbody strong:not(.govuk-tag)").allTextContents();
    const there = await forces(page);
    const alone = await visit(env, "#/guide");
    await throughTheGuide(alone, { others: true });
    await alone.locator(".question", { hasText: "looked after" }).getByRole("button", { name: "Yes", exact: true }).click();
    assert.deepEqual(there, await forces(alone));
    assert.deepEqual(await answered(page), await answered(alone));
    await leave(alone);
    await press(page, WORK_OUT_AGAIN);
    assert.equal(await page.getByRole("button", { name: WORK_OUT_AGAIN }).count(), 0);
    assert.ok((await page.locator("article").evaluate((article) => article.textContent)).includes(label));
    assert.ok(!(await page.locator("article dl").allTextContents()).join().includes(DURHAM));
    await leave(page);
  });
}

test("an answer that nobody has changed is marked nowhere", async () => {
  for (const scene of SCENES.filter(({ question }) => question)) {
    const page = await arriveAt(scene, env);
    const address = new URL(page.url()).hash;
    await page.evaluate(() => (window.location.hash = "#/keeps"));
    await page.locator("h1", { hasText: "keeps" }).waitFor();
    await page.evaluate((address) => (window.location.hash = address), address);
    await page.locator("main h1").waitFor();
    assert.equal(await page.getByRole("button", { name: WORK_OUT_AGAIN }).count(), 0, scene.name);
    await leave(page);
  }
});

test("an unknown start is today and asks for it, and says what would hold if it was today", async () => {
  const page = await visit(env, "#/guide");
  await guideTo(page, WHEN, { others: true });
  await press(page, "Show the answer");
  assert.match(await page.locator("h1").innerText(), /today, Wednesday 23 December 2026/);
  assert.ok((await page.locator("article").innerText()).includes("If the concern was first recorded today: within 3 working days, by Wednesday 30 December 2026."));
  assert.ok(await page.getByRole("group", { name: FIRST_RECORDED }).isVisible());
  await leave(page);
});

test("another date that is left empty is an error at its field, wherever one is asked", async () => {
  const page = await visit(env, "#/guide");
  await guideTo(page, WHEN, { others: true });
  await page.getByRole("group", { name: FIRST_RECORDED }).getByLabel("Another date").check();
  await press(page, "Show the answer");
  assert.match(await page.locator(".govuk-error-summary").innerText(), /Enter the /);
  assert.equal(await page.locator("article.answer").count(), 0);
  await leave(page);
});

test("the note says each answer once, of nobody what was not recorded, and no time of day that nobody gave", async () => {
  const page = await visit(env, "#/guide");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await throughTheGuide(page, { others: true });
  const note = await copied(page);
  assert.doesNotMatch(note, /Not asked|Ask them/);
  assert.doesNotMatch(note, /00:00|midnight\./);
  assert.doesNotMatch(note, /\d(am|pm)\b/, "one way of writing times");
  assert.equal(note.match(/County Durham/g).length, 1);
  assert.doesNotMatch(note, /[a-z.][A-Z][a-z]/);
  await page.getByLabel("Police: so far").selectOption("Coming");
  assert.equal((await copied(page)).match(/Coming/g).length, 1);
  await leave(page);
});

async function copied(page) {
  await page.evaluate(() => navigator.clipboard.writeText(""));
  await press(page, "Copy whole note");
  await page.waitForFunction(() => navigator.clipboard.readText().then(Boolean));
  return page.evaluate(() => navigator.clipboard.readText());
}

// ----------------------------------------------------------------------------------------------------------- pictures

const DRAWN = `
  import "./main.js";
  import { make } from "safeguarding-rules/parts";
  import { deadlinePicture } from "./pictures/deadlines.js";
  import { deadlinePicture as ofTheElements } from "../../pkg-config/npm/elements/parts/deadline-picture.js";
  import { quarterBars, runChart } from "./pictures/quarter.js";
  const pictures = { deadlinePicture, ofTheElements, quarterBars, runChart };
  window.draw = (name, ...given) => document.getElementById("main").replaceChildren(make("div", null, pictures[name](...given)));
`;

async function drawn(name, ...given) {
  const page = await visit(env, "", { script: await scriptWith(DRAWN) });
  await page.evaluate(([name, given]) => window.draw(name, ...given), [name, given]);
  return page;
}

test("a picture marks each day inside its own box, whichever day it is", async () => {
  const days = Array.from({ length: 14 }, (_, index) => new Date(Date.UTC(2026, 11, 24 + index)).toISOString().slice(0, 10));
  const rows = days.map((day) => ({ label: day, from: "2026-12-23", due: `${day}T23:59:59+00:00`, says: day, state: "due" }));
  const page = await drawn("deadlinePicture", rows);
  const seen = await page.evaluate(() => {
    const picture = document.querySelector(".picture__canvas--wide");
    const middle = (element) => Number(element.getAttribute("x")) + Number(element.getAttribute("width")) / 2;
    const lines = [...picture.querySelectorAll(".picture__line")].map((line) => Number(line.getAttribute("x1")));
    return { lines, marks: [...picture.querySelectorAll("rect.picture__sign")].map(middle) };
  });
  // The first box is the day it began.
  seen.marks.forEach((x, index) => assert.ok(x > seen.lines[index + 1] && (seen.lines[index + 2] === undefined || x < seen.lines[index + 2]), `${days[index]} at ${x}`));
  assert.equal(seen.marks.length, days.length);
  await leave(page);
});

test("a Friday's mark in the elements' picture stands before the weekend's shade", async () => {
  const deadlines = ["2026-12-25", "2026-12-30"].map((day) => ({ duty: "minutes", due: `${day}T23:59:59+00:00`, from: "meetingEndedAt", rules: ["A-1"], overdue: false, onTime: null }));
  const page = await drawn("ofTheElements", deadlines, { now: "2026-12-21T09:00Z", meetingEndedAt: "2026-12-21T09:00Z" });
  const [mark, shade] = await page.evaluate(() => {
    const box = (selector) => document.querySelector(`main ${selector}`).getBBox();
    return [box(".picture-mark"), box(".picture-day-off")].map(({ x, width }) => ({ x, right: x + width }));
  });
  assert.ok(mark.right < shade.x, `${mark.right} ${shade.x}`);
  await leave(page);
});

/** Twelve meetings: of `known` it is recorded whether the police came, and to the first `came` of them they did. */
function quarter(known, came, from = "2026-07-01", until = "2026-09-30") {
  const attended = (index) => (index < known ? { attended: index < came } : {});
  const meetings = Array.from({ length: 12 }, (_, index) => ({ ref: `M${index}`, endedAt: `${from}T12:00`, settled: true, agencies: [{ agency: "police", requested: true, ...attended(index) }] }));
  return library.reportQuarter({ area: "county-durham", from, until, meetings }).answer;
}

for (const [known, came] of [[0, 0], [6, 6], [9, 3], [12, 5]]) {
  test(`what is not recorded is a third part of its bar, and concludes nothing: ${came} of ${known} of 12`, async () => {
    const page = await drawn("quarterBars", quarter(known, came));
    // The second bar is attendance.
    const parts = await page.locator(".picture__canvas--wide").evaluate((picture) => {
      const bars = [];
      for (const { classList, attributes } of picture.querySelectorAll("rect[class]")) {
        if (classList.contains("picture__track")) bars.push({ full: Number(attributes.width.value) });
        else if (bars.length > 0) bars.at(-1)[classList[0].replace("picture__", "")] = Number(attributes.width.value);
      }
      return bars[1];
    });
    const share = (number) => Math.round(((number ?? 0) / parts.full) * 12);
    assert.deepEqual([share(parts.fill), share(parts.silence)], [came, 12 - known]);
    const caption = await page.locator("figcaption").textContent();
    assert.equal(/Least often: attendance/.test(caption), known === 12, caption);
    assert.ok(caption.includes("Striped: not recorded."));
    await leave(page);
  });
}

test("a share of what is recorded says so, and moves nothing from one quarter to the next", async () => {
  const page = await drawn("runChart", [{ label: "Apr to Jun", from: "2026-04-01", answer: quarter(12, 6, "2026-04-01", "2026-06-30") }, { label: "Jul to Sep", from: "2026-07-01", answer: quarter(6, 6) }]);
  assert.ok(await page.getByText("100 per cent of what is recorded (6 of 6)").first().isVisible());
  assert.doesNotMatch(await page.locator("figcaption").textContent(), /Moved most: attendance/);
  await leave(page);
});
