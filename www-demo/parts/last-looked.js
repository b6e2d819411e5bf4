// The last day on which this page could look for a newer version of itself: kept on this device, and nothing with it.

import { deleteDB, openDB } from "idb";

const DATABASE = "safeguarding-rules-page";
const STORE = "looked";
const DAY = "day";

/** The day, as "2026-11-21"; null where none is known. */
export function lastLooked() {
  return withStore((database) => database.get(STORE, DAY));
}

export function lookedOn(day) {
  return withStore((database) => database.put(STORE, day, DAY));
}

export async function forgetLastLooked() {
  await deleteDB(DATABASE).catch(() => {});
}

// A browser that keeps nothing knows of no day.
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
