// Where the package is asked: in a worker, which keeps the packs that it was given.

const SCRIPT = "beside.js";
const WORKER = "sw.js";

/** Each of this page's own scripts in the form in which the browser takes it; no other address becomes a script. */
const policy = window.trustedTypes?.createPolicy("sg-sw", {
  createScriptURL: (asked) => {
    if (![SCRIPT, WORKER].includes(asked)) throw new TypeError(asked);
    return asked;
  },
});
const own = (name) => policy?.createScriptURL(name) ?? name;

/** Asks a worker of its own, until it is closed; what it refuses is an Error with a message for a person. */
export function bench() {
  const worker = new Worker(own(SCRIPT), { type: "module" });
  const asked = new Map();
  let count = 0;
  worker.addEventListener("message", ({ data: { id, done, refused } }) => {
    const { resolve, reject } = asked.get(id);
    asked.delete(id);
    if (refused === undefined) resolve(done);
    else reject(new TypeError(refused));
  });
  worker.addEventListener("error", () => {
    for (const { reject } of asked.values()) reject(new Error());
    asked.clear();
  });
  return {
    ask: (task, given) => new Promise((resolve, reject) => {
      count += 1;
      asked.set(count, { resolve, reject });
      worker.postMessage({ id: count, task, given });
    }),
    close: () => worker.terminate(),
  };
}

/** Keeps the page for use without a network, where the browser can. */
export async function keepForOffline() {
  try {
    await navigator.serviceWorker.register(own(WORKER), { updateViaCache: "none" });
  } catch {
    // Without it the page needs a network, and does all else.
  }
}
