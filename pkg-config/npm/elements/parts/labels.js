// Every word that the elements say for themselves. What is said of a rule comes from the library and stands nowhere here.

export const DANGER = { before: "If a child is in immediate danger, ", strong: "call 999 now", after: ". Do not wait for a meeting." };

export const PROTECT = {
  question: "Does the child need protecting today?",
  answers: [
    { value: true, label: "Yes" },
    { value: false, label: "No" },
    { value: "unknown", label: "I am not sure" },
  ],
  required: "Select yes if the child needs protecting today",
  actNow:
    "Speak to the duty team now; outside office hours, to the emergency duty team. These documents hold no phone number: ask your manager. Then carry on here to plan the meeting, for today.",
};

export const NO_ANSWER = "There is no answer here";
export const NOT_STARTED =
  "The rules could not be started in this browser. Follow your partnership’s procedure, and speak to children’s social care.";

export const WHY = "Why, and what this rests on";

export const ASKED = {
  heading: "To settle this",
  answers: [
    { value: true, label: "Yes" },
    { value: false, label: "No" },
    { value: "unknown", label: "Not known" },
  ],
  date: "date",
  separate: "Separate them with commas.",
  wholeNumber: "Enter a whole number",
  follow: (left) => (left === 1 ? "1 more follows." : `${left} more follow.`),
};

export const ATTENDANCE = {
  caption: "Who was asked, and who came",
  columns: ["Agency", "As the documents say", "State"],
  choose: "Not recorded yet",
  states: [
    { value: "not-asked", label: "Not asked" },
    { value: "asked-no-reply", label: "Asked, no reply" },
    { value: "coming", label: "Coming" },
    { value: "came", label: "Came", attendance: "in-person" },
    { value: "sent-a-report", label: "Sent a report", attendance: "written-return-only" },
    { value: "did-not-come", label: "Did not come", attendance: "absent" },
  ],
  untilSettled: "Until this is settled",
  minimum: { true: "The minimum is met.", false: "The minimum is not met.", not_established: "These documents do not settle whether a minimum is met." },
  notThere: (agencies) => `Needed and not there: ${agencies}.`,
  stillToAsk: (agencies) => `Still to ask: ${agencies}.`,
  required: "Select a state for everybody who must be there",
};

export const ACTION = { met: "There", open: "Still to add" };

export const RECORD = {
  heading: "To record",
  complete: "Complete",
  open: "Not complete",
  recommended: "Recommended",
  excluded: "Bases not open here",
  title: "The record",
  id: "Record",
  made: "Made",
  hash: "SHA-256",
  required: "Answer the questions that the record still lacks",
};

export const DEADLINES = {
  caption: "What falls due",
  columns: ["What", "When", "Who"],
  onceKnown: (question) => `Once known: ${question}`,
  noTime: "The document gives no time",
  range: (earliest, latest) => `${earliest} to ${latest}`,
  overdue: "Overdue",
  settled: "Until this is settled",
  picture: "Each bar begins where its own time begins. A diamond is the next, a tick is done, a ring has not begun. Saturdays and Sundays are shaded.",
  copy: "Copy this list",
  copied: "Copied",
  refused: "Copying was refused. The text is selected: copy it from here.",
  text: "Text to copy",
};

export const CHECKLIST = {
  phases: { before: "Before", during: "During", after: "After", always: "Always" },
  principles: "Principles",
  done: "Completed",
  open: "Incomplete",
  optional: "optional",
  required: "Tick everything that must be ready",
};

export const SOURCE = { none: "No rule of this name was found." };
