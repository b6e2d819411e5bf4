// Open cases, read from a CSV or JSON file of this device.

import { put } from "safeguarding-rules/parts";
import { CASES_FILE } from "../words.js";
import { isShallow } from "./plain.js";
import { asMoment, asText, asTruth, columnsOfConcern, isJson, readableText, tableIn } from "./table-file.js";

/**
 * The columns of a CSV file as the example has them: a line for each case. Beside them stands every question about the
 * concern.
 */
export const COLUMNS = [
  "ref", "team", "area", "referral received", "concerns identified", "serious risk", "held", "full",
];

/** Two cases. */
export const EXAMPLE = [
  ["A1", "north", "", "03/08/2026 10:00", "03/08/2026 09:30", "yes", "", ""],
  ["A2", "north", "", "", "03/08/2026", "no", "04/08/2026 14:00", "yes"],
];

/** What a column holds, and where it stands in the facts of a case: its path, or that it tells which case it is. */
function columnsKnown() {
  return new Map(/** @type {[string, import("./table-file.js").Column][]} */ ([
    ["ref", { reads: asText, path: "ref" }],
    ["team", { reads: asText, path: "team" }],
    ["area", { reads: asText, path: "area" }],
    ["held", { reads: asMoment, path: "held.at" }],
    ["full", { reads: asTruth, path: "held.full" }],
    ...columnsOfConcern(),
  ]));
}

/**
 * The cases in a file, each `{ line, ref, team, facts }`, and what is wrong with its lines, each problem `{ line, text
 * }`.
 */
export async function casesIn(file) {
  const { text, problem } = await readableText(file);
  if (problem) return nothing(problem);
  return isJson(file) ? fromJson(text) : fromCsv(text);
}

function nothing(problem) {
  return { cases: [], problems: [{ line: null, text: problem }], columns: [] };
}

function fromJson(text) {
  try {
    const cases = JSON.parse(text);
    if (Array.isArray(cases) && isShallow(cases) && cases.every(isCase)) {
      return {
        cases: cases.map(({ ref, team, facts }) => ({
          line: null,
          ref: String(ref),
          team: team == null ? "" : String(team),
          facts,
        })),
        problems: [],
        columns: [],
      };
    }
  } catch {
    // Told below.
  }
  return nothing(CASES_FILE.notJson);
}

function isCase(entry) {
  const isOne = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  return isOne(entry) && isOne(entry.facts) && ["string", "number"].includes(typeof entry.ref);
}

async function fromCsv(text) {
  const known = columnsKnown();
  const { problem, lines, problems, columns } = await tableIn(text, (name) => known.get(name) ?? null, ["ref"]);
  if (problem) return nothing(problem);
  return { cases: lines.map(caseOf), problems, columns };
}

function caseOf({ line, cells }) {
  const facts = {};
  const { ref, team, ...told } = Object.fromEntries([...cells].map(([path, { value }]) => [path, value]));
  for (const [path, value] of Object.entries(told))
    if (value !== null && !path.startsWith("held.")) put(facts, path, value);
  // A meeting of which neither day nor hour is known was held all the same, where the file says that it was in full.
  if (told["held.at"] || told["held.full"] === true)
    facts.held = [{ at: told["held.at"] ?? null, full: told["held.full"] ?? "unknown" }];
  return { line, ref, team: team ?? "", facts };
}
