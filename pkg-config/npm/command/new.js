// Begins a pack that is without doubt: asks what only its author knows, and writes a first rule where there is one.

import { dirname, relative } from "node:path";
import { stdin, stdout } from "node:process";
import { createInterface } from "node:readline";
import { checkToml } from "safeguarding-rules/workshop";
import { Stopped } from "./files.js";
import rule from "./rule.toml";
import template from "./template.toml";

const SCHEMA = "node_modules/safeguarding-rules/schema/pack.json";

/** Each with what stands in its place until it is answered, so that every answer is judged as it is given. */
const QUESTIONS = [
  { about: "name", asks: "What is your partnership called?", until: "Ours" },
  { about: "title", asks: "What is the document called?", until: "Our own procedure" },
  { about: "cites", asks: "Which national guidance does it rest on, with its year?", until: "Guidance" },
  { about: "checked", asks: "On which day did you last see that it is the current one? Such as {today}", until: "{today}" },
  { about: "hold", asks: "How soon must a strategy meeting be held? Such as: within 24 hours, within 2 working days. Leave it empty where the document gives no time, or a longer one than the guide", until: "within 2 working days" },
  { about: "force", asks: "Does the document say must, should or may?", until: "must" },
  { about: "at", asks: "Where does it say so? Such as: Paragraph 3.2", until: "Paragraph 1" },
  { about: "words", asks: "In which words? At most twelve of them", until: "in time" },
];

/** The text of a pack that is begun with the answers that are given line by line. */
export async function begunPack(file, today) {
  const schema = relative(dirname(file), SCHEMA).replaceAll("\\", "/");
  const ofToday = (text) => text.replace("{today}", today);
  const known = Object.fromEntries(QUESTIONS.map(({ about, until }) => [about, ofToday(until)]));
  const lines = createInterface({ input: stdin })[Symbol.asyncIterator]();
  for (const { about, asks } of QUESTIONS) {
    // Without a time there is no rule of which the rest could be asked.
    if (known.hold === "") break;
    do {
      stdout.write(`${ofToday(asks)}\n> `);
      const { value, done } = await lines.next();
      if (done) throw new Stopped("\nNothing was written: expected an answer to each question.");
      known[about] = value.trim();
    } while (isDoubtful(written(schema, known)));
  }
  await lines.return();
  return written(schema, known);
}

function isDoubtful(toml) {
  const [doubt] = checkToml(toml).doubts;
  if (doubt) stdout.write(`  ${doubt.message}\n`);
  return doubt !== undefined;
}

function written(schema, { name, hold, checked, ...known }) {
  const id = name.normalize("NFD").toLowerCase().replace(/[^a-z0-9]+/g, " ").trim().replaceAll(" ", "-");
  const says = `Hold the strategy meeting ${hold}, counted from when the concern was identified.`;
  const texts = { ...known, name, hold, checked, id, says, rule: `${id.toUpperCase()}-1` };
  const whole = hold === "" ? template : template + rule;
  return whole.replace(/\{(\w+)\}/g, (_, place) => (place === "schema" ? schema : JSON.stringify(texts[place])));
}
