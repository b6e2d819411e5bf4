// The forms that the documents name, to print and to write on: what each holds, and to whom it goes.

import { makeChecklist } from "safeguarding-rules";
import { areaAndMeeting } from "../parts/area-and-meeting.js";
import { presentMoment, spokenMoment } from "../../pkg-config/npm/elements/parts/dates.js";
import { bullets, button, heading, make, paragraph, section } from "../../pkg-config/npm/elements/parts/dom.js";
import { goesTo } from "../parts/duties.js";
import { choice } from "../../pkg-config/npm/elements/parts/fields.js";
import { form } from "../parts/form.js";
import { knownFacts } from "../parts/known-facts.js";
import { titleOf } from "../parts/meetings.js";
import { goTo } from "../parts/router.js";
import { forceTag } from "../../pkg-config/npm/elements/parts/rules.js";
import { capital } from "../../pkg-config/npm/elements/parts/words.js";

const NAME = "forms";
const TITLE = "Forms to print";
/** Names in which a whole word stands better than a list's own. */
const TITLES = { record: "Record of decisions", "mdt-summary": "Summary of the multidisciplinary team meeting (MDT)", proforma: "Pro-forma" };
const LINES = 3;

export function forms() {
  const which = formFields();
  const chosen = areaAndMeeting({ more: (area, meeting) => (meeting ? [which(area, meeting)] : []) });
  const questions = form({
    fields: chosen.fields,
    parts: [chosen.element],
    buttons: make("button", { type: "submit", class: "govuk-button" }, "Show the form"),
    answer: () => goTo(NAME, "form"),
  });
  const choose = make("div", null, heading(1, TITLE), paragraph("What is written on paper stays on paper: this page does not ask for it."), questions.element);

  function screen(part) {
    const [area, meeting] = [chosen.area(), chosen.meeting()];
    const list = meeting && which(area, meeting).read();
    if (part === "form" && list) return { element: sheet(area, meeting, list), title: formTitle(list) };
    questions.recall();
    return { element: choose };
  }

  return { name: NAME, title: TITLE, group: "records", screen };
}

function formTitle(list) {
  return TITLES[list] ?? capital(list.replaceAll("-", " "));
}

/** The lists of a meeting that go to somebody: those are its forms. */
function formFields() {
  const made = new Map();
  return (area, meetingType) => {
    const key = `${area} ${meetingType}`;
    if (!made.has(key)) made.set(key, formField(area, meetingType));
    return made.get(key);
  };
}

function formField(area, meetingType) {
  const goesSomewhere = (list) => makeChecklist({ area, meetingType, list }).answer.distribution.length > 0;
  const lists = makeChecklist({ area, meetingType }).answer.lists.filter(goesSomewhere);
  return choice({
    question: "Which form?",
    hint: lists.length === 0 && "These documents name none for this meeting.",
    options: lists.map((list) => ({ value: list, label: formTitle(list) })),
    required: lists.length === 0 ? "Select another meeting: these documents name no form for this one" : "Select which form it is",
  });
}

function sheet(area, meeting, list) {
  const decision = makeChecklist(knownFacts(area, { meetingType: meeting, list }));
  const { items } = decision.answer;
  return make(
    "article",
    { class: "answer" },
    heading(1, formTitle(list)),
    paragraph(titleOf(meeting)),
    ["Case reference, no name", "Date and time", "Written by, by role"].map((label) => blank(label, 1)),
    section("What it holds", items.filter(({ principle }) => !principle).map(entry)),
    section("To whom it goes", goesTo(decision.answer)),
    section("Bear in mind", bullets([...items.filter(({ principle }) => principle), ...decision.cautions].map(({ text }) => text))),
    paragraph(`${decision.basis.packs.map(({ title, label }) => `${title}. ${label}`).join(" ")} Worked out on ${spokenMoment(presentMoment().london)}.`),
    make("div", { class: "govuk-button-group" }, button("Print", () => window.print()), button("Choose another form", () => goTo(NAME))),
  );
}

function entry({ item, id, text, force, place, byLabels }) {
  const who = byLabels.length > 0 ? `For: ${byLabels.join("; ")}. ` : "";
  return make(
    "div",
    { class: "entry-on-paper", "data-item": item },
    make("p", { class: "govuk-body" }, text, " ", forceTag(force)),
    make("p", { class: "govuk-body-s" }, `${who}${place}. Rule ${id}.`),
    lines(LINES),
  );
}

function blank(label, count) {
  return make("div", { class: "entry-on-paper" }, make("p", { class: "govuk-body" }, make("strong", null, label)), lines(count));
}

function lines(count) {
  return make("div", { class: "lines", "aria-hidden": "true" }, Array.from({ length: count }, () => make("div", { class: "line" })));
}
