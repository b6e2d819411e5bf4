// Begins a pack that is without doubt, from what only its author knows, with a first rule where there is one.

import rule from "./begun/rule.toml";
import template from "./begun/template.toml";
import { SafeguardingError } from "./error.js";
import { placeOf, textOf } from "./facts.js";

/** What stands in a pack until its author says it, so that every answer can be judged as it is given. */
const UNTIL = {
  schema: "node_modules/safeguarding-rules/schema/pack.json",
  name: "Ours",
  title: "Our own procedure",
  cites: "Guidance",
  checked: null,
  hold: "within 2 working days",
  force: "must",
  at: "Paragraph 1",
  words: "in time",
};

export function beginToml(answers) {
  const known = { ...UNTIL, ...JSON.parse(textOf(answers)) };
  for (const [name, text] of Object.entries(known)) {
    if (!Object.hasOwn(UNTIL, name)) refuse("unknown-field", name, `Expected one of ${Object.keys(UNTIL).join(", ")}.`);
    if (typeof text !== "string") refuse("bad-input", name, "Expected a text here.");
  }
  return written(known);
}

function written({ schema, name, hold, ...known }) {
  const id = name.normalize("NFD").toLowerCase().replace(/[^a-z0-9]+/g, " ").trim().replaceAll(" ", "-");
  const says = `Hold the strategy meeting ${hold}, counted from when the concern was identified.`;
  const texts = { ...known, name, hold, id, says, rule: `${id.toUpperCase()}-1` };
  const whole = hold === "" ? template : template + rule;
  return whole.replace(/\{(\w+)\}/g, (_, place) => (place === "schema" ? schema : JSON.stringify(texts[place])));
}

function refuse(code, name, message) {
  throw new SafeguardingError(code, placeOf("", name), message);
}
