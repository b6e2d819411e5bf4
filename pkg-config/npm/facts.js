// Copies the caller's facts into JSON text before the rules see them. A getter or a Proxy can run
// code of the caller's: it runs here, once for each field, and never while WebAssembly is running.

import { refuse } from "./error.js";
import { touch } from "./given.js";

const MAX_DEPTH = 32;
const MAX_ENTRIES = 20_000;
const MAX_CHARACTERS = 10_000;
const MAX_CHARACTERS_IN_ALL = 1_000_000;

const SAFE_KEY = /^[A-Za-z_][A-Za-z0-9_]{0,39}$/;
const { getTime } = Date.prototype;
const PLAIN = "Expected plain data here.";
const LONE_SURROGATE = /\p{Surrogate}/u;

/** The facts as JSON text; refuses with a SafeguardingError whatever JSON would lose or change in silence. */
export function textOf(facts) {
  if (facts === null || typeof facts !== "object") refuseWhole();
  return written(writeObject, facts);
}

function written(write, value, trail = []) {
  const copy = { text: "", trail, entries: 0, characters: 0 };
  write(copy, value, "");
  return copy.text;
}

/** A question's name and its facts as JSON text, in which the facts' own paths stay as they are. */
export function textOfQuestion(question, facts) {
  const name = typeof question === "string" ? question : null;
  return `{"question":${JSON.stringify(name)},"facts":${textOf(facts)}}`;
}

/** The two sides of a comparison as JSON text, in which a pack stands as its own JSON text. */
export function textOfSides(sides) {
  const fields = Object.entries(JSON.parse(textOf(sides))).map(([name, side]) => {
    // Only texts are left to JSON.stringify: anything else it would write as a page's toJSON says.
    return `${JSON.stringify(name)}:${isPack(side) ? JSON.stringify(textOf(side)) : written(writeValue, side, [sides])}`;
  });
  return `{${fields.join()}}`;
}

/** A text that is given as the whole; refuses whatever is none. */
export function plainText(text) {
  if (typeof text !== "string") refuse("bad-input", "", "Expected a text here.");
  if (text.length > MAX_CHARACTERS_IN_ALL) refuse("too-large", "", "Expected at most 1,000,000 characters.");
  if (LONE_SURROGATE.test(text)) refuse("bad-input", "", "Expected well-formed text here: it holds half of a character.");
  return text;
}

function isPack(side) {
  return typeof side === "object" && side !== null && !Array.isArray(side);
}

// To a text, not to a list: what a page puts under a number on a prototype could swallow an entry.
function add(copy, piece) {
  copy.text += piece;
}

function writeValue(copy, value, path) {
  if (value === null || value === undefined) return add(copy, "null");
  switch (typeof value) {
    case "boolean":
      return add(copy, String(value));
    case "number":
      return writeNumber(copy, value, path);
    case "string":
      return writeText(copy, value, path);
    case "object":
      return writeObject(copy, value, path);
    default:
      return refuse("not-plain", path, `Expected plain data here, not a ${typeof value}.`);
  }
}

function writeNumber(copy, value, path) {
  if (!Number.isFinite(value)) refuse("bad-input", path, "Expected a finite number here, or leave the field out.");
  add(copy, String(value));
}

function writeText(copy, text, path) {
  if (text.length > MAX_CHARACTERS) refuse("too-long", path, "Expected a text of at most 10,000 characters here.");
  copy.characters += text.length;
  if (copy.characters > MAX_CHARACTERS_IN_ALL) refuse("too-large", path, "Expected at most 1,000,000 characters in all.");
  if (LONE_SURROGATE.test(text)) refuse("bad-input", path, "Expected well-formed text here: it holds half of a character.");
  add(copy, JSON.stringify(text));
}

function writeObject(copy, object, path) {
  if (copy.trail.includes(object)) refuse("not-plain", path, "Expected plain data here: it contains itself.");
  if (copy.trail.length === MAX_DEPTH) refuse("too-large", path, "Expected at most 32 levels of facts inside facts.");
  const shape = shapeOf(object, path);
  if (shape.time !== undefined) return writeMoment(copy, shape.time, path);
  if (shape.isArray && copy.trail.length === 0) refuseWhole();
  // Counted before any value is read, so that a huge object costs next to nothing.
  copy.entries += shape.keys.length;
  if (copy.entries > MAX_ENTRIES) refuse("too-large", path, "Expected at most 20,000 fields and list entries in all.");
  copy.trail.push(object);
  if (shape.isArray) writeList(copy, object, shape, path);
  else writeFields(copy, object, shape, path);
  copy.trail.pop();
}

function writeList(copy, list, { keys, length }, path) {
  if (length !== keys.length || keys.some((key, index) => key !== String(index)))
    refuse("not-plain", path, "Expected a plain list here, without gaps and without fields of its own.");
  add(copy, "[");
  for (let index = 0; index < length; index++) {
    const place = `${path}[${index}]`;
    if (index > 0) add(copy, ",");
    writeValue(copy, read(list, index, place), place);
  }
  add(copy, "]");
}

function writeFields(copy, object, { keys }, path) {
  let separator = "{";
  for (const key of keys) {
    const place = placeOf(path, key);
    if (typeof key === "symbol") refuse("not-plain", place, "Expected plain data here: a field is named by a symbol.");
    if (key === "__proto__") refuse("unknown-field", place, "This field is not known here.");
    const value = read(object, key, place);
    if (value === undefined) continue;
    add(copy, separator);
    writeText(copy, key, place);
    add(copy, ":");
    writeValue(copy, value, place);
    separator = ",";
  }
  add(copy, separator === "{" ? "{}" : "}");
}

// Every own key counts, enumerable or not: a fact that JSON.stringify would skip is not lost here.
function shapeOf(object, path) {
  const shape = touch(path, PLAIN, () => {
    const isArray = Array.isArray(object);
    const prototype = Object.getPrototypeOf(object);
    const isPlain = isArray ? isListPrototype(prototype) : prototype === null || isRootPrototype(prototype);
    if (!isPlain) return { isPlain, time: path === "" ? undefined : timeOf(object) };
    const keys = Reflect.ownKeys(object);
    if (!isArray) return { isPlain, isArray, keys };
    return { isPlain, isArray, keys: keys.filter((key) => key !== "length"), length: object.length };
  });
  if (!shape.isPlain && shape.time === undefined) refuse("not-plain", path, "Expected plain data here: a plain object or list, with nothing inherited.");
  return shape;
}

// A Date of any realm, by what it is and not by what it is called; one that carries facts of its own is none.
function timeOf(object) {
  if (Reflect.ownKeys(object).length > 0) return undefined;
  try {
    return getTime.call(object);
  } catch {
    return undefined;
  }
}

function writeMoment(copy, time, path) {
  const moment = Number.isNaN(time) ? "" : new Date(time).toISOString();
  if (moment.length !== "2026-03-02T09:10:00.000Z".length) refuse("bad-date", path, "Expected a date that is in the calendar.");
  writeText(copy, `${moment.slice(0, 19)}Z`, path);
}

// Object.prototype of any realm: a frame's or a worker's plain objects are plain too. A home-made
// prototype could carry facts that the copy would lose, so the root must look like a real one.
function isRootPrototype(prototype) {
  if (prototype === Object.prototype) return true;
  if (Object.getPrototypeOf(prototype) !== null || Object.keys(prototype).length > 0) return false;
  const maker = Object.getOwnPropertyDescriptor(prototype, "constructor")?.value;
  return typeof maker === "function" && maker.prototype === prototype && Object.hasOwn(prototype, "isPrototypeOf");
}

// Only the Array.prototype of a realm is itself a list that stands directly on a root.
function isListPrototype(prototype) {
  if (prototype === Array.prototype) return true;
  return Array.isArray(prototype) && isRootPrototype(Object.getPrototypeOf(prototype));
}

function read(object, key, path) {
  return touch(path, PLAIN, () => object[key]);
}

export function placeOf(path, key) {
  const shown = typeof key === "string" && SAFE_KEY.test(key) ? key : "…";
  return path === "" ? shown : `${path}.${shown}`;
}

function refuseWhole() {
  refuse("bad-input", "", 'Expected an object with the facts, for example { area: "generic" }.');
}
