// Real calls, each of which is answered: the door tests make them, and their answers are compiled against the types.

const STRATEGY_ATTENDANCE = {
  "childrens-social-care": "in-person",
  police: "phone",
  health: "written-return-only",
  school: "absent",
};

const GOOD_ACTION = {
  specific: "Arrange and attend the paediatric appointment for the child",
  quantity: "one appointment",
  indicator: "the clinic letter is on file",
  owner: "Health visitor",
  realisticResult: "the injury is assessed",
  resourcesConfirmed: true,
  due: "2026-12-30",
};

const VAGUE_ACTION = { specific: "Monitor", owner: "professionals", due: "ongoing" };

/** A small sound pack in object form: one rule on top of the guide, with its two examples. */
export const OWN_PACK = {
  document: {
    id: "our-strategy-meetings",
    version: "1.0.0",
    title: "Our strategy meetings",
    area: "our-partnership",
    area_label: "Our partnership",
    force: "local-protocol",
    cites: "Working Together to Safeguard Children (2026)",
    status: { checked_on: "2026-11-21" },
    stands_on: ["multi-agency-meetings"],
  },
  fact: { child_in_hospital: { asks: "Is the child in hospital?" } },
  list_attendees: [
    {
      id: "OUR-1",
      when: ["child_in_hospital"],
      meeting: ["strategy"],
      required: ["ward-manager"],
      force: "must",
      says: "The ward manager attends where the child is in hospital.",
      at: "Section 1",
      words: "the ward manager will attend",
    },
  ],
  example: [
    { name: "In hospital", asks: "list-attendees", facts: { meeting_type: "strategy", child_in_hospital: true }, fires: ["OUR-1"] },
    { name: "At home", asks: "list-attendees", facts: { meeting_type: "strategy", child_in_hospital: false }, misses: ["OUR-1"] },
  ],
};

const STRICTER_PACK = { ...OWN_PACK, list_attendees: [{ ...OWN_PACK.list_attendees[0], required: ["ward-manager", "paediatrics"] }] };

const QUARTER = {
  from: "2026-10-01",
  until: "2026-12-31",
  meetings: [{
    ref: "first",
    endedAt: "2026-11-20T12:00",
    settled: true,
    agencies: [{ agency: "police", requested: true, attended: true, formReturned: "unknown" }],
  }],
};

/** Each call: the function's name, the type of its answer, and what it is given. `sealed` is the pack above in its sealed form. */
export const callsWith = (sealed) => [
  ["classifyConcern", "Decision<ClassifyConcernAnswer>", { area: "generic", concernsIdentifiedAt: "2026-12-23" }],
  ["classifyConcern", "Decision<ClassifyConcernAnswer>", {
    area: "generic",
    concerns: { seriousRisk: true, particularlyComplex: "unknown", forensicEvidenceRequired: null },
    concernsIdentifiedAt: "2026-12-23T16:30",
    referralReceivedAt: "2026-12-23T17:00:00Z",
    now: "2027-01-04T09:00",
  }],
  ["classifyConcern", "Decision<ClassifyConcernAnswer>", {
    area: "generic",
    concerns: { particularlyComplex: true },
    complexReason: "An allegation against staff",
    othersConsidered: true,
    concernsIdentifiedAt: "2026-12-23",
    previousResult: { timescale: "1-working-day", dueBy: "2026-12-24", settled: true },
  }],
  ["classifyConcern", "Decision<ClassifyConcernAnswer>", {
    area: "county-durham",
    concernsIdentifiedAt: "2026-12-23",
    children: [{ ref: "first", concerns: { immediateActionRequired: true } }, { ref: "second", concerns: { seriousRisk: false } }],
  }],
  ["listAttendees", "Decision<ListAttendeesAnswer>", { area: "generic", meetingType: "strategy" }],
  ["listAttendees", "Decision<ListAttendeesAnswer>", {
    area: "county-durham",
    meetingType: "strategy",
    referrer: "school",
    agencies: [{ name: "school", hasRelevantInformation: true }],
    child: { lookedAfter: false },
    attendance: STRATEGY_ATTENDANCE,
    chair: { role: "team-manager" },
    format: "meeting",
  }],
  ["listAttendees", "Decision<ListAttendeesAnswer>", { area: "generic", meetingType: "s47" }],
  ["listAttendees", "Decision<ListAttendeesAnswer>", { area: "generic", meetingType: "mash" }],
  ["listAttendees", "Decision<ListAttendeesAnswer>", { area: "generic", meetingType: "cp-conference" }],
  ["checkAction", "Decision<CheckActionAnswer>", { area: "hampshire", action: GOOD_ACTION, meetingDate: "2026-12-23" }],
  ["checkAction", "Decision<CheckActionAnswer>", { area: "hampshire", action: VAGUE_ACTION }],
  ["checkPlan", "Decision<CheckPlanAnswer>", {
    area: "hampshire",
    plan: { actions: [GOOD_ACTION, VAGUE_ACTION], reviewDates: ["2027-01-20"] },
    meetingDate: "2026-12-23",
  }],
  ["checkPlan", "Decision<CheckPlanAnswer>", { area: "hampshire", plan: {} }],
  ["recordConsentBasis", "Decision<RecordConsentBasisAnswer>", { area: "northamptonshire" }],
  ["recordConsentBasis", "Decision<RecordConsentBasisAnswer>", {
    area: "northamptonshire",
    informationShared: "Attendance and two conversations with the class teacher",
    sharedWith: ["childrens-social-care", "police"],
    purpose: "To plan the safeguarding of a child",
    consentSought: false,
    reasoningNotSought: "Asking would place the child at risk",
    familyInformed: false,
    reasonNotInformed: "It would place the child at risk",
    agreementSought: false,
    specialCategory: true,
    decidedBy: "Designated safeguarding lead",
    decidedAt: "2026-12-23T10:00",
  }],
  ["classifyConcern", "Decision<ClassifyConcernAnswer>", { area: "generic", asOf: "2026-11-01", concernsIdentifiedAt: "2026-12-23" }],
  ["listAttendees", "Decision<ListAttendeesAnswer>", {
    area: "bracknell-forest",
    meetingType: "tac-initial",
    child: { age: 15, lookedAfter: "unknown" },
    cpConcern: false,
    coordinator: "school",
    chair: { role: "chair", agency: "school", experienced: true, knowsProcedures: true, agreedByRepresentatives: "unknown" },
  }],
  ["listAttendees", "Decision<ListAttendeesAnswer>", { area: "hampshire", meetingType: "professionals", attendance: { police: "video" } }],
  ["listAttendees", "Decision<ListAttendeesAnswer>", { area: "northamptonshire", meetingType: "mdt-locality", asOf: "2020-08-01" }],
  ["chooseMeeting", "Decision<ChooseMeetingAnswer>", {}],
  ["chooseMeeting", "Decision<ChooseMeetingAnswer>", { area: "bracknell-forest", meetingType: "tac-initial", cpConcern: false, unmetNeeds: true }],
  ["chooseMeeting", "Decision<ChooseMeetingAnswer>", {
    area: "northamptonshire",
    asOf: "2020-07-01",
    child: { age: 17, lookedAfter: true },
    othersConsidered: true,
  }],
  ["chooseMeeting", "Decision<ChooseMeetingAnswer>", { area: "hampshire", reasonableCauseSignificantHarm: true }],
  ["listDeadlines", "Decision<ListDeadlinesAnswer>", { area: "county-durham" }],
  ["listDeadlines", "Decision<ListDeadlinesAnswer>", {
    area: "county-durham",
    decisionAt: "2026-11-20T15:00",
    meetingStart: "2026-11-20T15:30",
    now: "2026-11-20T16:00",
    done: { proforma: { at: "2026-11-20T17:30:30", channel: "secure-email" } },
    planned: { "returns-available": { at: "2026-11-20T18:00", reason: "information-awaited", decidedBy: "Team manager" } },
    previous: [{ duty: "proforma", due: "2026-11-19" }],
    bankHolidays: [{ date: "2029-05-08", title: "Bank holiday for the Coronation" }],
  }],
  ["listDeadlines", "Decision<ListDeadlinesAnswer>", { area: "bracknell-forest", meetingType: "tac-initial", meetingEndedAt: "2026-11-20" }],
  ["listDeadlines", "Decision<ListDeadlinesAnswer>", { area: "generic", national: true, s47InitiatedOn: "2026-11-20" }],
  ["makeChecklist", "Decision<MakeChecklistAnswer>", { area: "northamptonshire", meetingType: "mdt-countywide", childrenDiscussed: 4 }],
  ["makeChecklist", "Decision<MakeChecklistAnswer>", { area: "hampshire", list: "agenda", phase: "during" }],
  ["makeChecklist", "Decision<MakeChecklistAnswer>", { area: "bracknell-forest", list: "copies", role: "lead-professional" }],
  ["resolveDisagreement", "Decision<ResolveDisagreementAnswer>", { area: "hampshire", stage: 1 }],
  ["resolveDisagreement", "Decision<ResolveDisagreementAnswer>", { area: "county-durham" }],
  ["resolveDisagreement", "Decision<ResolveDisagreementAnswer>", { area: "generic" }],
  ["reportQuarter", "Decision<ReportQuarterAnswer>", { area: "county-durham", ...QUARTER }],
  ["reportQuarter", "Decision<ReportQuarterAnswer>", { area: "hampshire" }],
  ["explain", "Explanation", {
    question: "classify-concern",
    facts: { area: "generic", concerns: { seriousRisk: false }, concernsIdentifiedAt: "2026-12-23" },
    recordedBy: "Team manager",
    recordedAt: "2026-12-23T11:00",
  }],
  ["explain", "Explanation", { question: "report-quarter", facts: { area: "county-durham", ...QUARTER } }],
  ["questionsFor", "QuestionFor[]", "classify-concern", {}],
  ["questionsFor", "QuestionFor[]", "list-attendees", { area: "county-durham", meetingType: "strategy", child: { lookedAfter: "unknown" } }],
  ["questionsFor", "QuestionFor[]", "record-consent-basis", { area: "hampshire", agreementSought: true }],
  ["loadPack", "PackBasis", sealed],
  ["listAttendees", "Decision<ListAttendeesAnswer>", { area: "our-partnership", meetingType: "strategy", childInHospital: true }],
  ["describePacks", "PackDescription", {}],
  ["describePacks", "PackDescription", { area: "generic" }],
  ["listRules", "RuleBook", {}],
  ["listRules", "RuleBook", { area: "northamptonshire" }],
];

/** The same of the workshop. */
export const comparisons = [
  ["comparePacks", "Comparison", { before: "county-durham", after: "county-durham" }],
  ["comparePacks", "Comparison", { before: OWN_PACK, after: STRICTER_PACK }],
  ["comparePacks", "Comparison", { before: ["multi-agency-meetings"], after: ["national-timescales", "multi-agency-meetings"] }],
];
