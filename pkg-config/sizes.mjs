// Prints the sizes of a built package and of its tarball, and fails where one is over its budget.

import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { brotli as compress } from "./brotli.mjs";

const KB = 1024;
// The rules inside four entries, the workshop inside two: there what reads TOML is 45 KB each time.
const TARBALL_BUDGET = 6_280 * KB;
const [folder, tarball] = process.argv.slice(2);

const WEB = ["web.js", "safeguarding_rules_bg.wasm"];
const RECORDS = "packs/information-sharing.pack";

/** The files of the packs; `of` gives those of one partnership, with what belongs to every record of sharing. */
const packs = readdirSync(join(folder, "packs")).map((name) => `packs/${name}`);
const { describePacks } = await import(pathToFileURL(join(folder, "index.js")));
const of = ({ packs }) => [...packs.map((id) => `packs/${id}.pack`), RECORDS];
const partnerships = describePacks().areas.map(of);
const largest = partnerships.reduce((one, other) => (total(one.map(brotliOf)) > total(other.map(brotliOf)) ? one : other));

const sizes = [
  { name: "./web, with every pack", files: [...WEB, ...packs], budget: 560 * KB },
  { name: "./web, one partnership's", files: [...WEB, ...largest], budget: 530 * KB },
  { name: "of these, wasm alone", files: ["safeguarding_rules_bg.wasm"] },
  { name: "of these, every pack", files: packs },
  { name: "default entry, all in one", files: ["index.js"], budget: 592 * KB },
  { name: "./workshop, for authors", files: ["workshop.js"] },
];

function measure({ name, files, budget }) {
  return { name, budget, raw: total(files.map(read)), brotli: total(files.map(brotliOf)) };
}

function read(file) {
  return readFileSync(join(folder, file));
}

function brotliOf(file) {
  return compress(read(file));
}

function total(contents) {
  return contents.reduce((sum, content) => sum + content.length, 0);
}

function inKilobytes(bytes) {
  return `${(bytes / KB).toFixed(1)} KB`.padStart(9);
}

for (const { name, raw, brotli, budget } of sizes.map(measure)) {
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
