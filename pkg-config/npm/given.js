// What is given, read once: whatever code of the caller's runs meanwhile, it is over when it is looked at.

import { refuse } from "./error.js";

/** What is looked at in something that is given. What is thrown there is dropped, whatever it is: it may hold what was typed. */
export function touch(path, expected, look) {
  try {
    return look();
  } catch {
    return refuse("unreadable", path, `This could not be read. ${expected}`);
  }
}

/** The fields of what is given; none where there is nothing. */
export function fieldsOf(given) {
  return touch("", "Expected a plain object.", () => ({ ...given }));
}

/** What is given as JSON has it; undefined where JSON cannot have it. */
export function asJson(given) {
  try {
    return JSON.parse(JSON.stringify(given));
  } catch {
    return undefined;
  }
}
