// Reads the text that stands for bytes, in the entries that carry them inside. pkg-config/xtask/src/inline.rs writes it and says why.

const MARK = "|".charCodeAt();
const PART = 56;
const FIRST_PLACE = "#".charCodeAt();

/** The bytes that such a text stands for. */
export function bytesIn(text) {
  const bytes = new Uint8Array(text.length);
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    // What is over 255 starts again at 0 in such a list.
    bytes[length++] = code < MARK ? code : MARK + (code - MARK) * PART + text.charCodeAt(++index) - FIRST_PLACE;
  }
  return bytes.subarray(0, length);
}
