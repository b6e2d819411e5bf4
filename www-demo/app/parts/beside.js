// What takes long is done beside the page, by a worker that runs the page's own script: meanwhile the page answers, and
// 999 stands. The page as one single file has no script of its own that a worker could run, and does it itself.

import { loadPack } from "safeguarding-rules";
import { readCopy } from "../out/copy.js";
import { casesIn } from "../out/open-cases.js";
import { fewIn, quarterIn } from "../out/many-meetings.js";
import { sealedIn } from "../out/pack-file.js";
import { BESIDE } from "../words.js";
import { ownScript } from "./own-scripts.js";
import { differencesOf } from "./workshop.js";

const SCRIPT = "main.js";
const DRAWN_WITHIN_MS = 50;
const TASKS = {
  cases: casesIn,
  copy: readCopy,
  meetings: fewIn,
  pack: sealedIn,
  quarter: quarterIn,
  comparison: differencesOf,
};
/**
 * In the worker the library is nobody's but the task's: there a pack can be loaded to see what it is, and the page's
 * have to be.
 */
const TASKS_APART = {
  ...TASKS,
  copy: (file) => readCopy(file, loadPack),
  quarter: (given, tell) => quarterIn(given, tell, loadPack),
};
/**
 * What a task refuses bears one of these names. Whatever else goes wrong is the browser's, as where a file is too much
 * for it.
 */
const REFUSALS = [Error.name, TypeError.name, "SafeguardingError"];

/**
 * The outcome of a task, from what it needs. Throws an Error with a message for a person, and a path where it has one.
 */
async function doneBeside(task, given, onProgress) {
  try {
    return await done(task, given, onProgress);
  } catch (error) {
    throw REFUSALS.includes(error.name) ? error : new TypeError(BESIDE.failed);
  }
}

async function done(task, given, onProgress) {
  const worker = started();
  if (!worker) return here(task, given, onProgress);
  try {
    const told = await new Promise((resolve) => {
      worker.onmessage = ({ data }) => (data.progress === undefined ? resolve(data) : onProgress(data.progress));
      worker.onerror = () => resolve(null);
      worker.postMessage({ task, given });
    });
    // It could not be fetched, or not be started.
    if (!told) return await here(task, given, onProgress);
    if (told.refused) throw Object.assign(new Error(), told.refused);
    return told.done;
  } finally {
    worker.terminate();
  }
}

/**
 * Does one task after another of somebody who may ask again meanwhile: what was overtaken by another never comes to an
 * end, and is silent.
 */
export function lastBeside() {
  let last;
  /**
   * @param {string} task
   * @param {any} given
   * @param {(part: number) => void} [onProgress]
   */
  return async (task, given, onProgress) => {
    const mine = (last = Symbol());
    try {
      return await doneBeside(task, given, (progress) => mine === last && onProgress?.(progress));
    } finally {
      if (mine !== last) await new Promise(() => {});
    }
  };
}

/** Once it is drawn that something is being done. */
async function here(task, given, onProgress) {
  await new Promise((drawn) => setTimeout(drawn, DRAWN_WITHIN_MS));
  return TASKS[task](given, onProgress);
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
      const tell = (progress) => globalThis.postMessage({ progress });
      globalThis.postMessage({ done: await TASKS_APART[task](given, tell) });
    } catch ({ name, message, code, path, place }) {
      globalThis.postMessage({ refused: { name, message, code, path, place } });
    }
  };
}
