// After a fault a fresh instance gets what a portal has given, in its order. What it refuses is said once, and the rest answers.

import assert from "node:assert/strict";
import { test } from "node:test";
import { instanceOf } from "../../pkg-config/npm/instance.js";

const FAULT = new WebAssembly.RuntimeError("unreachable");
const refusal = { code: "bad-pack", path: "document.id", message: "expected another" };

/** The glue of an instance that keeps what it is given; `refuses` tells what it refuses, and `isFaulty` what is a fault. */
function glueOf({ refuses = () => false, isFaulty = () => false } = {}) {
  const glue = { taken: [], started: 0 };
  const take = (kind) => (what) => {
    if (isFaulty(what)) throw FAULT;
    if (refuses(what)) throw refusal;
    glue.taken.push(`${kind} ${what}`);
    return "{}";
  };
  const begin = () => {
    glue.started++;
    glue.taken = [];
  };
  return Object.assign(glue, { initSync: begin, __wbg_reset_state: begin, loadPacks: () => {}, loadPack: take("pack"), setMessages: take("words") });
}

function started(glue) {
  const rules = instanceOf(glue);
  rules.startFrom({ module: () => null, packs: () => [] });
  return rules;
}

const fail = () => {
  throw FAULT;
};
const answers = (rules) => rules.ask(() => '"answered"') === "answered";

test("packs and sentences are given again in the order in which they came, sentences only as they were set last", () => {
  const glue = glueOf();
  const rules = started(glue);
  rules.load("one");
  rules.say("early");
  rules.load("two");
  rules.say("late");
  rules.load("three");
  assert.throws(() => rules.ask(fail), { code: "internal" });
  assert.ok(answers(rules));
  assert.deepEqual([glue.started, glue.taken], [2, ["pack one", "pack two", "words late", "pack three"]]);
});

test("what a fresh instance refuses is said once, and everything else answers", () => {
  let refused = [];
  const glue = glueOf({ refuses: (what) => refused.includes(what) });
  const rules = started(glue);
  for (const pack of ["one", "two", "three"]) rules.load(pack);
  rules.say("words");
  assert.throws(() => rules.ask(fail), { code: "internal" });
  refused = ["two", "words"];
  assert.throws(() => answers(rules), ({ code, message }) => code === "internal" && message.includes("could not be loaded again"));
  assert.ok(answers(rules));
  assert.deepEqual(glue.taken, ["pack one", "pack three"]);
  refused = [];
  assert.throws(() => rules.ask(fail), { code: "internal" });
  assert.ok(answers(rules));
  assert.deepEqual(glue.taken, ["pack one", "pack three"], "it was told, and is not tried again");
});

test("a fault while things are given again leaves nothing in doubt: the next question starts anew", () => {
  let isFaulty = false;
  const glue = glueOf({ isFaulty: (what) => isFaulty && what === "two" });
  const rules = started(glue);
  for (const pack of ["one", "two"]) rules.load(pack);
  isFaulty = true;
  assert.throws(() => rules.ask(fail), { code: "internal" });
  assert.throws(() => answers(rules), { code: "internal" });
  isFaulty = false;
  assert.ok(answers(rules));
  assert.deepEqual(glue.taken, ["pack one", "pack two"]);
});
