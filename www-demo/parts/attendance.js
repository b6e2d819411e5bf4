// Who took part: ticked off after the meeting, and whether the minimum is met.

import { listAttendees } from "safeguarding-rules";
import { bullets, contents, heading, make, paragraph, section, table } from "../../pkg-config/npm/elements/parts/dom.js";
import { FORMATS } from "../../pkg-config/npm/elements/parts/people.js";
import { choice } from "../../pkg-config/npm/elements/parts/fields.js";
import { refusal } from "./form.js";
import { capital } from "../../pkg-config/npm/elements/parts/words.js";

const ATTENDANCE = [
  { value: "", label: "Not recorded", said: "not recorded" },
  { value: "in-person", label: "In person", said: "was there in person" },
  { value: "phone", label: "By phone or dial-in", said: "dialled in" },
  { value: "written-return-only", label: "Written return only", said: "sent a written return only" },
  { value: "absent", label: "Absent", said: "was not there" },
];

const ABOUT_THE_CHAIR = "chair-not-as-stated";
const SOMEBODY_ELSE = "somebody-else";

/** A table to tick off who took part in the meeting that `facts` describe. */
export function whoTookPart({ decision, facts }) {
  const { required, expected, optional, chair, format } = decision.answer;
  const rows = [...required, ...expected, ...optional].map((person) => ({ person, pick: pick(person) }));
  if (rows.length === 0) return null;
  const chairField = chair && choice({
    path: "chair.role",
    question: "Who chaired?",
    options: [...chair.roles.map((role, index) => ({ value: role, label: capital(chair.labels[index]) })), { value: SOMEBODY_ELSE, label: "Somebody else" }],
  });
  const formatField = format && choice({ path: "format", question: "In what form?", options: FORMATS });
  const fields = [chairField, formatField].filter(Boolean);
  const result = make("div", { class: "result", role: "status" });

  function check() {
    const recorded = rows.filter(({ pick }) => pick.value !== "");
    const attendance = Object.fromEntries(recorded.map(({ person, pick }) => [person.agency, pick.value]));
    const taken = { attendance, ...(chairField?.read() && { chair: { role: chairField.read() } }), ...(formatField?.read() && { format: formatField.read() }) };
    try {
      const checked = listAttendees({ ...facts, ...taken });
      result.replaceChildren(...contents(said(checked, decision, rows, chairField?.read() !== undefined)));
    } catch (error) {
      result.replaceChildren(paragraph(refusal(error, fields).text));
    }
  }

  return section(
    "Who took part",
    make(
      "div",
      { class: "not-in-notes" },
      paragraph("After the meeting, record who took part. Then check whether the minimum is met."),
      table("How each took part", ["Agency", "Took part"], rows.map(({ person, pick }) => [capital(person.label), pick])),
      fields.map((field) => field.element),
      make("button", { type: "button", class: "govuk-button govuk-button--secondary", onclick: check }, "Check the minimum"),
    ),
    result,
  );
}

function pick({ agency, label }) {
  return make(
    "select",
    { class: "govuk-select", "aria-label": `How did ${label} take part?`, "data-agency": agency },
    ATTENDANCE.map(({ value, label }) => make("option", { value }, label)),
  );
}

/** The result in plain words: the minimum, who else was needed, what to bear in mind, and what was recorded. */
function said({ answer, cautions }, before, rows, chairIsRecorded) {
  const known = new Set(before.cautions.map((caution) => caution.text));
  const isNews = ({ code, text }) => !known.has(text) && (chairIsRecorded || code !== ABOUT_THE_CHAIR);
  const how = (agency) => {
    const row = rows.find(({ person }) => person.agency === agency);
    const value = row?.pick.value ?? "";
    return `${row?.person.label ?? agency} ${value === "" ? "is not recorded" : ATTENDANCE.find((kind) => kind.value === value).said}`;
  };
  const missing = answer.missing.map(how).join("; ");
  const recorded = rows.filter(({ pick }) => pick.value !== "").map(({ person }) => capital(how(person.agency)));
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
