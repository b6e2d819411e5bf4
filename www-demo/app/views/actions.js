// Actions: what was agreed, whether each action has its five parts, and whether the plan is complete.

import { checkAction, describePacks } from "safeguarding-rules";
import {
  COMMON, button, choice, contents, findingItem, heading, inPlace, linkButton, make, moment, paragraph, section,
  spokenDate, summaryList, table, text, warningItem, yesNoNotSure,
} from "safeguarding-rules/parts";
import { takenApart } from "../out/taken-apart.js";
import { part } from "../parts/case.js";
import { announce } from "../parts/announce.js";
import { form } from "../parts/form.js";
import { questionPage } from "../parts/question-page.js";
import { goTo } from "../parts/router.js";
import { ACTIONS, SHARED } from "../words.js";

/** The one document with criteria for actions is Hampshire's; its pack alone is asked. */
const PACKS = ["professionals-meetings"];
const NAME = "actions";
const BEING_WRITTEN = "action";
const PAUSE_IN_MS = 1200;

export function actions() {
  // `editor` is the screen on which one action is written.
  const plan = { actions: part(NAME, () => []), editor: null, fields: [], list: make("div") };
  const page = questionPage({
    name: NAME,
    title: SHARED.actions,
    steps: [{ begin: () => begin(plan), submitText: ACTIONS.check }],
    question: "checkPlan",
    withMore: (facts) => withActions(plan, facts),
    show: ({ decision }) => show(plan, decision),
    screens: { action: () => plan.editor },
  });
  const { index, action } = being();
  if (action) plan.editor = editorOf(plan, index, action);
  return page;
}

/** The action that is being written, with its place among the others: kept in the case until it is saved or left. */
function being() {
  return part(BEING_WRITTEN, () => ({}));
}

function withActions({ actions }, facts) {
  return { ...facts, packs: PACKS, plan: { ...facts.plan, actions } };
}

// ----------------------------------------------------------------------------------------------------------- the plan

function begin(plan) {
  plan.fields = [
    moment({
      path: "meetingDate",
      question: ACTIONS.whenMeeting,
      name: ACTIONS.dateOfMeeting,
      withTime: false,
      mayBeAhead: true,
    }),
    moment({
      path: "plan.reviewDates",
      question: ACTIONS.whenReview,
      name: ACTIONS.dateOfReview,
      withTime: false,
      mayBeAhead: true,
      asList: true,
    }),
    choice({
      path: "plan.reviewRequired",
      question: ACTIONS.reviewNeeded,
      hint: ACTIONS.reviewNeededHint,
      options: [{ value: true, label: COMMON.yes }, { value: false, label: COMMON.no }],
      inline: true,
    }),
  ];
  drawList(plan);
  return {
    fields: () => plan.fields,
    parts: [
      source(),
      plan.list,
      button(ACTIONS.add, () => edit(plan, plan.actions.length)),
      heading(2, ACTIONS.meetingAndReview),
      plan.fields.map((field) => field.element),
    ],
  };
}

function source() {
  const [pack] = describePacks({ packs: PACKS }).packs;
  return make(
    "div",
    { class: "govuk-inset-text" },
    make("p", { class: "govuk-body" }, ACTIONS.criteria(pack.title)),
    make("p", { class: "govuk-body" }, pack.label),
  );
}

function drawList(plan) {
  const { actions, list } = plan;
  if (actions.length === 0) return list.replaceChildren(paragraph(ACTIONS.none));
  const rows = actions.map((action, index) => [
    action.specific ?? ACTIONS.notSaid,
    action.owner ?? ACTIONS.notSaid,
    action.due ? spokenDate(action.due) : ACTIONS.notSaid,
    [action.quantity, action.indicator].filter(Boolean).join("; ") || ACTIONS.notSaid,
    checkAction(oneAction(plan, action)).answer.heading,
    changes(plan, index),
  ]);
  list.replaceChildren(
    table(
      ACTIONS.caption,
      [
        ACTIONS.columns.action, COMMON.who, ACTIONS.byWhenColumn, ACTIONS.howWeKnow, ACTIONS.columns.status,
        SHARED.change,
      ],
      rows,
    ),
  );
}

function changes(plan, index) {
  const remove = () => {
    plan.actions.splice(index, 1);
    drawList(plan);
    announce(ACTIONS.removed(index + 1));
    (plan.list.querySelector("button") ?? plan.list.nextElementSibling).focus();
  };
  return [
    linkButton(SHARED.change, ACTIONS.about(index + 1), () => edit(plan, index)),
    linkButton(SHARED.remove, ACTIONS.about(index + 1), remove),
  ];
}

function oneAction({ fields }, action) {
  const [meetingDate, reviewDate] = fields.map((field) => field.read());
  return { packs: PACKS, action, meetingDate, reviewDate };
}

// ---------------------------------------------------------------------------------------------------------- one action

/** Opens the screen for one action, written before or new. */
function edit(plan, index) {
  const written = plan.actions[index] ?? {};
  Object.assign(being(), { index, action: written });
  plan.editor = editorOf(plan, index, written);
  goTo(NAME, "action");
}

function editorOf(plan, index, written) {
  const fields = actionFields();
  for (const field of fields) field.set(written[nameIn(field)]);
  const advice = adviceFor(plan, () => made.facts().action ?? {});
  const write = () => Object.assign(being(), { action: made.facts().action ?? {} });
  const finish = () => {
    advice.stop();
    plan.editor = null;
    Object.assign(being(), { index: undefined, action: undefined });
    drawList(plan);
    goTo(NAME);
  };
  const made = form({
    own: true,
    fields: () => fields,
    parts: [fields.map((field) => field.element), advice.element],
    buttons: [make("button", { type: "submit", class: "govuk-button" }, ACTIONS.save), button(ACTIONS.cancel, finish)],
    answer: ({ action = {} }) => {
      checkAction(oneAction(plan, action));
      plan.actions[index] = action;
      finish();
    },
  });
  made.element.addEventListener("input", advice.wait);
  made.element.addEventListener("change", write);
  const title = plan.actions[index] ? ACTIONS.changeTitle(index + 1) : ACTIONS.add;
  const sentence = plan.actions[index] ? null : asSentence(plan, { fields, advice, write });
  return { element: make("div", null, heading(1, title), sentence, made.element), title };
}

/**
 * An action that somebody has as one sentence: what can be read goes into the fields, and what is missing is told at
 * once.
 */
function asSentence(plan, { fields, advice, write }) {
  const sentence = text({ question: ACTIONS.sentence.paste, hint: ACTIONS.sentence.hint, rows: 2 });
  const isMet = (criterion, action) => {
    const { findings } = checkAction(oneAction(plan, action)).answer;
    return findings.some((found) => found.criterion === criterion && found.met);
  };
  const takeApart = () => {
    const typed = sentence.read();
    if (!typed) return sentence.focus();
    const parts = takenApart(typed, isMet);
    for (const field of fields) if (nameIn(field) in parts) field.set(parts[nameIn(field)]);
    write();
    advice.give();
    fields[0].focus();
  };
  return inPlace(ACTIONS.asSentence, sentence.element, button(ACTIONS.sentence.takeApart, takeApart));
}

function nameIn(field) {
  return field.path.replace("action.", "");
}

function actionFields() {
  const family = yesNoNotSure({ path: "action.relatesToFamily", question: ACTIONS.isAboutFamily });
  return [
    text({ path: "action.specific", question: ACTIONS.what, hint: SHARED.noNames, rows: 2 }),
    text({ path: "action.quantity", question: ACTIONS.quantity, hint: ACTIONS.quantityHint }),
    text({ path: "action.indicator", question: ACTIONS.indicator, hint: ACTIONS.indicatorHint }),
    text({ path: "action.owner", question: ACTIONS.owner, hint: ACTIONS.ownerHint }),
    text({ path: "action.realisticResult", question: ACTIONS.result, rows: 2 }),
    yesNoNotSure({ path: "action.resourcesConfirmed", question: ACTIONS.resources }),
    moment({ path: "action.due", question: ACTIONS.byWhen, name: ACTIONS.date, withTime: false, mayBeAhead: true }),
    family,
    yesNoNotSure({
      path: "action.discussedWithFamily",
      question: ACTIONS.discussed,
      onlyIf: () => family.read() === true,
    }),
  ];
}

/** Advice on what is written so far: after a pause, and spoken once. It never stands in the way. */
function adviceFor(plan, action) {
  const said = make("p", { class: "govuk-body", role: "status" });
  const list = make("ul", { class: "rules" });
  const element = make("section", { class: "advice", hidden: true }, heading(2, ACTIONS.fiveParts), said, list);
  let timer;

  function give() {
    const { answer } = checkAction(oneAction(plan, action()));
    element.hidden = false;
    if (said.textContent !== answer.heading) said.textContent = answer.heading;
    list.replaceChildren(...answer.findings.map(findingItem), ...answer.warnings.map(warningItem));
  }

  return {
    element,
    give,
    stop: () => clearTimeout(timer),
    wait: () => {
      clearTimeout(timer);
      timer = setTimeout(give, PAUSE_IN_MS);
    },
  };
}

// --------------------------------------------------------------------------------------------------------- the answer

function show(plan, { answer }) {
  return {
    card: heading(1, answer.heading),
    askFields: plan.actions.map((action, index) => availability(action, index)),
    middle: answer.actions.map((checked) => actionSection(plan.actions[checked.index], checked)),
  };
}

/** The one question an answer can leave open about an action, kept in the action itself. */
function availability(action, index) {
  const field = yesNoNotSure({ path: `plan.actions[${index}].resourcesConfirmed`, question: ACTIONS.resources });
  return Object.assign(field, {
    about: ACTIONS.action(index + 1),
    read: () => action.resourcesConfirmed,
    set: (value) => (action.resourcesConfirmed = value),
  });
}

function actionSection(action, { index, heading: status, findings, warnings }) {
  const rows = [
    [COMMON.what, action.specific],
    [COMMON.who, action.owner],
    [ACTIONS.byWhenColumn, action.due && spokenDate(action.due)],
    [ACTIONS.howWeKnow, [action.quantity, action.indicator].filter(Boolean).join("; ")],
    [ACTIONS.resultColumn, action.realisticResult],
  ];
  return section(
    ACTIONS.action(index + 1),
    summaryList(rows.map(([key, value]) => [key, value || ACTIONS.notSaid])),
    paragraph(make("strong", null, status)),
    make(
      "ul",
      { class: "rules" },
      contents([findings.filter(({ met }) => !met).map(findingItem), warnings.map(warningItem)]),
    ),
  );
}
