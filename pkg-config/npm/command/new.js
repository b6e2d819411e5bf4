// Asks what only the author of a pack knows, for the pack that is begun with it.

import { dirname, relative } from "node:path";
import { stdin, stdout } from "node:process";
import { createInterface } from "node:readline";
import { beginToml, checkToml } from "safeguarding-rules/workshop";
import { Stopped } from "./files.js";

const SCHEMA = "node_modules/safeguarding-rules/schema/pack.json";

const QUESTIONS = [
  { about: "name", asks: "What is your partnership called?" },
  { about: "title", asks: "What is the document called?" },
  { about: "cites", asks: "Which national guidance does it rest on, with its year?" },
  { about: "checked", asks: "On which day did you last see that it is the current one? Such as {today}" },
  { about: "hold", asks: "How soon must a strategy meeting be held? Such as: within 24 hours, within 2 working days. Leave it empty where the document gives no time, or a longer one than the guide" },
  { about: "force", asks: "Does the document say must, should or may?" },
  { about: "at", asks: "Where does it say so? Such as: Paragraph 3.2" },
  { about: "words", asks: "In which words? At most twelve of them" },
];

/** The text of a pack that is begun with the answers that are given line by line. */
export async function begunPack(file, today) {
  const known = { schema: relative(dirname(file), SCHEMA).replaceAll("\\", "/"), checked: today };
  const lines = createInterface({ input: stdin })[Symbol.asyncIterator]();
  for (const { about, asks } of QUESTIONS) {
    // Without a time there is no rule of which the rest could be asked.
    if (known.hold === "") break;
    do {
      stdout.write(`${asks.replace("{today}", today)}\n> `);
      const { value, done } = await lines.next();
      if (done) throw new Stopped("\nNothing was written: expected an answer to each question.");
      known[about] = value.trim();
    } while (isDoubtful(beginToml(known)));
  }
  await lines.return();
  return beginToml(known);
}

function isDoubtful(toml) {
  const [doubt] = checkToml(toml).doubts;
  if (doubt) stdout.write(`  ${doubt.message}\n`);
  return doubt !== undefined;
}
