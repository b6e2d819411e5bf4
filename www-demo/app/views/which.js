// Which meeting does this call for? A few plain questions at a time, then where they lead and why.

import { chooseMeeting } from "safeguarding-rules";
import {
  COMMON, atOnce, bullets, capital, heading, make, paragraph, placeOf, section, tag,
} from "safeguarding-rules/parts";
import { areaField } from "../parts/areas.js";
import { notSettled } from "../parts/in-short.js";
import { knownFacts } from "../parts/known-facts.js";
import { planLink, titleOf } from "../parts/meetings.js";
import { fieldOf, openQuestions } from "../parts/open-questions.js";
import { questionPage } from "../parts/question-page.js";
import { SHARED, WHICH } from "../words.js";

const NAME = "which";
const AT_ONCE = 3;
const SIGNIFICANT_HARM = "reasonableCauseSignificantHarm";
/** Where significant harm is possible nothing else comes first. */
const FIRST = [SIGNIFICANT_HARM, "cpConcern"];
const STILL_POSSIBLE = WHICH.treatAsPossible;

export function which() {
  const further = openQuestions(NAME);
  return questionPage({
    name: NAME,
    title: WHICH.title,
    group: "guide",
    steps: [{ begin: () => begin(further), lead: WHICH.lead }],
    question: "chooseMeeting",
    withMore: ({ area }) => knownFacts(area),
    show: (shown) => show(further, shown),
  });
}

function begin(further) {
  const area = areaField();
  const element = make("div");
  const byArea = new Map();
  let laidFor;

  function firstQuestions() {
    const id = area.read();
    if (!byArea.has(id))
      byArea.set(
        id,
        id
          ? inOrder(chooseMeeting({ area: id }).ask)
              .slice(0, AT_ONCE)
              .map((ask) => fieldOf(ask))
          : [],
      );
    if (laidFor !== id) element.replaceChildren(...byArea.get(id).map((field) => field.element));
    laidFor = id;
    return byArea.get(id);
  }

  // A question that another area asks first may have come up here before.
  function fields() {
    const first = firstQuestions();
    return [area, ...first, ...further.fields().filter(({ path }) => !first.some((field) => field.path === path))];
  }

  return { fields, parts: [area.element, element, further.element] };
}

function inOrder(asks) {
  const rank = ({ path }) => (FIRST.includes(path) ? FIRST.indexOf(path) : FIRST.length);
  return [...asks].sort((one, other) => rank(one) - rank(other));
}

function show(further, { decision, facts, fields }) {
  further.take(decision.ask, fields);
  const { routes, notRoutes, meetings } = decision.answer;
  return {
    card: [
      heading(1, decision.answer.heading),
      notSettled(decision),
      atOnce(decision),
      strategyFirst(facts, routes) ?? planFirst(routes),
    ],
    askFields: further.fields(),
    folds: [
      section(
        SHARED.whereThisLeads,
        routes.length > 0 &&
          make(
            "ol",
            { class: "people" },
            routes.map((route) => routeItem(route, decision)),
          ),
      ),
      section(
        WHICH.notThis,
        notRoutes.length > 0 &&
          make(
            "ul",
            { class: "people" },
            notRoutes.map((ruledOut) => ruledOutItem(ruledOut, decision)),
          ),
      ),
      section(SHARED.whatComesBefore, before(meetings)),
    ],
  };
}

function strategyFirst(facts, routes) {
  if (facts[SIGNIFICANT_HARM] === false || routes.some(({ route }) => route === "strategy")) return null;
  return make(
    "div",
    { class: "govuk-inset-text" },
    paragraph(STILL_POSSIBLE),
    make("p", { class: "govuk-body not-in-notes" }, planLink("strategy", SHARED.planStrategy)),
  );
}

/** The first of the routes that is planned here. */
function planFirst(routes) {
  const planned = routes.find(({ route }) => planLink(route, ""));
  return (
    planned && make("p", { class: "govuk-body not-in-notes" }, planLink(planned.route, SHARED.planThis(planned.label)))
  );
}

function routeItem({ route, label, why, rule, provisional }, decision) {
  const plan = planLink(route, SHARED.planThis(label));
  return make(
    "li",
    { class: "person", "data-route": route },
    make("p", null, make("strong", null, capital(label)), " ", provisional && tag(COMMON.untilSettled, "yellow")),
    make("p", null, why),
    plan && make("p", { class: "not-in-notes" }, plan),
    make("p", { class: "quiet" }, placeOf(decision, rule)),
  );
}

function ruledOutItem({ meeting, why, rule, provisional }, decision) {
  return make(
    "li",
    { class: "person", "data-ruled-out": meeting },
    make("p", null, make("strong", null, titleOf(meeting)), " ", provisional && tag(COMMON.untilSettled, "yellow")),
    make("p", null, why),
    make("p", { class: "quiet" }, placeOf(decision, rule)),
  );
}

/** What has yet to come before a meeting that nothing rules out. */
function before(meetings) {
  return meetings
    .filter(({ verdict, preconditionsMissing }) => verdict !== "ruled-out" && preconditionsMissing.length > 0)
    .map(({ meeting, preconditionsMissing }) => [
      paragraph(make("strong", null, titleOf(meeting))),
      bullets(preconditionsMissing.map(({ question }) => question)),
    ]);
}
