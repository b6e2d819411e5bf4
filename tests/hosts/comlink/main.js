import { wrap } from "comlink";

const ANSWERS = { yes: true, no: false, unknown: "unknown" };
const rules = wrap(new Worker(new URL("worker.js", import.meta.url), { type: "module" }));
const form = document.querySelector("form");
const result = document.querySelector("[role=status]");

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const given = new FormData(form);
  const { decision, refusal } = await rules.classifyConcern({
    area: "generic",
    concerns: { seriousRisk: ANSWERS[given.get("serious-risk")] },
    concernsIdentifiedAt: given.get("identified"),
  });
  if (refusal) return show([refusal]);
  const { answer, ask, cautions } = decision;
  show([answer.heading, answer.advice, ...ask.map(({ question }) => question), ...cautions.map(({ text }) => text)]);
});

function show(sentences) {
  result.replaceChildren(...sentences.filter(Boolean).map(paragraph));
}

function paragraph(sentence) {
  const element = document.createElement("p");
  element.textContent = sentence;
  return element;
}
