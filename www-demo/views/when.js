// When must we meet?

import { classifyConcern, describePacks } from "safeguarding-rules";
import { areaField } from "../parts/areas.js";
import { daysBetween, presentMoment, spokenDate, spokenMoment } from "../parts/dates.js";
import { heading, make, paragraph, section, tag } from "../parts/dom.js";
import { choice, moment, statement, text, ticks, yesNoNotSure } from "../parts/fields.js";
import { questionPage } from "../parts/question-page.js";
import { counted } from "../parts/rules.js";

const ACT_NOW =
  "Speak to the duty team now; outside office hours, to the emergency duty team. These documents hold no phone number: ask your manager. Then carry on here to plan the meeting, for today.";
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
    show,
  });
}

// ----------------------------------------------------------------------------------------------------------- the form

function begin() {
  const protect = choice({
    path: PROTECT_PATH,
    question: "Does the child need protecting today?",
    options: [
      { value: true, label: "Yes" },
      { value: false, label: "No" },
      { value: "unknown", label: "I am not sure" },
    ],
    inline: true,
    required: "Select yes if the child needs protecting today",
  });
  const actNow = make("div", { role: "status" });
  protect.element.addEventListener("change", () => actNow.replaceChildren(...(protect.read() === false ? [] : [make("p", { class: "govuk-inset-text" }, ACT_NOW)])));

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

// --------------------------------------------------------------------------------------------------------- the answer

function show({ decision, facts }) {
  const { answer } = decision;
  const protecting = facts.concerns?.immediateProtectionNeeded !== false;
  const today = presentMoment().london.slice(0, 10);
  const advice = answer.advice && make("p", { class: "govuk-inset-text" }, answer.advice);
  return {
    title: protecting ? "Hold it today" : answer.heading,
    top: protecting
      ? section("At the latest", make("p", { class: "outer-limit" }, outerLimit(answer, today)), tags(answer, decision.settled, today), limits(decision), advice)
      : [tags(answer, decision.settled, today), limits(decision), advice, suggestion(answer, today)],
    reasonsWithDates: !protecting,
    afterReasons: counted(answer.counted),
  };
}

function outerLimit({ dueBy, timescale }, today) {
  if (dueBy && dueBy < today) return `The last day was ${spokenDate(dueBy)}`;
  return [dueBy && spokenDate(dueBy), timescale && inWords(timescale)].filter(Boolean).join(", ");
}

/** "same-day" as "the same day", "3-working-days" as "within 3 working days". */
function inWords(timescale) {
  return timescale === "same-day" ? "the same day" : `within ${timescale.replaceAll("-", " ")}`;
}

function tags(answer, settled, today) {
  return make("p", { class: "tags" }, closeness(answer, today), " ", !settled && tag("Not settled yet", "yellow"));
}

/** A limit is only called late where the library says that it has passed: one that is not settled never is. */
function closeness({ dueBy, timescale, overdue }, today) {
  if (overdue.length > 0) {
    const days = Math.max(...overdue.map((limit) => daysBetween(limit.dueBy, today)));
    return tag(`Late by ${days} ${days === 1 ? "day" : "days"}`, "red");
  }
  const days = dueBy ? daysBetween(today, dueBy) : undefined;
  if (days <= 0) return tag("Today", "blue");
  if (days === 1) return tag("Tomorrow", "blue");
  return timescale && tag(inWords(timescale), "blue");
}

function suggestion({ aimBy, dueBy }, today) {
  return aimBy && aimBy < dueBy && aimBy >= today && paragraph(`Our suggestion: aim for ${spokenDate(aimBy)}.`);
}

/** Limits that have passed, and the next one, each in the words of its rule. */
function limits({ answer, because, alsoApplies }) {
  const sentence = (id) => [...because, ...alsoApplies].find((rule) => rule.id === id)?.sentence ?? "";
  const line = (word, limit) => paragraph(make("strong", null, `${word}: `), `${spokenDate(limit.dueBy)}. `, sentence(limit.id));
  const next = answer.overdue.length > 0 && answer.nextLimit;
  return [answer.overdue.map((limit) => line("Passed", limit)), next && line("Next limit", next)];
}
