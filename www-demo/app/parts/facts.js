// From a form's fields to the facts the library takes, and from a refusal's path back to the field.

import { put } from "safeguarding-rules/parts";

/** The facts of the fields that are asked and answered, each at its path. */
export function factsOf(fields) {
  const facts = {};
  for (const field of fields.filter((field) => field.path && field.isAsked)) {
    const value = field.fact();
    if (value !== undefined) put(facts, field.path, value);
  }
  return facts;
}

/** The field that a path speaks of: its own, or one that holds it as `services` holds `services[0]`. */
export function fieldAt(fields, path) {
  return (
    fields.find((field) => field.path === path) ??
    fields.find((field) => field.path && path.startsWith(`${field.path}[`))
  );
}
