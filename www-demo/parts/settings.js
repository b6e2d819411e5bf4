// What somebody has set for this page: in this tab's memory, and in the copies that are downloaded.

import { describePacks, loadPack } from "safeguarding-rules";
import { part } from "./case.js";
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

/** Lets the settings act: after another case was opened too. */
export function act() {
  const { opens, closes, textSize } = settings();
  setOfficeHours({ opens, closes });
  document.documentElement.dataset.textSize = textSize;
}

/** Loads a pack, given as an object, for as long as the page is open. What the library refuses, it throws. */
export function takePack(pack) {
  const description = loadPack(pack);
  settings().packs.push(pack);
  return description;
}

/** Loads the packs that came with a copy and are not there yet. Gives what was refused, in words. */
export function takePacksOfCopy() {
  const known = new Set(describePacks().packs.map(({ id }) => id));
  return settings().packs.filter((pack) => !known.has(pack?.document?.id)).flatMap((pack) => {
    try {
      loadPack(pack);
      return [];
    } catch (error) {
      return [error.message];
    }
  });
}
