// What is sealed in the workshop, for the tests of everything that loads it.

import { fileOf } from "./package-under-test.mjs";
import { OWN_PACK, callsWith } from "./types/calls.mjs";

export const workshop = await import(fileOf("workshop.js"));
export const { sealPack } = workshop;

/** The pack of the calls, sealed. */
export const SEALED = sealPack(OWN_PACK);

/** The same pack for another partnership: it shares no name with the first, so that both may be loaded. */
export function sealedFor(partnership) {
  const { document, list_attendees: [rule], example } = OWN_PACK;
  const named = (text) => `${text} ${partnership}`;
  const idOf = (id) => `${id}-${partnership}`;
  return sealPack({
    ...OWN_PACK,
    document: {
      ...document,
      id: idOf(document.id),
      title: named(document.title),
      area: idOf(document.area),
      area_label: named(document.area_label),
    },
    list_attendees: [{ ...rule, id: idOf(rule.id) }],
    example: example.map(({ fires, misses, ...asked }) => ({
      ...asked,
      ...(fires && { fires: fires.map(idOf) }),
      ...(misses && { misses: misses.map(idOf) }),
    })),
  });
}

export const calls = callsWith(SEALED);
