// Prints the sizes of a built package, and fails where one is over its budget.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const KB = 1024;
const [folder] = process.argv.slice(2);

const sizes = [
  { name: "./web, JavaScript and wasm", files: ["web.js", "safeguarding_rules_bg.wasm"], budget: 80 * KB },
  { name: "default entry, all in one", files: ["index.js"], budget: 110 * KB },
  { name: "of these, wasm alone", files: ["safeguarding_rules_bg.wasm"] },
];

function measure({ name, files, budget }) {
  const contents = files.map((file) => readFileSync(join(folder, file)));
  return { name, budget, raw: total(contents), brotli: total(contents.map(compress)) };
}

function compress(content) {
  return brotliCompressSync(content, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
  });
}

function total(contents) {
  return contents.reduce((sum, content) => sum + content.length, 0);
}

function inKilobytes(bytes) {
  return `${(bytes / KB).toFixed(1)} KB`.padStart(9);
}

for (const { name, raw, brotli, budget } of sizes.map(measure)) {
  const limit = budget ? `, budget ${budget / KB} KB` : "";
  console.log(`    ${name.padEnd(27)} ${inKilobytes(raw)} raw, ${inKilobytes(brotli)} brotli${limit}`);
  if (budget && brotli > budget) {
    console.error(`    ${name} is ${brotli - budget} bytes over its budget.`);
    process.exitCode = 1;
  }
}
