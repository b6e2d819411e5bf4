// The checklists: what must be ready before, during and after a meeting, to tick off here or on paper.

import { makeChecklist } from "safeguarding-rules";
import {
  CHECKLIST, FORCE, RULES, bullets, button, capital, choice, heading, make, momentOf, packTitle, paragraph, section,
  spokenMoment,
} from "safeguarding-rules/parts";
import { areaAndMeeting } from "../parts/area-and-meeting.js";
import { plainText } from "../parts/case-notes.js";
import { announce } from "../parts/announce.js";
import { download } from "../out/download.js";
import { form } from "../parts/form.js";
import { knownFacts } from "../parts/known-facts.js";
import { titleOf } from "../parts/meetings.js";
import { goTo, linkTo } from "../parts/router.js";
import { isTicked, onTicksElsewhere, recallTicks, setTick, tickOf } from "../parts/ticks.js";
import { turnedOver } from "../parts/turned-over.js";
import { CHECKLISTS, SHARED } from "../words.js";

const NAME = "checklists";
const TITLE = SHARED.checklists;
const PHASES = [
  { phase: "before", title: CHECKLISTS.phases.before },
  { phase: "during", title: CHECKLISTS.phases.during },
  { phase: "after", title: SHARED.afterTheMeeting },
  { phase: "always", title: CHECKLISTS.phases.always },
];
/** Said with each pack that the list rests on. */
const REPLACED = "source-superseded";
const EVERYBODY = "everybody";
const NEW_TO_THIS = "new-to-this";
/** The roles by which the documents speak of whoever comes. */
const WHOEVER_COMES = ["invited-referrer", "mdt-attendees", "every-agency", "attendees"];

export function checklists() {
  const role = roleFields();
  const chosen = areaAndMeeting({ more: (area, meeting) => (meeting ? [role(area, meeting)] : []) });
  const questions = form({
    fields: chosen.fields,
    parts: [chosen.element],
    buttons: make("button", { type: "submit", class: "govuk-button" }, CHECKLISTS.show),
    answer: () => goTo(NAME, "list"),
  });
  const lead = paragraph(CHECKLISTS.kept);
  const choose = make("div", null, heading(1, TITLE), lead, questions.element);

  function screen(part) {
    questions.recall();
    if (part === "list" && chosen.meeting() && role(chosen.area(), chosen.meeting()).read())
      return {
        element: list(chosen.area(), chosen.meeting(), role(chosen.area(), chosen.meeting())),
        title: CHECKLISTS.checklist,
      };
    return { element: choose };
  }

  return { name: NAME, title: TITLE, screen };
}

/** The question for whom the list is, with the roles that the documents give tasks to. */
function roleFields() {
  const made = new Map();
  return (area, meeting) => {
    const key = `${area} ${meeting}`;
    if (!made.has(key)) made.set(key, roleField(area, meeting));
    return made.get(key);
  };
}

function roleField(area, meeting) {
  const { items } = makeChecklist({ area, meetingType: meeting }).answer;
  const labels = new Map(
    items.flatMap(({ by, byLabels }) => by.map((role, index) => [role, capital(byLabels[index])])),
  );
  return choice({
    path: "ownPart.checklist",
    question: CHECKLISTS.forWhom,
    options: [
      { value: EVERYBODY, label: CHECKLISTS.everybody },
      ...[...labels].map(([value, label]) => ({ value, label })),
      { value: NEW_TO_THIS, label: CHECKLISTS.newToThis },
    ],
    required: CHECKLISTS.required,
  });
}

// ----------------------------------------------------------------------------------------------------------- the list

function list(area, meeting, role) {
  const facts = knownFacts(area, { meetingType: meeting, ...roleFact(role, area, meeting) });
  const decision = makeChecklist(facts);
  const { items } = decision.answer;
  const tasks = items.filter(({ principle }) => !principle);
  const packOf = packs(decision);
  const tick = (item) => tickOf(packOf(item), meeting, item.item);
  const progress = make("p", { class: "govuk-body", role: "status" });
  const trouble = make("div", { class: "not-in-notes" });
  const rows = tasks.map((item) => row(item, tick(item), afterTick));

  function count() {
    progress.textContent =
      tasks.length > 0
        ? CHECKLISTS.completed(tasks.filter((item) => isTicked(tick(item))).length, tasks.length)
        : decision.answer.heading;
  }

  function tell(problem) {
    trouble.replaceChildren(...(problem ? [make("p", { class: "govuk-inset-text", role: "alert" }, problem)] : []));
  }

  async function afterTick(kept) {
    count();
    tell(await kept);
  }

  async function clear() {
    const problems = await Promise.all(tasks.map((item) => setTick(tick(item), false)));
    show();
    tell(problems.find(Boolean));
    announce(CHECKLISTS.cleared);
  }

  async function recall() {
    const problem = await recallTicks();
    show();
    tell(problem);
  }

  function show() {
    for (const row of rows) row.show();
    count();
  }

  const element = make(
    "article",
    { class: "answer checklist" },
    heading(1, titleOf(meeting)),
    make("p", { class: "govuk-body" }, CHECKLISTS.title(capital(role.said() ?? ""))),
    progress,
    trouble,
    PHASES.map(({ phase, title }) => section(title, taskList(rows.filter(({ item }) => item.phase === phase)))),
    section(
      RULES.bearInMind,
      bullets(
        [
          ...items.filter(({ principle }) => principle),
          ...decision.cautions.filter(({ code }) => code !== REPLACED),
        ].map(({ text }) => text),
      ),
    ),
    section(
      RULES.basis,
      decision.basis.packs.map(restsOn),
      paragraph(`${RULES.workedOutOn(spokenMoment(momentOf(decision)))} ${RULES.check}`),
    ),
    make(
      "div",
      { class: "govuk-button-group" },
      button(SHARED.print, () => window.print()),
      button(SHARED.downloadCopy, () => download(CHECKLISTS.file, plainText(element))),
      tasks.length > 0 && button(CHECKLISTS.clear, clear),
      button(CHECKLISTS.another, () => goTo(NAME)),
    ),
    role.read() === NEW_TO_THIS &&
      make("p", { class: "govuk-body not-in-notes" }, linkTo("invited", CHECKLISTS.whatItIs)),
    turnedOver({ question: "makeChecklist", facts, decision }),
  );
  count();
  recall();
  onTicksElsewhere(() => {
    show();
    announce(CHECKLISTS.changedElsewhere);
  });
  return element;
}

function restsOn(pack) {
  const { label, supersededBy } = pack;
  return paragraph(`${packTitle(pack)}. ${label}`, supersededBy && ` ${RULES.replaced(supersededBy)}`);
}

function roleFact(role, area, meetingType) {
  if (role.read() === EVERYBODY) return {};
  if (role.read() !== NEW_TO_THIS) return { role: role.read() };
  const roles = makeChecklist({ area, meetingType }).answer.items.flatMap(({ by }) => by);
  return { role: WHOEVER_COMES.find((one) => roles.includes(one)) ?? WHOEVER_COMES[0] };
}

/** The pack from which an item comes: its rule names the document. */
function packs({ because, alsoApplies, basis }) {
  const documents = new Map([...because, ...alsoApplies].map(({ id, document }) => [id, document]));
  return ({ id }) => basis.packs.find(({ title }) => title === documents.get(id));
}

function taskList(rows) {
  return (
    rows.length > 0 &&
    make(
      "ul",
      { class: "tasks govuk-checkboxes govuk-checkboxes--small" },
      rows.map(({ element }) => element),
    )
  );
}

let made = 0;

/** One item: a box with what is to be done, how strongly, where it stands, and by whom. */
function row(item, tick, afterTick) {
  const id = `task-${++made}`;
  const change = () => {
    afterTick(setTick(tick, box.checked));
    announce(`${box.checked ? CHECKLIST.done : CHECKLIST.open}: ${item.text}`);
  };
  const name = item.force === "may" ? CHECKLIST.optional(item.text) : item.text;
  const who = item.byLabels.length > 0 && SHARED.forWhom(item.byLabels.join("; "));
  const form = item.external && CHECKLISTS.ownForm;
  const hint = [`${capital(FORCE[item.force])}.`, `${item.place}.`, who, form].filter(Boolean).join(" ");
  const box = make("input", {
    type: "checkbox",
    class: "govuk-checkboxes__input task",
    id,
    onchange: change,
    "aria-describedby": `${id}-hint`,
  });
  const element = make(
    "li",
    { class: "govuk-checkboxes__item", "data-item": item.item },
    box,
    make("label", { class: "govuk-label govuk-checkboxes__label", for: id }, name),
    make("div", { class: "govuk-hint govuk-checkboxes__hint", id: `${id}-hint` }, hint),
  );
  const show = () => (box.checked = isTicked(tick));
  show();
  return { item, element, show };
}
