// The one running instance of the rules: started at the first question, replaced after a fault.

import { initSync, loadPack, setMessages, __wbg_reset_state } from "../glue/safeguarding_rules.js";
import { SafeguardingError } from "./error.js";

const CODES = new Set([
  "bad-input", "unknown-field", "too-long", "too-large", "not-plain",
  "unreadable", "bad-date", "bad-word", "scope", "bad-pack", "bad-example", "internal",
]);

const START_FAILED =
  "The rules could not be started, and no answer was given. With `./web`, call `await init()` first. " +
  "Under a content security policy, allow 'wasm-unsafe-eval' in script-src.";

// An instance never gives back a pack that it has read, not even one that was refused or only compared.
const MOST_GROWTH = 64 * 1024 * 1024;

let provideModule = () => {
  throw new Error("init() was not called");
};
let state = "absent";
let memory;
let bytesAtStart;

// The texts of the packs that were loaded, in their order: a fresh instance loads them again.
const loadedPacks = [];

// The portal's own sentences, put into a fresh instance again.
let messages;

/** Says where the compiled rules come from: a function that returns their bytes or their module. */
export function startFrom(provide) {
  provideModule = provide;
}

/** Starts the rules if they are not running. */
export function start() {
  if (state === "ready") return;
  try {
    ({ memory } = state === "absent" ? initSync({ module: provideModule() }) : replaced());
    for (const text of loadedPacks) loadPack(text);
    if (messages !== undefined) setMessages(messages);
  } catch (cause) {
    throw new SafeguardingError("internal", "", START_FAILED, { cause });
  }
  bytesAtStart = memory.buffer.byteLength;
  state = "ready";
}

// initSync starts nothing once it has loaded: it hands on what the reset has put in the old instance's place.
function replaced() {
  __wbg_reset_state();
  return initSync();
}

/** Loads a pack for this and every later instance, and gives its description. */
export function load(text) {
  const description = ask(loadPack, text);
  loadedPacks.push(text);
  return description;
}

/** Puts a portal's own sentences in place, for this and every later instance. */
export function say(text) {
  ask(setMessages, text);
  messages = text;
}

/** Asks one question. Whatever is thrown that is no refusal of ours was a fault: the next question gets a fresh instance. */
export function ask(question, text) {
  start();
  // Stale until the call has ended well, so that nothing thrown on the way can leave it in doubt.
  state = "stale";
  let refusal;
  try {
    const answer = JSON.parse(question(text));
    state = stateAfterCall();
    return answer;
  } catch (thrown) {
    if (!isRefusal(thrown)) throw new SafeguardingError("internal", "", "Something went wrong inside the rules, and no answer was given. Try again.");
    refusal = thrown;
  }
  state = stateAfterCall();
  throw new SafeguardingError(refusal.code, refusal.path, refusal.message);
}

function stateAfterCall() {
  return memory.buffer.byteLength - bytesAtStart > MOST_GROWTH ? "stale" : "ready";
}

function isRefusal(thrown) {
  return (
    typeof thrown === "object" && thrown !== null && !(thrown instanceof Error) &&
    CODES.has(thrown.code) && typeof thrown.path === "string" && typeof thrown.message === "string"
  );
}
