// Many cases in one call: each is asked by itself, in order, and the first that is refused is named by its place.

import { SafeguardingError, refuse } from "./error.js";
import { touch } from "./given.js";

/** What `ask` answers to each case. Whatever could be read of a list is read once, before the first case is asked. */
export function each(cases, ask) {
  return listOf(cases).map((facts, place) => placed(place, () => ask(facts)));
}

/** What is answered to the case of a place, by which a refusal names it. */
export function placed(place, answer, list = "cases") {
  try {
    return answer();
  } catch (error) {
    if (!(error instanceof SafeguardingError) || error.code === "internal") throw error;
    return refuse(error.code, pathIn(`${list}[${place}]`, error.path), error.message);
  }
}

/** A plain list of our own, whatever is done with the caller's while its cases are answered. */
export function listOf(cases) {
  const list = touch("cases", "Expected a list of facts.", () => (Array.isArray(cases) ? entriesIn(cases) : undefined));
  if (list === undefined) refuse("bad-input", "cases", "Expected a list of facts, one entry for each case.");
  return list;
}

/** Up to the first gap, which counts as an entry that is none: a list of a thousand million gaps costs nothing. */
export function entriesIn(list) {
  const { length } = list;
  const entries = [];
  for (let place = 0; place < length; place++) {
    entries.push(list[place]);
    if (!(place in list)) break;
  }
  return entries;
}

function pathIn(place, path) {
  return path === "" || path.startsWith("[") ? `${place}${path}` : `${place}.${path}`;
}
