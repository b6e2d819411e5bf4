// Every view and answer, visited once: what is seen, what is heard, what is reached by key, with screenshots to look at.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { assertNamesTheViewAlone, assertNothingTypedStays, assertOpenToNobodyElse } from "./canaries.mjs";
import {
  brokenDescriptions, clippedText, faintShapes, faintText, focusFaults, headingFaults, motion, pictureFaults, repeatedIds, shownThoughHidden, smallTargets, spaceText,
  tabOrderFaults, unspaceText,
} from "./in-page.mjs";
import { isAsKept } from "./kept.mjs";
import { REVIEWED } from "./reviewed.mjs";
import { SCENES, arriveAt, duty } from "./scenes.mjs";
import { DEMO, WIDTHS, folderOf, leave, openForTests, tool } from "./the-page.mjs";

const FIRST_SIGHT = 400;
const [NARROWEST] = WIDTHS;
const WIDEST = WIDTHS.at(-1);
const HEIGHT = 900;
/** A window of 1280 by 1024 at 400 per cent. */
const ZOOMED = { width: 320, height: 256 };
const SMALLEST_TARGET = 24;
const [LEAST_CONTRAST, LEAST_OF_SHAPES] = [4.5, 3];
const SCREENSHOTS = folderOf("target/screenshots/");
const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const IN_OWN_COLOURS = ["start", "guide-error", "guide-answer-settled", "actions-table", "quarter-report"];
const WITH_PICTURES = ["guide-answer-settled", "quarter-report", "rules-document"];
const MOST_SAID = 300;

const env = openForTests();
const { AxeBuilder } = tool("@axe-core/playwright");
mkdirSync(SCREENSHOTS, { recursive: true });

const doubtsMet = new Set();
const classesMet = new Set();
let frame;

for (const scene of SCENES) {
  test(`the screen ${scene.name}`, async (run) => {
    const page = await arriveAt(scene, env);
    const faults = async (check, ...given) => assert.deepEqual(cut(await page.evaluate(check, ...given)), []);
    const asMedia = async (media, usual, check) => {
      await page.emulateMedia(media);
      await check();
      await page.emulateMedia(usual);
    };

    await run.test("check 19: its title and its accessibility tree are as they are kept", async () => {
      const tree = await page.locator(scene.name === "start" ? "body" : "main").ariaSnapshot();
      isAsKept(`snapshots/${scene.name}.yml`, `# ${await page.title()}\n${tree}`);
    });
    await run.test("check 1: the 999 line comes first at 320, 768 and 1200 px and in print", async () => {
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: HEIGHT });
        await immediateDangerComesFirst(page, width);
        await page.screenshot({ path: join(SCREENSHOTS, `${scene.name}-${width}.png`), fullPage: true });
      }
      await asMedia({ media: "print" }, { media: "screen" }, () => immediateDangerComesFirst(page, WIDEST));
    });
    await run.test("check 22: the order of the Tab key is the order that is seen", () => faults(tabOrderFaults));
    await run.test("check 20: nothing is cut off at 320, 768 and 1200 px, nor at 400 per cent (320 by 256 px)", async () => {
      for (const size of [...WIDTHS.map((width) => ({ width, height: HEIGHT })), ZOOMED]) {
        await page.setViewportSize(size);
        await nothingIsCutOff(page, size.width);
      }
      await faults(clippedText);
    });
    await run.test("check 21: what has the focus is seen, is not covered, and changes nothing by it", () => faults(focusFaults));
    await run.test("check 23: nothing is cut off with the text spacing of WCAG 1.4.12", async () => {
      await page.evaluate(spaceText);
      await nothingIsCutOff(page, ZOOMED.width);
      await faults(clippedText);
      await page.evaluate(unspaceText);
    });
    await page.setViewportSize({ width: NARROWEST, height: HEIGHT });
    await run.test("check 23: words stand out in a reader's own colours", () =>
      asMedia({ forcedColors: "active" }, { forcedColors: "none" }, async () => {
        await faults(faintText, LEAST_CONTRAST);
        if (IN_OWN_COLOURS.includes(scene.name)) await page.screenshot({ path: join(SCREENSHOTS, `${scene.name}-own-colours.png`), fullPage: true });
      }));
    await run.test("check 23: nothing moves where a reader wants no motion", () => asMedia({ reducedMotion: "reduce" }, { reducedMotion: "no-preference" }, () => faults(motion)));
    await run.test("check 21: every target is 24 by 24 px or stands apart", () => faults(smallTargets, SMALLEST_TARGET));
    await run.test("check 17: nothing that is hidden shows", () => faults(shownThoughHidden));
    await run.test("check 16: no description is missing, or speaks of an error that is not there", () => faults(brokenDescriptions));
    await run.test("check 24: each picture is hidden from readers, in a figure with its conclusion, its data beside it", () => faults(pictureFaults));
    await run.test("one h1, no level of heading left out, no id twice", async () => {
      await faults(headingFaults);
      await faults(repeatedIds);
    });
    for (const name of await page.evaluate(() => [...document.querySelectorAll("[class]")].flatMap(({ classList }) => [...classList]))) classesMet.add(name);
    await run.test("the parts around the screen are the same on each", async () => {
      const around = await page.locator("header, footer").allTextContents();
      frame ??= around;
      assert.deepEqual(around, frame);
    });
    await run.test("check 13: axe finds nothing, and its doubts are reviewed ones", async () => {
      const rules = { "label-content-name-mismatch": { enabled: true } };
      // At its end the bar at the foot of the screen stands below what it would cover elsewhere.
      await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
      // In the page itself, which holds no page of anybody else's.
      const { violations, incomplete } = await new AxeBuilder({ page }).options({ rules }).withTags(AXE_TAGS).setLegacyMode().analyze();
      assert.deepEqual(violations.map(said), []);
      assert.deepEqual((await Promise.all(incomplete.map((doubt) => unreviewed(page, doubt)))).flat(), []);
    });
    await run.test("words and pictures stand out on a dark screen too", () =>
      asMedia({ colorScheme: "dark" }, { colorScheme: "light" }, async () => {
        const { violations } = await new AxeBuilder({ page }).withRules(["color-contrast", "link-in-text-block"]).setLegacyMode().analyze();
        assert.deepEqual(violations.map(said), []);
        await faults(faintText, LEAST_CONTRAST);
        if (WITH_PICTURES.includes(scene.name)) await faults(faintShapes, LEAST_OF_SHAPES);
      }));
    await run.test("check 29: nothing that was typed stays in the address, the title or the browser's stores", async () => {
      if (scene.question) await assertNamesTheViewAlone(page);
      await assertNothingTypedStays(page);
    });
    await run.test("checks 34 and 36: nothing leads elsewhere with what was entered, and no frame is made", () => assertOpenToNobodyElse(page));
    await leave(page);
  });
}

test("check 19: each accessibility tree that is kept is one of a screen", () => {
  assert.deepEqual(readdirSync(folderOf("tests/page/snapshots/")).sort(), SCENES.map(({ name }) => `${name}.yml`).sort());
});

test("check 13: each doubt of axe that was reviewed is still there", () => {
  assert.deepEqual(REVIEWED.filter((reviewed) => !doubtsMet.has(reviewed)), []);
});

test("what a screen uses of the tools' styles is in the page's own", () => {
  const { css } = tool("sass").compile(folderOf("www-demo/app/style.scss"), { loadPaths: [folderOf("pkg-config/node_modules/")], quietDeps: true });
  const classesIn = (text) => new Set([...text.matchAll(/\.(govuk-[\w-]+)/g)].map(([, name]) => name));
  const [all, kept] = [css, readFileSync(join(DEMO, "style.css"), "utf8")].map(classesIn);
  assert.ok(all.size > kept.size);
  assert.deepEqual([...classesMet].filter((name) => all.has(name) && !kept.has(name)), []);
});

test("on paper the 999 line stays, parts are open, and buttons are gone", async () => {
  const page = await arriveAt(SCENES.find(({ name }) => name === "guide-answer-settled"), env);
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await page.screenshot({ path: join(SCREENSHOTS, "guide-answer-settled-print.png"), fullPage: true });
  assert.ok(await page.getByText("call 999 now").isVisible());
  assert.ok(await page.getByText("Not counted: bank holiday: Christmas Day").isVisible());
  assert.ok(!(await duty(page, "proforma").getByText("6 more rules behind this").isVisible()));
  assert.equal(await page.locator("article .on-paper", { hasText: "Not asked" }).count(), 0, "nothing is said of whom nobody has said anything about");
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

const cut = (faults) => faults.map((fault) => String(fault).slice(0, MOST_SAID));

function said({ id, nodes }) {
  return `${id}: ${nodes.map(({ html }) => html).join(" ")}`;
}

/** The elements of a doubt that no reason stands for. */
async function unreviewed(page, { id, nodes }) {
  const left = [];
  for (const { target, html } of nodes) {
    const reasons = REVIEWED.filter(({ rule }) => rule === id);
    const met = await page.evaluate(([selector, places]) => places.map((place) => document.querySelector(selector).matches(place)), [target.at(-1), reasons.map(({ where }) => where)]);
    const reason = reasons.find((_, index) => met[index]);
    if (reason) doubtsMet.add(reason);
    else left.push(`${id}: ${html}`);
  }
  return left;
}
