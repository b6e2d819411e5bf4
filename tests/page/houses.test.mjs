// What people see is what developers get: each house of the demo is made of its own modules, of what the package exports, and of tools
// that are pinned.

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { test } from "node:test";
import { folderOf } from "./the-page.mjs";

const read = (path) => JSON.parse(readFileSync(folderOf(path), "utf8"));
const { name, exports } = read("pkg-config/packed/node_modules/safeguarding-rules/package.json");
const PINNED = Object.entries(read("pkg-config/package.json").devDependencies).filter(([, version]) => /^\d+\.\d+\.\d+$/.test(version)).map(([tool]) => tool);
const IMPORTED = /^(?:import|export|\}).*\bfrom "([^"]+)"|^import "([^"]+)"|\bimport\("([^"]+)"\)/gm;
/** What each house may ask of the package. */
const ASKED = {
  app: [".", "./parts", "./workshop"],
  playground: [".", "./schema/*.json", "./workshop"],
  portal: [".", "./records"],
};

function modulesOf(folder) {
  return readdirSync(folder, { recursive: true }).filter((file) => /\.m?js$/.test(file)).map((file) => join(folder, file));
}

/** The export of the package that a specifier means. */
function exportOf(specifier) {
  const asked = `.${specifier.slice(name.length)}`;
  return Object.keys(exports).find((known) => known === asked || (known.includes("*") && asked.startsWith(known.split("*")[0])));
}

for (const [house, asked] of Object.entries(ASKED)) {
  test(`${house}: every import is its own, an export of the package, or a pinned tool`, () => {
    const folder = folderOf(`www-demo/${house}/`);
    const met = new Set();
    for (const module of modulesOf(folder)) {
      for (const [, ...found] of readFileSync(module, "utf8").matchAll(IMPORTED)) {
        const path = found.find(Boolean);
        const where = `${module} imports ${path}`;
        // The portal's page has the package's folder beside it.
        if (path === `./${name}/index.js`) met.add(".");
        else if (path.startsWith(".")) assert.ok(resolve(dirname(module), path).startsWith(folder.replace(/[/\\]$/, sep)) && existsSync(resolve(dirname(module), path)), where);
        else if (path === name || path.startsWith(`${name}/`)) met.add(exportOf(path) ?? assert.fail(where));
        else assert.ok(PINNED.some((tool) => path === tool || path.startsWith(`${tool}/`)), where);
      }
    }
    assert.deepEqual([...met].sort(), asked);
  });
}

/** A sentence stands on one line as it is read, behind its name where that is short. */
const SENTENCE = /^\s*(\w+: )?["'`].*["'`][,;]?$/;

test("app: no line is longer than 120 characters, but for a sentence that has a line to itself", () => {
  for (const module of modulesOf(folderOf("www-demo/app/"))) {
    const lines = readFileSync(module, "utf8").split("\n");
    const isLong = (line) => line.length > 120 && !SENTENCE.test(line);
    assert.deepEqual(lines.filter(isLong), [], module);
  }
});
