// A running instance of compiled rules: started at the first question, replaced after a fault.

import { SafeguardingError } from "./error.js";

const CODES = new Set([
  "bad-input", "unknown-field", "too-long", "too-large", "not-plain",
  "unreadable", "bad-date", "bad-word", "scope", "bad-pack", "bad-example", "internal",
]);

const START_FAILED =
  "The rules could not be started, and no answer was given. With `./web`, call `await init()` first. " +
  "Under a content security policy, allow 'wasm-unsafe-eval' in script-src.";
const NOT_TAKEN_AGAIN =
  "The rules were started anew, without a pack or the sentences of yours that could not be loaded again. Load them again, or ask again without them.";
const PACKS_FAILED = "The rules could not be started: expected every pack whole, and of the same version as the rules.";

/** The one instance of the compiled rules that belong to this glue. */
export function instanceOf(glue) {
  let source = {
    module() {
      throw new Error("init() was not called");
    },
  };
  let state = "absent";

  // The packs and sentences that a portal has given, in their order: a fresh instance gets them again.
  let given = [];

  /** Says where the rules come from: `module` gives them compiled or as bytes, and `packs` the sealed packs in their order. */
  function startFrom(place) {
    source = place;
  }

  /** Starts the rules if they are not running. */
  function start() {
    if (state === "ready") return;
    try {
      if (state === "absent") glue.initSync({ module: source.module() });
      // initSync starts nothing once it has loaded: the reset puts a fresh instance in the old one's place.
      else glue.__wbg_reset_state();
      state = "stale";
      glue.loadPacks(source.packs());
    } catch (cause) {
      throw new SafeguardingError("internal", "", isRefusal(cause) ? PACKS_FAILED : START_FAILED, { cause });
    }
    const before = given.length;
    given = given.filter(({ give, what }) => isTaken(give, what));
    state = "ready";
    // Said once: the next question is answered without it.
    if (given.length < before) throw new SafeguardingError("internal", "", NOT_TAKEN_AGAIN);
  }

  function isTaken(give, what) {
    try {
      give(what);
      return true;
    } catch (refusal) {
      if (isRefusal(refusal)) return false;
      throw new SafeguardingError("internal", "", START_FAILED, { cause: refusal });
    }
  }

  /** Asks once. Whatever is thrown that is no refusal of ours was a fault: the next question gets a fresh instance. */
  function ask(question, ...given) {
    start();
    // Stale until the call has ended well, so that nothing thrown on the way can leave it in doubt.
    state = "stale";
    let refusal;
    try {
      const answer = question(...given);
      const told = typeof answer === "string" ? JSON.parse(answer) : answer;
      state = "ready";
      return told;
    } catch (thrown) {
      if (!isRefusal(thrown)) throw new SafeguardingError("internal", "", "Something went wrong inside the rules, and no answer was given. Try again.");
      refusal = thrown;
    }
    state = "ready";
    throw new SafeguardingError(refusal.code, refusal.path, refusal.message);
  }

  /** Loads a sealed pack for this and every later instance, and gives its description. */
  function load(sealed) {
    const description = ask(glue.loadPack, sealed);
    given.push({ give: glue.loadPack, what: sealed });
    return description;
  }

  /** Puts a portal's own sentences in place, for this and every later instance. */
  function say(text) {
    ask(glue.setMessages, text);
    given = [...given.filter(({ give }) => give !== glue.setMessages), { give: glue.setMessages, what: text }];
  }

  return { startFrom, start, ask, load, say };
}

/** Did the rules refuse what they were given? Whatever else is thrown is a fault. */
export function isRefusal(thrown) {
  return (
    typeof thrown === "object" && thrown !== null && !(thrown instanceof Error) &&
    CODES.has(thrown.code) && typeof thrown.path === "string" && typeof thrown.message === "string"
  );
}
