// Import and first answer, by `import` and by `require`, each in several processes of its own that take turns.

import { told } from "./child.mjs";
import { summary } from "./cpu-time.mjs";
import { packageIn } from "./package-measured.mjs";

const CONDITIONS = ["import", "require"];
const PARTS = ["import", "firstAnswer", "both"];

const { folder, processes } = JSON.parse(process.argv[2]);
const { fileOf } = packageIn(folder);
const found = Object.fromEntries(CONDITIONS.map((condition) => [condition, []]));
for (let number = 0; number < processes; number++) {
  for (const condition of CONDITIONS) found[condition].push(await told("first-answer.mjs", { file: fileOf(".", condition), condition }));
}

const summed = (of, part) => ({ cpu: summary(of.map((one) => one[part].cpu)), clock: summary(of.map((one) => one[part].clock)) });
const start = CONDITIONS.map((condition) => [condition, Object.fromEntries(PARTS.map((part) => [part, summed(found[condition], part)]))]);
console.log(JSON.stringify(Object.fromEntries(start)));
