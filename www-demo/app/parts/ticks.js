// Which items of the checklists are ticked: kept on this device by pack, version, list and item, and by nothing of any
// case. Where the device does not keep them they last as long as the page.

import { deleteDB, openDB } from "idb";
import { TICKS } from "../words.js";

const DATABASE = "safeguarding-rules-ticks";
const STORE = "ticks";
const NOT_KEPT = TICKS.notKept;
const NO_ROOM = TICKS.noRoom;

const FORGOTTEN = "forgotten";
const CHANGED = "changed";

const ticked = new Set();
/** Ticks set and cleared that the device has not taken, or not yet. */
const unsaved = new Map();
const otherTabs = new BroadcastChannel(DATABASE);
let opened;

/** The name of a tick. */
export function tickOf({ id, version }, list, item) {
  return `${id} ${version} ${list} ${item}`;
}

export function isTicked(tick) {
  return ticked.has(tick);
}

/** Brings back what the device has kept. Like all that follow, it gives what to tell the user where that fails. */
export function recallTicks() {
  return tryTo(async (database) => {
    const kept = await database.getAllKeys(STORE);
    ticked.clear();
    for (const tick of kept) ticked.add(tick);
    for (const [tick, isDone] of unsaved) note(tick, isDone);
  });
}

export function setTick(tick, isDone) {
  note(tick, isDone);
  unsaved.set(tick, isDone);
  return tryTo(async (database) => {
    await (isDone ? database.put(STORE, true, tick) : database.delete(STORE, tick));
    if (unsaved.get(tick) === isDone) unsaved.delete(tick);
    otherTabs.postMessage(CHANGED);
  });
}

function note(tick, isDone) {
  if (isDone) ticked.add(tick);
  else ticked.delete(tick);
}

/** Calls `show` once ticks that another tab of this page has set or cleared are known here. */
export function onTicksElsewhere(show) {
  otherTabs.onmessage = async ({ data }) => {
    if (data === FORGOTTEN) forgetHere();
    else await recallTicks();
    show();
  };
}

function forgetHere() {
  ticked.clear();
  unsaved.clear();
}

/** Forgets every tick, here, in other tabs and on the device. */
export async function forgetTicks() {
  forgetHere();
  otherTabs.postMessage(FORGOTTEN);
  const before = opened;
  opened = undefined;
  try {
    (await before)?.close();
    await deleteDB(DATABASE);
    return null;
  } catch {
    return NOT_KEPT;
  }
}

async function tryTo(work) {
  try {
    await work(await database());
    return null;
  } catch (error) {
    return error.name === "QuotaExceededError" ? NO_ROOM : NOT_KEPT;
  }
}

async function database() {
  const close = () => (opened = undefined);
  opened ??= openDB(DATABASE, 1, {
    // Ticks that are here already were kept until the browser threw its database away.
    upgrade: (made) => {
      const store = made.createObjectStore(STORE);
      for (const tick of ticked) store.put(true, tick);
    },
    // Another tab deletes everything: nothing may stand in its way.
    blocking: (_current, _next, event) => {
      /** @type {IDBDatabase} */ (event.target).close();
      close();
    },
    terminated: close,
  });
  try {
    return await opened;
  } catch (error) {
    close();
    throw error;
  }
}
