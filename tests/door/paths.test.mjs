// Reading and writing by path reaches an object's own properties and nothing else, whatever a pack names.

import assert from "node:assert/strict";
import { test } from "node:test";
import { at, put } from "../../pkg-config/npm/elements/parts/paths.js";

const PATHS = ["constructor.prototype.x", "__proto__.x", "toString.x", "concerns.constructor.prototype.x", "concerns.__proto__.x", "valueOf.call.x"];

test("no path writes to what every object has, or reads from it", () => {
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
