// A copy of a case: a file that carries it from one day to the next. When it is opened every answer is worked out anew.

import { SafeguardingError, describePacks } from "safeguarding-rules";
import { at, presentMoment, spokenDate, withMore } from "safeguarding-rules/parts";
import { declaredPaths } from "../parts/declared.js";
import { QUESTIONS, asOfNow } from "../parts/questions.js";
import { rulesChanged } from "../parts/rules-changed.js";
import { COPY_FILE } from "../words.js";
import { caseIn } from "./case-in-a-file.js";
import { readBy } from "./facts-in-a-file.js";
import { isGroup, isShallow } from "./plain.js";

const FORMAT = "safeguarding-rules/case";
const VERSION = 1;
const LARGEST = 5_000_000;
const PARTS = ["format", "version", "madeAt", "content"];

/** The text of a copy. Its digest tells later whether the file is still as it was made. */
export async function copyOf(content) {
  const body = { format: FORMAT, version: VERSION, madeAt: presentMoment().london, content };
  return JSON.stringify({ ...body, digest: await digestOf(body) }, null, 1);
}

/**
 * What a copy holds: `{ content, settings, leavesOut, madeAt, isAsMade }`, as `caseIn` tells the first three; the last
 * is null where it cannot be told. A digest shows what happened to a file by accident: whoever forges a file makes one
 * for it. `describe` tells what a sealed pack is. Throws an Error whose message tells a person what is wrong with the
 * file.
 * @param {File | Blob} file
 * @param {(sealed: Uint8Array<ArrayBuffer>) => { id?: string, title?: string }} [describe]
 */
export async function readCopy(file, describe = () => ({})) {
  if (file.size > LARGEST) throw new Error(COPY_FILE.tooLarge);
  const { digest, ...body } = parsed(await file.text());
  if (body.format !== FORMAT) throw new Error(COPY_FILE.notACopy);
  if (body.version > VERSION) throw new Error(COPY_FILE.newer);
  const { version, content, madeAt } = body;
  const read = version === VERSION && isMoment(madeAt) && isShallow(body) ? caseIn(content, describe) : null;
  if (!read) throw new Error(COPY_FILE.incomplete);
  const now = await digestOf(body);
  const leavesOut = read.leavesOut || Object.keys(body).some((name) => !PARTS.includes(name));
  return { ...read, leavesOut, madeAt, isAsMade: digest && now ? digest === now : null };
}

function isDate(text) {
  return isMoment(`${text}T00:00`);
}

/** Is it a minute that is in the calendar? */
function isMoment(text) {
  const instant = new Date(`${text}:00Z`);
  return typeof text === "string" && !Number.isNaN(instant.getTime()) && instant.toISOString() === `${text}:00.000Z`;
}

function parsed(text) {
  try {
    const value = JSON.parse(text);
    if (value && typeof value === "object") return value;
  } catch {
    // Told below, in words for whoever chose the file.
  }
  throw new Error(COPY_FILE.damaged);
}

/** What an answer is given beside the facts that the case keeps. */
const NOT_OF_THE_CASE = ["now", "planned", "packs", "role", "corrects", "plan.actions"];

/**
 * Each answer of a case beside the answer to the same facts now: `{ view, then, now, isSame, isAnother, refusal,
 * rulesChanged }`. It is the same only where no other answer has come of it, and the case still says what the answer
 * was given.
 */
export function checkedAgain({ answers, facts: ofCase }) {
  return Object.entries(answers).map(([view, answer]) => {
    const { question, facts, decision } = answer;
    try {
      const again = QUESTIONS.get(question)(asOfNow(facts));
      const isAnother = !sameAnswer(decision, again);
      return {
        view,
        ...inWords(decision, again),
        isSame: !isAnother && agrees(answer, ofCase),
        isAnother,
        rulesChanged: rulesChanged(decision.basis, again.basis.packs),
      };
    } catch (error) {
      if (!(error instanceof SafeguardingError)) throw error;
      return { view, then: decision.answer.heading, refusal: error.message, isSame: false, isAnother: true };
    }
  });
}

/** Two answers in words: with their last days where those alone tell them apart. */
function inWords({ answer: then }, { answer: now }) {
  if (then.heading !== now.heading) return { then: then.heading, now: now.heading };
  const withDay = ({ heading, dueBy }) =>
    COPY_FILE.withLastDay(heading, isDate(dueBy) ? spokenDate(dueBy) : COPY_FILE.noLastDay);
  const isOfAnotherDay = then.dueBy !== now.dueBy;
  return { then: isOfAnotherDay ? withDay(then) : then.heading, now: isOfAnotherDay ? withDay(now) : now.heading };
}

/** Does the case say what an answer was given, wherever the answer's question or its area's documents ask for it? */
function agrees({ question, facts, known = {} }, ofCase) {
  const given = withMore(known, facts);
  // A view of one kind of meeting gives that kind itself.
  const isOfTheView = (path) => path === "meetingType" && at(ofCase, path) === undefined;
  const isOfTheCase = (path) =>
    !isOfTheView(path) && !NOT_OF_THE_CASE.some((own) => path === own || path.startsWith(`${own}.`));
  const paths = new Set([...pathsIn(facts), ...declaredIn(facts.area), ...readBy(question)].filter(isOfTheCase));
  return [...paths].every(
    (path) => JSON.stringify(at(given, path) ?? null) === JSON.stringify(at(ofCase, path) ?? null),
  );
}

function pathsIn(facts, before = "") {
  return Object.entries(facts).flatMap(([name, value]) =>
    isGroup(value) ? pathsIn(value, `${before}${name}.`) : [before + name],
  );
}

function declaredIn(area) {
  return describePacks().areas.some(({ id }) => id === area) ? declaredPaths(area) : [];
}

// A record has an id and a time of its own each time it is made.
function sameAnswer(one, other) {
  const comparable = ({ answer: { record, ...answer } }) => JSON.stringify([answer, record?.missing]);
  return comparable(one) === comparable(other);
}

// A browser digests nothing for a page that was loaded by plain http.
async function digestOf(body) {
  if (!crypto.subtle) return undefined;
  const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(JSON.stringify(body)));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
