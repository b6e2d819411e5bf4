// When an answer may have become another one: at London midnight, and at each moment that it speaks of.

import { presentMoment } from "./dates.js";

const LOOK_AFTER_MS = 15_000;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$/;

export class Clock {
  #ring;
  #timer;
  #day;
  #ahead = [];

  /** `ring` is called once whenever the answer that was set last may be another one by now. */
  constructor(ring) {
    this.#ring = ring;
  }

  /** Looks by itself from now on. A device that slept is found out when it wakes. */
  start() {
    this.#timer ??= setInterval(() => this.look(), LOOK_AFTER_MS);
  }

  stop() {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** An answer was given just now. */
  set(answer) {
    this.#day = today();
    this.#ahead = [...instantsIn(answer)].filter((moment) => moment > Date.now());
  }

  /** Rings where another day has begun since, or one of the answer's moments has come; tells whether it did. */
  look() {
    if (this.#day === undefined) return false;
    if (today() === this.#day && this.#ahead.every((moment) => moment > Date.now())) return false;
    this.#day = undefined;
    this.#ring();
    return true;
  }
}

function today() {
  return presentMoment().london.slice(0, 10);
}

function* instantsIn(value) {
  if (typeof value === "string" && INSTANT.test(value)) yield Date.parse(value);
  if (typeof value === "object" && value !== null) for (const inside of Object.values(value)) yield* instantsIn(inside);
}
