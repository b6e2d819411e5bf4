// What the library says of its packs, asked once: an answer needs it some fifty times, and it changes only where a pack
// is loaded.

import { describePacks } from "safeguarding-rules";

const described = new Map();

/** What the packs of an area declare; of every pack where there is no area. It is for all, and nobody changes it. */
export function packsOf(area) {
  if (!described.has(area)) described.set(area, describePacks({ area }));
  return described.get(area);
}

/** A pack was loaded: every area may have more of it. */
export function describeAnew() {
  described.clear();
}
