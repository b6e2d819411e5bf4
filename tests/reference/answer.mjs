// Answers questions with the built package: one JSON line in, one JSON line out, in one process.
// node answer.mjs PACKAGE < cases > answers; each line is {question, facts}; a refusal is {error, path}.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import { SHOWN } from "./shown.mjs";

const rules = await import(pathToFileURL(`${process.argv[2]}/index.js`).href);
// A portal's own pack answers beside the built-in ones.
const { checkToml, sealPack } = await import(pathToFileURL(`${process.argv[2]}/workshop.js`).href);
rules.loadPack(sealPack(checkToml(readFileSync(`${process.argv[2]}/examples/larkmoor.toml`, "utf8")).pack));
const out = [];
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  if (line === "") {   // the end of a batch
    process.stdout.write(out.join("\n") + "\n");
    out.length = 0;
    continue;
  }
  const { question, facts } = JSON.parse(line);
  let shown;
  try {
    shown = SHOWN[question](rules[question](facts), facts);
  } catch (refused) {
    shown = { error: refused.code ?? String(refused), path: refused.path };
  }
  out.push(JSON.stringify(shown));
}
