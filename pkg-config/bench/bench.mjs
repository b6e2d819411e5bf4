// Measures the package, and other engines beside it: node bench.mjs PACKAGE OUTPUT [--quick | --long]

import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { told } from "./child.mjs";
import { packageIn } from "./package-measured.mjs";
import { QUESTIONS } from "./questions.mjs";
import { table } from "./table.mjs";

const MILLISECOND = 1000;
const SECOND = 1000 * MILLISECOND;
const THOROUGH = { pace: { repetitions: 15, forWarming: 500 * MILLISECOND, forEach: 40 * MILLISECOND }, processes: 15, most: 60 * SECOND };
const QUICK = { pace: { repetitions: 5, forWarming: 150 * MILLISECOND, forEach: 20 * MILLISECOND }, processes: 5, most: 5 * SECOND };
/** Until a million calls were made. */
const LONG = { ...THOROUGH, most: Number.MAX_SAFE_INTEGER };

const [folder, output, word] = process.argv.slice(2);
const { pace, processes, most } = { "--quick": QUICK, "--long": LONG }[word] ?? THOROUGH;
const { name, version } = packageIn(folder).manifest;

function say(text) {
  console.error(`  - ${text}`);
}

const questions = {};
for (const question of Object.keys(QUESTIONS)) {
  say(`measuring ${question}`);
  questions[question] = await told("answers.mjs", { folder, question, pace });
}
say("measuring the same decision in other engines");
const decision = await told("peers.mjs", { folder, pace });
say("measuring import and first answer");
const start = await told("start.mjs", { folder, processes });
say("measuring what a browser loads");
const loaded = await told("loaded.mjs", { folder });
say("measuring memory over many calls");
const memory = await told("memory.mjs", { folder, most });

const [{ model }, ...others] = cpus();
const machine = { cpu: model, cores: others.length + 1, node: process.version, system: `${process.platform} ${process.arch}` };
const figures = { package: { name, version }, machine, date: new Date().toISOString(), pace, processes, questions, decision, start, loaded, memory };

mkdirSync(output, { recursive: true });
writeFileSync(join(output, "bench.json"), `${JSON.stringify(figures, undefined, 1)}\n`);
const made = table(figures);
writeFileSync(join(output, "bench.md"), made);
console.log(made);
