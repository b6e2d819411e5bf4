// Copies a sealed pack before the rules see it: what the caller does with the bytes afterwards changes nothing.

import { SafeguardingError } from "./error.js";

const MAX_BYTES = 1_000_000;

const NOT_SEALED =
  "Expected a sealed pack here, as a Uint8Array or an ArrayBuffer: `sealPack` of `safeguarding-rules/workshop` makes it from a pack's object.";

// Of the buffers of every realm, and of nothing that only looks like one.
const { get: lengthOf } = Object.getOwnPropertyDescriptor(ArrayBuffer.prototype, "byteLength");

/** The bytes of a sealed pack; refuses with a SafeguardingError whatever is none. */
export function bytesOf(sealed) {
  const bytes = seen(sealed);
  if (bytes.length > MAX_BYTES) throw new SafeguardingError("too-large", "", "Expected a sealed pack of at most 1,000,000 bytes.");
  return new Uint8Array(bytes);
}

// Whatever the caller's own code throws is dropped, as with facts.
function seen(sealed) {
  try {
    if (ArrayBuffer.isView(sealed)) return new Uint8Array(sealed.buffer, sealed.byteOffset, sealed.byteLength);
    if (lengthOf.call(sealed) >= 0) return new Uint8Array(sealed);
  } catch {
    // No buffer, or one that was handed on to somebody else.
  }
  throw new SafeguardingError("bad-input", "", NOT_SEALED);
}
