// What leaves the page by hand: calendar entries and tables, read by other programs than those that wrote them.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { DURHAM, throughTheGuide } from "./scenes.mjs";
import { bundled, dateOf, leave, openForTests, press, tool, visit } from "./the-page.mjs";

const env = openForTests();
const ICAL = tool("ical.js").default ?? tool("ical.js");
const papaparse = tool("papaparse");

async function downloaded(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), press(page, button)]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

async function atTheAnswer() {
  const page = await visit(env, "#/guide");
  await throughTheGuide(page, { others: true });
  return page;
}

const entriesIn = (text) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((entry) => new ICAL.Event(entry));

test("check 38: the calendar is read by another program, in lines of 75 octets, confidential, and without free text in its titles", async () => {
  const page = await atTheAnswer();
  const { name, text } = await downloaded(page, "Add to calendar");
  assert.equal(name, "deadlines.ics");
  assert.ok(text.endsWith("\r\n"));
  for (const line of text.split("\r\n")) {
    assert.ok(Buffer.byteLength(line) <= 75, line);
    assert.doesNotMatch(line, /[\r\n]/);
  }
  const [meeting] = entriesIn(text);
  assert.equal(meeting.startDate.toString(), "2026-12-30");
  assert.equal(meeting.sequence, 0);
  assert.equal(meeting.component.getFirstPropertyValue("class"), "CONFIDENTIAL");
  assert.match(meeting.summary, /^Deadline: /);
  assert.ok(meeting.component.getFirstSubcomponent("valarm"));
  for (const said of ["Rules: TR-T0", "Multi-Agency Partnerships and Meetings, version", "Worked out on Wednesday 23 December 2026", "Check this against your partnership's current procedure."]) assert.ok(meeting.description.includes(said), said);
  await leave(page);
});

test("where what makes a file cannot be fetched, the page says what to do, and works on", async () => {
  const page = await atTheAnswer();
  for (const tool of ["calendars", "tables"]) await page.route(`**/${tool}.js`, (asked) => asked.abort());
  for (const name of ["Add to calendar", "Download as a table (CSV)"]) {
    await press(page, name);
    await page.getByRole("region", { name: "No file was made" }).getByText("could not be loaded. Connect to a network").waitFor();
  }
  assert.equal((await downloaded(page, "Download a copy (JSON)")).name, "case.json");
  await page.context().close();
});

test("check 38: a deadline that a bank holiday has moved is the same entry, once more", async () => {
  const page = await atTheAnswer();
  const [before] = entriesIn((await downloaded(page, "Add to calendar")).text);
  await page.getByRole("link", { name: "Settings", exact: true }).click();
  await dateOf(page, "Bank holiday").fill("2026-12-29");
  await press(page, "Add the bank holiday");
  await page.goBack();
  await page.getByText("31 December 2026").first().waitFor();
  const [after] = entriesIn((await downloaded(page, "Add to calendar")).text);
  assert.deepEqual([after.uid, after.sequence, after.startDate.toString()], [before.uid, 1, "2026-12-31"]);
  const [again] = entriesIn((await downloaded(page, "Add to calendar")).text);
  assert.equal(again.sequence, 1, "what has not moved is no newer entry");
  await leave(page);
});

test("check 38: the table names each deadline with its rules and its source", async () => {
  const page = await atTheAnswer();
  const { name, text } = await downloaded(page, "Download as a table (CSV)");
  assert.equal(name, "deadlines.csv");
  const { data, errors } = papaparse.parse(text, { header: true });
  assert.deepEqual(errors, []);
  assert.ok(data.length > 3);
  assert.equal(data[0].Due, "Wednesday 30 December 2026");
  for (const row of data) for (const column of ["Deadline", "Rules", "Source", "Worked out on", "Check"]) assert.ok(row[column], column);
  await leave(page);
});

test("check 38: a cell that a spreadsheet would take for a formula is text", async () => {
  const { csvOf } = await bundled("out/table.js");
  const cells = ["=1+1", "+44", "-1", "@name", "\tname", "\rname"];
  const [, row] = papaparse.parse(await csvOf(cells.map((_, place) => `column ${place}`), [cells])).data;
  assert.deepEqual(row, cells.map((cell) => `'${cell}`));
});

test("a file of meetings tells what is wrong with it, line by line, and counts what is right", async () => {
  const page = await visit(env, "#/quarter");
  const rows = ["ref,ended,agency,attended,shoe size", "A1,2026-08-03T10:00,police,yes,9", "A2,3 August,police,perhaps,9", ",2026-08-03,health,yes,9"];
  await page.getByLabel("Meetings (CSV or JSON)").setInputFiles({ name: "meetings.csv", mimeType: "text/csv", buffer: Buffer.from(rows.join("\n")) });
  await page.getByText("2 meetings were read.").waitFor();
  const said = await page.locator("main").innerText();
  for (const problem of ["Column E is not known", "Line 3: “ended” must be a date such as", "Line 3: “attended” must be yes, no or blank", "Line 4: This line has no reference"]) assert.ok(said.includes(problem), problem);
  await leave(page);
});

test("what is doubtful in the records stands before the figures, by line and column; the public is told no small number", async () => {
  const page = await visit(env, "#/quarter");
  await page.getByLabel(DURHAM, { exact: true }).check();
  const rows = ["ref;ended;agency;attended;done decisions", "A1;03/08/2026 15:30;police;yes;04/08/2026 10:00", "A1;03/08/2026 15:30;police;no;", "A1;20/08/2026 15:30;police;yes;20/08/2026 15:00"];
  await page.getByLabel("Meetings (CSV or JSON)").setInputFiles({ name: "meetings.csv", mimeType: "text/csv", buffer: Buffer.from(`\uFEFF${rows.join("\r\n")}`) });
  await page.getByText("2 meetings were read.").waitFor();
  await press(page, "Show the quarter");
  const first = page.locator("section", { hasText: "Look at these records first" });
  const said = await first.getByRole("listitem").allTextContents();
  for (const place of ["Line 3: This agency is listed more than once", "Line 3, “attended”: Both yes and no", "Line 4, “ref”: An earlier record", "Line 4, “done decisions”: This is recorded as done before"]) assert.ok(said.some((line) => line.startsWith(place)), `${place}: ${said.join("\n")}`);
  assert.ok((await page.locator("section.answer").innerText()).includes("2 meetings are counted."));
  assert.ok((await page.locator("main").innerText()).includes("do not publish them"));
  await page.getByLabel("The public", { exact: true }).check();
  await press(page, "Show the quarter");
  await page.getByText("So few meetings were held").first().waitFor();
  assert.equal(await first.count(), 0);
  await leave(page);
});

/** A file in which each quarter has meetings of the police, of which they came to so many. */
function meetingsOf(quarters) {
  const rows = Object.entries(quarters).flatMap(([day, came]) =>
    Array.from({ length: 20 }, (_, index) => `${day} ${index},${day}T10:00,yes,police,yes,${index < came ? "yes" : "no"}`),
  );
  return { name: "meetings.csv", mimeType: "text/csv", buffer: Buffer.from(["ref,ended,settled,agency,requested,attended", ...rows].join("\n")) };
}

test("a file of several quarters is also told quarter by quarter, from the first with a meeting up to the one chosen", async () => {
  const page = await visit(env, "#/quarter");
  await page.getByLabel(DURHAM, { exact: true }).check();
  await page.getByLabel("Meetings (CSV or JSON)").setInputFiles(meetingsOf({ "2026-03-31": 20, "2026-07-01": 10, "2026-10-01": 5 }));
  await page.getByText("60 meetings were read.").waitFor();
  await press(page, "Show the quarter");
  const run = page.locator("section", { hasText: "Quarter by quarter" });
  const columns = await run.getByRole("columnheader").allTextContents();
  assert.deepEqual(columns.slice(2), ["Jan to Mar 2026", "Apr to Jun 2026", "Jul to Sep 2026"]);
  const attendance = await run.getByRole("row", { name: /^Attendance.*Police/ }).getByRole("cell").allTextContents();
  assert.deepEqual(attendance, ["Police", "100 per cent (20 of 20)", "no meetings", "50 per cent (10 of 20)"]);
  await page.getByRole("group", { name: "First day" }).getByLabel("Date", { exact: true }).fill("2026-07-02");
  await press(page, "Show the quarter");
  await page.getByRole("heading", { name: "What this rests on" }).waitFor();
  assert.equal(await run.count(), 0);
  await leave(page);
});

for (const [what, file] of [["no JSON", "{"], ["no list", "{}"]]) {
  test(`a file of meetings that is ${what} is refused in plain words`, async () => {
    const page = await visit(env, "#/quarter");
    await page.getByLabel("Meetings (CSV or JSON)").setInputFiles({ name: "meetings.json", mimeType: "application/json", buffer: Buffer.from(file) });
    await page.getByText("This file cannot be read as a list of meetings").waitFor();
    await leave(page);
  });
}
