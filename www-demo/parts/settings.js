// What somebody has set for this page: in this tab's memory, and in the copies that are downloaded.

import { describePacks, loadPack } from "safeguarding-rules";
import { part, replaceBy } from "./case.js";
import { setOfficeHours } from "./office.js";

const NAME = "settings";
const AS_IT_IS = { dutyNumber: "", outOfHoursNumber: "", opens: "09:00", closes: "17:00", textSize: "usual", packs: [] };

/** The settings, to be changed by `set`. */
export function settings() {
  return part(NAME, () => structuredClone(AS_IT_IS));
}

/** Changes settings, and lets them act. */
export function set(changes) {
  Object.assign(settings(), changes);
  act();
}

/** Puts another case in the place of this one, with its settings and its packs. Gives what was refused of these, in words. */
export function openCase(content) {
  replaceBy(content);
  act();
  return takePacks();
}

function act() {
  const { opens, closes, textSize } = settings();
  setOfficeHours({ opens, closes });
  document.documentElement.dataset.textSize = textSize;
}

/** Loads a sealed pack for as long as the page is open. What the library refuses, it throws. */
export function takePack(sealed) {
  const description = load(sealed);
  settings().packs.push({ id: description.id, sealed: asText(sealed) });
  return description;
}

/** The sealed packs that were loaded in this page, by id: those of cases that were open before too. */
export function loadedPacks() {
  return loaded;
}

const loaded = new Map();

function load(sealed) {
  const description = loadPack(sealed);
  loaded.set(description.id, sealed);
  return description;
}

// Those that came with the case and are not there yet.
function takePacks() {
  const known = new Set(describePacks().packs.map(({ id }) => id));
  return settings().packs.filter((pack) => !known.has(pack?.id)).flatMap((pack) => {
    try {
      load(bytesIn(pack?.sealed));
      return [];
    } catch (error) {
      return [error.message];
    }
  });
}

function asText(bytes) {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

/** None where somebody has edited the copy: the library refuses that. */
function bytesIn(text) {
  try {
    return Uint8Array.from(atob(text), (sign) => sign.charCodeAt());
  } catch {
    return new Uint8Array();
  }
}
