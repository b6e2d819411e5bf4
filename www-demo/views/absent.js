// People who were not there, and how their views were heard: recorded beside who needed to be there.

import { listAttendees, makeChecklist } from "safeguarding-rules";
import { areaAndMeeting } from "../parts/area-and-meeting.js";
import { make, section, table } from "../../pkg-config/npm/elements/parts/dom.js";
import { choice, text } from "../../pkg-config/npm/elements/parts/fields.js";
import { knownFacts } from "../parts/known-facts.js";
import { itemsSection } from "../parts/lists.js";
import { openQuestions } from "../parts/open-questions.js";
import { questionPage } from "../parts/question-page.js";
import { furtherCautions } from "../../pkg-config/npm/elements/parts/rules.js";
import { capital } from "../../pkg-config/npm/elements/parts/words.js";

const NAME = "absent";
const ABOUT_ABSENCE = ["attendance-of-child", "attendance-of-family", "attendance"];
const TOOK_PART = [
  { value: "in-person", label: "There" },
  { value: "phone", label: "By phone or dial-in" },
  { value: "written-return-only", label: "Sent a written return" },
  { value: "absent", label: "Not there" },
];
const NOT_HEARD_IN_PERSON = ["written-return-only", "absent"];

export function absent() {
  const chosen = areaAndMeeting();
  const people = peopleFields(chosen);
  const further = openQuestions(NAME);
  const others = () => further.fields().filter(({ path }) => !people.fields().some((field) => field.path === path));
  return questionPage({
    name: NAME,
    title: "People not present",
    group: "records",
    steps: [
      { name: "which", begin: () => ({ fields: chosen.fields, parts: [chosen.element] }) },
      { name: "people", title: "Who was there?", lead: "Leave open what you do not know.", begin: () => ({ fields: () => [...people.fields(), ...others()], parts: [people.element, further.element] }), submitText: "Make the record" },
    ],
    question: "listAttendees",
    withMore: ({ area, meetingType, attendance }) => knownFacts(area, { meetingType, attendance: attendance ?? {} }),
    show: (shown) => show(further, shown),
  });
}

/** Two questions for each who must or should be there: whether they were, and how they were heard if not. */
function peopleFields(chosen) {
  const element = make("div");
  const made = new Map();
  let laidFor;

  function fields() {
    if (!chosen.meeting()) return [];
    const key = `${chosen.area()} ${chosen.meeting()}`;
    if (!made.has(key)) made.set(key, fieldsFor(chosen.area(), chosen.meeting()));
    if (laidFor !== key) element.replaceChildren(...made.get(key).map((field) => field.element));
    laidFor = key;
    return made.get(key);
  }

  return { fields, element };
}

function fieldsFor(area, meetingType) {
  const { required, expected } = listAttendees(knownFacts(area, { meetingType })).answer;
  return [...required, ...expected].flatMap(({ agency, label }) => {
    const part = choice({ path: `attendance.${agency}`, question: `${capital(label)}: did they take part?`, options: TOOK_PART });
    const heard = text({ path: `heard.${agency}`, question: `How were the views of ${label} heard?`, rows: 2, hint: "Do not enter names.", onlyIf: () => NOT_HEARD_IN_PERSON.includes(part.read()) });
    return [part, heard];
  });
}

function show(further, { decision, facts, fields }) {
  further.take(decision.ask, fields);
  const { area, meetingType } = facts;
  const said = (path) => fields.find((field) => field.path === path)?.said();
  const { required, expected, quorate } = decision.answer;
  const rows = [...required, ...expected].map(({ agency, label, why }) => {
    const part = said(`attendance.${agency}`);
    return [capital(label), why, part ?? "Not recorded", part ? heard(facts.attendance[agency], said(`heard.${agency}`)) : "Not recorded"];
  });
  const lists = ABOUT_ABSENCE.map((list) => makeChecklist(knownFacts(area, { meetingType, list })));
  return {
    title: "Who was not there, and how they were heard",
    askFields: further.fields(),
    top: [make("p", { class: "outer-limit" }, minimum(quorate))],
    middle: [
      section("Who was needed", table("Who took part", ["Agency", "Why they are needed", "Took part", "How their views were heard"], rows)),
      itemsSection("What the documents ask where somebody is not there", itemsOf(lists)),
      section("Also to bear in mind", furtherCautions(decision, ...lists)),
    ],
  };
}

function heard(part, how) {
  if (!NOT_HEARD_IN_PERSON.includes(part)) return "At the meeting";
  return how ?? make("strong", null, "Not on record yet");
}

/** The items of several lists, each once. */
function itemsOf(lists) {
  const items = lists.flatMap(({ answer }) => answer.items.filter(({ principle }) => !principle));
  return [...new Map(items.map((item) => [item.item, item])).values()];
}

function minimum(quorate) {
  if (quorate === true) return "The minimum is met";
  if (quorate === false) return "The minimum is not met";
  return "These documents do not settle whether a minimum is met";
}
