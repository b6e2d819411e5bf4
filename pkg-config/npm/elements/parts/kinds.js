// How the questions that an answer leaves open are to be answered.

import { questionsFor } from "safeguarding-rules";

/** The open questions of a decision with their kinds, the ones that could change it most first. */
export function openQuestions(name, decision, facts) {
  return decision.settled ? [] : questionsFor(name, facts).filter(({ settles }) => settles);
}
