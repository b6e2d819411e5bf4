// Who must be there?

import { describePacks, listAttendees } from "safeguarding-rules";
import { areaField } from "../parts/areas.js";
import { choice, text, yesNoNotSure } from "../../pkg-config/npm/elements/parts/fields.js";
import { questionPage } from "../parts/question-page.js";
import { whoIsThere } from "../../pkg-config/npm/elements/parts/people.js";
import { whoTookPart } from "../parts/attendance.js";

const MEETINGS = [
  { value: "strategy", label: "Strategy meeting or discussion" },
  { value: "s47", label: "Section 47 enquiry" },
  { value: "mash", label: "Multi-agency safeguarding hub (MASH)" },
  { value: "cp-conference", label: "Child protection conference" },
];

export function who() {
  return questionPage({
    name: "who",
    title: "Who must be there?",
    submitText: "Show the answer",
    begin,
    decide: listAttendees,
    show,
  });
}

function begin() {
  const known = describePacks();
  const suggestions = known.agencies.map(({ id }) => id.replaceAll("-", " "));
  const question = (path) => known.facts.find((fact) => fact.path === path)?.question;
  const fields = [
    areaField(),
    choice({ path: "meetingType", question: "Which meeting?", options: MEETINGS, required: "Select which meeting it is" }),
    yesNoNotSure({ path: "child.lookedAfter", question: question("child.lookedAfter") ?? "Is the child looked after by the local authority?" }),
    text({ path: "referrer", question: "Who made the referral? (optional)", hint: "The agency or service, not a name. For example school or health visitor.", suggestions }),
    text({
      path: "services",
      question: "Which services do the child or family receive? (optional)",
      hint: "Separate them with commas. For example GP, nursery, domestic abuse service.",
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
    question: question ?? "Is the person 18 or over?",
    options: [
      { value: "adult", label: "Yes" },
      { value: "child", label: "No" },
      { value: "unknown", label: "Not sure" },
    ],
    inline: true,
  });
  return field;
}

function show({ decision, facts }) {
  const { answer } = decision;
  return {
    title: answer.heading,
    middle: [whoIsThere(decision), whoTookPart({ decision, facts })],
  };
}
