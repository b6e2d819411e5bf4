// What is sealed in the workshop, for the tests of everything that loads it.

import { fileOf } from "./package-under-test.mjs";
import { OWN_PACK, callsWith } from "./types/calls.mjs";

export const workshop = await import(fileOf("workshop.js"));
export const { sealPack } = workshop;

/** The pack of the calls, sealed. */
export const SEALED = sealPack(OWN_PACK);

export const calls = callsWith(SEALED);
