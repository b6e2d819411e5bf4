// We disagree: the next step by the area's own document, and what must be on record before it. It never delays
// anything.

import { resolveDisagreement } from "safeguarding-rules";
import {
  bullets, capital, choice, dutyTag, heading, make, paragraph, placeOf, section, tag,
} from "safeguarding-rules/parts";
import { areaField } from "../parts/areas.js";
import { knownFacts } from "../parts/known-facts.js";
import { fieldOf, openQuestions } from "../parts/open-questions.js";
import { questionPage } from "../parts/question-page.js";
import { linkTo } from "../parts/router.js";
import { DISAGREEMENT, SHARED } from "../words.js";

const NAME = "disagreement";
const DELAYS_NOTHING = "dispute-delays-nothing";
const STATES = {
  done: [SHARED.done, "grey"],
  declined: [DISAGREEMENT.declined, "yellow"],
  "not-recorded": [SHARED.notRecorded, "yellow"],
  next: [SHARED.next, "blue"],
  later: [DISAGREEMENT.later, "grey"],
};

export function disagreement() {
  const area = areaField();
  const ladder = ladderFields(area);
  const further = openQuestions(NAME);
  return questionPage({
    name: NAME,
    title: DISAGREEMENT.title,
    group: "records",
    steps: [{ begin: () => begin(area, ladder, further), lead: DISAGREEMENT.lead }],
    question: "resolveDisagreement",
    withMore: ({ area, ladder, stage }) => knownFacts(area, { ladder, stage }),
    show: (shown) => show(further, shown),
  });
}

function begin(area, ladder, further) {
  const fields = () => [
    area,
    ...ladder.fields(),
    ...further.fields().filter(({ path }) => !ladder.fields().some((field) => field.path === path)),
  ];
  return { fields, parts: [area.element, ladder.element, further.element] };
}

/** What the disagreement is about, and how far it has come, as the chosen area's document puts it. */
function ladderFields(area) {
  const element = make("div");
  const byArea = new Map();
  let laidFor;

  function fields() {
    const id = area.read();
    if (!byArea.has(id)) byArea.set(id, id ? fieldsFor(id) : []);
    if (laidFor !== id) element.replaceChildren(...byArea.get(id).map((field) => field.element));
    laidFor = id;
    return byArea.get(id);
  }

  return { element, fields };
}

function fieldsFor(area) {
  const { answer, ask } = resolveDisagreement({ area });
  if (answer.ladders.length === 0) return [];
  const which = choice({
    path: "ladder",
    question: DISAGREEMENT.about,
    options: answer.ladders.map(({ ladder }) => ({ value: ladder, label: titleOf(ladder) })),
  });
  return [which, ...answer.ladders.map((one) => stageField(one, which)), ...ask.map((one) => fieldOf(one))];
}

function stageField({ ladder, steps }, which) {
  const last = Math.max(...steps.map(({ step }) => step));
  const textOf = (step) =>
    steps
      .filter((one) => one.step === step)
      .map(({ text }) => text)
      .join(" ");
  const taken = Array.from({ length: last }, (_, index) => ({
    value: index + 1,
    label: DISAGREEMENT.step(index + 1),
    hint: textOf(index + 1),
  }));
  return choice({
    path: "stage",
    question: DISAGREEMENT.lastStep,
    options: [{ value: 0, label: DISAGREEMENT.noneYet }, ...taken],
    onlyIf: () => which.read() === ladder,
  });
}

/** "conference-not-held" as "Conference not held". */
function titleOf(ladder) {
  return capital(ladder.replaceAll("-", " "));
}

// --------------------------------------------------------------------------------------------------------- the answer

function show(further, { decision, fields }) {
  further.take(decision.ask, fields);
  const { ladders } = decision.answer;
  const delaysNothing = decision.cautions.find(({ code }) => code === DELAYS_NOTHING);
  return {
    card: [
      heading(1, decision.answer.heading),
      delaysNothing && make("p", { class: "at-once" }, make("strong", null, delaysNothing.text)),
    ],
    askFields: further.fields(),
    middle: ladders.length === 0 && paragraph(SHARED.noRule),
    folds: [
      ladders.map(({ ladder, steps }) =>
        section(
          titleOf(ladder),
          make(
            "ol",
            { class: "people" },
            steps.map((step) => stepItem(step, decision)),
          ),
        ),
      ),
    ],
    links: [linkTo("guide", SHARED.planStrategy)],
  };
}

function stepItem({ step, text, force, toLabels, state, provisional, needs, document, external, rule }, decision) {
  const [word, colour] = STATES[state];
  return make(
    "li",
    { class: "person", "data-step": step, "data-state": state },
    make(
      "p",
      null,
      make("strong", null, DISAGREEMENT.step(step)),
      " ",
      tag(word, colour),
      " ",
      provisional && tag(DISAGREEMENT.ifThis, "yellow"),
    ),
    make("p", null, text, " ", dutyTag(force)),
    toLabels.length > 0 && make("p", null, SHARED.to(toLabels.join("; "))),
    needs.length > 0 && [make("p", null, DISAGREEMENT.firstOnRecord), bullets(needs.map(({ question }) => question))],
    external && make("p", { class: "quiet" }, SHARED.notSupplied(capital(document.replaceAll("-", " ")))),
    make("p", { class: "quiet" }, placeOf(decision, rule)),
  );
}
