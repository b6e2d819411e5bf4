import { recheck } from "safeguarding-rules/records";

/** What may be kept of a posted form: the answer as this server works it out, and whether the page showed the same. */
export function kept(form) {
  return recheck({
    question: "classify-concern",
    facts: { ...JSON.parse(form.get("how-soon-facts")), area: "county-durham" },
    decision: JSON.parse(form.get("how-soon")),
  });
}
