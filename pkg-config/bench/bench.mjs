// Measures the package, and other engines beside it: node bench.mjs PACKAGE OUTPUT [--quick | --long]

import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { told } from "./child.mjs";
import { ENGINES } from "./engines.mjs";
import { packageIn } from "./package-measured.mjs";
import { QUESTIONS } from "./questions.mjs";
import { plot } from "./plot.mjs";
import { table } from "./table.mjs";

const MILLISECOND = 1000;
const SECOND = 1000 * MILLISECOND;
const THOROUGH = { pace: { repetitions: 15, forWarming: 500 * MILLISECOND, forEach: 40 * MILLISECOND }, processes: 15, most: 60 * SECOND, streams: [10_000, 100_000] };
const QUICK = { pace: { repetitions: 5, forWarming: 150 * MILLISECOND, forEach: 20 * MILLISECOND }, processes: 5, most: 5 * SECOND, streams: [1_000, 2_000] };
/** Until a million calls were made. */
const LONG = { ...THOROUGH, most: Number.MAX_SAFE_INTEGER, streams: [10_000, 100_000, 1_000_000] };

const [folder, output, word] = process.argv.slice(2);
const { pace, processes, most, streams } = { "--quick": QUICK, "--long": LONG }[word] ?? THOROUGH;
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
const { agreed } = await told("peers.mjs", { folder });
const decision = { agreed, engines: {} };
for (const [number, { name }] of ENGINES.entries()) {
  const { ours, engine } = await told("peers.mjs", { folder, pace, number });
  decision.ours ??= ours;
  decision.engines[name] = engine;
}
say("measuring batches");
const many = await told("many.mjs", { folder, pace });
say("measuring what is refused of wrong input");
const refusals = { "this library": await told("bad.mjs", { folder }) };
for (const [number, { name }] of ENGINES.entries()) refusals[name] = await told("bad.mjs", { folder, number }).catch(() => ({ ended: true }));
say("measuring growth");
const growth = await told("growth.mjs", { folder, pace });
say("measuring streams");
const streamed = [];
for (const count of streams) streamed.push(await told("stream.mjs", { folder, count }));
say("measuring import and first answer");
const start = await told("start.mjs", { folder, processes });
say("measuring what a browser loads");
const loaded = await told("loaded.mjs", { folder });
say("measuring memory over many calls");
const memory = await told("memory.mjs", { folder, most });

const [{ model }, ...others] = cpus();
const machine = { cpu: model, cores: others.length + 1, node: process.version, system: `${process.platform} ${process.arch}` };
const figures = { package: { name, version }, machine, date: new Date().toISOString(), pace, processes, questions, decision, many, refusals, growth, streamed, start, loaded, memory };

mkdirSync(output, { recursive: true });
writeFileSync(join(output, "bench.json"), `${JSON.stringify(figures, undefined, 1)}\n`);
const made = table(figures);
writeFileSync(join(output, "bench.md"), made);
const GROWS_WITH = { packs: "packs that are loaded", facts: "facts that are told", children: "children", meetings: "meetings of a quarter" };
writeFileSync(join(output, "bench.svg"), plot(Object.entries(GROWS_WITH).map(([name, title]) => ({ title: `µs by ${title}`, points: growth[name] }))));
console.log(made);
