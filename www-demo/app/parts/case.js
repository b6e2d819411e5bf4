// What is known of the case that is open: in this tab alone. A path means the same fact in every view,
// so nothing is asked twice.

import { at, put, withMore } from "safeguarding-rules/parts";

let open = nothing();

function nothing() {
  return { facts: {}, parts: {}, answers: {} };
}

/**
 * The value at a path of the facts, such as `concerns.seriousRisk`.
 * @returns {any} what a path holds is known to whoever asks for it
 */
export function known(path) {
  return at(open.facts, path);
}

/** Puts a value at a path; undefined takes it away. */
export function know(path, value) {
  put(open.facts, path, value);
}

/**
 * The facts of an answer: those it was given over those of the case as they were `then`. What is given in place is the
 * case's too; what is changed elsewhere is not the answer's, and `isOfTheCase` tells whether both still say the same at
 * some paths.
 */
export function factsOfAnswer(given, then = open.facts) {
  const own = structuredClone(withMore(then, given));
  return {
    all: own,
    known: (path) => at(own, path),
    know: (path, value) => {
      for (const facts of [own, open.facts]) put(facts, path, value);
    },
    isOfTheCase: (paths) => paths.every((path) => JSON.stringify(at(own, path)) === JSON.stringify(known(path))),
  };
}

/** What a view keeps beside facts, such as a list of actions. It is changed in place. */
export function part(name, begin) {
  return (open.parts[name] ??= begin());
}

/** Puts a part in the place of what a view kept. */
export function setPart(name, value) {
  open.parts[name] = value;
}

/** Remembers what was asked and answered last in a view, for a copy of the case. */
export function answered(view, { question, facts, decision, own }) {
  open.answers[view] = { question, facts, decision, known: own.all };
}

/** What a view's question was answered last in this case, if it was. */
export function lastAnswer(view) {
  return open.answers[view];
}

/** All of it, as plain data. */
export function everything() {
  return structuredClone(open);
}

/** Puts another case in this one's place. */
export function replaceBy(other) {
  open = { ...nothing(), ...structuredClone(other) };
}
