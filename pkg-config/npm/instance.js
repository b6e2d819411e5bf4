// The one running instance of the rules: started at the first question, replaced after a fault.

import { initSync, __wbg_reset_state } from "../glue/safeguarding_rules.js";
import { SafeguardingError } from "./error.js";
import { textOf } from "./facts.js";

const CODES = new Set([
  "bad-input", "unknown-field", "too-long", "too-large", "not-plain",
  "unreadable", "bad-date", "bad-word", "scope", "internal",
]);

const START_FAILED =
  "The rules could not be started, and no answer was given. With `./web`, call `await init()` first. " +
  "Under a content security policy, allow 'wasm-unsafe-eval' in script-src.";

let provideModule = () => {
  throw new Error("init() was not called");
};
let state = "absent";

/** Says where the compiled rules come from: a function that returns their bytes or their module. */
export function startFrom(provide) {
  provideModule = provide;
}

/** Starts the rules if they are not running. */
export function start() {
  if (state === "ready") return;
  try {
    // initSync does nothing once it has loaded, so a broken instance is replaced by the reset.
    if (state === "broken") __wbg_reset_state();
    else initSync({ module: provideModule() });
  } catch (cause) {
    throw new SafeguardingError("internal", "", START_FAILED, { cause });
  }
  state = "ready";
}

/** Asks one question. Whatever is thrown that is no refusal of ours was a fault: the next question gets a fresh instance. */
export function ask(question, facts) {
  const text = textOf(facts);
  start();
  // Broken until the call has ended well, so that nothing thrown on the way can leave it in doubt.
  state = "broken";
  let refusal;
  try {
    const answer = question(text);
    state = "ready";
    return answer;
  } catch (thrown) {
    if (!isRefusal(thrown)) throw new SafeguardingError("internal", "", "Something went wrong inside the rules, and no answer was given. Try again.");
    refusal = thrown;
  }
  state = "ready";
  throw new SafeguardingError(refusal.code, refusal.path, refusal.message);
}

function isRefusal(thrown) {
  return (
    typeof thrown === "object" && thrown !== null && !(thrown instanceof Error) &&
    CODES.has(thrown.code) && typeof thrown.path === "string" && typeof thrown.message === "string"
  );
}
