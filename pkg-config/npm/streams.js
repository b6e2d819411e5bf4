// Very many records, one after another: read from a file, reported, and judged anew under other rules. None is held longer than it takes.

import { SafeguardingError, answerQuestion } from "safeguarding-rules";

export { reportQuarterFrom } from "safeguarding-rules";
export { readCsv, readJsonLines } from "./lines.js";

const CASES_AT_ONCE = 100;
const SCOPE = ["area", "packs", "asOf", "national"];
/** What a record of sharing is given where it is made: two records of one case differ by what the rules say alone. */
const MADE = { id: "00000000-0000-4000-8000-000000000000", salt: "0".repeat(32) };
const MOST_EXAMPLES = 1_000;
const MOST_CHANGES = 1_000;
/** A word of a closed list, such as a timescale or a route: what it changes to can be counted. */
const WORD = /^(?!\d{4}-\d\d)[a-z\d]+(?:-[a-z\d]+){0,8}$/;

export async function replay(question, cases, against, { examples = 10, onProgress, signal } = {}) {
  const other = otherRules(against);
  const [told, changes] = [{ cases: 0, different: 0, fields: {}, changes: [], examples: [] }, new Map()];
  for await (const facts of cases) {
    const place = told.cases;
    let before = placed(place, () => answerQuestion(question, facts));
    const made = before.answer.record && { ...MADE, createdAt: before.answer.record.createdAt };
    if (made) before = placed(place, () => answerQuestion(question, { ...made, ...facts }));
    const after = placed(place, () => answerQuestion(question, { ...made, ...facts, ...other }));
    told.cases += 1;
    const fields = differing(before, after);
    for (const field of fields) {
      told.fields[field] = (told.fields[field] ?? 0) + 1;
      count(changes, field, valueIn(before, field), valueIn(after, field));
    }
    told.different += Math.sign(fields.length);
    if (fields.length > 0 && told.examples.length < Math.min(examples, MOST_EXAMPLES)) told.examples.push({ place, fields, before, after });
    if (told.cases % CASES_AT_ONCE === 0) {
      signal?.throwIfAborted();
      onProgress?.(told.cases);
    }
  }
  onProgress?.(told.cases);
  told.changes = [...changes.values()].sort((one, other) => other.cases - one.cases);
  return told;
}

/** The documents and the day of the other side. What the facts say of either gives way to it. */
function otherRules(against) {
  const names = typeof against === "object" && against !== null ? Object.keys(against) : [];
  if (names.length === 0 || names.some((name) => !SCOPE.includes(name))) throw new SafeguardingError("bad-input", "against", `Expected an object with one or more of ${SCOPE.join(", ")}.`);
  const [{ area, packs }, isElsewhere] = [against, "area" in against || "packs" in against];
  return { ...against, ...(isElsewhere && { area, packs }) };
}

/** The fields of the answer that differ, and whether it is settled. */
function differing(before, after) {
  const names = new Set([...Object.keys(before.answer), ...Object.keys(after.answer), "settled"]);
  return [...names].filter((name) => JSON.stringify(valueIn(before, name)) !== JSON.stringify(valueIn(after, name)));
}

function valueIn({ answer, settled }, name) {
  return name === "settled" ? settled : answer[name];
}

function count(changes, field, before, after) {
  if (![before, after].every(isWord)) return;
  const key = JSON.stringify([field, before, after]);
  const known = changes.get(key);
  if (known) known.cases += 1;
  else if (changes.size < MOST_CHANGES) changes.set(key, { field, before, after, cases: 1 });
}

function isWord(value) {
  return value === null || typeof value === "boolean" || (typeof value === "string" && WORD.test(value));
}

function placed(place, answer) {
  try {
    return answer();
  } catch (error) {
    if (!(error instanceof SafeguardingError) || error.code === "internal" || error.path === "question") throw error;
    throw new SafeguardingError(error.code, `cases[${place}]${error.path && `.${error.path}`}`, error.message);
  }
}
