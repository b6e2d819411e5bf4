// The facts of a case out of a file, each proved by itself before any view reads it. A name that nothing here knows
// stays with the case and is read by nobody; at a path that is known nothing else may stand than what is asked there.

import { SafeguardingError, describePacks } from "safeguarding-rules";
import { put } from "safeguarding-rules/parts";
import { QUESTIONS } from "../parts/questions.js";
import { isGroup, isLine } from "./plain.js";

const LONGEST_TITLE = 200;

/** What the views keep beside the facts that packs declare, by the question that reads it. */
const READ_BY = {
  classifyConcern: [
    "area", "concernTypes", "complexReason", "concernsIdentifiedAt", "referralReceivedAt", "immediateActionAt",
    "bankHolidays",
  ],
  listAttendees: [
    "referrer", "services", "attendance", "format", "child.lookedAfter", "child.unborn", "subject.ageGroup",
  ],
  chooseMeeting: ["meetingType", "initialMeetingDate", "childPresent"],
  listDeadlines: ["meetingStart", "meetingEndedAt"],
  makeChecklist: ["childrenDiscussed"],
  resolveDisagreement: ["ladder", "stage"],
  checkPlan: ["meetingDate", "plan.reviewDates", "plan.reviewRequired"],
  recordConsentBasis: [
    "childAtRisk", "highRisk", "informationShared", "facts", "opinion", "sharedWith", "purpose", "date", "necessary",
    "proportionate", "relevant", "consentSought", "consentGiven", "reasoningNotSought", "consentToMeeting",
    "consentToEngage", "issue", "familyInformed", "reasonNotInformed", "agreementSought", "agreementOutcome",
    "agreedBy", "controller", "specialCategory", "criminalOffenceData", "decidedBy", "decidedAt", "lawfulBasis",
    "art9Condition", "criminalCondition",
  ],
};

/** The paths at which a question reads facts of its own, where each means one fact in every view. */
export function readBy(question) {
  return (READ_BY[question] ?? []).filter((path) => !OF_ONE_VIEW.includes(path));
}

/** Asked by several views, of each a meeting of its own. */
const OF_ONE_VIEW = ["meetingType", "attendance"];

/** What a question needs before it reads anything else. */
const NEEDED = { listAttendees: { meetingType: "strategy" }, checkPlan: { plan: { actions: [] } } };

/** Words that a pack which is not there may know. */
const WORDS_OF_PACKS = ["area", "meetingType", "concernTypes", "ladder"];

const isText = (value) => typeof value === "string";
const isAnswer = (value) => [true, false, "unknown"].includes(value);
const areTexts = (value) => Array.isArray(value) && value.every(isText);

/** What this page alone asks, and the library never. */
const OF_THIS_PAGE = new Map(Object.entries({
  role: isText,
  "family.leadAgrees": isAnswer,
  "family.tellingRisksHarm": isAnswer,
  "family.warnsSomebody": isAnswer,
  "family.what": isText,
  "family.why": isText,
  "family.withWhom": areTexts,
  "family.next": isText,
  "family.contact": isText,
  "family.complaints": isText,
  heard: (value) => isGroup(value) && Object.values(value).every(isText),
}));

/** Is every fact at a path that is known here what may stand there? */
export function areFacts(facts) {
  const { areas, facts: declared } = describePacks();
  const known = new Set([
    ...declared.map(({ path }) => path),
    ...Object.values(READ_BY).flat(),
    ...OF_THIS_PAGE.keys(),
  ]);
  const groups = new Set(
    [...known].flatMap((path) =>
      path
        .split(".")
        .slice(0, -1)
        .map((_, place, names) => names.slice(0, place + 1).join(".")),
    ),
  );
  // That of the case first: mostly one question is enough.
  const inAreas = [
    ...new Set([areas.some(({ id }) => id === facts.area) ? facts.area : undefined, ...areas.map(({ id }) => id)]),
  ];

  const stands = (value, path) => {
    if (known.has(path)) return isTaken(path, value, inAreas);
    if (isGroup(value))
      return Object.entries(value).every(([name, inside]) => stands(inside, path ? `${path}.${name}` : name));
    return !groups.has(path);
  };
  return stands(facts, "") && areHolidays(facts.bankHolidays);
}

/** Does anything that is asked here take this value at this path? */
function isTaken(path, value, areas) {
  const isOfThisPage = OF_THIS_PAGE.get(path);
  if (isOfThisPage) return isOfThisPage(value);
  if (isGroup(value) && path !== "attendance") return false;
  return Object.keys(READ_BY).some((question) => areas.some((area) => takes(question, { area, path, value })));
}

function takes(question, { area, path, value }) {
  const facts = { area, ...structuredClone(NEEDED[question]) };
  put(facts, path, value);
  try {
    QUESTIONS.get(question)(facts);
    return true;
  } catch (error) {
    if (!(error instanceof SafeguardingError)) throw error;
    return error.code === "bad-word" && WORDS_OF_PACKS.includes(path) && isAt(error.path, path);
  }
}

function isAt(place, path) {
  return place === path || place.startsWith(`${path}.`) || place.startsWith(`${path}[`);
}

/** Bank holidays that somebody has added are counted with, and listed in the settings. */
function areHolidays(given = []) {
  const isHoliday = (day) => isGroup(day) && (day.title === undefined || isTitle(day.title));
  return Array.isArray(given) && given.every(isHoliday);
}

/** May a bank holiday be called this? */
export function isTitle(title) {
  return isLine(title, LONGEST_TITLE);
}
