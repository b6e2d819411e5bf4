// Actions: what was agreed, whether each action has its five parts, and whether the plan is complete.

import { checkAction, describePacks } from "safeguarding-rules";
import { part } from "../parts/case.js";
import { announce } from "../parts/announce.js";
import { button, contents, heading, linkButton, make, paragraph, section, summaryList, table } from "../../pkg-config/npm/elements/parts/dom.js";
import { spokenDate } from "../../pkg-config/npm/elements/parts/dates.js";
import { choice, moment, text, yesNoNotSure } from "../../pkg-config/npm/elements/parts/fields.js";
import { findingItem, warningItem } from "../../pkg-config/npm/elements/parts/findings.js";
import { form } from "../parts/form.js";
import { questionPage } from "../parts/question-page.js";
import { goTo } from "../parts/router.js";

/** The one document with criteria for actions is Hampshire's; its pack alone is asked. */
const PACKS = ["professionals-meetings"];
const NAME = "actions";
const PAUSE_IN_MS = 1200;

export function actions() {
  // `editor` is the screen on which one action is written.
  const plan = { actions: part(NAME, () => []), editor: null, fields: [], list: make("div") };
  return questionPage({
    name: NAME,
    title: "Actions",
    steps: [{ begin: () => begin(plan), submitText: "Check the plan" }],
    question: "checkPlan",
    withMore: (facts) => withActions(plan, facts),
    show: ({ decision }) => show(plan, decision),
    screens: { action: () => plan.editor },
  });
}

function withActions({ actions }, facts) {
  return { ...facts, packs: PACKS, plan: { ...facts.plan, actions } };
}

// ----------------------------------------------------------------------------------------------------------- the plan

function begin(plan) {
  plan.fields = [
    moment({ path: "meetingDate", question: "When is or was the meeting?", name: "date of the meeting", withTime: false, mayBeAhead: true }),
    moment({ path: "plan.reviewDates", question: "When will the plan be reviewed?", name: "date of the review", withTime: false, mayBeAhead: true, asList: true }),
    choice({
      path: "plan.reviewRequired",
      question: "Is a review needed?",
      hint: "“No” records the decision that none is needed.",
      options: [{ value: true, label: "Yes" }, { value: false, label: "No" }],
      inline: true,
    }),
  ];
  drawList(plan);
  return {
    fields: () => plan.fields,
    parts: [
      source(),
      plan.list,
      button("Add an action", () => edit(plan, plan.actions.length)),
      heading(2, "The meeting and the review"),
      plan.fields.map((field) => field.element),
    ],
  };
}

function source() {
  const [pack] = describePacks({ packs: PACKS }).packs;
  return make(
    "div",
    { class: "govuk-inset-text" },
    make("p", { class: "govuk-body" }, `The criteria for an action come from Hampshire: “${pack.title}”. No other document here has any. Elsewhere they are good advice and no rule.`),
    make("p", { class: "govuk-body" }, pack.label),
  );
}

function drawList(plan) {
  const { actions, list } = plan;
  if (actions.length === 0) return list.replaceChildren(paragraph("No actions yet. Every meeting should end with agreed actions."));
  const rows = actions.map((action, index) => [
    action.specific ?? "Not said",
    action.owner ?? "Not said",
    action.due ? spokenDate(action.due) : "Not said",
    [action.quantity, action.indicator].filter(Boolean).join("; ") || "Not said",
    checkAction(oneAction(plan, action)).answer.heading,
    changes(plan, index),
  ]);
  list.replaceChildren(table("Agreed actions", ["Action", "Who", "By when", "How we will know", "Status", "Change"], rows));
}

function changes(plan, index) {
  const remove = () => {
    plan.actions.splice(index, 1);
    drawList(plan);
    announce(`Action ${index + 1} removed`);
    (plan.list.querySelector("button") ?? plan.list.nextElementSibling).focus();
  };
  return [
    linkButton("Change", `action ${index + 1}`, () => edit(plan, index)),
    linkButton("Remove", `action ${index + 1}`, remove),
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
  const fields = actionFields();
  for (const field of fields) field.set(written[nameIn(field)]);
  const advice = adviceFor(plan, () => made.facts().action ?? {});
  const finish = () => {
    advice.stop();
    plan.editor = null;
    drawList(plan);
    goTo(NAME);
  };
  const made = form({
    own: true,
    fields: () => fields,
    parts: [fields.map((field) => field.element), advice.element],
    buttons: [make("button", { type: "submit", class: "govuk-button" }, "Save action"), button("Cancel", finish)],
    answer: ({ action = {} }) => {
      checkAction(oneAction(plan, action));
      plan.actions[index] = action;
      finish();
    },
  });
  made.element.addEventListener("input", advice.wait);
  const title = written === plan.actions[index] ? `Change action ${index + 1}` : "Add an action";
  plan.editor = { element: make("div", null, heading(1, title), made.element) };
  goTo(NAME, "action");
}

function nameIn(field) {
  return field.path.replace("action.", "");
}

function actionFields() {
  const family = yesNoNotSure({ path: "action.relatesToFamily", question: "Is it about the child or family?" });
  return [
    text({ path: "action.specific", question: "What will be done?", hint: "Do not enter names.", rows: 2 }),
    text({ path: "action.quantity", question: "How will we know: how much or how many?", hint: "For example “one appointment”. This or the next is enough." }),
    text({ path: "action.indicator", question: "How will we know: what will anybody see?", hint: "For example “the clinic letter is on file”." }),
    text({ path: "action.owner", question: "Who will do it?", hint: "One role, such as health visitor." }),
    text({ path: "action.realisticResult", question: "What result can realistically be achieved?", rows: 2 }),
    yesNoNotSure({ path: "action.resourcesConfirmed", question: "Can this be done with what is available?" }),
    moment({ path: "action.due", question: "By when?", name: "date by when", withTime: false, mayBeAhead: true }),
    family,
    yesNoNotSure({ path: "action.discussedWithFamily", question: "Has it been discussed with them?", onlyIf: () => family.read() === true }),
  ];
}

/** Advice on what is written so far: after a pause, and spoken once. It never stands in the way. */
function adviceFor(plan, action) {
  const said = make("p", { class: "govuk-body", role: "status" });
  const list = make("ul", { class: "rules" });
  const element = make("section", { class: "advice", hidden: true }, heading(2, "The five parts"), said, list);
  let timer;

  function give() {
    const { answer } = checkAction(oneAction(plan, action()));
    element.hidden = false;
    if (said.textContent !== answer.heading) said.textContent = answer.heading;
    list.replaceChildren(...answer.findings.map(findingItem), ...answer.warnings.map(warningItem));
  }

  return {
    element,
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
    title: answer.heading,
    askFields: plan.actions.map((action, index) => availability(action, index)),
    middle: answer.actions.map((checked) => actionSection(plan.actions[checked.index], checked)),
  };
}

/** The one question an answer can leave open about an action, kept in the action itself. */
function availability(action, index) {
  const field = yesNoNotSure({ path: `plan.actions[${index}].resourcesConfirmed`, question: "Can this be done with what is available?" });
  field.about = `Action ${index + 1}`;
  field.read = () => action.resourcesConfirmed;
  field.set = (value) => (action.resourcesConfirmed = value);
  return field;
}

function actionSection(action, { index, heading: status, findings, warnings }) {
  const rows = [
    ["What", action.specific],
    ["Who", action.owner],
    ["By when", action.due && spokenDate(action.due)],
    ["How we will know", [action.quantity, action.indicator].filter(Boolean).join("; ")],
    ["Result", action.realisticResult],
  ];
  return section(
    `Action ${index + 1}`,
    summaryList(rows.map(([key, value]) => [key, value || "Not said"])),
    paragraph(make("strong", null, status)),
    make("ul", { class: "rules" }, contents([findings.filter(({ met }) => !met).map(findingItem), warnings.map(warningItem)])),
  );
}
