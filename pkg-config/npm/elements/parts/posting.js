// Under which names an element's answer and facts are posted, so that any server reads both.

import { make } from "./dom.js";

const FACTS = "-facts";

/**
 * The name of the facts beside the answer's. PHP drops whatever follows the last bracket, so it goes inside:
 * "child[0][how-soon]" gives "child[0][how-soon-facts]", and "how-soon[]" gives "how-soon-facts[]".
 */
export function factsNameOf(name) {
  const [, before, end] = name.match(/^(.*?)(\]?(?:\[\])*)$/s);
  return before + FACTS + end;
}

/** The same as inputs, for scripts that collect a form's inputs by themselves. */
export function hiddenInputs(entries, host) {
  const form = host.getAttribute("form");
  return entries.map(([name, value]) => make("input", { type: "hidden", name, value, form, disabled: host.matches(":disabled") }));
}

/** Puts entries in the place of older ones among those that a form sends. Others may stand under the same names. */
export function renew(formData, before, now) {
  const isSame = ([name, value], [otherName, otherValue]) => name === otherName && value === otherValue;
  if (before.length === now.length && before.every((entry, place) => isSame(entry, now[place]))) return;
  const all = [...formData];
  const place = before.length > 0 ? all.findIndex((entry) => isSame(entry, before[0])) : all.length;
  all.splice(place, before.length, ...now);
  for (const name of new Set(formData.keys())) formData.delete(name);
  for (const [name, value] of all) formData.append(name, value);
}
