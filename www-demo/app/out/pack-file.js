// A pack in a file: sealed, or in its object form, which is checked and sealed here.

import { workshop } from "../parts/workshop.js";
import { SETTINGS } from "../words.js";

const LARGEST = 1_000_000;

/**
 * The sealed pack of a file. `loaded` are the packs of the page, by id. Throws an Error whose message tells a person
 * what is wrong.
 */
export async function sealedIn({ file, loaded }) {
  if (file.size > LARGEST) throw new TypeError(SETTINGS.packTooLarge);
  if (!file.name.toLowerCase().endsWith(".json")) return new Uint8Array(await file.arrayBuffer());
  const pack = packIn(await file.text());
  const { sealPack } = await workshop(loaded);
  return sealPack(pack);
}

function packIn(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new TypeError(SETTINGS.notJson);
  }
}
