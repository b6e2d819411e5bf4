// Keeps the page for use without a network: exactly its own files, as they were built. It keeps nothing that is typed.

import { addPlugins, cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";

// A captive network answers with a page of its own, by way of a redirect.
const asBuilt = {
  requestWillFetch: async ({ request }) => new Request(request, { credentials: "omit" }),
  fetchDidSucceed: async ({ response }) => {
    if (!response.ok || response.redirected) throw new Error("not the file that was built");
    return response;
  },
};

addPlugins([asBuilt]);
// Put in by the build: each file with its hash.
precacheAndRoute(self.__PRECACHE, { ignoreURLParametersMatching: [/./] });
registerRoute(new NavigationRoute(createHandlerBoundToURL("index.html")));
cleanupOutdatedCaches();

// The case of a page that is being renewed, in memory and for that page alone, until it asks for it.
const held = new Map();

self.addEventListener("message", (event) => {
  const { type, token, content } = event.data;
  if (type === "renew") {
    held.set(token, content);
    event.waitUntil(self.skipWaiting());
  }
  if (type === "take-back") {
    event.ports[0].postMessage(held.get(token));
    held.delete(token);
  }
});
