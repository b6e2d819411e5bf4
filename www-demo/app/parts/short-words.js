// What the short words on a screen stand for: many who come to a meeting have never been told.

import { make } from "safeguarding-rules/parts";
import { SHORT_WORDS } from "../words.js";

/** Those that an element says, in full; nothing where it says none. */
export function shortWordsOf(element) {
  const said = Object.entries(SHORT_WORDS.words).filter(([short]) =>
    new RegExp(`\\b${short}s?\\b`).test(element.textContent),
  );
  return (
    said.length > 0 &&
    make(
      "p",
      { class: "govuk-body-s quiet not-on-paper" },
      SHORT_WORDS.onThisPage(said.map(([short, full]) => `${short}, ${full}`).join("; ")),
    )
  );
}
