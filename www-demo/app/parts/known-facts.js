// What the case knows of the facts that an area's documents ask for: what was answered in one view counts in every other.

import { describePacks } from "safeguarding-rules";
import { known } from "./case.js";
import { factsOf } from "./facts.js";

/** Facts for a question to the library, with what the question itself needs, such as `meetingType`. */
export function knownFacts(area, own = {}) {
  const declared = describePacks({ area }).facts.map(({ path }) => ({ path, isAsked: true, fact: () => known(path) }));
  return { ...factsOf(declared), area, ...own };
}
