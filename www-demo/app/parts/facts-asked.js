// Facts that are no yes or no: what may be answered, in the order in which it is offered. All others are a yes or a no.

import { COMMON } from "safeguarding-rules/parts";
import { ANSWERS, SHARED } from "../words.js";

export const ANSWERS_BY_PATH = {
  purpose: [
    { value: "discussing-children", label: ANSWERS.purpose.discussing },
    { value: "case-management", label: ANSWERS.purpose.caseManagement },
    { value: "disagreement", label: ANSWERS.purpose.disagreement },
    { value: "referral", label: ANSWERS.purpose.referral },
  ],
  locality: [
    { value: "northampton", label: ANSWERS.locality.northampton },
    { value: "wellingborough-and-east-northants", label: ANSWERS.locality.wellingborough },
    { value: "kettering-and-corby", label: ANSWERS.locality.kettering },
    { value: "daventry-and-south-northants", label: ANSWERS.locality.daventry },
    { value: "another", label: SHARED.another },
  ],
  accessIssue: [
    { value: "school", label: ANSWERS.accessIssue.school },
    { value: "health-care", label: ANSWERS.accessIssue.healthCare },
    { value: "social-care", label: ANSWERS.accessIssue.socialCare },
    { value: "none", label: SHARED.noneOfThese },
  ],
  safeguardingRisk: [
    { value: "clear", label: ANSWERS.clear },
    { value: "unclear", label: ANSWERS.unclear },
  ],
  agenciesNeeded: [
    { value: 1, label: ANSWERS.one },
    { value: 2, label: ANSWERS.twoOrMore },
  ],
  meetingKind: [
    { value: "professional-planning", label: ANSWERS.meetingKind.planning },
    { value: "professional-disagreements", label: ANSWERS.meetingKind.disagreements },
    { value: "professional-advice", label: ANSWERS.meetingKind.advice },
    { value: "strategy", label: ANSWERS.meetingKind.strategy },
    { value: "another", label: SHARED.another },
  ],
  authorisedBy: [
    { value: "designated-safeguarding-lead", label: ANSWERS.authorisedBy.lead },
    { value: "line-manager", label: ANSWERS.authorisedBy.lineManager },
    { value: "nobody-yet", label: ANSWERS.authorisedBy.nobodyYet },
  ],
  objectionDecision: [
    { value: "strategy", label: ANSWERS.objection.strategy },
    { value: "proceed", label: ANSWERS.objection.proceed },
    { value: "do-not-proceed", label: ANSWERS.objection.doNotProceed },
  ],
  "lp.type": [
    { value: "practitioner", label: ANSWERS.leadProfessional.practitioner },
    { value: "parent", label: ANSWERS.leadProfessional.parent },
    { value: "relative", label: ANSWERS.leadProfessional.relative },
    { value: "carer", label: ANSWERS.leadProfessional.carer },
    { value: "young-person", label: ANSWERS.leadProfessional.youngPerson },
  ],
  "child.schoolPhase": [
    { value: "nursery", label: ANSWERS.schoolPhase.nursery },
    { value: "primary", label: ANSWERS.schoolPhase.primary },
    { value: "secondary", label: ANSWERS.schoolPhase.secondary },
    { value: "special", label: ANSWERS.schoolPhase.special },
    { value: "further-education", label: ANSWERS.schoolPhase.furtherEducation },
  ],
  icpcDecision: [
    { value: "not-required", label: ANSWERS.conference.notRequired },
    { value: "required", label: ANSWERS.conference.required },
  ],
  requesters: [
    { value: 0, label: ANSWERS.none },
    { value: 1, label: ANSWERS.one },
    { value: 2, label: ANSWERS.twoOrMore },
  ],
  supportedBy: [
    { value: "senior-manager", label: ANSWERS.supportedBy.senior },
    { value: "named-professional", label: ANSWERS.supportedBy.named },
    { value: "designated-professional", label: ANSWERS.supportedBy.designated },
    { value: "nobody", label: SHARED.noneOfThese },
  ],
  decision: [
    { value: "section-47", label: COMMON.yes },
    { value: "no-further-action", label: COMMON.no },
  ],
};

/** Facts that are a whole number. */
export const COUNTED = ["child.age"];
