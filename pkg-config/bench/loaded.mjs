// What a browser loads, compressed with brotli.

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { brotli } from "../brotli.mjs";
import { packageIn } from "./package-measured.mjs";

const { folder } = JSON.parse(process.argv[2]);
const { fileOf, functions, workshop } = packageIn(folder);
const AREA = "county-durham";
const OF_EVERY_RECORD = "information-sharing";
const BINARY = fileOf("./safeguarding_rules_bg.wasm");
const PACKS = join(folder, "packs");

/** A module and all that it imports. */
function withItsImports(file, found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, path] of readFileSync(file, "utf8").matchAll(/\b(?:from|import)\s*["'](\.[^"']+\.js)["']/g)) withItsImports(join(dirname(file), path), found);
  return found;
}

function size(files) {
  const contents = [...files].map((file) => readFileSync(file));
  const total = (lengths) => lengths.reduce((sum, length) => sum + length, 0);
  return { raw: total(contents.map(({ length }) => length)), brotli: total(contents.map((content) => brotli(content).length)) };
}

const web = [...withItsImports(fileOf("./web")), BINARY];
const sizes = {
  "`./web`, JavaScript and wasm": size(web),
  "of these, wasm alone": size([BINARY]),
  "default entry, all in one": size(withItsImports(fileOf("."))),
};
if (workshop) sizes[`\`${workshop}\``] = size(withItsImports(fileOf(workshop)));
if (existsSync(PACKS)) {
  const files = readdirSync(PACKS).map((name) => join(PACKS, name));
  const ids = [...(await functions()).describePacks({ area: AREA }).packs.map(({ id }) => id), OF_EVERY_RECORD];
  sizes["`./web` with every pack"] = size([...web, ...files]);
  sizes["`./web` with one partnership's packs"] = size([...web, ...files.filter((file) => ids.some((id) => file.startsWith(join(PACKS, `${id}.`))))]);
}
console.log(JSON.stringify(sizes));
