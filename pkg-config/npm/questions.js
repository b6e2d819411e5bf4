// The questions, one function each. Every entry of the package but the workshop offers exactly these.

import * as door from "../glue/safeguarding_rules.js";
import { textOf, textOfQuestion } from "./facts.js";
import { rules } from "./rules.js";
import { bytesOf } from "./sealed.js";

export { SafeguardingError } from "./error.js";
export { factsFrom } from "./form.js";

export const classifyConcern = asking("classify-concern");
export const listAttendees = asking("list-attendees");
export const checkAction = asking("check-action");
export const checkPlan = asking("check-plan");
export const recordConsentBasis = asking("record-consent-basis");
export const chooseMeeting = asking("choose-meeting");
export const listDeadlines = asking("list-deadlines");
export const makeChecklist = asking("make-checklist");
export const resolveDisagreement = asking("resolve-disagreement");
export const reportQuarter = asking("report-quarter");
export const explain = asking("explain");

function asking(name) {
  return (facts) => rules.ask(door.answer, name, textOf(facts));
}

export const describePacks = telling("describe-packs");
export const listRules = telling("list-rules");

function telling(name) {
  return (scope = {}) => rules.ask(door.answer, name, textOf(scope));
}

export function questionsFor(question, facts = {}) {
  return rules.ask(door.answer, "questions-for", textOfQuestion(question, facts));
}

export function loadPack(sealed) {
  return rules.load(bytesOf(sealed));
}

export function setMessages(messages) {
  rules.say(textOf(messages));
}

export function listMessages() {
  return rules.ask(door.listMessages);
}
