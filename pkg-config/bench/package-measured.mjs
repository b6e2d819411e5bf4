// The package that is measured, as it was packed and installed.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** The workshop of those who write packs, where the package has one. */
const WORKSHOP = "./workshop";

/** The package in a folder: its manifest, the file of an entry, and the functions of all its entries for programs. */
export function packageIn(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const has = (entry) => entry in manifest.exports;
  const fileOf = (entry, condition = "import") => join(folder, chosen(manifest.exports[entry], condition));
  const functions = async () => {
    const entries = [".", WORKSHOP].filter(has);
    return Object.assign({}, ...(await Promise.all(entries.map((entry) => import(pathToFileURL(fileOf(entry)).href)))));
  };
  return { folder, manifest, has, fileOf, functions, workshop: has(WORKSHOP) ? WORKSHOP : undefined };
}

function chosen(target, condition) {
  return typeof target === "string" ? target : chosen(target[condition] ?? target.default, condition);
}
