// Every view and answer: the 999 line, widths, hidden parts, headings, labels, and what axe finds; with screenshots to look at.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { assertNamesTheViewAlone, assertNothingTypedStays, assertOpenToNobodyElse } from "./canaries.mjs";
import { SCENES, arriveAt, duty } from "./scenes.mjs";
import { WIDTHS, folderOf, leave, openForTests, tool } from "./the-page.mjs";

const FIRST_SIGHT = 400;
const [NARROWEST] = WIDTHS;
const HEIGHT = 900;
const SMALLEST_TARGET = 24;
const SCREENSHOTS = folderOf("target/screenshots/");
const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const env = openForTests();
const { AxeBuilder } = tool("@axe-core/playwright");
mkdirSync(SCREENSHOTS, { recursive: true });

for (const scene of SCENES) {
  test(`checks 1, 29, 34 and 36, ${scene.name}: 999 first, nothing cut off, nothing hidden shows, headings in order, axe finds nothing, nothing leads elsewhere, nothing typed stays`, async () => {
    const page = await arriveAt(scene, env);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: HEIGHT });
      await immediateDangerComesFirst(page, width);
      await nothingIsCutOff(page, width);
      await page.screenshot({ path: join(SCREENSHOTS, `${scene.name}-${width}.png`), fullPage: true });
    }
    await page.emulateMedia({ media: "print" });
    await immediateDangerComesFirst(page, NARROWEST);
    await page.emulateMedia({ media: "screen" });
    await page.setViewportSize({ width: NARROWEST, height: HEIGHT });
    assert.deepEqual(await page.evaluate(shownThoughHidden), []);
    assert.deepEqual(await page.evaluate(headingFaults), []);
    assert.deepEqual(await page.evaluate(smallTargets, SMALLEST_TARGET), []);
    assert.deepEqual(await page.evaluate(repeatedIds), []);
    assert.deepEqual(await page.evaluate(brokenDescriptions), []);
    const { violations } = await new AxeBuilder({ page }).withTags(AXE_TAGS).analyze();
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`), []);
    if (scene.question) await assertNamesTheViewAlone(page);
    await assertOpenToNobodyElse(page);
    await assertNothingTypedStays(page);
    await leave(page);
  });
}

test("at 400 per cent zoom nothing is cut off either", async () => {
  for (const scene of SCENES.filter(({ question }) => question)) {
    const page = await arriveAt(scene, env);
    await page.setViewportSize({ width: NARROWEST, height: 256 });
    await nothingIsCutOff(page, NARROWEST);
    await leave(page);
  }
});

test("on paper the 999 line stays, parts are open, and buttons are gone", async () => {
  const page = await arriveAt(SCENES.find(({ name }) => name === "guide-answer-settled"), env);
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await page.screenshot({ path: join(SCREENSHOTS, "guide-answer-settled-print.png"), fullPage: true });
  assert.ok(await page.getByText("call 999 now").isVisible());
  assert.ok(await page.getByText("Not counted: bank holiday: Christmas Day").isVisible());
  assert.ok(!(await duty(page, "proforma").getByText("6 more rules behind this").isVisible()));
  assert.ok(await page.getByRole("cell", { name: "Not asked" }).first().isVisible());
  assert.equal(await page.getByRole("button").count(), 0);
  assert.equal(await page.getByRole("navigation").count(), 0);
  await leave(page);
});

async function immediateDangerComesFirst(page, width) {
  const words = await page.evaluate(() => document.body.innerText.replace("Skip to main content", "").trim());
  assert.match(words, /^If a child is in immediate danger, call 999 now\. Do not wait for a meeting\./);
  await page.evaluate(() => window.scrollTo(0, 0));
  const box = await page.locator("header .danger").boundingBox();
  assert.ok(box.y >= 0 && box.y + box.height < FIRST_SIGHT, `at ${width} px the line ends at ${box.y + box.height}`);
}

async function nothingIsCutOff(page, width) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= width, `at ${width} px the page is ${wide} px wide`);
}

// ------------------------------------------------------------------------- these run in the page and give what is wrong

function shownThoughHidden() {
  return [...document.querySelectorAll("[hidden]")].filter((element) => element.getClientRects().length > 0).map((element) => element.outerHTML);
}

function headingFaults() {
  const shown = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter((heading) => heading.getClientRects().length > 0);
  // The summary of problems stands before the h1, as its pattern has it.
  const levels = shown.filter((heading) => !heading.closest(".govuk-error-summary")).map((heading) => Number(heading.localName[1]));
  const skips = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
  return levels.filter((level) => level === 1).length === 1 ? skips : ["not exactly one h1", ...skips];
}

function smallTargets(least) {
  const shown = [...document.querySelectorAll("main a, main button, main summary, nav a")].filter((element) => element.getClientRects().length > 0);
  return shown.filter((element) => element.getBoundingClientRect().height < least).map((element) => element.outerHTML);
}

function repeatedIds() {
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}

/** A description that is not there, or tells of an error where none is shown. */
function brokenDescriptions() {
  const parts = [...document.querySelectorAll("[aria-describedby]")].flatMap((element) =>
    element.getAttribute("aria-describedby").split(" ").map((id) => ({ element, part: document.getElementById(id) })),
  );
  const isBroken = ({ element, part }) => !part || (part.textContent.includes("Error") && !element.closest(".govuk-form-group--error"));
  return parts.filter(isBroken).map(({ element }) => element.outerHTML);
}
