// The library's workshop, which checks, seals and compares packs: fetched when somebody first asks for it, and most
// never do.

import { SHARED } from "../words.js";

/** The packs that the workshop has been given. */
const given = new Set();

/**
 * The workshop, with packs that were loaded in the page, by id. Throws an Error whose message tells a person what is
 * wrong.
 */
export async function workshop(loaded) {
  const tools = await fetched();
  for (const [id, sealed] of loaded) {
    if (!given.has(id)) tools.loadPack(sealed);
    given.add(id);
  }
  return tools;
}

/** What changes from one pack to another, or from one stack of them to another. */
export async function differencesOf({ sides, loaded }) {
  return (await workshop(loaded)).comparePacks(sides);
}

async function fetched() {
  try {
    return await import("safeguarding-rules/workshop");
  } catch {
    throw new TypeError(SHARED.noWorkshop);
  }
}
