// The team around the child, and its review. Whether the child comes is the first question; taking part is agreed,
// never imposed.

import { listAttendees, listDeadlines, makeChecklist } from "safeguarding-rules";
import {
  COMMON, DEADLINES, atOnce, capital, choice, heading, make, moment, placeOf, section, spokenDate, tag, yesNoNotSure,
} from "safeguarding-rules/parts";
import { areaField } from "../parts/areas.js";
import { byWhen, duties, goesTo } from "../parts/duties.js";
import { who } from "../parts/folds.js";
import { inShort, inTheChair, mustCome, notSettled } from "../parts/in-short.js";
import { knownFacts } from "../parts/known-facts.js";
import { itemsSection } from "../parts/lists.js";
import { meetingsOf, planLink, titleOf } from "../parts/meetings.js";
import { noSuchMeeting } from "../parts/no-such-meeting.js";
import { fieldAtPath, openQuestions } from "../parts/open-questions.js";
import { questionPage } from "../parts/question-page.js";
import { goTo, linkTo } from "../parts/router.js";
import { SHARED, TAC } from "../words.js";

const NAME = "tac";
const TITLE = SHARED.teamAroundTheChild;
const INITIAL = "tac-initial";
const REVIEW = "tac-review";
const MEETINGS = [INITIAL, REVIEW];
/** What is asked of the family's part before anything else is. */
const ENGAGEMENT = ["parentsPresent", "engagementDeclined", "concernsIncreasedByNonengagement", "cpConcern"];

export function tac() {
  const coming = yesNoNotSure({
    path: "childPresent",
    question: TAC.coming,
    asTitle: true,
    required: TAC.comingRequired,
  });
  const area = areaField();
  const meeting = choice({
    path: "meetingType",
    question: SHARED.whichMeeting,
    options: MEETINGS.map((value) => ({ value, label: titleOf(value) })),
    required: SHARED.whichMeetingRequired,
  });
  const first = moment({
    path: "initialMeetingDate",
    question: TAC.firstMeeting,
    hint: TAC.firstMeetingHint,
    name: TAC.firstMeetingDate,
    withTime: false,
    mayBeAhead: true,
  });
  const further = openQuestions(NAME);
  const engagement = engagementOf(area);

  function next() {
    const meetingType = /** @type {import("safeguarding-rules").MeetingType} */ (meeting.read());
    if (meetingsOf(area.read()).includes(meetingType)) return false;
    goTo(NAME, "none");
    return true;
  }

  return questionPage({
    name: NAME,
    title: TITLE,
    group: "guide",
    steps: [
      { name: "coming", title: TAC.coming, begin: () => ({ fields: () => [coming], parts: [coming.element] }) },
      {
        name: "which",
        title: SHARED.whichMeeting,
        begin: () => ({ fields: () => [area, meeting, first], parts: [area.element, meeting.element, first.element] }),
        next,
      },
      {
        name: "engagement",
        title: TAC.takePart,
        lead: TAC.lead,
        begin: () => ({
          fields: () => [...engagement.fields(), ...others(further, engagement)],
          parts: [engagement.element, further.element],
        }),
        submitText: SHARED.showThePlan,
      },
    ],
    question: "chooseMeeting",
    withMore: ({ area, meetingType }) => knownFacts(area, { meetingType }),
    show: (shown) => show(further, shown),
    screens: { none: () => noSuchMeeting(TITLE, MEETINGS) },
  });
}

/** The questions on taking part, in the words of the area's document. */
function engagementOf(area) {
  const element = make("div");
  const byArea = new Map();
  let laidFor;

  function fields() {
    const id = area.read();
    if (!byArea.has(id)) byArea.set(id, id ? ENGAGEMENT.map((path) => fieldAtPath(id, path)).filter(Boolean) : []);
    if (laidFor !== id) element.replaceChildren(...byArea.get(id).map((field) => field.element));
    laidFor = id;
    return byArea.get(id);
  }

  return { element, fields };
}

function others(further, engagement) {
  return further.fields().filter(({ path }) => !engagement.fields().some((field) => field.path === path));
}

// --------------------------------------------------------------------------------------------------------- the answer

function show(further, { decision, facts, fields }) {
  further.take(decision.ask, fields);
  const { area, meetingType } = facts;
  const known = knownFacts(area, { meetingType });
  const attendees = listAttendees(known);
  const due = listDeadlines(known);
  const list = (name) => makeChecklist({ ...known, list: name });
  const [child, engagement, plan, review, outputs] = [
    "attendance-of-child", "engagement", "detailed-action-plan", "review-agenda", "outputs",
  ].map(list);
  const toDo = ({ answer }) => answer.items.filter(({ principle }) => !principle);
  return {
    card: [
      heading(1, decision.answer.heading),
      notSettled(decision),
      atOnce(decision),
      inShort([TAC.reviewBy, reviewBy(due)], mustCome(attendees), inTheChair(attendees)),
    ],
    askFields: further.fields(),
    others: [attendees, due, child, engagement, plan],
    folds: [
      routes(decision),
      itemsSection(facts.childPresent === true ? TAC.theChild : TAC.howHeard, toDo(child)),
      itemsSection(
        TAC.engagement,
        toDo(engagement).filter((item) => !child.answer.items.some(({ item: same }) => same === item.item)),
      ),
      who(attendees),
      itemsSection(
        meetingType === REVIEW ? TAC.reviewAsks : TAC.comesOut,
        toDo(meetingType === REVIEW ? review : outputs),
      ),
      itemsSection(
        TAC.actionPlan,
        toDo(plan),
        goesTo(plan.answer),
        make("p", { class: "govuk-body not-in-notes" }, linkTo("forms", SHARED.printItsForm)),
      ),
      duties(DEADLINES.caption, due),
    ],
    links: [linkTo("checklists", SHARED.goThroughChecklists), linkTo("disagreement", TAC.somebodyDisagrees)],
  };
}

/** Where it leads instead, or as well: child protection stands first where the concern has grown. */
function routes(decision) {
  const elsewhere = decision.answer.routes.filter(({ route }) => !MEETINGS.includes(route));
  return section(
    SHARED.whereThisLeads,
    elsewhere.length > 0 &&
      make(
        "ul",
        { class: "people" },
        elsewhere.map(({ route, label, why, rule, provisional }) =>
          make(
            "li",
            { class: "person", "data-route": route },
            make(
              "p",
              null,
              make("strong", null, capital(label)),
              " ",
              provisional && tag(COMMON.untilSettled, "yellow"),
            ),
            make("p", null, why),
            route === "strategy" && make("p", { class: "not-in-notes" }, planLink(route, SHARED.planThis(label))),
            make("p", { class: "quiet" }, placeOf(decision, rule)),
          ),
        ),
      ),
  );
}

/** The last day of the review, which is never put off; where it is no working day, one before it. */
function reviewBy({ answer }) {
  const review = answer.deadlines.find(({ duty }) => duty === "review");
  if (!review?.dueBy) return null;
  const earlier = review.aimBy === review.dueBy ? TAC.normalDay : TAC.notNormalDay(spokenDate(review.aimBy));
  return [make("strong", null, byWhen(review)), `. ${earlier}`];
}
