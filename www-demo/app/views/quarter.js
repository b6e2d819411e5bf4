// The quarter: what the meetings of three months add up to. The file is read here and goes nowhere.

import { SafeguardingError, reportQuarter } from "safeguarding-rules";
import {
  COMMON,
  RULES,
  basis,
  button,
  cautions,
  choice,
  contents,
  heading,
  make,
  moment,
  paragraph,
  presentMoment,
  reasons,
  section,
} from "safeguarding-rules/parts";
import { areaField } from "../parts/areas.js";
import { known } from "../parts/case.js";
import { announce } from "../parts/announce.js";
import { lastBeside } from "../parts/beside.js";
import { form } from "../parts/form.js";
import { showProblems } from "../parts/problems.js";
import { loadedPacks } from "../parts/settings.js";
import { linkTo } from "../parts/router.js";
import { TableFileField, firstOf } from "../parts/table-file-field.js";
import { lastQuarter, quartersUpTo } from "../parts/quarters.js";
import { turnedOver } from "../parts/turned-over.js";
import { areFew } from "../out/many-meetings.js";
import { COLUMNS, EXAMPLE } from "../out/meetings.js";
import { placeOf } from "../out/same-meeting.js";
import { download } from "../out/download.js";
import { sourceOf, workedOut } from "../out/exports.js";
import { csvOf } from "../out/table.js";
import { CASES, QUARTER, QUARTER_PICTURE, SHARED } from "../words.js";

const NAME = "quarter";
const TITLE = SHARED.theQuarter;
/** `pictures` draw an answer's measures, and those of several quarters. */
export function quarter(pictures) {
  const start = questions(pictures);
  return { name: NAME, title: TITLE, group: NAME, screen: () => ({ element: start }) };
}

function questions(pictures) {
  const last = lastQuarter(presentMoment().london.slice(0, 10));
  const fields = [
    areaField(),
    moment({ path: "from", question: QUARTER.firstDay, name: QUARTER.firstDayName, withTime: false, mayBeAhead: true }),
    moment({ path: "until", question: QUARTER.lastDay, name: QUARTER.lastDayName, withTime: false, mayBeAhead: true }),
    audience(),
    new TableFileField({
      task: "meetings",
      path: "meetings",
      label: QUARTER.file,
      required: QUARTER.fileRequired,
      told: QUARTER.read,
    }),
  ];
  fields[0].set(known("area"));
  fields[1].set(last.from);
  fields[2].set(last.until);
  const [result, beside] = [make("div"), lastBeside()];
  const made = form({
    own: true,
    fields: () => fields,
    parts: fields.map((field) => field.element),
    buttons: make("button", { type: "submit", class: "govuk-button" }, QUARTER.show),
    answer: (facts) => (areFew(facts.meetings) ? show : showMany)(result, facts, pictures, fields.at(-1), beside),
  });
  const openCases = paragraph(QUARTER.openCases, linkTo("cases", CASES.title), ".");
  const before = make(
    "div",
    { class: "before-report" },
    heading(1, TITLE),
    paragraph(QUARTER.countedHere),
    openCases,
    template(),
    made.element,
  );
  return make("div", null, before, result);
}

function audience() {
  const field = choice({
    path: "audience",
    question: QUARTER.forWhom,
    options: [
      { value: "partnership", label: QUARTER.forPartnership, hint: QUARTER.forPartnershipHint },
      { value: "public", label: QUARTER.forPublic, hint: QUARTER.forPublicHint },
    ],
  });
  field.set("partnership");
  return field;
}

function template() {
  return make(
    "div",
    { class: "govuk-inset-text" },
    paragraph(QUARTER.aboutCsv),
    button(QUARTER.example, () => download(QUARTER.files.example, csvOf(COLUMNS, EXAMPLE))),
  );
}

/** What is doubtful in the records, each where it stands in the file. */
function doubts({ check, moreToCheck = 0 }, placeOf) {
  const said = ({ path, text }) => QUARTER.doubt(saidPlace(path, placeOf(path)), text);
  return check.length > 0 && section(QUARTER.lookFirst, firstOf(check.map(said), moreToCheck));
}

function saidPlace(path, place) {
  if (place) return QUARTER.placeInFile(place.line, place.column);
  const [, index, field] = path.match(/^meetings\[(\d+)\]\.?(.*)$/) ?? [];
  return index === undefined ? path : QUARTER.meeting(Number(index) + 1, field);
}

function show(result, facts, pictures, file) {
  const placeIn = (path) => placeOf(path, file.places);
  try {
    const reportOn = ({ label, from, until }) => ({
      label,
      from,
      answer: reportQuarter({ ...facts, from, until }).answer,
    });
    tell(result, facts, pictures, {
      decision: reportQuarter(facts),
      before: quartersUpTo(facts).map(reportOn),
      placeIn,
    });
  } catch (error) {
    refused(error, file, placeIn);
  }
}

/** Where there are too many meetings for the page, they are counted beside it, and it is told how far that is. */
async function showMany(result, { meetings: _, from, until, ...others }, pictures, file, beside) {
  const common = { from, until, ...others };
  const progress = make("progress", { "aria-label": QUARTER.counting, value: 0 });
  result.replaceChildren(progress);
  try {
    const given = { file: file.file, common, quarters: quartersUpTo(common), loaded: loadedPacks() };
    const { decision, before, places } = await beside("quarter", given, (part) => (progress.value = part));
    tell(result, common, pictures, { decision, before, placeIn: (path) => places.get(path) });
  } catch (error) {
    result.replaceChildren();
    refused(error, file, () => error.place);
  }
}

function refused(error, file, placeIn) {
  if (!(error instanceof SafeguardingError) && error.code === undefined) throw error;
  showProblems([{ field: error.path?.startsWith("meetings") ? file : null, text: refusal(error, placeIn) }]);
}

function tell(result, facts, pictures, { decision, before, placeIn }) {
  const { answer } = decision;
  result.replaceChildren(
    ...contents([
      doubts(answer, placeIn),
      make(
        "section",
        { class: "answer" },
        make("h2", { class: "govuk-heading-l", tabindex: "-1" }, answer.heading),
        leftOut(answer),
        pictures.bars(answer),
        reasons(decision),
        cautions(decision),
        basis(decision),
      ),
      quarterByQuarter(before, pictures),
      make(
        "div",
        { class: "govuk-button-group" },
        button(SHARED.downloadTable, () => download(QUARTER.files.table, tableOf(decision))),
        button(QUARTER.downloadJson, () =>
          download(QUARTER.files.answer, JSON.stringify({ workedOut: workedOut(decision), ...decision }, null, 1)),
        ),
        button(SHARED.print, () => window.print()),
      ),
      facts.meetings && turnedOver({ question: "reportQuarter", facts, decision }),
    ]),
  );
  result.querySelector("h2").focus();
  announce(answer.heading);
}

/** What the same file says of the quarters before, from the first with a meeting in it. */
function quarterByQuarter(answers, pictures) {
  const known = answers.slice(answers.findIndex(({ answer }) => answer.meetings.number !== 0));
  return known.length > 1 ? section(QUARTER.quarterByQuarter, pictures.run(known)) : null;
}

const TABLE = [
  SHARED.measure,
  COMMON.agency,
  QUARTER.csv.team,
  QUARTER.csv.number,
  QUARTER.csv.of,
  QUARTER.csv.perCent,
  SHARED.notRecorded,
  QUARTER.csv.rule,
  SHARED.source,
  RULES.workedOut,
];

function tableOf(decision) {
  const said = ({ number, suppressed }) => (suppressed ? QUARTER_PICTURE.notShown : number);
  const rows = decision.answer.measures.flatMap(({ id, text, rows }) =>
    rows.map((row) => [
      text,
      row.agency ?? (row.team === null ? QUARTER.all : ""),
      row.team ?? "",
      said(row.count),
      said(row.of),
      row.perCent ?? "",
      said(row.notRecorded),
      id,
      sourceOf(decision),
      workedOut(decision),
    ]),
  );
  return csvOf(TABLE, rows);
}

function refusal({ code, path, message }, placeIn) {
  if (code === "too-large") return QUARTER.tooMany;
  return QUARTER.refused(saidPlace(path, placeIn(path)), message);
}

function leftOut({ provisionalLeftOut, outsideLeftOut }) {
  return [
    provisionalLeftOut > 0 && paragraph(QUARTER.provisional(provisionalLeftOut)),
    outsideLeftOut > 0 && paragraph(QUARTER.outside(outsideLeftOut)),
  ];
}
