// Whether the rules are still those that an answer was worked out with.

import { describePacks } from "safeguarding-rules";

/** `basis` is the answer's own; a pack that is gone counts as changed. */
export function rulesChanged(basis, packs = describePacks().packs) {
  const hashNow = new Map(packs.map(({ id, hash }) => [id, hash]));
  return basis.packs.some(({ id, hash }) => hashNow.get(id) !== hash);
}
