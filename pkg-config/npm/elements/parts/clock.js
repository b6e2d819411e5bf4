// When an answer may have become another one: at London midnight, at each moment that it speaks of, and once that has passed.

import { nextMidnight } from "./dates.js";

/** A device sleeps through its timers: none is set for longer than this. */
const LOOK_AFTER_MS = 15_000;
/** The library is told the time in whole minutes: a limit has passed when its minute is over. */
const MINUTE_IN_MS = 60_000;
const SOMEBODY_RETURNS = ["pageshow", "focus", "beforeprint"];
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$/;

export class Clock {
  #ring;
  #timer;
  #isRunning = false;
  // From when until when the answer stands. Somebody may set a device's clock back as well.
  #from;
  #until;
  #onTime = () => {
    this.look();
    this.#wind();
  };

  /** `ring` is called once whenever the answer that was set last may be another one by now. */
  constructor(ring) {
    this.#ring = ring;
  }

  /** Looks by itself from now on: at the next moment, and when somebody comes back. */
  start() {
    this.#isRunning = true;
    for (const event of SOMEBODY_RETURNS) window.addEventListener(event, this.#onTime);
    this.#wind();
  }

  stop() {
    this.#isRunning = false;
    for (const event of SOMEBODY_RETURNS) window.removeEventListener(event, this.#onTime);
    clearTimeout(this.#timer);
  }

  /** An answer was given just now. */
  set(answer) {
    this.#from = Date.now();
    const moments = [...instantsIn(answer)].flatMap((moment) => [moment, moment - (moment % MINUTE_IN_MS) + MINUTE_IN_MS]);
    this.#until = Math.min(nextMidnight(), ...moments.filter((moment) => moment > this.#from));
    this.#wind();
  }

  /** Rings where another day has begun since, or one of the answer's moments has come; tells whether it did. */
  look() {
    const now = Date.now();
    if (this.#from === undefined || (now >= this.#from && now < this.#until)) return false;
    this.#from = this.#until = undefined;
    this.#ring();
    return true;
  }

  #wind() {
    clearTimeout(this.#timer);
    if (!this.#isRunning || this.#until === undefined) return;
    this.#timer = setTimeout(this.#onTime, Math.min(Math.max(this.#until - Date.now(), 0), LOOK_AFTER_MS));
  }
}

function* instantsIn(value) {
  if (typeof value === "string" && INSTANT.test(value)) yield Date.parse(value);
  if (typeof value === "object" && value !== null) for (const inside of Object.values(value)) yield* instantsIn(inside);
}
