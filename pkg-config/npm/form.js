// What a form holds, as facts: the names of its fields are paths, and a field that is left empty is not known.

import { LISTS, NUMBERS, TEXTS } from "../glue/kinds.js";
import { SafeguardingError } from "./error.js";
import { placeOf } from "./facts.js";
import { touch } from "./given.js";
import { entriesIn } from "./many.js";

const NAME = /^[^.[\]]+(?:\.[^.[\]]+|\[[^.[\]]+\])*(?:\[\])?$/;
const PART_OF_A_DATE = /^([A-Za-z]+)-(day|month|year|time)$/;
/** Facts inside facts go no deeper, and are no more. */
const MAX_STEPS = 32;
const MAX_OBJECTS = 20_000;
const SAID = { on: true, true: true, yes: true, false: false, no: false, unknown: "unknown" };

/** The facts in a form; `fields` are those that `questionsFor` told, where the form was made from them. */
export function factsFrom(form, fields = []) {
  const asked = new Map(readable(() => listed(fields, ({ path, kind }) => [path, kind])));
  const whole = node();
  for (const [name, value] of readable(() => listed(entriesOf(form), ([name, value]) => [typeof name === "string" ? name : "", whatIs(value)]))) {
    const steps = name.split(/[.[\]]+/).filter((step) => step !== "");
    if (steps.length > MAX_STEPS || !NAME.test(name)) refuse("unknown-field", "…", "Expected the path of a fact as the name of the field.");
    const [, base, part] = PART_OF_A_DATE.exec(steps.at(-1)) ?? [];
    const place = [...steps.slice(0, -1), base ?? steps.at(-1)].reduce(below, whole);
    if (part !== undefined) place.date.set(part, textIn(value).trim());
    else place.values.push(value);
    place.isList ||= name.endsWith("[]");
  }
  return told(whole, "", "", asked) ?? {};
}

function node() {
  return { values: [], date: new Map(), parts: new Map(), isList: false };
}

function below({ parts }, step) {
  if (!parts.has(step)) parts.set(step, node());
  return parts.get(step);
}

// One by one, so that the first entry that is none ends it, however many are said to follow.
function listed(entries, read) {
  const list = [];
  for (const entry of entries) list.push(read(entry));
  return list;
}

/** A value that may be looked at: of an object that is no Date, only that it is one. */
function whatIs(value) {
  return typeof value === "object" && value !== null && !(value instanceof Date) ? {} : value;
}

/** Names and values, as a form posts them or as a server has put them into objects. */
function* entriesOf(form) {
  const seen = { objects: 0 };
  if (typeof form[Symbol.iterator] === "function") yield* form;
  else for (const [name, value] of Object.entries(form)) yield* flat(name, value, seen);
}

// What holds itself, or one thing in very many places, is not followed further: an object where a text should be is refused.
function* flat(name, value, seen, steps = 1) {
  if (typeof value !== "object" || value === null || value instanceof Date || steps > MAX_STEPS || seen.objects > MAX_OBJECTS) return yield [name, value];
  seen.objects += 1;
  if (!Array.isArray(value)) for (const [step, inner] of Object.entries(value)) yield* flat(`${name}.${step}`, inner, seen, steps + 1);
  else for (const [index, inner] of entriesIn(value).entries()) yield* typeof inner === "object" ? flat(`${name}[${index}]`, inner, seen, steps + 1) : flat(`${name}[]`, inner, seen, steps + 1);
}

/** What a place and those below it hold; undefined where nobody has said anything. */
function told({ values, date, parts, isList }, name, path, asked) {
  const given = [...values, dateOf(date, path)].map((value) => said(value, name, path, asked)).filter((value) => value !== undefined);
  if (parts.size === 0) return isList || given.length > 1 || isListed(name, path, asked) ? listOf(given) : given.at(0);
  if (given.length > 0) refuse("bad-input", path, "Expected either a value here or fields below it, not both.");
  if ([...parts.keys()].every((step) => /^\d+$/.test(step))) {
    const inOrder = [...parts].sort(([one], [other]) => one - other);
    return listOf(inOrder.map(([step, part]) => told(part, name, `${path}[${step}]`, asked)).filter((entry) => entry !== undefined));
  }
  const entries = [...parts].map(([step, part]) => [step, told(part, step, placeOf(path, step), asked)]).filter(([, value]) => value !== undefined);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function listOf(given) {
  return given.length > 0 ? given : undefined;
}

function isListed(name, path, asked) {
  return asked.has(path) ? asked.get(path) === "list" : LISTS.includes(name);
}

function said(value, name, path, asked) {
  if (typeof value === "boolean" || typeof value === "number" || value instanceof Date) return value;
  const text = textIn(value, path).trim();
  if (text === "") return undefined;
  const kind = asked.get(path);
  if ((kind === "count" || NUMBERS.includes(name)) && /^\d{1,9}$/.test(text)) return Number(text);
  // A text stays what was written; a word may be called yes or no only where a list says so.
  const isAnswer = kind === undefined ? !TEXTS.includes(name) && !LISTS.includes(name) : kind === "answer";
  const word = text.toLowerCase();
  return (isAnswer || word === "unknown") && Object.hasOwn(SAID, word) ? SAID[word] : text;
}

function textIn(value, path) {
  if (value === null || value === undefined) return "";
  if (typeof value !== "string") refuse("bad-input", path, "Expected a text of the form here, not a file or anything else.");
  return value;
}

/** A date that was asked in three fields, `…-day`, `…-month` and `…-year`, with or without a `…-time`. */
function dateOf(parts, path) {
  const [day, month, year, time] = ["day", "month", "year", "time"].map((part) => parts.get(part) ?? "");
  if (`${day}${month}${year}${time}` === "") return "";
  if (!/^\d{1,2}-\d{1,2}-\d{4}$/.test(`${day}-${month}-${year}`)) refuse("bad-date", path, "Expected a day, a month and a year of four figures.");
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return time === "" ? date : `${date}T${time}`;
}

// A getter or a Proxy of the caller's runs here.
function readable(read) {
  return touch("", "Expected a FormData, its entries, or an object of its fields.", read);
}

function refuse(code, path, message) {
  throw new SafeguardingError(code, path ?? "", message);
}
