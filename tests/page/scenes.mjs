// Every view of the page and every kind of answer: how to get there, and what the library says to the same facts.

import { FURTHER_SCENES } from "./further-scenes.mjs";
import { CONSENT, MEETING_SCENES, WHY_SHARED, makeTheRecord, sharingTo } from "./meeting-scenes.mjs";
import { NOW, dateOf, further, library, openAll, press, radio, visit } from "./the-page.mjs";

export { openAll };

export const PROTECT = "Does the child need protecting today?";
export const FIRST_RECORDED = "When did a professional first record this concern?";
export const GUIDE = "My area is not listed";
/** The titles of the guide's pages after its first. */
export const AREA = "Whose procedure do you follow?";
export const SERIOUS = "Is there a serious risk of harm, for example serious injury or serious neglect?";
export const WHEN = "When did it become known?";
export const DURHAM = "County Durham";
const HAMPSHIRE = ["professionals-meetings"];
/** The day on which the clock of these tests stands. */
const TODAY = "2026-12-23";

/** What is asked of a concern, each answered with a no. */
export const NO_TO_EACH = { immediateProtectionNeeded: false, seriousRisk: false, penetrativeSexualAbuse: false, immediateActionRequired: false };

/** An action whose five parts are all there. */
export const GOOD_ACTION = {
  specific: "Arrange the paediatric appointment and go along",
  indicator: "The clinic letter is on file",
  owner: "Health visitor",
  realisticResult: "The injury is assessed at a clinic that runs each week",
  resourcesConfirmed: true,
  due: "2027-01-05",
};

/** From the first question of the guide to the one named by its title; with `others` whatever else is asked is a no. */
export async function guideTo(page, title, { protect = "No", area = DURHAM, concerns = {}, others = false } = {}) {
  // By its name, which is the same where a page in another language marks each word.
  const isAt = (name, exact = true) => page.getByRole("heading", { level: 1, name, exact }).isVisible();
  const reached = () => isAt(title);
  // What a page of the guide asks is looked for only once one of them stands: it may have been opened just now.
  await page.getByRole("button", { name: /^(Continue|Carry on|Show the answer)/ }).first().waitFor();
  if (await reached()) return;
  if (await radio(page, PROTECT, protect).isVisible()) {
    await radio(page, PROTECT, protect).check();
    await further(page);
  }
  if (protect !== "No" && !(await reached())) await further(page, /^Carry on/);
  if (await reached()) return;
  if (await page.getByLabel(area, { exact: true }).isVisible()) {
    await page.getByLabel(area, { exact: true }).check();
    await further(page);
  }
  while (!(await reached()) && !(await isAt(WHEN))) {
    let said = others ? "No" : undefined;
    for (const [begin, answer] of Object.entries(concerns)) if (await isAt(begin, false)) said = answer;
    if (said) await page.locator("main form").getByRole("radio", { name: said, exact: true }).first().check();
    await further(page);
  }
}

/** Through the whole guide to its answer with every part of it open, for a concern that was recorded today. */
export async function throughTheGuide(page, settings) {
  await toTheCard(page, settings);
  await openAll(page);
}

/** Through the whole guide to its answer as it is first seen. */
export async function toTheCard(page, { time, ...settings } = {}) {
  await guideTo(page, WHEN, settings);
  const recorded = page.getByRole("group", { name: FIRST_RECORDED });
  await recorded.getByLabel("Today").check();
  if (time) await recorded.getByLabel("Time").fill(time);
  await press(page, "Show the answer");
}

export function duty(page, name) {
  return page.locator(`li[data-duty="${name}"]`);
}

/** Gives the moment from which a duty counts, where it stands. */
export async function giveTime(page, name, summary, time, date = TODAY) {
  const row = duty(page, name);
  await row.locator("summary", { hasText: summary }).click();
  const given = row.locator("details[open]", { hasText: summary });
  await given.getByLabel("Date", { exact: true }).fill(date);
  await given.getByLabel("Time").fill(time);
  await given.getByRole("button", { name: "Use this time" }).click();
}

/** Every moment that is known an hour after the decision: one duty done, one with a window, one late. */
async function giveTheTimes(page) {
  await throughTheGuide(page, { time: "08:30", others: true });
  await giveTime(page, "proforma", "When was it decided", "09:05");
  await giveTime(page, "spoc-response", "When did the SPOC receive", "09:05");
  await giveTime(page, "returns-available", "When does the strategy meeting start?", "15:00");
  const proforma = duty(page, "proforma");
  await proforma.locator("summary", { hasText: "Record it as done" }).click();
  const done = proforma.getByRole("group", { name: "When was it done?" });
  await done.getByLabel("Date", { exact: true }).fill(TODAY);
  await done.getByLabel("Time").fill("09:50");
  await press(page, "Record as done");
}

async function askWho(page) {
  await page.getByLabel(DURHAM, { exact: true }).check();
  await page.getByLabel("Strategy meeting or discussion").check();
  await page.getByLabel("Who made the referral?").fill("school");
  await page.getByLabel("Which services").fill("GP, domestic abuse services");
  await press(page, "Show the answer");
  await openAll(page);
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
  await sharingTo(page, CONSENT);
  await radio(page, "Was consent to share sought?", "No").check();
  await page.getByLabel("Why was consent not sought?").fill("Asking would have delayed the plan");
  await sharingTo(page, WHY_SHARED);
  await radio(page, "Does it hold special-category data", "Yes").check();
  await makeTheRecord(page);
  await openAll(page);
}

/** `question` and `facts` put the same to the library; a view without an answer has neither. */
export const SCENES = [
  { name: "start", route: "", arrive: async () => {} },
  { name: "guide", route: "#/guide", arrive: async () => {} },
  { name: "guide-error", route: "#/guide", arrive: (page) => press(page, "Continue") },
  { name: "guide-protect-now", route: "#/guide", arrive: (page) => guideTo(page, "Protect the child now", { protect: "Yes" }) },
  { name: "guide-area", route: "#/guide", arrive: (page) => guideTo(page, AREA) },
  { name: "guide-concern", route: "#/guide", arrive: (page) => guideTo(page, SERIOUS) },
  { name: "guide-when", route: "#/guide", arrive: (page) => guideTo(page, WHEN) },
  {
    name: "guide-when-at-night",
    route: "#/guide",
    arrive: async (page) => {
      await page.clock.setFixedTime("2026-12-23T20:40Z");
      await guideTo(page, WHEN);
    },
  },
  {
    name: "guide-answer",
    route: "#/guide",
    arrive: (page) => throughTheGuide(page, { area: GUIDE }),
    question: "classifyConcern",
    facts: { area: "generic", concerns: { immediateProtectionNeeded: false }, concernsIdentifiedAt: TODAY, now: NOW },
  },
  {
    name: "guide-answer-protect",
    route: "#/guide",
    arrive: (page) => throughTheGuide(page, { protect: "I am not sure" }),
    question: "classifyConcern",
    facts: { area: "county-durham", concerns: { immediateProtectionNeeded: "unknown" }, concernsIdentifiedAt: TODAY, now: NOW },
  },
  {
    name: "guide-answer-settled",
    route: "#/guide",
    arrive: giveTheTimes,
    question: "classifyConcern",
    facts: { area: "county-durham", concerns: NO_TO_EACH, concernsIdentifiedAt: `${TODAY}T08:30`, now: NOW },
  },
  {
    name: "guide-answer-opened",
    route: "#/guide",
    arrive: async (page) => {
      await throughTheGuide(page, { others: true });
      for (const part of await page.locator("main details:not(.fold, .turned-over) > summary").all()) await part.click();
    },
    question: "classifyConcern",
    facts: { area: "county-durham", concerns: NO_TO_EACH, concernsIdentifiedAt: TODAY, now: NOW },
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
      // In whatever words they are named.
      await page.locator('select[data-agency="police"]').selectOption("Did not come");
      await page.locator("summary", { hasText: "was the minimum met?" }).click();
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
      await openAll(page);
    },
    question: "checkPlan",
    facts: { packs: HAMPSHIRE, plan: { actions: [GOOD_ACTION, { specific: "Monitor", realisticResult: "One visit kept each week" }] } },
  },
  { name: "sharing", route: "#/sharing", arrive: async () => {} },
  ...[["sharing-consent", CONSENT], ["sharing-why", WHY_SHARED]].map(([name, title]) => ({
    name,
    route: "#/sharing",
    arrive: async (page) => {
      await page.getByLabel("Northamptonshire", { exact: true }).check();
      await sharingTo(page, title);
    },
  })),
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
  ...FURTHER_SCENES,
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
