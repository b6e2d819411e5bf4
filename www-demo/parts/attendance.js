// Who must be there, and where each stands: one table, kept in the case, and the check of the minimum.

import { listAttendees } from "safeguarding-rules";
import { part } from "./case.js";
import { bullets, button, contents, heading, inPlace, make, paragraph, table, tag } from "./dom.js";
import { choice } from "./fields.js";
import { refusal } from "./form.js";
import { placeOf } from "./rules.js";
import { capital } from "./words.js";

export const FORMATS = [
  { value: "meeting", label: "One multi-agency meeting" },
  { value: "conference-call", label: "One conference call" },
  { value: "telephone", label: "A discussion by telephone" },
  { value: "serial-phone-calls", label: "One phone call after another" },
];

const NOT_ASKED = "not-asked";

/** Where somebody stands; `took` is what the library calls it once the meeting is over. */
const STANDINGS = [
  { value: NOT_ASKED, label: "Not asked", sign: "–" },
  { value: "asked", label: "Asked, no reply", sign: "?" },
  { value: "coming", label: "Coming", sign: "→" },
  { value: "came", label: "Came", sign: "✓", took: "in-person", said: "came" },
  { value: "sent-a-report", label: "Sent a report", sign: "≡", took: "written-return-only", said: "sent a report and did not come" },
  { value: "did-not-come", label: "Did not come", sign: "✗", took: "absent", said: "did not come" },
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
    ...required.map((person) => row(person, person.force === "must" ? "Must attend" : "Should attend", true)),
    ...expected.map((person) => row(person, "Expected")),
    ...optional.map((person) => row(person, "May be invited")),
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
      table("Who is needed, and where each stands", ["Agency", "Needed", "So far"], rows.map((one) => [capital(one.person.label), needed(one, decision), standing(one)])),
    ),
    checkOfTheMinimum({ decision, facts, rows }),
  );
}

function row(person, word, isNeeded = false) {
  const now = kept().standing[person.agency] ?? NOT_ASKED;
  const options = STANDINGS.map(({ value, label }) => make("option", { value, selected: value === now }, label));
  const pick = make("select", { class: "govuk-select", "aria-label": `${capital(person.label)}: so far`, "data-agency": person.agency }, options);
  return { person, word, isNeeded, pick, sign: make("span", { class: "standing__sign", "aria-hidden": "true" }), inWords: make("span", { class: "on-paper" }), flag: make("span") };
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
    !person.settled && [" ", tag("Until this is settled", "yellow")],
    make("span", { class: "beneath" }, person.why),
    make("span", { class: "beneath quiet" }, placeOf(decision, person.rule)),
  ];
}

// The list to choose from is gone on paper and in case notes: there the words stand alone.
function standing(one) {
  show(one);
  return make("span", { class: "standing" }, one.sign, make("span", { class: "not-in-notes" }, one.pick), one.inWords, one.flag);
}

function show(one) {
  const { sign, label } = standingOf(one);
  one.sign.textContent = `${sign} `;
  one.inWords.textContent = label;
  one.flag.replaceChildren(...contents([isNotAsked(one) && tag("Ask them", "yellow")]));
}

function notAskedYet(rows) {
  const names = rows.filter(isNotAsked).map(({ person }) => person.label);
  return names.length > 0 && make("p", { class: "govuk-inset-text" }, make("strong", null, "Needed and not asked yet: "), `${names.join(", ")}.`);
}

// -------------------------------------------------------------------------------------------------------- the minimum

function checkOfTheMinimum({ decision, facts, rows }) {
  const { chair, format } = decision.answer;
  const chairField = chair && choice({
    path: "chair.role",
    question: "Who chaired?",
    options: [...chair.roles.map((role, index) => ({ value: role, label: capital(chair.labels[index]) })), { value: SOMEBODY_ELSE, label: "Somebody else" }],
  });
  const formatField = format && choice({ path: "format", question: "In what form?", options: FORMATS });
  const fields = [chairField, formatField].filter(Boolean);
  chairField?.set(kept().chair);
  formatField?.set(kept().format);
  const result = make("div", { class: "result", role: "status" });

  function check() {
    Object.assign(kept(), { chair: chairField?.read(), format: formatField?.read() });
    const attendance = Object.fromEntries(rows.filter((one) => standingOf(one).took).map((one) => [one.person.agency, tookPart(one, formatField?.read())]));
    const taken = { attendance, ...(chairField?.read() && { chair: { role: chairField.read() } }), ...(formatField?.read() && { format: formatField.read() }) };
    try {
      const checked = listAttendees({ ...facts, ...taken });
      result.replaceChildren(...contents(said(checked, decision, rows, chairField?.read() !== undefined)));
    } catch (error) {
      result.replaceChildren(paragraph(refusal(error, fields).text));
    }
  }

  return [
    inPlace("After the meeting: was the minimum met?", paragraph("Record above who came. Then check."), fields.map((field) => field.element), button("Check the minimum", check)),
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
    return `${found?.person.label ?? agency} ${(found && standingOf(found).said) ?? "is not recorded"}`;
  };
  const missing = answer.missing.map(how).join("; ");
  const recorded = rows.filter((one) => standingOf(one).took).map(({ person }) => capital(how(person.agency)));
  return [
    heading(3, minimum(answer.quorate, missing)),
    answer.quorate !== false && missing && paragraph(`Needed too: ${missing}.`),
    answer.chair && !chairIsRecorded && paragraph("Who chaired is not recorded."),
    answer.chairValid === true && paragraph("The chair is one that the document names."),
    answer.format?.compliant === true && paragraph("The form is one that the documents allow."),
    answer.recordRequiredFrom.length > 0 && paragraph(`Each makes a record of its own: ${answer.recordRequiredFrom.map((agency) => labelOf(agency, rows)).join(", ")}.`),
    bullets(cautions.filter(isNews).map(({ text }) => text)),
    recorded.length > 0 && [paragraph("Recorded:"), bullets(recorded)],
  ];
}

function minimum(quorate, missing) {
  if (quorate === true) return "The minimum is met";
  if (quorate === false) return `The minimum is not met: ${missing}`;
  return "These documents do not settle whether a minimum is met";
}

function labelOf(agency, rows) {
  return rows.find(({ person }) => person.agency === agency)?.person.label ?? agency;
}
