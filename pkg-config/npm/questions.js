// The questions, one function each. Every entry of the package but the workshop offers exactly these.

import * as door from "../glue/safeguarding_rules.js";
import { SafeguardingError } from "./error.js";
import { textOf, textOfQuestion } from "./facts.js";
import { each } from "./many.js";
import { rules } from "./rules.js";
import { bytesOf } from "./sealed.js";

export { SafeguardingError } from "./error.js";
export { factsFrom } from "./form.js";
export { reportQuarterFrom } from "./quarter.js";
export { describeColumns, timeColumns, timeMany } from "./timing.js";

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

// Named one by one: what comes from a file or a post must never choose another function.
const QUESTIONS = {
  "classify-concern": classifyConcern,
  "list-attendees": listAttendees,
  "check-action": checkAction,
  "check-plan": checkPlan,
  "record-consent-basis": recordConsentBasis,
  "choose-meeting": chooseMeeting,
  "list-deadlines": listDeadlines,
  "make-checklist": makeChecklist,
  "resolve-disagreement": resolveDisagreement,
  "report-quarter": reportQuarter,
};

export function answerQuestion(question, facts) {
  return functionFor(question)(facts);
}

export function answerMany(question, cases) {
  return each(cases, functionFor(question));
}

export function classifyMany(cases) {
  return each(cases, asking("case-due"));
}

function functionFor(question) {
  if (typeof question === "string" && Object.hasOwn(QUESTIONS, question)) return QUESTIONS[question];
  throw new SafeguardingError("bad-word", "question", `Expected one of ${Object.keys(QUESTIONS).join(", ")}.`);
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
