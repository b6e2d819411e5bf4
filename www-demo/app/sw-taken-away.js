// Takes the page away from devices that keep it: served in the place of sw.js, under that name. Pages that are open
// stay open.

import { cacheNames } from "workbox-core";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(takeAway()));

async function takeAway() {
  await caches.delete(cacheNames.precache);
  await self.registration.unregister();
}
