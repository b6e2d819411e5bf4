// The forms that the documents name, to print and to write on: what each holds, and to whom it goes.

import { makeChecklist } from "safeguarding-rules";
import {
  RULES, bullets, button, capital, choice, dutyTag, heading, make, momentOf, packTitle, paragraph, section,
  spokenMoment,
} from "safeguarding-rules/parts";
import { areaAndMeeting } from "../parts/area-and-meeting.js";
import { goesTo } from "../parts/duties.js";
import { form } from "../parts/form.js";
import { knownFacts } from "../parts/known-facts.js";
import { titleOf } from "../parts/meetings.js";
import { goTo } from "../parts/router.js";
import { FORMS, SHARED } from "../words.js";

const NAME = "forms";
const TITLE = SHARED.formsToPrint;
/** Names in which a whole word stands better than a list's own. */
const TITLES = { record: FORMS.names.decisions, "mdt-summary": FORMS.names.mdtSummary, proforma: FORMS.names.proforma };
const LINES = 3;

export function forms() {
  const which = formFields();
  const chosen = areaAndMeeting({ more: (area, meeting) => (meeting ? [which(area, meeting)] : []) });
  const questions = form({
    fields: chosen.fields,
    parts: [chosen.element],
    buttons: make("button", { type: "submit", class: "govuk-button" }, FORMS.show),
    answer: () => goTo(NAME, "form"),
  });
  const choose = make("div", null, heading(1, TITLE), paragraph(FORMS.onPaper), questions.element);

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
    question: FORMS.which,
    hint: lists.length === 0 && FORMS.noneNamed,
    options: lists.map((list) => ({ value: list, label: formTitle(list) })),
    required: lists.length === 0 ? FORMS.noneNamedRequired : FORMS.required,
  });
}

function sheet(area, meeting, list) {
  const decision = makeChecklist(knownFacts(area, { meetingType: meeting, list }));
  const { items } = decision.answer;
  const documents = decision.basis.packs.map((pack) => `${packTitle(pack)}. ${pack.label}`).join(" ");
  return make(
    "article",
    { class: "answer" },
    heading(1, formTitle(list)),
    paragraph(titleOf(meeting)),
    [FORMS.lines.reference, FORMS.lines.date, FORMS.lines.writtenBy].map((label) => blank(label, 1)),
    section(FORMS.holds, items.filter(({ principle }) => !principle).map(entry)),
    section(FORMS.goesTo, goesTo(decision.answer)),
    section(
      RULES.bearInMind,
      bullets([...items.filter(({ principle }) => principle), ...decision.cautions].map(({ text }) => text)),
    ),
    paragraph(documents, " ", RULES.workedOutOn(spokenMoment(momentOf(decision)))),
    make(
      "div",
      { class: "govuk-button-group" },
      button(SHARED.print, () => window.print()),
      button(FORMS.another, () => goTo(NAME)),
    ),
  );
}

function entry({ item, id, text, force, place, byLabels }) {
  const who = byLabels.length > 0 ? `${SHARED.forWhom(byLabels.join("; "))} ` : "";
  return make(
    "div",
    { class: "entry-on-paper", "data-item": item },
    make("p", { class: "govuk-body" }, text, " ", dutyTag(force)),
    make("p", { class: "govuk-body-s" }, `${who}${RULES.sourceIn(place, id)}`),
    lines(LINES),
  );
}

function blank(label, count) {
  return make(
    "div",
    { class: "entry-on-paper" },
    make("p", { class: "govuk-body" }, make("strong", null, label)),
    lines(count),
  );
}

function lines(count) {
  return make(
    "div",
    { class: "lines", "aria-hidden": "true" },
    Array.from({ length: count }, () => make("div", { class: "line" })),
  );
}
