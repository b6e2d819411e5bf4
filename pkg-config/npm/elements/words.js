// Every word that the elements say for themselves, and the parts that other pages build on. What is said of a rule comes
// from the library, which has a catalogue of its own, and stands nowhere here. What depends on a number, a name or a date
// is a function of it: `says` gives one of a sentence with places, which a portal can put its own in the place of.

import { counts, says } from "./parts/says.js";

/** Dates and times of day. A date is spoken as in "Monday 4 January 2027". */
export const DATES = {
  weekdays: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
  shortWeekdays: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
  months: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
  shortMonths: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
  date: says("{weekday} {day} {month} {year}"),
  dateWithoutYear: says("{weekday} {day} {month}"),
  month: says("{month} {year}"),
  weekday: says("{weekday} {day}"),
  moment: says("{date}, {time}"),
  midday: "midday",
  midnight: "midnight",
  morning: says("{time}am"),
  afternoon: says("{time}pm"),
  time: (hours, minutes) => DATES[hours < 12 ? "morning" : "afternoon"](`${hours % 12 || 12}${minutes === 0 ? "" : `:${String(minutes).padStart(2, "0")}`}`),
};

/** How long, until when and how often. */
export const LIMITS = {
  hours: counts({ one: "1 hour", other: "{number} hours" }),
  days: counts({ one: "1 day", other: "{number} days" }),
  workingDays: counts({ one: "1 working day", other: "{number} working days" }),
  weeks: counts({ one: "1 week", other: "{number} weeks" }),
  months: counts({ one: "1 month", other: "{number} months" }),
  within: says("within {length}"),
  before: says("{length} before"),
  sameDay: "the same day",
  byThen: "by then",
  asSoonAsPracticable: "as soon as practicable",
  every: says("every {length}"),
  everyWeek: "every week",
  everyQuarter: "every quarter",
};

/** What several of the parts say. */
export const COMMON = {
  yes: "Yes",
  no: "No",
  notSure: "Not sure",
  iAmNotSure: "I am not sure",
  notKnown: "Not known",
  date: "Date",
  time: "Time",
  agency: "Agency",
  state: "State",
  what: "What",
  when: "When",
  who: "Who",
  error: "Error: ",
  either: says("{first} or {second}"),
  or: (alternatives) => (alternatives.length > 0 ? alternatives.reduce((first, second) => COMMON.either(first, second)) : ""),
  untilSettled: "Until this is settled",
  notSettled: "Not settled yet",
  why: "Why",
  whyAndBasis: "Why, and what this rests on",
  always: "Always",
  copied: "Copied",
  copyingRefused: "Copying was refused. The text is selected: copy it from here.",
  textToCopy: "Text to copy",
  separateByCommas: "Separate them with commas.",
};

export const DANGER = { before: "If a child is in immediate danger, ", strong: "call 999 now", after: ". Do not wait for a meeting." };

export const PROTECT = {
  question: "Does the child need protecting today?",
  required: "Select yes if the child needs protecting today",
  actNow:
    "Speak to the duty team now; outside office hours, to the emergency duty team. These documents hold no phone number: ask your manager. Then carry on here to plan the meeting, for today.",
};

export const REFUSED = {
  title: "There is no answer here",
  unknownSentence: "This message is not known here. `listMessages` names them all.",
  noSentence: "Expected a sentence here.",
  unseen: "Expected one line of at most 2,000 characters, without control, joining or direction characters.",
  otherPlaces: "Expected the places in braces that the sentence has, and no others.",
  fault: "This could not be shown. Expected a page whose scripts leave the built-in objects as they are.",
  notStarted: "The rules could not be started in this browser. Follow your partnership's procedure, and speak to children's social care.",
};

/** A compact form's one button. */
export const COMPACT = { open: "Show all of it", close: "Show less" };

/** The fields of a form, and what is wrong with what was entered. */
export const FIELDS = {
  upTo: says("{question}: enter a whole number from 0 to {most}"),
  wholeNumber: (question, most) => FIELDS.upTo(question.replace(/\?$/, ""), most),
  incompleteDate: says("{name} must include a day, a month and a year"),
  incompleteTime: says("The time for “{name}” must include hours and minutes"),
  timeWithoutDate: says("Enter the {name}, or clear its time"),
  incompleteYear: says("{name} must include a year with 4 numbers"),
  notYet: says("{name} must be today or in the past"),
  today: says("Today ({weekday})"),
  yesterday: says("Yesterday ({weekday})"),
  anotherDate: "Another date",
  enterDate: says("Enter the {name}"),
};

/** How strongly a rule asks, as a tag beside its sentence. */
export const FORCE = { must: "must", should: "should", may: "may" };

/** How an answer shows what it rests on. */
export const RULES = {
  check: "Check this against your partnership's current procedure.",
  untilSettled: "Until the open questions are settled, a rule that may apply is treated as applying.",
  alsoApplies: "Also applies",
  setAside: "Set aside",
  setAsideBecause: "Set aside: ",
  ownLastDay: says("Its own last day: {date}."),
  documentSays: "The document says: ",
  source: says("{document}, {place}. Rule {rule}."),
  sourceIn: says("{place}. Rule {rule}."),
  rule: says("Rule {rule}."),
  inRuleBook: says("Rule {rule} in the rule book"),
  strength: "Strength: ",
  forceNote: says("“{force}”: {note}"),
  reading: says("How it was read: {reading}"),
  bearInMind: "Bear in mind",
  more: says("{number} more"),
  day: says("Day {number}"),
  dayItself: "The day itself",
  notCounted: says("Not counted: {why}"),
  counted: "We counted",
  countedCaption: "Each day from the start to the last day",
  countedColumns: ["Day", "Counted"],
  basis: "What this rests on",
  replaced: says("Replaced since by {by}."),
  pack: says("Rule pack {id}, version {version}, {hash}."),
  ownPack: says("{title} (loaded by you or your portal: no part of the library)"),
  workedOut: "Worked out on",
  londonTime: says("{moment}, London time"),
  workedOutOn: says("Worked out on {moment}, London time."),
  library: "Library version",
  bankHolidays: "Bank holidays known until",
  attested: "Attested",
  attestation: "Every question not answered was considered and is a no.",
};

export const TIMESCALE = {
  today: "Hold it today",
  atTheLatest: "At the latest",
  lastDay: says("The last day was {date}"),
  lateBy: says("Late by {length}"),
  late: (days) => TIMESCALE.lateBy(LIMITS.days(days)),
  isToday: "Today",
  isTomorrow: "Tomorrow",
  suggestion: says("Our suggestion: aim for {date}."),
  passed: "Passed",
  nextLimit: "Next limit",
};

/** Who comes to a meeting, and in what form. */
export const PEOPLE = {
  formats: {
    meeting: "One multi-agency meeting",
    "conference-call": "One conference call",
    telephone: "A discussion by telephone",
    "serial-phone-calls": "One phone call after another",
  },
  required: "Must be there",
  expected: "Expected",
  optional: "May be invited",
  excluded: "Not to be there",
  openList: "The document says that its list is open: others may be added.",
  parts: { "part-one": "First part", "part-two": "Second part" },
  whoRunsIt: "Who runs it",
  chair: "Chair",
  administrator: "Administrator",
  leadProfessional: "Lead professional for now",
  inWhatForm: "In what form",
};

/** The questions that an answer leaves open. */
export const ASKED = {
  heading: "To settle this",
  date: "date",
  wholeNumber: "Enter a whole number",
  follow: counts({ one: "Then 1 more.", other: "Then {left} more." }),
};

export const ATTENDANCE = {
  caption: "Who was asked, and who came",
  columns: [COMMON.agency, "As the documents say", COMMON.state],
  choose: "Not recorded yet",
  states: {
    notAsked: "Not asked",
    askedNoReply: "Asked, no reply",
    coming: "Coming",
    came: "Came",
    sentReport: "Sent a report",
    didNotCome: "Did not come",
  },
  minimum: { true: "The minimum is met.", false: "The minimum is not met.", not_established: "These documents do not settle whether a minimum is met." },
  notThere: says("Needed and not there: {agencies}."),
  stillToAsk: says("Still to ask: {agencies}."),
  required: "Select a state for everybody who must be there",
};

export const ACTION = { met: "There", open: "Still to add" };

export const RECORD = {
  heading: "To record",
  complete: "Complete",
  open: "Not complete",
  recommended: says("Recommended: {place}"),
  excluded: "Bases not open here",
  title: "The record",
  id: "Record",
  made: "Made",
  hash: "SHA-256",
  required: "Answer the questions that the record still lacks",
};

export const DEADLINES = {
  caption: "What falls due",
  columns: [COMMON.what, COMMON.when, COMMON.who],
  onceKnown: says("Once known: {question}"),
  noTime: "The document gives no time",
  range: says("{earliest} to {latest}"),
  overdue: "Overdue",
  picture: "Each bar begins where its own time begins. A diamond is the next, a tick is done, a ring has not begun. Saturdays and Sundays are shaded.",
  copy: "Copy this list",
};

export const CHECKLIST = {
  phases: { before: "Before", during: "During", after: "After", always: COMMON.always },
  principles: "Principles",
  done: "Completed",
  open: "Incomplete",
  optional: says("{item} (optional)"),
  required: "Tick everything that must be ready",
};

export const SOURCE = { none: "No rule of this name was found." };
