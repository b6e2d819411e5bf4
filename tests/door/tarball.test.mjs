// What is published: these files and no others.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { test } from "node:test";
import { folder } from "./package-under-test.mjs";

const FILES = [
  "LICENSE-APACHE",
  "LICENSE-MIT",
  "README.md",
  "index.cjs",
  "index.d.cts",
  "index.d.ts",
  "index.js",
  "messages.csv",
  "package.json",
  "safeguarding_rules_bg.wasm",
  "schema/pack.json",
  "web.d.ts",
  "web.js",
];

test("the package holds the files that are meant to be there, and no others", () => {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
  assert.deepEqual(files.sort(), FILES);
});
