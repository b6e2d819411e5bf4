// The drafts of this device, in the browser's own database: each put whole in one transaction, so that none is ever
// half written.

import { openDB } from "idb";
import { DRAFTS_OF_DEVICE } from "./name.js";

const STORE = "drafts";
/** @type {IDBTransactionOptions} */
const WHOLE = { durability: "strict" };

export function drafts() {
  return within("readonly", (store) => store.getAll());
}

export function put(draft) {
  return within("readwrite", (store) => store.put(draft));
}

export async function remove(id) {
  await within("readwrite", (store) => store.delete(id));
  const otherTabs = new BroadcastChannel(DRAFTS_OF_DEVICE);
  otherTabs.postMessage(id);
  otherTabs.close();
}

/** Removes what is kept no longer, and gives the others. */
export async function swept() {
  const all = await drafts();
  const [old, others] = [
    all.filter(({ expires }) => expires <= Date.now()),
    all.filter(({ expires }) => expires > Date.now()),
  ];
  for (const { id } of old) await remove(id);
  return others;
}

async function within(mode, work) {
  const database = await openDB(DRAFTS_OF_DEVICE, 1, {
    upgrade: (made) => void made.createObjectStore(STORE, { keyPath: "id" }),
  });
  try {
    const transaction = database.transaction(STORE, mode, WHOLE);
    const [done] = await Promise.all([work(transaction.store), transaction.done]);
    return done;
  } finally {
    database.close();
  }
}
