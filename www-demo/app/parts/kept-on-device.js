// What this page keeps on this device beside ticks: the area, and the last day on which it could look for a newer
// version of itself. Nothing of a case is among it: drafts, for whoever asks for them, stand in a store of their own.

import { deleteDB, openDB } from "idb";
import { ALL, DRAFTS_OF_DEVICE } from "../drafts/name.js";

const DATABASE = "safeguarding-rules-page";
const STORE = "looked";
const DAY = "day";
const AREA = "area";
const NOT_IN_TAB = "not-in-tab";
const HAS_DRAFTS = "has-drafts";
/** Nobody waits longer than this for a store that does not answer. */
const WAIT_AT_MOST_MS = 1000;

/** What a store says, or undefined where it does not in time. */
export function inTime(answer) {
  return Promise.race([answer, new Promise((nothing) => setTimeout(nothing, WAIT_AT_MOST_MS))]);
}

/** The day, as "2026-11-21"; null where none is known. */
export function lastLooked() {
  return withStore((database) => database.get(STORE, DAY));
}

export function lookedOn(day) {
  return withStore((database) => database.put(STORE, day, DAY));
}

/** The area whose procedure somebody follows here; null where none was chosen. */
export function keptArea() {
  return withStore((database) => database.get(STORE, AREA));
}

/** @type {(area: string) => void} */
let whenChosen = () => {};

/** From now on `act` is told each area that is chosen. */
export function onArea(act) {
  whenChosen = act;
}

export function keepArea(area) {
  whenChosen(area);
  return withStore((database) => database.put(STORE, area, AREA));
}

/** Has somebody switched off, on this device, that a tab keeps what was entered in it? */
export function isOffOnDevice() {
  return withStore((database) => database.get(STORE, NOT_IN_TAB));
}

export function switchOnDevice(on) {
  return withStore((database) => (on ? database.delete(STORE, NOT_IN_TAB) : database.put(STORE, true, NOT_IN_TAB)));
}

/** Was a draft ever kept here? Its own store is not asked before: a browser makes one by that. */
export function hasDrafts() {
  return withStore((database) => database.get(STORE, HAS_DRAFTS));
}

export function draftsAreKept() {
  return withStore((database) => database.put(STORE, true, HAS_DRAFTS));
}

export async function forgetAllKept() {
  new BroadcastChannel(DRAFTS_OF_DEVICE).postMessage(ALL);
  for (const name of [DATABASE, DRAFTS_OF_DEVICE]) await deleteDB(name).catch(() => {});
}

// A browser that keeps nothing knows of no day and no area.
async function withStore(work) {
  try {
    const database = await openDB(DATABASE, 1, { upgrade: (made) => void made.createObjectStore(STORE) });
    try {
      return (await work(database)) ?? null;
    } finally {
      database.close();
    }
  } catch {
    return null;
  }
}
