// When must we meet?

import { classifyConcern, describePacks } from "safeguarding-rules";
import { areaField } from "../parts/areas.js";
import { presentMoment, spokenMoment } from "../../pkg-config/npm/elements/parts/dates.js";
import { heading, make, paragraph } from "../../pkg-config/npm/elements/parts/dom.js";
import { choice, moment, statement, text, ticks, yesNoNotSure } from "../../pkg-config/npm/elements/parts/fields.js";
import { questionPage } from "../parts/question-page.js";
import { PROTECT } from "../../pkg-config/npm/elements/parts/labels.js";
import { timescaleAnswer } from "../../pkg-config/npm/elements/parts/timescale-answer.js";

const PROTECT_PATH = "concerns.immediateProtectionNeeded";
const ACTION_PATH = "concerns.immediateActionRequired";
const COMPLEX_PATH = "concerns.particularlyComplex";

export function when() {
  return questionPage({
    name: "when",
    title: "When must we meet?",
    submitText: "Show the answer",
    begin,
    decide: (facts) => classifyConcern({ ...facts, now: presentMoment().instant }),
    show: ({ decision, facts }) => timescaleAnswer(decision, facts),
  });
}

// ----------------------------------------------------------------------------------------------------------- the form

function begin() {
  const protect = choice({
    path: PROTECT_PATH,
    question: PROTECT.question,
    options: PROTECT.answers,
    inline: true,
    required: PROTECT.required,
  });
  const actNow = make("div", { role: "status" });
  protect.element.addEventListener("change", () => actNow.replaceChildren(...(protect.read() === false ? [] : [make("p", { class: "govuk-inset-text" }, PROTECT.actNow)])));

  const area = areaField();
  const questions = questionsOf(area, protect);
  const times = timesOf(protect, questions);
  return {
    fields: () => [protect, area, ...questions.fields(), ...times],
    parts: [protect.element, actNow, area.element, questions.element, timesPart(times)],
  };
}

/** The questions of the chosen area's packs, in their own words. What was answered stays when the area changes. */
function questionsOf(area) {
  const element = make("div");
  const known = new Map();
  let shown = [];

  function remembered(key, create) {
    if (!known.has(key)) known.set(key, create());
    return known.get(key);
  }

  function lay() {
    const { facts, concernTypes } = describePacks({ area: area.read() });
    const asked = facts.filter(({ path }) => path.startsWith("concerns.") && path !== PROTECT_PATH);
    const rows = asked.flatMap(({ path, question }) => {
      const row = remembered(`${path} ${question}`, () => yesNoNotSure({ path, question }));
      return path === COMPLEX_PATH ? [row, remembered("complexReason", () => complexReason(row))] : [row];
    });
    const types = concernTypes.length > 0 && remembered(`types ${concernTypes.map(({ id }) => id)}`, () => typesOf(concernTypes));
    const others = remembered("others", () => statement({ path: "othersConsidered", label: "I have considered each; none of the others applies" }));
    shown = rows.length > 0 ? [...rows, ...(types ? [types] : []), others] : [];
    element.replaceChildren(...(shown.length > 0 ? [heading(2, "The concern"), ...shown.map((field) => field.element)] : []));
    for (const field of shown) field.element.hidden = !field.isAsked;
  }

  area.element.addEventListener("change", lay);
  return { element, fields: () => shown, field: (path) => shown.find((field) => field.path === path) };
}

function complexReason(complex) {
  return text({
    path: "complexReason",
    question: "Why is it particularly complex?",
    hint: "Needed for a longer time. Do not enter names.",
    onlyIf: () => complex.read() === true,
  });
}

function typesOf(concernTypes) {
  return ticks({
    path: "concernTypes",
    question: "What is the concern about? (optional)",
    hint: "Select all that apply. Selecting one can make the time shorter, never longer.",
    options: concernTypes.map(({ id, label }) => ({ value: id, label })),
  });
}

function timesOf(protect, questions) {
  return [
    moment({
      path: "concernsIdentifiedAt",
      question: "When did a professional first record this concern?",
      name: "date the concern was first recorded",
    }),
    moment({ path: "referralReceivedAt", question: "When was the referral received?", name: "date the referral was received" }),
    moment({
      path: "immediateActionAt",
      question: "When did the need to act at once arise?",
      name: "date the need to act at once arose",
      onlyIf: () => protect.read() === true || questions.field(ACTION_PATH)?.read() === true,
    }),
  ];
}

function timesPart(times) {
  return [
    heading(2, "The times"),
    paragraph("If you do not know the time, leave it blank. If you do not know the date, leave both blank."),
    times.map((field) => field.element),
    make(
      "p",
      { class: "govuk-inset-text clock" },
      `By this device’s clock it is now ${spokenMoment(presentMoment().london)}, London time. If that is wrong, correct the clock first: the answer counts from it what is late.`,
    ),
  ];
}
