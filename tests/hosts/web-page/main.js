import { SafeguardingError, classifyConcern, init } from "./safeguarding-rules/web.js";

await init(undefined, { areas: ["generic"] });

const ANSWERS = { yes: true, no: false, unknown: "unknown" };
const form = document.querySelector("form");
const result = document.querySelector("[role=status]");

form.addEventListener("submit", (event) => {
  event.preventDefault();
  show(sentencesOn(new FormData(form)));
});

function sentencesOn(given) {
  try {
    const { answer, ask, cautions } = classifyConcern({
      area: "generic",
      concerns: { seriousRisk: ANSWERS[given.get("serious-risk")] },
      concernsIdentifiedAt: given.get("identified"),
    });
    return [answer.heading, answer.advice, ...ask.map(({ question }) => question), ...cautions.map(({ text }) => text)];
  } catch (error) {
    if (!(error instanceof SafeguardingError)) throw error;
    return [error.message];
  }
}

function show(sentences) {
  result.replaceChildren(...sentences.filter(Boolean).map(paragraph));
}

function paragraph(sentence) {
  const element = document.createElement("p");
  element.textContent = sentence;
  return element;
}
