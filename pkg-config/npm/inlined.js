// The compiled rules, for the entries that carry them inside. pkg-config/xtask/src/inline.rs writes the text and says why.

import text from "../glue/safeguarding_rules_bg.txt";

const MARK = "|".charCodeAt();
const PART = 56;
const FIRST_PLACE = "#".charCodeAt();

/** The bytes of the compiled rules. */
export function inlined() {
  const bytes = new Uint8Array(text.length);
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    // What is over 255 starts again at 0 in such a list.
    bytes[length++] = code < MARK ? code : MARK + (code - MARK) * PART + text.charCodeAt(++index) - FIRST_PLACE;
  }
  return bytes.subarray(0, length);
}
