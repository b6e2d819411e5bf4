// What a pack changes beside another, with a case for each way in which answers change.

import { make } from "./dom.js";
import { AFTER, BEFORE, CASE, CASES, DIFFERENT, QUESTIONS, RULES_THAT_DIFFER } from "./words.js";

export function differencesShown({ heading, rules, regions }) {
  const differing = rules.map(({ id, how }) => make("li", {}, `${DIFFERENT[how]}: ${id}`));
  return [
    make("h3", {}, heading),
    make("details", {}, make("summary", {}, RULES_THAT_DIFFER(rules.length)), make("ul", {}, differing)),
    ...regions.map(regionShown),
  ];
}

function regionShown({ question, example, before, after, cases, of }) {
  const lines = [[QUESTIONS[question] ?? question, CASES(cases, of)], [CASE, example], [BEFORE, before], [AFTER, after]];
  return make("dl", {}, lines.flatMap(([name, text]) => [make("dt", {}, name), make("dd", {}, text)]));
}
