// Every element and state: axe, widths, keyboard, policy, one script alone, two copies in a page; with screenshots to look at.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { BARE, WIDTHS, folderOf, leave, openForTests, radio, sent, told, tool, visit } from "./the-elements.mjs";

const ELEMENTS = ["sg-protect-now", "sg-timescale", "sg-attendance", "sg-action-check", "sg-basis", "sg-deadlines", "sg-checklist", "sg-source"];
const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const SMALLEST_TARGET = 24;
const HEIGHT = 900;
const MOST_TABS = 60;
const SCREENSHOTS = folderOf("target/screenshots/elements/");
const PROTECT = "Does the child need protecting today?";

const env = openForTests();
const { AxeBuilder } = tool("@axe-core/playwright");
mkdirSync(SCREENSHOTS, { recursive: true });

const set = (page, name, facts) => page.locator(name).evaluate((element, facts) => (element.facts = facts), facts);
const TIMES = { decisionAt: "2026-12-22T15:00", meetingStart: "2026-12-28T10:00", done: { proforma: { at: "2026-12-22T15:30" } } };

/** How to lead a page to each state. */
const SCENES = [
  { name: "protect-now", page: "alone.html", arrive: (page) => page.locator("sg-protect-now").getByRole("radio", { name: "Yes", exact: true }).check() },
  { name: "timescale", page: "timescale.html" },
  { name: "timescale-answered", page: "timescale.html", arrive: async (page) => {
    await set(page, "sg-timescale", { concernsIdentifiedAt: "2026-12-23" });
    await radio(page, PROTECT, "No").check();
    await radio(page, "Is there a serious risk of harm", "No").check();
    await page.locator("summary", { hasText: "We counted" }).click();
  } },
  { name: "timescale-late", page: "timescale.html", arrive: (page) => set(page, "sg-timescale", { concernsIdentifiedAt: "2026-12-14", othersConsidered: true, concerns: { immediateProtectionNeeded: false } }) },
  { name: "timescale-date", page: "timescale.html", arrive: async (page) => {
    await set(page, "sg-timescale", { othersConsidered: true });
    await page.getByLabel("Date").first().fill("1026-01-01");
    await page.getByLabel("Date").first().blur();
  } },
  { name: "timescale-error", page: "timescale.html", arrive: (page) => set(page, "sg-timescale", { concerns: 1 }) },
  { name: "timescale-disabled", page: "timescale.html", arrive: (page) => page.locator("sg-timescale").evaluate((element) => element.setAttribute("disabled", "")) },
  { name: "attendance", page: "attendance.html" },
  { name: "attendance-after", page: "attendance.html", arrive: async (page) => {
    for (const [agency, state] of [["Police", "Did not come"], ["Health", "Came"], ["Children's social care", "Not asked"]]) await page.getByRole("combobox", { name: `${agency} State` }).selectOption(state);
    await page.locator("summary", { hasText: "Why" }).click();
  } },
  { name: "action", page: "action.html", arrive: async (page) => {
    await page.getByLabel("What will be done").fill("Monitor");
    await page.getByText("Still to add:").waitFor();
  } },
  { name: "basis", page: "basis.html" },
  { name: "basis-answered", page: "basis.html", arrive: async (page) => {
    await page.getByLabel("What was shared?").fill("School attendance");
    await page.getByLabel("Public task").check();
    await radio(page, "Does it hold special-category data", "Yes").check();
    await page.locator("summary", { hasText: "Why" }).click();
  } },
  { name: "deadlines", page: "deadlines.html" },
  { name: "deadlines-known", page: "deadlines.html", arrive: (page) => set(page, "sg-deadlines", TIMES) },
  { name: "checklist", page: "checklist.html", arrive: (page) => page.getByRole("checkbox").first().check() },
  { name: "source", page: "source.html" },
  { name: "all", page: "all.html" },
];

for (const scene of SCENES) {
  test(`${scene.name}: axe finds nothing, nothing is cut off, nothing hidden shows, all can be pressed`, async () => {
    const page = await visit(env, scene.page);
    await scene.arrive?.(page);
    // Before the pictures are taken, for which the browser's driver hides the caret by a style of its own.
    assert.deepEqual(await page.evaluate(inlineStyles), []);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: HEIGHT });
      await nothingIsCutOff(page, width);
      await page.screenshot({ path: join(SCREENSHOTS, `${scene.name}-${width}.png`), fullPage: true });
    }
    await page.setViewportSize({ width: WIDTHS[0], height: HEIGHT });
    assert.deepEqual(await page.evaluate(shownThoughHidden), []);
    assert.deepEqual(await page.evaluate(smallTargets, SMALLEST_TARGET), []);
    assert.deepEqual(await page.evaluate(repeatedIds), []);
    assert.deepEqual(await page.evaluate(brokenReferences), []);
    assert.deepEqual(await page.evaluate(withoutAWord), []);
    const { violations } = await new AxeBuilder({ page }).withTags(AXE_TAGS).analyze();
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`), []);
    await leave(page);
  });
}

test("without any style nothing is cut off at 320 pixels, and what is hidden stays hidden", async () => {
  for (const scene of SCENES) {
    const page = await visit(env, scene.page, { policy: BARE, width: WIDTHS[0] });
    await scene.arrive?.(page);
    await nothingIsCutOff(page, WIDTHS[0], scene.name);
    await page.screenshot({ path: join(SCREENSHOTS, `${scene.name}-bare-320.png`), fullPage: true });
    assert.deepEqual(await page.evaluate(shownThoughHidden), [], scene.name);
    await page.context().close();
  }
});

test("headings stand under the host's", async () => {
  const page = await visit(env, "all.html");
  const levels = await page.locator("h1, h2, h3, h4, h5, h6").evaluateAll((headings) => headings.filter((heading) => heading.getClientRects().length > 0).map(({ localName }) => Number(localName[1])));
  assert.deepEqual(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1), []);
  assert.equal(await page.locator("sg-timescale h1, sg-timescale h2").count(), 0);
  assert.ok(await page.locator("sg-timescale h3").count() > 0);
  await leave(page);
});

test("with the keyboard alone: the first question, an open question, a tick, a state, and on to the host's button", async () => {
  const page = await visit(env, "timescale.html");
  // Days are counted from a start; without one there is nothing to open.
  await page.locator("sg-timescale").evaluate((element) => void (element.facts = { concernsIdentifiedAt: "2026-12-23" }));
  await tabTo(page, radio(page, PROTECT, "Yes"));
  await page.keyboard.press("ArrowDown");
  assert.ok(await radio(page, PROTECT, "No").isChecked());
  await tabTo(page, radio(page, "Is there a serious risk of harm", "Yes"));
  await page.keyboard.press("ArrowDown");
  assert.ok(await radio(page, "Is there a serious risk of harm", "No").isChecked());
  await tabTo(page, page.locator("summary", { hasText: "We counted" }));
  await page.keyboard.press("Enter");
  assert.ok(await page.getByText("The day itself").isVisible());
  await tabTo(page, page.getByRole("button", { name: "Send" }));
  await leave(page);
  const list = await visit(env, "checklist.html");
  await tabTo(list, list.getByRole("checkbox").first());
  await list.keyboard.press("Space");
  await list.keyboard.press("Tab");
  await list.keyboard.press("Space");
  assert.equal(await list.getByRole("checkbox", { checked: true }).count(), 2);
  await leave(list);
  const people = await visit(env, "attendance.html");
  await tabTo(people, people.getByRole("combobox", { name: "Police State" }));
  await people.keyboard.press("C");
  assert.equal(await people.getByRole("combobox", { name: "Police State" }).inputValue(), "coming");
  assert.ok(await people.getByRole("combobox", { name: "Police State" }).evaluate((select) => select === document.activeElement));
  await leave(people);
});

test("in forced colours and with wide spacing of text nothing is lost", async () => {
  const page = await visit(env, "all.html", { width: 320 });
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
  await page.screenshot({ path: join(SCREENSHOTS, "all-forced-colours.png"), fullPage: true });
  await nothingIsCutOff(page, 320);
  await leave(page);
});

test("one classic script in the head and nothing else defines all, and no global", async () => {
  const page = await visit(env, "script.html", { before: () => (window.before = new Set(Object.getOwnPropertyNames(window))) });
  for (const name of ELEMENTS) assert.ok(await page.locator(name).first().evaluate((element) => element.childElementCount > 0 && customElements.get(element.localName) !== undefined), name);
  const added = await page.evaluate(() => Object.getOwnPropertyNames(window).filter((name) => !window.before.has(name)));
  assert.deepEqual(added.filter((name) => !["before", "told", "violations"].includes(name) && !/^\d+$/.test(name)), []);
  assert.match(JSON.parse((await sent(page)).timescale).answer.heading, /Hold the strategy meeting/);
  await leave(page);
});

test("a fallback that is read after a script in the head is replaced like any other", async () => {
  const page = await visit(env, "two-copies.html");
  assert.equal(await page.locator("#fallback").count(), 0);
  assert.equal(await page.locator("sg-timescale").evaluate((element) => element.firstElementChild.localName), "section");
  await leave(page);
});

test("of two copies in one page the first defines the elements, and the second disturbs nothing", async () => {
  const page = await visit(env, "two-copies.html");
  assert.equal((await told(page)).length, 1);
  await radio(page, PROTECT, "No").check();
  assert.equal((await told(page)).length, 1);
  assert.deepEqual(await page.evaluate(repeatedIds), []);
  await leave(page);
});

test("moved in the page, it keeps what was answered and answers once", async () => {
  const page = await visit(env, "timescale.html");
  await radio(page, PROTECT, "No").check();
  await told(page);
  await page.evaluate(() => document.querySelector("main").append(document.querySelector("sg-timescale")));
  assert.ok(await radio(page, PROTECT, "No").isChecked());
  await radio(page, "Is there a serious risk of harm", "Yes").check();
  assert.equal((await told(page)).length, 1);
  await page.locator("sg-timescale").evaluate((element) => element.setAttribute("form", "form"));
  assert.ok((await sent(page)).timescale);
  await leave(page);
});

test("made by a script, it answers when it is put into the page", async () => {
  const page = await visit(env, "away.html");
  await page.evaluate(async () => {
    await import("/safeguarding-rules/elements.js");
    const element = document.createElement("sg-timescale");
    element.facts = { area: "generic", concerns: { seriousRisk: true } };
    window.none = element.decision;
    document.querySelector("main").append(element);
    window.sync = element.decision?.answer.timescale;
  });
  assert.deepEqual(await page.evaluate(() => [window.none, window.sync]), [null, "same-day"]);
  await leave(page);
});

test("imported where pages are made on a server, it does no harm", async () => {
  assert.deepEqual(Object.keys(await import(new URL("../../pkg-config/packed/node_modules/safeguarding-rules/elements.js", import.meta.url))), ["listMessages", "setMessages"]);
});

test("the sources put in no markup and no style, send nothing, store nothing, and name no other place", () => {
  const banned = /innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|new Function|\bfetch\s*\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|localStorage|sessionStorage|indexedDB|document\.cookie|location\s*=|window\.open|\.style\b|adoptedStyleSheets|https?:(?!\/\/www\.w3\.org\/2000\/svg)/;
  const files = sourcesIn(folderOf("pkg-config/npm/elements/"));
  assert.ok(files.length > 15);
  for (const file of files) assert.deepEqual(readFileSync(file, "utf8").split("\n").filter((line) => banned.test(line)), [], file);
});

test("the stylesheet reaches nothing outside the elements", async () => {
  const page = await visit(env, "timescale.html");
  const selectors = await page.evaluate(() => [...document.styleSheets].find(({ href }) => href.endsWith("elements.css")).cssRules.length);
  assert.equal(selectors, 1);
  const names = await page.evaluate(() => [...document.styleSheets].find(({ href }) => href.endsWith("elements.css")).cssRules[0].selectorText.split(/,\s*/));
  assert.deepEqual(names.sort(), [...ELEMENTS].sort());
  await leave(page);
});

async function nothingIsCutOff(page, width, where = "") {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= width, `${where} at ${width} px the page is ${wide} px wide`);
}

async function tabTo(page, target) {
  for (let pressed = 0; pressed < MOST_TABS; pressed++) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  assert.fail(`no number of tabs leads to ${target}`);
}

function sourcesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourcesIn(path);
    return path.endsWith(".js") ? [path] : [];
  });
}

// ------------------------------------------------------------------------- these run in the page and give what is wrong

function shownThoughHidden() {
  return [...document.querySelectorAll("[hidden]")].filter((element) => element.getClientRects().length > 0).map((element) => element.outerHTML);
}

function smallTargets(least) {
  const shown = [...document.querySelectorAll("main :is([class^=govuk-], [class^=sg-]):is(button, summary, select)")].filter((element) => element.getClientRects().length > 0);
  return shown.filter((element) => element.getBoundingClientRect().height < least).map((element) => element.outerHTML);
}

function repeatedIds() {
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}

/** A description or label that is not there, or tells of an error where none is shown. */
function brokenReferences() {
  const parts = ["aria-describedby", "aria-labelledby"].flatMap((name) =>
    [...document.querySelectorAll(`[${name}]`)].flatMap((element) => element.getAttribute(name).split(" ").map((id) => ({ element, part: document.getElementById(id) }))),
  );
  const isBroken = ({ element, part }) => !part || (part.textContent.includes("Error") && !element.closest(".govuk-form-group--error"));
  return parts.filter(isBroken).map(({ element }) => element.outerHTML);
}

function inlineStyles() {
  return [...document.querySelectorAll("[style], style, sg-timescale script")].map((element) => element.outerHTML);
}

/** A tag in colour that says nothing. */
function withoutAWord() {
  return [...document.querySelectorAll(".govuk-tag")].filter((tag) => tag.textContent.trim() === "").map((tag) => tag.outerHTML);
}
