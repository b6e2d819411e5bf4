// I have been invited: six sentences for somebody who has never been to one, the table with their chair, and the rules
// behind it.

import { chooseMeeting, listAttendees, listDeadlines, makeChecklist } from "safeguarding-rules";
import {
  COMMON, RULES, capital, choice, forceTag, heading, make, paragraph, placeOf, ruleLine, section,
} from "safeguarding-rules/parts";
import { areaAndMeeting } from "../parts/area-and-meeting.js";
import { duties } from "../parts/duties.js";
import { inShort } from "../parts/in-short.js";
import { knownFacts } from "../parts/known-facts.js";
import { itemsSection } from "../parts/lists.js";
import { titleOf } from "../parts/meetings.js";
import { openQuestions } from "../parts/open-questions.js";
import { questionPage } from "../parts/question-page.js";
import { linkTo } from "../parts/router.js";
import { tableOfTheMeeting } from "../pictures/table.js";
import { INVITED, SHARED, TABLE_PICTURE } from "../words.js";

const NAME = "invited";
const NONE_OF_THESE = "none-of-these";
/** The name that the guide's own words to somebody invited have: they speak to whoever comes. */
const SOMEBODY_INVITED = "invited-referrer";
const NOT_ASKED_TO_DECIDE = "not-asked-to-decide";
const FACTS_READY = "facts-ready";
/** By these names the documents send something to whoever came or was invited. */
const EVERYBODY = ["all-in-attendance", "all-invited", "attendees"];
const NOT_SENIOR = "not-sufficiently-senior";
/** What is not said of a meeting is not made up. */
const NOT_SAID = INVITED.notSaid;

export function invited() {
  const role = roleFields();
  const chosen = areaAndMeeting({ more: (area, meeting) => (meeting ? [role(area, meeting)] : []) });
  const further = openQuestions(NAME);
  return questionPage({
    name: NAME,
    title: INVITED.title,
    group: "guide",
    steps: [
      {
        begin: () => ({
          fields: () => [...chosen.fields(), ...further.fields()],
          parts: [chosen.element, further.element],
        }),
        lead: INVITED.lead,
        submitText: INVITED.submit,
      },
    ],
    question: "makeChecklist",
    withMore: ({ area, meetingType }) => knownFacts(area, { meetingType, role: roleOf(role(area, meetingType)) }),
    show: (shown) => show(further, shown),
  });
}

/** The parts that the documents give to people at this meeting. */
function roleFields() {
  const made = new Map();
  return (area, meeting) => {
    const key = `${area} ${meeting}`;
    if (!made.has(key)) made.set(key, roleField(area, meeting));
    return made.get(key);
  };
}

function roleField(area, meetingType) {
  const items = makeChecklist({ area, meetingType }).answer.items.flatMap(({ by, byLabels }) =>
    by.map((id, index) => /** @type {const} */ ([id, byLabels[index]])),
  );
  const owed = listDeadlines({ area, meetingType }).answer.deadlines.flatMap(({ by }) =>
    by.map(({ id, label }) => /** @type {const} */ ([id, label])),
  );
  const labels = new Map([...items, ...owed]);
  const field = choice({
    path: "ownPart.invited",
    question: INVITED.part,
    options: [
      ...[...labels].map(([value, label]) => ({ value, label: capital(label) })),
      { value: NONE_OF_THESE, label: INVITED.noPart },
    ],
    required: INVITED.partRequired,
  });
  return Object.assign(field, { isOfThePage: true });
}

function roleOf(field) {
  return field.read() === NONE_OF_THESE ? SOMEBODY_INVITED : field.read();
}

// --------------------------------------------------------------------------------------------------------- the answer

function show(further, { decision, facts: { area, meetingType, role }, fields }) {
  further.take(decision.ask, fields);
  const known = knownFacts(area, { meetingType });
  const meeting = chooseMeeting(known);
  const attendees = listAttendees(known);
  const due = listDeadlines(known);
  const mine = decision.answer.items.filter(
    ({ by, phase }) => by.includes(role) || (by.length === 0 && phase === "before"),
  );
  const before = mine.filter(({ phase, principle }) => !principle && phase !== "after");
  const after = mine.filter(({ phase, principle }) => !principle && phase === "after");
  const principles = decision.answer.items.filter(
    ({ item, principle, by }) => principle && item !== NOT_ASKED_TO_DECIDE && (by.length === 0 || by.includes(role)),
  );
  const { required, expected, chair } = attendees.answer;
  const others = [...required, ...expected].filter(({ agency }) => agency !== role).map(({ label }) => label);
  return {
    card: [
      heading(1, INVITED.youAreInvited(titleOf(meetingType))),
      inSixSentences({ role, meeting, before, decision, due }),
    ],
    top: tableOfTheMeeting(others, chair && COMMON.or(chair.labels)),
    askFields: further.fields(),
    others: [attendees, due],
    folds: [
      section(INVITED.what, purposes(meeting)),
      section(INVITED.who, whoIsThere(attendees)),
      itemsSection(INVITED.toDo, before, before.length === 0 && paragraph(NOT_SAID)),
      section(INVITED.doIDecide, doIDecide(known, decision)),
      duties(INVITED.owed, {
        ...due,
        answer: { deadlines: due.answer.deadlines.filter(({ by }) => by.some(({ id }) => id === role)) },
      }),
      duties(INVITED.sentRound, {
        ...due,
        answer: {
          deadlines: due.answer.deadlines.filter(
            ({ by, documents }) => documents.length > 0 && !by.some(({ id }) => id === role),
          ),
        },
      }),
      itemsSection(INVITED.afterwards, after),
      itemsSection(INVITED.keepInMind, principles),
    ],
    links: [linkTo("checklists", INVITED.goThrough)],
  };
}

/**
 * What it is, where to look, what to bring, that they do not decide, what they will get, whom to ask: a sentence for
 * each.
 */
function inSixSentences({ role, meeting, before, decision, due }) {
  const { what, when, look, bring, decide, get, ask, whom } = INVITED.inSix;
  // Of several sentences the longest says most of what the meeting is for.
  const purpose = rulesOf(meeting)
    .map(({ sentence }) => sentence)
    .toSorted((one, other) => other.length - one.length)[0];
  const theirs = before.filter(({ by }) => by.includes(role));
  const facts = theirs.find(({ item }) => item === FACTS_READY) ?? theirs[0];
  const told = decision.answer.items.find(({ item }) => item === NOT_ASKED_TO_DECIDE);
  const sent = due.answer.deadlines.find(
    ({ documents, to }) => documents.length > 0 && to.some(({ id }) => [role, ...EVERYBODY].includes(id)),
  );
  return inShort(
    [what, purpose ?? NOT_SAID],
    [when, look],
    [bring, facts?.text ?? NOT_SAID],
    [decide, told?.text ?? NOT_SAID],
    [get, sent?.what ?? NOT_SAID],
    [ask, whom],
  );
}

function rulesOf(meeting) {
  return [...meeting.because, ...meeting.alsoApplies].filter(({ provisional }) => !provisional);
}

/** What the documents say of the meeting by itself, whoever it is about. */
function purposes(meeting) {
  const rules = rulesOf(meeting);
  return rules.length > 0 ? make("ul", { class: "rules" }, rules.map((rule) => ruleLine(rule))) : paragraph(NOT_SAID);
}

function whoIsThere(attendees) {
  const { required, expected, chair } = attendees.answer;
  const people = [...required, ...expected];
  return [
    people.length > 0 &&
      make(
        "ul",
        { class: "people" },
        people.map(({ label, why, force, rule }) =>
          make(
            "li",
            { class: "person" },
            make("p", null, make("strong", null, capital(label)), " ", forceTag(force)),
            make("p", null, why),
            make("p", { class: "quiet" }, placeOf(attendees, rule)),
          ),
        ),
      ),
    chair && paragraph(TABLE_PICTURE.inTheChair(COMMON.or(chair.labels))),
  ];
}

/** What the documents say to somebody invited, and of somebody who may not decide for their agency. */
function doIDecide(known, { answer }) {
  const told = answer.items.filter(({ item }) => item === NOT_ASKED_TO_DECIDE);
  const { cautions } = listAttendees({ ...known, attendees: [{ agency: "your-agency", canDecide: false }] });
  const senior = cautions.filter(({ code }) => code === NOT_SENIOR);
  if (told.length + senior.length === 0) return paragraph(NOT_SAID);
  const line = ({ text, byLabels, place, id }) =>
    make(
      "div",
      { class: "rule" },
      make("p", null, text),
      make("p", { class: "quiet" }, `${SHARED.forWhom(byLabels.join("; "))} ${RULES.sourceIn(place, id)}`),
    );
  return [told.map(line), senior.map(({ text }) => make("div", { class: "rule" }, make("p", null, text)))];
}
