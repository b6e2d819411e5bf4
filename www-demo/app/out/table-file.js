// A table in a CSV file of this device, read cell by cell: what its columns hold, and what is wrong with its lines.

import { describePacks } from "safeguarding-rules";
import { MEETINGS_FILE } from "../words.js";
import { textOf } from "./file-text.js";
import { couldBeMonthFirst, isMonthFirst, momentIn } from "./moments.js";
import { tables } from "./tools.js";

const TRUTHS = new Map([
  ["yes", true],
  ["y", true],
  ["true", true],
  ["1", true],
  ["no", false],
  ["n", false],
  ["false", false],
  ["0", false],
  ["", null],
  ["unknown", null],
  ["not known", null],
  ["not sure", null],
]);
const DELIMITERS = [",", ";", "\t", "|"];
const LARGEST = 60_000_000;
const MOST_COLUMNS = 5_000;
const MOST_LINES = 400_000;
const MOST_CELLS = 8_000_000;
const MOST_GROUPS = 1_000_000;
const MOST_PROBLEMS = 1_000;
const WITHOUT_EQUALS = /^sep=(.)\r?\n/i;

/** How a cell of a column is read: `read` gives undefined where it cannot be, and `expected` says what it must be. */
export const asText = { read: (cell) => cell, expected: MEETINGS_FILE.notAText };
export const asTruth = { read: (cell) => TRUTHS.get(cell.toLowerCase()), expected: MEETINGS_FILE.notYesOrNo };
export const asMoment = { read: momentIn, expected: MEETINGS_FILE.notADate };
export const asList = {
  read: (cell) =>
    cell
      .split(/[|;,]/)
      .map((kind) => kind.trim())
      .filter(Boolean),
  expected: MEETINGS_FILE.notAText,
};

const CONCERNS = "concerns.";

/**
 * @typedef {{ read: (cell: string) => unknown, expected: (column: string) => string }} Reader
 * @typedef {{ reads: Reader, path: string, ofAgency?: boolean }} Column
 */

/**
 * The columns that tell of a concern, by name: how a cell is read, and its place in the facts, which begins with
 * `prefix`.
 * @returns {[string, Column][]}
 */
export function columnsOfConcern(prefix = "") {
  const questions = describePacks().facts.filter(({ path }) => path.startsWith(CONCERNS));
  const columns = [
    ["referral received", asMoment, "referralReceivedAt"],
    ["concerns identified", asMoment, "concernsIdentifiedAt"],
    ["immediate action", asMoment, "immediateActionAt"],
    ["concern types", asList, "concernTypes"],
    ["others considered", asTruth, "othersConsidered"],
    ...questions.map(({ path }) => [nameOf(path.slice(CONCERNS.length)), asTruth, path]),
  ];
  return columns.map(([name, reads, path]) => [name, { reads, path: prefix + path }]);
}

/**
 * The text of a file that is worth reading, or what is wrong with it: `{ text }` or `{ problem }`. What is too much is
 * told before it is read.
 */
export async function readableText(file) {
  if (file.size > LARGEST) return { problem: MEETINGS_FILE.tooLarge };
  try {
    const text = await textOf(file);
    if (text.trim() === "") return { problem: MEETINGS_FILE.empty };
    const problem = isJson(file) ? tooManyGroups(text) : tooManyLines(text);
    return problem ? { problem } : { text };
  } catch {
    return { problem: MEETINGS_FILE.unreadable };
  }
}

export function isJson({ name }) {
  return name.toLowerCase().endsWith(".json");
}

function tooManyGroups(text) {
  return isMore(text, /[{[]/g, MOST_GROUPS) && MEETINGS_FILE.tooManyGroups;
}

function tooManyLines(text) {
  if (isMore(text, /\r\n|\n|\r/g, MOST_LINES)) return MEETINGS_FILE.tooManyLines;
  return (
    DELIMITERS.some((sign) => isMore(text, new RegExp(`\\${sign}`, "g"), MOST_CELLS)) && MEETINGS_FILE.tooManyCells
  );
}

function isMore(text, sign, most) {
  let found = 0;
  while (found <= most && sign.test(text)) found += 1;
  return found > most;
}

/** Notes what is wrong with a line. Beyond a number of them nobody reads on, and a browser cannot hold them all. */
export function note(problems, problem) {
  if (problems.length < MOST_PROBLEMS) problems.push(problem);
  else if (problems.length === MOST_PROBLEMS) problems.push({ line: null, text: MEETINGS_FILE.tooManyProblems });
}

/**
 * The lines of a table: `{ lines, problems, columns, nameAt }`, each line `{ line, cells }` with its cells by path, or
 * `{ problem }` where there is no table. `columnOf` gives what a column of a name holds, `{ reads, path }`; `needed`
 * are names without which lines tell little, the first of them that of the reference which every line must have.
 */
export async function tableIn(text, columnOf, needed) {
  const papaparse = await tables();
  const separator = text.match(WITHOUT_EQUALS);
  const body = separator ? text.slice(separator[0].length) : text;
  const delimiter = separator?.[1] ?? delimiterOf(papaparse, body, columnOf);
  const [head = [], ...rows] = papaparse.parse(body, { delimiter }).data;
  if (head.length > MOST_COLUMNS) return { problem: MEETINGS_FILE.tooManyColumns };
  const names = head.map(nameOf);
  const columns = names.map(columnOf);
  const firstLine = separator ? 2 : 1;
  if (!columns.some(Boolean)) return { problem: MEETINGS_FILE.noNames };
  if (rows.every((row) => row.every((cell) => cell.trim() === ""))) return { problem: MEETINGS_FILE.noLines };
  const problems = [];
  for (const text of problemsOfHead(names, columns, needed)) note(problems, { line: firstLine, text });
  const firstOf = new Map(names.map((name, index) => [name, index]).reverse());
  const isRead = (index) => columns[index] && firstOf.get(names[index]) === index;
  const isDate = (index) => isRead(index) && columns[index].reads === asMoment;
  const monthFirst = rows.some((row) => row.some((cell, index) => isDate(index) && isMonthFirst(cell)));
  if (monthFirst) note(problems, { line: null, text: MEETINGS_FILE.monthFirst });
  const reference = columnOf(needed[0]).path;
  const lines = [];
  rows.forEach((row, place) => {
    const line = firstLine + 1 + place;
    if (row.every((cell) => cell.trim() === "")) return;
    // Where a line has more cells than the first, nobody knows which of them stand in the wrong column.
    if (row.slice(names.length).some((cell) => cell.trim() !== ""))
      return note(problems, { line, text: MEETINGS_FILE.cells });
    const cells = new Map();
    row.forEach((raw, index) => {
      const cell = raw.trim();
      if (cell === "" || !isRead(index)) return;
      const { reads, path } = columns[index];
      const value = isDate(index) && monthFirst && couldBeMonthFirst(cell) ? undefined : reads.read(cell);
      if (value === undefined) note(problems, { line, text: reads.expected(names[index]) });
      cells.set(path, { value: value ?? null, raw: cell, unread: value === undefined });
    });
    if (!cells.get(reference)) return note(problems, { line, text: MEETINGS_FILE.noReference });
    lines.push({ line, cells });
  });
  const nameAt = new Map(columns.map((column, index) => [column?.path, names[index]]));
  return { lines, problems, nameAt, columns: names.filter((_, index) => isRead(index)) };
}

/** The delimiter under which the first line holds the most names of columns. */
function delimiterOf(papaparse, text, columnOf) {
  const held = (delimiter) =>
    papaparse.parse(text, { delimiter, preview: 1 }).data[0]?.filter((cell) => columnOf(nameOf(cell))).length ?? 0;
  return DELIMITERS.reduce((best, delimiter) => (held(delimiter) > held(best) ? delimiter : best));
}

/** "Ended at", "ended_at" and "endedAt" are one name. */
export function nameOf(cell) {
  return cell.trim().replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase().replace(/[_\s]+/g, " ").replace(/ at$/, "");
}

function problemsOfHead(names, columns, needed) {
  const unknown = names.flatMap((name, index) =>
    columns[index] || name === "" ? [] : [MEETINGS_FILE.unknownColumn(letterOf(index))],
  );
  const twice = names.flatMap((name, index) =>
    columns[index] && names.indexOf(name) !== index ? [MEETINGS_FILE.columnTwice(name)] : [],
  );
  const missing = needed.filter((name) => !names.includes(name)).map(MEETINGS_FILE.missingColumn);
  return [...unknown, ...twice, ...missing];
}

/** A column as spreadsheets name it: A, B … Z, AA. What stands in it is not repeated. */
function letterOf(index) {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}
