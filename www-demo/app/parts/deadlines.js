// What falls due before and after the meeting: when, who to whom, by which way, and in whose words.

import { listDeadlines, SafeguardingError } from "safeguarding-rules";
import {
  ASKED, COMMON, DEADLINES, RULES, button, capital, choice, Clock, contents, details, dutyTag, forceNote, forceTag,
  heading, inPlace, lengthOf, make, moment, paragraph, presentMoment, spokenDate, spokenDay, spokenLimit,
  spokenMoment, spokenTime, table, tag,
} from "safeguarding-rules/parts";
import { deadlinePicture } from "../pictures/deadlines.js";
import { part } from "./case.js";
import { declaredFacts } from "./declared.js";
import { packsOf } from "./described.js";
import { exportButtons } from "../out/exports.js";
import { announce } from "./announce.js";
import { foldLater } from "./folds.js";
import { BY_THEN, UNTIL } from "./duties.js";
import { refusal } from "./form.js";
import { planned } from "./planned.js";
import { keptAsOfNow } from "./router.js";
import { DUE, SHARED } from "../words.js";

export const NO_TIME_LIMIT = DUE.noTimeLimit;

const MEETING_ENDS = "meetingEndedAt";
const MEETING_STARTS = "meetingStart";
const RISK = "immediateRisk";
const END_OF_DAY = "23:59:59";

/** What a time counts from, in the words of a heading. */
const AFTER = {
  decisionAt: DUE.after.decision,
  [MEETING_STARTS]: DUE.after.start,
  [MEETING_ENDS]: DUE.after.end,
  spocRequestAt: DUE.after.request,
};
/** Moments that people plan: the others have been. */
const MAY_BE_AHEAD = [MEETING_STARTS, "proforma.returnBy"];

/** The states of the picture in words. */
const STATES = {
  next: SHARED.next,
  due: DUE.states.due,
  done: SHARED.done,
  waiting: DUE.states.waiting,
  late: SHARED.late,
};

/** What was done and what is planned, by the duty's name. */
export function dutiesKept() {
  return part("duties", () => ({ done: {}, planned: {} }));
}

/** The facts that tell what falls due for a meeting. */
function deadlineFacts(own, meetingType) {
  return { ...declaredFacts(own, ["bankHolidays"]), meetingType, now: presentMoment().instant, ...dutiesKept() };
}

/**
 * The duties around a meeting, before it and after it, and their picture. `own` are the facts of the answer that they
 * belong to; what is given in place is kept among them and counts at once. `meeting` is the meeting's own, `{ label,
 * from, due, says, state, what, force, rules }`, or null where it has no time limit.
 */
export function deadlinesOf({ own, meetingType, meeting, further }) {
  const element = make("div");
  const clock = new Clock(show);

  function show() {
    const decision = listDeadlines(deadlineFacts(own, meetingType));
    element.replaceChildren(...contents(content(decision)));
    clock.set(decision.answer);
  }

  /** Changes what is known; where the library refuses it, all stays as it was. */
  function change(duty, changeIt, field) {
    const putBack = changeIt();
    try {
      show();
    } catch (error) {
      putBack();
      field?.showProblem(refusal(error, []).text);
      return field?.focus();
    }
    /** @type {HTMLElement | null} */
    const title = element.querySelector(`[data-duty="${duty}"] h3`);
    title?.focus();
    announce(title?.textContent ?? "");
  }

  function give(duty, path, value, field) {
    change(duty, () => {
      const before = own.known(path);
      own.know(path, value);
      return () => own.know(path, before);
    }, field);
  }

  function content(decision) {
    const { deadlines, heading: next } = decision.answer;
    const before = deadlines.filter((deadline) => !isAfter(deadline));
    const after = deadlines.filter(isAfter);
    const asking = firstOfEachTime(own, [...before, ...after]);
    const oneOf = (deadline) => item(deadline, decision, { own, change, give, asks: asking.has(deadline) });
    const list = (some) =>
      some.length > 0 ? make("ul", { class: "deadlines" }, some.map(oneOf)) : paragraph(NO_TIME_LIMIT);
    const dates = deadlines.filter(({ due }) => due).length + (meeting ? 1 : 0);
    return [
      foldLater(DUE.before, DUE.duties(before.length), () => [
        deadlines.length > 0 && paragraph(next),
        abbreviation(deadlines),
        list(before),
        addedHolidays(own),
      ]),
      foldLater(SHARED.afterTheMeeting, DUE.duties(after.length), () => [list(after), further?.()]),
      dates > 0 && foldLater(DUE.atAGlance, DUE.dates(dates), () => picture(own, deadlines, meeting, meetingType)),
      make(
        "div",
        { class: "govuk-button-group exports" },
        exportButtons(decision, [
          ...(meeting ? [handedOn(meeting)] : []),
          ...deadlines.map((deadline) => handedOn({ ...deadline, label: nameOf(deadline) })),
        ]),
      ),
    ];
  }

  try {
    show();
  } catch (error) {
    element.replaceChildren(paragraph(refusal(error, []).text));
  }
  return keptAsOfNow(element, () => clock.look());
}

/** What is owed once the meeting is over, or again and again; where its end is not known, it counts from its start. */
function isAfter({ from, every, limit }) {
  if (every !== null || from === MEETING_ENDS) return true;
  return from === MEETING_STARTS ? limit !== BY_THEN : from === null && limit !== null;
}

// -------------------------------------------------------------------------------------------------------- one deadline

function item(deadline, decision, { own, change, give, asks }) {
  const { duty, what, force, provisional, overdue, due, rules } = deadline;
  const [rule, others] = rulesOf(decision, rules, what);
  const title = heading(3, byWhen(deadline));
  title.tabIndex = -1;
  return make(
    "li",
    { class: "deadline", "data-duty": duty },
    title,
    make("p", null, what, " ", forceTag(force), " ", provisional && tag(COMMON.untilSettled, "yellow")),
    deadline.window && due && make("p", null, make("strong", null, DUE.inThisCase), DUE.respondBy(spokenDue(due))),
    overdue && make("p", { class: "late" }, tag(SHARED.late, "red"), " ", DUE.wasDue(spokenDue(due))),
    done(deadline),
    whoToWhom(deadline),
    rule && [
      rule.words && make("p", null, RULES.documentSays, make("q", { class: "words" }, rule.words)),
      make("p", { class: "quiet" }, sourceOf(rule, decision), rule.forceNote && ` ${forceNote(rule)}`),
    ],
    others.length > 0 && moreRules(others, decision),
    asks && timeItCountsFrom(own, deadline, give),
    provisional && decision.ask.filter(({ path }) => path === RISK).map((ask) => giveRisk(own, ask, duty, give)),
    due && doneOrLater(deadline, change),
  );
}

/** When a duty falls due: its date where the start is known, or else what it counts from. */
function byWhen({ due, limit, window: range, every, from, startMissing }) {
  if (range)
    return [
      [capital(DEADLINES.range(lengthOf(range.earliest), lengthOf(range.latest))), AFTER[from]]
        .filter(Boolean)
        .join(" "),
    ];
  if (due) return DUE.by(spokenDue(due));
  if (every) return capital(spokenLimit(every));
  if (limit === BY_THEN) return UNTIL[from] ?? startMissing.question;
  if (limit && startMissing)
    return [capital(lengthOf(limit)), AFTER[from] ?? DUE.from(startMissing.question)].join(" ");
  return limit ? capital(spokenLimit(limit)) : NO_TIME_LIMIT;
}

/** With its time where it has one; a duty that is counted in days is due by the end of the day. */
export function spokenDue(due, dateInWords = spokenDate) {
  const [date, time] = due.split("T");
  return time.startsWith(END_OF_DAY) ? dateInWords(date) : DUE.at(spokenTime(time.slice(0, 5)), dateInWords(date));
}

function rulesOf({ because, alsoApplies }, ids, what) {
  const found = ids.map((id) => [...because, ...alsoApplies].find((rule) => rule.id === id)).filter(Boolean);
  const main = found.find(({ sentence }) => sentence === what) ?? found[0];
  return [main, found.filter((rule) => rule !== main)];
}

function sourceOf({ document, place, id }, decision) {
  const pack = decision.basis.packs.find(({ title }) => title === document);
  return DUE.source(document, place, id, spokenDate(pack.checkedOn));
}

function moreRules(others, decision) {
  const element = details(DUE.moreRules(others.length), others.map((other) => otherRule(other, decision)));
  element.classList.add("not-on-paper");
  return element;
}

function otherRule(rule, decision) {
  return make(
    "div",
    { class: "rule" },
    make("p", null, rule.sentence, " ", dutyTag(rule.force)),
    rule.words && make("p", null, RULES.documentSays, make("q", { class: "words" }, rule.words)),
    make("p", { class: "quiet" }, sourceOf(rule, decision)),
  );
}

function whoToWhom({ by, to, notTo, channel, documents }) {
  const names = (some) => some.map(({ label }) => label).join("; ");
  const labelOf = (id) => to.find((one) => one.id === id)?.label ?? id.replaceAll("-", " ");
  const line = (name, words) => words && make("p", null, make("strong", null, `${name}: `), `${capital(words)}.`);
  const papers = documents.map(({ document, to: ids }) =>
    line(capital(document.replaceAll("-", " ")), DUE.papersTo(ids.map(labelOf).join("; "))),
  );
  return [
    line(COMMON.who, names(by)),
    papers.length > 0 ? papers : line(DUE.toWhom, names(to)),
    line(DUE.notTo, names(notTo)),
    line(DUE.how, COMMON.or(channel).replaceAll("-", " ")),
  ];
}

function done({ duty, onTime, lateByMinutes, lateByDays }) {
  const at = dutiesKept().done[duty]?.at;
  if (!at) return null;
  const late = lateByMinutes ? DUE.minutesLate(lateByMinutes) : lateByDays ? DUE.daysLate(lateByDays) : null;
  return make(
    "p",
    null,
    tag(SHARED.done, "green"),
    ` ${[spokenMoment(at), onTime === true ? DUE.inTime : late].filter(Boolean).join(", ")}.`,
  );
}

/** Letters that stand for words are spelt out once. */
function abbreviation(deadlines) {
  const says = deadlines.some(({ to, by }) => [...to, ...by].some(({ label }) => /\bSPOC\b/.test(label)));
  return says && make("p", { class: "govuk-hint" }, DUE.spoc);
}

function addedHolidays(own) {
  const added = own.known("bankHolidays") ?? [];
  if (added.length === 0) return null;
  const days = added.map(({ date, title }) => spokenDate(date) + (title ? ` (${title})` : ""));
  return paragraph(DUE.holidays(days.join("; ")));
}

// ------------------------------------------------------------------------------------------- given where it is missing

/** Of the duties that count from a time the first, where it is given, or changed. */
function firstOfEachTime(own, deadlines) {
  const counting = deadlines.filter(({ from, startMissing }) => startMissing || isKnown(own, from));
  return new Set(new Map(counting.toReversed().map((deadline) => [deadline.from, deadline])).values());
}

function isKnown(own, path) {
  return Boolean(path) && own.known(path) !== undefined;
}

function timeItCountsFrom(own, { duty, from, startMissing }, give) {
  const { question } = startMissing ?? packsOf(own.known("area")).facts.find(({ path }) => path === from);
  return inPlace(isKnown(own, from) ? DUE.changeTime : question, giveTime(own, duty, { path: from, question }, give));
}

function giveTime(own, duty, { path, question }, give) {
  const field = moment({
    question,
    name: ASKED.date,
    required: DUE.dateRequired,
    mayBeAhead: MAY_BE_AHEAD.includes(path),
  });
  field.set(own.known(path));
  return withButton(field, SHARED.useThisTime, () => give(duty, path, field.read(), field));
}

/** The word that a yes stands for is the library's own. */
function giveRisk(own, { question, path }, duty, give) {
  const options = [{ value: "highest", label: COMMON.yes }, { value: "not-highest", label: COMMON.no }];
  const field = choice({ question, options, inline: true, required: DUE.yesOrNo });
  field.set(own.known(path));
  return withButton(field, DUE.useAnswer, () => give(duty, path, field.read(), field));
}

function withButton(field, label, use) {
  const press = () => {
    field.clearProblem();
    const problem = field.problem();
    if (!problem) return use();
    field.showProblem(problem);
    field.focus();
  };
  return make("div", { class: "question not-in-notes" }, field.element, button(label, press));
}

function doneOrLater({ duty, planned: beside }, change) {
  const { done, planned: plans } = dutiesKept();
  const put = (kept, value) => () => {
    const before = kept[duty];
    if (value) kept[duty] = value;
    else delete kept[duty];
    return () => (kept[duty] = before);
  };
  const field = moment({ question: DUE.whenDone, name: DUE.dateDone, required: DUE.dateDoneRequired });
  field.set(done[duty]?.at);
  const record = withButton(field, DUE.recordDone, () => change(duty, put(done, { at: field.read() }), field));
  const takeBack = done[duty] && button(DUE.notDone, () => change(duty, put(done, undefined)));
  return [
    inPlace(DUE.recordItDone, record, takeBack),
    !done[duty] &&
      planned({ what: DUE.deadline, plan: plans[duty], beside, keep: (plan) => change(duty, put(plans, plan)) }),
  ];
}

// --------------------------------------------------------------------------------------------------------- the picture

function picture(own, deadlines, meeting, meetingType) {
  const assumed = meeting ? assumingItsEnd(own, meetingType, meeting.due) : new Map();
  const duties = deadlines.map((deadline) => row(own, deadline, assumed.get(deadline.duty))).filter(Boolean);
  const all = [meeting, ...duties].filter(Boolean).sort((one, other) => (one.due < other.due ? -1 : 1));
  const next = all.find(({ state }) => state === "due");
  const rows = all.map((one) => (one === next ? { ...one, state: "next" } : one));
  return rows.length > 0 && [deadlinePicture(rows), asTable(rows)];
}

function asTable(rows) {
  const element = details(
    DUE.asTable,
    table(
      DUE.tableCaption,
      [SHARED.deadline, COMMON.when, COMMON.state],
      rows.map(({ label, says, state }) => [label, capital(says), STATES[state]]),
    ),
  );
  element.classList.add("not-on-paper");
  return element;
}

function row(own, { duty, due, from, limit, overdue }, assumed) {
  const label = nameOf({ duty });
  if (due)
    return {
      label,
      from: (from && own.known(from)) ?? due,
      due,
      state: dutiesKept().done[duty] ? "done" : overdue ? "late" : "due",
      says: saysDue(due, limit && limit !== BY_THEN && spokenLimit(limit)),
    };
  // Without its start a duty has no date: it is drawn as if the meeting were held at the last moment, and says no date.
  return assumed && { label, ...assumed, state: "waiting", says: byWhenWithoutDate(from, limit) };
}

function nameOf({ duty }) {
  return capital(duty.replaceAll("-", " ")).replace(/\bspoc\b/i, "SPOC");
}

/** A deadline as it goes into a calendar or a table: at its moment, or on its day where it is counted in days. */
function handedOn({ duty = "meeting", label, what, force, due, rules }) {
  const isOfTheDay = due?.includes(`T${END_OF_DAY}`);
  return { id: duty, title: label, what, force, due: isOfTheDay ? null : due, dueBy: due?.slice(0, 10), rules };
}

/** A date and the time limit behind it, as short as a picture needs it. */
export function saysDue(due, limit) {
  const date = spokenDue(due, spokenDay);
  return limit ? `${date} (${limit})` : date;
}

function byWhenWithoutDate(from, limit) {
  return limit === BY_THEN ? UNTIL[from] : `${capital(lengthOf(limit))} ${AFTER[from]}`;
}

function assumingItsEnd(own, meetingType, end) {
  const facts = deadlineFacts(own, meetingType);
  const moment = end.slice(0, 16);
  try {
    const { deadlines } = listDeadlines({
      ...facts,
      done: undefined,
      planned: undefined,
      [MEETING_STARTS]: facts[MEETING_STARTS] ?? moment,
      [MEETING_ENDS]: moment,
    }).answer;
    const counted = deadlines.filter(({ from, due }) => due && [MEETING_STARTS, MEETING_ENDS].includes(from));
    return new Map(counted.map(({ duty, due }) => [duty, { from: moment, due }]));
  } catch (error) {
    if (!(error instanceof SafeguardingError)) throw error;
    return new Map();
  }
}
