// The facts that an area's packs ask for.

import { describePacks } from "safeguarding-rules";
import { put } from "safeguarding-rules/parts";

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
  return describePacks({ area }).facts.map(({ path }) => path);
}
