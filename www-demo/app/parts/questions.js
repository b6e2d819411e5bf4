// The questions that this page puts to the library, by name: what a view asks, and what an answer in a file may be of.

import * as rules from "safeguarding-rules";
import { presentMoment } from "safeguarding-rules/parts";

/** A name that a file gives is looked up here and nowhere else. */
export const QUESTIONS = new Map(
  Object.entries({
    classifyConcern: rules.classifyConcern,
    listAttendees: rules.listAttendees,
    checkAction: rules.checkAction,
    checkPlan: rules.checkPlan,
    recordConsentBasis: rules.recordConsentBasis,
    chooseMeeting: rules.chooseMeeting,
    listDeadlines: rules.listDeadlines,
    makeChecklist: rules.makeChecklist,
    resolveDisagreement: rules.resolveDisagreement,
    reportQuarter: rules.reportQuarter,
  }),
);

/** The question that each view puts: an answer of a file is of one of them. */
export const ASKED_BY = {
  guide: "classifyConcern",
  which: "chooseMeeting",
  mdt: "chooseMeeting",
  tac: "chooseMeeting",
  professionals: "chooseMeeting",
  invited: "makeChecklist",
  who: "listAttendees",
  actions: "checkPlan",
  sharing: "recordConsentBasis",
  disagreement: "resolveDisagreement",
  absent: "listAttendees",
};

/** The package's elements that answer one of them in a page of anybody's. */
export const ELEMENTS = {
  classifyConcern: "sg-timescale",
  listAttendees: "sg-attendance",
  recordConsentBasis: "sg-basis",
  makeChecklist: "sg-checklist",
};

/** The facts of an answer with the present moment, where it was given one. */
export function asOfNow(facts) {
  return "now" in facts ? { ...facts, now: presentMoment().instant } : facts;
}
