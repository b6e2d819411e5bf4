import { SafeguardingError, classifyConcern } from "./safeguarding-rules/index.js";

const timescale = document.querySelector("sg-timescale");
const place = document.querySelector("#own-answer");

// Whatever an answer says is shown: the heading, what would settle it, then every caution. A refusal is shown too.
function sentences(facts) {
  try {
    const { answer, ask, cautions } = classifyConcern(facts);
    return [answer.heading, answer.advice, ...ask.map(({ question }) => question), ...cautions.map(({ text }) => text)];
  } catch (error) {
    if (!(error instanceof SafeguardingError)) throw error;
    return [error.message];
  }
}

function item(textContent) {
  return Object.assign(document.createElement("li"), { textContent });
}

function show() {
  place.replaceChildren(...sentences(timescale.facts).filter(Boolean).map(item));
}

for (const told of ["sg-result", "sg-error"]) timescale.addEventListener(told, show);
show();
