// Every word that the elements say for themselves, and the parts that other pages build on. What is said of a rule comes
// from the library, which has a catalogue of its own, and stands nowhere here. What depends on a number, a name or a date
// is a function of it.

/** Dates and times of day. A date is spoken as in "Monday 4 January 2027". */
export const DATES = {
  weekdays: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
  shortWeekdays: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
  months: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
  shortMonths: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
  date: (weekday, day, month, year) => `${weekday} ${day} ${month} ${year}`,
  dateWithoutYear: (weekday, day, month) => `${weekday} ${day} ${month}`,
  month: (month, year) => `${month} ${year}`,
  weekday: (weekday, day) => `${weekday} ${day}`,
  moment: (date, time) => `${date}, ${time}`,
  midday: "midday",
  midnight: "midnight",
  time: (hours, minutes) => `${hours % 12 || 12}${minutes === 0 ? "" : `:${String(minutes).padStart(2, "0")}`}${hours < 12 ? "am" : "pm"}`,
};

/** How long, until when and how often. */
export const LIMITS = {
  hours: (number) => (number === 1 ? "1 hour" : `${number} hours`),
  days: (number) => (number === 1 ? "1 day" : `${number} days`),
  workingDays: (number) => (number === 1 ? "1 working day" : `${number} working days`),
  weeks: (number) => (number === 1 ? "1 week" : `${number} weeks`),
  months: (number) => (number === 1 ? "1 month" : `${number} months`),
  within: (length) => `within ${length}`,
  before: (length) => `${length} before`,
  sameDay: "the same day",
  byThen: "by then",
  asSoonAsPracticable: "as soon as practicable",
  every: (length) => `every ${length}`,
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
  or: (alternatives) => alternatives.join(" or "),
  untilSettled: "Until this is settled",
  notSettled: "Not settled yet",
  why: "Why",
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
  fault: "This could not be shown. Expected a page whose scripts leave the built-in objects as they are.",
  notStarted: "The rules could not be started in this browser. Follow your partnership’s procedure, and speak to children’s social care.",
};

/** A compact form's one button. */
export const COMPACT = { open: "Show all of it", close: "Show less" };

export const WHY = "Why, and what this rests on";

/** The fields of a form, and what is wrong with what was entered. */
export const FIELDS = {
  wholeNumber: (question, most) => `${question.replace(/\?$/, "")}: enter a whole number from 0 to ${most}`,
  incompleteDate: (name) => `${name} must include a day, a month and a year`,
  incompleteTime: (name) => `The time for “${name}” must include hours and minutes`,
  timeWithoutDate: (name) => `Enter the ${name}, or clear its time`,
  incompleteYear: (name) => `${name} must include a year with 4 numbers`,
  notYet: (name) => `${name} must be today or in the past`,
  today: (weekday) => `Today (${weekday})`,
  yesterday: (weekday) => `Yesterday (${weekday})`,
  anotherDate: "Another date",
};

/** How strongly a rule asks, as a tag beside its sentence. */
export const FORCE = { must: "must", should: "should", may: "may" };

/** How an answer shows what it rests on. */
export const RULES = {
  check: "Check this against your partnership’s current procedure.",
  untilSettled: "Until the open questions are settled, a rule that may apply is treated as applying.",
  alsoApplies: "Also applies",
  setAside: "Set aside",
  setAsideBecause: "Set aside: ",
  ownLastDay: (date) => `Its own last day: ${date}.`,
  documentSays: "The document says: ",
  source: (document, place, rule) => `${document}, ${place}. Rule ${rule}.`,
  sourceIn: (place, rule) => `${place}. Rule ${rule}.`,
  rule: (rule) => `Rule ${rule}.`,
  inRuleBook: (rule) => `Rule ${rule} in the rule book`,
  strength: "Strength: ",
  forceNote: (force, note) => `“${force}”: ${note}`,
  reading: (reading) => `How it was read: ${reading}`,
  bearInMind: "Bear in mind",
  more: (number) => `${number} more`,
  day: (number) => `Day ${number}`,
  dayItself: "The day itself",
  notCounted: (why) => `Not counted: ${why}`,
  counted: "We counted",
  countedCaption: "Each day from the start to the last day",
  countedColumns: ["Day", "Counted"],
  basis: "What this rests on",
  replaced: (by) => `Replaced since by ${by}.`,
  pack: (id, version, hash) => `Rule pack ${id}, version ${version}, ${hash}.`,
  loadedByYou: (title) => `${title} (loaded by you: no part of this page)`,
  workedOut: "Worked out on",
  londonTime: (moment) => `${moment}, London time`,
  workedOutOn: (moment) => `Worked out on ${moment}, London time.`,
  library: "Library version",
  bankHolidays: "Bank holidays known until",
  attested: "Attested",
  attestation: "Every question not answered was considered and is a no.",
};

export const TIMESCALE = {
  today: "Hold it today",
  atTheLatest: "At the latest",
  lastDay: (date) => `The last day was ${date}`,
  late: (days) => `Late by ${LIMITS.days(days)}`,
  isToday: "Today",
  isTomorrow: "Tomorrow",
  suggestion: (date) => `Our suggestion: aim for ${date}.`,
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
  follow: (left) => (left === 1 ? "1 more follows." : `${left} more follow.`),
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
  notThere: (agencies) => `Needed and not there: ${agencies}.`,
  stillToAsk: (agencies) => `Still to ask: ${agencies}.`,
  required: "Select a state for everybody who must be there",
};

export const ACTION = { met: "There", open: "Still to add" };

export const RECORD = {
  heading: "To record",
  complete: "Complete",
  open: "Not complete",
  recommended: (place) => `Recommended: ${place}`,
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
  onceKnown: (question) => `Once known: ${question}`,
  noTime: "The document gives no time",
  range: (earliest, latest) => `${earliest} to ${latest}`,
  overdue: "Overdue",
  picture: "Each bar begins where its own time begins. A diamond is the next, a tick is done, a ring has not begun. Saturdays and Sundays are shaded.",
  copy: "Copy this list",
};

export const CHECKLIST = {
  phases: { before: "Before", during: "During", after: "After", always: COMMON.always },
  principles: "Principles",
  done: "Completed",
  open: "Incomplete",
  optional: (item) => `${item} (optional)`,
  required: "Tick everything that must be ready",
};

export const SOURCE = { none: "No rule of this name was found." };
