// Two versions of the package in one process, as where two parts of a portal each bring their own.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { createContext, runInContext } from "node:vm";
import { PACKS } from "./every-entry.mjs";
import { fileOf, folder, refusalOf } from "./package-under-test.mjs";
import { SEALED, sealPack, workshop } from "./sealed.mjs";
import { OWN_PACK } from "./types/calls.mjs";

const { version } = JSON.parse(readFileSync(fileOf("package.json"), "utf8"));
// As long as the real one, because it stands in the binary.
const OTHER = version.replace(/\d/g, "9");

const copy = mkdtempSync(join(tmpdir(), "other-version-"));
after(() => rmSync(copy, { recursive: true }));
cpSync(folder, copy, { recursive: true });
writeFileSync(join(copy, "package.json"), JSON.stringify({ type: "module", version: OTHER }));

const inOtherVersion = (text) => {
  assert.ok(text.includes(version));
  return text.replaceAll(version, OTHER);
};
// Both its script and its binary name it.
writeFileSync(join(copy, "web.js"), inOtherVersion(readFileSync(join(copy, "web.js"), "utf8")));
const binary = inOtherVersion(readFileSync(join(copy, "safeguarding_rules_bg.wasm"), "latin1"));

const ours = await import(fileOf("index.js"));
const theirs = await import(pathToFileURL(join(copy, "web.js")));
await theirs.init(Buffer.from(binary, "latin1"), { packs: PACKS });

const FACTS = { area: "generic", concernsIdentifiedAt: "2026-12-23" };
const engineOf = (rules) => rules.classifyConcern(FACTS).basis.engine;
const areasOf = (rules) => rules.describePacks().areas.map(({ id }) => id);

test("each answers as its own version", () => {
  assert.deepEqual([engineOf(ours), engineOf(theirs)], [version, OTHER]);
  assert.deepEqual({ ...theirs.classifyConcern(FACTS), basis: null }, { ...ours.classifyConcern(FACTS), basis: null });
});

test("a pack loaded in one is not in the other, and each loads its own", () => {
  ours.loadPack(SEALED);
  assert.ok(areasOf(ours).includes("our-partnership"));
  assert.ok(!areasOf(theirs).includes("our-partnership"));
  assert.equal(refusalOf(theirs, () => theirs.listAttendees({ area: "our-partnership", meetingType: "strategy" })).code, "bad-word");
  const rule = { ...OWN_PACK.list_attendees[0], required: ["paediatrics"] };
  theirs.loadPack(sealPack({ ...OWN_PACK, list_attendees: [rule] }));
  const required = (rules) => rules.listAttendees({ area: "our-partnership", meetingType: "strategy", childInHospital: true }).answer.required;
  const agencies = (rules) => required(rules).map(({ agency }) => agency);
  assert.deepEqual([agencies(ours).includes("ward-manager"), agencies(ours).includes("paediatrics")], [true, false]);
  assert.deepEqual([agencies(theirs).includes("ward-manager"), agencies(theirs).includes("paediatrics")], [false, true]);
});

test("sentences set in one are not said by the other", () => {
  const heading = theirs.classifyConcern(FACTS).answer.heading;
  ours.setMessages(Object.fromEntries(Object.keys(ours.listMessages()).filter((name) => name === "how_soon.HOLD").map((name) => [name, "Meet {by}."])));
  assert.equal(theirs.classifyConcern(FACTS).answer.heading, heading);
  assert.equal(theirs.listMessages()["how_soon.HOLD"], "Hold the strategy meeting {by}.");
  ours.setMessages({});
});

test("a refusal is of the class of the version that refused", () => {
  for (const [one, other] of [[ours, theirs], [theirs, ours]]) {
    const error = refusalOf(one, () => one.classifyConcern({ area: "nowhere" }));
    assert.equal(error instanceof other.SafeguardingError, false);
  }
  const ofWorkshop = refusalOf(ours, () => sealPack({}));
  assert.deepEqual([ofWorkshop instanceof workshop.SafeguardingError, ofWorkshop instanceof theirs.SafeguardingError], [true, false]);
});

test("a getter of one's facts may ask the other", () => {
  const facts = { area: "generic", get concernsIdentifiedAt() { return theirs.classifyConcern(FACTS) && "2026-12-23"; } };
  assert.deepEqual(ours.classifyConcern(facts), ours.classifyConcern(FACTS));
});

test("a plain script of another version takes the name over, and leaves what was kept of the first as it was", () => {
  const page = createContext({ TextDecoder, TextEncoder, crypto });
  const script = readFileSync(fileOf("script.js"), "utf8");
  runInContext(script, page);
  const first = runInContext("safeguardingRules", page);
  first.loadPack(SEALED);
  runInContext(script, page);
  const second = runInContext("safeguardingRules", page);
  assert.notEqual(second, first);
  assert.deepEqual([areasOf(first).includes("our-partnership"), areasOf(second).includes("our-partnership")], [true, false]);
});
