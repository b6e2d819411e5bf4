// The professionals' meeting: whether it should be a strategy discussion instead, why it is held, who authorised it,
// what the family knows, and what it goes through.

import { describePacks, listAttendees, listDeadlines, makeChecklist } from "safeguarding-rules";
import {
  DEADLINES, atOnce, choice, heading, make, moment, paragraph, ruleLine, section, spokenDate, text,
} from "safeguarding-rules/parts";
import { areaField } from "../parts/areas.js";
import { duties, goesTo } from "../parts/duties.js";
import { who } from "../parts/folds.js";
import { inShort, inTheChair, mustCome, notSettled } from "../parts/in-short.js";
import { knownFacts } from "../parts/known-facts.js";
import { itemsSection, orderedSection } from "../parts/lists.js";
import { areasWith, meetingsOf, planLink } from "../parts/meetings.js";
import { noSuchMeeting } from "../parts/no-such-meeting.js";
import { fieldOf, openQuestions } from "../parts/open-questions.js";
import { preconditions } from "../parts/preconditions.js";
import { questionPage } from "../parts/question-page.js";
import { goTo, linkTo } from "../parts/router.js";
import { PROFESSIONALS, SHARED } from "../words.js";

const NAME = "professionals";
const TITLE = SHARED.professionalsMeeting;
const MEETING = "professionals";
const GATE = "reasonableCauseSignificantHarm";
const OTHERS_ASKED = "agreementOutcome";

/** The reasons, each with what has to be there beside it. */
const REASONS = [
  ["needShare", "familyWouldInhibit"],
  ["concernsWithinGroup"],
  ["noImprovedOutcomes"],
  ["referralResponseDisagreement"],
  ["ownResourcesInsufficient", "unresolved"],
  ["phoneEmailInadequate"],
  ["fiiConcern", "needClarifyHealth"],
];

export function professionals() {
  const area = areaField();
  const asked = questions();
  const gate = fieldOf({ path: GATE, question: asked(GATE) }, { required: PROFESSIONALS.harmRequired });
  const reasons = reasonFields(asked);
  const permission = permissionFields(asked);
  const outcome = outcomeFields(asked);
  const further = openQuestions(NAME);

  function next() {
    if (!meetingsOf(area.read()).includes(MEETING)) {
      goTo(NAME, "none");
      return true;
    }
    return gate.read() === true && "answer";
  }

  const only = (fields) => () => ({ fields: () => fields, parts: fields.map((field) => field.element) });
  const all = () => [area, gate, ...reasons, ...permission, ...outcome];
  const others = () => further.fields().filter(({ path }) => !all().some((field) => field.path === path));
  return questionPage({
    name: NAME,
    title: TITLE,
    group: "guide",
    steps: [
      { name: "gate", title: PROFESSIONALS.steps.gate, begin: only([area, gate]), next },
      { name: "reason", title: PROFESSIONALS.steps.reason, lead: PROFESSIONALS.reasonLead, begin: only(reasons) },
      { name: "permission", title: PROFESSIONALS.steps.permission, begin: only(permission) },
      {
        name: "after",
        title: PROFESSIONALS.steps.after,
        begin: () => ({
          fields: () => [...outcome, ...others()],
          parts: [outcome.map((field) => field.element), further.element],
        }),
        submitText: SHARED.showThePlan,
      },
    ],
    question: "chooseMeeting",
    withMore: ({ area }) => knownFacts(area, { meetingType: MEETING }),
    show: (shown) => show(further, shown),
    screens: { none: () => noSuchMeeting(TITLE, [MEETING]) },
  });
}

// ---------------------------------------------------------------------------------------------------------- the steps

/** The questions in the words of the document that knows this meeting. */
function questions() {
  const [{ id }] = areasWith([MEETING]);
  const byPath = new Map(
    describePacks({ area: id })
      .facts.map(({ path, question }) => /** @type {const} */ ([path, question]))
      .reverse(),
  );
  return (path) => byPath.get(path);
}

function reasonFields(asked) {
  return REASONS.flatMap(([path, beside]) => {
    const reason = fieldOf({ path, question: asked(path) });
    if (!beside) return [reason];
    return [
      reason,
      fieldOf(
        { path: beside, question: asked(beside) },
        { onlyIf: () => reason.read() !== undefined && reason.read() !== false },
      ),
    ];
  });
}

function permissionFields(asked) {
  const field = (path, settings) => fieldOf({ path, question: asked(path) }, settings);
  const is = (other, value) => () => other.isAsked && other.read() === value;
  const told = field("familyInformed");
  const sought = field("agreementSought", { onlyIf: is(told, false) });
  const objects = field("familyObjects");
  const decided = field("objectionDecision", { onlyIf: is(objects, true) });
  return [
    field("rationaleDiscussed"),
    field("authorisedBy"),
    told,
    sought,
    choice({
      path: OTHERS_ASKED,
      question: asked(OTHERS_ASKED),
      options: [
        { value: "agreed", label: SHARED.allAgreed },
        { value: "partly-agreed", label: SHARED.someAgreed },
        { value: "not-agreed", label: SHARED.notAgreed },
      ],
      onlyIf: is(sought, true),
    }),
    objects,
    decided,
    text({
      path: "objectionReason",
      question: asked("objectionReason"),
      rows: 2,
      hint: SHARED.noNames,
      onlyIf: is(objects, true),
    }),
  ];
}

function outcomeFields(asked) {
  const risk = fieldOf({ path: "raisingRisksHarm", question: asked("raisingRisksHarm") });
  return [
    risk,
    text({
      path: "plan.reasonNotRaised",
      question: asked("plan.reasonNotRaised"),
      rows: 2,
      hint: SHARED.noNames,
      onlyIf: () => risk.read() === true,
    }),
    text({
      path: "plan.howRaisedWithParents",
      question: asked("plan.howRaisedWithParents"),
      rows: 2,
      hint: SHARED.noNames,
      onlyIf: () => risk.read() !== true,
    }),
    text({ path: "feedbackLead", question: asked("feedbackLead"), hint: SHARED.aRole }),
    moment({
      path: "plan.reviewDates",
      question: PROFESSIONALS.nextDateQuestion,
      name: PROFESSIONALS.nextDateName,
      withTime: false,
      mayBeAhead: true,
      asList: true,
    }),
  ];
}

// --------------------------------------------------------------------------------------------------------- the answer

function show(further, { decision, facts, fields }) {
  const { routes, meetings } = decision.answer;
  const toStrategy = routes.find(({ route }) => route === "strategy");
  const card = [
    heading(1, decision.answer.heading),
    notSettled(decision),
    atOnce(decision),
    toStrategy && instead(toStrategy),
  ];
  if (meetings[0].verdict === "ruled-out") return { card };
  further.take(decision.ask, fields);
  const known = knownFacts(facts.area, { meetingType: MEETING });
  const attendees = listAttendees(known);
  const due = listDeadlines(known);
  const list = (name) => makeChecklist({ ...known, list: name });
  const [preparation, agenda, record, minutes] = ["preparation", "agenda", "record", "minutes"].map(list);
  return {
    card: [...card, inShort(mustCome(attendees), inTheChair(attendees), [PROFESSIONALS.nextDate, nextDate(fields)])],
    askFields: further.fields(),
    others: [attendees, due, preparation, record],
    folds: [
      theReasons(decision),
      preconditions(meetings[0]),
      itemsSection(PROFESSIONALS.toPrepare, preparation.answer.items),
      who(attendees),
      orderedSection(PROFESSIONALS.goesThrough, agenda.answer.items),
      itemsSection(PROFESSIONALS.tellingFamily, record.answer.items),
      itemsSection(
        PROFESSIONALS.minutes,
        minutes.answer.items,
        goesTo(minutes.answer),
        make("p", { class: "govuk-body not-in-notes" }, linkTo("forms", PROFESSIONALS.printTheirForm)),
      ),
      duties(DEADLINES.caption, due),
    ],
    links: [
      linkTo("checklists", SHARED.goThroughChecklists),
      linkTo("disagreement", PROFESSIONALS.disagrees),
      linkTo("actions", PROFESSIONALS.writeActions),
    ],
  };
}

function instead({ label }) {
  return make("p", { class: "govuk-body not-in-notes" }, planLink("strategy", PROFESSIONALS.plan(label)));
}

/** The reasons that are there, each with its place; or that none is yet. */
function theReasons(decision) {
  const ids = decision.answer.meetings[0].criteriaMet;
  const rules = [...decision.because, ...decision.alsoApplies].filter(({ id }) => ids.includes(id));
  return section(
    PROFESSIONALS.reasons,
    rules.length > 0
      ? make(
          "ul",
          { class: "rules" },
          rules.map((rule) => ruleLine(rule)),
        )
      : paragraph(PROFESSIONALS.noReason),
  );
}

function nextDate(fields) {
  const date = fields.find(({ path }) => path === "plan.reviewDates").read();
  return date ? spokenDate(date) : PROFESSIONALS.noDate;
}
