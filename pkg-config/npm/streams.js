// Very many records, one after another: read from a file, reported, and judged anew under other rules. None is held longer than it takes.

import { SafeguardingError, answerQuestion } from "safeguarding-rules";
import { textOf } from "./facts.js";
import { touch } from "./given.js";
import { itemsOf, optionsOf } from "./stream.js";

export { reportQuarterFrom } from "safeguarding-rules";
export { readCsv, readJsonLines } from "./lines.js";

const CASES_AT_ONCE = 100;
const EXPECTED = "Expected a list, a stream or something else to go through, of cases one by one.";
const SCOPE = ["area", "packs", "asOf", "national"];
const OF_SCOPE = `Expected an object with one or more of ${SCOPE.join(", ")}.`;
/** What a record of sharing is given where it is made: two records of one case differ by what the rules say alone. */
const MADE = { id: "00000000-0000-4000-8000-000000000000", salt: "0".repeat(32) };
const EXAMPLES = 10;
const MOST_EXAMPLES = 1_000;
const MOST_CHANGES = 1_000;
/** A word of a closed list, such as a timescale or a route: what it changes to can be counted. */
const WORD = /^(?!\d{4}-\d\d)[a-z\d]+(?:-[a-z\d]+){0,8}$/;

export async function replay(question, cases, against, options = {}) {
  const { examples, tell, endIfTold } = optionsOf(options);
  if (examples != null && !(Number.isInteger(examples) && examples >= 0)) throw new SafeguardingError("bad-input", "examples", "Expected a whole number from 0.");
  const other = otherRules(against);
  const [told, differ, changes] = [{ cases: 0, different: 0, fields: {}, changes: [], examples: [] }, new Map(), new Map()];
  for await (const { item } of itemsOf(cases, "cases", EXPECTED)) {
    const place = told.cases;
    // Read once, so that every answer is one to the same facts.
    const facts = placed(place, () => JSON.parse(textOf(item)));
    let before = placed(place, () => answerQuestion(question, facts));
    const made = before.answer.record && { ...MADE, createdAt: before.answer.record.createdAt };
    if (made) before = placed(place, () => answerQuestion(question, { ...made, ...facts }));
    const after = placed(place, () => answerQuestion(question, { ...made, ...facts, ...other }));
    told.cases += 1;
    const fields = differing(before, after);
    for (const field of fields) {
      differ.set(field, (differ.get(field) ?? 0) + 1);
      count(changes, field, valueIn(before, field), valueIn(after, field));
    }
    told.different += Math.sign(fields.length);
    if (fields.length > 0 && told.examples.length < Math.min(examples ?? EXAMPLES, MOST_EXAMPLES)) told.examples.push({ place, fields, before, after });
    if (told.cases % CASES_AT_ONCE === 0) {
      endIfTold();
      tell(told.cases);
    }
  }
  tell(told.cases);
  told.fields = Object.fromEntries(differ);
  told.changes = [...changes.values()].sort((one, other) => other.cases - one.cases);
  return told;
}

/** The documents and the day of the other side. What the facts say of either gives way to it. */
function otherRules(against) {
  const other = touch("against", OF_SCOPE, () => (typeof against === "object" ? { ...against } : {}));
  const names = Object.keys(other);
  if (names.length === 0 || names.some((name) => !SCOPE.includes(name))) throw new SafeguardingError("bad-input", "against", OF_SCOPE);
  const isElsewhere = names.includes("area") || names.includes("packs");
  return { ...(isElsewhere && { area: undefined, packs: undefined }), ...other };
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
