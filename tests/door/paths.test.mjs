// Reading and writing by path reaches an object's own properties and nothing else, whatever a pack names.

import assert from "node:assert/strict";
import { test } from "node:test";
import { at, put, withMore } from "../../pkg-config/npm/elements/parts/paths.js";

const PATHS = ["constructor.prototype.x", "__proto__.x", "toString.x", "concerns.constructor.prototype.x", "concerns.__proto__.x", "valueOf.call.x"];

const ROOTS = [Object, Array, Function, String, Object.prototype, Array.prototype, Function.prototype, String.prototype, Object.prototype.toString, Function.prototype.call];

/** Runs something, after which everything that objects inherit is as it was. */
function leavesWhatEveryObjectHas(run) {
  const all = () => ROOTS.map((root) => Object.getOwnPropertyDescriptors(root));
  const before = all();
  run();
  assert.deepEqual(all(), before);
}

test("no path writes to what every object has", () => {
  for (const path of PATHS) {
    const nested = JSON.parse(`{"${path.split(".").join('":{"')}":"written"${"}".repeat(path.split(".").length)}`);
    const ways = [(given) => put(given, path, "written"), (given) => put(given, path, undefined), (given) => withMore(given, nested)];
    for (const write of ways) for (const given of [{}, { concerns: {} }, Object.create(null), []]) leavesWhatEveryObjectHas(() => write(given));
  }
});

test("what is written at a path is read there, and nowhere else", () => {
  for (const path of PATHS) {
    const facts = { concerns: {} };
    assert.equal(at(facts, path), undefined);
    put(facts, path, "written");
    assert.equal(at(facts, path), "written");
    put(facts, path, undefined);
    assert.equal(at(facts, path), undefined);
    assert.equal({}.x ?? Object.x ?? Object.prototype.toString.x ?? Function.prototype.call.x, undefined, path);
  }
});

test("what an object inherits is no fact", () => {
  assert.equal(at(Object.create({ inherited: true }), "inherited"), undefined);
  assert.equal(at({}, "constructor"), undefined);
  assert.equal(at({ list: [1] }, "list.length"), 1);
});
