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
  const isAt = (all, place) => before.every((entry, offset) => isSame(entry, all[place + offset]));
  if (before.length === now.length && isAt(now, 0)) return;
  const all = [...formData];
  const place = all.findIndex((_, place) => before.length > 0 && isAt(all, place));
  if (place >= 0) all.splice(place, before.length, ...now);
  // A script has changed them or taken them away: what it left of them goes, and nothing else.
  else all.splice(0, all.length, ...without(all, before), ...now);
  for (const name of new Set(formData.keys())) formData.delete(name);
  for (const [name, value] of all) formData.append(name, value);
}

function without(all, others) {
  return all.filter((entry) => !others.some((other) => isSame(entry, other)));
}

function isSame([name, value], [otherName, otherValue] = []) {
  return name === otherName && value === otherValue;
}
