// Prints what each dependency costs in a binary that has kept the names of its functions.
//
// The code of a generic function belongs to the crate that wrote it, whichever types it was made for: much of what the
// standard library costs is its iterators, lists and sorting, made once for each of our types.

import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";

const [file] = process.argv.slice(2);
const IMPORT = 2;
const CODE = 10;
const CUSTOM = 0;
const FUNCTION_NAMES = 1;

/** The bytes of a WebAssembly file, read from the front. */
class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  get isAtEnd() {
    return this.at === this.bytes.length;
  }

  byte() {
    return this.bytes[this.at++];
  }

  number() {
    let number = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      number += (byte & 127) * 2 ** shift;
      if (byte < 128) return number;
    }
  }

  /** What a length stands before. */
  part() {
    const length = this.number();
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  limits() {
    const hasMost = this.byte() & 1;
    this.number();
    if (hasMost) this.number();
  }
}

function sections(bytes) {
  const reader = new Reader(bytes.subarray(8));
  const found = [];
  while (!reader.isAtEnd) found.push({ kind: reader.byte(), content: reader.part() });
  return found;
}

/** How many functions are imported: the names count them first. */
function importedFunctions(content) {
  const reader = new Reader(content);
  let functions = 0;
  for (let left = reader.number(); left > 0; left--) {
    reader.part();
    reader.part();
    const kind = reader.byte();
    if (kind === 0) {
      reader.number();
      functions++;
    } else if (kind === 3) {
      reader.at += 2;
    } else {
      if (kind === 1) reader.byte();
      reader.limits();
    }
  }
  return functions;
}

function bodies(content) {
  const reader = new Reader(content);
  return Array.from({ length: reader.number() }, () => reader.part());
}

function names(content) {
  const found = new Map();
  const reader = new Reader(content);
  if (reader.part().toString() !== "name") return found;
  while (!reader.isAtEnd) {
    const kind = reader.byte();
    const part = new Reader(reader.part());
    if (kind !== FUNCTION_NAMES) continue;
    for (let left = part.number(); left > 0; left--) found.set(part.number(), part.part().toString());
  }
  return found;
}

const OURS = "safeguarding_rules";
const STANDARD = new Set(["core", "alloc", "std", "hashbrown", "compiler_builtins"]);

/** The crate that wrote a function. Of `<a::Type as b::Trait>::method` that is a or b; where either is ours, we did. */
function crateOf(name) {
  const type = name.match(/^[<&*[(]*(?:mut |const |dyn )*([a-z]\w*)(?:\[\w+\])?::/)?.[1];
  const trait = name.match(/^<.* as ([a-z]\w*)(?:\[\w+\])?::/)?.[1];
  const crate = trait === OURS || type === undefined ? trait : type;
  if (crate === undefined) return "the exported functions themselves";
  return STANDARD.has(crate) ? "core, alloc, std" : crate;
}

const all = sections(readFileSync(file));
const contentOf = (kind) => all.find((section) => section.kind === kind).content;
const named = new Map(all.filter(({ kind }) => kind === CUSTOM).flatMap(({ content }) => [...names(content)]));
if (named.size === 0) throw new Error(`${file} has kept no names: cargo xtask sizes makes one that has`);

const before = importedFunctions(contentOf(IMPORT));
const crates = new Map();
for (const [index, body] of bodies(contentOf(CODE)).entries()) {
  const crate = crateOf(named.get(index + before) ?? "");
  crates.set(crate, [...(crates.get(crate) ?? []), body]);
}

const rows = [...crates].map(([crate, code]) => {
  const joined = Buffer.concat(code);
  return { crate, functions: code.length, raw: joined.length, brotli: brotliCompressSync(joined).length };
});
rows.sort((one, other) => other.raw - one.raw);
console.log(`    ${"code of".padEnd(40)} functions  bytes raw  brotli alone`);
for (const { crate, functions, raw, brotli } of rows) {
  console.log(`    ${crate.padEnd(40)} ${String(functions).padStart(9)} ${String(raw).padStart(10)} ${String(brotli).padStart(13)}`);
}
