import { classifyConcern } from "safeguarding-rules";
import { recheck } from "safeguarding-rules/records";

const ANSWERS = { yes: true, no: false, unknown: "unknown" };

/** What may be kept of a posted form: the answer as this server works it out, and whether the page showed the same. */
export function kept(form) {
  // Where the page could not answer, only the form's own fields are posted.
  if (!form.has("how-soon-facts")) return { verdict: "same", paths: [], decision: classifyConcern(ownFacts(form)) };
  return recheck({
    question: "classify-concern",
    facts: { ...JSON.parse(form.get("how-soon-facts")), area: "generic" },
    decision: JSON.parse(form.get("how-soon")),
  });
}

function ownFacts(form) {
  return { area: "generic", concerns: { seriousRisk: ANSWERS[form.get("serious-risk")] }, concernsIdentifiedAt: form.get("identified") };
}
