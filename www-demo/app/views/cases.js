// Open cases: a file of them becomes a list by what is due first. The file is read here and goes nowhere.

import { SafeguardingError, classifyMany, explain } from "safeguarding-rules";
import {
  COMMON, DEADLINES, asInLondon, bullets, button, Clock, contents, details, heading, make, paragraph, presentMoment,
  spokenDate, spokenMoment,
} from "safeguarding-rules/parts";
import { announce } from "../parts/announce.js";
import { areaField } from "../parts/areas.js";
import { known } from "../parts/case.js";
import { form } from "../parts/form.js";
import { keptAsOfNow, linkTo } from "../parts/router.js";
import { TableFileField, problemsIn } from "../parts/table-file-field.js";
import { COLUMNS, EXAMPLE } from "../out/open-cases.js";
import { download } from "../out/download.js";
import { csvOf } from "../out/table.js";
import { CASES, PAGE, QUARTER, SHARED } from "../words.js";

const NAME = "cases";
/** So many are answered before the page draws and listens again. */
const AT_ONCE = 25;

export function cases() {
  const start = questions();
  return { name: NAME, title: CASES.title, group: "quarter", screen: () => ({ element: start }) };
}

function questions() {
  const file = new TableFileField({ task: "cases", label: CASES.file, required: CASES.fileRequired, told: CASES.read });
  const [area, result] = [areaField({ hint: CASES.areaHint }), make("div")];
  let shown;
  // What is due today is so for a day, and overdue from a moment.
  const clock = new Clock(() => list(result, shown, clock, { isAgain: true }));
  const made = form({
    fields: () => [area, file],
    parts: [area.element, file.element],
    buttons: make("button", { type: "submit", class: "govuk-button" }, CASES.show),
    answer: () => list(result, (shown = { given: file.read(), area: area.read() }), clock),
  });
  keptAsOfNow(result, () => clock.look());
  const example = () => download(CASES.files.example, csvOf(COLUMNS, EXAMPLE));
  return make(
    "div",
    null,
    heading(1, CASES.title),
    paragraph(CASES.readHere),
    make("div", { class: "govuk-inset-text" }, paragraph(CASES.aboutCsv), button(QUARTER.example, example)),
    made.element,
    result,
  );
}

async function list(result, { given, area }, clock, { isAgain = false } = {}) {
  const progress = make("progress", { "aria-label": CASES.working, max: given.length, value: 0 });
  result.replaceChildren(progress);
  const asked = { now: presentMoment().instant, bankHolidays: known("bankHolidays") };
  const [rows, problems] = [[], []];
  for (let first = 0; first < given.length; first += AT_ONCE) {
    for (const one of given.slice(first, first + AT_ONCE)) take(one, { ...asked, area: one.facts.area ?? area });
    progress.value = first;
    await new Promise((drawn) => setTimeout(drawn));
    // Another list was asked for meanwhile.
    if (!progress.isConnected) return;
  }
  const title = show(result, rows, problems, asked);
  if (!isAgain) title.focus();
  clock.set(rows.map(({ due }) => due));

  function take(one, added) {
    const facts = { ...one.facts, ...added };
    try {
      const [due] = classifyMany([facts]);
      const without = asked.bankHolidays?.length > 0 ? classifyMany([{ ...facts, bankHolidays: null }])[0] : due;
      rows.push({ ...one, facts, due, without });
    } catch (error) {
      if (!(error instanceof SafeguardingError)) throw error;
      problems.push({
        line: one.line,
        text: CASES.refused(one.ref, error.path.replace(/^cases\[0\]\.?/, ""), error.message),
      });
    }
  }
}

/** What must come first: what is late, then what ends first, then what has no time at all. */
function inOrder(rows) {
  const rank = ({ due }) => [due.overdue ? 0 : 1, due.dueInstant ? Date.parse(due.dueInstant) : Infinity];
  return rows.toSorted((one, other) => {
    const [[late, end], [otherLate, otherEnd]] = [rank(one), rank(other)];
    return late - otherLate || (end === otherEnd ? 0 : end - otherEnd);
  });
}

function show(result, rows, problems, { now }) {
  const open = inOrder(rows.filter(({ due }) => !due.held));
  const count = (is) => open.filter(is).length;
  const today = asInLondon(now).slice(0, 10);
  const moved = count(({ due, without }) => due.dueBy !== without.dueBy);
  const summary = CASES.summary({
    open: open.length,
    late: count(({ due }) => due.overdue),
    mayBeLate: count(({ due }) => mayBeOverdue(due, now)),
    dueToday: count(({ due }) => due.dueBy === today && standing(due, now) === ""),
  });
  const title = make("h2", { class: "govuk-heading-l", tabindex: "-1" }, summary);
  result.replaceChildren(
    ...contents([
      problemsIn(problems),
      make(
        "section",
        { class: "answer cases" },
        title,
        paragraph(CASES.workedOut(spokenMoment(asInLondon(now)))),
        moved > 0 && paragraph(CASES.moved(moved)),
        rows.length > open.length && paragraph(CASES.held(rows.length - open.length)),
        open.length > 0 && table(open, now),
        paragraph(CASES.holidays, linkTo("settings", SHARED.settings), "."),
      ),
      make(
        "div",
        { class: "govuk-button-group" },
        button(SHARED.downloadTable, () =>
          download(
            CASES.files.table,
            csvOf(
              TABLE,
              open.map((row) => cellsOf(row, now)),
            ),
          ),
        ),
        button(SHARED.print, () => window.print()),
      ),
    ]),
  );
  announce(summary);
  return title;
}

/** Its end is over, and a fact that is not known could still set another. */
function mayBeOverdue(due, now) {
  return !due.overdue && due.dueInstant !== null && Date.parse(due.dueInstant) < Date.parse(now);
}

function standing(due, now) {
  if (due.overdue) return DEADLINES.overdue;
  return mayBeOverdue(due, now) ? CASES.mayBeOverdue : "";
}

const TABLE = [
  CASES.csv.reference, QUARTER.csv.team, CASES.csv.standing, CASES.csv.dueBy, CASES.csv.without, PAGE.answer,
  CASES.csv.settles,
];

function cellsOf({ ref, team, due, without }, now) {
  return [
    ref,
    team,
    standing(due, now),
    due.dueBy ?? "",
    without.dueBy !== due.dueBy ? without.dueBy : "",
    due.heading,
    due.ask?.question ?? "",
  ];
}

function table(rows, now) {
  const column = (name) => make("th", { scope: "col", class: "govuk-table__header" }, name);
  const head = make("tr", null, [CASES.csv.reference, CASES.whenDue, CASES.csv.settles].map(column));
  return make(
    "table",
    { class: "govuk-table stacked" },
    make("thead", null, head),
    make(
      "tbody",
      null,
      rows.map((one) => row(one, standing(one.due, now))),
    ),
  );
}

function row({ ref, team, facts, due, without }, standing) {
  const when = due.dueBy ? spokenDate(due.dueBy) : DEADLINES.noTime;
  const cell = (column, ...parts) =>
    make("td", { class: "govuk-table__cell", "data-column": column }, ...contents(parts));
  return make(
    "tr",
    null,
    make("th", { scope: "row", class: "govuk-table__header" }, ref, team && make("p", { class: "quiet" }, team)),
    cell(
      CASES.whenDue,
      make("div", null, standing && [make("strong", null, standing), ": "], when),
      without.dueBy !== due.dueBy && make("p", { class: "quiet" }, CASES.without(spokenDate(without.dueBy))),
      why(facts),
    ),
    cell(CASES.csv.settles, due.ask?.question),
  );
}

/** Why it is so, worked out when somebody opens it. */
function why(facts) {
  const told = details(COMMON.why, make("div"));
  told.addEventListener("toggle", () => {
    if (!told.open) return;
    const { heading: answer, why: reasons } = explain({ question: "classify-concern", facts });
    told.lastElementChild.replaceChildren(...contents([paragraph(answer), bullets(reasons)]));
  });
  return told;
}
