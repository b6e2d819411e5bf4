// A form of a page that no server gives out.
"use strict";

const form = document.querySelector("form");

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const { answer } = safeguardingRules.classifyConcern({
    area: "generic",
    concerns: { seriousRisk: true },
    othersConsidered: true,
    concernsIdentifiedAt: new FormData(form).get("identified"),
  });
  document.querySelector("output").textContent = answer.dueBy;
});
