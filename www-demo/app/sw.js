// Keeps the page for use without a network: exactly its own files, as they were built. It keeps nothing that is typed.

import { DANGER } from "safeguarding-rules/parts";
import { cacheNames, setCacheNameDetails } from "workbox-core";
import { addPlugins, cleanupOutdatedCaches, precacheAndRoute } from "workbox-precaching";
import { setCatchHandler } from "workbox-routing";
import { TYPES, headersOf } from "./policy.mjs";
import { LANGUAGE, OFFLINE, PAGE } from "./words.js";

// Older names of two types, by which many servers still call them.
const ALSO = { "text/javascript": "application/javascript", "application/manifest+json": "application/json" };

// A captive network answers with a page of its own, by way of a redirect or as another type.
const asBuilt = {
  requestWillFetch: async ({ request }) => new Request(request, { credentials: "omit" }),
  fetchDidSucceed: async ({ request, response }) => {
    if (!response.ok || response.redirected || !isOfItsType(request, response)) {
      await leaveNothing();
      throw new Error("not the file that was built");
    }
    return asOurs(request, response);
  },
  fetchDidFail: () => leaveNothing(),
  cachedResponseWillBeUsed: async ({ request, cachedResponse }) => cachedResponse && asOurs(request, cachedResponse),
};

// The clean-up takes away whatever bears this worker's address in its name: of a page in a folder below too, which has
// a worker of its own.
setCacheNameDetails({ suffix: encodeURIComponent(self.registration.scope) });

/** Where the first install fails, no file of it stays behind without a worker. */
async function leaveNothing() {
  if (!self.registration.active) await caches.delete(cacheNames.precache);
}

function isOfItsType(request, response) {
  const [type, given] = [typeOf(request), response.headers.get("Content-Type") ?? ""].map((type) =>
    type.split(";")[0].trim().toLowerCase(),
  );
  return given === type || given === ALSO[type];
}

function typeOf({ url }) {
  const { pathname } = new URL(url);
  // The folder itself is answered by its page.
  return pathname.endsWith("/") ? TYPES[".html"] : TYPES[pathname.slice(pathname.lastIndexOf("."))];
}

/** A file under this version's headers, whatever a server said when the file was fetched. */
function asOurs(request, { body }) {
  return new Response(body, { headers: { ...headersOf(request.url), "Content-Type": typeOf(request) } });
}

addPlugins([asBuilt]);
// Put in by the build: each file with its hash.
// Whatever else stands below this address is none of ours, and goes to the network.
precacheAndRoute(self.__PRECACHE, { ignoreURLParametersMatching: [/./], cleanUrls: false });
cleanupOutdatedCaches();

// The browser may throw away what was kept, as where the device is full.
const NOT_KEPT_ANY_MORE = `<!doctype html><html lang="${LANGUAGE}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${OFFLINE.deleted.title} – ${PAGE.name}</title>
<p>${DANGER.before}${DANGER.strong}${DANGER.after}</p>
<h1>${OFFLINE.deleted.title}</h1>
<p>${OFFLINE.deleted.about}</p>
<p>${PAGE.notStarted.untilThen}</p>`;

setCatchHandler(async ({ request }) => {
  if (request.mode !== "navigate") return Response.error();
  return new Response(NOT_KEPT_ANY_MORE, {
    status: 503,
    headers: { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": "default-src 'none'" },
  });
});

// The cases of pages that are being renewed, in memory and each for that page alone, until it asks for it.
const held = new Map();

self.addEventListener("message", (event) => {
  const { type, token, content } = event.data;
  if (type === "hold") {
    held.set(token, content);
    event.ports[0].postMessage("held");
  }
  if (type === "renew") event.waitUntil(self.skipWaiting());
  if (type === "take-back") {
    event.ports[0].postMessage(held.get(token));
    held.delete(token);
  }
});
