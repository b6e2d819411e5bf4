// An action in one sentence, in its parts: each as far as the library takes it for what it is. What cannot be placed
// stays in what will be done, and nothing is made up.

import { capital } from "safeguarding-rules/parts";
import { momentIn } from "./moments.js";
import { ACTIONS } from "../words.js";

const { ownerEnds, dueBegins, resultBegins } = ACTIONS.sentence;
const OWNER = new RegExp(`^(.+?)(?::| (?:${ownerEnds})) (.+)$`, "i");
const RESULT = new RegExp(`^(.+?),? ${resultBegins} (.+)$`, "i");
const DUE = new RegExp(`^(.+?),? (?:${dueBegins}) ((?:(?! (?:${dueBegins}) ).)+)$`, "i");
const A_DAY = "2026-12-30".length;

/**
 * The parts that stand in a sentence, by the fields of an action. `isMet` tells whether an action meets a criterion.
 */
export function takenApart(sentence, isMet) {
  const whole = sentence.trim().replace(/\s+/g, " ").replace(/\.$/, "");
  const [done, realisticResult] = apart(whole, RESULT, (_, result) =>
    isMet("realistic", { realisticResult: result, resourcesConfirmed: true }),
  );
  const [rest, written] = apart(done, DUE, (_, day) => momentIn(day)?.length === A_DAY);
  const [owner, specific] = apart(rest, OWNER, (somebody, does) => isSomebody(somebody, does, isMet));
  return {
    ...(specific ? { owner, specific: capital(specific) } : { specific: capital(rest) }),
    ...(realisticResult && { realisticResult: capital(realisticResult) }),
    ...(written && { due: momentIn(written) }),
  };
}

/** Both sides of a text, where they are what they must be: otherwise the text alone. */
function apart(text, between, isSo) {
  const [, before, after] = between.exec(text) ?? [];
  return before && isSo(before, after) ? [before, after] : [text];
}

/** "School nurse" of "school nurse to weigh Sam"; not "ask the school nurse", which is something to do already. */
function isSomebody(owner, specific, isMet) {
  return isMet("assignable", { owner }) && !isMet("specific", { specific: owner }) && isMet("specific", { specific });
}
