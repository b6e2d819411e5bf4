// The guide: protect now, which meeting, the concern, the times; then when the strategy meeting must be held.

import { classifyConcern, describePacks, listAttendees } from "safeguarding-rules";
import { areaField } from "../parts/areas.js";
import { askInPlace } from "../parts/asked.js";
import { attendanceMatrix } from "../parts/attendance.js";
import { known, part } from "../parts/case.js";
import { daysBetween, presentMoment, spokenDate, spokenMoment, spokenTime } from "../../pkg-config/npm/elements/parts/dates.js";
import { deadlinesOf, saysDue } from "../parts/deadlines.js";
import { declaredFacts } from "../parts/declared.js";
import { announce } from "../parts/announce.js";
import { contents, heading, make, paragraph, section, summaryList, tag } from "../../pkg-config/npm/elements/parts/dom.js";
import { choice, recentMoment, statement, text, ticks, yesNoNotSure } from "../../pkg-config/npm/elements/parts/fields.js";
import { refusal } from "../parts/form.js";
import { officeIsClosed } from "../parts/office.js";
import { planned } from "../parts/planned.js";
import { questionPage } from "../parts/question-page.js";
import { journeyStrip } from "../pictures/journey.js";
import { addressOf, goTo, keptAsOfNow, linkTo } from "../parts/router.js";
import { spokenTimescale } from "../../pkg-config/npm/elements/parts/limits.js";
import { capital } from "../../pkg-config/npm/elements/parts/letters.js";
import { countedCalendar } from "../pictures/calendar.js";
import { counted } from "../../pkg-config/npm/elements/parts/rules.js";
import { settings } from "../parts/settings.js";
import { COMMON, DANGER, PROTECT, TIMESCALE } from "../../pkg-config/npm/elements/words.js";
import { GUIDE, SHARED } from "../words.js";

const NAME = "guide";
const STRATEGY = "strategy";
const MEETING = GUIDE.strategyMeeting;
const PROTECT_PATH = "concerns.immediateProtectionNeeded";
const ACTION_PATH = "concerns.immediateActionRequired";
const COMPLEX_PATH = "concerns.particularlyComplex";

/** The kinds of meeting, and the view that leads to those that are no strategy meeting. */
const MEETINGS = [
  { value: STRATEGY, label: SHARED.strategyMeetingOrDiscussion, hint: GUIDE.meetings.strategyHint },
  { value: "tac", label: SHARED.teamAroundTheChild, hint: GUIDE.meetings.tacHint },
  { value: "mdt", label: GUIDE.meetings.mdt },
  { value: "professionals", label: SHARED.professionalsMeeting, hint: GUIDE.meetings.professionalsHint },
  { value: "which", label: COMMON.iAmNotSure },
];

const JOURNEY = [GUIDE.stations.referral, SHARED.strategyMeetingOrDiscussion, SHARED.section47, SHARED.conference];
/** What the library says of a day that ends at midnight and of an office that is closed. */
const AFTER_HOURS = ["never-rolled-to-a-working-day", "out-of-hours-contact"];
const TIMES = ["concernsIdentifiedAt", "referralReceivedAt", "immediateActionAt"];
/** What those who are asked after are asked for with a yes or a no. */
const YES_OR_NO = ["child.lookedAfter", "child.unborn"];

export function guide() {
  const protect = protectField();
  const area = areaField();
  const meeting = choice({ question: GUIDE.kind, options: MEETINGS, required: GUIDE.kindRequired });
  const questions = questionsOf(area);
  const times = timesOf(protect, questions);
  return questionPage({
    name: NAME,
    title: SHARED.whenMustWeMeet,
    group: NAME,
    steps: [
      { name: "protect", title: PROTECT.question, fromFirstField: true, begin: () => only([protect]), next: () => protect.read() !== false && toProtectNow() },
      { name: "meeting", title: SHARED.whichMeeting, fromFirstField: true, begin: () => only([area, meeting]), next: () => meeting.read() !== STRATEGY && leadTo(meeting.read()) },
      { name: "concern", title: GUIDE.steps.concern, fromFirstField: true, begin: () => ({ fields: questions.fields, parts: [questions.element] }) },
      {
        name: "when",
        title: GUIDE.steps.when,
        fromFirstField: true,
        before: () => [afterHours(), clock()],
        begin: () => only(times),
        submitText: SHARED.showTheAnswer,
      },
    ],
    question: "classifyConcern",
    withMore: (facts) => ({ ...asDeclared(facts), bankHolidays: known("bankHolidays"), now: presentMoment().instant, planned: plan().meeting }),
    show,
    screens: { "protect-now": protectNow },
  });
}

// ---------------------------------------------------------------------------------------------------------- the steps

function only(fields) {
  return { fields: () => fields, parts: fields.map((field) => field.element) };
}

/** Whether a child needs protecting is asked in every area, and told only to documents that ask for it too. */
function asDeclared({ concerns, ...facts }) {
  const declared = new Set(describePacks({ area: facts.area }).facts.map(({ path }) => path));
  const told = Object.entries(concerns ?? {}).filter(([name]) => declared.has(`concerns.${name}`));
  return told.length > 0 ? { ...facts, concerns: Object.fromEntries(told) } : facts;
}

function protectField() {
  return choice({
    path: PROTECT_PATH,
    question: PROTECT.question,
    options: [
      { value: true, label: COMMON.yes },
      { value: false, label: COMMON.no },
      { value: "unknown", label: COMMON.iAmNotSure },
    ],
    inline: true,
    asTitle: true,
    required: PROTECT.required,
  });
}

function toProtectNow() {
  goTo(NAME, "protect-now");
  return true;
}

function leadTo(view) {
  goTo(view);
  return true;
}

function protectNow() {
  const title = GUIDE.protectNow;
  const carryOn = make("a", { class: "govuk-button", role: "button", draggable: "false", href: addressOf(NAME, "meeting") }, GUIDE.carryOn);
  return { element: make("div", null, heading(1, title), whomToCallNow(), carryOn), title };
}

/** In the order of the hour, also where the page stays open until offices close. */
function whomToCallNow() {
  let closed;
  const element = make("div");
  const look = () => {
    const before = closed;
    closed = officeIsClosed(presentMoment().london);
    if (closed === before) return false;
    element.replaceChildren(...contents(whomToCall()));
    return true;
  };
  look();
  return keptAsOfNow(element, look);
}

/** 999 first; then the numbers that were set, the one for this hour first. */
function whomToCall() {
  const { dutyNumber, outOfHoursNumber } = settings();
  const duty = [GUIDE.dutyTeam, dutyNumber];
  const night = [GUIDE.emergencyTeam, outOfHoursNumber];
  const inOrder = officeIsClosed(presentMoment().london) ? [night, duty] : [duty, night];
  const none = [paragraph(GUIDE.speakToThem), make("p", { class: "govuk-body" }, GUIDE.noNumbers, linkTo("settings", SHARED.settings), ".")];
  const numbers = summaryList(inOrder.map(([who, number]) => [who, number || GUIDE.noNumber]));
  return [make("p", { class: "danger" }, DANGER.before, make("strong", null, DANGER.strong), "."), dutyNumber || outOfHoursNumber ? numbers : none];
}

/** The questions of the chosen area's packs, in their own words. What was answered stays when the area changes. */
function questionsOf(area) {
  const element = make("div");
  const known = new Map();
  let shown = [];
  let laidFor;

  function remembered(key, create) {
    if (!known.has(key)) known.set(key, create());
    return known.get(key);
  }

  // Another view may have changed the area.
  function fields() {
    if (laidFor !== area.read()) lay();
    return shown;
  }

  function lay() {
    laidFor = area.read();
    const { facts, concernTypes } = describePacks({ area: laidFor });
    const asked = facts.filter(({ path }) => path.startsWith("concerns.") && path !== PROTECT_PATH);
    const rows = asked.flatMap(({ path, question }) => {
      const row = remembered(`${path} ${question}`, () => yesNoNotSure({ path, question }));
      return path === COMPLEX_PATH ? [row, remembered("complexReason", () => complexReason(row))] : [row];
    });
    const types = concernTypes.length > 0 && remembered(`types ${concernTypes.map(({ id }) => id)}`, () => typesOf(concernTypes));
    const others = remembered("others", () => statement({ path: "othersConsidered", label: GUIDE.consideredEach }));
    shown = rows.length > 0 ? [...rows, ...(types ? [types] : []), others] : [];
    element.replaceChildren(...shown.map((field) => field.element));
  }

  lay();
  return { element, fields, field: (path) => fields().find((field) => field.path === path) };
}

function complexReason(complex) {
  return text({
    path: "complexReason",
    question: GUIDE.whyComplex,
    hint: GUIDE.whyComplexHint,
    onlyIf: () => complex.read() === true,
  });
}

function typesOf(concernTypes) {
  return ticks({
    path: "concernTypes",
    question: GUIDE.types,
    hint: GUIDE.typesHint,
    options: concernTypes.map(({ id, label }) => ({ value: id, label })),
  });
}

function timesOf(protect, questions) {
  return [
    recentMoment({
      path: "concernsIdentifiedAt",
      question: GUIDE.recordedFirst,
      name: GUIDE.recordedFirstDate,
    }),
    recentMoment({ path: "referralReceivedAt", question: GUIDE.referral, name: GUIDE.referralDate }),
    recentMoment({
      path: "immediateActionAt",
      question: GUIDE.actAtOnce,
      name: GUIDE.actAtOnceDate,
      onlyIf: () => protect.read() === true || questions.field(ACTION_PATH)?.read() === true,
    }),
  ];
}

function clock() {
  return [
    paragraph(GUIDE.unknownTime),
    make("p", { class: "govuk-hint" }, GUIDE.clock(spokenMoment(presentMoment().london))),
  ];
}

/** While offices are closed: what the same day means then, and who takes it. */
function afterHours({ cautions } = classifyConcern({ area: known("area"), now: presentMoment().instant })) {
  const { london } = presentMoment();
  const said = cautions.filter(({ code }) => AFTER_HOURS.includes(code)).map(({ text }) => text);
  const { outOfHoursNumber } = settings();
  const number = outOfHoursNumber && ` ${GUIDE.emergencyNumber(outOfHoursNumber)}`;
  return said.length > 0 && officeIsClosed(london) && make("p", { class: "govuk-inset-text after-hours" }, make("strong", null, GUIDE.itIs(spokenTime(london.split("T")[1]))), said.join(" "), number);
}

// --------------------------------------------------------------------------------------------------------- the answer

function show({ decision, own, again }) {
  const { answer } = decision;
  const protecting = own.known(PROTECT_PATH) !== false;
  const today = presentMoment().london.slice(0, 10);
  const advice = answer.advice && make("p", { class: "govuk-inset-text" }, answer.advice);
  return {
    title: protecting ? TIMESCALE.today : answer.heading,
    top: [
      protecting
        ? section(TIMESCALE.atTheLatest, make("p", { class: "outer-limit" }, outerLimit(answer, today)), tags(answer, decision.settled, today), limits(decision), advice)
        : [tags(answer, decision.settled, today), limits(decision), advice, suggestion(answer, today)],
      answer.timescale && afterHours(decision),
    ],
    middle: answer.timescale && planOfTheMeeting(answer, again),
    reasonsWithDates: !protecting,
    afterWhy: [
      answer.timescale && severalRules(decision),
      counted(answer.counted, countedCalendar(answer.counted)),
      whoMustBeThere(own),
      deadlinesOf({ own, meetingType: STRATEGY, meeting: rowOf(own, decision, protecting && today) }),
      whereThisStands(),
    ],
  };
}

function outerLimit({ dueBy, timescale, heading: said }, today) {
  if (!timescale) return said;
  if (dueBy && dueBy < today) return TIMESCALE.lastDay(spokenDate(dueBy));
  return [dueBy && spokenDate(dueBy), timescale && spokenTimescale(timescale)].filter(Boolean).join(", ");
}

function tags(answer, settled, today) {
  return make("p", { class: "tags" }, closeness(answer, today), " ", !settled && tag(COMMON.notSettled, "yellow"));
}

function severalRules({ because, alsoApplies, settled }) {
  if (alsoApplies.length === 0) return null;
  return paragraph(GUIDE.severalRules(because.length + alsoApplies.length, settled));
}

function whereThisStands() {
  const strip = section(GUIDE.whereThisStands, journeyStrip(JOURNEY, 1));
  strip.classList.add("not-on-paper");
  return strip;
}

/** A limit is only called late where the library says that it has passed: one that is not settled never is. */
function closeness({ dueBy, timescale, overdue }, today) {
  if (overdue.length > 0) {
    const days = Math.max(...overdue.map((limit) => daysBetween(limit.dueBy, today)));
    return tag(TIMESCALE.late(days), "red");
  }
  const days = dueBy ? daysBetween(today, dueBy) : undefined;
  if (days <= 0) return tag(TIMESCALE.isToday, "blue");
  if (days === 1) return tag(TIMESCALE.isTomorrow, "blue");
  return timescale && tag(capital(spokenTimescale(timescale)), "blue");
}

function suggestion({ aimBy, dueBy }, today) {
  return aimBy && aimBy < dueBy && aimBy >= today && paragraph(TIMESCALE.suggestion(spokenDate(aimBy)));
}

/** Limits that have passed, and the next one, each in the words of its rule. */
function limits({ answer, because, alsoApplies }) {
  const sentence = (id) => [...because, ...alsoApplies].find((rule) => rule.id === id)?.sentence ?? "";
  const line = (word, limit) => paragraph(make("strong", null, `${word}: `), `${spokenDate(limit.dueBy)}. `, sentence(limit.id));
  const next = answer.overdue.length > 0 && answer.nextLimit;
  return [answer.overdue.map((limit) => line(TIMESCALE.passed, limit)), next && line(TIMESCALE.nextLimit, next)];
}

// ------------------------------------------------------------------------------------------------ the meeting itself

/** When it is planned to be held, kept in the case beside the plans of the duties around it. */
function plan() {
  return part("plan", () => ({ meeting: undefined }));
}

function planOfTheMeeting({ planned: beside }, again) {
  const keep = (given) => {
    const before = plan().meeting;
    plan().meeting = given;
    // A plan that the library refuses is no plan.
    if (!again()) plan().meeting = before;
  };
  return planned({ what: GUIDE.meeting, plan: plan().meeting, beside, keep });
}

/**
 * The meeting among the deadlines: from the moment it counts from, which may have a time of day, to its last day or, where
 * a child needs protecting, to today.
 */
function rowOf(own, { answer, because }, today) {
  const { counted, dueInstant, timescale, overdue, heading: what } = answer;
  const cited = { what, force: because[0]?.force, rules: because.map(({ id }) => id) };
  if (today) return { ...cited, label: MEETING, from: today, due: `${today}T23:59:59`, state: own.known("meetingEndedAt") ? "done" : "due", says: GUIDE.today, what: TIMESCALE.today };
  if (!dueInstant) return null;
  const began = counted[0]?.date ?? dueInstant;
  const from = TIMES.map(own.known).find((moment) => moment?.startsWith(began)) ?? began;
  const state = own.known("meetingEndedAt") ? "done" : overdue.length > 0 ? "late" : "due";
  return { ...cited, label: MEETING, from, due: dueInstant, state, says: saysDue(dueInstant, spokenTimescale(timescale)) };
}

/** Who is needed, with what the answer already knows of the child, the referral and the services. */
function whoMustBeThere(own) {
  const element = make("section");

  function lay() {
    const facts = { ...declaredFacts(own, ["referrer", "services"]), meetingType: STRATEGY };
    const decision = listAttendees(facts);
    element.replaceChildren(
      ...contents([
        heading(2, GUIDE.whoMustBeThere),
        paragraph(decision.answer.heading),
        decision.ask.map((ask) => open(ask)),
        attendanceMatrix({ decision, facts }),
        make("p", { class: "govuk-body not-in-notes" }, linkTo("who", GUIDE.sayWhoReferred)),
      ]),
    );
    return decision;
  }

  function open(ask) {
    const field = YES_OR_NO.includes(ask.path) ? yesNoNotSure({ path: ask.path, question: ask.question }) : undefined;
    field?.set(own.known(ask.path));
    return askInPlace(ask, field, () => {
      own.know(ask.path, field.read());
      announce(lay().answer.heading);
    });
  }

  try {
    lay();
  } catch (error) {
    element.replaceChildren(paragraph(refusal(error, []).text));
  }
  return element;
}
