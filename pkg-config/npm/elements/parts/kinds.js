// How the questions that an answer leaves open are to be answered.

import { questionsFor } from "safeguarding-rules";

/** Kept, because to work out what could change an answer takes much longer than the answer, and a kind stays what it is. */
const kinds = new Map();

const keyOf = ({ path, question }) => `${path} ${question}`;

/** The open questions of a decision, in its order, each with its kind. */
export function openQuestions(name, { ask }, facts) {
  if (!ask.every((open) => kinds.has(keyOf(open)))) {
    for (const { path, question, kind, words } of questionsFor(name, facts)) kinds.set(keyOf({ path, question }), { path, question, kind, words });
  }
  return ask.map((open) => kinds.get(keyOf(open)) ?? open);
}
