// A copy of a case: a file that carries it from one day to the next. When it is opened every answer is worked out anew.

import { SafeguardingError } from "safeguarding-rules";
import { presentMoment } from "../../pkg-config/npm/elements/parts/dates.js";
import { rulesChanged } from "../parts/rules-changed.js";
import { COPY_FILE } from "../words.js";
import { QUESTIONS } from "../parts/questions.js";
import { caseIn } from "./case-in-a-file.js";
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
 * What a copy holds: `{ content, settings, leavesOut, madeAt, isAsMade }`, as `caseIn` tells the first three; the last is null
 * where it cannot be told. A digest shows what happened to a file by accident: whoever forges a file makes one for it.
 * `describe` tells what a sealed pack is. Throws an Error whose message tells a person what is wrong with the file.
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

/**
 * Each answer of a case beside the answer to the same facts now: `{ view, then, now, isSame, refusal }`. It is the same only where
 * the facts that it was given are those of the case too.
 */
export function checkedAgain({ answers, facts: ofCase }) {
  return Object.entries(answers).map(([view, { question, facts, decision }]) => {
    const then = decision.answer.heading;
    try {
      const again = QUESTIONS.get(question)("now" in facts ? { ...facts, now: presentMoment().instant } : facts);
      const now = again.answer.heading;
      return { view, then, now, isSame: sameAnswer(decision, again) && agrees(facts, ofCase), rulesChanged: rulesChanged(decision.basis, again.basis.packs) };
    } catch (error) {
      if (!(error instanceof SafeguardingError)) throw error;
      return { view, then, refusal: error.message, isSame: false };
    }
  });
}

/** Does the case say nothing else than the facts of an answer, wherever both speak of one thing? */
function agrees(facts, ofCase) {
  if (!isGroup(facts) || !isGroup(ofCase)) return ofCase === undefined || JSON.stringify(facts) === JSON.stringify(ofCase);
  return Object.entries(facts).every(([name, value]) => !Object.hasOwn(ofCase, name) || agrees(value, ofCase[name]));
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
