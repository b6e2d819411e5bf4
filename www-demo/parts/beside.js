// What takes long is done beside the page, by a worker that runs the page's own script: meanwhile the page answers, and 999 stands.
// The page as one single file has no script of its own that a worker could run, and does it itself.

import { readCopy } from "../out/copy.js";
import { meetingsIn } from "../out/meetings.js";
import { casesIn } from "../out/open-cases.js";
import { sealedIn } from "../out/pack-file.js";
import { ownScript } from "./own-scripts.js";
import { differencesOf } from "./workshop.js";

const SCRIPT = "main.js";
const DRAWN_WITHIN_MS = 50;
const TASKS = { cases: casesIn, copy: readCopy, meetings: meetingsIn, pack: sealedIn, comparison: differencesOf };

/** The outcome of a task, from what it needs. Throws what it throws: an Error with a message, and a path where it has one. */
async function doneBeside(task, given) {
  const worker = started();
  if (!worker) return here(task, given);
  try {
    const told = await new Promise((resolve) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = () => resolve(null);
      worker.postMessage({ task, given });
    });
    // It could not be fetched, or not be started.
    if (!told) return await here(task, given);
    if (told.refused) throw Object.assign(new Error(), told.refused);
    return told.done;
  } finally {
    worker.terminate();
  }
}

/** Does one task after another of somebody who may ask again meanwhile: what was overtaken by another never comes to an end. */
export function lastBeside() {
  let last;
  return async (task, given) => {
    const mine = (last = Symbol());
    try {
      return await doneBeside(task, given);
    } finally {
      if (mine !== last) await new Promise(() => {});
    }
  };
}

/** Once it is drawn that something is being done. */
async function here(task, given) {
  await new Promise((drawn) => setTimeout(drawn, DRAWN_WITHIN_MS));
  return TASKS[task](given);
}

function started() {
  if (!document.querySelector("script[src]")) return null;
  try {
    return new Worker(ownScript(SCRIPT), { type: "module" });
  } catch {
    return null;
  }
}

/** In the worker: does what it is asked, and tells the outcome. */
export function workBeside() {
  globalThis.onmessage = async ({ data: { task, given } }) => {
    try {
      globalThis.postMessage({ done: await TASKS[task](given) });
    } catch ({ name, message, code, path }) {
      globalThis.postMessage({ refused: { name, message, code, path } });
    }
  };
}
