// The ways out of an answer beside paper and case notes: a calendar, a table, and a copy that can be opened again.

import { COMMON, FORCE, RULES, button, momentOf, packTitle, spokenDate, spokenMoment } from "safeguarding-rules/parts";
import { everything } from "../parts/case.js";
import { calendarOf } from "./calendar.js";
import { copyOf } from "./copy.js";
import { download } from "./download.js";
import { csvOf } from "./table.js";
import { EXPORTS, SHARED } from "../words.js";

const COLUMNS = [
  SHARED.deadline, EXPORTS.columns.due, COMMON.date, EXPORTS.columns.isoDate, EXPORTS.columns.force, COMMON.what,
  SHARED.rules, SHARED.source, RULES.workedOut, EXPORTS.columns.check,
];

/**
 * The buttons for deadlines, each `{ id, title, what, force, due, dueBy, rules }`, that a decision gave.
 * Those without a date yet stand in the table, and not in the calendar.
 */
export function exportButtons(decision, deadlines) {
  const dated = deadlines.filter(({ due, dueBy }) => due || dueBy);
  return [
    dated.length > 0 &&
      button(EXPORTS.addToCalendar, () =>
        download(EXPORTS.files.calendar, calendarOf(dated.map((deadline) => entry(decision, deadline)))),
      ),
    deadlines.length > 0 &&
      button(SHARED.downloadTable, () =>
        download(
          EXPORTS.files.table,
          csvOf(
            COLUMNS,
            deadlines.map((deadline) => row(decision, deadline)),
          ),
        ),
      ),
    button(EXPORTS.downloadCase, async () => download(EXPORTS.files.case, await copyOf(everything()))),
  ].filter(Boolean);
}

function entry(decision, deadline) {
  return {
    ...deadline,
    lines: [
      deadline.what,
      EXPORTS.rules(deadline.rules.join(", "), sourceOf(decision)),
      workedOut(decision),
      RULES.check,
      EXPORTS.mayBeSeen,
    ],
  };
}

function row(decision, { title, what, force, due, dueBy, rules }) {
  const moment = due ? due.slice(0, 16) : (dueBy ?? "");
  const said = due ? spokenMoment(moment) : dueBy ? spokenDate(dueBy) : EXPORTS.notKnownYet;
  return [
    title,
    said,
    dayFirst(moment),
    moment,
    FORCE[force],
    what,
    rules.join(", "),
    sourceOf(decision),
    workedOut(decision),
    RULES.check,
  ];
}

/** A moment as a British spreadsheet writes it: the day first. */
function dayFirst(moment) {
  const [date, time] = moment.split("T");
  return [date.split("-").reverse().join("/"), time].filter(Boolean).join(" ");
}

/** The documents an answer rests on, with their versions. */
export function sourceOf({ basis }) {
  return basis.packs.map((pack) => EXPORTS.source(packTitle(pack), pack.version, pack.hash.slice(0, 12))).join("; ");
}

/** When an answer was worked out, in words. */
export function workedOut(decision) {
  return RULES.workedOutOn(spokenMoment(momentOf(decision)));
}
