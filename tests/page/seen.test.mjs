// Faults that are seen and that no rule of accessibility names, and what is taken away in files.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";
import { SCENES, arriveAt, duty, giveTime, throughTheGuide } from "./scenes.mjs";
import { folderOf, leave, openForTests, press, sidesOnPaper, tool, visit } from "./the-page.mjs";

const env = openForTests();
const ICAL = tool("ical.js").default ?? tool("ical.js");
const papaparse = tool("papaparse");
const ZOOMED = { width: 320, height: 256 };
const scene = (name) => SCENES.find((one) => one.name === name);

async function downloaded(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), press(page, button)]);
  return readFile(await download.path(), "utf8");
}

for (const name of ["invited-answer", "mdt-answer", "who-answer", "checklists-list", "quarter-report", "rules-document"]) {
  test(`every word of the screen ${name} is in one family of letters, and one way of writing apostrophes`, async () => {
    const page = await arriveAt(scene(name), env);
    const families = await page.evaluate(() => {
      const holdsText = (element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
      return [...new Set([...document.querySelectorAll("body *")].filter((element) => holdsText(element) && element.checkVisibility()).map((element) => getComputedStyle(element).fontFamily))];
    });
    assert.deepEqual(families, ["Helvetica, Arial, sans-serif"]);
    const quoted = (await page.locator("q").allTextContents()).join();
    const words = await page.locator("body").innerText();
    assert.ok(quoted.includes("\u2019") || !words.includes("\u2019"), words.match(/.{20}\u2019.{20}/)?.[0]);
    await leave(page);
  });
}

test("no word of the page's own is written with another apostrophe than the library's", async () => {
  for (const folder of ["", "parts/", "views/", "out/"].map((name) => `www-demo/app/${name}`)) {
    for (const name of (await readdir(folderOf(folder))).filter((name) => name.endsWith(".js"))) {
      assert.doesNotMatch(await readFile(folderOf(folder + name), "utf8"), /\u2019/, folder + name);
    }
  }
});

test("at the largest text no screen with a table or a form scrolls sideways", async () => {
  for (const name of ["guide-answer-settled", "who-answer", "actions-table", "quarter-report", "checklists-list", "sharing", "rules-document", "settings"]) {
    const page = await arriveAt(scene(name), env);
    await page.evaluate(() => (document.documentElement.dataset.textSize = "largest"));
    for (const width of [320, 375, 768, 1200]) {
      await page.setViewportSize({ width, height: 900 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= width, `${name} is ${wide} px wide at ${width} px`);
    }
    await leave(page);
  }
});

test("a table has the whole width of a wide window", async () => {
  const page = await arriveAt(scene("who-answer"), env);
  await page.setViewportSize({ width: 1200, height: 900 });
  const { width } = await page.locator("main table").first().boundingBox();
  assert.ok(width > 900, `${width}`);
  await leave(page);
});

test("a tag of force stands on what must or should be done, and on no sentence beside it", async () => {
  const page = await arriveAt(scene("guide-answer"), env);
  const tags = await page.locator("li.rule .govuk-tag").allInnerTexts();
  assert.ok(tags.length > 0);
  assert.ok(!tags.some((tag) => /\bmay$/.test(tag)), tags.join());
  await leave(page);
});

test("at 400 per cent each page of questions begins with its question in sight", async () => {
  const page = await visit(env, "#/guide");
  await page.setViewportSize(ZOOMED);
  await page.getByRole("radio", { name: "No", exact: true }).first().check();
  await press(page, "Continue");
  await page.getByRole("heading", { level: 1, name: "Whose procedure do you follow?" }).waitFor();
  const box = await page.locator("main h1").boundingBox();
  assert.ok(box.y >= 0 && box.y < ZOOMED.height / 2, `the question stands at ${box.y} px`);
  await leave(page);
});

test("on paper the quarter begins with its report", async () => {
  const page = await arriveAt(scene("quarter-report"), env);
  await page.emulateMedia({ media: "print" });
  const [danger, first] = (await page.evaluate(() => document.body.innerText)).trim().split(/\n+/);
  assert.match(danger, /call 999 now/);
  assert.match(first, /12 meetings are counted/);
  assert.ok(!(await page.getByLabel("Meetings (CSV or JSON)").isVisible()));
  assert.ok((await sidesOnPaper(page)) > 0);
  await leave(page);
});

test("a table for spreadsheets says what letters it is written in, and each date with the day first and as ISO has it", async () => {
  const page = await visit(env, "#/guide");
  await throughTheGuide(page, { others: true });
  await giveTime(page, "proforma", "When was it decided", "09:05");
  await duty(page, "proforma").getByText("10:05am").first().waitFor();
  const text = await downloaded(page, "Download as a table (CSV)");
  assert.ok(text.startsWith("\uFEFF"));
  const { data } = papaparse.parse(text, { header: true });
  assert.deepEqual([data[0].Date, data[0]["Date (ISO)"]], ["30/12/2026", "2026-12-30"]);
  const hour = data.find((row) => row["Date (ISO)"].includes("T"));
  assert.match(hour.Date, /^23\/12\/2026 \d\d:\d\d$/);
  for (const row of data) assert.equal(row.Date === "", row["Date (ISO)"] === "");
  const entries = new ICAL.Component(ICAL.parse(await downloaded(page, "Add to calendar"))).getAllSubcomponents("vevent").map((entry) => new ICAL.Event(entry));
  const timed = entries.filter(({ startDate }) => !startDate.isDate);
  assert.ok(timed.length > 0);
  for (const { startDate, endDate } of timed) assert.equal(endDate.toJSDate() - startDate.toJSDate(), 30 * 60 * 1000, "it ends at its deadline");
  assert.ok(timed.some(({ endDate }) => endDate.toJSDate().toISOString() === "2026-12-23T10:05:00.000Z"));
  await leave(page);
});

test("what is due by a moment names the moment, and never “by then” alone", async () => {
  for (const name of ["invited-answer", "mdt-answer", "tac-answer"]) {
    const page = await arriveAt(scene(name), env);
    assert.doesNotMatch(await page.locator("main").innerText(), /By then/, name);
    await leave(page);
  }
});
