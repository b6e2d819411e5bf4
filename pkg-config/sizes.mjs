// Prints the sizes of a built package and of its tarball, and fails where one is over its budget.

import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotli as compress } from "./brotli.mjs";

const KB = 1024;
const TARBALL_BUDGET = 1_350 * KB;
const [folder, tarball] = process.argv.slice(2);

const sizes = [
  { name: "./web, JavaScript and wasm", files: ["web.js", "safeguarding_rules_bg.wasm"], budget: 185 * KB },
  { name: "default entry, all in one", files: ["index.js"], budget: 195 * KB },
  { name: "of these, wasm alone", files: ["safeguarding_rules_bg.wasm"] },
];

function measure({ name, files, budget }) {
  const contents = files.map((file) => readFileSync(join(folder, file)));
  return { name, budget, raw: total(contents), brotli: total(contents.map(compress)) };
}

function total(contents) {
  return contents.reduce((sum, content) => sum + content.length, 0);
}

function inKilobytes(bytes) {
  return `${(bytes / KB).toFixed(1)} KB`.padStart(9);
}

/** The packs as they are embedded: each is one JSON object with a document. */
function embeddedPacks() {
  const text = readFileSync(join(folder, "safeguarding_rules_bg.wasm")).toString("latin1");
  const packs = [];
  for (let start = text.indexOf('{"'); start >= 0; start = text.indexOf('{"', start + 1)) {
    const end = endOfObject(text, start);
    const pack = end && parsed(Buffer.from(text.slice(start, end), "latin1"));
    if (!pack?.value.document) continue;
    packs.push(pack.bytes);
    start = end - 1;
  }
  if (packs.length === 0) throw new Error("no pack was found in the binary: see how build.rs embeds them");
  return { name: `of these, text of ${packs.length} packs`, raw: total(packs), brotli: compress(Buffer.concat(packs)).length };
}

function endOfObject(text, start) {
  let depth = 0;
  for (const { 0: piece, index } of text.slice(start).matchAll(/"(?:[^"\\]|\\.)*"|[{}]/gs)) {
    depth += piece === "{" ? 1 : piece === "}" ? -1 : 0;
    if (depth === 0) return start + index + 1;
  }
  return undefined;
}

function parsed(bytes) {
  try {
    return { bytes, value: JSON.parse(bytes.toString()) };
  } catch {
    return undefined;
  }
}

for (const { name, raw, brotli, budget } of [...sizes.map(measure), embeddedPacks()]) {
  report(name, `${inKilobytes(raw)} raw, ${inKilobytes(brotli)} brotli`, brotli, budget);
}
const packed = statSync(tarball).size;
report("the tarball", `${inKilobytes(packed)} packed`, packed, TARBALL_BUDGET);

function report(name, sizes, counted, budget) {
  const limit = budget ? `, budget ${budget / KB} KB` : "";
  console.log(`    ${name.padEnd(27)} ${sizes}${limit}`);
  if (budget && counted > budget) {
    console.error(`    ${name} is ${counted - budget} bytes over its budget.`);
    process.exitCode = 1;
  }
}
