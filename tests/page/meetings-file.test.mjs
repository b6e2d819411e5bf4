// The file of meetings: read as spreadsheets and databases write it, and what is wrong in it told by line and column.

import assert from "node:assert/strict";
import test from "node:test";
import { bundled, library } from "./the-page.mjs";

const { COLUMNS, EXAMPLE, meetingsIn } = await bundled("out/meetings.js");
const { placeOf } = await bundled("out/same-meeting.js");
const { momentIn } = await bundled("out/moments.js");

const fileOf = (content, name = "meetings.csv") => new File([content], name);
const read = (content, name) => meetingsIn(fileOf(content, name));

test("dates and times are read as British spreadsheets and databases write them", () => {
  for (const [typed, expected] of [
    ["2026-08-03", "2026-08-03"],
    ["2026-08-03T15:30", "2026-08-03T15:30"],
    ["2026-08-03 15:30:00.000", "2026-08-03T15:30:00"],
    ["2026-08-03 15:30:00.0000000 +01:00", "2026-08-03T15:30:00+01:00"],
    ["2026-08-03T14:30:00Z", "2026-08-03T14:30:00Z"],
    ["2026-08-03T14:30:00.123Z", "2026-08-03T14:30:00Z"],
    ["03/08/2026 15:30", "2026-08-03T15:30"],
    ["3/8/26", "2026-08-03"],
    ["03.08.2026 9:05:07", "2026-08-03T09:05:07"],
    ["03-Aug-26", "2026-08-03"],
    ["Mon 3 August 2026 3:30 pm", "2026-08-03T15:30"],
    ["3rd Sept 2026", "2026-09-03"],
    // A time that nobody knew is filled in as midnight.
    ["2026-08-03 00:00:00.000", "2026-08-03"],
    ["03/08/2026 00:00", "2026-08-03"],
    ...["", "today", "31/02/2026", "2026-13-01", "03/08", "8/31/2026", "2026-08-03 25:00", "03/08/2026 13:00 pm", "3 Foo 2026", "soon 03/08/2026"].map((wrong) => [wrong, undefined]),
  ]) assert.equal(momentIn(typed), expected, typed);
});

test("a file is read alike with commas, semicolons or tabs, with and without a mark, and as Excel writes it", async () => {
  const rows = [["Ref", "Ended", "Agency", "Requested", "Attended", "Form_Returned", "Done Decisions"], ["A1", "03/08/2026 15:30", "children's social care", "Yes", "no", "", "04/08/2026 10:00"], ["A1", "", "police", "y", "TRUE", "not known", ""]];
  const expected = [{
    ref: "A1", endedAt: "2026-08-03T15:30", done: { decisions: "2026-08-04T10:00" },
    agencies: [{ agency: "children's social care", requested: true, attended: false, formReturned: null }, { agency: "police", requested: true, attended: true, formReturned: null }],
  }];
  const text = (delimiter, end = "\r\n") => rows.map((row) => row.map((cell) => (cell.includes(delimiter) ? `"${cell}"` : cell)).join(delimiter)).join(end);
  const utf16 = (words) => Uint8Array.from([0xff, 0xfe, ...Buffer.from(words, "utf16le")]);
  for (const content of [text(","), text(";"), text("\t"), `\uFEFF${text(";")}`, `sep=;\r\n${text(";")}`, utf16(text("\t")), text(",", "\n"), `${text(",")}\r\n,,,,,,\r\n`, new Uint8Array(Buffer.from(text(",").replace("'", "\xe9"), "latin1"))]) {
    const { meetings, problems } = await read(content);
    assert.deepEqual(problems, []);
    const plain = JSON.parse(JSON.stringify(meetings).replace("é", "'"));
    assert.deepEqual(plain, expected);
  }
});

test("the page's own example is read, however a spreadsheet saves it", async () => {
  for (const delimiter of [",", ";", "\t"]) {
    const { meetings, problems, columns } = await read(`\uFEFF${[COLUMNS, ...EXAMPLE].map((row) => row.join(delimiter)).join("\r\n")}`);
    assert.deepEqual([problems, columns], [[], COLUMNS]);
    const { answer } = library.reportQuarter({ area: "county-durham", meetings });
    assert.deepEqual(answer.check, []);
    const counts = answer.measures.filter(({ measure }) => /in-time|repeat/.test(measure)).map(({ measure, rows }) => [measure, rows[0].count.number, rows[0].notRecorded.number]);
    assert.deepEqual(counts, [["duty-in-time", 1, 0], ["duty-in-time", 1, 0], ["meeting-in-time", 1, 0], ["repeat-meetings", 0, 0]]);
  }
});

test("every question about a concern is a column", async () => {
  const { meetings, problems } = await read("ref,agency,serious risk,concern types,immediate action\nA1,police,no,serious-neglect|physical-abuse,03/08/2026 10:00");
  assert.deepEqual(problems, []);
  assert.deepEqual(meetings[0].concern, { concerns: { seriousRisk: false }, concernTypes: ["serious-neglect", "physical-abuse"], immediateActionAt: "2026-08-03T10:00" });
});

test("CSV and JSON say one thing", async () => {
  for (const at of ["2026-08-03 15:30:00.000", "03/08/2026 15:30", "2026-08-03T14:30:00Z", "2026-08-03"]) {
    const csv = await read(`ref,ended,agency,referral received,done minutes\nA1,${at},police,${at},${at}`);
    const json = await read(JSON.stringify([{ ref: "A1", endedAt: at, concern: { referralReceivedAt: at }, done: { minutes: at }, agencies: [] }]), "meetings.json");
    for (const path of ["endedAt", "done", "concern"]) assert.deepEqual(json.meetings[0][path], csv.meetings[0][path], at);
  }
});

test("two meetings under one reference stay two, and a line that could be of either is left out and told", async () => {
  const { meetings, problems } = await read("ref,ended,agency,done decisions\nA1,03/08/2026 15:30,police,04/08/2026 10:00\nA1,20/08/2026 15:30,police,29/08/2026 10:00\nA1,,health,\nA1,03/08/2026,school,");
  assert.deepEqual(meetings.map(({ endedAt, done }) => [endedAt, done.decisions]), [["2026-08-03T15:30", "2026-08-04T10:00"], ["2026-08-20T15:30", "2026-08-29T10:00"]]);
  assert.deepEqual(meetings[0].agencies.map(({ agency }) => agency), ["police", "school"]);
  assert.deepEqual(problems.map(({ line }) => line), [4]);
});

test("a date alone and a time of the same day are one meeting, whichever comes first", async () => {
  for (const ends of [["03/08/2026", "03/08/2026 15:30"], ["03/08/2026 15:30", "03/08/2026"]]) {
    const { meetings } = await read(`ref,ended,agency\n${ends.map((end) => `A1,${end},police`).join("\n")}`);
    assert.deepEqual(meetings.map(({ endedAt }) => endedAt), ["2026-08-03T15:30"]);
  }
});

test("what lines say differently of one meeting is not recorded", async () => {
  const { meetings, problems } = await read("ref,ended,team,settled,agency,done minutes\nA1,03/08/2026 15:30,East,yes,police,05/08/2026\nA1,03/08/2026 15:30,West,no,health,06/08/2026\nA1,03/08/2026 15:30,East,yes,school,05/08/2026");
  assert.deepEqual(meetings.map(({ team, settled, done }) => [team, settled, done]), [[undefined, undefined, undefined]]);
  assert.equal(problems.filter(({ line }) => line === 3).length, 3);
});

test("what cannot be read is told by line and column, and never repeated", async () => {
  const secret = "Zebedee";
  const { meetings, problems, columns } = await read(`ref,ended,agency,attended,${secret}\n\nA1,${secret},police,${secret},${secret}\n,2026-08-03,health,yes,\nA2,2026-08-03,police,yes,,${secret}`);
  assert.equal(meetings.length, 1);
  assert.deepEqual(problems.map(({ line }) => line), [1, 3, 3, 4, 5]);
  assert.match(problems[0].text, /Column E/);
  assert.match(problems[1].text, /“ended”/);
  assert.match(problems[2].text, /“attended”/);
  assert.ok(!JSON.stringify([problems, columns]).includes(secret));
});

test("a file without names of columns, an empty one and one that is no text are told as a whole", async () => {
  for (const content of ["Zebedee,police\nA1,health", "", "\n\n", new Uint8Array([0, 1, 2, 255])]) {
    const { meetings, problems } = await read(content);
    assert.deepEqual([meetings.length, problems.length, problems[0].line], [0, 1, null]);
    assert.ok(!problems[0].text.includes("Zebedee"));
  }
});

test("where some dates can only have the month first, one that could be read either way is not recorded", async () => {
  const { meetings, problems } = await read("ref,ended,agency\nA1,08/31/2026 10:00,police\nA2,08/03/2026 10:00,police\nA3,2026-08-03,police");
  assert.deepEqual(meetings.map(({ endedAt }) => endedAt), [undefined, undefined, "2026-08-03"]);
  assert.ok(problems.some(({ text }) => /month first/.test(text)));
});

test("a place in the answer is found in the file", async () => {
  const { places } = await read("ref,ended,agency,attended,done decisions\nA1,03/08/2026 15:30,police,yes,\nA1,,police,no,03/08/2026\nB1,04/08/2026,police,no,");
  assert.deepEqual(placeOf("meetings[0].agencies[1].attended", places), { line: 3, column: "attended" });
  assert.deepEqual(placeOf("meetings[0].done.decisions", places), { line: 3, column: "done decisions" });
  assert.deepEqual(placeOf("meetings[1].endedAt", places), { line: 4, column: "ended" });
  assert.deepEqual(placeOf("meetings[1].agencies[0]", places), { line: 4, column: undefined });
  assert.equal(placeOf("from", places), null);
});
