// A page that requires Trusted Types must vouch itself for the address of its own worker.

const policy = globalThis.trustedTypes?.createPolicy("own-worker", { createScriptURL: (address) => address });
const address = "worker.js";
const worker = new Worker(policy?.createScriptURL(address) ?? address, { type: "module" });

worker.addEventListener("message", ({ data }) => {
  document.querySelector("output").textContent = JSON.stringify(data);
});

/** Sends calls to the worker; the answers are shown. */
globalThis.send = (calls) => worker.postMessage(calls);
