// Who must be there?

import { describePacks } from "safeguarding-rules";
import {
  COMMON, choice, heading, inWhatForm, notToBeThere, text, under, whoRunsIt, yesNoNotSure,
} from "safeguarding-rules/parts";
import { areaField } from "../parts/areas.js";
import { fold } from "../parts/folds.js";
import { inShort, inTheChair, notSettled } from "../parts/in-short.js";
import { questionPage } from "../parts/question-page.js";
import { attendanceMatrix } from "../parts/attendance.js";
import { GUIDE, SHARED, WHO } from "../words.js";

const MEETINGS = [
  { value: "strategy", label: SHARED.strategyMeetingOrDiscussion },
  { value: "s47", label: SHARED.section47 },
  { value: "mash", label: SHARED.mash },
  { value: "cp-conference", label: SHARED.conference },
];

export function who() {
  return questionPage({
    name: "who",
    title: SHARED.whoMustBeThere,
    group: "guide",
    steps: [{ begin, submitText: SHARED.showTheAnswer }],
    question: "listAttendees",
    show,
  });
}

function begin() {
  const known = describePacks();
  const suggestions = known.agencies.map(({ id }) => id.replaceAll("-", " "));
  const question = (path) => known.facts.find((fact) => fact.path === path)?.question;
  const fields = [
    areaField(),
    choice({
      path: "meetingType",
      question: SHARED.whichMeeting,
      options: MEETINGS,
      required: SHARED.whichMeetingRequired,
    }),
    yesNoNotSure({ path: "child.lookedAfter", question: question("child.lookedAfter") ?? WHO.lookedAfter }),
    text({ path: "referrer", question: WHO.referrer, hint: WHO.referrerHint, suggestions }),
    text({
      path: "services",
      question: WHO.services,
      hint: WHO.servicesHint,
      many: true,
    }),
    grownUp(question("subject.ageGroup")),
  ];
  return { fields: () => fields, parts: fields.map((field) => field.element) };
}

/** Some meetings are about adults too: then the answer asks, and what is answered there is kept here. */
function grownUp(question) {
  const field = choice({
    onlyIf: () => field.read() !== undefined,
    path: "subject.ageGroup",
    question: question ?? WHO.isAdult,
    options: [
      { value: "adult", label: COMMON.yes },
      { value: "child", label: COMMON.no },
      { value: "unknown", label: COMMON.notSure },
    ],
    inline: true,
  });
  return field;
}

function show({ decision, facts }) {
  const { answer } = decision;
  const named = [answer.required, answer.expected, answer.optional].flat().length;
  return {
    card: [heading(1, answer.heading), notSettled(decision), inShort(inTheChair(decision))],
    folds: [
      fold(
        SHARED.whoIsNeeded,
        GUIDE.people(named),
        attendanceMatrix({ decision, facts }),
        under(1, () => notToBeThere(decision)),
      ),
      whoRunsIt(decision),
      inWhatForm(decision),
    ],
  };
}
