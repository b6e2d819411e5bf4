// The questions, one function each. Every entry of the package offers exactly these.

import * as rules from "../glue/safeguarding_rules.js";
import { ask } from "./instance.js";

export { SafeguardingError } from "./error.js";

export function classifyConcern(facts) {
  return ask(rules.classifyConcern, facts);
}

export function listAttendees(facts) {
  return ask(rules.listAttendees, facts);
}

export function checkAction(facts) {
  return ask(rules.checkAction, facts);
}

export function checkPlan(facts) {
  return ask(rules.checkPlan, facts);
}

export function recordConsentBasis(facts) {
  return ask(rules.recordConsentBasis, facts);
}

export function describePacks(scope = {}) {
  return ask(rules.describePacks, scope);
}
