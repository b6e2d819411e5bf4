// Meetings of a quarter, read from a CSV or JSON file of this device.

import papaparse from "papaparse";
import { MEETINGS_FILE } from "../words.js";

/** The columns of a CSV file: a line for each agency of each meeting. What is blank is not recorded. */
export const COLUMNS = ["ref", "ended", "settled", "agency", "requested", "attended", "form returned", "done decisions", "done minutes"];

const WORDS = new Map([["yes", true], ["y", true], ["true", true], ["1", true], ["no", false], ["n", false], ["false", false], ["0", false], ["", null], ["unknown", null], ["not known", null]]);
const DONE = /^done (.+)$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2})?)?$/;

/**
 * The meetings in a file as the library takes them, and what is wrong with its lines: `{ meetings, problems, columns }`,
 * each problem `{ line, text }`. `tell` hears how far reading has come, from 0 to 1.
 */
export async function meetingsIn(file, tell) {
  return file.name.toLowerCase().endsWith(".json") ? fromJson(await file.text()) : fromCsv(file, tell);
}

function fromJson(text) {
  try {
    const value = JSON.parse(text);
    const meetings = Array.isArray(value) ? value : value.meetings;
    if (Array.isArray(meetings)) return { meetings, problems: [], columns: [] };
  } catch {
    // Told below.
  }
  return { meetings: [], problems: [{ line: null, text: MEETINGS_FILE.notJson }], columns: [] };
}

function fromCsv(file, tell) {
  const read = { meetings: new Map(), problems: [], columns: [], line: 1 };
  return new Promise((resolve) => {
    papaparse.parse(file, {
      header: true,
      skipEmptyLines: "greedy",
      transformHeader: (name) => name.trim().toLowerCase().replaceAll("_", " "),
      chunk: ({ data, errors, meta }) => {
        if (read.line === 1) begin(read, meta.fields);
        for (const error of errors) read.problems.push({ line: error.row + 2, text: MEETINGS_FILE.cells });
        for (const row of data) take(read, row);
        tell(Math.min(1, meta.cursor / file.size));
      },
      complete: () => resolve({ meetings: [...read.meetings.values()], problems: read.problems, columns: read.columns }),
      error: () => resolve({ meetings: [], problems: [{ line: null, text: MEETINGS_FILE.unreadable }], columns: [] }),
    });
  });
}

function begin(read, columns) {
  read.columns = columns;
  const isKnown = (column) => COLUMNS.includes(column) || DONE.test(column);
  for (const column of columns.filter((column) => !isKnown(column))) read.problems.push({ line: 1, text: MEETINGS_FILE.unknownColumn(column.slice(0, 40)) });
  for (const needed of ["ref", "agency"]) if (!columns.includes(needed)) read.problems.push({ line: 1, text: MEETINGS_FILE.missingColumn(needed) });
}

function take(read, row) {
  read.line += 1;
  const { line, problems } = read;
  const ref = row.ref?.trim();
  if (!ref) return problems.push({ line, text: MEETINGS_FILE.noReference });
  const answer = (column) => {
    const word = (row[column] ?? "").trim().toLowerCase();
    if (!WORDS.has(word)) problems.push({ line, text: MEETINGS_FILE.notYesOrNo(column) });
    return WORDS.get(word) ?? null;
  };
  const moment = (column) => {
    const typed = (row[column] ?? "").trim();
    if (typed === "") return null;
    if (MOMENT.test(typed)) return typed.replace(" ", "T");
    problems.push({ line, text: MEETINGS_FILE.notADate(column) });
    return null;
  };
  const meeting = meetingOf(read, ref);
  meeting.endedAt ??= moment("ended");
  meeting.settled ??= answer("settled");
  for (const column of read.columns.filter((column) => DONE.test(column))) {
    const at = moment(column);
    if (at) meeting.done[column.match(DONE)[1].replaceAll(" ", "-")] ??= at;
  }
  const agency = row.agency?.trim();
  if (agency) meeting.agencies.push({ agency, requested: answer("requested"), attended: answer("attended"), formReturned: answer("form returned") });
}

function meetingOf(read, ref) {
  if (!read.meetings.has(ref)) read.meetings.set(ref, { ref, endedAt: null, settled: null, agencies: [], done: {} });
  return read.meetings.get(ref);
}
