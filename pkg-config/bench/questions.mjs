// One case of each question, as a practitioner would put it.

const concern = {
  area: "generic",
  concerns: { seriousRisk: true },
  othersConsidered: true,
  concernsIdentifiedAt: "2026-03-06T15:00",
  referralReceivedAt: "2026-03-06T16:59",
};

const appointment = {
  specific: "Arrange and attend the paediatric appointment",
  quantity: "one appointment",
  indicator: "the clinic letter is on file",
  owner: "Health visitor",
  realisticResult: "the injury is assessed",
  resourcesConfirmed: true,
  due: "2026-12-30",
  relatesToFamily: true,
  discussedWithFamily: true,
};

const homeVisit = {
  specific: "Visit the home and see both children",
  quantity: "two visits a week",
  indicator: "both visits are in the case record",
  owner: "Social worker",
  due: "2027-01-08",
  relatesToFamily: true,
  discussedWithFamily: false,
};

const vague = { specific: "Monitor the situation", owner: "professionals", due: "ongoing" };

const tookPart = { requested: true, attended: true, formReturned: true };

/** A quarter in which a strategy meeting was held every fourth day, 20 in all. */
const meetings = Array.from({ length: 20 }, (_, number) => {
  const day = (later) => new Date(Date.UTC(2026, 9, 2 + 4 * number + later)).toISOString().slice(0, 10);
  return {
    ref: `meeting-${number + 1}`,
    endedAt: `${day(0)}T16:00`,
    settled: true,
    agencies: [
      { agency: "police", ...tookPart },
      { agency: "health", ...tookPart, formReturned: number % 3 > 0 },
      { agency: "school", ...tookPart, attended: number % 4 > 0 },
      { agency: "gp", requested: true, attended: false, formReturned: number % 2 > 0 },
    ],
    done: { decisions: `${day(1)}T${number % 5 > 0 ? "15" : "17"}:00`, minutes: `${day(4)}T09:00` },
  };
});

/** What is asked, by the function that answers it. Each is a list of what the function is given. */
export const QUESTIONS = {
  classifyConcern: [concern],
  listAttendees: [{
    area: "county-durham",
    meetingType: "strategy",
    referrer: "nursery",
    services: ["gp", "voluntary-domestic-abuse-service"],
    agencies: [{ name: "housing", hasRelevantInformation: true }],
    child: { lookedAfter: false, unborn: false },
    attendance: { "childrens-social-care": "in-person", police: "phone", health: "video", nursery: "absent" },
    chair: { role: "csc-team-manager" },
    format: "meeting",
  }],
  checkAction: [{ area: "hampshire", action: homeVisit, meetingDate: "2026-12-23" }],
  checkPlan: [{ area: "hampshire", plan: { actions: [appointment, homeVisit, vague], reviewDates: ["2027-01-20"] }, meetingDate: "2026-12-23" }],
  recordConsentBasis: [{
    area: "hampshire",
    informationShared: "Attendance, and two conversations with the class teacher",
    facts: "Absent on nine of twenty days",
    opinion: "The class teacher is worried",
    sharedWith: ["childrens-social-care", "police"],
    purpose: "To plan the safeguarding of a child",
    consentSought: false,
    reasoningNotSought: "Asking would place the child at risk",
    familyInformed: false,
    reasonNotInformed: "It would place the child at risk",
    agreementSought: true,
    agreementOutcome: "agreed",
    lawfulBasis: "public-task",
    specialCategory: true,
    necessary: "The meeting cannot plan without it",
    proportionate: "No more than the last term",
    relevant: "It shows when the absences began",
    decidedBy: "Designated safeguarding lead",
    decidedAt: "2026-12-23T10:00",
  }],
  chooseMeeting: [{ area: "northamptonshire", asOf: "2020-07-01", highRisk: true, child: { age: 15, cpPlan: true, lookedAfter: false, ehcp: true, openToSocialCare: true } }],
  listDeadlines: [{ area: "county-durham", decisionAt: "2026-03-06T10:00", meetingStart: "2026-03-06T14:00", meetingEndedAt: "2026-03-06T16:00", now: "2026-03-09T09:00" }],
  makeChecklist: [{ area: "hampshire", meetingType: "professionals", familyInformed: true, existingPlan: true, done: { "meeting-initiated": true, "outcomes-in-view": true } }],
  resolveDisagreement: [{ area: "county-durham", icpcDecision: "no", concernSerious: true, stage: 1, concernsRemain: true, requesters: 1, supportedBy: "named-professional" }],
  reportQuarter: [{ area: "county-durham", from: "2026-10-01", until: "2026-12-31", meetings }],
  explain: [{
    question: "classify-concern",
    facts: { area: "generic", concerns: { seriousRisk: false }, concernsIdentifiedAt: "2026-12-23" },
    recordedBy: "Team manager",
    recordedAt: "2026-12-23T11:00",
  }],
  questionsFor: ["classify-concern", { area: "generic", concerns: { seriousRisk: false } }],
  listRules: [],
  comparePacks: [{ before: "multi-agency-meetings", after: "county-durham" }],
};

/** The questions of practice: what is asked of a case. */
export const OF_PRACTICE = Object.keys(QUESTIONS).slice(0, 10);
