// The library's workshop, which checks, seals and compares packs: fetched when somebody first asks for it, and most never do.

import { loadedPacks } from "./settings.js";
import { SHARED } from "../words.js";

/** The packs that the workshop has been given. */
const given = new Set();

/** The workshop, with every pack that was loaded in this page. Throws an Error whose message tells a person what is wrong. */
export async function workshop() {
  const tools = await fetched();
  for (const [id, sealed] of loadedPacks()) {
    if (!given.has(id)) tools.loadPack(sealed);
    given.add(id);
  }
  return tools;
}

async function fetched() {
  try {
    return await import("safeguarding-rules/workshop");
  } catch {
    throw new TypeError(SHARED.noWorkshop);
  }
}
