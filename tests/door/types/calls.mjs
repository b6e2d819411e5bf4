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

/** Each call: the function's name, the type of its answer, its facts. */
export const calls = [
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
  ["describePacks", "PackDescription", {}],
  ["describePacks", "PackDescription", { area: "generic" }],
];
