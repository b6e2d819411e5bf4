// People who were not there, and how their views were heard: recorded beside who needed to be there.

import { listAttendees, makeChecklist } from "safeguarding-rules";
import { COMMON, capital, choice, heading, make, section, table, text } from "safeguarding-rules/parts";
import { areaAndMeeting } from "../parts/area-and-meeting.js";
import { inShort } from "../parts/in-short.js";
import { knownFacts } from "../parts/known-facts.js";
import { itemsSection } from "../parts/lists.js";
import { openQuestions } from "../parts/open-questions.js";
import { questionPage } from "../parts/question-page.js";
import { ABSENT, SHARED } from "../words.js";

const NAME = "absent";
const ABOUT_ABSENCE = ["attendance-of-child", "attendance-of-family", "attendance"];
const TOOK_PART = [
  { value: "in-person", label: ABSENT.tookPart.inPerson },
  { value: "phone", label: ABSENT.tookPart.phone },
  { value: "written-return-only", label: ABSENT.tookPart.written },
  { value: "absent", label: ABSENT.tookPart.absent },
];
const NOT_HEARD_IN_PERSON = ["written-return-only", "absent"];

export function absent() {
  const chosen = areaAndMeeting();
  const people = peopleFields(chosen);
  const further = openQuestions(NAME);
  const others = () => further.fields().filter(({ path }) => !people.fields().some((field) => field.path === path));
  return questionPage({
    name: NAME,
    title: SHARED.notPresent,
    group: "records",
    steps: [
      { name: "which", begin: () => ({ fields: chosen.fields, parts: [chosen.element] }) },
      {
        name: "people",
        title: ABSENT.whoWasThere,
        lead: ABSENT.lead,
        begin: () => ({ fields: () => [...people.fields(), ...others()], parts: [people.element, further.element] }),
        submitText: SHARED.makeTheRecord,
      },
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
    const part = choice({
      path: `attendance.${agency}`,
      question: ABSENT.didTheyTakePart(capital(label)),
      options: TOOK_PART,
    });
    const heard = text({
      path: `heard.${agency}`,
      question: ABSENT.howHeard(label),
      rows: 2,
      hint: SHARED.noNames,
      onlyIf: () => NOT_HEARD_IN_PERSON.includes(String(part.read())),
    });
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
    return [
      capital(label),
      why,
      part ?? SHARED.notRecorded,
      part ? heard(facts.attendance[agency], said(`heard.${agency}`)) : SHARED.notRecorded,
    ];
  });
  const isHeard = ({ agency }) => !NOT_HEARD_IN_PERSON.includes(facts.attendance[agency]) || said(`heard.${agency}`);
  const notHeard = [...required, ...expected].filter((person) => !isHeard(person)).map(({ label }) => capital(label));
  const lists = ABOUT_ABSENCE.map((list) => makeChecklist(knownFacts(area, { meetingType, list })));
  return {
    card: [
      heading(1, ABSENT.heading),
      make("p", { class: "outer-limit" }, minimum(quorate)),
      inShort([ABSENT.notOnRecord, notHeard.join("; ")]),
    ],
    askFields: further.fields(),
    others: lists,
    folds: [
      section(
        ABSENT.whoWasNeeded,
        table(ABSENT.caption, [COMMON.agency, ABSENT.columns.why, ABSENT.columns.tookPart, ABSENT.columns.heard], rows),
      ),
      itemsSection(ABSENT.whatIsAsked, itemsOf(lists)),
    ],
  };
}

function heard(part, how) {
  if (!NOT_HEARD_IN_PERSON.includes(part)) return ABSENT.columns.atTheMeeting;
  return how ?? make("strong", null, ABSENT.notOnRecord);
}

/** The items of several lists, each once. */
function itemsOf(lists) {
  const items = lists.flatMap(({ answer }) => answer.items.filter(({ principle }) => !principle));
  return [...new Map(items.map((item) => [item.item, item])).values()];
}

function minimum(quorate) {
  if (quorate === true) return SHARED.minimumMet;
  if (quorate === false) return SHARED.minimumNotMet;
  return SHARED.minimumOpen;
}
