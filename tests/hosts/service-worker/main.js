const ANSWERS = { yes: true, no: false, unknown: "unknown" };
const form = document.querySelector("form");
const result = document.querySelector("[role=status]");

navigator.serviceWorker.register("service-worker.js", { type: "module" });

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const given = new FormData(form);
  const { decision, refusal } = await told({
    area: "generic",
    concerns: { seriousRisk: ANSWERS[given.get("serious-risk")] },
    concernsIdentifiedAt: given.get("identified"),
  });
  if (refusal) return show([refusal]);
  const { answer, ask, cautions } = decision;
  show([answer.heading, answer.advice, ...ask.map(({ question }) => question), ...cautions.map(({ text }) => text)]);
});

// A message stays on this machine. An address that only the worker is meant to answer would be sent while there is none.
async function told(facts) {
  const { active } = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  return new Promise((answered) => {
    port1.onmessage = ({ data }) => answered(data);
    active.postMessage(facts, [port2]);
  });
}

function show(sentences) {
  result.replaceChildren(...sentences.filter(Boolean).map(paragraph));
}

function paragraph(sentence) {
  const element = document.createElement("p");
  element.textContent = sentence;
  return element;
}
