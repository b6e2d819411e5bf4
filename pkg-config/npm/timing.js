// When is each of very many cases due? Cases are packed into columns here, strictly, and a few thousand are answered by one call. A
// case that says more than columns hold is answered by itself, as `classifyConcern` answers it: nothing is refused or lost for speed.

import * as door from "../glue/safeguarding_rules.js";
import { SafeguardingError, refuse } from "./error.js";
import { textOf } from "./facts.js";
import { touch } from "./given.js";
import { listOf, placed } from "./many.js";
import { rules } from "./rules.js";

/** As many are answered by one call, so that the memory of the rules does not grow with the number of cases. */
const AT_ONCE = 8_192;

const MOMENTS = ["concernsIdentifiedAt", "referralReceivedAt", "immediateActionAt"];
const COLUMNS = ["facts", ...MOMENTS];
const FIELDS = ["area", "concerns", "complexReason", "othersConsidered", ...MOMENTS];
const [YES, NO, UNKNOWN] = [1, 2, 3];
const DAY = 86_400_000;
const [DASH, ZERO] = [45, 48];

/** Years in which a day may lie, and beyond them so many days as no time is longer than. */
const YEARS = 230;
const LAST_DAY = 366 * YEARS + 20_000;

const MOST_REASONS = 1_000;
const LONGEST_REASON = 200;
const NOT_PLAIN_TEXT = /\p{Surrogate}/u;

const ofTypedArrays = Object.getPrototypeOf(Uint8Array.prototype);
const [kindOf, lengthOf, bufferOf, offsetOf] = [Symbol.toStringTag, "length", "buffer", "byteOffset"].map((name) => {
  const { get } = Object.getOwnPropertyDescriptor(ofTypedArrays, name);
  return (array) => get.call(array);
});

export function describeColumns(common = {}) {
  const [facts, timescales] = rules.ask(door.describeColumns, textOf(common));
  return {
    facts: facts.map((name, place) => ({ name, bit: 2 * place })),
    othersConsidered: 2 * facts.length,
    complexReason: 2 * facts.length + 1,
    timescales: [null, ...timescales],
  };
}

export function timeColumns(columns, common = {}) {
  const text = textOf(common);
  const told = columnsOf(columns);
  const cases = told.facts.length;
  const dues = emptyDues(cases);
  for (let first = 0; first === 0 || first < cases; first += AT_ONCE) timeSome(text, first, Math.min(AT_ONCE, cases - first), told, dues);
  return dues;
}

export function timeMany(cases, common = {}) {
  const list = listOf(cases);
  const text = textOf(common);
  const packer = packerFor(text);
  const [told, dues] = [emptyColumns(AT_ONCE), emptyDues(AT_ONCE)];
  const answers = [];
  for (let first = 0; first < list.length; first += AT_ONCE) {
    const count = Math.min(AT_ONCE, list.length - first);
    const alone = [];
    for (let place = 0; place < count; place++) if (!packer?.pack(list[first + place], told, place)) alone.push(place);
    if (packer) timeSome(text, 0, count, told, dues);
    for (let place = 0; place < count; place++) answers.push(packer?.answer(dues, place));
    for (const place of alone) answers[first + place] = placed(first + place, () => answerOf(list[first + place], text));
  }
  return answers;
}

/** Answers the cases from a place on. What crosses is a view of our own, whatever the caller's columns are. */
function timeSome(text, first, count, told, dues) {
  const part = (column) => (column.length === 0 ? column : new column.constructor(column.buffer, column.byteOffset + first * column.BYTES_PER_ELEMENT, count));
  const parts = [...COLUMNS.map((name) => told[name]), dues.dueBy, dues.timescale, dues.mostUrgentTimescale, dues.settled].map(part);
  rules.ask(door.timeColumns, text, first, ...parts);
}

function emptyDues(cases) {
  const [timescale, mostUrgentTimescale, settled] = Array.from({ length: 3 }, () => new Uint8Array(cases));
  return { dueBy: new Uint32Array(cases), timescale, mostUrgentTimescale, settled };
}

function emptyColumns(cases) {
  return Object.fromEntries(COLUMNS.map((name) => [name, new Uint32Array(cases)]));
}

/** The caller's columns as views of our own. A column that is left out is empty. */
function columnsOf(columns) {
  if (columns === null || typeof columns !== "object") refuse("bad-input", "", `Expected an object with ${COLUMNS.join(", ")}.`);
  const { names, given } = touch("", "Expected a plain object.", () => {
    const given = COLUMNS.map((name) => (Object.hasOwn(columns, name) ? columns[name] : undefined));
    return { names: Reflect.ownKeys(columns), given };
  });
  if (names.some((name) => !COLUMNS.includes(name))) refuse("unknown-field", "", `Expected an object with ${COLUMNS.join(", ")} and nothing else.`);
  // What stands on every object's prototype is no column that was told.
  const told = Object.create(null);
  COLUMNS.forEach((name, place) => (told[name] = columnOf(given[place], name, told.facts?.length)));
  return told;
}

function columnOf(given, name, cases) {
  if ((given === undefined || given === null) && cases !== undefined) return new Uint32Array(0);
  if (!ArrayBuffer.isView(given) || kindOf(given) !== "Uint32Array") refuse("bad-input", name, "Expected a Uint32Array with one entry for each case.");
  const column = touch("", "Expected columns of your own.", () => new Uint32Array(bufferOf(given), offsetOf(given), lengthOf(given)));
  if (cases !== undefined && column.length !== cases) refuse("bad-input", name, "Expected as many entries as in facts.");
  return column;
}

/** What packs cases that have this in common; none where these documents need more of `now` than columns hold. */
function packerFor(text) {
  let layout;
  try {
    layout = rules.ask(door.describeColumns, text);
  } catch (error) {
    if (!(error instanceof SafeguardingError) || error.path !== "now") throw error;
    rules.ask(door.answer, "classify-concern", text);
    return undefined;
  }
  return packerOf(layout, JSON.parse(text));
}

function packerOf([facts, timescales], { area, othersConsidered }) {
  const shifts = new Map(facts.map((name, place) => [name, 2 * place]));
  const [OTHERS, REASON] = [1 << (2 * facts.length), 1 << (2 * facts.length + 1)];
  // Cases of one portal name their facts in one order: where the last had it, the next is looked for first.
  const [names, shiftsInOrder] = [[...facts], facts.map((name) => shifts.get(name))];
  const ids = [null, ...timescales];
  const mayInherit = FIELDS.some((name) => name in Object.prototype) || facts.some((name) => name in Object.prototype);

  /** Puts a case into the columns. False where it holds anything but what these hold. */
  function pack(facts, told, place) {
    try {
      return !mayInherit && isPlain(facts) && packFields(facts, told, place);
    } catch {
      return false;
    }
  }

  function packFields(facts, told, place) {
    let [fields, bits, identified, received, action] = [0, 0, 0, 0, 0];
    for (const name in facts) {
      const value = facts[name];
      fields++;
      // Whatever else a case holds would be lost.
      switch (name) {
        case "concerns": {
          const of = bitsOf(value);
          if (of < 0) return false;
          bits |= of;
          break;
        }
        case "concernsIdentifiedAt":
          identified = dayOf(value);
          break;
        case "referralReceivedAt":
          received = dayOf(value);
          break;
        case "immediateActionAt":
          action = dayOf(value);
          break;
        case "complexReason": {
          const isReason = isReasonOf(value);
          if (isReason === undefined) return false;
          if (isReason) bits |= REASON;
          break;
        }
        case "othersConsidered":
          if (value === true) bits |= OTHERS;
          else if (value !== undefined && (value !== false || othersConsidered)) return false;
          break;
        case "area":
          if (value !== area) return false;
          break;
        default:
          return false;
      }
    }
    if (identified < 0 || received < 0 || action < 0 || isHidingFrom(facts, fields)) return false;
    told.facts[place] = bits;
    told.concernsIdentifiedAt[place] = identified;
    told.referralReceivedAt[place] = received;
    told.immediateActionAt[place] = action;
    return true;
  }

  function bitsOf(concerns) {
    if (concerns === undefined || concerns === null) return 0;
    if (!isPlain(concerns)) return -1;
    let [bits, place] = [0, 0];
    for (const name in concerns) {
      if (names[place] !== name) {
        const shift = shifts.get(name);
        if (shift === undefined) return -1;
        names[place] = name;
        shiftsInOrder[place] = shift;
      }
      const truth = concerns[name];
      if (truth === true) bits |= YES << shiftsInOrder[place];
      else if (truth === false) bits |= NO << shiftsInOrder[place];
      else if (truth === "unknown" || truth === null) bits |= UNKNOWN << shiftsInOrder[place];
      else if (truth !== undefined) return -1;
      place++;
    }
    return isHidingFrom(concerns, place) ? -1 : bits;
  }

  function answer(dues, place) {
    return {
      timescale: ids[dues.timescale[place]],
      mostUrgentTimescale: ids[dues.mostUrgentTimescale[place]],
      dueBy: dateOf(dues.dueBy[place]),
      settled: dues.settled[place] === 1,
    };
  }

  return { pack, answer };
}

let dates;

function dateOf(day) {
  if (day === 0) return null;
  dates ??= new Array(LAST_DAY);
  return (dates[day] ??= new Date(day * DAY).toISOString().slice(0, 10));
}

const reasons = new Map();

/** Is a text a reason that a longer time may rest on? Not told of what is no short plain text, or names a kind of concern. */
function isReasonOf(text) {
  if (text === null) return false;
  const known = reasons.get(text);
  if (known !== undefined || typeof text !== "string" || text.length > LONGEST_REASON || NOT_PLAIN_TEXT.test(text)) return known;
  const isReason = rules.ask(door.isReason, text);
  if (reasons.size === MOST_REASONS) reasons.clear();
  reasons.set(text, isReason);
  return isReason;
}

/** Has an object names of its own that a loop does not see? They are read where every name is. */
function isHidingFrom(object, seen) {
  return Object.getOwnPropertyNames(object).length !== seen;
}

/** Of an object with a prototype of its own, or of another realm, more is to be looked at. */
function isPlain(facts) {
  if (typeof facts !== "object" || facts === null) return false;
  const prototype = Object.getPrototypeOf(facts);
  return prototype === Object.prototype || prototype === null;
}

// The days before each month of the years that columns hold, so that a date is read in a few steps.
const MONTHS = Int32Array.from({ length: 12 * YEARS + 1 }, (_, month) => Date.UTC(1970, month, 1) / DAY);

/** The number of a day such as 2026-03-02, 0 of none, and -1 of whatever columns do not hold. */
function dayOf(text) {
  if (text === undefined || text === null) return 0;
  if (typeof text !== "string" || text.length !== 10 || text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return -1;
  const inYear = 10 * digit(text, 5) + digit(text, 6);
  const month = 12 * (1000 * digit(text, 0) + 100 * digit(text, 1) + 10 * digit(text, 2) + digit(text, 3) - 1970) + inYear - 1;
  const day = MONTHS[month] + 10 * digit(text, 8) + digit(text, 9) - 1;
  return inYear >= 1 && inYear <= 12 && day > 0 && day >= MONTHS[month] && day < MONTHS[month + 1] ? day : -1;
}

function digit(text, place) {
  const digit = text.charCodeAt(place) - ZERO;
  return digit >= 0 && digit <= 9 ? digit : NaN;
}

/** The times of a case that is asked by itself. What belongs to it stands before what all have in common. */
function answerOf(facts, common) {
  const own = JSON.parse(textOf(facts));
  const { answer, settled } = rules.ask(door.answer, "classify-concern", textOf({ ...JSON.parse(common), ...own }));
  const { timescale, mostUrgentTimescale, dueBy } = answer;
  return { timescale, mostUrgentTimescale, dueBy, settled };
}
