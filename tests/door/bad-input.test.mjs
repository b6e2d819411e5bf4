// Whatever is typed, the door answers or refuses: with a code, a place and what was expected, never with what was typed.

import assert from "node:assert/strict";
import { test } from "node:test";
import { runInNewContext } from "node:vm";
import { Facts, GOOD, cases, deep, manyKeys, revoked, throwing, trapping, withConcerns, withRisk } from "./hostile.mjs";
import { CANARY, FUNCTIONS, LEAST, LEAST_OF_WORKSHOP, fileOf, refusalOf } from "./package-under-test.mjs";

const rules = await import(fileOf("index.js"));
const workshop = await import(fileOf("workshop.js"));

for (const [what, facts, code, path] of cases) {
  test(`${what}: ${code}`, () => {
    const error = refusalOf(rules, () => rules.classifyConcern(facts));
    assert.equal(error.code, code, error.message);
    assert.equal(error.path, path);
    assert.equal(rules.classifyConcern(GOOD).settled, false, "the next question is answered");
  });
}

/** What no function takes, whatever it asks: what is wrong, how the facts are spoilt, the code, the place. */
const spoilt = [
  ["null", () => null, "bad-input", ""],
  ["a list", (facts) => [facts], "bad-input", ""],
  ["a text", () => CANARY, "bad-input", ""],
  ["a bigint", () => 1n, "bad-input", ""],
  ["a Map", (facts) => new Map(Object.entries(facts)), "not-plain", ""],
  ["inherited facts", (facts) => Object.create(facts), "not-plain", ""],
  ["a class instance", (facts) => Object.assign(new Facts(), facts), "not-plain", ""],
  ["a revoked Proxy", () => revoked(), "unreadable", ""],
  ["a Proxy that refuses its keys", (facts) => trapping("ownKeys", facts), "unreadable", ""],
  ["a Proxy that refuses its prototype", (facts) => trapping("getPrototypeOf", facts), "unreadable", ""],
  ["a throwing getter", (facts) => throwing({ ...facts }, "extra"), "unreadable", "extra"],
  ["a misspelt field", (facts) => ({ ...facts, oops: CANARY }), "unknown-field", "oops"],
  ["a field that is no ordinary name", (facts) => ({ ...facts, [`${CANARY} Street 7`]: true }), "unknown-field", "…"],
  ["an own __proto__", (facts) => Object.assign(JSON.parse('{"__proto__":{"polluted":true}}'), facts), "unknown-field", "__proto__"],
  ["a symbol as key", (facts) => ({ ...facts, [Symbol(CANARY)]: true }), "not-plain", "…"],
  ["NaN", (facts) => ({ ...facts, extra: NaN }), "bad-input", "extra"],
  ["infinity", (facts) => ({ ...facts, extra: [Infinity] }), "bad-input", "extra[0]"],
  ["a bigint inside", (facts) => ({ ...facts, extra: 1n }), "not-plain", "extra"],
  ["a function inside", (facts) => ({ ...facts, extra: () => CANARY }), "not-plain", "extra"],
  ["a Date that is none inside", (facts) => ({ ...facts, extra: new Date(NaN) }), "bad-date", "extra"],
  ["a Map inside", (facts) => ({ ...facts, extra: new Map() }), "not-plain", "extra"],
  ["an own toJSON", (facts) => ({ ...facts, toJSON: () => CANARY }), "not-plain", "toJSON"],
  ["cyclic", (facts) => { const whole = { ...facts }; whole.extra = { whole }; return whole; }, "not-plain", "extra.whole"],
  ["200,000 levels deep", (facts) => ({ ...facts, ...deep(200_000) }), "too-large", `concerns${".concerns".repeat(31)}`],
  ["100,000 extra keys", (facts) => ({ ...facts, ...manyKeys(100_000) }), "too-large", ""],
  ["a list with a gap", (facts) => ({ ...facts, extra: [, true] }), "not-plain", "extra"],
  ["half a character", (facts) => ({ ...facts, extra: `${CANARY}\ud800` }), "bad-input", "extra"],
  ["a text of 10 MB", (facts) => ({ ...facts, extra: CANARY.repeat(1_000_000) }), "too-long", "extra"],
  ["texts of more than a million characters in all", (facts) => ({ ...facts, extra: Array(200).fill("x".repeat(9_000)) }), "too-large", "extra[111]"],
];

test("what is no text is no pack as its author writes it", () => {
  const wrong = [
    ...[null, undefined, 7, 1n, true, Symbol(CANARY), [CANARY], { toString: () => CANARY }, () => CANARY].map((given) => [given, "bad-input"]),
    [`${CANARY}\ud800`, "bad-input"],
    [CANARY.repeat(1_000_000), "too-large"],
  ];
  for (const [given, code] of wrong) {
    const calls = [() => workshop.checkToml(given), () => workshop.lintToml(given, "2026-11-21"), () => workshop.lintToml("", given), () => workshop.diffToml(given, ""), () => workshop.diffToml("", given)];
    for (const call of calls) assert.deepEqual([refusalOf(workshop, call).code, refusalOf(workshop, call).path], [code, ""]);
  }
  assert.equal(refusalOf(workshop, () => workshop.lintToml("", CANARY)).code, "bad-date");
});

test("a pack is begun with texts, and with nothing else", () => {
  const wrong = [[CANARY, "bad-input", ""], [{}, "bad-input", "checked"], [{ checked: 7 }, "bad-input", "checked"], [{ checked: "", oops: "" }, "unknown-field", "oops"], [{ checked: "", [`${CANARY} 7`]: "" }, "unknown-field", "…"]];
  for (const [given, code, path] of wrong) {
    const error = refusalOf(workshop, () => workshop.beginToml(given));
    assert.deepEqual([error.code, error.path], [code, path]);
  }
});

for (const name of Object.keys(LEAST_OF_WORKSHOP)) {
  test(`the workshop's ${name} refuses whatever is hostile, and takes the next pack`, () => {
    for (const [what, spoil, code, path] of spoilt) {
      const error = refusalOf(workshop, () => workshop[name](spoil(LEAST_OF_WORKSHOP[name])));
      assert.equal(error.code, code, `${what}: ${error.message}`);
      assert.equal(error.path, path, what);
      assert.ok(workshop.sealPack(LEAST_OF_WORKSHOP.sealPack).length > 0);
    }
  });
}

for (const name of FUNCTIONS) {
  test(`${name} refuses whatever is hostile, and answers the next question`, () => {
    for (const [what, spoil, code, path] of spoilt) {
      const error = refusalOf(rules, () => rules[name](spoil(LEAST[name])));
      assert.equal(error.code, code, `${what}: ${error.message}`);
      assert.equal(error.path, path, what);
      assert.equal(rules.classifyConcern(GOOD).settled, false, "the next question is answered");
    }
  });
}

const DATES = [
  ["classifyConcern", "asOf"], ["listAttendees", "asOf"], ["checkAction", "meetingDate"], ["checkPlan", "meetingDate"],
  ["recordConsentBasis", "decidedAt"], ["chooseMeeting", "asOf"], ["listDeadlines", "now"], ["makeChecklist", "asOf"],
  ["resolveDisagreement", "asOf"], ["reportQuarter", "from"], ["explain", "recordedAt"],
];

test("an impossible date is refused by every question", () => {
  for (const [name, field] of DATES) {
    for (const date of ["2026-02-30", "2026-13-01", "30/02/2026", CANARY, ""]) {
      const error = refusalOf(rules, () => rules[name]({ ...LEAST[name], [field]: date }));
      assert.deepEqual([error.code, error.path], ["bad-date", field], `${name} ${date}`);
    }
  }
});

/** Each call: the function, what is added to the least it needs, the code, the place. */
const wrong = [
  ["chooseMeeting", { child: { age: 17.5 } }, "bad-input", "child.age"],
  ["chooseMeeting", { child: { age: -1 } }, "bad-input", "child.age"],
  ["chooseMeeting", { child: { age: 1e21 } }, "bad-input", "child.age"],
  ["chooseMeeting", { child: { age: "17" } }, "bad-input", "child.age"],
  ["chooseMeeting", { child: { age: [17.5] } }, "bad-input", "child.age[0]"],
  ["chooseMeeting", { child: CANARY }, "unknown-field", "child"],
  ["chooseMeeting", { child: { [`${CANARY} 7`]: true } }, "unknown-field", "child.…"],
  ["chooseMeeting", { safeguardingRisk: CANARY }, "bad-input", "safeguardingRisk"],
  ["chooseMeeting", { safeguardingRisk: 1 }, "bad-input", "safeguardingRisk"],
  ["chooseMeeting", { safeguardingRisk: { yes: true } }, "unknown-field", "safeguardingRisk.yes"],
  ["chooseMeeting", { meetingType: CANARY }, "bad-word", "meetingType"],
  ["chooseMeeting", { national: "yes" }, "bad-input", "national"],
  ["listAttendees", { child: { lookedAfter: CANARY } }, "bad-input", "child.lookedAfter"],
  ["listAttendees", { children: [{ lookedAfter: true }, { lookedAfter: 0.5 }] }, "bad-input", "children[1].lookedAfter"],
  ["listAttendees", { chair: { experienced: CANARY } }, "bad-input", "chair.experienced"],
  ["listAttendees", { chair: { agency: 7 } }, "bad-input", "chair.agency"],
  ["listAttendees", { coordinator: {} }, "bad-input", "coordinator"],
  ["listDeadlines", { decisionAt: "2026-02-30" }, "bad-date", "decisionAt"],
  ["listDeadlines", { duty: CANARY }, "bad-word", "duty"],
  ["listDeadlines", { done: { [`${CANARY} 7`]: {} } }, "bad-word", "done.…"],
  ["listDeadlines", { planned: { proforma: { at: CANARY } } }, "bad-date", "planned.proforma.at"],
  ["listDeadlines", { bankHolidays: [{ date: CANARY }] }, "bad-date", "bankHolidays[0].date"],
  ["makeChecklist", { childrenDiscussed: 1.5 }, "bad-input", "childrenDiscussed"],
  ["makeChecklist", { list: CANARY }, "bad-word", "list"],
  ["makeChecklist", { done: { [`${CANARY} 7`]: true } }, "bad-word", "done.…"],
  ["makeChecklist", { phase: CANARY }, "bad-word", "phase"],
  ["resolveDisagreement", { stage: 0.1 }, "bad-input", "stage"],
  ["resolveDisagreement", { stage: CANARY }, "bad-input", "stage"],
  ["resolveDisagreement", { ladder: CANARY }, "bad-word", "ladder"],
  ["reportQuarter", { meetings: [{ agencies: [{ agency: 7 }] }] }, "bad-input", "meetings[0].agencies[0].agency"],
  ["reportQuarter", { from: "2026-12-31", until: "2026-10-01" }, "bad-date", "until"],
  ["explain", { question: CANARY }, "bad-word", "question"],
  ["explain", { facts: CANARY }, "bad-input", "facts"],
  ["explain", { facts: { concerns: { seriousRisk: CANARY } } }, "bad-input", "facts.concerns.seriousRisk"],
  ["explain", { facts: { concernsIdentifiedAt: "2026-02-30" } }, "bad-date", "facts.concernsIdentifiedAt"],
];

for (const [name, added, code, path] of wrong) {
  test(`${name} with a wrong ${path}: ${code}`, () => {
    const error = refusalOf(rules, () => rules[name]({ ...LEAST[name], ...added }));
    assert.deepEqual([error.code, error.path], [code, path], error.message);
  });
}

const wrongInTheWorkshop = [
  ["comparePacks", { before: 7 }, "bad-input", "before"],
  ["comparePacks", { before: null }, "bad-input", "before"],
  ["comparePacks", { before: CANARY }, "bad-word", "before.packs[0]"],
  ["comparePacks", { after: [] }, "scope", "after.packs"],
  ["comparePacks", { after: ["county-durham", 7] }, "bad-input", "after[1]"],
  ["comparePacks", { after: {} }, "bad-input", "after.document"],
  ["comparePacks", { after: { document: { id: 7 } } }, "bad-input", "after.document.id"],
  ["sealPack", { document: { [`${CANARY} 7`]: 1 } }, "unknown-field", "document.…"],
];

for (const [name, added, code, path] of wrongInTheWorkshop) {
  test(`the workshop's ${name} with a wrong ${path}: ${code}`, () => {
    const error = refusalOf(workshop, () => workshop[name]({ ...LEAST_OF_WORKSHOP[name], ...added }));
    assert.deepEqual([error.code, error.path], [code, path], error.message);
  });
}

test("a missing fact is not an error, whether left out, undefined, null or unknown", () => {
  const { answer } = rules.classifyConcern(GOOD);
  for (const concerns of [undefined, null, {}, { seriousRisk: undefined }, { seriousRisk: null }, { seriousRisk: "unknown" }]) {
    assert.deepEqual(rules.classifyConcern({ ...GOOD, concerns }).answer, answer);
  }
});

test("without area or packs the answer says which rules it rests on", () => {
  const { basis, cautions } = rules.classifyConcern({});
  assert.ok(basis.packs.length > 0);
  assert.ok(cautions.length > 0);
});

test("each field is read once, so a value cannot change between the check and the answer", () => {
  let reads = 0;
  const concerns = { get seriousRisk() { return ++reads === 1 ? true : CANARY; } };
  assert.deepEqual(rules.classifyConcern(withConcerns(concerns)).answer, rules.classifyConcern(withRisk(true)).answer);
  assert.equal(reads, 1);
});

test("a getter may ask a question of its own", () => {
  const facts = { area: "generic", get concernsIdentifiedAt() { return rules.classifyConcern(GOOD) && "2026-12-23"; } };
  assert.deepEqual(rules.classifyConcern(facts), rules.classifyConcern(GOOD));
});

test("plain data is taken whatever it was made with", () => {
  const bare = Object.assign(Object.create(null), GOOD);
  const foreign = runInNewContext(`(${JSON.stringify({ ...GOOD, concernTypes: [] })})`);
  const watched = new Proxy({ ...GOOD }, {});
  for (const facts of [bare, foreign, watched, Object.freeze({ ...GOOD })]) {
    assert.deepEqual(rules.classifyConcern(facts).answer, rules.classifyConcern(GOOD).answer);
  }
});

test("a fact that is not enumerable is not lost", () => {
  const concerns = Object.defineProperty({}, "seriousRisk", { value: true });
  assert.deepEqual(rules.classifyConcern(withConcerns(concerns)).answer, rules.classifyConcern(withRisk(true)).answer);
});

test("the caller's facts are not changed, and an object may stand in two places", () => {
  const concerns = Object.freeze({ seriousRisk: true });
  const children = [{ ref: "first", concerns }, { ref: "second", concerns }];
  assert.equal(rules.classifyConcern({ ...GOOD, children }).answer.perChild.length, 2);
});

test("100,000 extra keys and 10 MB of text are refused at once", () => {
  const facts = [{ ...GOOD, ...manyKeys(100_000) }, { ...GOOD, complexReason: "x".repeat(10_000_000) }];
  const before = process.cpuUsage();
  for (const each of facts) refusalOf(rules, () => rules.classifyConcern(each));
  assert.ok(process.cpuUsage(before).user < 500_000, "in less than half a second of the processor's time");
});

test("questionsFor: a question that nobody asks, and facts that are none, are refused, each with its own path", () => {
  const refused = (...given) => {
    const { code, path } = refusalOf(rules, () => rules.questionsFor(...given));
    return { code, path };
  };
  assert.deepEqual(refused(CANARY, {}), { code: "bad-word", path: "question" });
  assert.deepEqual(refused(undefined, {}), { code: "bad-input", path: "question" });
  assert.deepEqual(refused({ toString: () => "classify-concern" }, {}), { code: "bad-input", path: "question" });
  assert.deepEqual(refused("classify-concern", null), { code: "bad-input", path: "" });
  assert.deepEqual(refused("classify-concern", { concerns: { [`${CANARY} fell`]: true } }), { code: "unknown-field", path: "concerns.…" });
  assert.deepEqual(refused("classify-concern", { concerns: { seriousRisk: 1 } }), { code: "bad-input", path: "concerns.seriousRisk" });
  assert.deepEqual(refused("list-attendees", { child: { age: NaN } }), { code: "bad-input", path: "child.age" });
  assert.equal(rules.questionsFor("classify-concern", {})[0].path, "area");
});
