// In a fresh process: how long the package takes to be imported, and then to answer first. In milliseconds of CPU time, and by the clock.

import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { QUESTIONS } from "./questions.mjs";

const { file, condition } = JSON.parse(process.argv[2]);
const load = condition === "require" ? createRequire(import.meta.url) : (path) => import(pathToFileURL(path).href);

function moment() {
  const { user, system } = process.cpuUsage();
  return { cpu: (user + system) / 1000, clock: performance.now() };
}

const before = moment();
const { classifyConcern } = await load(file);
const imported = moment();
classifyConcern(...QUESTIONS.classifyConcern);
const answered = moment();

const between = (start, end) => ({ cpu: end.cpu - start.cpu, clock: end.clock - start.clock });
console.log(JSON.stringify({ import: between(before, imported), firstAnswer: between(imported, answered), both: between(before, answered) }));
