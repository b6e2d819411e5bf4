// What is published: these files and no others.

import assert from "node:assert/strict";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { folder } from "./package-under-test.mjs";

const DOCS = readdirSync(new URL("../../pkg-config/npm/docs/", import.meta.url)).map((name) => `docs/${name}`);

const FILES = [
  ...DOCS,
  "LICENSE-APACHE",
  "LICENSE-MIT",
  "README.md",
  "elements.css",
  "elements.d.ts",
  "elements.js",
  "elements.script.d.ts",
  "elements.script.js",
  "index.cjs",
  "index.d.cts",
  "index.d.ts",
  "index.js",
  "messages.csv",
  "package.json",
  "safeguarding_rules_bg.wasm",
  "schema/pack.json",
  "script.d.ts",
  "script.js",
  "web.d.ts",
  "web.js",
  "workerd.js",
];

test("the package holds the files that are meant to be there, and no others", () => {
  const found = readdirSync(folder, { recursive: true }).filter((path) => statSync(join(folder, path)).isFile());
  assert.deepEqual(found.map((path) => path.replaceAll("\\", "/")).sort(), FILES.sort());
});
