// The fields for facts that a pack asks for by path and question.

import { COMMON, choice, count, make, yesNoNotSure } from "safeguarding-rules/parts";
import { part } from "./case.js";
import { packsOf } from "./described.js";
import { ANSWERS_BY_PATH, COUNTED } from "./facts-asked.js";

const NOT_SURE = { value: "unknown", label: COMMON.notSure };

/** The field of a fact: yes, no or not sure, unless it takes other answers. */
export function fieldOf({ path, question }, settings = {}) {
  if (COUNTED.includes(path)) return count({ path, question, ...settings });
  const answers = ANSWERS_BY_PATH[path];
  return answers
    ? choice({ path, question, options: [...answers, NOT_SURE], ...settings })
    : yesNoNotSure({ path, question, ...settings });
}

/** The field of a fact that an area's documents ask for, in their words, or nothing where they do not. */
export function fieldAtPath(area, path, settings = {}) {
  const question = packsOf(area).facts.find((fact) => fact.path === path)?.question;
  return question && fieldOf({ path, question }, settings);
}

/**
 * Fields for what an answer leaves open, kept by the view named `name`. They are answered with the answer; once
 * they are, they stand in the form as well, where the answer can be changed.
 */
export function openQuestions(name) {
  const asked = part(`${name}.asked`, () => []);
  const element = make("div");
  const fields = new Map();

  function field(ask) {
    if (!fields.has(ask.path)) {
      // A number cannot be answered in place.
      const made = fieldOf(ask, { onlyIf: () => COUNTED.includes(ask.path) || made.read() !== undefined });
      fields.set(ask.path, made);
      element.append(made.element);
    }
    return fields.get(ask.path);
  }

  return {
    element,
    fields: () => asked.map(field),
    /** Takes up what is asked and has no field yet. */
    take: (asks, others) => {
      const isNew = ({ path }) =>
        !others.some((other) => other.path === path) && !asked.some((one) => one.path === path);
      asked.push(...asks.filter(isNew).map(({ path, question }) => ({ path, question })));
    },
  };
}
