// Calls of each question with a digest of what is answered natively, and what another host makes of them.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const TEST = "one_answer::each_call_is_told_with_what_is_answered_natively";
const ENOUGH_OUTPUT = 512 * 1024 * 1024;
/** What the door refuses before the rules are asked, in words of its own: half of a character, what every object has, great depth, a text of any length. */
const REFUSED_AT_THE_DOOR = /\\ud[89a-f]|"__proto__"|\[{32}|[^"]{10000}"/;

/** So many calls of each question from a number on, each as { name, number, text, digest }; without those that no object of JavaScript can say. */
export function nativeCalls(count, from = 1) {
  const words = ["test", "--locked", "--quiet", "--profile=prove", "--test=proofs", "--", "--nocapture", "--exact", TEST];
  const { stdout, stderr, status, error } = spawnSync(process.env.CARGO ?? "cargo", words, {
    cwd: ROOT,
    env: { ...process.env, SAFEGUARDING_CALLS: `${from}+${count}` },
    encoding: "utf8",
    maxBuffer: ENOUGH_OUTPUT,
  });
  if (status !== 0) throw error ?? new Error(stderr);
  const lines = stdout.split("\n").filter((line) => line.startsWith('["'));
  const told = lines.map((line) => JSON.parse(line)).map(([name, number, text, digest]) => ({ name, number, text, digest }));
  return told.filter(({ text }) => isAnObjectsText(text));
}

function isAnObjectsText(text) {
  try {
    return text.startsWith("{") && !REFUSED_AT_THE_DOOR.test(text) && JSON.stringify(JSON.parse(text)) === text;
  } catch {
    return false;
  }
}

/** What the rules of a host answer, as digests. It stands alone, so that it can be sent into a page. */
export async function answered(calls, rules = globalThis.rules) {
  const told = calls.map(([name, text]) => {
    try {
      return `ok\n${JSON.stringify(rules[name](JSON.parse(text)))}`;
    } catch ({ code, path, message }) {
      return `err\n${JSON.stringify({ code, path, message })}`;
    }
  });
  const digest = async (text) => {
    const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
    return Array.from(bytes.subarray(0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
  };
  return Promise.all(told.map(digest));
}

/** The names of those calls that a host answers otherwise; `ask` gives its digests. */
export async function differing(calls, ask) {
  const told = await ask(calls.map(({ name, text }) => [name, text]));
  return calls.filter(({ digest }, place) => digest !== told[place]).map(({ name, number }) => `${name}/${number}`);
}
