// An answer turned over: the call that is shown makes it, and the element that is shown answers the same, for every kind of answer.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { serve } from "../../pkg-config/serve.mjs";
import { SEALED } from "../door/sealed.mjs";
import { TURNED_OVER } from "../../www-demo/app/words.js";
import { brokenDescriptions, clippedText, faintText, focusFaults, repeatedIds, smallTargets } from "./in-page.mjs";
import { SCENES, arriveAt, decisionOf } from "./scenes.mjs";
import { folderOf, keptForOffline, leave, openForTests, press, sidesOnPaper, tool, visit } from "./the-page.mjs";

const { AxeBuilder } = tool("@axe-core/playwright");
const PACKAGES = folderOf("pkg-config/packed/node_modules");
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'";
const HEIGHT = 900;
const SMALLEST_TARGET = 24;
const LEAST_CONTRAST = 4.5;
/** The views that answer. */
const VIEWS = ["guide", "which", "mdt", "tac", "professionals", "invited", "who", "actions", "sharing", "disagreement", "absent", "checklists", "quarter"];
const ELEMENTS = { classifyConcern: "sg-timescale", listAttendees: "sg-attendance", recordConsentBasis: "sg-basis", makeChecklist: "sg-checklist" };
/** One of each view that answers, and of each kind of its answer. */
const TURNED = [
  "guide-answer", "guide-answer-protect", "guide-answer-settled", "which-answer", "which-strategy", "mdt-answer", "tac-answer", "tac-review",
  "professionals-answer", "professionals-strategy", "invited-answer", "who-answer", "actions-answer", "sharing-answer", "disagreement-answer",
  "absent-answer", "checklists-list", "quarter-report",
];

const env = openForTests();
const folder = mkdtempSync(join(tmpdir(), "turned-over-"));
before(async () => {
  symlinkSync(PACKAGES, join(folder, "node_modules"));
  cpSync(join(PACKAGES, "safeguarding-rules"), join(folder, "portal/safeguarding-rules"), { recursive: true });
  env.portal = await serve(join(folder, "portal"), 0, () => ({ "Content-Security-Policy": POLICY }));
});
after(async () => {
  await env.portal?.close();
  rmSync(folder, { recursive: true, force: true });
});

const scene = (name) => SCENES.find((one) => one.name === name);
const code = (page, name) => page.getByRole("textbox", { name, exact: true });
const turn = (page) => page.locator("summary", { hasText: TURNED_OVER.title }).click();

/** A record is another one each time it is made: what it lacks is not. */
function withoutItsOwn({ answer: { record, ...answer }, ...decision }) {
  return JSON.parse(JSON.stringify({ ...decision, answer, missing: record?.missing }));
}

async function outcomeOf(name, call, first = "") {
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, `${first}\n${call}\nexport { decision };\n`);
  return (await import(pathToFileURL(file))).decision;
}

/** What an element says in a page in which nothing else stands. */
async function saidBy(page, name, markup) {
  const head = '<meta charset="utf-8"><title>Empty</title><link rel="icon" href="data:,"><link rel="stylesheet" href="safeguarding-rules/elements.css"><script type="module" src="safeguarding-rules/elements.js"></script>';
  writeFileSync(join(folder, "portal", `${name}.html`), `<!doctype html><html lang="en-GB"><head>${head}</head><body>${markup}</body></html>`);
  const portal = await page.context().newPage();
  const faults = [];
  portal.on("pageerror", (error) => faults.push(error.message));
  portal.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  // The element counts from the present moment, which is that of the answer.
  await portal.clock.setFixedTime(await page.evaluate(() => Date.now()));
  await portal.goto(`${env.portal.address}${name}.html`);
  await portal.locator("body > * > *").first().waitFor();
  const said = await portal.locator("body > *").evaluate(({ localName, error, decision }) => ({ localName, error, decision }));
  await portal.close();
  return { ...said, faults };
}

test("every view that answers is among them", () => {
  assert.deepEqual(VIEWS.filter((view) => !TURNED.some((name) => scene(name).route === `#/${view}`)), []);
});

for (const name of TURNED) {
  test(`${name}: the call gives the answer that is shown, and so does the element`, async () => {
    const page = await arriveAt(scene(name), env);
    await keptForOffline(page);
    const asked = page.requests.length;
    assert.equal(await code(page, TURNED_OVER.call).count(), 0, "closed until somebody opens it");
    await turn(page);
    const [call, shown] = [await code(page, TURNED_OVER.call).inputValue(), JSON.parse(await code(page, TURNED_OVER.answer).inputValue())];
    assert.equal(page.requests.length, asked, "nothing was asked of anybody");
    assert.deepEqual(JSON.parse(JSON.stringify(await outcomeOf(name, call))), shown);
    const [, question] = call.match(/^import \{ (\w+) \} from "safeguarding-rules";/);
    if (scene(name).question) assert.equal(question, scene(name).question);
    if (scene(name).facts) assert.deepEqual(withoutItsOwn(shown), withoutItsOwn(decisionOf(scene(name))));
    else {
      const { heading, items = [], required = [] } = shown.answer;
      const words = (await page.locator("main").textContent()).replace(/\s+/g, " ");
      // A list of boxes, and a page that speaks in sentences of its own, say no heading of the answer.
      const said = items.length + required.length > 0 ? [...items, ...required].map(({ text, label }) => text ?? label) : [heading];
      assert.ok(said.some((text) => words.toLowerCase().includes(text.toLowerCase())), said.join());
    }

    const element = code(page, TURNED_OVER.element);
    assert.equal(await element.count(), ELEMENTS[question] ? 1 : 0);
    if (ELEMENTS[question]) {
      const { localName, error, decision, faults } = await saidBy(page, name, await element.inputValue());
      assert.deepEqual([localName, error, faults], [ELEMENTS[question], null, []]);
      assert.deepEqual(withoutItsOwn(decision), withoutItsOwn(shown));
    }
    await leave(page);
  });
}

test("what was typed with quotation marks and signs of markup comes out of the call and the element as it went in", async () => {
  const typed = `the child's "plan" & <b>school</b> &amp; \\ \u2028 \${now}`;
  const page = await arriveAt(scene("sharing-answer"), env);
  await press(page, "Change answers");
  await page.getByLabel("What was shared?").fill(typed);
  for (const name of ["Continue", "Continue", "Make the record"]) await press(page, name);
  await turn(page);
  const { answer } = await outcomeOf("typed", await code(page, TURNED_OVER.call).inputValue());
  assert.equal(JSON.parse(answer.record.canonical).informationShared, typed);
  const { decision } = await saidBy(page, "typed", await code(page, TURNED_OVER.element).inputValue());
  const { id, createdAt, informationShared } = JSON.parse(decision.answer.record.canonical);
  assert.equal(informationShared, typed);
  assert.notEqual(id, answer.record.id, "a record that is made elsewhere is another record");
  assert.ok(createdAt);
  await leave(page);
});

test("an answer of a pack that was loaded here says so, and its call gives the same once the pack is loaded", async () => {
  const page = await visit(env, "#/settings");
  await page.getByLabel("Load a pack of your partnership").setInputFiles({ name: "our.pack", mimeType: "application/octet-stream", buffer: Buffer.from(SEALED) });
  await page.getByText("loaded by you or your portal").first().waitFor();
  await page.evaluate(() => (window.location.hash = "#/who"));
  await page.getByLabel("Our partnership", { exact: true }).check();
  await page.getByLabel("Strategy meeting or discussion").check();
  await press(page, "Show the answer");
  await turn(page);
  await page.getByText(TURNED_OVER.loaded).waitFor();
  writeFileSync(join(folder, "our.pack"), SEALED);
  const load = 'import { readFileSync } from "node:fs";\nimport { loadPack } from "safeguarding-rules";\nloadPack(readFileSync(new URL("our.pack", import.meta.url)));';
  const [call, shown] = [await code(page, TURNED_OVER.call).inputValue(), await code(page, TURNED_OVER.answer).inputValue()];
  await assert.rejects(outcomeOf("unloaded", call), { code: "bad-word", path: "area" });
  assert.deepEqual(JSON.parse(JSON.stringify(await outcomeOf("loaded", call, load))), JSON.parse(shown));
  await leave(page);
});

test("each piece is copied by its button; where that is refused the text is there to select", async () => {
  const page = await arriveAt(scene("who-answer"), env);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await turn(page);
  for (const [button, name] of [["copyCall", "call"], ["copyAnswer", "answer"], ["copyElement", "element"]]) {
    await press(page, TURNED_OVER[button]);
    await page.locator(".turned-over").getByRole("button", { name: "Copied", exact: true }).waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await code(page, TURNED_OVER[name]).inputValue());
    await page.clock.runFor(5000);
  }
  await page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error("refused"))));
  await press(page, TURNED_OVER.copyElement);
  assert.equal(await page.evaluate(() => document.activeElement.value), await code(page, TURNED_OVER.element).inputValue());
  await leave(page);
});

test("it is no part of a note, of the whole page as text, or of the paper; it says no short word of its own", async () => {
  const page = await arriveAt(scene("guide-answer-settled"), env);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const [sides, line] = [await sidesOnPaper(page), await page.getByText("Short words on this page").textContent()];
  await turn(page);
  await page.locator("summary", { hasText: "More to copy" }).click();
  for (const button of ["Copy note", "Copy whole note", "Copy everything on this page"]) {
    await press(page, button);
    const text = await page.evaluate(() => navigator.clipboard.readText());
    assert.ok(text.length > 100 && !text.includes("classifyConcern") && !text.toLowerCase().includes(TURNED_OVER.title.toLowerCase()), button);
  }
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".turned-over").isVisible(), false);
  assert.equal(await sidesOnPaper(page), sides);
  await page.emulateMedia({ media: "screen" });
  assert.equal(await page.getByText("Short words on this page").textContent(), line);
  await leave(page);
});

test("by key alone; and whoever turned one answer over reads the next one so too", async () => {
  const page = await arriveAt(scene("sharing-answer"), env);
  const summary = page.locator("summary", { hasText: TURNED_OVER.title });
  await summary.focus();
  await page.keyboard.press("Enter");
  for (const name of ["call", "answer", "element"]) {
    await page.keyboard.press("Tab");
    assert.ok(await code(page, TURNED_OVER[name]).evaluate((text) => text === document.activeElement), name);
    await page.keyboard.press("Control+End");
    assert.ok(await code(page, TURNED_OVER[name]).evaluate((text) => text.scrollTop + text.clientHeight >= text.scrollHeight - 2), `${name} is read to its end`);
    await page.keyboard.press("Tab");
  }
  await page.goto(`${env.server.address}#/which`);
  await press(page, "Continue");
  const which = await code(page, TURNED_OVER.call).inputValue();
  assert.match(which, /chooseMeeting\(/);
  await summary.click();
  assert.equal(await code(page, TURNED_OVER.call).isVisible(), false);
  await leave(page);
});

for (const colorScheme of ["light", "dark"]) {
  test(`${colorScheme}: opened, it is wide enough for its text, can be read, reached and pressed, and axe finds nothing`, async () => {
    const page = await arriveAt(scene("who-answer"), env);
    await page.emulateMedia({ colorScheme });
    await turn(page);
    for (const width of [320, 375, 768, 1200]) {
      await page.setViewportSize({ width, height: HEIGHT });
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width, `${width} px`);
      const isCut = await page.locator(".turned-over textarea").evaluateAll((texts) => texts.some((text) => text.scrollWidth > text.clientWidth));
      assert.equal(isCut, false, `every line is broken where it ends, at ${width} px`);
      for (const check of [clippedText, repeatedIds, brokenDescriptions]) assert.deepEqual(await page.evaluate(check), [], `${check.name} at ${width} px`);
      assert.deepEqual(await page.evaluate(smallTargets, SMALLEST_TARGET), []);
    }
    assert.deepEqual(await page.evaluate(faintText, LEAST_CONTRAST), []);
    assert.deepEqual(await page.evaluate(focusFaults), []);
    const { violations } = await new AxeBuilder({ page }).include(".turned-over").setLegacyMode().analyze();
    assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`), []);
    await leave(page);
  });
}
