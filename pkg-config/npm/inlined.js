// The packs, for the entries that carry them inside.

import { TEXTS } from "../glue/packs.js";
import { bytesIn } from "./printable.js";

/** The bytes of every pack, in the order in which they are loaded. */
export function packs() {
  return TEXTS.map((text) => bytesIn(text));
}
