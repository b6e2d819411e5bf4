// A page's first script: notes what is there before anything else runs, and then what its console says and each breach of its
// policy.
// What was there is compared value by value, so that nothing can be added to it, changed or taken away unseen.
"use strict";

(() => {
  const said = [];
  const breaches = [];
  for (const way of ["debug", "error", "info", "log", "trace", "warn"]) listenTo(way);
  const before = picture();

  addEventListener("error", ({ message }) => said.push(message));
  addEventListener("unhandledrejection", ({ reason }) => said.push(String(reason)));

  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
    // A browser looks for an icon by itself.
    if (!blockedURI.endsWith("/favicon.ico")) breaches.push(`${violatedDirective} ${blockedURI}`);
  });

  globalThis.watch = { said, breaches, changes };

  function listenTo(way) {
    const real = console[way];
    console[way] = (...words) => {
      said.push(words.join(" "));
      real.apply(console, words);
    };
  }

  /** Names whatever differs from the beginning, but for the names that the page itself and WebKit's driver put there. */
  function changes(own = []) {
    const now = picture();
    const expected = new Set([...own, "watch", "Symbol(automationSessionProxy)"]);
    const names = new Set([...before.keys(), ...now.keys()]);
    return [...names].filter((name) => !Object.is(before.get(name), now.get(name)) && !expected.has(name));
  }

  /** Every global by its name, and every property of those that are functions or the language's own tools. */
  function picture() {
    const found = new Map();
    for (const name of Reflect.ownKeys(globalThis)) {
      found.set(String(name), "there");
      const value = Object.getOwnPropertyDescriptor(globalThis, name)?.value;
      if (typeof value === "function" || value === Math || value === JSON || value === Reflect) look(value, String(name));
    }
    return found;

    function look(object, place) {
      found.set(`${place}'s prototype`, Object.getPrototypeOf(object));
      for (const key of Reflect.ownKeys(object)) {
        const { value, get, set } = Object.getOwnPropertyDescriptor(object, key);
        const where = `${place}.${String(key)}`;
        found.set(where, isObject(value) ? "there" : value ?? get);
        found.set(`${where}, when set`, set);
        if (key === "prototype" && isObject(value)) look(value, where);
      }
    }

    // Some engines make such a value anew for everybody who looks.
    function isObject(value) {
      return typeof value === "object" && value !== null;
    }
  }
})();
