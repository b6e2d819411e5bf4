// The custom elements, in a program for a page.

import "safeguarding-rules/elements";
import type { ListAttendeesAnswer, Timescale } from "safeguarding-rules";
import type { Told, ToldError } from "safeguarding-rules/elements";
import { RULES, choice, heading, put, reasons, ruleItem, section, spokenDate, type Field } from "safeguarding-rules/parts";

const timescale = document.createElement("sg-timescale");
timescale.facts = { area: "generic", concerns: { seriousRisk: true } };
timescale.classes = { "govuk-tag": "tag" };
export const soon: Timescale | null | undefined = timescale.decision?.answer.timescale;
export const protect: "yes" | "no" | "unknown" | null = document.querySelector("sg-protect-now")?.value ?? null;

timescale.addEventListener("sg-result", ({ detail }) => {
  const version: 1 = detail.api;
  show(version, detail.settled);
  // @ts-expect-error what an event carries is not to be changed
  detail.settled = true;
});
timescale.addEventListener("sg-error", ({ detail }: CustomEvent<ToldError>) => show(detail.code, detail.path, detail.message));

const attendance = document.createElement("sg-attendance");
attendance.value = { police: "coming" };
// @ts-expect-error a word that is not in the list
attendance.value = { police: "perhaps" };
attendance.addEventListener("sg-change", (event) => {
  const told = event.detail as Told<ListAttendeesAnswer>;
  show(told.answer.quorate);
});

document.createElement("sg-action-check").addEventListener("sg-advice", ({ detail }) => show(detail.answer.missing));
document.createElement("sg-deadlines").addEventListener("sg-export", (event) => {
  event.preventDefault();
  show(event.detail.answer.deadlines[0]?.due);
});
document.createElement("sg-basis").facts = { purpose: "To plan the safeguarding of a child" };
document.createElement("sg-checklist").facts = { area: "hampshire", list: "agenda" };
// @ts-expect-error it has no value of its own
document.createElement("sg-source").value = "TR-T0";

const asked: Field = choice({ path: "concerns.seriousRisk", question: "Is there a serious risk?", options: [{ value: true, label: "Yes" }] });
const known: { area: string; concerns?: object } = { area: "generic" };
put(known, "concerns.seriousRisk", asked.fact());
document.body.append(asked.element, heading(1, spokenDate("2027-01-04")));
attendance.addEventListener("sg-change", (event) => {
  const told = event.detail as Told<ListAttendeesAnswer>;
  section(RULES.basis, reasons(told), told.because.map((rule) => ruleItem(rule)));
});
// @ts-expect-error a date is a text
spokenDate(20270104);

function show(..._words: readonly unknown[]): void {}
