// What stands closed is drawn once the browser has time for it: nobody waits for what they do not see.

import { contents } from "safeguarding-rules/parts";

/** Also a page that is never at rest draws all of it. */
const AT_LATEST_MS = 1000;
const whenIdle = (act) =>
  window.requestIdleCallback ? window.requestIdleCallback(act, { timeout: AT_LATEST_MS }) : setTimeout(act);

/** In the order in which they were put off. */
const waiting = new Set();
let isWaiting = false;

/** Puts something off. Gives what does it at once, as where somebody opens it: it is done one time only. */
export function later(draw) {
  const once = () => waiting.delete(once) && draw();
  waiting.add(once);
  rest();
  return once;
}

/**
 * Puts off what stands inside a closed part. A press opens the part after this; a search in the page, or a script,
 * before.
 */
export function laterInside(part, draw) {
  const [summary, inside] = part.children;
  const now = later(() => inside.append(...contents([draw()])));
  summary.addEventListener("click", now);
  part.addEventListener("toggle", () => part.open && now());
  if (part.open) now();
}

/** For paper and for a copy: all that was put off, now. */
export function nowAll() {
  for (const once of waiting) once();
}

// One at a time: whoever presses a key meanwhile comes first.
function rest() {
  if (isWaiting || waiting.size === 0) return;
  isWaiting = true;
  whenIdle(() => {
    isWaiting = false;
    const [first] = waiting;
    try {
      first?.();
    } finally {
      rest();
    }
  });
}
