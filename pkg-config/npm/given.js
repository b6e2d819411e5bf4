// What is given to the functions of records, read once: whatever code of the caller's runs meanwhile, it is over when it is looked at.

import { SafeguardingError } from "./error.js";

/** The fields of what is given; none where there is nothing. */
export function fieldsOf(given) {
  try {
    return { ...given };
  } catch {
    // What was thrown may hold what was typed.
    throw new SafeguardingError("unreadable", "", "This could not be read. Expected a plain object.");
  }
}

/** What is given as JSON has it; undefined where JSON cannot have it. */
export function asJson(given) {
  try {
    return JSON.parse(JSON.stringify(given));
  } catch {
    return undefined;
  }
}
