// What the case knows of the facts that an area's documents ask for: what was answered in one view counts in every
// other.

import { known } from "./case.js";
import { packsOf } from "./described.js";
import { factsOf } from "./facts.js";

/**
 * Facts for a question to the library, with what the question itself needs, such as `meetingType`.
 * @template {object} [Own={}]
 * @param {import("safeguarding-rules").Area} [area]
 * @param {Own} [own]
 * @returns {Own & { area?: import("safeguarding-rules").Area }}
 */
export function knownFacts(area, own) {
  const declared = packsOf(area).facts.map(({ path }) => ({ path, isAsked: true, fact: () => known(path) }));
  return { ...factsOf(declared), area, ...own };
}
