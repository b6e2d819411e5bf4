import { isDeepStrictEqual } from "node:util";
import { classifyConcern } from "safeguarding-rules";

const ANSWERS = { yes: true, no: false, unknown: "unknown" };

/** What may be kept of a posted form: its facts, the answer as this server works it out, and whether the page showed the same. */
export function rechecked(posted) {
  const facts = { ...factsOf(posted), area: "generic" };
  const decision = classifyConcern(facts);
  return { facts, decision, wasShown: isDeepStrictEqual(shownIn(posted), decision) };
}

// Where the page could not answer, only the form's own fields are posted.
function factsOf(posted) {
  if (posted.has("how-soon-facts")) return JSON.parse(posted.get("how-soon-facts"));
  return { concerns: { seriousRisk: ANSWERS[posted.get("serious-risk")] }, concernsIdentifiedAt: posted.get("identified") };
}

function shownIn(posted) {
  const { api, ...decision } = JSON.parse(posted.get("how-soon") ?? "{}");
  return decision;
}
