// What somebody has set for this page: in this tab's memory, and in the copies that are downloaded.

import { describePacks, loadPack } from "safeguarding-rules";
import { part, replaceBy } from "./case.js";
import { describeAnew } from "./described.js";
import { setOfficeHours } from "./office.js";

const NAME = "settings";
const AS_IT_IS = {
  dutyNumber: "",
  outOfHoursNumber: "",
  opens: "09:00",
  closes: "17:00",
  textSize: "usual",
  packs: [],
};

/** The settings, to be changed by `set`. */
export function settings() {
  return part(NAME, () => structuredClone(AS_IT_IS));
}

/** Settings of which some were kept. */
export function wholeSettings(kept) {
  return { ...structuredClone(AS_IT_IS), ...kept };
}

/** Changes settings, and lets them act. */
export function set(changes) {
  Object.assign(settings(), changes);
  act();
}

/** Puts back a case that was in this page's own memory, with its settings and its packs. */
export function putBack(content) {
  replaceBy(content);
  act();
  takePacks();
}

/**
 * Puts the case of a file in the place of this one. What is set for this page stays as it is: a file chooses none of
 * it.
 */
export function openCase(content) {
  replaceBy({ ...content, parts: { ...content.parts, [NAME]: settings() } });
  act();
}

const NUMBERS = ["dutyNumber", "outOfHoursNumber"];
const HOURS = ["opens", "closes"];

/**
 * The settings of a file that are others than this page's, each `{ name, value, take }`: taken only where somebody says
 * so.
 */
export function offered(brought) {
  const isOther = (name) => brought[name] && brought[name] !== settings()[name];
  const known = new Set(describePacks().packs.map(({ id }) => id));
  return [
    ...[...NUMBERS, ...HOURS]
      .filter(isOther)
      .map((name) => ({ name, value: brought[name], take: () => set({ [name]: brought[name] }) })),
    ...brought.packs
      .filter(({ id, sealed }) => !known.has(id) && !settings().packs.some((pack) => pack.sealed === sealed))
      .map(({ id, title, sealed }) => ({
        name: "pack",
        value: id ? `${title} (${id})` : "",
        take: () => takePack(bytesIn(sealed)),
      })),
  ];
}

const NUMBER = /^(\+?\d[\d ]{1,28}\d)?$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/**
 * Is it a number that can be called, or none? Nothing that somebody could read as more than that: digits, spaces and a
 * + before them.
 */
export function isNumber(value) {
  return typeof value === "string" && NUMBER.test(value);
}

export function isTime(value) {
  return typeof value === "string" && TIME.test(value);
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

/** Loads a sealed pack, and tells what it is. What the library refuses, it throws. */
export function load(sealed) {
  const description = loadPack(sealed);
  describeAnew();
  loaded.set(description.id, sealed);
  return description;
}

// Those that this page had loaded before it was renewed. One that the new version refuses answers no more.
function takePacks() {
  const known = new Set(describePacks().packs.map(({ id }) => id));
  for (const { id, sealed } of settings().packs.filter((pack) => !known.has(pack.id))) {
    try {
      load(bytesIn(sealed));
    } catch (error) {
      window.reportError(error);
      set({ packs: settings().packs.filter((pack) => pack.id !== id) });
    }
  }
}

function asText(bytes) {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

/** The bytes that stand in a text: none where they do not. */
export function bytesIn(text) {
  try {
    return Uint8Array.from(atob(typeof text === "string" ? text : ""), (sign) => sign.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}
