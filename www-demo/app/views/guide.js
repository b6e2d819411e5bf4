// The guide: protect now, which meeting, the concern, the times; then when the strategy meeting must be held.

import { SafeguardingError, classifyConcern, listAttendees, listDeadlines } from "safeguarding-rules";
import {
  COMMON, DANGER, PROTECT, TIMESCALE, capital, choice, contents, counted, daysBetween, details, forceTag, heading,
  make, paragraph, presentMoment, section, spokenDate, spokenMoment, spokenTime, spokenTimescale, summaryList, tag,
  text, ticks, yesNoNotSure,
} from "safeguarding-rules/parts";
import { areaField } from "../parts/areas.js";
import { askInPlace } from "../parts/asked.js";
import { attendanceMatrix } from "../parts/attendance.js";
import { know, known, part } from "../parts/case.js";
import { deadlinesOf, saysDue } from "../parts/deadlines.js";
import { declaredFacts } from "../parts/declared.js";
import { packsOf } from "../parts/described.js";
import { announce } from "../parts/announce.js";
import { factsOf } from "../parts/facts.js";
import { foldLater, why } from "../parts/folds.js";
import { inShort, mustCome } from "../parts/in-short.js";
import { later } from "../parts/later.js";
import { noToEach } from "../parts/no-to-each.js";
import { addressOfNumber, numbersNow, telephone } from "../parts/numbers.js";
import { officeIsClosed } from "../parts/office.js";
import { planned } from "../parts/planned.js";
import { recentMomentAsOfNow } from "../parts/recent.js";
import { backLink, questionPage } from "../parts/question-page.js";
import { journeyStrip } from "../pictures/journey.js";
import { addressOf, goTo, keptAsOfNow, linkTo } from "../parts/router.js";
import { countedCalendar } from "../pictures/calendar.js";
import { settings } from "../parts/settings.js";
import { AREAS, GUIDE, SHARED } from "../words.js";

const NAME = "guide";
const STRATEGY = "strategy";
const WHEN = "when";
const MEETING = GUIDE.strategyMeeting;
const PROTECT_PATH = "concerns.immediateProtectionNeeded";
const ACTION_PATH = "concerns.immediateActionRequired";
const COMPLEX_PATH = "concerns.particularlyComplex";
const CONCERN = "concerns.";

const JOURNEY = [GUIDE.stations.referral, SHARED.strategyMeetingOrDiscussion, SHARED.section47, SHARED.conference];
/** What the library says of a day that ends at midnight and of an office that is closed. */
const AFTER_HOURS = ["never-rolled-to-a-working-day", "out-of-hours-contact"];
const TIMES = ["concernsIdentifiedAt", "referralReceivedAt", "immediateActionAt"];
/** What those who are asked after are asked for with a yes or a no. */
const YES_OR_NO = ["child.lookedAfter", "child.unborn"];

export function guide() {
  const protect = protectField();
  const area = areaField({ asTitle: true });
  const concern = concernOf(area);
  const times = timesOf(protect, concern);
  const toldBeside = (field) =>
    asDeclared(factsOf([protect, area, ...concern.fields(), ...times].filter((other) => other !== field)));
  return questionPage({
    name: NAME,
    title: SHARED.whenMustWeMeet,
    group: NAME,
    steps: [
      {
        name: "protect",
        title: PROTECT.question,
        fromFirstField: true,
        before: anotherMeeting,
        begin: () => only([protect]),
        next: () => protect.read() !== false && toProtectNow(),
      },
      {
        name: "area",
        title: AREAS.question,
        fromFirstField: true,
        isOpen: () => area.read() === undefined,
        begin: () => only([area]),
      },
      ...concern.steps(toldBeside),
      {
        name: WHEN,
        title: GUIDE.steps.when,
        fromFirstField: true,
        before: () => {
          later(() => askedBeforehand(area.read()));
          return clockAsOfNow(area.read());
        },
        begin: () => only(times),
        submitText: SHARED.showTheAnswer,
      },
    ],
    question: "classifyConcern",
    standsWhile: () => officeIsClosed(presentMoment().london),
    withMore: (facts) => ({
      ...asDeclared(facts),
      bankHolidays: known("bankHolidays"),
      now: presentMoment().instant,
      planned: plan().meeting,
    }),
    show,
    screens: { "protect-now": protectNow },
  });
}

// ---------------------------------------------------------------------------------------------------------- the steps

function only(fields) {
  return { fields: () => fields, parts: fields.map((field) => field.element) };
}

/**
 * Whether a child needs protecting is asked in every area, and told only to documents that ask for it too.
 * @param {{ concerns?: object, area?: import("safeguarding-rules").Area, [fact: string]: unknown }} facts
 */
function asDeclared({ concerns, ...facts }) {
  const declared = new Set(packsOf(facts.area).facts.map(({ path }) => path));
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

/** This is about strategy meetings: whoever means another finds it from here. */
function anotherMeeting() {
  return make("p", { class: "govuk-hint" }, GUIDE.forStrategy, linkTo("which", SHARED.whichMeeting));
}

function protectNow(next) {
  const title = GUIDE.protectNow;
  const carryOn = make(
    "a",
    { class: "govuk-button", role: "button", draggable: "false", href: addressOf(NAME, next.name) },
    GUIDE.carryOn,
  );
  return { element: make("div", null, backLink(NAME, "protect"), heading(1, title), whomToCallNow(), carryOn), title };
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
  const numbers = numbersNow();
  const none = [
    paragraph(GUIDE.speakToThem),
    make("p", { class: "govuk-body" }, GUIDE.noNumbers, linkTo("settings", SHARED.settings), "."),
  ];
  const rows = numbers.map(({ who, number }) => [who, number ? telephone(number) : GUIDE.noNumber]);
  return [
    make("p", { class: "danger" }, DANGER.before, telephone(GUIDE.emergency, DANGER.strong), "."),
    numbers.some(({ number }) => number) ? summaryList(rows) : none,
  ];
}

/**
 * What is asked of the concern: each fact of the area's packs, in their own words, on a page of its own. With the first
 * that is asked stands a no to all of them, and what nobody has to say: the kinds of concern, and what makes it
 * complex. An answer stays when the area changes.
 */
function concernOf(area) {
  const made = new Map();
  const remembered = (key, create) => {
    if (!made.has(key)) made.set(key, create());
    return made.get(key);
  };
  const declared = () => packsOf(area.read());
  const questionAt = (path) => declared().facts.find((fact) => fact.path === path)?.question;
  const fieldAt = (path) => {
    const question = questionAt(path);
    return (
      question &&
      remembered(`${path} ${question}`, () => yesNoNotSure({ path, question, asTitle: true, inline: false }))
    );
  };
  const noAt = (path) => remembered(`no ${path} ${questionAt(path)}`, () => noToEach(fieldAt(path)));
  const sayNo = (path) => {
    fieldAt(path).set(false);
    know(path, false);
  };
  const more = moreOfTheConcern(remembered, declared, questionAt);
  const paths = [...new Set(packsOf().facts.map(({ path }) => path))].filter(
    (path) => path.startsWith(CONCERN) && ![PROTECT_PATH, COMPLEX_PATH].includes(path),
  );

  function steps(toldBeside) {
    // Asked as long as it can still change the answer, whatever was said to it.
    const isOpen = (path) =>
      fieldAt(path) !== undefined &&
      classifyConcern({ ...toldBeside(fieldAt(path)), now: presentMoment().instant }).ask.some(
        (ask) => ask.path === path,
      );
    return paths.map((path, index) => {
      const place = make("div");
      const moreHere = make("div");
      const holdsMore = () => moreHere.contains(more.element);
      let follow = [];
      return {
        name: index === 0 ? "concern" : path.slice(CONCERN.length),
        title: () => questionAt(path) ?? GUIDE.steps.concern,
        fromFirstField: true,
        isOpen: () => isOpen(path),
        before: () => {
          place.replaceChildren(...contents([fieldAt(path)?.element]));
          const [first, ...others] = paths.filter(isOpen);
          follow = first === path ? others : [];
          if (first === path) moreHere.append(more.lay());
          if (questionAt(path)) noAt(path).offer(follow.map(questionAt));
        },
        next: () => {
          if (!questionAt(path) || !noAt(path).isChosen()) return undefined;
          noAt(path).settle();
          follow.forEach(sayNo);
          return WHEN;
        },
        begin: () => ({
          fields: () => [fieldAt(path), ...(holdsMore() ? more.fields() : [])].filter(Boolean),
          parts: [place, moreHere],
        }),
      };
    });
  }

  return { steps, fields: () => [...paths.map(fieldAt).filter(Boolean), ...more.fields()], field: fieldAt };
}

/** What nobody has to say, closed under the first question of the concern. */
function moreOfTheConcern(remembered, declared, questionAt) {
  const inside = make("div");
  const element = details(GUIDE.more, inside);

  function fields() {
    const { concernTypes } = declared();
    const complex = questionAt(COMPLEX_PATH);
    const row =
      complex &&
      remembered(`${COMPLEX_PATH} ${complex}`, () => yesNoNotSure({ path: COMPLEX_PATH, question: complex }));
    const types =
      concernTypes.length > 0 && remembered(`types ${concernTypes.map(({ id }) => id)}`, () => typesOf(concernTypes));
    return [types, row, row && remembered("complexReason", () => complexReason(row))].filter(Boolean);
  }

  const lay = () => {
    inside.replaceChildren(...fields().map((field) => field.element));
    return element;
  };
  return { element, fields, lay };
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

function timesOf(protect, concern) {
  return [
    recentMomentAsOfNow({
      path: "concernsIdentifiedAt",
      question: GUIDE.recordedFirst,
      dateShown: true,
      name: GUIDE.recordedFirstDate,
    }),
    recentMomentAsOfNow({ path: "referralReceivedAt", question: GUIDE.referral, name: GUIDE.referralDate }),
    recentMomentAsOfNow({
      path: "immediateActionAt",
      question: GUIDE.actAtOnce,
      name: GUIDE.actAtOnceDate,
      onlyIf: () => protect.read() === true || concern.field(ACTION_PATH)?.read() === true,
    }),
  ];
}

/**
 * What the answer asks the library beside its own question, once while somebody still reads the last one: a browser
 * translates a program where it first runs, and nobody waits for that here.
 */
function askedBeforehand(area) {
  const facts = { area, meetingType: STRATEGY };
  try {
    listAttendees(facts);
    listDeadlines(facts);
  } catch (error) {
    // What it refuses, the answer says.
    if (!(error instanceof SafeguardingError)) throw error;
  }
}

/** What the clock says, also where the page stays open: no press has to wait for it. */
function clockAsOfNow(area) {
  const element = make("div");
  let lookedAt;
  const look = () => {
    const { instant } = presentMoment();
    if (lookedAt === instant) return;
    lookedAt = instant;
    const now = make("div", null, afterHours(classifyConcern({ area, now: instant })), clock());
    if (now.textContent !== element.textContent) element.replaceChildren(...now.childNodes);
  };
  look();
  return keptAsOfNow(element, look);
}

function clock() {
  return [
    paragraph(GUIDE.unknownTime),
    make("p", { class: "govuk-hint" }, GUIDE.clock(spokenMoment(presentMoment().london))),
  ];
}

/** While offices are closed: what the same day means then, and who takes it. */
function afterHours({ cautions }) {
  const { london } = presentMoment();
  const said = cautions.filter(({ code }) => AFTER_HOURS.includes(code)).map(({ text }) => text);
  const { outOfHoursNumber } = settings();
  const number = outOfHoursNumber && ` ${GUIDE.emergencyNumber(outOfHoursNumber)}`;
  return (
    said.length > 0 &&
    officeIsClosed(london) &&
    make(
      "p",
      { class: "govuk-inset-text after-hours" },
      make("strong", null, GUIDE.itIs(spokenTime(london.split("T")[1]))),
      said.join(" "),
      number,
    )
  );
}

// --------------------------------------------------------------------------------------------------------- the answer

function show({ decision, own, again }) {
  const { answer } = decision;
  const protecting = own.known(PROTECT_PATH) !== false;
  const today = presentMoment().london.slice(0, 10);
  const meeting = rowOf(own, decision, protecting && today);
  const numbers = numbersNow();
  const invited = listAttendees(factsOfTheMeeting(own));
  const advice = answer.advice && make("p", { class: "card__advice" }, answer.advice);
  return {
    card: [
      heading(1, protecting ? TIMESCALE.today : answer.heading),
      tags(decision, today, protecting),
      protecting
        ? section(TIMESCALE.atTheLatest, make("p", { class: "outer-limit" }, outerLimit(answer, today)), advice)
        : [advice, suggestion(answer, today)],
      whomAndWho(invited, numbers),
      countedCalendar(answer.counted),
    ],
    call: callButton(numbers),
    // What the advice on the card says needs no second saying.
    onTheCard: answer.advice ? ["act-now", "date-required"] : ["act-now"],
    top: [limits(decision), answer.timescale && afterHours(decision)],
    middle: answer.timescale && planOfTheMeeting(answer, again),
    why: why(decision, {
      withDates: !protecting,
      first: answer.timescale && severalRules(decision),
      last: counted(answer.counted),
    }),
    folds: [
      whoMustBeThere(own, invited),
      deadlinesOf({ own, meetingType: STRATEGY, meeting, further: whereThisStands }),
    ],
  };
}

function callButton(numbers) {
  const first = numbers.find(({ number }) => number);
  const href = first ? addressOfNumber(first.number) : addressOf(NAME, "protect-now");
  return make(
    "a",
    { class: "govuk-button govuk-button--secondary", role: "button", draggable: "false", href },
    GUIDE.call,
  );
}

/** Whom to call, and who must come: what somebody does next. */
function whomAndWho(invited, numbers) {
  const first = numbers.find(({ number }) => number) ?? numbers[0];
  const link = make("a", { class: "govuk-link", href: addressOf(NAME, "protect-now") }, first.who);
  const call = first.number ? [`${first.who}: `, telephone(first.number)] : link;
  return inShort(mustCome(invited), [GUIDE.call, call]);
}

function outerLimit({ dueBy, timescale, heading: said }, today) {
  if (!timescale) return said;
  if (dueBy && dueBy < today) return TIMESCALE.lastDay(spokenDate(dueBy));
  return [dueBy && spokenDate(dueBy), timescale && spokenTimescale(timescale)].filter(Boolean).join(", ");
}

/** Holding it today is our advice: it has no force of a document. */
function tags({ answer, because, settled }, today, protecting) {
  return make(
    "p",
    { class: "tags" },
    closeness(answer, today),
    " ",
    !protecting && answer.timescale && because[0] && forceTag(because[0].force),
    " ",
    !settled && tag(COMMON.notSettled, "yellow"),
  );
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
  return timescale && tag(days > 0 ? GUIDE.daysLeft(days) : capital(spokenTimescale(timescale)), "blue");
}

function suggestion({ aimBy, dueBy }, today) {
  return aimBy && aimBy < dueBy && aimBy >= today && paragraph(TIMESCALE.suggestion(spokenDate(aimBy)));
}

/** Limits that have passed, and the next one, each in the words of its rule. */
function limits({ answer, because, alsoApplies }) {
  const sentence = (id) => [...because, ...alsoApplies].find((rule) => rule.id === id)?.sentence ?? "";
  const line = (word, limit) =>
    paragraph(make("strong", null, `${word}: `), `${spokenDate(limit.dueBy)}. `, sentence(limit.id));
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
 * The meeting among the deadlines: from the moment it counts from, which may have a time of day, to its last day or,
 * where a child needs protecting, to today.
 */
function rowOf(own, { answer, because }, today) {
  const { counted, dueInstant, timescale, overdue, heading: what } = answer;
  const cited = { what, force: because[0]?.force, rules: because.map(({ id }) => id) };
  if (today)
    return {
      ...cited,
      label: MEETING,
      from: today,
      due: `${today}T23:59:59`,
      state: own.known("meetingEndedAt") ? "done" : "due",
      says: GUIDE.today,
      what: TIMESCALE.today,
    };
  if (!dueInstant) return null;
  const began = counted[0]?.date ?? dueInstant;
  const from = TIMES.map(own.known).find((moment) => moment?.startsWith(began)) ?? began;
  const state = own.known("meetingEndedAt") ? "done" : overdue.length > 0 ? "late" : "due";
  return {
    ...cited,
    label: MEETING,
    from,
    due: dueInstant,
    state,
    says: saysDue(dueInstant, spokenTimescale(timescale)),
  };
}

function factsOfTheMeeting(own) {
  return { ...declaredFacts(own, ["referrer", "services"]), meetingType: STRATEGY };
}

/** Who is needed, with what the answer already knows of the child, the referral and the services. */
function whoMustBeThere(own, invited) {
  const element = make("div");

  function lay(decision) {
    const { required, expected, optional } = decision.answer;
    const named = required.length + expected.length + optional.length;
    element.replaceChildren(
      foldLater(GUIDE.whoMustBeThere, GUIDE.people(named), () => [
        paragraph(decision.answer.heading),
        decision.ask.map((ask) => open(ask)),
        attendanceMatrix({ decision, facts: factsOfTheMeeting(own) }),
        make("p", { class: "govuk-body not-in-notes" }, linkTo("who", GUIDE.sayWhoReferred)),
      ]),
    );
  }

  function open(ask) {
    const field = YES_OR_NO.includes(ask.path) ? yesNoNotSure({ path: ask.path, question: ask.question }) : undefined;
    field?.set(own.known(ask.path));
    return askInPlace(ask, field, () => {
      own.know(ask.path, field.read());
      const decision = listAttendees(factsOfTheMeeting(own));
      lay(decision);
      announce(decision.answer.heading);
    });
  }

  lay(invited);
  return element;
}
