// What the short words on a screen stand for: many who come to a meeting have never been told.

import { make } from "../../pkg-config/npm/elements/parts/dom.js";

/** In the order of the alphabet. */
export const SHORT_WORDS = [
  ["CAF", "common assessment framework"],
  ["EHC", "education, health and care"],
  ["FT", "foundation trust"],
  ["HIPS", "Hampshire, Isle of Wight, Portsmouth and Southampton"],
  ["LADO", "local authority designated officer"],
  ["MASH", "multi-agency safeguarding hub"],
  ["MDT", "multidisciplinary team"],
  ["SPOC", "single point of contact"],
];

/** Those that an element says, in full; nothing where it says none. */
export function shortWordsOf(element) {
  const said = SHORT_WORDS.filter(([short]) => new RegExp(`\\b${short}s?\\b`).test(element.textContent));
  return said.length > 0 && make("p", { class: "quiet" }, `Short words on this page: ${said.map(([short, full]) => `${short}, ${full}`).join("; ")}.`);
}
