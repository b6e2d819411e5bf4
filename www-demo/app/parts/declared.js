// The facts that an area's packs ask for.

import { put } from "safeguarding-rules/parts";
import { packsOf } from "./described.js";

/** What is known at the paths that the packs of the area declare, and at further ones that a question takes. */
export function declaredFacts({ known }, further = []) {
  const area = known("area");
  const facts = { area };
  for (const path of [...declaredPaths(area), ...further]) {
    if (known(path) !== undefined) put(facts, path, structuredClone(known(path)));
  }
  return facts;
}

export function declaredPaths(area) {
  return packsOf(area).facts.map(({ path }) => path);
}
