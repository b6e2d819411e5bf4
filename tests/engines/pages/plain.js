// A form of a portal, and the package beside it: nothing was built.

import * as rules from "./safeguarding-rules/index.js";

// The tests ask through this name.
globalThis.rules = rules;

const form = document.querySelector("form");

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const { answer } = rules.classifyConcern({
    area: "generic",
    concerns: { seriousRisk: true },
    othersConsidered: true,
    concernsIdentifiedAt: new FormData(form).get("identified"),
  });
  document.querySelector("output").textContent = answer.dueBy;
});
