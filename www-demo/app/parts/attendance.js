// Who must be there, and where each stands: one table, kept in the case, and the check of the minimum.

import { listAttendees } from "safeguarding-rules";
import {
  ATTENDANCE, COMMON, FORMATS, PEOPLE, bullets, button, capital, choice, contents, heading, inPlace, make, paragraph,
  placeOf, table, tag,
} from "safeguarding-rules/parts";
import { part } from "./case.js";
import { refusal } from "./form.js";
import { ATTENDANCE_TABLE, SHARED } from "../words.js";

const NOT_ASKED = "not-asked";

/** Where somebody stands; `took` is what the library calls it once the meeting is over. */
const STANDINGS = [
  { value: NOT_ASKED, label: ATTENDANCE.states.notAsked, sign: "–" },
  { value: "asked", label: ATTENDANCE.states.askedNoReply, sign: "?" },
  { value: "coming", label: ATTENDANCE.states.coming, sign: "→" },
  { value: "came", label: ATTENDANCE.states.came, sign: "✓", took: "in-person", said: ATTENDANCE_TABLE.took.came },
  {
    value: "sent-a-report",
    label: ATTENDANCE.states.sentReport,
    sign: "≡",
    took: "written-return-only",
    said: ATTENDANCE_TABLE.took.sentReport,
  },
  {
    value: "did-not-come",
    label: ATTENDANCE.states.didNotCome,
    sign: "✗",
    took: "absent",
    said: ATTENDANCE_TABLE.took.didNotCome,
  },
];

const BY_TELEPHONE = FORMATS.map(({ value }) => value).filter((format) => format !== "meeting");
const ABOUT_THE_CHAIR = "chair-not-as-stated";
const SOMEBODY_ELSE = "somebody-else";

/** Where everybody stands, and who chaired in what form: by the agency's id. */
function kept() {
  return part("attendance", () => ({ standing: {}, chair: undefined, format: undefined }));
}

/** The table of who must, should and may be there at the meeting that `facts` describe, with where each stands. */
export function attendanceMatrix({ decision, facts }) {
  const { required, expected, optional } = decision.answer;
  const rows = [
    ...required.map((person) =>
      row(person, person.force === "must" ? ATTENDANCE_TABLE.must : ATTENDANCE_TABLE.should, true),
    ),
    ...expected.map((person) => row(person, PEOPLE.expected)),
    ...optional.map((person) => row(person, PEOPLE.optional)),
  ];
  if (rows.length === 0) return null;
  const warning = make("div");
  const warn = () => warning.replaceChildren(...contents([notAskedYet(rows)]));
  for (const one of rows) one.pick.addEventListener("change", () => keep(one, warn));
  warn();
  return make(
    "div",
    null,
    warning,
    make(
      "div",
      { class: "in-case-note" },
      table(
        ATTENDANCE_TABLE.caption,
        [COMMON.agency, ATTENDANCE_TABLE.needed, ATTENDANCE_TABLE.standing],
        rows.map((one) => [capital(one.person.label), needed(one, decision), standing(one)]),
      ),
    ),
    checkOfTheMinimum({ decision, facts, rows }),
  );
}

function row(person, word, isNeeded = false) {
  const now = kept().standing[person.agency] ?? NOT_ASKED;
  const options = STANDINGS.map(({ value, label }) => make("option", { value, selected: value === now }, label));
  const pick = make(
    "select",
    {
      class: "govuk-select",
      "aria-label": ATTENDANCE_TABLE.standingOf(capital(person.label)),
      "data-agency": person.agency,
    },
    options,
  );
  return {
    person,
    word,
    isNeeded,
    pick,
    sign: make("span", { class: "standing__sign", "aria-hidden": "true" }),
    inWords: make("span", { class: "on-paper" }),
    flag: make("span"),
  };
}

function standingOf({ pick }) {
  return STANDINGS.find(({ value }) => value === pick.value);
}

function isNotAsked({ isNeeded, pick }) {
  return isNeeded && pick.value === NOT_ASKED;
}

function keep(one, warn) {
  kept().standing[one.person.agency] = one.pick.value;
  show(one);
  warn();
}

function needed({ person, word }, decision) {
  return [
    make("strong", null, word),
    !person.settled && [" ", tag(COMMON.untilSettled, "yellow")],
    make("span", { class: "beneath" }, person.why),
    make("span", { class: "beneath quiet" }, placeOf(decision, person.rule)),
  ];
}

// The list to choose from is gone on paper and in case notes: there the words stand alone.
function standing(one) {
  show(one);
  return make(
    "span",
    { class: "standing" },
    one.sign,
    make("span", { class: "not-in-notes" }, one.pick),
    one.inWords,
    one.flag,
  );
}

function show(one) {
  const { sign, label } = standingOf(one);
  one.sign.textContent = `${sign} `;
  // A list that nobody has touched says nothing of anybody, on paper and in the note.
  one.inWords.textContent = kept().standing[one.person.agency] ? label : "";
  one.sign.classList.toggle("not-in-notes", one.inWords.textContent === "");
  one.flag.replaceChildren(
    ...contents([isNotAsked(one) && make("span", { class: "not-in-notes" }, tag(ATTENDANCE_TABLE.askThem, "yellow"))]),
  );
}

function notAskedYet(rows) {
  const names = rows.filter(isNotAsked).map(({ person }) => person.label);
  return (
    names.length > 0 &&
    make("p", { class: "govuk-inset-text" }, make("strong", null, ATTENDANCE_TABLE.notAskedYet), `${names.join(", ")}.`)
  );
}

// -------------------------------------------------------------------------------------------------------- the minimum

function checkOfTheMinimum({ decision, facts, rows }) {
  const { chair, format } = decision.answer;
  const chairField =
    chair &&
    choice({
      path: "chair.role",
      question: ATTENDANCE_TABLE.whoChaired,
      options: [
        ...chair.roles.map((role, index) => ({ value: role, label: capital(chair.labels[index]) })),
        { value: SOMEBODY_ELSE, label: ATTENDANCE_TABLE.somebodyElse },
      ],
    });
  const formatField = format && choice({ path: "format", question: ATTENDANCE_TABLE.form, options: FORMATS });
  const fields = [chairField, formatField].filter(Boolean);
  chairField?.set(kept().chair);
  formatField?.set(kept().format);
  const result = make("div", { class: "result", role: "status" });

  function check() {
    Object.assign(kept(), { chair: chairField?.read(), format: formatField?.read() });
    const attendance = Object.fromEntries(
      rows.filter((one) => standingOf(one).took).map((one) => [one.person.agency, tookPart(one, formatField?.read())]),
    );
    const taken = {
      attendance,
      ...(chairField?.read() && { chair: { role: chairField.read() } }),
      ...(formatField?.read() && { format: formatField.read() }),
    };
    try {
      const checked = listAttendees({ ...facts, ...taken });
      result.replaceChildren(...contents(said(checked, decision, rows, chairField?.read() !== undefined)));
    } catch (error) {
      result.replaceChildren(paragraph(refusal(error, fields).text));
    }
  }

  return [
    inPlace(
      ATTENDANCE_TABLE.afterTheMeeting,
      paragraph(ATTENDANCE_TABLE.recordFirst),
      fields.map((field) => field.element),
      button(ATTENDANCE_TABLE.checkTheMinimum, check),
    ),
    result,
  ];
}

function tookPart(one, format) {
  const { took } = standingOf(one);
  return took === "in-person" && BY_TELEPHONE.includes(format) ? "phone" : took;
}

/** The result in plain words: the minimum, who else was needed, what to bear in mind, and what was recorded. */
function said({ answer, cautions }, before, rows, chairIsRecorded) {
  const known = new Set(before.cautions.map((caution) => caution.text));
  const isNews = ({ code, text }) => !known.has(text) && (chairIsRecorded || code !== ABOUT_THE_CHAIR);
  const how = (agency) => {
    const found = rows.find(({ person }) => person.agency === agency);
    return ATTENDANCE_TABLE.how(
      found?.person.label ?? agency,
      (found && standingOf(found).said) ?? ATTENDANCE_TABLE.took.notRecorded,
    );
  };
  const missing = answer.missing.map(how).join("; ");
  const recorded = rows.filter((one) => standingOf(one).took).map(({ person }) => capital(how(person.agency)));
  return [
    heading(3, minimum(answer.quorate, missing)),
    answer.quorate !== false && missing && paragraph(ATTENDANCE_TABLE.neededToo(missing)),
    answer.chair && !chairIsRecorded && paragraph(ATTENDANCE_TABLE.chairNotRecorded),
    answer.chairValid === true && paragraph(ATTENDANCE_TABLE.chairValid),
    answer.format?.compliant === true && paragraph(ATTENDANCE_TABLE.formValid),
    answer.recordRequiredFrom.length > 0 &&
      paragraph(
        ATTENDANCE_TABLE.ownRecords(answer.recordRequiredFrom.map((agency) => labelOf(agency, rows)).join(", ")),
      ),
    bullets(cautions.filter(isNews).map(({ text }) => text)),
    recorded.length > 0 && [paragraph(ATTENDANCE_TABLE.recorded), bullets(recorded)],
  ];
}

function minimum(quorate, missing) {
  if (quorate === true) return SHARED.minimumMet;
  if (quorate === false) return ATTENDANCE_TABLE.minimumNotMet(missing);
  return SHARED.minimumOpen;
}

function labelOf(agency, rows) {
  return rows.find(({ person }) => person.agency === agency)?.person.label ?? agency;
}
