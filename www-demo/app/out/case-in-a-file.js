// A case as a file holds it, read whole before anything acts. What it names chooses nothing: not a function, not a
// number to call.

import { SafeguardingError, checkAction, classifyConcern } from "safeguarding-rules";
import { ASKED_BY, QUESTIONS } from "../parts/questions.js";
import { bytesIn, isNumber, isTime } from "../parts/settings.js";
import { areFacts } from "./facts-in-a-file.js";
import { isGroup, isLine, isPlain } from "./plain.js";

const MOST_PACKS = 20;
const LONGEST_PACK = 1_400_000;
const MOST_MOVES = 20_000;
const LONGEST_QUESTION = 500;
const LONGEST_HEADING = 2_000;
/** A record holds every text that it was made of. */
const LONGEST_ANSWER = 1_000_000;

const UID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}@safeguarding-rules$/;
const RECORD = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const WHEN = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(\.\d{1,3})?(Z|[+-]\d\d:\d\d)?)?$/;
const WORD = /^[a-z0-9-]{1,80}$/;
const PATH = /^[A-Za-z]\w{0,60}(\.[A-Za-z]\w{0,60}){0,4}$/;

const isWord = (value) => typeof value === "string" && WORD.test(value);
const isDay = (value) => typeof value === "string" && WHEN.test(value) && isPlan({ at: value });
const isPath = (value) => typeof value === "string" && PATH.test(value);
const oneOf = (...words) => (value) => words.includes(value);
const orNone = (is) => (value) => value === undefined || is(value);

/** A group with these parts and no other. */
const groupOf = (parts) => (value) =>
  isGroup(value) &&
  Object.keys(value).every((name) => Object.hasOwn(parts, name)) &&
  Object.entries(parts).every(([name, is]) => is(value[name]));
/** A group whose names are words. */
const eachOf = (is) => (value) =>
  isGroup(value) && Object.entries(value).every(([name, one]) => isWord(name) && is(one));
const listOf = (is) => (value) => Array.isArray(value) && value.every(is);

/** What the library judges is proved by it. */
const takenBy = (ask) => (value) => {
  if (!isGroup(value)) return false;
  try {
    ask(value);
    return true;
  } catch (error) {
    if (!(error instanceof SafeguardingError)) throw error;
    return false;
  }
};
const isPlan = takenBy((planned) => classifyConcern({ planned }));

/** An entry of a calendar goes into a file of lines: nothing in it may begin another. */
const isEntry = groupOf({
  uid: (value) => typeof value === "string" && UID.test(value),
  sequence: (value) => Number.isInteger(value) && value >= 0 && value < MOST_MOVES,
  when: (value) => typeof value === "string" && WHEN.test(value),
});

const areAsked = listOf(groupOf({ path: isPath, question: (value) => isLine(value, LONGEST_QUESTION) }));

const isAction = (action) => takenBy((given) => checkAction({ action: given }))(action) && orNone(isDay)(action.due);

/** What somebody is still writing: what the library would refuse is said when it is saved. */
const isBeingWritten = (action) =>
  isGroup(action) &&
  Object.values(action).every((said) => said === null || ["string", "boolean"].includes(typeof said));

/** The parts that views keep, and what each must be. */
const PARTS = {
  action: groupOf({ index: orNone((place) => Number.isInteger(place) && place >= 0), action: orNone(isBeingWritten) }),
  actions: listOf(isAction),
  attendance: groupOf({ standing: eachOf(isWord), chair: orNone(isWord), format: orNone(isWord) }),
  calendar: eachOf(isEntry),
  duties: groupOf({ done: eachOf(isPlan), planned: eachOf(isPlan) }),
  mdt: groupOf({ access: eachOf(oneOf("", "yes", "no", "unknown")) }),
  plan: groupOf({ meeting: orNone(isPlan) }),
  sharing: groupOf({ handedOut: orNone((id) => typeof id === "string" && RECORD.test(id)) }),
  ...Object.fromEntries(Object.keys(ASKED_BY).map((view) => [`${view}.asked`, areAsked])),
};

/**
 * What a file holds: `{ content, settings, leavesOut }`, where `content` is the case, `settings` what it brings beside
 * the case, and `leavesOut` whether it holds more than this page knows. Null where any of the case is not as it must
 * be. `describe` tells what a sealed pack is, from its bytes alone.
 */
export function caseIn(given, describe) {
  if (!isGroup(given) || !isGroup(given.facts) || !isGroup(given.parts) || !isGroup(given.answers)) return null;
  const { settings: brought = {}, ...parts } = given.parts;
  const { facts, answers } = given;
  if (!isPlain({ facts, parts }) || !isPlain(answers, LONGEST_ANSWER)) return null;
  const settings = settingsIn(brought, describe);
  const kept = knownOf(parts, PARTS);
  const told = knownOf(answers, ASKED_BY);
  const isWhole =
    settings &&
    areFacts(facts) &&
    Object.entries(kept).every(([name, value]) => PARTS[name](value)) &&
    Object.values(answers).every(isAnswer) &&
    Object.entries(told).every(isOfItsView);
  if (!isWhole) return null;
  const leavesOut = settings.leavesOut || isLess(kept, parts) || isLess(told, answers) || Object.keys(given).length > 3;
  return { content: { facts, answers: told, parts: kept }, settings: settings.known, leavesOut };
}

function knownOf(given, known) {
  return Object.fromEntries(Object.entries(given).filter(([name]) => Object.hasOwn(known, name)));
}

function isLess(known, given) {
  return Object.keys(known).length < Object.keys(given).length;
}

const SETTINGS = {
  dutyNumber: isNumber,
  outOfHoursNumber: isNumber,
  opens: isTime,
  closes: isTime,
  textSize: oneOf("usual", "large", "largest"),
  packs: Array.isArray,
};

function settingsIn(brought, describe) {
  if (!isGroup(brought)) return null;
  const { packs = [] } = brought;
  if (!Array.isArray(packs) || packs.length > MOST_PACKS) return null;
  if (!packs.every((pack) => typeof pack?.sealed !== "string" || pack.sealed.length <= LONGEST_PACK)) return null;
  const known = Object.fromEntries(
    Object.entries(knownOf(brought, SETTINGS)).filter(([name, value]) => SETTINGS[name](value)),
  );
  const read = packs.map((pack) => packIn(pack, describe)).filter(Boolean);
  return { known: { ...known, packs: read }, leavesOut: isLess(known, brought) || read.length < packs.length };
}

/** A pack is called what its own bytes call it, whatever the file says beside them. */
function packIn(pack, describe) {
  const sealed = bytesIn(pack?.sealed);
  if (sealed.length === 0) return null;
  try {
    const { id, title } = describe(sealed);
    return { id, title, sealed: pack.sealed };
  } catch (error) {
    if (!(error instanceof SafeguardingError)) throw error;
    return null;
  }
}

function isAnswer(answer) {
  if (!isGroup(answer)) return false;
  const { question, facts, decision, known } = answer;
  const isDecision =
    isLine(decision?.answer?.heading, LONGEST_HEADING) &&
    Array.isArray(decision.basis?.packs) &&
    decision.basis.packs.every(isGroup);
  return QUESTIONS.has(question) && isGroup(facts) && isDecision && orNone(isGroup)(known);
}

function isOfItsView([view, { question }]) {
  return ASKED_BY[view] === question;
}
