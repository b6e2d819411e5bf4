// The questions, one function each. Every entry of the package offers exactly these.

import * as rules from "../glue/safeguarding_rules.js";
import { textOf, textOfQuestion, textOfSides } from "./facts.js";
import { ask, load, say } from "./instance.js";

export { SafeguardingError } from "./error.js";

export function classifyConcern(facts) {
  return ask(rules.classifyConcern, textOf(facts));
}

export function listAttendees(facts) {
  return ask(rules.listAttendees, textOf(facts));
}

export function checkAction(facts) {
  return ask(rules.checkAction, textOf(facts));
}

export function checkPlan(facts) {
  return ask(rules.checkPlan, textOf(facts));
}

export function recordConsentBasis(facts) {
  return ask(rules.recordConsentBasis, textOf(facts));
}

export function chooseMeeting(facts) {
  return ask(rules.chooseMeeting, textOf(facts));
}

export function listDeadlines(facts) {
  return ask(rules.listDeadlines, textOf(facts));
}

export function makeChecklist(facts) {
  return ask(rules.makeChecklist, textOf(facts));
}

export function resolveDisagreement(facts) {
  return ask(rules.resolveDisagreement, textOf(facts));
}

export function reportQuarter(facts) {
  return ask(rules.reportQuarter, textOf(facts));
}

export function explain(request) {
  return ask(rules.explain, textOf(request));
}

export function questionsFor(question, facts = {}) {
  return ask(rules.questionsFor, textOfQuestion(question, facts));
}

export function comparePacks(sides) {
  return ask(rules.comparePacks, textOfSides(sides));
}

export function loadPack(pack) {
  return load(textOf(pack));
}

export function setMessages(messages) {
  say(textOf(messages));
}

export function listMessages() {
  return ask(rules.listMessages, "");
}

export function describePacks(scope = {}) {
  return ask(rules.describePacks, textOf(scope));
}

export function listRules(scope = {}) {
  return ask(rules.listRules, textOf(scope));
}
