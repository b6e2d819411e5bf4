// An answer as a PDF, read by another program: whose words it is, which version, which page of how many, and tagged for those who
// listen to it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { SCENES, arriveAt, decisionOf } from "./scenes.mjs";
import { NOW, leave, library, openForTests, tool } from "./the-page.mjs";

const { getDocumentProxy } = tool("unpdf");
const { AxeBuilder } = tool("@axe-core/playwright");
const SHEETS = 2;
const PRINTED = ["guide-answer", "guide-answer-protect", "guide-answer-settled"];
const FOR_THE_SCREEN = ["Copy note", "Copy whole note", "Add to calendar", "Download a", "Print", "Change answers", "Start again", "Skip to main content"];

const env = openForTests();

test("check 37: a printed answer is tagged, on two sheets at most, each with its number, and names its source, its version and when it was worked out", async () => {
  for (const name of PRINTED) {
    const page = await arriveAt(SCENES.find((scene) => scene.name === name), env);
    const { isTagged, sheets, roles, outline } = await read(await page.pdf({ format: "A4", tagged: true, outline: true }));
    assert.ok(sheets.length <= SHEETS, `${name}: ${sheets.length} sheets`);
    for (const [index, text] of sheets.entries()) assert.ok(text.includes(`Page ${index + 1} of ${sheets.length}`), text);
    assert.ok(isTagged, name);
    for (const role of ["H1", "H2", "L", "Table", "TH"]) assert.ok(roles.has(role), `${name}: no ${role}`);
    assert.deepEqual(outline.map(({ title }) => unspaced(title)), [unspaced(await page.locator("h1").innerText())]);
    const whole = sheets.join(" ");
    const { basis } = decisionOf(SCENES.find((scene) => scene.name === name));
    const said = basis.packs.flatMap(({ title, label, version, hash }) => [title, label, `version ${version}, ${hash.slice(0, 12)}`]);
    for (const words of [...said, "Worked out on Wednesday 23 December 2026", "call 999 now", `Library version ${basis.engine}`]) assert.ok(whole.includes(words), `${name}: ${words}`);
    for (const words of FOR_THE_SCREEN) assert.ok(!whole.includes(words), `${name}: ${words}`);
    await leave(page);
  }
});

test("check 37: on paper each word stands out by its lightness alone, as in greyscale", async () => {
  const page = await arriveAt(SCENES.find(({ name }) => name === "guide-answer-settled"), env);
  await page.emulateMedia({ media: "print" });
  const { violations, passes } = await new AxeBuilder({ page }).withRules(["color-contrast"]).analyze();
  assert.deepEqual(violations, []);
  assert.ok(passes[0].nodes.length > 50);
  await leave(page);
});

// Nobody comes back before the page is printed: nothing tells the page of the time but the printing itself.
test("left open and then printed, the paper says what is true then", async (run) => {
  const scene = SCENES.find(({ name }) => name === "guide-answer-settled");
  const page = await arriveAt(scene, env);
  const duties = { area: "county-durham", meetingType: "strategy", decisionAt: "2026-12-23T09:05", spocRequestAt: "2026-12-23T09:05", meetingStart: "2026-12-23T15:00", done: { proforma: { at: "2026-12-23T09:50" } } };
  let lateBefore = 0;
  for (const [what, now] of [["from the start", NOW], ["over a limit", "2026-12-23T15:01Z"], ["over midnight", "2026-12-24T00:00Z"], ["for three days", "2026-12-26T10:05Z"]]) {
    await run.test(what, async () => {
      await page.clock.setFixedTime(now);
      const paper = await onPaper(page);
      const { heading } = library.classifyConcern({ ...scene.facts, now }).answer;
      const { heading: next, deadlines } = library.listDeadlines({ ...duties, now }).answer;
      for (const words of [heading, next]) assert.ok(paper.includes(unspaced(words)), words);
      const late = paper.split(unspaced("Do it now and record why it was late.")).length - 1;
      assert.equal(late, deadlines.filter(({ overdue }) => overdue).length);
      assert.equal(late > lateBefore, what === "over a limit");
      lateBefore = late;
    });
  }
  await leave(page);
});

/** Where its line breaks, the browser leaves a space out. */
const unspaced = (text) => text.replace(/\s/g, "");

async function onPaper(page) {
  const { sheets } = await read(await page.pdf({ format: "A4", tagged: true }));
  return unspaced(sheets.join(" "));
}

async function read(pdf) {
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const pages = await Promise.all(Array.from({ length: document.numPages }, (_, index) => document.getPage(index + 1)));
  const wordsOf = async (page) => (await page.getTextContent()).items.map(({ str }) => str).join(" ").replace(/\s+/g, " ").replace(/- (?=\S)/g, "-");
  const { Marked: isTagged } = await document.getMarkInfo();
  return {
    isTagged,
    sheets: await Promise.all(pages.map(wordsOf)),
    roles: new Set((await Promise.all(pages.map((page) => page.getStructTree()))).flatMap(rolesIn)),
    outline: await document.getOutline(),
  };
}

function rolesIn({ role, children = [] }) {
  return [role, ...children.filter((child) => child.role).flatMap(rolesIn)];
}
