// What is known of the case that is open: in this tab's memory alone. A path means the same fact in every view,
// so nothing is asked twice.

import { at, put } from "../../pkg-config/npm/elements/parts/paths.js";

let open = nothing();

function nothing() {
  return { facts: {}, parts: {}, answers: {} };
}

/** The value at a path of the facts, such as `concerns.seriousRisk`. */
export function known(path) {
  return at(open.facts, path);
}

/** Puts a value at a path; undefined takes it away. */
export function know(path, value) {
  put(open.facts, path, value);
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
export function answered(view, { question, facts, decision }) {
  open.answers[view] = { question, facts, decision };
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
