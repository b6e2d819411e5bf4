// Every word of this page that a person reads or hears, by the module that says it; what several of them say stands in
// SHARED. For another language this file is translated, and pkg-config/npm/elements/words.js beside it: the words of
// the parts that the page has in common with the elements of the npm package, dates among them. Sentences about rules
// come from the library, which has a catalogue of its own: see MESSAGES.
//
// What depends on a number, a name or a date is a function of it.

/** The language of these words, as a browser is told it. */
export const LANGUAGE = "en-GB";

/** The library's sentences in this language, by their names in its messages.csv. It has the English ones itself. */
export const MESSAGES = {};

/** The page itself. index.html and manifest.webmanifest are filled from here when the page is made. */
export const PAGE = {
  name: "Safeguarding rules",
  shortName: "Safeguarding",
  description:
    "How soon must the strategy meeting be held, who must be there, is each action complete, and on what basis may information be shared: each answer with its source.",
  installed:
    "How soon to meet, who must be there, what must be ready and recorded: each answer with its source. Works without a network.",
  askedAgain: "Time has passed, so the answer was worked out again.",
  skip: "Skip to main content",
  opening: "Opening…",
  partsOfPage: "Parts of this page",
  quarter: "Quarter",
  aboutPage: "About this page",
  forDevelopers: "For developers",
  forAuthors: "Write your own pack",
  informs:
    "This page informs. People decide, under their own partnership's procedure. It is not a government, NHS or council service.",
  whatYouType:
    "What you type stays in this tab and is gone when you close it, unless you download a copy or keep a draft. The page has no code that sends it, and the browser is told to block any that tried.",
  about: {
    sharing: "What was shared, with whom and why, and whether the family was told.",
    disagreement: "The next step where people disagree, and what must be on record before it.",
    absent: "Who was needed and not there, and how their views were heard.",
    forms:
      "The record of decisions, the detailed action plan and the other forms that the documents name, and to whom each goes.",
    family:
      "Why information was shared, with whom and what happens next: only where the record says that they were told.",
  },
  notStarted: {
    title: "This page has not started",
    why: "A part of it did not arrive, or this browser cannot run it. There is no answer here. Check the connection, then load the page again.",
    needsScript: "The page works out its answers in your browser, and needs JavaScript to be allowed.",
    untilThen: "Until it opens, follow your partnership's procedure, and speak to children's social care.",
  },
  notShown: {
    title: "This part of the page could not be shown",
    about:
      "There is no answer here. What you entered is kept. Follow your partnership's procedure, and speak to children's social care.",
  },
  answer: "Answer",
};

/** What several of them say. */
export const SHARED = {
  guide: "Guide",
  checklists: "Checklists",
  actions: "Actions",
  records: "Records",
  rules: "Rules",
  numberOfRules: (number) => (number === 1 ? "1 rule" : `${number} rules`),
  settings: "Settings",
  whatIsKept: "What this page keeps",
  downloadOrOpen: "Download or open a copy",
  startAgain: "Start again",
  basisForSharing: "Basis for sharing",
  disagreement: "Disagreement",
  notPresent: "People not present",
  formsToPrint: "Forms to print",
  familyPage: "A page for the family",
  deadline: "Deadline",
  source: "Source",
  downloadTable: "Download as a table (CSV)",
  useThisTime: "Use this time",
  minimumMet: "The minimum is met",
  minimumOpen: "These documents do not settle whether a minimum is met",
  next: "Next",
  done: "Done",
  late: "Late",
  afterTheMeeting: "After the meeting",
  forWhom: (people) => `For: ${people}.`,
  another: "Another",
  noneOfThese: "None of these",
  strategyMeetingOrDiscussion: "Strategy meeting or discussion",
  section47: "Section 47 enquiry",
  mash: "Multi-agency safeguarding hub (MASH)",
  conference: "Child protection conference",
  professionalsMeeting: "Professionals' meeting",
  whichMeeting: "Which meeting?",
  whichMeetingRequired: "Select which meeting it is",
  aRole: "A role, not a name.",
  whatComesBefore: "What comes before",
  continue: "Continue",
  print: "Print",
  change: "Change",
  theAnswerTo: (question) => `the answer to: ${question}`,
  rulesChanged: "The rules changed since you got this answer. Check again.",
  measure: "Measure",
  notRecorded: "Not recorded",
  of: (count, of) => `${count} of ${of}`,
  makeTheRecord: "Make the record",
  noNames: "Do not enter names.",
  minimumNotMet: "The minimum is not met",
  remove: "Remove",
  downloadCopy: "Download a copy",
  noRule: "No rule in these documents covers this. Ask your safeguarding lead.",
  planStrategy: "Plan a strategy meeting",
  to: (people) => `To: ${people}.`,
  whatWasShared: "What was shared",
  teamAroundTheChild: "Team around the child",
  whenMustWeMeet: "When must we meet?",
  showTheAnswer: "Show the answer",
  showThePlan: "Show the plan",
  printItsForm: "Print the form for it",
  goThroughChecklists: "Go through the checklists",
  planThis: (route) => `Plan this: ${route}`,
  allAgreed: "All agreed",
  someAgreed: "Some agreed",
  notAgreed: "They did not agree",
  theQuarter: "The quarter",
  lastChecked: (date) => `Last checked on ${date}.`,
  whoMustBeThere: "Who must be there?",
  whereThisLeads: "Where this leads",
  whoIsNeeded: "Who is needed",
  andMore: (number) => `And ${number} more.`,
  notSupplied: (document) => `${document}: named, and not supplied with the document. Use your partnership's own.`,
  noTool:
    "The part of this page that makes and reads such files could not be loaded. Connect to a network, open the page again and try once more.",
  noWorkshop:
    "The part of this page that checks and compares packs could not be loaded. Connect to a network, open the page again and try once more.",
};

export const CALENDAR = {
  summary: (title) => `Deadline: ${title}`,
};

export const BESIDE = {
  failed: "This is too much for this browser, so it was not read. Choose a smaller file, or another.",
};

export const COPY_FILE = {
  notACopy: "This file is no copy of a case from this page. Choose a file that was downloaded here.",
  newer: "This copy was made by a newer version of this page. Update the page, then open the copy again.",
  incomplete: "Part of this copy is missing, so it was not opened. Choose another copy.",
  tooLarge:
    "This file is larger than 5 MB, as no copy of a case from this page is. Choose a file that was downloaded here.",
  withLastDay: (heading, day) => `${heading} Last day: ${day}.`,
  noLastDay: "none",
  damaged: "This file cannot be read: it is cut off or damaged. Choose another copy.",
};

export const EXPORTS = {
  notMade: "No file was made",
  columns: {
    due: "Due",
    isoDate: "Date (ISO)",
    force: "Force",
    check: "Check",
  },
  addToCalendar: "Add to calendar",
  downloadCase: "Download a copy (JSON)",
  rules: (rules, source) => `Rules: ${rules}. ${source}`,
  mayBeSeen: "A shared calendar may show this to others.",
  notKnownYet: "Not known yet",
  source: (title, version, hash) => `${title}, version ${version}, ${hash}`,
  files: {
    calendar: "deadlines.ics",
    table: "deadlines.csv",
    case: "case.json",
  },
};

export const MEETINGS_FILE = {
  notJson: "This file cannot be read as a list of meetings: it is not JSON, or it is cut off.",
  cells:
    "This line has more cells than the first, so it was left out. Put text that holds the separating sign in quotation marks.",
  unreadable: "This file cannot be read.",
  tooLarge: "This file is larger than 60 MB, so it was not read. Choose a file of one quarter.",
  tooManyLines:
    "This file has more than 400,000 lines, so it was not read. Leave out the empty ones, or choose a file of one quarter.",
  tooManyCells:
    "This file has more than 8,000,000 cells, so it was not read. Leave out columns, or choose a file of one quarter.",
  tooManyGroups: "This file has more than 1,000,000 entries, so it was not read. Choose a file of one quarter.",
  tooManyProblems: "More than 1,000 things are wrong in this file. The others are not told.",
  tooManyColumns:
    "The first line has more than 5,000 columns, so the file was not read. Choose the separating sign of the file, or leave out columns.",
  empty: "This file is empty.",
  noLines: "This file holds the names of columns and no meeting.",
  noNames:
    "The first line names no column that is known. It must hold the names of the columns, such as ref, ended and agency.",
  unknownColumn: (letter) => `Column ${letter} is not known by its name and was left out.`,
  columnTwice: (column) => `The column “${column}” stands there twice. The first is read.`,
  missingColumn: (column) => `The column “${column}” is missing.`,
  noReference: "This line has no reference of a meeting, so it was left out.",
  whichMeeting:
    "This line does not say when the meeting ended, and there are several under its reference, so it was left out.",
  contradicts: (column, line) =>
    `“${column}” says something else than line ${line} about the same meeting. It counts as not recorded.`,
  monthFirst:
    "Some dates here can only be read with the month first. A date that could be read either way counts as not recorded: write dates with the year first.",
  notYesOrNo: (column) => `“${column}” must be yes, no or blank.`,
  notAText: (column) => `“${column}” must be a word or blank.`,
  notADate: (column) =>
    `“${column}” must be a date such as 2026-09-30 or 30/09/2026, or a date and time such as 30/09/2026 14:30.`,
};

export const CASES_FILE = {
  notJson:
    'This file cannot be read as a list of cases. Each needs a reference and facts: { "ref": "A1", "facts": { … } }.',
};

export const CASES = {
  title: "Open cases",
  readHere:
    "A file of open cases becomes a list, by what is due first. It is read here, in your browser. Nothing is uploaded.",
  aboutCsv:
    "A CSV file has one line for each case. Use references, never names. What is blank is not known. Dates have the day first, or the year.",
  areaHint: "For each case whose line names no area.",
  file: "Open cases (CSV or JSON)",
  fileRequired: "Choose a file of open cases",
  show: "Show what is due",
  working: "Working out what is due",
  read: (cases) => (cases === 1 ? "1 case was read." : `${cases} cases were read.`),
  refused: (ref, field, message) =>
    `${[ref, field].filter(Boolean).join(", ")}: ${message}. This case is not in the list.`,
  summary: ({ open, late, mayBeLate, dueToday }) =>
    [
      open === 1 ? "1 open case" : `${open} open cases`,
      late > 0 && `${late} overdue`,
      mayBeLate > 0 && `${mayBeLate} may be overdue`,
      dueToday > 0 && `${dueToday} due today`,
    ].filter(Boolean).join(", "),
  workedOut: (moment) => `Worked out on ${moment}.`,
  held: (count) =>
    count === 1
      ? "1 case is left out: its discussion was held."
      : `${count} cases are left out: their discussions were held.`,
  moved: (count) =>
    count === 1 ? "A bank holiday that you added moves 1 date." : `Bank holidays that you added move ${count} dates.`,
  without: (date) => `Without it: ${date}`,
  holidays: "A bank holiday that is not in the list yet is added under ",
  mayBeOverdue: "May be overdue",
  whenDue: "Hold the meeting by",
  csv: {
    reference: "Case",
    standing: "Standing",
    dueBy: "Due by",
    without: "Without added bank holidays",
    settles: "What would settle it",
  },
  files: { example: "open-cases-example.csv", table: "open-cases.csv" },
};

export const AREAS = {
  question: "Whose procedure do you follow?",
  hint: "Asked once, and kept on this device.",
  required: "Select whose procedure you follow",
  notListed: "My area is not listed",
  guideAlone: "The practice guide answers alone.",
  yours: (area) => `Your area: ${area}. `,
  section: "Your area",
  changeArea: "Change your area",
  save: "Keep this area",
};

export const ASKED_IN_PLACE = {
  elsewhere: "Change your answers to settle this.",
  enter: (name) => `Enter the ${name}`,
};

export const ATTENDANCE_TABLE = {
  took: {
    came: "came",
    sentReport: "sent a report and did not come",
    didNotCome: "did not come",
    notRecorded: "is not recorded",
  },
  must: "Must attend",
  should: "Should attend",
  caption: "Who is needed, and where each stands",
  needed: "Needed",
  standing: "So far",
  standingOf: (person) => `${person}: so far`,
  askThem: "Ask them",
  notAskedYet: "Needed and not asked yet: ",
  whoChaired: "Who chaired?",
  somebodyElse: "Somebody else",
  form: "In what form?",
  afterTheMeeting: "After the meeting: was the minimum met?",
  recordFirst: "Record above who came. Then check.",
  checkTheMinimum: "Check the minimum",
  neededToo: (people) => `Needed too: ${people}.`,
  chairNotRecorded: "Who chaired is not recorded.",
  chairValid: "The chair is one that the document names.",
  formValid: "The form is one that the documents allow.",
  ownRecords: (agencies) => `Each makes a record of its own: ${agencies}.`,
  recorded: "Recorded:",
  minimumNotMet: (people) => `The minimum is not met: ${people}`,
  how: (person, took) => `${person} ${took}`,
};

export const CASE_NOTES = {
  copy: "Copy note",
  whole: "Copy whole note",
  more: "More to copy",
  oneLine: "Copy the answer in one line",
  withReasons: "Copy the answer with its reasons",
  everything: "Copy everything on this page",
};

export const DEVICE_CLOCK = {
  clock: "Clock",
  wrong: (today, lastChecked) =>
    `This device's clock says that today is ${today}. These rules were checked after that day, on ${lastChecked}, so the clock is wrong. Correct it, then load this page again: what is late and what “today” means count from it.`,
  zone: "Time zone",
  anotherZone:
    "This device is set to another time zone. Every date and time on this page is London's, “today” and “yesterday” too.",
};

export const DUE = {
  noTimeLimit: "This procedure does not give a time limit. Follow your manager's decision and record it.",
  after: {
    decision: "after the decision to hold it",
    start: "after the meeting starts",
    end: "after the meeting ends",
    request: "after the request is received",
  },
  until: {
    start: "By the start of the meeting",
    proforma: "By the time that the proforma gives",
  },
  states: {
    due: "Due after that",
    waiting: "Not started yet",
  },
  duties: (number) => (number === 1 ? "1 duty" : `${number} duties`),
  dates: (number) => (number === 1 ? "1 date" : `${number} dates`),
  before: "Papers and deadlines",
  atAGlance: "Deadlines at a glance",
  inThisCase: "In this case: ",
  respondBy: (due) => `respond by ${due}.`,
  by: (due) => `By ${due}`,
  from: (question) => `from: ${question}`,
  source: (document, place, rule, date) => `${document}, ${place}. Rule ${rule}. Last checked on ${date}.`,
  papersTo: (people) => `to ${people}`,
  toWhom: "To whom",
  notTo: "Not to",
  how: "How",
  minutesLate: (minutes) => `${minutes} minutes late`,
  inTime: "in time",
  spoc: "SPOC: single point of contact.",
  holidays: (days) => `Bank holidays added in Settings: ${days}.`,
  changeTime: "Change the time it counts from",
  dateRequired: "Enter the date",
  yesOrNo: "Select yes or no",
  useAnswer: "Use this answer",
  whenDone: "When was it done?",
  dateDone: "date it was done",
  dateDoneRequired: "Enter the date it was done",
  recordDone: "Record as done",
  notDone: "Not done after all",
  recordItDone: "Record it as done",
  deadline: "deadline",
  asTable: "The picture as a table",
  tableCaption: "Deadlines, the earliest first",
  wasDue: (due) => `This was due by ${due}. Do it now and record why it was late.`,
  daysLate: (days) => `${days} ${days === 1 ? "day" : "days"} late`,
  moreRules: (number) => (number === 1 ? "1 more rule behind this" : `${number} more rules behind this`),
  at: (time, date) => `${time}, ${date}`,
};

export const DUTIES = {
  byWhen: "By when: ",
  wasDue: "This was due. Do it now and record why it was late.",
  countsFrom: (question) => `It counts from this: ${question}`,
  notTo: (people) => `Not to: ${people}.`,
  ownForm: "On your partnership's own form: the one that the document names was not supplied with it.",
  goesTo: (people) => `It goes to: ${people}.`,
  doesNotGoTo: (people) => `It does not go to: ${people}.`,
  toBy: (people, way) => `To: ${people}, by ${way}.`,
};

export const ANSWERS = {
  purpose: {
    discussing: "Discussing children",
    caseManagement: "Case management",
    disagreement: "Settling a disagreement",
    referral: "A referral",
  },
  locality: {
    northampton: "Northampton",
    wellingborough: "Wellingborough and East Northants",
    kettering: "Kettering and Corby",
    daventry: "Daventry and South Northants",
  },
  accessIssue: {
    school: "School",
    healthCare: "Health care",
    socialCare: "Social care",
  },
  clear: "Clear",
  unclear: "Unclear",
  one: "One",
  twoOrMore: "Two or more",
  meetingKind: {
    planning: "Professional planning",
    disagreements: "Resolving professional disagreements",
    advice: "Professional advice and management",
    strategy: "Strategy discussion",
  },
  authorisedBy: {
    lead: "Designated safeguarding lead",
    lineManager: "Line manager",
    nobodyYet: "Nobody yet",
  },
  objection: {
    strategy: "A strategy discussion",
    proceed: "Going ahead",
    doNotProceed: "Not going ahead",
  },
  leadProfessional: {
    practitioner: "A practitioner",
    parent: "A parent",
    relative: "A relative",
    carer: "A carer",
    youngPerson: "The young person",
  },
  schoolPhase: {
    nursery: "Nursery",
    primary: "Primary",
    secondary: "Secondary",
    special: "Special",
    furtherEducation: "Further education",
  },
  none: "None",
  conference: {
    required: "Required",
    notRequired: "Not required",
  },
  supportedBy: {
    senior: "A senior manager",
    named: "A named professional",
    designated: "A designated professional",
  },
};

/** The library refuses in English alone, beginning with what it expected. */
export const FORM = {
  refusal: (message) => message.replace(/^expected /i, "Enter "),
  tooLong: (most, length) =>
    `Shorten this text to ${most.toLocaleString("en-GB")} characters: it has ${length.toLocaleString("en-GB")}. A longer one cannot be kept in a copy or a draft.`,
};

export const LISTS = {
  met: "On record",
  notMet: "Not on record",
};

export const MEETINGS = {
  mdtCountywide: "Countywide multidisciplinary team meeting (MDT)",
  mdtLocality: "Locality multidisciplinary team meeting (MDT)",
  tacFirst: "Team around the child, first meeting",
  tacReview: "Team around the child, review",
};

export const NO_SUCH_MEETING = {
  title: "No rule here covers this meeting",
  explained: (meeting) =>
    `The documents of the area that you chose say nothing of this meeting: ${meeting}. That does not mean that it may not be held, nor that nothing is needed. Ask your safeguarding lead.`,
  areas: (areas) => `These documents speak of it: ${areas}.`,
  findOut: "Find out which meeting this calls for",
};

/** How old the page is. */
export const AGE = {
  checked: (day) => `The rules in this page were last checked on ${day}.`,
  looked: (day) => `This page last looked for a newer version of itself on ${day}.`,
  neverLooked:
    "This page has not looked for a newer version of itself yet. As one file in a folder it never does: ask whoever gave it to you.",
  old: "This page is old",
  checkedLongAgo: (day) =>
    `The rules in this page were last checked on ${day}, more than six months ago. They may have changed since.`,
  lookedLongAgo: (day) => `This page last looked for a newer version of itself on ${day}, more than six months ago.`,
  untilThen:
    "Connect to load a newer version, or ask whoever gave it to you. Until then check each answer against your local procedure.",
};

export const OFFLINE = {
  newVersion: "New version",
  ready: "New version ready. What you entered is kept.",
  updateNow: "Update now",
  announced: "A new version of this page is ready.",
  renewed: "The page was renewed. What you had entered is here.",
  entered: "What you had entered",
  gone: "The page was renewed, and what you had entered could not be brought back. Enter it again, or open a copy.",
  openACopy: "Open a copy",
  notKept: "This browser will not keep the page for use offline. It still works while you are connected.",
  deleted: {
    title: "This page is not kept on this device any more",
    about:
      "The browser has deleted its copy, and there is no connection to load it again. Connect, then load the page again.",
  },
};

export const PLANNED = {
  reasons: {
    child: "The child is not available",
    agency: "An agency that is essential is not available",
    information: "Information is awaited",
    unsafe: "Sooner would be unsafe",
    interpreter: "An interpreter or an access need",
    elsewhere: "Another reason, recorded elsewhere",
  },
  missing: {
    reason: "the reason",
    decidedBy: "who decided it, by role",
  },
  when: (what) => `When is the ${what} planned?`,
  date: (what) => `date the ${what} is planned`,
  required: (what) => `Enter the date the ${what} is planned`,
  whyLater: "Why later?",
  whyLaterHint: "Only where it is later than the answer says.",
  whoDecided: "Who decided that?",
  needsReason: "Going later than this needs a reason",
  keep: "Keep this plan",
  drop: "No plan any more",
  planned: "Planned: ",
  decidedBy: (role) => `Decided by: ${role}`,
  plannedLater: "Planned, later than the answer says: ",
  notExplained: "Not explained",
  stillToRecord: (missing) => `Still to record: ${missing.join(", and ")}.`,
};

export const PRECONDITIONS = {
  missing: "Still to come",
  met: "There already",
};

export const PROBLEMS = {
  title: "There is a problem",
};

export const QUESTIONS = {
  back: "Back",
  changeAnswers: "Change answers",
  yourAnswers: "Your answers",
  saidThen: (heading) => `It said then: ${heading}`,
  checkAgain: "Check again",
  calendar: "Calendar",
  withThisAnswer: "With this answer",
  points: (number) => (number === 1 ? "1 point" : `${number} points`),
  answers: (number) => (number === 1 ? "1 answer" : `${number} answers`),
  documents: (number) => (number === 1 ? "1 document" : `${number} documents`),
  factsChanged: "You changed an answer. What stands here rests on what you had said before.",
  workOutAgain: "Work it out again",
};

export const TURNED_OVER = {
  title: "The code behind this answer",
  about:
    "For whoever builds a portal with the package safeguarding-rules. The code holds what you entered: paste it only where a case file may go.",
  loaded: "This answer rests on a document that was added here. Give its pack to loadPack first.",
  call: "The call that made this answer",
  answer: "All of the answer",
  element: "The element that answers the same",
  copyCall: "Copy the call",
  copyAnswer: "Copy all of the answer",
  copyElement: "Copy the element",
};

export const TICKS = {
  notKept: "This browser will not keep your ticks. They last until you close the page.",
  noRoom: "There is no room to save on this device. Download a copy now so you do not lose it.",
};

export const QUARTERS = {
  label: (firstMonth, lastMonth, year) => `${firstMonth} to ${lastMonth} ${year}`,
};

/** Short words in the order of the alphabet, and what they stand for. */
export const SHORT_WORDS = {
  words: {
    CAF: "common assessment framework",
    CAMHS: "child and adolescent mental health services",
    CDDFT: "County Durham and Darlington NHS Foundation Trust",
    CFN: "Children First Northamptonshire",
    CRC: "community rehabilitation company",
    EDT: "emergency duty team",
    EHC: "education, health and care",
    FT: "foundation trust",
    HDFT: "Harrogate and District NHS Foundation Trust",
    HIPS: "Hampshire, Isle of Wight, Portsmouth and Southampton",
    LADO: "local authority designated officer",
    MASH: "multi-agency safeguarding hub",
    MDT: "multidisciplinary team",
    NSPCC: "National Society for the Prevention of Cruelty to Children",
    SPOC: "single point of contact",
    TEWV: "Tees, Esk and Wear Valleys NHS Foundation Trust",
    YOS: "youth offending service",
  },
  onThisPage: (words) => `Short words on this page: ${words}.`,
};

export const CALENDAR_PICTURE = {
  lastDay: (days) => `Day ${days} is the last day.`,
  start: "start",
  day: (number) => `day ${number}`,
  allCounted: "Every day in between is counted.",
  notCounted: (days) => `${days} ${days === 1 ? "day is" : "days are"} striped and not counted.`,
};

export const DEADLINE_PICTURE = {
  means: {
    next: "Diamond: the next deadline.",
    due: "Square: due after that.",
    done: "Tick: done.",
    waiting: "Ring and dashes: counts from the meeting, drawn as if it were held at the last moment.",
    late: "Cross: late.",
  },
  late: (labels) => `Late: ${labels}.`,
  next: (label, says) => `Next: ${label}, ${says}.`,
  nothingNext: "Nothing is due next from what is known now.",
  striped: "Striped days are not working days.",
};

export const JOURNEY = {
  here: "You are here",
  caption: (here, station, step, steps) => `${here}: ${station}, step ${step} of ${steps}.`,
};

export const TABLE_PICTURE = {
  you: "You",
  caption: "Your chair is the filled one.",
  others: (others) => `Around the table: ${others.join(", ")}.`,
  noOthers: "These documents do not say who else is there.",
  inTheChair: (labels) => `In the chair: ${labels}.`,
};

export const QUARTER_PICTURE = {
  notShown: "not shown",
  noMeetings: "no meetings",
  howToRead: "Each quarter stands at its first month; a dash is a quarter without a figure.",
  keptBack: "Small counts, and what they could be worked out from, are not shown, so that no child can be recognised.",
  agencyOrTeam: "Agency or team",
  team: (name) => `Team ${name}`,
  caption: "The quarter in numbers",
  howMany: "How many",
  quarters: (first, last) => `${first} to ${last}, in per cent.`,
  quartersCaption: "The quarters in numbers",
  all: "All",
  noneMoved: "No measure has moved from the first to the last.",
  perCent: (perCent, count) => `${perCent} per cent (${count})`,
  perCentRecorded: (perCent, count) => `${perCent} per cent of what is recorded (${count})`,
  silence: "Striped: not recorded. Nothing is concluded from that.",
  leastOften: (measure, count) => `Least often: ${measure}, ${count}.`,
  movedMost: (measure, first, last) => `Moved most: ${measure}, from ${first} to ${last}.`,
};

export const RULE_FLOW = {
  notWhere: (question) => `Not where yes: ${question}`,
  title: "The rules that lead to a time, as a picture",
  inWords: "Each of these rules stands in words further down.",
  caption: (rules, always) =>
    `${rules} ${rules === 1 ? "rule leads" : "rules lead"} from what is known to what is owed${always > 0 ? `, ${always} of them always` : ""}. Thick line: must. Thin line: should. Dashes: may.`,
  and: (conditions) => conditions.join(" And: "),
};

export const ABSENT = {
  tookPart: {
    inPerson: "There",
    phone: "By phone or dial-in",
    written: "Sent a written return",
    absent: "Not there",
  },
  whoWasThere: "Who was there?",
  lead: "Leave open what you do not know.",
  didTheyTakePart: (person) => `${person}: did they take part?`,
  howHeard: (person) => `How were the views of ${person} heard?`,
  heading: "Who was not there, and how they were heard",
  whoWasNeeded: "Who was needed",
  caption: "Who took part",
  columns: {
    why: "Why they are needed",
    tookPart: "Took part",
    heard: "How their views were heard",
    atTheMeeting: "At the meeting",
  },
  whatIsAsked: "What the documents ask where somebody is not there",
  notOnRecord: "Not on record yet",
};

export const ACTIONS = {
  check: "Check the plan",
  whenMeeting: "When is or was the meeting?",
  dateOfMeeting: "date of the meeting",
  whenReview: "When will the plan be reviewed?",
  dateOfReview: "date of the review",
  reviewNeeded: "Is a review needed?",
  reviewNeededHint: "“No” records the decision that none is needed.",
  add: "Add an action",
  meetingAndReview: "The meeting and the review",
  criteria: (pack) =>
    `The criteria for an action come from Hampshire: “${pack}”. No other document here has any. Elsewhere they are good advice and no rule.`,
  none: "No actions yet. Every meeting should end with agreed actions.",
  notSaid: "Not said",
  caption: "Agreed actions",
  columns: {
    action: "Action",
    status: "Status",
  },
  byWhenColumn: "By when",
  howWeKnow: "How we will know",
  removed: (number) => `Action ${number} removed`,
  about: (number) => `action ${number}`,
  save: "Save action",
  cancel: "Cancel",
  changeTitle: (number) => `Change action ${number}`,
  isAboutFamily: "Is it about the child or family?",
  what: "What will be done?",
  quantity: "How will we know: how much or how many?",
  quantityHint: "For example “one appointment”. This or the next is enough.",
  indicator: "How will we know: what will anybody see?",
  indicatorHint: "For example “the clinic letter is on file”.",
  owner: "Who will do it?",
  ownerHint: "One role, such as health visitor.",
  result: "What result can realistically be achieved?",
  resources: "Can this be done with what is available?",
  byWhen: "By when?",
  date: "date by when",
  discussed: "Has it been discussed with them?",
  fiveParts: "The five parts",
  asSentence: "You have it as one sentence?",
  sentence: {
    paste: "The action in one sentence",
    hint: "For example “Health visitor to weigh the baby by 8 January 2027”. What can be read is put in its place below, and all of it can be changed.",
    takeApart: "Take it apart",
    // How a sentence goes on after whoever does it, before the day, and before the result: between strokes.
    ownerEnds: "will|to|shall|must|should",
    dueBegins: "by|on",
    resultBegins: "so that",
  },
  action: (number) => `Action ${number}`,
  resultColumn: "Result",
};

export const CHECKLISTS = {
  phases: {
    before: "Before the meeting",
    during: "During the meeting",
    always: "At any time",
  },
  show: "Show the checklist",
  kept: "They work without a network. Ticks stay on this device, by list and item alone; nothing of the case is kept with them.",
  checklist: "Checklist",
  forWhom: "For whom?",
  everybody: "Everybody: the whole list",
  newToThis: "I attend, and am new to this",
  required: "Select for whom the list is",
  completed: (done, of) => `${done} of ${of} completed.`,
  cleared: "Ticks cleared",
  changedElsewhere: "Ticks were changed in another tab.",
  title: (role) => `Checklist. ${role}.`,
  file: "checklist.txt",
  clear: "Clear these ticks",
  another: "Choose another list",
  whatItIs: "What the meeting is, and what to bring",
  ownForm: "Use your partnership's own form.",
};

export const COPY = {
  title: "A copy of this case",
  about:
    "This page keeps nothing when you close it, but for a draft where you ask for one. A copy is a file on your device that carries the case to another day. Keep it where your organisation keeps such files, and delete it when it is no longer needed.",
  download: "Download",
  notEncrypted: "The file holds all that was entered. It is not encrypted: anybody who has the file can read it.",
  open: "Open",
  choose: "Choose a copy to open. It takes the place of what is entered now.",
  announced: "The copy is open.",
  asItWas: "The copy is open, and every answer is as it was",
  withoutAnswers: "The copy is open. It holds no answer",
  enteredSince: "The copy is open, and what is entered has changed since it answered",
  changed: "The copy is open, and answers have changed",
  madeOn: (moment) => `It was made on ${moment}. Each answer was worked out again, with the rules and the time of now.`,
  edited: "This file is not as it was when it was downloaded. Check what is entered before you rely on it.",
  untold:
    "Whether this file is as it was when it was downloaded cannot be told here. Check what is entered before you rely on it.",
  fromTheFuture:
    "By this device's clock the copy was made in the future, so a clock was wrong then or is wrong now. Check it before you rely on what is late.",
  unknown: "This copy holds something that this page does not know, so it was not opened. Choose another copy.",
  packNotLoaded: (message) => `A pack that came with the copy was not loaded: ${message}`,
  leavesOut: "Parts of this file are none that this page knows, and were left out.",
  notForged:
    "The file is as it was made. That shows accidents only: somebody who changes a file on purpose can hide it.",
  beside: "What the file brings beside the case",
  besideAbout:
    "None of this is in use. Check each with your own organisation before you take it: whoever sent the file chose it.",
  offers: {
    dutyNumber: (number) => `Duty team's number: ${number}`,
    outOfHoursNumber: (number) => `Emergency duty team's number: ${number}`,
    opens: (time) => `Offices open at ${time}`,
    closes: (time) => `Offices close at ${time}`,
    pack: (name) => `A pack of rules that is not this page's own${name ? `: ${name}` : ""}`,
  },
  take: (what) => `Use this: ${what}`,
  taken: "It is in use.",
  carryOn: "Carry on",
  openAnother: "Open another copy",
  before: "As before",
  isEnteredSince: "What is entered has changed since",
  showIt: "Show it",
  then: "Then: ",
  now: "Now: ",
  noAnswer: (refusal) => `No answer. ${refusal}`,
  isChanged: "Changed",
  alike: "The first line is the same. What stands under it is not.",
};

/** A draft that is kept encrypted, on the page itself. */
export const DRAFT = {
  title: "A draft on this device",
  locked: "The draft is locked.",
  lead: "For a case that goes on tomorrow you can keep an encrypted draft on this device: ",
  notLoaded:
    "The part of this page that keeps drafts could not be loaded. Connect to a network, open the page again and try once more.",
};

/** What the drafts themselves say, once somebody asks for them. */
export const DRAFTS = {
  banner: "Draft on this device",
  about:
    "A draft keeps what is entered on this device, encrypted with a passphrase, for 7 days after its last change. It is for going on tomorrow. It is never the record.",
  threats: [
    "It protects what was entered where the device is lost, or where others use the same browser.",
    "It does not protect against a harmful program or extension, somebody who watches the screen, or a passphrase that can be guessed.",
    "Nobody can open a draft without its passphrase. If you forget it, the draft is lost.",
    "A browser may delete what it keeps, as where it was not used for some days.",
    "Enter a case reference if you need one, and no names.",
  ],
  keep: "Keep a draft",
  passphrase: "Passphrase",
  hint: (shortest) => `At least ${shortest} characters, such as four words that do not belong together.`,
  again: "The same passphrase again",
  tooShort: (shortest) => `Enter a passphrase of at least ${shortest} characters`,
  differs: "Enter the same passphrase twice",
  wait: "One moment: the key is being made.",
  kept: "Drafts on this device",
  until: (moment) => `Kept until ${moment}`,
  itsPassphrase: "Passphrase of this draft",
  open: "Open this draft",
  delete: "Delete",
  wrong: "That passphrase does not open this draft. Check capital letters",
  deleted: "The draft is deleted. What is entered stays in this page.",
  isOpen:
    "The draft is open, and saved after each change. It locks after 10 minutes in which nobody uses this page, and after 1 minute behind another. What is entered leaves the page when it locks, and comes back with the passphrase.",
  noRecord: "A draft is no record, and can be lost. ",
  lock: "Lock now",
  deleteThis: "Delete this draft",
  saved: (moment) => `Saved in the draft on ${moment}.`,
  notSaved:
    "The draft could not be saved: this device has no room for it or does not allow it, or a text in it is longer than 10,000 characters. Nothing is lost here: download a copy.",
  notHere: "This browser makes no key for a page that was opened without encryption, so no draft can be kept here.",
  notLocked:
    "The draft is not locked, because what was entered could not be saved, and would be lost. Download a copy. It locks by itself once it can be saved.",
  lockAnyway: "Lock, and lose what is not saved",
  elsewhere: "This draft is open in another tab. What you change here is not kept.",
  soon: "The draft locks soon",
  soonAbout: "Nobody has used this page for a while. The draft locks in less than 30 seconds.",
  stay: "Stay",
};

export const DISAGREEMENT = {
  declined: "Declined",
  later: "Later",
  title: "We disagree",
  lead: "A disagreement delays nothing. Carry on with what protects the child while it is settled.",
  about: "What is it about?",
  step: (number) => `Step ${number}`,
  lastStep: "Which step was taken last?",
  noneYet: "None yet",
  ifThis: "If this is the disagreement",
  firstOnRecord: "First on record:",
};

export const FAMILY = {
  safety: {
    risk: "Could it put a child or anybody else at risk if they read this page?",
    warning: "Could it warn somebody who may have harmed a child?",
  },
  tellNothing:
    "Tell the family nothing for now: no page, no letter, no message. Speak to children's social care today, and agree who tells the family what, and when. The sharing itself does not wait.",
  recordFirst:
    "Make the record of sharing first. This page is only made where the record says that the family was told.",
  forTheReader: "Write it for the reader: plain words, nothing about anybody else, no address that they may not know.",
  instead: {
    sharing: "Make or correct the record of sharing",
    answers: "Change these answers",
  },
  leaderAgreed: "Has whoever leads for children's social care agreed that this family is told?",
  leaderRequired: "Select yes if whoever leads has agreed",
  safetyRequired: "Select no only if that is known",
  make: "Make the page",
  before: "Before anything is put on paper:",
  notMade: "This page is not made",
  whatItSays: "What the page says",
  shared: "What was shared, in plain words?",
  sharedRequired: "Enter what was shared",
  whyShared: "Why was it shared?",
  whyRequired: "Enter why it was shared",
  withWhom: "With whom was it shared?",
  withWhomHint: "Agencies, separated by commas.",
  withWhomRequired: "Enter with whom it was shared",
  next: "What happens next?",
  nextRequired: "Enter what happens next",
  contact: "Whom can they ask?",
  contactHint: "A role and an office's number, such as the team's duty number.",
  contactRequired: "Enter whom they can ask",
  complaints: "Where can they complain?",
  complaintsHint: "Your organisation's own way, with its number.",
  complaintsRequired: "Enter where they can complain",
  reasons: {
    noRecord: "There is no record yet that says whether the family was told.",
    notSaid: "The record does not say whether the family was told.",
    notInformed: "The record says that the family was not told.",
    nobodyAgreed: "Nobody who leads is known to have agreed to it.",
    notSafe: "It is not known that telling them is safe.",
    risk: "Something that was answered for this case speaks of a risk.",
  },
  advice: "What the advice says",
  whatToDo: "What to do",
  title: "Information that was shared about your family",
  parts: {
    withWhom: "With whom",
    next: "What happens next",
    wrong: "If something is wrong",
    notContent: "If you are not content with what was done",
  },
  tellUs: "Tell us what is not right, and ask for it to be corrected.",
  ask: (contact) => `Ask: ${contact}`,
  canComplain: "You can complain.",
  complainTo: (office) => `Complain to: ${office}`,
  writtenOn: (date) => `Written on ${date}.`,
  changeIt: "Change it",
};

export const FORMS = {
  names: {
    decisions: "Record of decisions",
    mdtSummary: "Summary of the multidisciplinary team meeting (MDT)",
    proforma: "Pro-forma",
  },
  show: "Show the form",
  onPaper: "What is written on paper stays on paper: this page does not ask for it.",
  which: "Which form?",
  noneNamed: "These documents name none for this meeting.",
  noneNamedRequired: "Select another meeting: these documents name no form for this one",
  required: "Select which form it is",
  lines: {
    reference: "Case reference, no name",
    date: "Date and time",
    writtenBy: "Written by, by role",
  },
  holds: "What it holds",
  goesTo: "To whom it goes",
  another: "Choose another form",
};

export const GUIDE = {
  strategyMeeting: "Strategy meeting",
  stations: {
    referral: "Referral",
  },
  forStrategy: "This is about strategy meetings and discussions. Another meeting? ",
  more: "More about the concern (optional)",
  steps: {
    concern: "What is the concern?",
    when: "When did it become known?",
  },
  protectNow: "Protect the child now",
  carryOn: "Carry on to plan the meeting, for today",
  dutyTeam: "Duty team, in office hours",
  emergencyTeam: "Emergency duty team, outside office hours",
  speakToThem: "Speak to the duty team now; outside office hours, to the emergency duty team.",
  noNumbers: "The documents hold no phone number. Ask your manager, and add it in ",
  noNumber: "No number is set",
  whyComplex: "Why is it particularly complex?",
  whyComplexHint: "Needed for a longer time. Do not enter names.",
  types: "What is the concern about?",
  typesHint: "Select all that apply. Selecting one can make the time shorter, never longer.",
  recordedFirst: "When did a professional first record this concern?",
  recordedFirstDate: "date the concern was first recorded",
  referral: "When was the referral received?",
  referralDate: "date the referral was received",
  actAtOnce: "When did the need to act at once arise?",
  actAtOnceDate: "date the need to act at once arose",
  unknownTime: "Leave blank what you do not know.",
  clock: (moment) => `By this device's clock it is ${moment}, London time. If that is wrong, correct the clock first.`,
  itIs: (time) => `It is ${time}. `,
  whereThisStands: "Where this stands",
  meeting: "meeting",
  today: "today",
  whoMustBeThere: "Who must be there",
  mustCome: "Must come",
  call: "Call",
  emergency: "999",
  perhaps: (who) => `${who} (until settled)`,
  daysLeft: (days) => `${days} days left`,
  people: (number) => (number === 1 ? "1 named" : `${number} named`),
  sayWhoReferred: "Say who made the referral and which services are involved",
  emergencyNumber: (number) => `Emergency duty team: ${number}.`,
  severalRules: (rules, settled) =>
    `${rules} rules ${settled ? "apply" : "apply or may apply"}. We have used the earliest time. The others stand further down, under “Also applies”.`,
};

export const NO_TO_EACH = {
  label: "No, and no to each of these",
};

export const INVITED = {
  notSaid: "These documents do not say. Ask whoever invited you.",
  inSix: {
    what: "What it is",
    when: "When and where",
    look: "Look in your invitation.",
    bring: "Bring",
    decide: "Decide",
    get: "You will get",
    ask: "Ask",
    whom: "Whoever invited you.",
  },
  title: "I have been invited",
  lead: "You need not have been to one before. Choose what the invitation says.",
  submit: "Tell me what to do",
  part: "What is your part?",
  noPart: "None of these, or I do not know",
  partRequired: "Select what your part is",
  youAreInvited: (meeting) => `You are invited: ${meeting}`,
  what: "What the meeting is",
  who: "Who is there",
  toDo: "What to do and bring",
  doIDecide: "Do I decide?",
  owed: "What you owe, and who gets it",
  sentRound: "What is sent round",
  afterwards: "Afterwards",
  keepInMind: "Keep in mind",
  goThrough: "Go through the checklist",
};

export const KEEPS = {
  memory:
    "What you enter is kept in this tab, so that a reload or a phone call loses nothing. It is gone when you close the tab, start again, or delete everything. A browser that opens a closed tab again may bring it back. ",
  off: "Switch this off in Settings",
  copy: "A copy that you download is a file on your device. It is not encrypted. ",
  draft: "A draft is kept on this device only where you ask for one, encrypted, for 7 days. ",
  ticks: "Your area and the ticks of a checklist stay on this device, without any words that you typed.",
  page: "The page itself is kept by the browser, where the browser allows it, so that it opens without a network, with the last day on which it looked for a newer version of itself. Nothing of a case is in it.",
  noCookies: "There are no cookies, no sign-in, no counting of visitors, and nothing from anybody else's server.",
  check: "How to check this yourself",
  steps: {
    open: "Press F12, or choose “Developer tools” in the browser's menu, and open “Network”.",
    type: "Type into any question of this page and ask for an answer.",
    empty: "The list stays empty: no request is made.",
    offline: "Switch the network off and ask again. Every answer still comes.",
  },
  noCode: "This page has no code that sends what you type, and the browser is told to block it.",
  gaps: "Two gaps that a browser leaves open",
  gapsAbout:
    "A browser has no rule against these two. This page has no code for either, and holds no code of anybody else's:",
  webRtc: "WebRTC, by which browsers speak to each other directly. This page takes it away from itself when it opens.",
  leaving: "Leaving for another address that could carry words with it. No link of this page carries any.",
  notProtected:
    "Nothing here protects against a harmful program or browser extension on the device, or against somebody who watches the screen.",
  deleteAll: "Delete everything",
  deleteAbout:
    "Forgets the case, and deletes ticks of checklists and drafts from this device. Files that you downloaded stay where they are.",
  deleted: "Everything is deleted.",
  forgotten: "The case is forgotten. This browser did not let the ticks be deleted.",
};

/** Said in its own view, and in the statement that the tests write. */
export const ACCESSIBILITY = {
  title: "Accessibility",
  standard: "Web Content Accessibility Guidelines (WCAG) 2.2, level AA",
  canDo: "What you should be able to do",
  canDoItems: [
    "use every part with a keyboard alone",
    "zoom in to 400 per cent without scrolling sideways",
    "make the text larger in Settings",
    "use your own colours and wider spacing between letters, words and lines",
    "listen to it with a screen reader: every picture has its conclusion in words, and its data in a table or a list",
  ],
  textSize: "Change the size of the text",
  howFar: "How far it conforms",
  builtFor: (standard) =>
    `This page is built to meet the ${standard}. Programs check it before each version is published.`,
  notInFull: "A program cannot judge everything, so we do not say that the page meets the guidelines in full.",
  gaps: "What we know is not right or not checked",
  gapItems: [
    "It has not been tried by people who use assistive technology, nor by hand with JAWS, NVDA, VoiceOver, TalkBack or Dragon.",
    "Nobody has judged what a program cannot: whether headings, links and captions say enough, and whether the words are plain.",
    "Words that are quoted from documents stand as they are written there. Some are hard to read.",
    "Words inside pictures do not grow with the text size in Settings. They grow when you zoom, and what they say stands beside them as text.",
    "Answers are long. Some parts stay folded until you open them, but there is no shorter form of the page.",
    "The page is in English only.",
  ],
  tell: "Tell somebody about a problem",
  tellWhom:
    "Tell the organisation that offers you this page. Say what you wanted to do, what went wrong, and which browser and assistive technology you use. Write nothing about a child.",
  theirStatement: "Their own accessibility statement says how to reach them and how to complain.",
};

export const MDT = {
  title: "Multidisciplinary team meeting (MDT)",
  whichOfThem: "Which of them?",
  canBeListed: "Can this child be listed?",
  leaveOpen: "If you do not know, leave it open: what is not known is never taken for a no.",
  size: "How many children, and when?",
  noReferral: "This group is not a way to refer a child.",
  instead: (why, route) => `${why} Instead: ${route}.`,
  howMany: "How many children will be discussed? (optional)",
  starts: "When does the meeting start? (optional)",
  startsDate: "date the meeting starts",
  timeShared: "How the time is shared out",
  summary: "The summary",
  notPlanned: "This meeting is not planned here",
  whatInstead: "What to do instead",
  insteadOfIt: "Instead",
  notFromKnown: "Not from what is known",
  whoCanBeListed: "Who can be listed",
  groupsCaption: "Any one of these groups is enough",
  group: "Group",
  thisChild: "This child",
  whichChildren: "Which children are discussed",
  criteriaCaption: "Any one of these is enough",
  criterion: "Criterion",
  sayHowMany: "Say how many children will be discussed, and the time is shared out here.",
  minute: (number) => `Minute ${number}`,
  child: (number) => `Child ${number}`,
  each: (minutes) => `With ${minutes} minutes each`,
  turns: {
    inTurn: "In turn",
    from: "From",
    to: "To, at the latest",
  },
  nobodyWithout: "Nobody is said to be without access.",
  canTheySee: (agency) => `Can ${agency} see the records?`,
  seeRecords: "Can they see the records?",
  during: "During the discussion",
  sees: "Sees the children's records",
  inAll: (children, from, to) =>
    `${children} ${children === 1 ? "child" : "children"}: from ${from} to ${to} minutes in all.`,
};

export const PROFESSIONALS = {
  harmRequired: "Select yes if there is reasonable cause to suspect significant harm",
  steps: {
    gate: "Should this be a strategy discussion instead?",
    reason: "Why is it needed?",
    permission: "Who agreed, and does the family know?",
    after: "Who tells the family afterwards?",
  },
  reasonLead: "One reason is enough. If you do not know, leave it open.",
  nextDateQuestion: "When is the next date? (optional)",
  nextDateName: "next date",
  toPrepare: "To prepare",
  goesThrough: "What the meeting goes through",
  tellingFamily: "What is agreed on telling the family",
  minutes: "The minutes",
  printTheirForm: "Print the form for them",
  disagrees: "Somebody disagrees, or does not engage",
  writeActions: "Write the actions",
  plan: (route) => `Plan ${route}`,
  reasons: "The reasons",
  noReason: "None is there from what is known.",
  nextDate: "Next date",
  noDate: "No date yet. Agree one, or record that none is needed.",
};

export const QUARTER = {
  firstDay: "First day",
  firstDayName: "first day of the quarter",
  lastDay: "Last day",
  lastDayName: "last day of the quarter",
  show: "Show the quarter",
  quarterByQuarter: "Quarter by quarter",
  fileRequired: "Choose a file of meetings",
  openCases: "Cases that are still open: ",
  countedHere: "Meetings are counted here, in your browser. Nothing is uploaded.",
  aboutCsv:
    "A CSV file has one line for each agency of each meeting. Use references, never names. Lines with one reference and one end are one meeting. Dates have the day first, or the year.",
  example: "Download an example",
  reading: "Reading the file",
  counting: "Counting the meetings",
  file: "Meetings (CSV or JSON)",
  line: (number, text) => `Line ${number}: ${text}`,
  columns: (columns) => `Columns: ${columns}.`,
  checkLines: "Check these lines",
  moreLines: (more) => `and ${more} more.`,
  downloadJson: "Download (JSON)",
  csv: {
    team: "Team",
    number: "Number",
    of: "Of",
    perCent: "Per cent",
    rule: "Rule",
  },
  forWhom: "For whom are the figures?",
  forPartnership: "The partnership",
  forPartnershipHint: "Every figure. Not for publication.",
  forPublic: "The public",
  forPublicHint: "Small numbers are held back, with whatever they could be worked out from.",
  lookFirst: "Look at these records first",
  doubt: (place, text) => (place ? `${place}: ${text}` : text),
  placeInFile: (line, column) => (column ? `Line ${line}, “${column}”` : `Line ${line}`),
  all: "all",
  tooMany: "This file holds more meetings than can be counted at once. Choose a file of one quarter.",
  provisional: (count) => `Left out because their answer was provisional: ${count}.`,
  outside: (count) => `Left out because they lie outside the quarter or have no end: ${count}.`,
  files: {
    example: "meetings-example.csv",
    table: "quarter.csv",
    answer: "quarter.json",
  },
  read: (meetings) => (meetings === 1 ? "1 meeting was read." : `${meetings} meetings were read.`),
  meeting: (number, field) => [`Meeting ${number}`, field].filter(Boolean).join(", "),
  refused: (place, message) => `${place}: ${message}`,
};

export const RULE_BOOK = {
  nothingOfThis: "Nothing of this",
  ofMeeting: (meeting, example) => `${meeting}. ${example}`,
  questions: {
    editions: "Editions",
    howSoon: "How soon to meet",
    who: "Who takes part",
    record: "The record of sharing",
    bases: "Lawful bases",
    which: "Which meeting",
    ready: "What must be ready",
  },
  compareTitle: "Compare two documents",
  glossaryTitle: "Words that have gone out of use",
  documents: "Documents",
  pack: (count, version) => `${count} rules. Version ${version}.`,
  beside: "Beside the rules",
  found: (count) => `${count} found`,
  search: "Search all rules",
  longest: "Only the first 8,000 characters are searched for.",
  searchHint: "For example chair, minutes, GP.",
  allRules: "All rules",
  stillCurrent: "Still the current edition",
  changedSince: "What has changed since",
  replacedBy: (by) => `Replaced by ${by}.`,
  from: (date) => `from ${date}`,
  until: (date) => `until ${date}`,
  inForce: (validity) => `In force ${validity}`,
  insteadOf: (rules) => `Stands in the place of ${rules}.`,
  onlyWhere: "Only where each of these is a yes",
  notWhere: "Not where any of these is a yes",
  tryIt: "Try it",
  compare: "Compare",
  first: "First document",
  firstRequired: "Select the first document",
  second: "Second document",
  secondRequired: "Select the second document",
  comparing: "Comparing every combination of facts that these rules use…",
  compareAbout: "Where two documents answer the same question differently, with one worked case for each difference.",
  columns: {
    example: "For example",
    first: "The first document",
    second: "The second document",
    cases: "Cases",
  },
  differing: "The rules that differ",
  glossaryAbout: "The documents are some years old and use words that have been replaced since.",
  withRule: (rule) => `with rule ${rule}`,
};

export const SETTINGS = {
  where: "Settings live in this tab. A downloaded copy carries them too.",
  inTab: {
    title: "What you enter",
    question: "Keep it in this tab?",
    hint: "Then a reload or a phone call loses nothing. On a computer that others use, choose No. Your choice stays on this device.",
  },
  sizes: {
    usual: "Usual",
    large: "Large",
    largest: "Largest",
  },
  loaded: (pack) => `${pack} is loaded.`,
  packs: "Packs of rules",
  pack: (id, version) => `Rule pack ${id}, version ${version}.`,
  loadPack: "Load a pack of your partnership",
  loadPackHint:
    "A sealed pack (.pack), or one in its object form (JSON), which is checked first. It stays until this page is closed.",
  notJson: "This file cannot be read as a pack: it is not JSON, or it is cut off.",
  dutyNumber: "Duty team's number",
  emergencyNumber: "Emergency duty team's number, outside office hours",
  notANumber: "The number must have digits, spaces and a + before them only, such as 0191 123 4567",
  longTitle: "What it is called must be one line of at most 200 letters",
  saved: "Saved.",
  opensAt: "Offices open at",
  closesAt: "Offices close at",
  save: "Save numbers and hours",
  numbers: "Duty numbers and office hours",
  numbersAbout: "The documents hold no phone numbers. Those entered here are shown where a child needs protecting now.",
  holiday: "Bank holiday",
  holidayDate: "date of the bank holiday",
  holidayRequired: "Enter the date of the bank holiday",
  holidayRefused: (message) => `This day was not added: ${message}.`,
  holidayName: "What it is called (optional)",
  countsAgain: (date) => `${date} counts as a working day again.`,
  addHoliday: "Add the bank holiday",
  added: (date) => `${date} is added. Answers count it from now on.`,
  holidays: "Bank holidays",
  holidaysAbout:
    "Add a bank holiday of England and Wales that was proclaimed late. Each one added can move a day later: check it twice.",
  textSize: "Size of the text",
  reading: "Reading",
  packTooLarge: "This file is larger than 1 MB, as no pack may be. A pack holds at most 800 rules.",
  notLoaded: (path, message) => `This pack was not loaded. ${path ? `At ${path}: ` : ""}${message}`,
};

export const SHARING = {
  reasonRequired: "Enter why consent was not sought. The record needs it; the sharing never waits for it",
  holders: {
    localAuthority: "Local authority",
    police: "Police",
    nhs: "NHS body",
    school: "School maintained by public money",
    voluntary: "Voluntary organisation or charity",
    private: "Private organisation",
  },
  withoutNames: "Say what kind of information, without names.",
  opinion: "What in it is opinion?",
  sharedWithHint: "Agencies or roles, separated by commas.",
  when: "When was it shared? (optional)",
  whenHint: "Only where it was not the day of the decision.",
  whenDate: "date it was shared",
  steps: {
    what: "What is shared, with whom?",
    consent: "Consent, and the family",
    why: "Why it is right, and who decided",
  },
  parts: {
    consent: "Consent",
    family: "The family",
    data: "The data",
    decision: "The decision",
  },
  meetingAgreed: "Was the meeting itself agreed to?",
  takingPartAgreed: "Was taking part agreed to?",
  topic: {
    question: "What is the meeting about?",
    engagement: "Difficulty with the parents' engagement",
    complex: "Complex matters, to build a fuller picture",
    else: "Something else",
  },
  agreedByHint: "Roles or agencies, not names.",
  holder: "Who holds the information?",
  decidedDate: "date it was decided",
  missing: "Missing",
  goodPractice: "Good practice adds",
  bases: "Lawful bases to consider",
  conditions: "Conditions to consider",
  family: {
    inform: "Tell the family, or record why not.",
    notYet: "Do not tell the family yet. First it is decided who may be told, how and when.",
    recorded: "The family was not told. The reason is on record.",
    toRecord: "The family was not told. Record why.",
  },
  preconditionMet: "The condition for going ahead without the family knowing is met.",
  preconditionNotMet: "The condition for going ahead without the family knowing is not met yet.",
  recordBasis: "Record the one relied on",
  corrects: "Corrects",
  file: (id) => `sharing-record-${id}.json`,
  download: "Download the record",
};

export const START_AGAIN = {
  title: "Start again?",
  about:
    "Everything that was entered for this case is forgotten: answers, actions and records. It cannot be brought back, unless you have downloaded a copy.",
  forget: "Forget this case and start again",
  goBack: "Go back",
};

export const START = {
  title: "What do you need?",
  needs: {
    guide: "How soon must we meet?",
    who: "Who must come?",
    actions: "Check an action",
    sharing: "Record why we share",
    checklists: SHARED.checklists,
    invited: INVITED.title,
  },
  find: "Or find it by a word",
  findLabel: "A word, such as consent, quorum or SMART",
  found: (number) => (number === 1 ? "1 page speaks of this." : `${number} pages speak of this.`),
  unknownWord: "No page is known by this word. Try another, or ask your safeguarding lead.",
  allRules: "Every rule of the documents can be searched in ",
  kept: "Works without a network. Your area and ticks stay on this device: ",
  install: "To keep it at hand, install it from your browser's menu.",
  rules: "Which rules, and how old",
  replaced: (by) => `What it cites was replaced by ${by}. Check your partnership's current procedure.`,
};

/** Where a search leads: the title of each page, and the words that people use for what it answers. */
export const PLACES = [
  {
    view: "guide",
    title: START.needs.guide,
    words:
      "deadline time limit when timescale date due strategy discussion section 47 s47 urgent today late working days hours",
  },
  {
    view: "who",
    title: START.needs.who,
    words:
      "attend attendance attendees people invite quorum quorate minimum chair agencies police health dsl designated safeguarding lead school gp",
  },
  {
    view: "actions",
    title: START.needs.actions,
    words: "smart specific measurable assignable achievable realistic timed plan task owner outcome",
  },
  {
    view: "sharing",
    title: START.needs.sharing,
    words:
      "consent gdpr data protection information lawful basis confidential confidentiality disclose share record agreement",
  },
  {
    view: "checklists",
    title: SHARED.checklists,
    words: "ready prepare preparation papers agenda minutes list tick proforma report",
  },
  { view: "invited", title: INVITED.title, words: "invitation teacher school first meeting bring expect part role" },
  {
    view: "which",
    title: SHARED.whichMeeting,
    words: "choose kind type threshold early help route strategy conference mash mdt tac",
  },
  {
    view: "tac",
    title: SHARED.teamAroundTheChild,
    words: "tac caf early help assessment lead professional family review support",
  },
  { view: "mdt", title: "Multidisciplinary team meeting", words: "mdt locality countywide team" },
  { view: "professionals", title: SHARED.professionalsMeeting, words: "professional planning without family" },
  { view: "disagreement", title: SHARED.disagreement, words: "escalation escalate dispute resolve disagree challenge" },
  { view: "absent", title: SHARED.notPresent, words: "absent missing apologies did not come views" },
  { view: "forms", title: SHARED.formsToPrint, words: "form template proforma record decisions print blank" },
  { view: "family", title: SHARED.familyPage, words: "parents carers tell inform letter child young person" },
  {
    view: "rules",
    title: SHARED.rules,
    words: "documents procedure guidance working together source paragraph law compare glossary",
  },
  { view: "cases", title: CASES.title, words: "dashboard list open overdue late team manager cases due" },
  {
    view: "quarter",
    title: SHARED.theQuarter,
    words: "report figures audit statistics performance data board measures",
  },
  { view: "settings", title: SHARED.settings, words: "phone number duty office hours bank holiday text size pack" },
  { view: "copy", title: SHARED.downloadOrOpen, words: "save file export backup restore case" },
  { view: "draft", title: DRAFT.title, words: "keep save encrypted passphrase password lock tomorrow" },
  { view: "keeps", title: SHARED.whatIsKept, words: "privacy security delete storage cookies offline" },
];

export const TAC = {
  coming: "Is the child or young person coming?",
  comingRequired: "Select yes if the child or young person is coming",
  firstMeeting: "When was, or is, the first meeting? (optional)",
  firstMeetingHint: "The review is counted from it.",
  firstMeetingDate: "date of the first meeting",
  takePart: "Do the family take part?",
  lead: "A team around the child is help that a family agrees to. If you do not know, leave it open.",
  theChild: "The child or young person",
  howHeard: "How the child or young person is heard",
  engagement: "Engagement",
  reviewAsks: "What the review asks",
  comesOut: "What comes out of the meeting",
  actionPlan: "The detailed action plan",
  somebodyDisagrees: "Somebody disagrees",
  reviewBy: "Hold the review by",
  normalDay: "That is a normal working day.",
  notNormalDay: (date) => `That is no normal working day. Hold it before: by ${date}, which is one.`,
};

export const WHICH = {
  treatAsPossible:
    "Nobody has said that significant harm is unlikely. Until then treat it as possible: speak to children's social care today, and plan a strategy meeting first.",
  title: "Which meeting does this call for?",
  lead: "If you do not know, say so: what is not known is never taken for a no.",
  notThis: "Which meeting this is not",
};

export const WHO = {
  lookedAfter: "Is the child looked after by the local authority?",
  referrer: "Who made the referral? (optional)",
  referrerHint: "The agency or service, not a name. For example school or health visitor.",
  services: "Which services do the child or family receive? (optional)",
  servicesHint: "Separate them with commas. For example GP, nursery, domestic abuse service.",
  isAdult: "Is the person 18 or over?",
};

