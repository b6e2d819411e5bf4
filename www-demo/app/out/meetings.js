// Meetings of a quarter, read from a CSV or JSON file of this device.

import { MEETINGS_FILE } from "../words.js";
import { momentIn } from "./moments.js";
import { isShallow } from "./plain.js";
import { meetingsOf } from "./same-meeting.js";
import { asMoment, asText, asTruth, columnsOfConcern, isJson, readableText, tableIn } from "./table-file.js";

/**
 * The columns of a CSV file as the example has them: a line for each agency of each meeting. What is blank is not
 * recorded. Beside them stand "concern types", "immediate action" and every question about the concern, such as
 * "serious risk".
 */
export const COLUMNS = [
  "ref", "team", "referral received", "concerns identified", "others considered", "started", "ended", "repeat",
  "settled", "agency", "requested", "attended", "form returned", "done decisions", "done minutes",
];

/** Two lines of one meeting. */
export const EXAMPLE = [
  [
    "A1", "north", "03/08/2026 10:00", "03/08/2026 09:30", "yes", "03/08/2026 14:00", "03/08/2026 15:30", "no", "yes",
    "police", "yes", "yes", "yes", "04/08/2026 10:00", "05/08/2026",
  ],
  ["A1", "", "", "", "", "", "03/08/2026 15:30", "", "", "children's social care", "yes", "yes", "yes", "", ""],
  ["A1", "", "", "", "", "", "03/08/2026 15:30", "", "", "health", "yes", "yes", "yes", "", ""],
];

const DONE = /^done (.+)$/;

/** What a column holds, and where it stands in a meeting: its path, or that it is of the agency. */
function columnsKnown() {
  return new Map(/** @type {[string, import("./table-file.js").Column][]} */ ([
    ["ref", { reads: asText, path: "ref" }],
    ["team", { reads: asText, path: "team" }],
    ["started", { reads: asMoment, path: "startedAt" }],
    ["ended", { reads: asMoment, path: "endedAt" }],
    ["settled", { reads: asTruth, path: "settled" }],
    ["repeat", { reads: asTruth, path: "repeat" }],
    ...columnsOfConcern("concern."),
    ["agency", { reads: asText, path: "agency", ofAgency: true }],
    ["requested", { reads: asTruth, path: "requested", ofAgency: true }],
    ["attended", { reads: asTruth, path: "attended", ofAgency: true }],
    ["form returned", { reads: asTruth, path: "formReturned", ofAgency: true }],
  ]));
}

/**
 * The meetings in a file as the library takes them, and what is wrong with its lines: `{ meetings, problems, columns,
 * places }`, each problem `{ line, text }`. In `places` stands where each meeting is in the file; null where no lines
 * are told.
 */
export async function meetingsIn(file) {
  const { text, problem } = await readableText(file);
  if (problem) return nothing(problem);
  return isJson(file) ? fromJson(text) : fromCsv(text);
}

function nothing(problem) {
  return { meetings: [], problems: [{ line: null, text: problem }], columns: [], places: null };
}

function fromJson(text) {
  try {
    const value = JSON.parse(text);
    const meetings = Array.isArray(value) ? value : value.meetings;
    if (Array.isArray(meetings) && isShallow(meetings))
      return { meetings: meetings.map(withMoments), problems: [], columns: [], places: null };
  } catch {
    // Told below.
  }
  return nothing(MEETINGS_FILE.notJson);
}

/**
 * A meeting of a JSON file with its moments as a CSV file may write them; what cannot be read is left for the library
 * to refuse.
 */
function withMoments(value, key) {
  if (typeof value === "string") return typeof key === "string" ? (momentIn(value) ?? value) : value;
  if (Array.isArray(value) || value === null || typeof value !== "object") return value;
  const isMoment = (name) => /At$/.test(name) || key === "done";
  return Object.fromEntries(
    Object.entries(value).map(([name, of]) => [
      name,
      isMoment(name) || (of && typeof of === "object" && !Array.isArray(of)) ? withMoments(of, name) : of,
    ]),
  );
}

async function fromCsv(text) {
  const known = columnsKnown();
  const done = (name) =>
    DONE.test(name) && { reads: asMoment, path: `done.${name.match(DONE)[1].replaceAll(" ", "-")}` };
  const table = await tableIn(text, (name) => known.get(name) ?? (done(name) || null), ["ref", "agency"]);
  if (table.problem) return nothing(table.problem);
  const { lines, problems, columns, nameAt } = table;
  return {
    ...meetingsOf(
      lines,
      problems,
      [...known.values()].filter(({ ofAgency }) => ofAgency),
      nameAt,
    ),
    problems,
    columns,
  };
}
