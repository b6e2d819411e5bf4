// Very many cases: each has the times of its whole answer, over the whole space of facts, on generated days and by loaded packs too.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ENTRIES } from "./every-entry.mjs";
import { cases as hostile } from "./hostile.mjs";
import { CANARY, freshPackage, refusalOf, watching } from "./package-under-test.mjs";
import { sealPack } from "./sealed.mjs";

const rules = ENTRIES["index.js"];
const AREA = { area: "generic" };
const REASON = "The baby is in surgery until Thursday";
const TRUTHS = [undefined, true, false, "unknown"];
const MOMENTS = ["concernsIdentifiedAt", "referralReceivedAt", "immediateActionAt"];
const FIRST_DAY = 20_605;

/** A small generator of its own, so that a failure comes again. */
function dice(seed) {
  let state = seed;
  return (sides) => ((state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff) >>> 8) % sides;
}

const dateOf = (day) => (day === 0 ? undefined : new Date(day * 86_400_000).toISOString().slice(0, 10));
const defined = (facts) => Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
const timeOf = ({ answer: { timescale, mostUrgentTimescale, dueBy }, settled }) => ({ timescale, mostUrgentTimescale, dueBy, settled });

/** Days that lie near each other, in any order, each of them known or not. */
function daysFrom(throwDice) {
  const first = FIRST_DAY + throwDice(400);
  return MOMENTS.map(() => (throwDice(4) === 0 ? 0 : first + throwDice(6)));
}

/** Every so many of all combinations of facts, as columns and as objects. */
function spaceOf(layout, stride) {
  const throwDice = dice(7);
  const size = 2 ** (layout.complexReason + 1);
  const facts = Uint32Array.from({ length: Math.ceil(size / stride) }, (_, place) => place * stride);
  const days = Array.from(facts, () => daysFrom(throwDice));
  const objects = Array.from(facts, (bits, place) =>
    defined({
      concerns: defined(Object.fromEntries(layout.facts.map(({ name, bit }) => [name, TRUTHS[(bits >> bit) & 3]]))),
      othersConsidered: (bits >> layout.othersConsidered) & 1 ? true : undefined,
      complexReason: (bits >> layout.complexReason) & 1 ? REASON : undefined,
      ...Object.fromEntries(MOMENTS.map((name, moment) => [name, dateOf(days[place][moment])])),
    }),
  );
  const moments = MOMENTS.map((name, moment) => [name, Uint32Array.from(days, (of) => of[moment])]);
  return { objects, columns: { facts, ...Object.fromEntries(moments) } };
}

function alike({ classifyConcern, describeColumns, timeColumns, timeMany }, common, stride) {
  const layout = describeColumns(common);
  const { objects, columns } = spaceOf(layout, stride);
  // What another realm answers has prototypes of its own.
  const times = JSON.parse(JSON.stringify(timeMany(objects, common)));
  const dues = timeColumns(columns, common);
  const seen = { true: 0, false: 0 };
  objects.forEach((facts, place) => {
    const expected = timeOf(classifyConcern({ ...common, ...facts }));
    assert.deepEqual(times[place], expected, JSON.stringify(facts));
    const timescale = layout.timescales[dues.timescale[place]];
    const mostUrgentTimescale = layout.timescales[dues.mostUrgentTimescale[place]];
    assert.deepEqual({ timescale, mostUrgentTimescale, dueBy: dateOf(dues.dueBy[place]) ?? null, settled: dues.settled[place] === 1 }, expected);
    seen[expected.settled]++;
  });
  return seen;
}

test("over the whole space of facts each case has the times of its whole answer", () => {
  const seen = alike(rules, AREA, 1);
  assert.ok(seen.true > 1_000 && seen.false > 1_000, JSON.stringify(seen));
});

test("in every area, and with what cases have in common", () => {
  const bankHolidays = [{ date: "2026-06-10", title: "Bank holiday for the Coronation" }];
  for (const common of [
    { area: "county-durham", now: "2026-09-01" },
    { area: "hampshire", now: "2026-09-01T17:30", asOf: "2026-09-01" },
    { area: "northamptonshire", bankHolidays, othersConsidered: true },
    { area: "bracknell-forest", national: true, now: new Date("2026-09-01T22:30Z") },
    {},
  ]) alike(rules, common, 7);
});

for (const [entry, each] of Object.entries(ENTRIES)) test(`${entry} tells them`, () => void alike(each, AREA, 61));

/** A partnership whose rule gives way in part, with a fact of its own, and that counts hours and calendar days. */
const OURS = {
  document: { id: "our-times", version: "1.0.0", title: "Our times", area: "our-times", area_label: "Our times", force: "local-protocol", cites: "Our times (2026)", stands_on: ["multi-agency-meetings"], status: { checked_on: "2026-11-01" } },
  fact: { in_hospital: { asks: "Is the child in hospital?", path: "concerns.inHospital" } },
  classify_concern: [
    { id: "OT-1", when: ["in_hospital"], hold: "within 5 working days", from: "concerns identified", instead_of: ["TR-T0"], weaker_because: REASON, force: "must", says: "Hold it within 5 working days.", at: "1", words: "within five working days" },
    { id: "OT-2", when: ["in_hospital"], unless: ["serious_risk"], hold: "within 4 calendar days", from: "referral received", force: "must", says: "Hold it within 4 calendar days.", at: "2", words: "within four calendar days" },
    { id: "OT-3", when: ["serious_risk", "in_hospital"], hold: "within 20 hours", from: "immediate action", force: "must", says: "Hold it within 20 hours.", at: "3", words: "within twenty hours" },
  ],
  example: [
    { name: "In hospital", asks: "classify_concern", facts: { others_considered: true, concerns: { in_hospital: true, serious_risk: false } }, fires: ["OT-1", "OT-2"], misses: ["OT-3"] },
    { name: "At home", asks: "classify_concern", facts: { others_considered: true, concerns: { in_hospital: false } }, misses: ["OT-1", "OT-2", "OT-3"] },
    { name: "Grave", asks: "classify_concern", facts: { others_considered: true, concerns: { in_hospital: true, serious_risk: true } }, fires: ["OT-3"] },
  ],
};

test("by the rules of a pack that was loaded, which the next call knows", async () => {
  const fresh = await freshPackage(WebAssembly.Instance, ({ describeColumns }) => describeColumns(AREA));
  assert.equal(fresh.describeColumns(AREA).facts.length, 6);
  fresh.loadPack(sealPack(OURS));
  const common = { area: "our-times" };
  assert.ok(fresh.describeColumns(common).facts.some(({ name }) => name === "inHospital"));
  alike(fresh, common, 13);
  alike(fresh, { ...common, now: "2026-09-01" }, 61);
  // These count hours: with a time of day each case is asked by itself.
  const now = "2026-09-01T10:15";
  const { objects } = spaceOf(fresh.describeColumns(common), 499);
  assert.deepEqual(fresh.timeMany(objects, { ...common, now }), objects.map((facts) => timeOf(fresh.classifyConcern({ ...common, now, ...facts }))));
  assert.equal(refusalOf(fresh, () => fresh.timeColumns({ facts: Uint32Array.of(0) }, { ...common, now })).path, "now");
});

test("a case that says more than columns hold is answered all the same", () => {
  const good = { concerns: { seriousRisk: false }, concernsIdentifiedAt: "2026-12-23" };
  const cases = [
    good,
    { ...good, concernsIdentifiedAt: "2026-12-23T16:30" },
    { ...good, concernsIdentifiedAt: new Date("2026-12-23T16:30Z") },
    { ...good, concernsIdentifiedAt: "1970-01-01" },
    { ...good, concernsIdentifiedAt: "1954-05-03" },
    { ...good, concernTypes: ["serious-neglect"] },
    { ...good, children: [{ ref: "a", concerns: { seriousRisk: true } }, { ref: "b" }] },
    { ...good, area: "county-durham" },
    { ...good, area: "generic" },
    { ...good, area: null },
    { ...good, closeOfDay: "17:00" },
    { ...good, previousResult: { timescale: "same-day", dueBy: "2026-12-23" } },
    { ...good, othersConsidered: false },
    { ...good, othersConsidered: null },
    { ...good, concerns: null, referralReceivedAt: undefined },
    { ...good, concerns: { seriousRisk: null, particularlyComplex: undefined } },
    { ...good, concerns: { particularlyComplex: true }, complexReason: "n/a", othersConsidered: true },
    { ...good, concerns: { particularlyComplex: true }, complexReason: REASON.repeat(5), othersConsidered: true },
    { ...good, concerns: Object.defineProperty({}, "seriousRisk", { value: true }) },
    { ...good, concerns: Object.assign(Object.create(null), { seriousRisk: true }) },
    { concernsIdentifiedAt: "2199-12-31" },
    {},
  ];
  for (const common of [AREA, { ...AREA, othersConsidered: true }, { ...AREA, now: "2026-12-24T09:00" }]) {
    assert.deepEqual(rules.timeMany(cases, common), cases.map((facts) => timeOf(rules.classifyConcern({ ...common, ...facts }))));
  }
});

test("whatever is hostile is refused by the place of its case, and nothing is answered", () => {
  const good = { concernsIdentifiedAt: "2026-12-23" };
  let refused = 0;
  for (const [what, facts] of hostile) {
    // A field named by a symbol is no fact, and is not looked for among very many cases.
    if (what.includes("symbol")) continue;
    const { path } = refusalOf(rules, () => rules.timeMany([good, good, facts], AREA));
    assert.ok(path === "cases[2]" || path.startsWith("cases[2]."), `${what}: ${path}`);
    refused++;
  }
  assert.ok(refused > 50, `${refused}`);
  assert.equal(rules.timeMany([good], AREA).length, 1);
});

test("what has more facts than it owns is looked at as closely as any other", () => {
  for (const [name, value] of [["seriousRisk", true], ["complexReason", REASON], ["CanaryBird", 1]]) {
    Object.defineProperty(Object.prototype, name, { value, enumerable: true, configurable: true });
    try {
      const facts = { concerns: { particularlyComplex: true }, othersConsidered: true, concernsIdentifiedAt: "2026-12-23" };
      assert.deepEqual(rules.timeMany([facts], AREA), [timeOf(rules.classifyConcern({ ...AREA, ...facts }))]);
    } finally {
      delete Object.prototype[name];
    }
  }
});

test("what is told of all cases is refused by its own name", () => {
  for (const [common, path] of [
    [{ area: CANARY }, "area"],
    [{ ...AREA, concerns: { seriousRisk: true } }, "concerns"],
    [{ ...AREA, closeOfDay: "17:00" }, "closeOfDay"],
    [{ ...AREA, now: "today" }, "now"],
    [null, ""],
    ["generic", ""],
  ]) {
    for (const call of [() => rules.timeMany([], common), () => rules.describeColumns(common), () => rules.timeColumns({ facts: new Uint32Array(0) }, common)]) {
      assert.equal(refusalOf(rules, call).path, path, JSON.stringify(common));
    }
  }
});

test("columns that are none, and numbers that mean nothing, are refused with their place", () => {
  const facts = new Uint32Array(20_000);
  const moved = Uint32Array.of(1);
  structuredClone(moved.buffer, { transfer: [moved.buffer] });
  for (const [columns, path] of [
    [null, ""],
    [7, ""],
    [{}, "facts"],
    [{ facts: [1] }, "facts"],
    [{ facts: Int32Array.of(1) }, "facts"],
    [{ facts: Float64Array.of(1) }, "facts"],
    [{ facts: Object.create(facts) }, "facts"],
    [{ facts, concernsIdentifiedAt: new Uint32Array(3) }, "concernsIdentifiedAt"],
    [{ facts, concernsIdentifiedAt: moved }, ""],
    [{ facts, [CANARY]: facts }, ""],
    [{ facts, get concernsIdentifiedAt() { throw new Error(CANARY); } }, ""],
    [{ facts: facts.with(19_999, 1 << 20) }, "cases[19999].facts"],
    [{ facts, referralReceivedAt: facts.with(8_192, 84_006) }, "cases[8192].referralReceivedAt"],
    [{ facts, immediateActionAt: facts.with(3, 2 ** 32 - 1) }, "cases[3].immediateActionAt"],
  ]) assert.equal(refusalOf(rules, () => rules.timeColumns(columns, AREA)).path, path);
  assert.equal(rules.timeColumns({ facts: new Uint32Array(0) }, AREA).dueBy.length, 0);
});

test("a million cases leave the memory of the rules as it was", async () => {
  const watched = watching();
  const fresh = await freshPackage(watched.Instance, ({ timeColumns }) => timeColumns({ facts: Uint32Array.of(1) }, AREA));
  const throwDice = dice(3);
  const facts = Uint32Array.from({ length: 1_000_000 }, () => throwDice(2 ** 14));
  const concernsIdentifiedAt = Uint32Array.from(facts, () => FIRST_DAY + throwDice(400));
  fresh.timeColumns({ facts, concernsIdentifiedAt }, AREA);
  const before = watched.bytes();
  for (let turn = 0; turn < 3; turn++) fresh.timeColumns({ facts, concernsIdentifiedAt }, AREA);
  assert.equal(watched.bytes(), before);
  assert.equal(watched.made, 1);
  assert.ok(before < 16 * 1024 * 1024, `${before}`);
});
