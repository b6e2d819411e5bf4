// A record gets its id, its time of making and its salt at the door, where they are not given.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { fileOf } from "./package-under-test.mjs";

const rules = await import(fileOf("index.js"));
const FACTS = { area: "northamptonshire", purpose: "To plan the safeguarding of a child" };
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const recordOf = (facts) => rules.recordConsentBasis(facts).answer.record;
const parsed = (facts) => JSON.parse(recordOf(facts).canonical);

test("id, createdAt and salt are filled in where absent or null", () => {
  for (const facts of [FACTS, { ...FACTS, id: null, createdAt: null, salt: null }]) {
    const record = recordOf(facts);
    const { salt } = JSON.parse(record.canonical);
    assert.match(record.id, UUID);
    assert.ok(Math.abs(Date.now() - Date.parse(record.createdAt)) < 60_000, record.createdAt);
    assert.ok(salt.length >= 16, "the salt is long enough");
  }
});

test("every record gets an id and a salt of its own", () => {
  const records = Array.from({ length: 100 }, () => parsed(FACTS));
  assert.equal(new Set(records.map(({ id }) => id)).size, 100);
  assert.equal(new Set(records.map(({ salt }) => salt)).size, 100);
});

test("what the caller gives is kept, and gives the same hash again", () => {
  const given = { ...FACTS, id: "0c3e3a5c-1f2e-4d7a-9b3e-2f6d8c1a7b90", createdAt: "2026-12-23T10:00:00Z", salt: "00112233445566778899aabbccddeeff" };
  const [first, second] = [recordOf(given), recordOf(given)];
  assert.equal(first.id, given.id);
  assert.equal(JSON.parse(first.canonical).salt, given.salt);
  assert.equal(first.canonical, second.canonical);
  assert.equal(first.hash, second.hash);
});

test("the hash is the SHA-256 of the canonical form, and a changed word shows", () => {
  const record = recordOf(FACTS);
  const hash = (text) => createHash("sha256").update(text).digest("hex");
  assert.equal(record.hash, hash(record.canonical));
  assert.notEqual(record.hash, hash(record.canonical.replace("plan", "plot")));
});
