// A table in a CSV file of this device, read cell by cell: what its columns hold, and what is wrong with its lines.

import papaparse from "papaparse";
import { MEETINGS_FILE } from "../words.js";
import { textOf } from "./file-text.js";
import { couldBeMonthFirst, isMonthFirst, momentIn } from "./moments.js";

const TRUTHS = new Map([["yes", true], ["y", true], ["true", true], ["1", true], ["no", false], ["n", false], ["false", false], ["0", false], ["", null], ["unknown", null], ["not known", null], ["not sure", null]]);
const DELIMITERS = [",", ";", "\t", "|"];
const LARGEST = 20_000_000;
const MOST_COLUMNS = 5_000;
const WITHOUT_EQUALS = /^sep=(.)\r?\n/i;

/** How a cell of a column is read: `read` gives undefined where it cannot be, and `expected` says what it must be. */
export const asText = { read: (cell) => cell, expected: MEETINGS_FILE.notAText };
export const asTruth = { read: (cell) => TRUTHS.get(cell.toLowerCase()), expected: MEETINGS_FILE.notYesOrNo };
export const asMoment = { read: momentIn, expected: MEETINGS_FILE.notADate };
export const asList = { read: (cell) => cell.split(/[|;,]/).map((kind) => kind.trim()).filter(Boolean), expected: MEETINGS_FILE.notAText };

/** The text of a file that is worth reading, or what is wrong with it: `{ text }` or `{ problem }`. */
export async function readableText(file) {
  if (file.size > LARGEST) return { problem: MEETINGS_FILE.tooLarge };
  try {
    const text = await textOf(file);
    return text.trim() === "" ? { problem: MEETINGS_FILE.empty } : { text };
  } catch {
    return { problem: MEETINGS_FILE.unreadable };
  }
}

/**
 * The lines of a table: `{ lines, problems, columns, nameAt }`, each line `{ line, cells }` with its cells by path, or `{ problem }`
 * where there is no table. `columnOf` gives what a column of a name holds, `{ reads, path }`; `needed` are names without which
 * lines tell little, the first of them that of the reference which every line must have.
 */
export function tableIn(text, columnOf, needed) {
  const separator = text.match(WITHOUT_EQUALS);
  const body = separator ? text.slice(separator[0].length) : text;
  const delimiter = separator?.[1] ?? delimiterOf(body, columnOf);
  const [head = [], ...rows] = papaparse.parse(body, { delimiter }).data;
  if (head.length > MOST_COLUMNS) return { problem: MEETINGS_FILE.tooManyColumns };
  const names = head.map(nameOf);
  const columns = names.map(columnOf);
  const firstLine = separator ? 2 : 1;
  if (!columns.some(Boolean)) return { problem: MEETINGS_FILE.noNames };
  if (rows.every((row) => row.every((cell) => cell.trim() === ""))) return { problem: MEETINGS_FILE.noLines };
  const problems = problemsOfHead(names, columns, needed).map((text) => ({ line: firstLine, text }));
  const firstOf = new Map(names.map((name, index) => [name, index]).reverse());
  const isRead = (index) => columns[index] && firstOf.get(names[index]) === index;
  const isDate = (index) => isRead(index) && columns[index].reads === asMoment;
  const monthFirst = rows.some((row) => row.some((cell, index) => isDate(index) && isMonthFirst(cell)));
  if (monthFirst) problems.push({ line: null, text: MEETINGS_FILE.monthFirst });
  const reference = columnOf(needed[0]).path;
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
    if (!cells.get(reference)) return problems.push({ line, text: MEETINGS_FILE.noReference });
    lines.push({ line, cells });
  });
  const nameAt = new Map(columns.map((column, index) => [column?.path, names[index]]));
  return { lines, problems, nameAt, columns: names.filter((_, index) => isRead(index)) };
}

/** The delimiter under which the first line holds the most names of columns. */
function delimiterOf(text, columnOf) {
  const held = (delimiter) => papaparse.parse(text, { delimiter, preview: 1 }).data[0]?.filter((cell) => columnOf(nameOf(cell))).length ?? 0;
  return DELIMITERS.reduce((best, delimiter) => (held(delimiter) > held(best) ? delimiter : best));
}

/** "Ended at", "ended_at" and "endedAt" are one name. */
export function nameOf(cell) {
  return cell.trim().replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase().replace(/[_\s]+/g, " ").replace(/ at$/, "");
}

function problemsOfHead(names, columns, needed) {
  const unknown = names.flatMap((name, index) => (columns[index] || name === "" ? [] : [MEETINGS_FILE.unknownColumn(letterOf(index))]));
  const twice = names.flatMap((name, index) => (columns[index] && names.indexOf(name) !== index ? [MEETINGS_FILE.columnTwice(name)] : []));
  const missing = needed.filter((name) => !names.includes(name)).map(MEETINGS_FILE.missingColumn);
  return [...unknown, ...twice, ...missing];
}

/** A column as spreadsheets name it: A, B … Z, AA. What stands in it is not repeated. */
function letterOf(index) {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}
