// The multidisciplinary team meeting: whether it is the meeting, who can be listed, how the time is shared out, who
// gets the summary.

import { chooseMeeting, listAttendees, listDeadlines, makeChecklist } from "safeguarding-rules";
import {
  ATTENDANCE, COMMON, DEADLINES, RULES, atOnce, capital, choice, count, heading, make, moment, paragraph, placeOf,
  section, spokenTime, table,
} from "safeguarding-rules/parts";
import { areaField } from "../parts/areas.js";
import { part } from "../parts/case.js";
import { duties, goesTo } from "../parts/duties.js";
import { who } from "../parts/folds.js";
import { inShort, inTheChair, mustCome } from "../parts/in-short.js";
import { knownFacts } from "../parts/known-facts.js";
import { itemsSection } from "../parts/lists.js";
import { areasWith, meetingsOf, planLink, titleOf } from "../parts/meetings.js";
import { noSuchMeeting } from "../parts/no-such-meeting.js";
import { fieldOf, openQuestions } from "../parts/open-questions.js";
import { preconditions } from "../parts/preconditions.js";
import { questionPage } from "../parts/question-page.js";
import { goTo, linkTo } from "../parts/router.js";
import { MDT, SHARED } from "../words.js";

const NAME = "mdt";
const TITLE = MDT.title;
const MEETINGS = ["mdt-countywide", "mdt-locality"];
const SUMMARY = "mdt-summary";
const NO_RECORDS = "no-record-access";
const MINUTES_EACH = "10-or-15-minutes-each";

export function mdt() {
  const area = areaField();
  const meeting = choice({
    path: "meetingType",
    question: MDT.whichOfThem,
    options: MEETINGS.map((value) => ({ value, label: titleOf(value) })),
    required: SHARED.whichMeetingRequired,
  });
  const size = sizeFields();
  const child = childQuestions(area, meeting);
  const further = openQuestions(NAME);
  const others = () => further.fields().filter(({ path }) => !child.fields().some((field) => field.path === path));

  function next() {
    const meetingType = /** @type {import("safeguarding-rules").MeetingType} */ (meeting.read());
    if (!meetingsOf(area.read()).includes(meetingType)) {
      goTo(NAME, "none");
      return true;
    }
    return isRuledOut(chooseMeeting({ area: area.read(), meetingType })) && "answer";
  }

  return questionPage({
    name: NAME,
    title: TITLE,
    group: "guide",
    steps: [
      {
        name: "which",
        begin: () => ({ fields: () => [area, meeting], parts: [banner(), area.element, meeting.element] }),
        next,
      },
      {
        name: "child",
        title: MDT.canBeListed,
        lead: MDT.leaveOpen,
        begin: () => ({ fields: () => [...child.fields(), ...others()], parts: [child.element, further.element] }),
      },
      {
        name: "size",
        title: MDT.size,
        begin: () => ({ fields: () => size, parts: size.map((field) => field.element) }),
        submitText: SHARED.showThePlan,
      },
    ],
    question: "chooseMeeting",
    withMore: ({ area, meetingType }) => knownFacts(area, { meetingType }),
    show: (shown) => show(further, size, shown),
    screens: { none: () => noSuchMeeting(TITLE, MEETINGS) },
  });
}

/** The library's own word, before anything is asked. */
function banner() {
  const [somewhere] = areasWith(MEETINGS);
  const { answer } = chooseMeeting({ area: somewhere.id, meetingType: "mdt-countywide", purpose: "referral" });
  return make(
    "div",
    { class: "govuk-inset-text" },
    make("p", { class: "govuk-body" }, make("strong", null, MDT.noReferral)),
    paragraph(MDT.instead(answer.notRoutes[0].why, answer.routes[0].label)),
  );
}

function isRuledOut({ answer }) {
  return answer.meetings[0].verdict === "ruled-out";
}

/** What would settle whether this child can be listed, as the library asks it while nothing is known. */
function childQuestions(area, meeting) {
  const element = make("div");
  const made = new Map();
  let laidFor;

  function fields() {
    if (!MEETINGS.includes(meeting.read()) || !meetingsOf(area.read()).includes(meeting.read())) return [];
    const key = `${area.read()} ${meeting.read()}`;
    if (!made.has(key))
      made.set(
        key,
        chooseMeeting({ area: area.read(), meetingType: meeting.read() }).ask.map((ask) => fieldOf(ask)),
      );
    if (laidFor !== key) element.replaceChildren(...made.get(key).map((field) => field.element));
    laidFor = key;
    return made.get(key);
  }

  return { fields, element };
}

function sizeFields() {
  return [
    count({ path: "childrenDiscussed", question: MDT.howMany, most: 50 }),
    moment({ path: "meetingStart", question: MDT.starts, name: MDT.startsDate, mayBeAhead: true }),
  ];
}

// --------------------------------------------------------------------------------------------------------- the answer

function show(further, size, { decision, facts, fields }) {
  const [children, start] = size;
  further.take(decision.ask, fields);
  if (isRuledOut(decision))
    return {
      card: [heading(1, decision.answer.heading), whatInstead(decision)],
      askFields: further.fields(),
      folds: notPlanned(decision),
      top: banner(),
    };
  const { area, meetingType } = facts;
  const known = knownFacts(area, { meetingType });
  const attendees = listAttendees(known);
  const due = listDeadlines(known);
  const summary = makeChecklist({ ...known, list: SUMMARY });
  const agenda = makeChecklist({ ...known, list: "agenda", childrenDiscussed: children.read() });
  return {
    card: [
      heading(1, decision.answer.heading),
      atOnce(decision),
      banner(),
      inShort(mustCome(attendees), inTheChair(attendees)),
    ],
    askFields: further.fields(),
    others: [attendees, due, summary, agenda],
    folds: [
      whoCanBeListed(decision, { area, meetingType }),
      preconditions(decision.answer.meetings[0]),
      itemsSection(MDT.timeShared, agenda.answer.items, timePlan(agenda.answer, children.read(), start.read())),
      who(attendees),
      recordAccess(known, attendees),
      itemsSection(
        MDT.summary,
        summary.answer.items,
        goesTo(summary.answer),
        make("p", { class: "govuk-body not-in-notes" }, linkTo("forms", SHARED.printItsForm)),
      ),
      duties(DEADLINES.caption, due),
    ],
    links: [linkTo("checklists", SHARED.goThroughChecklists)],
  };
}

/** What stands in its place, on the card. */
function whatInstead({ answer: { routes } }) {
  return inShort([MDT.insteadOfIt, routes.map(({ label }) => capital(label)).join("; ")]);
}

/** A meeting that is ruled out is not planned: why, by which paragraph, and what stands in its place. */
function notPlanned(decision) {
  const { notRoutes, routes } = decision.answer;
  return [
    section(
      MDT.notPlanned,
      make(
        "ul",
        { class: "people" },
        notRoutes.map(({ why, rule, meeting }) =>
          make(
            "li",
            { class: "person", "data-ruled-out": meeting },
            make("p", null, make("strong", null, titleOf(meeting))),
            make("p", null, why),
            make("p", { class: "quiet" }, placeOf(decision, rule)),
          ),
        ),
      ),
    ),
    section(
      MDT.whatInstead,
      make(
        "ul",
        { class: "people" },
        routes.map(({ route, label, why }) =>
          make(
            "li",
            { class: "person", "data-route": route },
            make("p", null, make("strong", null, capital(label))),
            make("p", null, why),
            link(route, label),
          ),
        ),
      ),
    ),
  ];
}

function link(route, label) {
  const plan = planLink(route, SHARED.planThis(label));
  return plan && make("p", { class: "not-in-notes" }, plan);
}

/** All groups and criteria that the documents name, and which of them this child is said to meet. */
function whoCanBeListed(decision, { area, meetingType }) {
  const [{ cohortMet, criteriaMet }] = decision.answer.meetings;
  const every = chooseMeeting({ area, meetingType, ...everyYes(area, meetingType) });
  const [all] = every.answer.meetings;
  const rules = [...every.because, ...every.alsoApplies];
  const rows = (ids, met) =>
    ids.map((id) => {
      const rule = rules.find((rule) => rule.id === id);
      return [
        [rule.sentence, make("span", { class: "pack-label quiet" }, RULES.sourceIn(rule.place, id))],
        met.includes(id) ? make("strong", null, COMMON.yes) : MDT.notFromKnown,
      ];
    });
  return [
    section(MDT.whoCanBeListed, table(MDT.groupsCaption, [MDT.group, MDT.thisChild], rows(all.cohortMet, cohortMet))),
    section(
      MDT.whichChildren,
      table(MDT.criteriaCaption, [MDT.criterion, MDT.thisChild], rows(all.criteriaMet, criteriaMet)),
    ),
  ];
}

/** Each open question answered so that its rule is met; an age at which every group is open. */
function everyYes(area, meetingType) {
  const facts = { child: { age: 18 }, accessIssue: "school" };
  for (const { path } of chooseMeeting({ area, meetingType }).ask) {
    const [first, second] = path.split(".");
    if (second) facts[first] = { ...facts[first], [second]: true };
    else if (!["purpose", "safeguardingRisk", "accessIssue"].includes(path)) facts[path] = true;
  }
  return facts;
}

/** The agenda, child by child: a plan on paper, with no clock that runs. */
function timePlan({ items, length }, children, start) {
  if (!length || !items.some(({ item }) => item === MINUTES_EACH)) return paragraph(MDT.sayHowMany);
  const each = length.toMinutes / children;
  const [, time] = (start ?? "").split("T");
  const at = (minutes) => (time ? spokenTime(later(time, minutes)) : MDT.minute(minutes));
  const rows = Array.from({ length: children }, (_, index) => [
    MDT.child(index + 1),
    at(index * each),
    at((index + 1) * each),
  ]);
  return [
    paragraph(MDT.inAll(children, length.fromMinutes, length.toMinutes)),
    table(MDT.each(each), [MDT.turns.inTurn, MDT.turns.from, MDT.turns.to], rows),
  ];
}

function later(time, minutes) {
  const [hour, minute] = time.split(":").map(Number);
  const sum = hour * 60 + minute + minutes;
  return [Math.floor(sum / 60) % 24, sum % 60].map((number) => String(number).padStart(2, "0")).join(":");
}

const ACCESS = [
  { value: "", label: ATTENDANCE.states.notAsked },
  { value: "yes", label: COMMON.yes, fact: true },
  { value: "no", label: COMMON.no, fact: false },
  { value: "unknown", label: COMMON.notSure, fact: "unknown" },
];

/** Can each of them see the children's records during the discussion? Answered in place. */
function recordAccess(known, attendees) {
  const given = part(NAME, () => ({ access: {} })).access;
  const people = [...attendees.answer.required, ...attendees.answer.expected];
  const result = make("div", { role: "status" });

  function check() {
    const told = people
      .filter(({ agency }) => given[agency])
      .map(({ agency }) => ({ agency, hasRecordAccess: ACCESS.find(({ value }) => value === given[agency]).fact }));
    const missing = listAttendees({ ...known, attendees: told }).cautions.filter(({ code }) => code === NO_RECORDS);
    const said = missing.length > 0 ? missing.map(({ text }) => text) : [MDT.nobodyWithout];
    result.replaceChildren(...said.map((text) => paragraph(text)));
  }

  function pick({ agency, label }) {
    const choose = (event) => {
      given[agency] = event.currentTarget.value;
      check();
    };
    return make(
      "select",
      { class: "govuk-select", "aria-label": MDT.canTheySee(label), onchange: choose },
      ACCESS.map(({ value, label }) => make("option", { value, selected: (given[agency] ?? "") === value }, label)),
    );
  }

  check();
  return section(
    MDT.seeRecords,
    make(
      "div",
      { class: "not-in-notes" },
      table(
        MDT.during,
        [COMMON.agency, MDT.sees],
        people.map((person) => [capital(person.label), pick(person)]),
      ),
    ),
    result,
  );
}
