// What is published: these files and no others.

import assert from "node:assert/strict";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { folder } from "./package-under-test.mjs";
import { calls } from "./sealed.mjs";

const DOCS = readdirSync(new URL("../../pkg-config/npm/docs/", import.meta.url)).map((name) => `docs/${name}`);

const kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const QUESTIONS = new Set(calls.filter(([, type]) => type.startsWith("Decision")).map(([name]) => kebab(name)));
const SCHEMAS = [...QUESTIONS].flatMap((question) => [`schema/${question}.json`, `schema/${question}.answer.json`]);

const PACKS = readdirSync(new URL("../../src/packs/", import.meta.url)).filter((name) => name.endsWith(".toml") && name !== "bank-holidays.toml").map((name) => `packs/${name.replace(".toml", ".pack")}`);

const EXAMPLES = ["larkmoor.toml", "saltmere.toml", "verify-records.py", "wrenfold.toml"].map((name) => `examples/${name}`);

const FILES = [
  ...DOCS,
  ...EXAMPLES,
  ...PACKS,
  ...SCHEMAS,
  "CHANGELOG.md",
  "LICENSE-APACHE",
  "LICENSE-MIT",
  "README.md",
  "SECURITY.md",
  "THIRD-PARTY-LICENCES.txt",
  "command.js",
  "custom-elements.json",
  "docs/integrity.md",
  "docs/safety-case.md",
  "elements.css",
  "elements.css.d.ts",
  "elements.d.ts",
  "elements.js",
  "elements.script.d.ts",
  "elements.script.js",
  "index.cjs",
  "index.d.cts",
  "index.d.ts",
  "index.js",
  "integrity.json",
  "llms-full.txt",
  "llms.txt",
  "messages.csv",
  "package.json",
  "parts.d.ts",
  "parts.js",
  "react.d.ts",
  "records.cjs",
  "records.d.cts",
  "records.d.ts",
  "records.js",
  "safeguarding_rules_bg.wasm",
  "sbom.cdx.json",
  "schema/pack.json",
  "script.d.ts",
  "script.js",
  "streams.d.ts",
  "streams.js",
  "web.d.ts",
  "web.js",
  "worker-inside.js",
  "worker.d.ts",
  "worker.js",
  "workerd.js",
  "workshop.cjs",
  "workshop.d.cts",
  "workshop.d.ts",
  "workshop.js",
];

test("the package holds the files that are meant to be there, and no others", () => {
  const found = readdirSync(folder, { recursive: true }).filter((path) => statSync(join(folder, path)).isFile());
  assert.deepEqual(found.map((path) => path.replaceAll("\\", "/")).sort(), FILES.sort());
});
