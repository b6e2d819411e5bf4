// What a caller hands over to go through one by one, and how it is to be gone through: looked at once, before anything is asked.
// What a stream throws on its way is the caller's own, as where a network fails, and stays as it is.

import { refuse } from "./error.js";
import { touch } from "./given.js";
import { entriesIn } from "./many.js";

/** The items of a list, a stream, or whatever can be gone through, each held, so that nothing else than a promise is awaited. */
export function itemsOf(source, path, expected) {
  const refuseAll = () => refuse("bad-input", path, expected);
  return touch(path, expected, () => stepsThrough(Array.isArray(source) ? entriesIn(source) : source, refuseAll)) ?? refuseAll();
}

/** How somebody is told how far it is, what ends it, and what else they ask for. */
export function optionsOf(given = {}) {
  if (typeof given !== "object" || given === null) refuse("bad-input", "options", "Expected an object.");
  const { onProgress, signal, throwIfAborted, examples, fields } = touch("options", "Expected a plain object.", () => {
    const { onProgress, signal, examples, fields } = given;
    return { onProgress, signal, throwIfAborted: signal?.throwIfAborted, examples, fields };
  });
  if (onProgress != null && typeof onProgress !== "function") refuse("bad-input", "onProgress", "Expected a function.");
  if (signal != null && typeof throwIfAborted !== "function") refuse("bad-input", "signal", "Expected an AbortSignal.");
  return { tell: (done) => onProgress?.(done), endIfTold: () => throwIfAborted?.call(signal), examples, fields };
}

/** Nothing where it cannot be gone through. */
function stepsThrough(source, refuseAll) {
  if (typeof source !== "object" || source === null) return undefined;
  const begin = source[Symbol.asyncIterator] ?? source[Symbol.iterator];
  const iterator = typeof begin === "function" ? begin.call(source) : undefined;
  const next = iterator?.next;
  return typeof next === "function" ? steps(iterator, next, refuseAll) : undefined;
}

async function* steps(iterator, next, refuseAll) {
  let isLeft = false;
  try {
    for (;;) {
      const step = await next.call(iterator);
      if (typeof step !== "object" || step === null) refuseAll();
      const { done, value } = step;
      if (done) return;
      isLeft = true;
      yield { item: isPromise(value) ? await value : value };
      isLeft = false;
    }
  } finally {
    // Whoever goes no further lets go of a file or a connection.
    if (isLeft) await iterator.return?.();
  }
}

function isPromise(value) {
  try {
    return value instanceof Promise;
  } catch {
    // Whoever reads it refuses it.
    return false;
  }
}
