// A case as a file holds it, read whole before anything acts. What it names chooses nothing: not a function, not a number to call.

import { QUESTIONS } from "../parts/questions.js";
import { isNumber, isTime } from "../parts/settings.js";

const DEEPEST = 32;
const MOST_ENTRIES = 20_000;
const LONGEST_TEXT = 10_000;
const MOST_PACKS = 20;
const LONGEST_PACK = 1_400_000;
const OF_EVERY_OBJECT = ["constructor", "prototype", ...Object.getOwnPropertyNames(Object.prototype)];

const UID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}@safeguarding-rules$/;
const WHEN = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(\.\d{1,3})?(Z|[+-]\d\d:\d\d)?)?$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const VIEW = /^[a-z-]{1,30}$/;

/** The parts that views keep, and what each must be. */
const PARTS = {
  actions: (given) => Array.isArray(given) && given.every(isGroup),
  attendance: (given) => isGroup(given) && isGroup(given.standing),
  calendar: (given) => isGroup(given) && Object.values(given).every(isEntry),
  duties: (given) => isGroup(given) && isGroup(given.done) && isGroup(given.planned),
  mdt: (given) => isGroup(given) && isGroup(given.access),
  plan: (given) => isGroup(given) && (given.meeting === undefined || WHEN.test(given.meeting)),
};

/**
 * What a file holds: `{ content, settings, leavesOut }`, where `content` is the case, `settings` what it brings beside the case,
 * and `leavesOut` whether it holds more than this page knows. Null where any of the case is not as it must be.
 */
export function caseIn(given) {
  if (!isGroup(given) || !isGroup(given.facts) || !isGroup(given.parts) || !isGroup(given.answers)) return null;
  const { settings: brought = {}, ...parts } = given.parts;
  const { facts, answers } = given;
  const known = Object.keys(parts).filter((name) => Object.hasOwn(PARTS, name));
  const isWhole = isPlain({ facts, answers, parts }) && areHolidays(facts.bankHolidays) && known.every((name) => PARTS[name](parts[name])) && Object.entries(answers).every(isAnswer);
  const settings = settingsIn(brought);
  if (!isWhole || !settings) return null;
  const leavesOut = settings.leavesOut || known.length < Object.keys(parts).length || Object.keys(given).length > 3;
  return { content: { facts, answers, parts: Object.fromEntries(known.map((name) => [name, parts[name]])) }, settings: settings.known, leavesOut };
}

const SETTINGS = { dutyNumber: isNumber, outOfHoursNumber: isNumber, opens: isTime, closes: isTime, textSize: () => true, packs: () => true };

function settingsIn(brought) {
  if (!isGroup(brought)) return null;
  const { packs = [] } = brought;
  if (!Array.isArray(packs) || packs.length > MOST_PACKS) return null;
  if (!packs.every((pack) => typeof pack?.sealed !== "string" || pack.sealed.length <= LONGEST_PACK)) return null;
  const names = Object.keys(brought);
  const known = names.filter((name) => Object.hasOwn(SETTINGS, name) && SETTINGS[name](brought[name]));
  return { known: { ...Object.fromEntries(known.map((name) => [name, brought[name]])), packs }, leavesOut: known.length < names.length };
}

function isAnswer([view, answer]) {
  if (!VIEW.test(view) || !isGroup(answer)) return false;
  const { question, facts, decision } = answer;
  const isDecision = typeof decision?.answer?.heading === "string" && Array.isArray(decision.basis?.packs) && decision.basis.packs.every(isGroup);
  return QUESTIONS.has(question) && isGroup(facts) && isDecision;
}

/** Bank holidays that somebody has added are counted with, and listed in the settings. */
function areHolidays(given = []) {
  const isHoliday = (day) => isGroup(day) && DAY.test(day.date) && (day.title === undefined || typeof day.title === "string");
  return Array.isArray(given) && given.every(isHoliday);
}

/** An entry of a calendar goes into a file of lines: nothing in it may begin another. */
function isEntry(entry) {
  return isGroup(entry) && UID.test(entry.uid) && Number.isInteger(entry.sequence) && entry.sequence >= 0 && entry.sequence < MOST_ENTRIES && WHEN.test(entry.when);
}

export function isGroup(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Is it of bounded size, and is nothing named as what every object has? */
function isPlain(whole) {
  let entries = 0;
  const isKept = (value, depth) => {
    if (typeof value === "string") return value.length <= LONGEST_TEXT;
    if (typeof value !== "object" || value === null) return true;
    const inside = Object.entries(value);
    entries += inside.length;
    return depth < DEEPEST && entries <= MOST_ENTRIES && inside.every(([name, one]) => !OF_EVERY_OBJECT.includes(name) && isKept(one, depth + 1));
  };
  return isKept(whole, 0);
}
