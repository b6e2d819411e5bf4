// Meetings of a quarter, read from a CSV or JSON file of this device.

import papaparse from "papaparse";
import { describePacks } from "safeguarding-rules";
import { MEETINGS_FILE } from "../words.js";
import { textOf } from "./file-text.js";
import { couldBeMonthFirst, isMonthFirst, momentIn } from "./moments.js";
import { meetingsOf } from "./same-meeting.js";

/**
 * The columns of a CSV file as the example has them: a line for each agency of each meeting. What is blank is not recorded.
 * Beside them stand "concern types", "immediate action" and every question about the concern, such as "serious risk".
 */
export const COLUMNS = [
  "ref", "team", "referral received", "concerns identified", "others considered", "started", "ended", "repeat", "settled",
  "agency", "requested", "attended", "form returned", "done decisions", "done minutes",
];

/** Two lines of one meeting. */
export const EXAMPLE = [
  ["A1", "north", "03/08/2026 10:00", "03/08/2026 09:30", "yes", "03/08/2026 14:00", "03/08/2026 15:30", "no", "yes", "police", "yes", "yes", "yes", "04/08/2026 10:00", "05/08/2026"],
  ["A1", "", "", "", "", "", "03/08/2026 15:30", "", "", "children’s social care", "yes", "yes", "yes", "", ""],
  ["A1", "", "", "", "", "", "03/08/2026 15:30", "", "", "health", "yes", "yes", "yes", "", ""],
];

const TRUTHS = new Map([["yes", true], ["y", true], ["true", true], ["1", true], ["no", false], ["n", false], ["false", false], ["0", false], ["", null], ["unknown", null], ["not known", null], ["not sure", null]]);
const DONE = /^done (.+)$/;
const CONCERNS = "concerns.";
const DELIMITERS = [",", ";", "\t", "|"];
const LARGEST = 20_000_000;
const MOST_COLUMNS = 5_000;
const WITHOUT_EQUALS = /^sep=(.)\r?\n/i;

/** What a column holds, and where it stands in a meeting: its path, or that it is of the agency. */
function columnsKnown() {
  const facts = describePacks().facts.filter(({ path }) => path.startsWith(CONCERNS));
  const words = (name) => name.replace(/[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
  return new Map([
    ["ref", { reads: asText, path: "ref" }],
    ["team", { reads: asText, path: "team" }],
    ["started", { reads: asMoment, path: "startedAt" }],
    ["ended", { reads: asMoment, path: "endedAt" }],
    ["settled", { reads: asTruth, path: "settled" }],
    ["repeat", { reads: asTruth, path: "repeat" }],
    ["referral received", { reads: asMoment, path: "concern.referralReceivedAt" }],
    ["concerns identified", { reads: asMoment, path: "concern.concernsIdentifiedAt" }],
    ["immediate action", { reads: asMoment, path: "concern.immediateActionAt" }],
    ["concern types", { reads: asList, path: "concern.concernTypes" }],
    ["others considered", { reads: asTruth, path: "concern.othersConsidered" }],
    ...facts.map(({ path }) => [words(path.slice(CONCERNS.length)), { reads: asTruth, path: `concern.${path}` }]),
    ["agency", { reads: asText, path: "agency", ofAgency: true }],
    ["requested", { reads: asTruth, path: "requested", ofAgency: true }],
    ["attended", { reads: asTruth, path: "attended", ofAgency: true }],
    ["form returned", { reads: asTruth, path: "formReturned", ofAgency: true }],
  ]);
}

const asText = { read: (cell) => cell, expected: MEETINGS_FILE.notAText };
const asTruth = { read: (cell) => TRUTHS.get(cell.toLowerCase()), expected: MEETINGS_FILE.notYesOrNo };
const asMoment = { read: momentIn, expected: MEETINGS_FILE.notADate };
const asList = { read: (cell) => cell.split(/[|;,]/).map((kind) => kind.trim()).filter(Boolean), expected: MEETINGS_FILE.notAText };

/**
 * The meetings in a file as the library takes them, and what is wrong with its lines: `{ meetings, problems, columns, places }`,
 * each problem `{ line, text }`. In `places` stands where each meeting is in the file; null where no lines are told.
 */
export async function meetingsIn(file) {
  if (file.size > LARGEST) return nothing(MEETINGS_FILE.tooLarge);
  let text;
  try {
    text = await textOf(file);
  } catch {
    return nothing(MEETINGS_FILE.unreadable);
  }
  if (text.trim() === "") return nothing(MEETINGS_FILE.empty);
  return file.name.toLowerCase().endsWith(".json") ? fromJson(text) : fromCsv(text);
}

function nothing(problem) {
  return { meetings: [], problems: [{ line: null, text: problem }], columns: [], places: null };
}

function fromJson(text) {
  try {
    const value = JSON.parse(text);
    const meetings = Array.isArray(value) ? value : value.meetings;
    if (Array.isArray(meetings)) return { meetings: meetings.map(withMoments), problems: [], columns: [], places: null };
  } catch {
    // Told below.
  }
  return nothing(MEETINGS_FILE.notJson);
}

/** A meeting of a JSON file with its moments as a CSV file may write them; what cannot be read is left for the library to refuse. */
function withMoments(value, key) {
  if (typeof value === "string") return typeof key === "string" ? (momentIn(value) ?? value) : value;
  if (Array.isArray(value) || value === null || typeof value !== "object") return value;
  const isMoment = (name) => /At$/.test(name) || key === "done";
  return Object.fromEntries(Object.entries(value).map(([name, of]) => [name, isMoment(name) || (of && typeof of === "object" && !Array.isArray(of)) ? withMoments(of, name) : of]));
}

function fromCsv(text) {
  const separator = text.match(WITHOUT_EQUALS);
  const body = separator ? text.slice(separator[0].length) : text;
  const known = columnsKnown();
  const delimiter = separator?.[1] ?? delimiterOf(body, known);
  const [head = [], ...rows] = papaparse.parse(body, { delimiter }).data;
  if (head.length > MOST_COLUMNS) return nothing(MEETINGS_FILE.tooManyColumns);
  const names = head.map(nameOf);
  const columns = names.map((name) => known.get(name) ?? (DONE.test(name) ? { reads: asMoment, path: `done.${name.match(DONE)[1].replaceAll(" ", "-")}` } : null));
  const firstLine = separator ? 2 : 1;
  if (!columns.some(Boolean)) return nothing(MEETINGS_FILE.noNames);
  if (rows.every((row) => row.every((cell) => cell.trim() === ""))) return nothing(MEETINGS_FILE.noLines);
  const problems = problemsOfHead(names, columns).map((text) => ({ line: firstLine, text }));
  const firstOf = new Map(names.map((name, index) => [name, index]).reverse());
  const isRead = (index) => columns[index] && firstOf.get(names[index]) === index;
  const isDate = (index) => isRead(index) && columns[index].reads === asMoment;
  const monthFirst = rows.some((row) => row.some((cell, index) => isDate(index) && isMonthFirst(cell)));
  if (monthFirst) problems.push({ line: null, text: MEETINGS_FILE.monthFirst });
  const lines = [];
  rows.forEach((row, place) => {
    const line = firstLine + 1 + place;
    if (row.every((cell) => cell.trim() === "")) return;
    // Where a line has more cells than the first, nobody knows which of them stand in the wrong column.
    if (row.slice(names.length).some((cell) => cell.trim() !== "")) return problems.push({ line, text: MEETINGS_FILE.cells });
    const cells = new Map();
    row.forEach((raw, index) => {
      const cell = raw.trim();
      if (cell === "" || !isRead(index)) return;
      const { reads, path } = columns[index];
      const value = isDate(index) && monthFirst && couldBeMonthFirst(cell) ? undefined : reads.read(cell);
      if (value === undefined) problems.push({ line, text: reads.expected(names[index]) });
      cells.set(path, { value: value ?? null, raw: cell, unread: value === undefined });
    });
    if (!cells.get("ref")) return problems.push({ line, text: MEETINGS_FILE.noReference });
    lines.push({ line, cells });
  });
  const nameAt = new Map(columns.map((column, index) => [column?.path, names[index]]));
  return { ...meetingsOf(lines, problems, [...known.values()].filter(({ ofAgency }) => ofAgency), nameAt), problems, columns: names.filter((_, index) => isRead(index)) };
}

/** The delimiter under which the first line holds the most names of columns. */
function delimiterOf(text, known) {
  const held = (delimiter) => papaparse.parse(text, { delimiter, preview: 1 }).data[0]?.filter((cell) => known.has(nameOf(cell))).length ?? 0;
  return DELIMITERS.reduce((best, delimiter) => (held(delimiter) > held(best) ? delimiter : best));
}

/** "Ended at", "ended_at" and "endedAt" are one name. */
function nameOf(cell) {
  return cell.trim().replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase().replace(/[_\s]+/g, " ").replace(/ at$/, "");
}

function problemsOfHead(names, columns) {
  const unknown = names.flatMap((name, index) => (columns[index] || name === "" ? [] : [MEETINGS_FILE.unknownColumn(letterOf(index))]));
  const twice = names.flatMap((name, index) => (columns[index] && names.indexOf(name) !== index ? [MEETINGS_FILE.columnTwice(name)] : []));
  const missing = ["ref", "agency"].filter((needed) => !names.includes(needed)).map(MEETINGS_FILE.missingColumn);
  return [...unknown, ...twice, ...missing];
}

/** A column as spreadsheets name it: A, B … Z, AA. What stands in it is not repeated. */
function letterOf(index) {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}
