// The screens around other meetings and their papers: how to get there, and what the library says to the same facts.

import { dateOf, further, openAll, press, radio } from "./the-page.mjs";

const STRATEGY = "Strategy meeting or discussion";
const FIRST_TEAM_MEETING = "Team around the child, first meeting";
const REVIEW = "Team around the child, review";

export function area(page, name) {
  return page.getByLabel(name, { exact: true }).check();
}

// ------------------------------------------------------------------------------------------------------- which meeting

export async function askWhich(page, place, answers) {
  await area(page, place);
  for (const [question, answer] of answers) await radio(page, question, answer).check();
  await press(page, "Continue");
  await openAll(page);
}

// -------------------------------------------------------------------------------------------- the multidisciplinary team

export async function startMdt(page, which, place = "Northamptonshire") {
  await area(page, place);
  await page.getByLabel(which).check();
  await press(page, "Continue");
}

export async function planMdt(page) {
  await startMdt(page, "Countywide");
  await radio(page, "Is the child open to children's social care?", "Yes").check();
  await radio(page, "Is the child looked after", "Yes").check();
  await radio(page, "Is the child deemed to be at high risk", "Yes").check();
  await press(page, "Continue");
  await page.getByLabel("How many children will be discussed?").fill("4");
  await dateOf(page, "When does the meeting start?").fill("2027-01-04");
  await page.getByRole("group", { name: "When does the meeting start?" }).getByLabel("Time").fill("10:00");
  await press(page, "Show the plan");
  await openAll(page);
}

// --------------------------------------------------------------------------------------------- the team around the child

export async function startTac(page, coming, which = FIRST_TEAM_MEETING, first) {
  await radio(page, "Is the child or young person coming?", coming).check();
  await press(page, "Continue");
  await area(page, "Bracknell Forest");
  await page.getByLabel(which).check();
  if (first) await dateOf(page, "When was, or is, the first meeting?").fill(first);
  await press(page, "Continue");
}

export async function planReview(page) {
  await startTac(page, "No", REVIEW, "2026-10-03");
  await radio(page, "Has it added to the concern", "Yes").check();
  await press(page, "Show the plan");
  await openAll(page);
}

async function planFirstTeamMeeting(page) {
  await startTac(page, "Yes", FIRST_TEAM_MEETING, "2026-12-23");
  await radio(page, "Is there any child protection concern?", "No").check();
  await press(page, "Show the plan");
  await openAll(page);
}

// ---------------------------------------------------------------------------------------------- the professionals' meeting

export async function passTheGate(page, answer, place = "Hampshire") {
  await area(page, place);
  await radio(page, "Is there reasonable cause", answer).check();
  await press(page, "Continue");
}

export async function planProfessionals(page) {
  await passTheGate(page, "Not sure");
  await radio(page, "Does an agency feel that the work", "Yes").check();
  await press(page, "Continue");
  await radio(page, "Who authorised the meeting", "Line manager").check();
  await radio(page, "Was the family told of the meeting?", "No").check();
  await press(page, "Continue");
  await dateOf(page, "When is the next date?").fill("2027-01-11");
  await press(page, "Show the plan");
  await openAll(page);
}

// ------------------------------------------------------------------------------------------------------ papers and people

export async function showChecklist(page, place, meeting, role = "Everybody: the whole list") {
  await area(page, place);
  await page.getByLabel(meeting, { exact: true }).check();
  await page.getByRole("group", { name: "For whom?" }).getByLabel(role, { exact: true }).check();
  await press(page, "Show the checklist");
  await page.locator(".checklist").waitFor();
}

export async function disagree(page) {
  await area(page, "County Durham");
  await radio(page, "What is it about?", "Conference not held").check();
  await radio(page, "Which step was taken last?", "Step 2").check();
  await press(page, "Continue");
  await openAll(page);
}

export async function recordAbsent(page) {
  await area(page, "Bracknell Forest");
  await page.getByLabel(FIRST_TEAM_MEETING).check();
  await press(page, "Continue");
  // The child is the first of them, in whatever words.
  const child = page.getByRole("group", { name: /: did they take part\?$/ }).first();
  await child.getByRole("radio", { name: "Not there", exact: true }).check();
  await press(page, "Make the record");
  await openAll(page);
}

export async function showForm(page) {
  await area(page, "Bracknell Forest");
  await page.getByLabel(FIRST_TEAM_MEETING).check();
  await page.getByLabel("Detailed action plan").check();
  await press(page, "Show the form");
}

export async function beInvited(page, place, meeting, part) {
  await area(page, place);
  await page.getByLabel(meeting, { exact: true }).check();
  await page.getByRole("group", { name: "What is your part?" }).getByLabel(part, { exact: true }).check();
  await press(page, "Tell me what to do");
  await openAll(page);
}

/** The titles of the pages of sharing after its first. */
export const [CONSENT, WHY_SHARED] = ["Consent, and the family", "Why it is right, and who decided"];

/** To a page of sharing, by its title. */
export async function sharingTo(page, title) {
  // By its name, which is the same where a page in another language marks each word.
  while (!(await page.getByRole("heading", { level: 1, name: title, exact: true }).isVisible())) await further(page);
}

export async function makeTheRecord(page) {
  await sharingTo(page, WHY_SHARED);
  await press(page, "Make the record");
}

/** The record of sharing first, as it says whether the family was told; then the questions before the page. */
export async function askForFamilyPage(page, { told = "Yes", agreed = "Yes", harm = "No", warn = "No" }) {
  if (told !== null) {
    await openRecord(page, "Basis for sharing");
    await area(page, "Northamptonshire");
    await sharingTo(page, CONSENT);
    await radio(page, "Was the family told?", told).check();
    await makeTheRecord(page);
  }
  await openRecord(page, "A page for the family");
  await area(page, "Northamptonshire");
  await radio(page, "Has whoever leads", agreed).check();
  await radio(page, "Could it put a child", harm).check();
  await radio(page, "Could it warn somebody", warn).check();
  await press(page, "Continue");
}

async function openRecord(page, name) {
  await page.getByRole("link", { name: "Records", exact: true }).click();
  await page.getByRole("link", { name }).click();
}

export async function fillFamilyPage(page) {
  await page.getByLabel("What was shared, in plain words?").fill("School attendance of the last term");
  await page.getByLabel("Why was it shared?").fill("To plan help with getting to school");
  await page.getByLabel("With whom was it shared?").fill("school nurse, police");
  await page.getByLabel("What happens next?").fill("A worker visits on Monday 4 January");
  await page.getByLabel("Whom can they ask?").fill("The duty team");
  await page.getByLabel("Where can they complain?").fill("The customer team");
  await press(page, "Make the page");
}

/** `question` and `facts` put the same to the library; a view without an answer of one question has neither. */
export const MEETING_SCENES = [
  { name: "which", route: "#/which", arrive: (page) => area(page, "Northamptonshire") },
  {
    name: "which-answer",
    route: "#/which",
    arrive: (page) => askWhich(page, "Northamptonshire", [["Is there reasonable cause", "Not sure"], ["What is the meeting for", "A referral"]]),
    question: "chooseMeeting",
    facts: { area: "northamptonshire", reasonableCauseSignificantHarm: "unknown", purpose: "referral" },
  },
  {
    name: "which-strategy",
    route: "#/which",
    arrive: (page) => askWhich(page, "My area is not listed", [["Is there reasonable cause", "Yes"]]),
    question: "chooseMeeting",
    facts: { area: "generic", reasonableCauseSignificantHarm: true },
  },
  { name: "mdt", route: "#/mdt", arrive: async () => {} },
  { name: "mdt-child", route: "#/mdt", arrive: (page) => startMdt(page, "Countywide") },
  { name: "mdt-none", route: "#/mdt", arrive: (page) => startMdt(page, "Countywide", "County Durham") },
  {
    name: "mdt-locality",
    route: "#/mdt",
    arrive: async (page) => {
      await startMdt(page, "Locality");
      await openAll(page);
    },
    question: "chooseMeeting",
    facts: { area: "northamptonshire", meetingType: "mdt-locality" },
  },
  {
    name: "mdt-answer",
    route: "#/mdt",
    arrive: planMdt,
    question: "chooseMeeting",
    facts: { area: "northamptonshire", meetingType: "mdt-countywide", child: { openToSocialCare: true, lookedAfter: true }, highRisk: true, meetingStart: "2027-01-04T10:00" },
  },
  { name: "tac", route: "#/tac", arrive: async () => {} },
  { name: "tac-engagement", route: "#/tac", arrive: (page) => startTac(page, "No") },
  {
    name: "tac-answer",
    route: "#/tac",
    arrive: planFirstTeamMeeting,
    question: "chooseMeeting",
    facts: { area: "bracknell-forest", meetingType: "tac-initial", childPresent: true, cpConcern: false, initialMeetingDate: "2026-12-23" },
  },
  {
    name: "tac-review",
    route: "#/tac",
    arrive: planReview,
    question: "chooseMeeting",
    facts: { area: "bracknell-forest", meetingType: "tac-review", childPresent: false, concernsIncreasedByNonengagement: true, initialMeetingDate: "2026-10-03" },
  },
  { name: "professionals", route: "#/professionals", arrive: async () => {} },
  { name: "professionals-reason", route: "#/professionals", arrive: (page) => passTheGate(page, "No") },
  {
    name: "professionals-strategy",
    route: "#/professionals",
    arrive: async (page) => {
      await passTheGate(page, "Yes");
      await openAll(page);
    },
    question: "chooseMeeting",
    facts: { area: "hampshire", meetingType: "professionals", reasonableCauseSignificantHarm: true },
  },
  {
    name: "professionals-answer",
    route: "#/professionals",
    arrive: planProfessionals,
    question: "chooseMeeting",
    facts: { area: "hampshire", meetingType: "professionals", reasonableCauseSignificantHarm: "unknown", noImprovedOutcomes: true, authorisedBy: "line-manager", familyInformed: false },
  },
  { name: "checklists", route: "#/checklists", arrive: (page) => area(page, "County Durham") },
  { name: "checklists-error", route: "#/checklists", arrive: (page) => press(page, "Show the checklist") },
  {
    name: "checklists-list",
    route: "#/checklists",
    arrive: async (page) => {
      await showChecklist(page, "County Durham", STRATEGY);
      await page.locator(".task").first().click();
    },
  },
  {
    name: "checklists-not-kept",
    route: "#/checklists",
    before: () => Object.defineProperty(window, "indexedDB", { value: undefined }),
    arrive: async (page) => {
      await showChecklist(page, "County Durham", STRATEGY);
      await page.getByText("This browser will not keep your ticks.").waitFor();
    },
  },
  { name: "invited", route: "#/invited", arrive: (page) => area(page, "County Durham") },
  { name: "invited-answer", route: "#/invited", arrive: (page) => beInvited(page, "County Durham", STRATEGY, "None of these, or I do not know") },
  { name: "disagreement", route: "#/disagreement", arrive: (page) => area(page, "County Durham") },
  {
    name: "disagreement-answer",
    route: "#/disagreement",
    arrive: disagree,
    question: "resolveDisagreement",
    facts: { area: "county-durham", ladder: "conference-not-held", stage: 2 },
  },
  { name: "absent-answer", route: "#/absent", arrive: recordAbsent },
  { name: "forms", route: "#/forms", arrive: (page) => area(page, "Bracknell Forest") },
  { name: "forms-form", route: "#/forms", arrive: showForm },
  { name: "family", route: "#/family", arrive: async () => {} },
  { name: "family-not-made", route: "#/records", arrive: (page) => askForFamilyPage(page, { warn: "Not sure" }) },
  {
    name: "family-page",
    route: "#/records",
    arrive: async (page) => {
      await askForFamilyPage(page, {});
      await fillFamilyPage(page);
    },
  },
];
