// The facts of the open case that an area's packs ask for.

import { describePacks } from "safeguarding-rules";
import { known } from "./case.js";
import { put } from "./facts.js";

/** What is known at the paths that the packs of an area declare, and at further ones that a question takes. */
export function declaredFacts(area, further = []) {
  const facts = { area };
  for (const path of [...describePacks({ area }).facts.map(({ path }) => path), ...further]) {
    if (known(path) !== undefined) put(facts, path.split("."), structuredClone(known(path)));
  }
  return facts;
}
