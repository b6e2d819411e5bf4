// How the questions that an answer leaves open are to be answered.

import { questionsFor } from "safeguarding-rules";

/** The open questions of a decision with their kinds, the ones that could change it most first. */
export function openQuestions(name, decision, facts) {
  if (decision.ask.length === 0) return [];
  const isOpen = new Set(decision.ask.map(({ path }) => path));
  const known = questionsFor(name, facts).filter(({ path }) => isOpen.has(path));
  const isKnown = new Set(known.map(({ path }) => path));
  return [...known, ...decision.ask.filter(({ path }) => !isKnown.has(path))];
}
