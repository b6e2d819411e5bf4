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

/** Loads a pack, given as an object, for as long as the page is open. What the library refuses, it throws. */
export function takePack(pack) {
  const description = loadPack(pack);
  settings().packs.push(pack);
  return description;
}

// Those that came with the case and are not there yet.
function takePacks() {
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
