// A file for this device, made of what the page holds.

import { make } from "./dom.js";

const LONG_ENOUGH_IN_MS = 1000;

export function download(name, type, text) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), LONG_ENOUGH_IN_MS);
}
