// A portal's own pack: loaded, refused, compared, and still there after a fault.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fileOf, freshPackage, refusalOf } from "./package-under-test.mjs";
import { OWN_PACK } from "./types/calls.mjs";

const RealInstance = WebAssembly.Instance;
const AT_OURS = { area: "our-partnership", meetingType: "strategy", childInHospital: true };

let copies = 0;
const freshRules = () => import(fileOf(`index.js?packs=${++copies}`));

const numbered = (number) => ({
  ...OWN_PACK,
  document: { ...OWN_PACK.document, id: `our-strategy-meetings-${number}`, area: `our-partnership-${number}` },
});

const agencies = (rules, facts) => rules.listAttendees(facts).answer.required.map(({ agency }) => agency);

test("a sound pack is described and answers from then on, by its area and by its id", async () => {
  const rules = await freshRules();
  assert.equal(refusalOf(rules, () => rules.listAttendees(AT_OURS)).code, "bad-word");
  const description = rules.loadPack(OWN_PACK);
  assert.equal(description.id, OWN_PACK.document.id);
  assert.match(description.hash, /^[0-9a-f]{64}$/);
  assert.ok(agencies(rules, AT_OURS).includes("ward-manager"));
  const { area, ...facts } = AT_OURS;
  assert.deepEqual(agencies(rules, { ...facts, packs: ["our-strategy-meetings", "multi-agency-meetings"] }), agencies(rules, AT_OURS));
  assert.ok(rules.describePacks().areas.some(({ id }) => id === area));
  assert.deepEqual(rules.listAttendees(AT_OURS).basis.packs[0], description);
});

test("the caller's pack is not changed, and may change afterwards without harm", async () => {
  const rules = await freshRules();
  const pack = structuredClone(OWN_PACK);
  rules.loadPack(pack);
  assert.deepEqual(pack, OWN_PACK);
  pack.list_attendees[0].required.length = 0;
  assert.ok(agencies(rules, AT_OURS).includes("ward-manager"));
});

/** Each case: what is wrong, how the pack is spoilt, the code, the place. */
const bad = [
  ["no document", (pack) => delete pack.document, "bad-input", ""],
  ["a misspelt table", (pack) => { pack.list_atendees = []; }, "unknown-field", "list_atendees"],
  ["a word that is no force", (pack) => { pack.list_attendees[0].force = "shall"; }, "bad-word", "list_attendees[0].force"],
  ["a fact that nobody declared", (pack) => { pack.list_attendees[0].when = ["child_in_hospitl"]; }, "bad-pack", "list_attendees.OUR-1.when.child_in_hospitl"],
  ["an area without its name", (pack) => delete pack.document.area_label, "bad-pack", "document.area_label"],
  ["an area that is there already", (pack) => { pack.document.area = "county-durham"; }, "bad-pack", "document.area"],
  ["an id that is there already", (pack) => { pack.document.id = "county-durham"; }, "bad-pack", "document.id"],
  ["a hash of its own", (pack) => { pack.hash = "00"; }, "bad-pack", "hash"],
  ["a rule without an example", (pack) => { pack.example = []; }, "bad-example", "list_attendees.OUR-1"],
  ["an example that does not fire", (pack) => { pack.example[0].facts.child_in_hospital = false; }, "bad-example", "example[0].fires"],
  ["an example of another answer", (pack) => { pack.example[0].answer = { open_list: true }; }, "bad-example", "example[0].answer.openList"],
];

test("a bad pack is refused with its place, and leaves nothing behind", async () => {
  const rules = await freshRules();
  const before = rules.describePacks();
  for (const [what, spoil, code, path] of bad) {
    const pack = structuredClone(OWN_PACK);
    spoil(pack);
    const error = refusalOf(rules, () => rules.loadPack(pack));
    assert.deepEqual([error.code, error.path], [code, path], `${what}: ${error.message}`);
    assert.deepEqual(rules.describePacks(), before, what);
  }
  rules.loadPack(OWN_PACK);
  assert.equal(refusalOf(rules, () => rules.loadPack(OWN_PACK)).code, "bad-pack", "a pack is loaded once");
});

test("200 packs are loaded, and each answers", async () => {
  const rules = await freshRules();
  for (let number = 0; number < 200; number++) rules.loadPack(numbered(number));
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
      return instance.exports.listAttendees;
    };
    return { exports: { ...instance.exports, listAttendees: (...given) => trapping()(...given) } };
  };
  await freshPackage(Instance, (rules) => {
    for (const number of [2, 1]) rules.loadPack(numbered(number));
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
  const rules = await freshRules();
  rules.loadPack(OWN_PACK);
  for (const before of [OWN_PACK, OWN_PACK.document.id, [OWN_PACK.document.id]]) {
    const comparison = rules.comparePacks({ before, after: OWN_PACK });
    assert.deepEqual(comparison, { heading: "No change.", rules: [], regions: [] });
  }
});

test("a changed rule is told with a case and both answers", async () => {
  const rules = await freshRules();
  const later = structuredClone(OWN_PACK);
  later.list_attendees[0].required.push("paediatrics");
  const { heading, rules: changed, regions } = rules.comparePacks({ before: OWN_PACK, after: later });
  assert.match(heading, /^Answers change in \d+ ways?\.$/);
  assert.deepEqual(changed, [{ table: "list_attendees", id: "OUR-1", how: "changed" }]);
  for (const { before, after } of regions) {
    assert.doesNotMatch(before, /paediatric/i);
    assert.match(after, /paediatric/i);
  }
});
