// What may stand at a place of a pack, from the package's own schema.

import schema from "safeguarding-rules/schema/pack.json";

const HEADER = /^\s*\[+\s*([\w.-]*)/;
const KEY_HERE = /^\s*\w*$/;
const HEADER_HERE = /^\s*\[{1,2}[\w.-]*$/;
const VALUE_HERE = /^\s*(\w+)\s*=\s*(?:\[[^\]]*)?("[\w -]*)$/;

/** CodeMirror's source of completions: the tables, the fields of the table above, or the words of a closed list. */
export function fromSchema({ state, pos, explicit }) {
  const line = state.doc.lineAt(pos);
  const before = line.text.slice(0, pos - line.from);
  if (HEADER_HERE.test(before)) return offered(before.search(/[\w.-]*$/) + line.from, tables());
  const fields = fieldsOf(tableAbove(state, line.number));
  const [, name, typed] = VALUE_HERE.exec(before) ?? [];
  if (typed) return offered(pos - typed.length, wordsOf(fields[name]).map((word) => ({ label: JSON.stringify(word) })));
  if (!KEY_HERE.test(before) || (before.trim() === "" && !explicit)) return null;
  const options = Object.entries(fields).map(([label, { description }]) => ({ label, info: description, apply: `${label} = ` }));
  return offered(before.search(/\w*$/) + line.from, options);
}

function offered(from, options) {
  return options.length > 0 ? { from, options, validFor: /^"?[\w -]*$/ } : null;
}

function tables() {
  return Object.entries(schema.properties).map(([label, { description }]) => ({ label, info: description }));
}

function tableAbove(state, number) {
  for (let above = number; above > 0; above -= 1) {
    const [, table] = HEADER.exec(state.doc.line(above).text) ?? [];
    if (table) return table;
  }
  return undefined;
}

/** Of `[fact.child_in_hospital]` too, whose second name is its author's own. */
function fieldsOf(table) {
  const [name, entry] = table?.split(".") ?? [];
  const whole = Object.hasOwn(schema.properties, name ?? "") ? schema.properties[name] : {};
  return (entry === undefined ? (whole.items ?? whole) : whole.additionalProperties)?.properties ?? {};
}

/** A word of several may be spelt in three ways: once is enough. */
function wordsOf(field) {
  const words = field?.enum ?? field?.items?.enum ?? [];
  const usual = (word) => word.replace(/[ _]/g, "-");
  return words.filter((word) => word === usual(word) || !words.includes(usual(word)));
}
