import { SafeguardingError, factsFrom, listAttendees } from "./safeguarding-rules/index.js";

const lookedAfter = document.querySelector("#looked-after");
const invite = document.querySelector("#invite");

function sentences(facts) {
  try {
    const { answer, ask, cautions } = listAttendees({ area: "county-durham", meetingType: "strategy", ...facts });
    const people = [...answer.required, ...answer.expected].map(({ label, force, why }) => `${label} (${force}): ${why}`);
    return [...people, ...ask.map(({ question }) => question), ...cautions.map(({ text }) => text)];
  } catch (error) {
    if (!(error instanceof SafeguardingError)) throw error;
    return [error.message];
  }
}

function item(textContent) {
  return Object.assign(document.createElement("li"), { textContent });
}

function show() {
  invite.replaceChildren(...sentences(factsFrom({ [lookedAfter.name]: lookedAfter.value })).map(item));
}

lookedAfter.addEventListener("change", show);
show();
