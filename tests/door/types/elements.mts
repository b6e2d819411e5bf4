// The custom elements, in a program for a page.

import "safeguarding-rules/elements";
import type { ListAttendeesAnswer, Timescale } from "safeguarding-rules";
import type { Told, ToldError } from "safeguarding-rules/elements";

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

function show(..._words: readonly unknown[]): void {}
