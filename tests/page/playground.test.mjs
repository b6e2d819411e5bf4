// The page for authors of packs: from a pack that is begun to the file that a portal loads, as somebody who has never written one.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { workshop } from "../door/sealed.mjs";
import { brokenDescriptions, clippedText, faintText, focusFaults, headingFaults, repeatedIds, shownThoughHidden, smallTargets } from "./in-page.mjs";
import { DEMO, NOW, folderOf, keptForOffline, leave, library, openForTests, press, tool, visit } from "./the-page.mjs";

const SCREENSHOTS = folderOf("target/screenshots/playground/");
const WIDTHS = [320, 375, 768, 1200];
const HEIGHT = 900;
const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const [SMALLEST_TARGET, LEAST_CONTRAST] = [24, 4.5];
const LARKMOOR = { name: "Larkmoor", title: "From a concern to a meeting", cites: "Working Together (2026)", hold: "within 24 hours", at: "Paragraph 1.1", words: "within 24 hours" };
const BEGUN = { ...LARKMOOR, checked: "2026-12-23", force: "must" };
/** What was offered just now is not taken yet: somebody may only have gone on writing. */
const TAKEN_FROM_MS = 100;
/** Where the width is another one, the editor counts its lines anew. */
const DRAWN_AFTER_MS = 150;
/** A Monday. */
const IDENTIFIED = "2026-03-02T09:00";

const env = openForTests();
const { AxeBuilder } = tool("@axe-core/playwright");
mkdirSync(SCREENSHOTS, { recursive: true });

async function arrive() {
  const page = await visit(env, "playground/");
  // The editor counts on time that passes.
  await page.clock.setSystemTime(NOW);
  await says(page, "No doubts. Rules: 1, examples that hold: 2");
  return page;
}

const state = (page) => page.locator("#state");
const says = (page, text) => state(page).filter({ hasText: text }).waitFor();
const line = (page, text) => page.locator(".cm-line", { hasText: text });
const lit = (page) => page.locator(".cm-lit").allTextContents();
/** The text in the editor; only what is in sight is in the page. */
const written = async (page) => (await page.locator(".cm-line").allTextContents()).join("\n");

async function begin(page) {
  await page.getByText("Begin a new pack").click();
  const labels = { name: "What is your partnership called?", title: "What is the document called?", cites: "Which national guidance", hold: "How soon must a strategy meeting be held?", at: "Where does it say so?", words: "In which words?" };
  for (const [name, label] of Object.entries(labels)) await page.getByLabel(label).fill(LARKMOOR[name]);
  await press(page, "Begin");
  await says(page, "A new pack was begun.");
}

/** Another line in the place of one, as it is typed. */
async function retype(page, before, after) {
  await line(page, before).click();
  await page.keyboard.press("End");
  await page.keyboard.press("Shift+Home");
  await page.keyboard.type(after);
}

async function fillIn(page) {
  await page.getByLabel("When did a professional first record this concern?").fill(IDENTIFIED);
  await page.getByLabel("When was the referral received?").fill(IDENTIFIED);
  for (const field of await page.locator("#fields label > select").all()) if (await field.isVisible()) await field.selectOption("no");
}

async function downloaded(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), press(page, button)]);
  return [download.suggestedFilename(), await readFile(await download.path())];
}

test("a pack is begun, a mistake is told at its line with its help, and mended it answers, with the rules that hold lit up", async () => {
  const page = await arrive();
  await begin(page);
  assert.equal(await page.evaluate(() => document.querySelector("#editor").contains(document.activeElement)), true, "the cursor is in the text");
  await fillIn(page);
  const answer = page.locator("#answer .heading");
  const toml = workshop.beginToml(BEGUN);
  const facts = { area: "larkmoor", concernsIdentifiedAt: IDENTIFIED, referralReceivedAt: IDENTIFIED, concerns: { seriousRisk: false, penetrativeSexualAbuse: false, immediateActionRequired: false, immediateProtectionNeeded: false } };
  library.loadPack(workshop.sealPack(workshop.checkToml(toml).pack));
  await answer.filter({ hasText: library.classifyConcern(facts).answer.heading.split(",")[0] }).waitFor();
  assert.match(await answer.innerText(), /by Tuesday 3 March 2026 at 09:00, within 24 hours/);
  assert.equal((await lit(page))[0], "[[classify_concern]]");
  assert.equal((await lit(page)).length, 8);
  assert.match(await page.locator("#answer .rules .lit").first().innerText(), /^Decides the answer LARKMOOR-1\n/);

  await retype(page, "hold  =", 'hold = "in a day"');
  await says(page, "One doubt");
  const { doubts: [doubt] } = workshop.checkToml(toml.replace('hold  = "within 24 hours"', 'hold = "in a day"'));
  assert.match(await page.locator("#doubts li").innerText(), new RegExp(`^Line ${doubt.line} `));
  assert.ok((await page.locator("#doubts li").innerText()).includes(doubt.message));
  assert.equal(await page.locator(".cm-lintRange-error").innerText(), '"in a day"');
  assert.ok(await page.getByText("What is answered here is of the pack as it was before them.").isVisible());
  await press(page, "Download the sealed pack");
  await page.getByText("Mend the doubts first").waitFor();
  await check(page, "doubt");
  await press(page, `Line ${doubt.line}`);
  await page.keyboard.press("Shift+End");
  await page.keyboard.type('hold = "within 12 hours"');
  await says(page, "No doubts. Rules: 1");
  await answer.filter({ hasText: "by Monday 2 March 2026 at 21:00, within 12 hours" }).waitFor();
  assert.equal(await page.locator(".cm-lintRange-error, #doubts li").count(), 0);

  await press(page, "Compare");
  const changed = workshop.checkToml(await written(page)).pack;
  const { heading, regions } = workshop.comparePacks({ before: "multi-agency-meetings", after: changed });
  await page.getByRole("heading", { name: heading }).waitFor();
  assert.equal(await page.locator("#differences dl").count(), regions.length);
  assert.ok((await page.locator("#differences dl").first().innerText()).includes(regions[0].after));
  await check(page, "compared");

  const [name, text] = await downloaded(page, "Download the text (TOML)");
  assert.equal(name, "larkmoor.toml");
  assert.match(text.toString(), /^#:schema .*\n\n\[document\]\n/);
  assert.deepEqual(workshop.checkToml(text.toString()).pack, changed);
  const [sealedName, sealed] = await downloaded(page, "Download the sealed pack");
  assert.equal(sealedName, "larkmoor.pack");
  assert.deepEqual(Buffer.from(workshop.sealPack(changed)), sealed);
  await leave(page);
});

/** Nothing a reader or a keyboard would trip over, at each width and in both kinds of light. */
async function check(page, name) {
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: HEIGHT });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `${wide} px wide at ${width} px`);
      await page.waitForTimeout(DRAWN_AFTER_MS);
      await page.screenshot({ path: join(SCREENSHOTS, `${colorScheme}-${name}-${width}.png`), fullPage: true });
    }
    const { violations } = await new AxeBuilder({ page }).withTags(AXE_TAGS).setLegacyMode().analyze();
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`), []);
    for (const fault of [headingFaults, repeatedIds, brokenDescriptions, shownThoughHidden, focusFaults]) assert.deepEqual(await page.evaluate(fault), [], fault.name);
    assert.deepEqual(await page.evaluate(smallTargets, SMALLEST_TARGET), []);
    assert.deepEqual(await page.evaluate(faintText, LEAST_CONTRAST), []);
  }
  await page.setViewportSize({ width: WIDTHS[0], height: HEIGHT });
  assert.deepEqual(await page.evaluate(clippedText), []);
}

test("by key alone: into the text and out of it, to a doubt, and the fields that may stand there", async () => {
  const page = await arrive();
  const isIn = () => page.evaluate(() => document.querySelector("#editor").shadowRoot.activeElement !== null);
  await page.getByLabel("Open a pack that you have (TOML)").focus();
  await page.keyboard.press("Tab");
  assert.equal(await isIn(), true);
  await page.keyboard.press("Tab");
  assert.equal(await isIn(), false, "the Tab key is no trap");
  await page.keyboard.press("Shift+Tab");
  assert.equal(await isIn(), true);
  await page.keyboard.press("Control+End");
  await page.keyboard.type("\n[[classify_concern]]\nre");
  await page.keyboard.press("Control+Space");
  const offered = page.getByRole("listbox", { name: "Completions" }).getByRole("option");
  await offered.filter({ hasText: "reading" }).waitFor();
  await page.waitForTimeout(TAKEN_FROM_MS);
  await page.keyboard.press("Enter");
  await page.keyboard.type('"Ours."\nforce = "');
  await page.keyboard.press("Control+Space");
  await offered.filter({ hasText: "should" }).waitFor();
  assert.deepEqual(await offered.allInnerTexts(), ['"may"', '"must"', '"should"']);
  await page.waitForTimeout(TAKEN_FROM_MS);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  assert.match(await written(page), /\[\[classify_concern\]\]\nreading = "Ours."\nforce = "must"/);
  const { doubts: [doubt] } = workshop.checkToml(await written(page));
  await page.locator("#doubts li", { hasText: doubt.message }).waitFor();
  const marked = await page.locator(".cm-lintRange-error").first().innerText();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("F8");
  await page.waitForFunction((marked) => document.querySelector("#editor").shadowRoot.getSelection().toString() === marked, marked);
  await leave(page);
});

test("it is kept for use without a network, sends nothing, and a reload loses nothing", async () => {
  const page = await arrive();
  await page.evaluate(() => navigator.serviceWorker.ready);
  // The page for practitioners keeps itself too, and leaves what this one keeps.
  await page.goto(env.server.address);
  await keptForOffline(page);
  await page.context().setOffline(true);
  await page.goto(`${env.server.address}playground/`);
  await says(page, "No doubts");
  await retype(page, "title ", 'title = "Another title"');
  await says(page, "No doubts");
  await page.reload();
  await says(page, "No doubts");
  assert.match(await written(page), /title = "Another title"/);
  await fillIn(page);
  await page.locator("#answer .heading", { hasText: "within 2 working days" }).waitFor();
  const { origin } = new URL(env.server.address);
  assert.deepEqual(page.requests.filter((url) => !url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url)), []);
  assert.equal(await page.evaluate(() => fetch("main.js").then(() => "sent", () => "refused")), "refused");
  assert.ok(page.faults.every((fault) => fault.includes("Content Security Policy")), page.faults.join());
  await page.context().close();
});

test("a pack in a file is opened, in place of the one before; one that is too large is refused", async () => {
  const page = await arrive();
  const open = (name, buffer) => page.getByLabel("Open a pack that you have (TOML)").setInputFiles({ name, mimeType: "application/toml", buffer });
  const file = readFileSync(folderOf("pkg-config/npm/examples/wrenfold.toml"));
  await open("wrenfold.toml", file);
  const { rules, examples } = workshop.checkToml(file.toString());
  await says(page, `No doubts. Rules: ${rules}, examples that hold: ${examples}`);
  await page.getByLabel("The question").selectOption("list-attendees");
  await page.getByLabel("Which meeting is it?").selectOption("core-group");
  await page.locator("#answer .rules .lit").first().waitFor();
  assert.ok((await page.locator("#answer .heading").innerText()).length > 0);
  await open("long.toml", Buffer.alloc(1_000_001, "#"));
  await says(page, "This file is too large for a pack.");
  await leave(page);
});

test("the page for practitioners and the page about packs lead to it", async () => {
  const page = await visit(env);
  await page.getByRole("contentinfo").getByRole("link", { name: "Write your own pack" }).click();
  await page.getByRole("heading", { level: 1, name: "Write your partnership's pack" }).waitFor();
  await says(page, "No doubts");
  await page.getByRole("link", { name: "A partnership's own pack" }).click();
  await page.waitForURL("**/playground/own-pack.md");
  await leave(page);
  assert.doesNotMatch(readFileSync(join(DEMO, "safeguarding-rules.html"), "utf8"), /href="?playground/);
});
