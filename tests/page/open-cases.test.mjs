// A file of open cases becomes a list by what is due first, worked out where it was chosen.

import assert from "node:assert/strict";
import { test } from "node:test";
import { AREA, DURHAM } from "./scenes.mjs";
import { NOW, dateOf, leave, library, openForTests, press, radio, visit } from "./the-page.mjs";

const env = openForTests();
const FILE = "Open cases (CSV or JSON)";
const HEAD = "ref,team,area,referral received,concerns identified,serious risk,held,full";

async function listOf(page, text, { name = "cases.csv" } = {}) {
  await page.getByLabel(FILE).waitFor();
  if (await radio(page, AREA, DURHAM).isVisible()) await radio(page, AREA, DURHAM).check();
  await page.getByLabel(FILE).setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
  await page.getByText(/cases? (was|were) read/).waitFor();
  await press(page, "Show what is due");
  await page.locator("section.answer h2").waitFor();
}

const rows = (page) => page.locator(".cases table tbody tr").evaluateAll((rows) => rows.map((row) => row.innerText.replace(/\s+/g, " ")));
const references = async (page) => (await rows(page)).map((row) => row.split(" ")[0]);

test("open cases: what is late stands first, each with its day and its question, as the library answers", async () => {
  const page = await visit(env, "#/cases");
  await listOf(page, [
    HEAD,
    "LATER,north,,,23/12/2026,no,,",
    "LATE,north,,21/12/2026 15:30,,yes,,",
    "PERHAPS,south,,,21/12/2026,yes,,",
    "HELD,south,,21/12/2026 15:30,,yes,21/12/2026 16:00,yes",
    "GUIDE,south,generic,,22/12/2026,yes,,",
  ].join("\r\n"));
  assert.deepEqual(await references(page), ["LATE", "PERHAPS", "GUIDE", "LATER"]);
  assert.equal(await page.locator("section.answer h2").innerText(), "4 open cases, 1 overdue, 2 may be overdue, 1 due today");
  const shown = await rows(page);
  assert.match(shown[0], /Overdue: Monday 21 December 2026/);
  assert.match(shown[1], /May be overdue: /);
  const facts = { area: "county-durham", concernsIdentifiedAt: "2026-12-23", concerns: { seriousRisk: false }, now: NOW };
  assert.ok(shown[3].endsWith(library.classifyConcern(facts).ask[0].question), shown[3]);
  await page.getByText("1 case is left out: its discussion was held.").waitFor();
  await page.locator(".cases table summary").first().click();
  await page.locator(".cases table details[open] li").first().waitFor();
  await leave(page);
});

test("open cases: a bank holiday that was added shows which dates it moves, and the dates without it", async () => {
  const page = await visit(env, "#/settings");
  await dateOf(page, "Bank holiday").fill("2026-12-29");
  await press(page, "Add the bank holiday");
  await page.evaluate(() => void (location.hash = "#/cases"));
  const facts = { area: "county-durham", concernsIdentifiedAt: "2026-12-22", now: NOW, othersConsidered: true, concerns: { immediateProtectionNeeded: false, seriousRisk: false } };
  await listOf(page, JSON.stringify([{ ref: "A", facts }, { ref: "B", facts: { ...facts, concerns: { seriousRisk: true } } }]), { name: "cases.json" });
  const [due] = library.classifyMany([facts]);
  const [moved] = library.classifyMany([{ ...facts, bankHolidays: [{ date: "2026-12-29" }] }]);
  assert.notEqual(due.dueBy, moved.dueBy);
  assert.match(await page.locator("section.answer").innerText(), /A bank holiday that you added moves 1 date\./);
  assert.match((await rows(page)).find((row) => row.startsWith("A ")), /Without it: /);
  await leave(page);
});

test("open cases: a line that cannot be read or answered is named, and the others are listed", async () => {
  const page = await visit(env, "#/cases");
  await listOf(page, [HEAD, "A,north,,,23/12/2026,no,,", "B,north,nowhere,,23/12/2026,no,,", "C,north,,,the 3rd,perhaps,,", ",north,,,23/12/2026,no,,"].join("\n"));
  assert.deepEqual((await references(page)).toSorted(), ["A", "C"]);
  const said = await page.locator("main").innerText();
  assert.match(said, /B, area: .*This case is not in the list\./);
  assert.match(said, /Line 4: .*concerns identified/);
  assert.match(said, /Line 4: .*serious risk/);
  assert.match(said, /Line 5: This line has no reference/);
  assert.ok(!said.includes("nowhere"));
  await leave(page);
});

test("open cases: five hundred are listed while the page goes on, and nothing is asked of any network", async () => {
  const page = await visit(env, "#/cases");
  const lines = Array.from({ length: 500 }, (_, place) => `R${place},north,,,${String(1 + (place % 23)).padStart(2, "0")}/12/2026,${place % 2 ? "no" : ""},,`);
  await listOf(page, [HEAD, ...lines].join("\n"));
  assert.equal((await rows(page)).length, 500);
  assert.deepEqual(page.requests.filter((url) => new URL(url).origin !== new URL(env.server.address).origin || url.includes("?")), []);
  await leave(page);
});

test("open cases: the table is downloaded in the order of the list, with nothing that a spreadsheet runs", async () => {
  const page = await visit(env, "#/cases");
  await listOf(page, [HEAD, "=1+1,+north,,,23/12/2026,yes,,"].join("\n"));
  const [file] = await Promise.all([page.waitForEvent("download"), press(page, "Download as a table (CSV)")]);
  const chunks = [];
  for await (const chunk of await file.createReadStream()) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  assert.equal(file.suggestedFilename(), "open-cases.csv");
  assert.match(text, /'=1\+1/);
  assert.match(text, /'\+north/);
  await leave(page);
});
