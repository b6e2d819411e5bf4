// Pictures: nobody has to read them, everybody can see them, and their states are told apart by shape.

import assert from "node:assert/strict";
import { test } from "node:test";
import { SCENES, arriveAt } from "./scenes.mjs";
import { WIDTHS, leave, library, openForTests, scriptWith, visit } from "./the-page.mjs";

const LEAST_CONTRAST = 3;
const WHITE = [255, 255, 255];
const BESIDE_THE_PAGE = `
  import "./main.js";
  import { make } from "safeguarding-rules/parts";
  import { countedCalendar } from "./pictures/calendar.js";
  import { deadlinePicture } from "./pictures/deadlines.js";
  import { journeyStrip } from "./pictures/journey.js";
  import { quarterBars, runChart } from "./pictures/quarter.js";
  import { ruleFlow } from "./pictures/rule-flow.js";
  const pictures = { countedCalendar, deadlinePicture, journeyStrip, quarterBars, runChart, ruleFlow };
  window.draw = (name, ...given) => document.getElementById("main").replaceChildren(make("div", null, pictures[name](...given)));
`;

const STATES = ["next", "due", "done", "waiting", "late"];
const ROWS = STATES.map((state, index) => ({ label: `Duty ${index}`, from: "2026-12-23T09:05", due: `2027-01-0${index + 1}T23:59:59+00:00`, says: `says ${state}`, state }));
const HOURS = [{ label: "Proforma", from: "2026-12-23T22:05", due: "2026-12-23T23:05", says: "11:05pm", state: "next" }, { label: "Response", from: "2026-12-23T22:05", due: "2026-12-24T10:00", says: "10am", state: "due" }];
const RULES = [
  { id: "A-1", sentence: "Hold it the same day.", force: "must", conditions: ["Is there a serious risk of harm?", "Is forensic evidence needed?"], outcome: "The same day" },
  { id: "A-2", sentence: "Hold it within 3 working days.", force: "should", conditions: [] },
  { id: "A-3", sentence: "Others may take part.", force: "may", conditions: [] },
];

/** A quarter in which one agency came to every other meeting, and another returned fewer than five forms. */
function quarter(from, until, every) {
  const meetings = Array.from({ length: 12 }, (_, index) => ({
    ref: `M${index}`, endedAt: `${from}T12:00`, settled: true,
    agencies: [
      { agency: "police", requested: true, attended: index % every === 0, formReturned: true },
      { agency: "health", requested: true, attended: true, formReturned: index < 3 },
    ],
  }));
  return library.reportQuarter({ area: "county-durham", from, until, meetings, audience: "public" }).answer;
}
const QUARTERS = [{ label: "Apr to Jun", from: "2026-04-01", answer: quarter("2026-04-01", "2026-06-30", 2) }, { label: "Jul to Sep", from: "2026-07-01", answer: quarter("2026-07-01", "2026-09-30", 1) }];
const COUNTED = library.classifyConcern({ area: "generic", othersConsidered: true, concernsIdentifiedAt: "2026-12-23" }).answer.counted;

const PICTURES = [
  ["deadlinePicture", ROWS],
  ["countedCalendar", COUNTED],
  ["journeyStrip", ["Referral", "Strategy meeting"], 1],
  ["quarterBars", QUARTERS[1].answer],
  ["runChart", QUARTERS],
  ["ruleFlow", RULES],
];

const env = openForTests();

async function drawn(name, ...given) {
  const page = await visit(env, "", { script: await scriptWith(BESIDE_THE_PAGE) });
  await page.evaluate(([name, given]) => window.draw(name, ...given), [name, given]);
  return page;
}

const shownText = (page) => page.locator("svg.picture__canvas:visible").evaluateAll((pictures) => pictures.map((picture) => [...picture.querySelectorAll("text")].map((text) => text.textContent)).flat());

for (const [name, ...given] of PICTURES) {
  test(`check 24: ${name} is one picture for each width, with a conclusion, and no word of it is cut off`, async () => {
    const page = await drawn(name, ...given);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      assert.equal(await page.locator("svg.picture__canvas:visible").count(), 1);
      const box = await page.locator("svg.picture__canvas:visible").boundingBox();
      const outside = await page.locator("svg.picture__canvas:visible text").evaluateAll((texts, box) => texts.map((text) => [text.textContent, text.getBoundingClientRect()]).filter(([, rect]) => rect.left < box.x - 1 || rect.right > box.x + box.width + 1).map(([text]) => text), box);
      assert.deepEqual(outside, [], `${name} at ${width} px`);
      const small = await page.locator("svg.picture__canvas:visible text").evaluateAll((texts) => texts.filter((text) => text.getBoundingClientRect().height < 10).map((text) => text.textContent));
      assert.deepEqual(small, [], `${name} at ${width} px`);
    }
    assert.equal(await page.locator("svg[aria-hidden=true]").count(), await page.locator("main svg").count());
    assert.ok((await page.locator("figcaption").textContent()).length > 20);
    await leave(page);
  });
}

test("check 24: what is drawn stands out three to one, and states differ in shape, not in colour alone", async () => {
  const page = await drawn("deadlinePicture", ROWS);
  await page.emulateMedia({ media: "screen" });
  const inks = await page.evaluate(() => {
    const ink = (selector, property) => [...document.querySelectorAll(`.picture__canvas--wide ${selector}`)].map((element) => getComputedStyle(element)[property]);
    return [...ink(".picture__bar", "stroke"), ...ink(".picture__sign", "fill"), ...ink(".picture__ring", "stroke"), ...ink(".picture__stripe", "stroke")];
  });
  assert.ok(inks.length > STATES.length);
  for (const ink of inks) assert.ok(contrast(ink.match(/\d+/g).map(Number), WHITE) >= LEAST_CONTRAST, ink);
  const outlines = await page.evaluate((states) => {
    const signs = [...document.querySelectorAll(".picture__canvas--wide .picture__bar")].map((bar) => {
      const shapes = [];
      for (let next = bar.nextElementSibling; next && next.localName !== "text"; next = next.nextElementSibling) shapes.push(`${next.localName} ${(next.getAttribute("d") ?? "").replace(/^M\S+ \S+?(?=[a-z])/, "")}`);
      return [bar.getAttribute("class"), shapes.join(" + ")];
    });
    return states.map((state) => signs.find(([name]) => name.endsWith(`--${state}`))[1]);
  }, STATES);
  assert.equal(new Set(outlines).size, STATES.length, outlines.join("; "));
  const words = await page.locator("figcaption").textContent();
  for (const word of ["Diamond", "Square", "Tick", "Ring and dashes", "Cross", "Striped"]) assert.ok(words.includes(word), word);
  await leave(page);
});

test("check 23: where a reader's own colours hold, bars, signs and words keep their own", async () => {
  const page = await drawn("deadlinePicture", ROWS);
  await page.emulateMedia({ forcedColors: "active" });
  const [text, ground] = await page.evaluate(() => ["canvastext", "canvas"].map((name) => {
    document.body.style.setProperty("color", name);
    return getComputedStyle(document.body).color;
  }));
  assert.notEqual(text, ground);
  const fills = await page.locator(".picture__canvas--wide .picture__text").evaluateAll((texts) => [...new Set(texts.map((text) => getComputedStyle(text).fill))]);
  assert.deepEqual(fills, [text]);
  await leave(page);
});

test("the deadline picture crosses the end of the year with both months, and stripes the days that do not count", async () => {
  const page = await drawn("deadlinePicture", ROWS);
  const text = await shownText(page);
  for (const month of ["December 2026", "January 2027"]) assert.ok(text.includes(month), text.join());
  for (const { says } of ROWS) assert.ok(text.includes(says), says);
  // Christmas to the substitute day after it, New Year and the weekend behind it.
  assert.equal(await page.locator(".picture__canvas--wide rect[fill^=url]").count(), 7);
  await leave(page);
});

test("where all is a matter of hours the picture counts hours", async () => {
  const page = await drawn("deadlinePicture", HOURS);
  const text = await shownText(page);
  assert.ok(text.includes("midnight") && text.some((word) => /^\d+am$/.test(word)), text.join());
  assert.ok(text.some((word) => word.startsWith("Thursday 24")), text.join());
  await leave(page);
});

test("each bar begins at its own start", async () => {
  const page = await drawn("deadlinePicture", [{ ...ROWS[0], from: "2026-12-23" }, { ...ROWS[1], from: "2026-12-29" }]);
  const [first, second] = await page.locator(".picture__canvas--wide .picture__bar").evaluateAll((bars) => bars.map((bar) => Number(bar.getAttribute("x1"))));
  assert.ok(second > first + 100, `${first}, ${second}`);
  await leave(page);
});

test("the calendar numbers the days of the limit and stripes the others", async () => {
  const page = await drawn("countedCalendar", COUNTED);
  const text = await shownText(page);
  for (const word of ["start", "day 1", "day 2", "day 3"]) assert.ok(text.includes(word), word);
  assert.equal(await page.locator("rect[fill^=url]").count(), COUNTED.filter(({ counts, why }) => !counts && !why.includes("day 0")).length);
  assert.equal(await page.locator("figcaption").textContent(), "Day 3 is the last day. 4 days are striped and not counted.");
  await leave(page);
});

test("the quarter says how many of how many, keeps small counts back, and has its numbers in a table", async () => {
  const page = await drawn("quarterBars", QUARTERS[1].answer);
  const text = await shownText(page);
  assert.ok(text.includes("12 of 12"), text.join());
  assert.ok(text.includes("not shown"), text.join());
  assert.ok(!text.includes("3 of 12"));
  assert.match(await page.locator("figcaption").textContent(), /^12 meetings are counted\. .*Small counts, and what they could be worked out from, are not shown, so that no child can be recognised\.$/);
  const rows = QUARTERS[1].answer.measures.flatMap(({ rows }) => rows);
  assert.equal(await page.locator("tbody tr").count(), rows.length);
  await leave(page);
});

test("the run chart joins the quarters, and says what moved most", async () => {
  const page = await drawn("runChart", QUARTERS);
  assert.match(await page.locator("figcaption").textContent(), /Moved most: attendance at strategy meetings, by agency \(police\), from 50 to 100\./);
  assert.ok(await page.getByRole("cell", { name: "50 per cent (6 of 12)" }).isVisible());
  await leave(page);
});

test("the flow of rules leads from what is asked to what is owed, and shows each force by its line", async () => {
  const page = await drawn("ruleFlow", RULES);
  const text = (await shownText(page)).join(" ");
  for (const said of ["Is there a serious risk of harm? And: Is forensic evidence needed?", "A-1", "The same day", "Always", "Hold it within 3 working days."]) assert.ok(text.includes(said), `${said}: ${text}`);
  const lines = await page.locator(".picture__canvas--wide [class*='box--m'], .picture__canvas--wide [class*='box--should']").evaluateAll((boxes) => boxes.map((box) => `${getComputedStyle(box).strokeWidth} ${getComputedStyle(box).strokeDasharray}`));
  assert.equal(new Set(lines).size, RULES.length, lines.join("; "));
  await leave(page);
});

test("the rule book shows the flow of a document's rules", async () => {
  const page = await visit(env, "#/rules/multi-agency-meetings");
  await page.locator("summary", { hasText: "The rules that lead to a time" }).click();
  assert.ok((await shownText(page)).includes("TR-T2a"));
  await leave(page);
});

test("the journey says where the case is", async () => {
  const page = await arriveAt(SCENES.find(({ name }) => name === "guide-answer"), env);
  assert.ok(await page.getByText("You are here: strategy meeting or discussion, step 2 of 4.").isVisible());
  assert.equal(await page.locator("ol li[aria-current=step]").textContent(), "Strategy meeting or discussion (you are here)");
  await leave(page);
});

function contrast(one, other) {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour) {
  const [red, green, blue] = colour.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
