import { explain } from "./safeguarding-rules/index.js";
import { openWorker } from "./safeguarding-rules/worker.js";

const NEVER = "9999";
const status = document.querySelector("[role=status]");
const table = document.querySelector("table");

const now = new Date();
const cases = (await (await fetch("cases.json")).json()).map(({ reference, facts }) => ({ reference, facts: { ...facts, now } }));

const worker = openWorker();
const dues = await worker.classifyMany(cases.map(({ facts }) => facts), { onProgress });
worker.close();

const open = dues.map((due, place) => ({ ...cases[place], due })).filter(({ due }) => !due.held);
open.sort((one, other) => other.due.overdue - one.due.overdue || endOf(one).localeCompare(endOf(other)));
table.tBodies[0].replaceChildren(...open.map(row));
table.hidden = false;
status.textContent = `${open.length} open cases, ${open.filter(({ due }) => due.overdue).length} overdue`;

function onProgress(done, total) {
  status.textContent = `${done} of ${total} cases`;
}

function endOf({ due }) {
  return due.dueInstant ? new Date(due.dueInstant).toISOString() : NEVER;
}

function row({ reference, facts, due }) {
  const row = document.createElement("tr");
  const why = document.createElement("button");
  why.textContent = reference;
  why.addEventListener("click", () => showWhy(facts));
  row.insertCell().append(why);
  row.insertCell().textContent = `${due.overdue ? "Overdue: " : ""}${due.heading}`;
  row.insertCell().textContent = due.ask?.question ?? "";
  return row;
}

function showWhy(facts) {
  const { why } = explain({ question: "classify-concern", facts });
  document.querySelector("#why").replaceChildren(...why.map(paragraph));
}

function paragraph(sentence) {
  const element = document.createElement("p");
  element.textContent = sentence;
  return element;
}
