// Facts that are no yes or no: what may be answered, in the order in which it is offered. All others are a yes or a no.

export const ANSWERS_BY_PATH = {
  purpose: [
    { value: "discussing-children", label: "Discussing children" },
    { value: "case-management", label: "Case management" },
    { value: "disagreement", label: "Settling a disagreement" },
    { value: "referral", label: "A referral" },
  ],
  locality: [
    { value: "northampton", label: "Northampton" },
    { value: "wellingborough-and-east-northants", label: "Wellingborough and East Northants" },
    { value: "kettering-and-corby", label: "Kettering and Corby" },
    { value: "daventry-and-south-northants", label: "Daventry and South Northants" },
    { value: "another", label: "Another" },
  ],
  accessIssue: [
    { value: "school", label: "School" },
    { value: "health-care", label: "Health care" },
    { value: "social-care", label: "Social care" },
    { value: "none", label: "None of these" },
  ],
  safeguardingRisk: [
    { value: "clear", label: "Clear" },
    { value: "unclear", label: "Unclear" },
  ],
  agenciesNeeded: [
    { value: 1, label: "One" },
    { value: 2, label: "Two or more" },
  ],
  meetingKind: [
    { value: "professional-planning", label: "Professional planning" },
    { value: "professional-disagreements", label: "Resolving professional disagreements" },
    { value: "professional-advice", label: "Professional advice and management" },
    { value: "strategy", label: "Strategy discussion" },
    { value: "another", label: "Another" },
  ],
  authorisedBy: [
    { value: "designated-safeguarding-lead", label: "Designated safeguarding lead" },
    { value: "line-manager", label: "Line manager" },
    { value: "nobody-yet", label: "Nobody yet" },
  ],
  objectionDecision: [
    { value: "strategy", label: "A strategy discussion" },
    { value: "proceed", label: "Going ahead" },
    { value: "do-not-proceed", label: "Not going ahead" },
  ],
  "lp.type": [
    { value: "practitioner", label: "A practitioner" },
    { value: "parent", label: "A parent" },
    { value: "relative", label: "A relative" },
    { value: "carer", label: "A carer" },
    { value: "young-person", label: "The young person" },
  ],
  "child.schoolPhase": [
    { value: "nursery", label: "Nursery" },
    { value: "primary", label: "Primary" },
    { value: "secondary", label: "Secondary" },
    { value: "special", label: "Special" },
    { value: "further-education", label: "Further education" },
  ],
  icpcDecision: [
    { value: "not-required", label: "Yes" },
    { value: "required", label: "No" },
  ],
  requesters: [
    { value: 0, label: "None" },
    { value: 1, label: "One" },
    { value: 2, label: "Two or more" },
  ],
  supportedBy: [
    { value: "senior-manager", label: "A senior manager" },
    { value: "named-professional", label: "A named professional" },
    { value: "designated-professional", label: "A designated professional" },
    { value: "nobody", label: "None of these" },
  ],
  decision: [
    { value: "section-47", label: "Yes" },
    { value: "no-further-action", label: "No" },
  ],
};

/** Facts that are a whole number. */
export const COUNTED = ["child.age"];
