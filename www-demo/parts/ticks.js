// Which items of the checklists are ticked: kept on this device by pack, version, list and item, and by nothing of any
// case. Where the device does not keep them they last as long as the page.

import { deleteDB, openDB } from "idb";
import { TICKS } from "../words.js";

const DATABASE = "safeguarding-rules-ticks";
const STORE = "ticks";
const NOT_KEPT = TICKS.notKept;
const NO_ROOM = TICKS.noRoom;

const ticked = new Set();
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
    for (const tick of await database.getAllKeys(STORE)) ticked.add(tick);
  });
}

export function setTick(tick, isDone) {
  if (isDone) ticked.add(tick);
  else ticked.delete(tick);
  return tryTo((database) => (isDone ? database.put(STORE, true, tick) : database.delete(STORE, tick)));
}

/** Forgets every tick, here and on the device. */
export async function forgetTicks() {
  ticked.clear();
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
    upgrade: (made) => made.createObjectStore(STORE),
    // Another tab deletes everything: nothing may stand in its way.
    blocking: (_current, _next, event) => {
      event.target.close();
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
