// Every view of the page and every kind of answer: how to get there, and what the library says to the same facts.

import { MEETING_SCENES } from "./meeting-scenes.mjs";
import { NOW, dateOf, library, press, radio, visit } from "./the-page.mjs";

const PROTECT = "Does the child need protecting today?";
const FIRST_RECORDED = "When did a professional first record this concern?";
const GUIDE = "No partnership: the practice guide alone";
const HAMPSHIRE = ["professionals-meetings"];

/** An action whose five parts are all there. */
export const GOOD_ACTION = {
  specific: "Arrange the paediatric appointment and go along",
  indicator: "The clinic letter is on file",
  owner: "Health visitor",
  realisticResult: "The injury is assessed at a clinic that runs each week",
  resourcesConfirmed: true,
  due: "2027-01-05",
};

async function askWhen(page, protect, area) {
  await radio(page, PROTECT, protect).check();
  await page.getByLabel(area, { exact: true }).check();
  await dateOf(page, FIRST_RECORDED).fill("2026-12-23");
  await press(page, "Show the answer");
}

async function askWho(page) {
  await page.getByLabel("County Durham", { exact: true }).check();
  await page.getByLabel("Strategy meeting or discussion").check();
  await page.getByLabel("Who made the referral?").fill("school");
  await page.getByLabel("Which services").fill("GP, domestic abuse services");
  await press(page, "Show the answer");
}

export async function writeAction(page, action) {
  await press(page, "Add an action");
  if (action.specific) await page.getByLabel("What will be done?").fill(action.specific);
  if (action.indicator) await page.getByLabel("what will anybody see?").fill(action.indicator);
  if (action.owner) await page.getByLabel("Who will do it?").fill(action.owner);
  if (action.realisticResult) await page.getByLabel("What result can").fill(action.realisticResult);
  if (action.resourcesConfirmed) await radio(page, "Can this be done", "Yes").check();
  if (action.due) await dateOf(page, "By when?").fill(action.due);
  await press(page, "Save action");
}

async function recordSharing(page) {
  await page.getByLabel("Northamptonshire", { exact: true }).check();
  await page.getByLabel("What was shared?").fill("School attendance of the last term");
  await page.getByLabel("With whom was it shared?").fill("health visitor, police");
  await radio(page, "Was consent to share sought?", "No").check();
  await page.getByLabel("Why was consent not sought?").fill("Asking would have delayed the plan");
  await radio(page, "Does it hold special-category data", "Yes").check();
  await press(page, "Make the record");
}

/** `question` and `facts` put the same to the library; a view without an answer has neither. */
export const SCENES = [
  { name: "when", route: "#/when", arrive: async () => {} },
  { name: "when-questions", route: "#/when", arrive: (page) => page.getByLabel("County Durham", { exact: true }).check() },
  {
    name: "when-error",
    route: "#/when",
    arrive: (page) => press(page, "Show the answer"),
  },
  {
    name: "when-answer",
    route: "#/when",
    arrive: (page) => askWhen(page, "No", GUIDE),
    question: "classifyConcern",
    facts: { area: "generic", concerns: { immediateProtectionNeeded: false }, concernsIdentifiedAt: "2026-12-23", now: NOW },
  },
  {
    name: "when-answer-protect",
    route: "#/when",
    arrive: (page) => askWhen(page, "I am not sure", "County Durham"),
    question: "classifyConcern",
    facts: { area: "county-durham", concerns: { immediateProtectionNeeded: "unknown" }, concernsIdentifiedAt: "2026-12-23", now: NOW },
  },
  { name: "who", route: "#/who", arrive: async () => {} },
  {
    name: "who-answer",
    route: "#/who",
    arrive: askWho,
    question: "listAttendees",
    facts: { area: "county-durham", meetingType: "strategy", referrer: "school", services: ["GP", "domestic abuse services"] },
  },
  {
    name: "who-took-part",
    route: "#/who",
    arrive: async (page) => {
      await askWho(page);
      await page.getByLabel("How did police take part?").selectOption("Absent");
      await press(page, "Check the minimum");
    },
    question: "listAttendees",
    facts: { area: "county-durham", meetingType: "strategy", referrer: "school", services: ["GP", "domestic abuse services"] },
  },
  { name: "actions", route: "#/actions", arrive: async () => {} },
  {
    name: "actions-advice",
    route: "#/actions",
    arrive: async (page) => {
      await press(page, "Add an action");
      await page.getByLabel("What will be done?").fill("Monitor");
      await page.getByRole("heading", { name: "The five parts" }).waitFor();
    },
  },
  {
    name: "actions-table",
    route: "#/actions",
    arrive: async (page) => {
      await writeAction(page, GOOD_ACTION);
      await writeAction(page, { specific: "Monitor" });
    },
  },
  {
    name: "actions-answer",
    route: "#/actions",
    arrive: async (page) => {
      await writeAction(page, GOOD_ACTION);
      await writeAction(page, { specific: "Monitor", realisticResult: "One visit kept each week" });
      await press(page, "Check the plan");
    },
    question: "checkPlan",
    facts: { packs: HAMPSHIRE, plan: { actions: [GOOD_ACTION, { specific: "Monitor", realisticResult: "One visit kept each week" }] } },
  },
  { name: "sharing", route: "#/sharing", arrive: async () => {} },
  {
    name: "sharing-answer",
    route: "#/sharing",
    arrive: recordSharing,
    question: "recordConsentBasis",
    facts: {
      area: "northamptonshire",
      informationShared: "School attendance of the last term",
      sharedWith: ["health visitor", "police"],
      consentSought: false,
      reasoningNotSought: "Asking would have delayed the plan",
      specialCategory: true,
    },
  },
  ...MEETING_SCENES,
];

export const ANSWERS = SCENES.filter(({ question }) => question);

/** A fresh page, led to a scene. */
export async function arriveAt({ route, arrive, before }, env) {
  const page = await visit(env, route, { before });
  await arrive(page);
  return page;
}

export function decisionOf({ question, facts }) {
  return library[question](facts);
}
