// The parts of which the elements are made, for a page that builds its own: dates in words, fields, answers, and what they stand in.

export { Clock } from "./elements/parts/clock.js";
export {
  asInLondon, dayAfter, dayBefore, daysBetween, presentMoment, shortMonthOf, spokenDate, spokenDay, spokenMoment, spokenTime,
} from "./elements/parts/dates.js";
export {
  bullets, button, contents, details, heading, inPlace, linkButton, make, paragraph, section, summaryList, table, tag, under,
} from "./elements/parts/dom.js";
export {
  Field, choice, count, freshId, labelled, moment, recentMoment, text, ticks, yesNoNotSure,
} from "./elements/parts/fields.js";
export { findingItem, warningItem } from "./elements/parts/findings.js";
export { capital, small } from "./elements/parts/letters.js";
export { lengthOf, spokenLimit, spokenTimescale } from "./elements/parts/limits.js";
export { at, put, withMore } from "./elements/parts/paths.js";
export { FORMATS, everybody, inWhatForm, notToBeThere, whoRunsIt } from "./elements/parts/people.js";
export {
  atOnce, basis, cautions, counted, dutyTag, forceNote, forceTag, isFirst, momentOf, packTitle, placeOf, reasons, ruleItem, ruleLine,
  rulesStandAt,
} from "./elements/parts/rules.js";
export {
  ASKED, ATTENDANCE, CHECKLIST, COMMON, DANGER, DATES, DEADLINES, FORCE, PEOPLE, PROTECT, RECORD, RULES, TIMESCALE,
} from "./elements/words.js";
