// A portal's own pack: sealed in the workshop or refused there, compared, loaded sealed, and still there after a fault.

import assert from "node:assert/strict";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import { BINARY, packOf } from "./every-entry.mjs";
import { CANARY, fileOf, freshPackage, refusalOf } from "./package-under-test.mjs";
import { SEALED, sealPack, sealedFor, workshop } from "./sealed.mjs";
import { OWN_PACK } from "./types/calls.mjs";

const RealInstance = WebAssembly.Instance;
const AT_OURS = { area: "our-partnership", meetingType: "strategy", childInHospital: true };

let copies = 0;
const freshRules = () => import(fileOf(`index.js?packs=${++copies}`));
const freshWorkshop = () => import(fileOf(`workshop.js?packs=${++copies}`));

const agencies = (rules, facts) => rules.listAttendees(facts).answer.required.map(({ agency }) => agency);

test("a sound pack is described and answers from then on, by its area and by its id", async () => {
  const rules = await freshRules();
  assert.equal(refusalOf(rules, () => rules.listAttendees(AT_OURS)).code, "bad-word");
  const description = rules.loadPack(SEALED);
  assert.equal(description.id, OWN_PACK.document.id);
  assert.match(description.hash, /^[0-9a-f]{64}$/);
  assert.ok(agencies(rules, AT_OURS).includes("ward-manager"));
  const { area, ...facts } = AT_OURS;
  assert.deepEqual(agencies(rules, { ...facts, packs: ["our-strategy-meetings", "multi-agency-meetings"] }), agencies(rules, AT_OURS));
  assert.ok(rules.describePacks().areas.some(({ id }) => id === area));
  assert.deepEqual(rules.listAttendees(AT_OURS).basis.packs[0], description);
});

test("the caller's pack and its sealed form are not changed, and may change afterwards without harm", async () => {
  const pack = structuredClone(OWN_PACK);
  const sealed = sealPack(pack);
  assert.deepEqual(pack, OWN_PACK);
  pack.list_attendees[0].required.length = 0;
  assert.deepEqual(sealed, SEALED);
  const Instance = function (module, imports) {
    const { exports } = new RealInstance(module, imports);
    const answer = (...given) => {
      if (faulty) throw new WebAssembly.RuntimeError("unreachable");
      return exports.answer(...given);
    };
    return { exports: { ...exports, answer } };
  };
  let faulty = false;
  await freshPackage(Instance, (rules) => {
    rules.loadPack(sealed);
    assert.deepEqual(sealed, SEALED);
    sealed.fill(0);
    assert.ok(agencies(rules, AT_OURS).includes("ward-manager"));
    faulty = true;
    assert.equal(refusalOf(rules, () => rules.classifyConcern({})).code, "internal");
    faulty = false;
    assert.ok(agencies(rules, AT_OURS).includes("ward-manager"), "a fresh instance has it too");
  });
});

test("the same pack has the same hash, whoever sealed it, and its bytes are the same each time", async () => {
  const { hash } = (await freshRules()).loadPack(SEALED);
  const other = await freshWorkshop();
  assert.deepEqual(other.sealPack(OWN_PACK), SEALED);
  assert.equal(other.loadPack(SEALED).hash, hash);
  assert.notDeepEqual(sealPack({ ...OWN_PACK, example: [...OWN_PACK.example].reverse() }), SEALED);
});

/** Each case: what is wrong, how the pack is spoilt, the code, the place. */
const bad = [
  ["no document", (pack) => delete pack.document, "bad-input", "document"],
  ["a misspelt table", (pack) => { pack.list_atendees = []; }, "unknown-field", "list_atendees"],
  ["a word that is no force", (pack) => { pack.list_attendees[0].force = "shall"; }, "bad-word", "list_attendees[0].force"],
  ["a fact that nobody declared", (pack) => { pack.list_attendees[0].when = ["child_in_hospitl"]; }, "bad-pack", "list_attendees.OUR-1.when.child_in_hospitl"],
  ["an area without its name", (pack) => delete pack.document.area_label, "bad-pack", "document.area_label"],
  ["an area that is there already", (pack) => { pack.document.area = "county-durham"; }, "bad-pack", "document.area"],
  ["an id that is there already", (pack) => { pack.document.id = "county-durham"; }, "bad-pack", "document.id"],
  ["a hash of its own", (pack) => { pack.hash = "00"; }, "bad-pack", "hash"],
  ["a rule without an example", (pack) => { pack.example = []; }, "bad-example", "list_attendees.OUR-1"],
  ["an example that does not fire", (pack) => { pack.example[0].facts.child_in_hospital = false; }, "bad-example", "example[0].fires"],
  ["an example of another answer", (pack) => { pack.example[0].answer = { open_list: false }; }, "bad-example", "example[0].answer.openList"],
];

test("a bad pack is refused with its place, and leaves nothing behind", () => {
  for (const [what, spoil, code, path] of bad) {
    const pack = structuredClone(OWN_PACK);
    spoil(pack);
    const error = refusalOf(workshop, () => sealPack(pack));
    assert.deepEqual([error.code, error.path], [code, path], `${what}: ${error.message}`);
    assert.deepEqual(sealPack(OWN_PACK), SEALED, what);
  }
});

const changed = (change) => {
  const bytes = Buffer.from(SEALED);
  change(bytes);
  return bytes;
};

/** What is no sealed pack of this version, though it is bytes. */
const damaged = {
  "nothing": new Uint8Array(),
  "its mark alone": SEALED.subarray(0, 4),
  "one without its last byte": SEALED.subarray(0, -1),
  "one without its first byte": SEALED.subarray(1),
  "one with a byte more": Buffer.concat([SEALED, Buffer.alloc(1)]),
  "one of another form": changed((bytes) => bytes.write("9", 3)),
  "zeros": new Uint8Array(1_000),
  "as many as it may be": new Uint8Array(1_000_000).fill(255),
  "its object as JSON": Buffer.from(JSON.stringify(OWN_PACK)),
  "words": Buffer.from(CANARY.repeat(100)),
};

test("a sealed pack that is damaged, or none at all, is refused, and leaves nothing behind", async () => {
  const rules = await freshRules();
  const before = rules.describePacks();
  const refused = (what, bytes) => {
    const { code, path, message } = refusalOf(rules, () => rules.loadPack(bytes));
    assert.deepEqual([code, path], ["bad-pack", ""], what);
    assert.match(message, /sealed pack of this version, undamaged/, what);
  };
  for (const [what, bytes] of Object.entries(damaged)) refused(what, bytes);
  for (let place = 0; place < SEALED.length; place++) refused(`a change at ${place}`, changed((bytes) => { bytes[place] ^= 1 << place % 8; }));
  assert.deepEqual(rules.describePacks(), before);
  rules.loadPack(SEALED);
  const { code, path } = refusalOf(rules, () => rules.loadPack(SEALED));
  assert.deepEqual([code, path], ["bad-pack", "document.id"], "a pack is loaded once");
});

test("a sealed pack that stands on one that is not there is refused", async () => {
  const web = await import(fileOf(`web.js?packs=${++copies}`));
  await web.init(BINARY, { packs: [packOf("information-sharing")] });
  const { code, path } = refusalOf(web, () => web.loadPack(SEALED));
  assert.deepEqual([code, path], ["bad-pack", "document.stands_on[0]"]);
  web.loadPack(packOf("multi-agency-meetings"));
  assert.equal(web.loadPack(SEALED).id, OWN_PACK.document.id);
});

const exact = SEALED.buffer.slice(SEALED.byteOffset, SEALED.byteOffset + SEALED.byteLength);
const amongOthers = new Uint8Array(SEALED.length + 20);
amongOthers.set(SEALED, 7);

/** Each way in which bytes may be given. */
const given = {
  "a buffer": exact,
  "a part of a buffer": amongOthers.subarray(7, 7 + SEALED.length),
  "a view of it": new DataView(amongOthers.buffer, 7, SEALED.length),
  "Node's own kind": Buffer.from(SEALED),
  "a buffer of another realm": runInNewContext("(list) => Uint8Array.from(list).buffer")([...SEALED]),
  "bytes of another realm": runInNewContext("(list) => Uint8Array.from(list)")([...SEALED]),
  "shared bytes": (() => { const shared = new Uint8Array(new SharedArrayBuffer(SEALED.length)); shared.set(SEALED); return shared; })(),
};

test("a sealed pack is taken however its bytes are held", async () => {
  for (const [what, sealed] of Object.entries(given)) assert.equal((await freshRules()).loadPack(sealed).id, OWN_PACK.document.id, what);
});

const handedOn = () => {
  const buffer = new ArrayBuffer(8);
  structuredClone(buffer, { transfer: [buffer] });
  return buffer;
};

/** What is no bytes: each is refused before the rules see it. */
const noBytes = [
  OWN_PACK, JSON.stringify(OWN_PACK), CANARY, null, undefined, 7, 1n, true, Symbol(CANARY), () => SEALED, [...SEALED], new Map(), new Blob([SEALED]),
  Promise.resolve(SEALED), new Response(SEALED), new Proxy(SEALED, {}), Object.create(SEALED), new SharedArrayBuffer(8), handedOn(),
  { buffer: exact, byteOffset: 0, byteLength: exact.byteLength }, { [Symbol.toStringTag]: "ArrayBuffer", byteLength: 8 }, { get byteLength() { throw new Error(CANARY); } },
  Object.defineProperty(new Uint8Array(8), "buffer", { get() { throw new Error(CANARY); } }),
];

test("what is no bytes is refused by every entry that loads packs, with what makes them", async () => {
  for (const entry of [await freshRules(), await freshWorkshop()]) {
    for (const [place, wrong] of noBytes.entries()) {
      const { code, path, message } = refusalOf(entry, () => entry.loadPack(wrong));
      assert.deepEqual([code, path], ["bad-input", ""], `${place}`);
      assert.match(message, /`sealPack` of `safeguarding-rules\/workshop`/);
    }
    const { code, path } = refusalOf(entry, () => entry.loadPack(new Uint8Array(1_000_001)));
    assert.deepEqual([code, path], ["too-large", ""]);
    assert.equal(entry.loadPack(SEALED).id, OWN_PACK.document.id);
  }
});

test("200 packs are loaded, and each answers", async () => {
  const rules = await freshRules();
  for (let number = 0; number < 200; number++) rules.loadPack(sealedFor(number));
  for (const number of [0, 99, 199]) {
    assert.ok(agencies(rules, { ...AT_OURS, area: `our-partnership-${number}` }).includes("ward-manager"));
  }
  assert.equal(rules.describePacks().packs.filter(({ id }) => id.startsWith("our-strategy-meetings-")).length, 200);
});

test("after a fault the packs are there as before, in the same order", async () => {
  let made = 0;
  let faulty = false;
  const Instance = function (module, imports) {
    made++;
    const instance = new RealInstance(module, imports);
    const trapping = () => {
      if (faulty) throw new WebAssembly.RuntimeError("unreachable");
      return instance.exports.answer;
    };
    return { exports: { ...instance.exports, answer: (...given) => trapping()(...given) } };
  };
  await freshPackage(Instance, (rules) => {
    for (const number of [2, 1]) rules.loadPack(sealedFor(number));
    const [before, answer] = [rules.describePacks(), rules.listAttendees({ ...AT_OURS, area: "our-partnership-1" })];
    faulty = true;
    assert.equal(refusalOf(rules, () => rules.listAttendees(AT_OURS)).code, "internal");
    faulty = false;
    assert.deepEqual(rules.describePacks(), before);
    assert.equal(made, 2);
    assert.deepEqual(rules.listAttendees({ ...AT_OURS, area: "our-partnership-1" }), answer);
  });
});

test("a pack compared with itself changes nothing, by its object and by its id", async () => {
  const author = await freshWorkshop();
  author.loadPack(SEALED);
  for (const before of [OWN_PACK, OWN_PACK.document.id, [OWN_PACK.document.id]]) {
    const comparison = author.comparePacks({ before, after: OWN_PACK });
    assert.deepEqual(comparison, { heading: "No change.", rules: [], regions: [] });
  }
});

test("a changed rule is told with a case and both answers", () => {
  const later = structuredClone(OWN_PACK);
  later.list_attendees[0].required.push("paediatrics");
  const { heading, rules: changed, regions } = workshop.comparePacks({ before: OWN_PACK, after: later });
  assert.match(heading, /^Answers change in \d+ ways?\.$/);
  assert.deepEqual(changed, [{ table: "list_attendees", id: "OUR-1", how: "changed" }]);
  for (const { before, after } of regions) {
    assert.doesNotMatch(before, /paediatric/i);
    assert.match(after, /paediatric/i);
  }
});
