import { classifyConcern, factsFrom, questionsFor } from "./safeguarding-rules/index.js";

const QUESTION = "classify-concern";
const INPUTS = { date: "date", moment: "datetime-local", count: "number" };
const ANSWERS = [{ id: "yes", label: "Yes" }, { id: "no", label: "No" }];
const form = document.querySelector("form");
const asked = [];

/** Answers what is known, and asks whatever was not asked before. Where nothing is new, there is nothing more to ask. */
function goOn() {
  const facts = factsFrom(new FormData(form), asked);
  document.querySelector("[role=status]").textContent = classifyConcern(facts).answer.heading;
  const fresh = questionsFor(QUESTION, facts).filter(({ path }) => !asked.some((field) => field.path === path));
  asked.push(...fresh);
  form.lastElementChild.before(...fresh.map(field));
}

function field({ path, question, kind, several = false, words = kind === "answer" ? ANSWERS : undefined }) {
  const input = document.createElement(words ? "select" : "input");
  if (words) input.append(...(several ? [] : [new Option("Not known", "")]), ...words.map(({ id, label }) => new Option(label, id)));
  Object.assign(input, words ? { name: path, multiple: several } : { name: path, type: INPUTS[kind] ?? "text" });
  const label = document.createElement("label");
  label.append(question, document.createElement("br"), input);
  const paragraph = document.createElement("p");
  paragraph.append(label);
  return paragraph;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  goOn();
});
goOn();
