// Very many records: a stream of meetings is reported as the whole list is, tables and lines are read whatever the parts in which
// they come, and cases judged anew are the two answers that each gives alone.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ENTRIES } from "./every-entry.mjs";
import { CANARY, fileOf, freshPackage, watching } from "./package-under-test.mjs";

const rules = ENTRIES["index.js"];
const { readCsv, readJsonLines, replay, reportQuarterFrom } = await import(fileOf("streams.js"));
const QUARTER = { area: "county-durham", from: "2026-10-01", until: "2026-12-31" };

/** A small generator of its own, so that a failure comes again. */
function dice(seed) {
  let state = seed;
  return (of) => of[((state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff) >>> 8) % of.length];
}

function meetingsOf(one, count) {
  const day = () => `2026-${one(["09", "10", "11", "12"])}-0${one([1, 2, 3, 4, 5])}${one(["", "T09:00", "T16:30"])}`;
  const truth = () => one([true, false, "unknown", null, undefined]);
  return Array.from({ length: count }, (_, place) => ({
    ref: one(["A-1", "a 1", "A-2", "A-3", `B-${place}`, undefined]), team: one(["East", "West", undefined]), repeat: truth(), settled: truth(),
    startedAt: one([day(), undefined]), endedAt: one([day(), day(), undefined]),
    concern: one([undefined, { othersConsidered: true, referralReceivedAt: day(), concerns: { seriousRisk: truth() } }]),
    agencies: ["police", "childrens-social-care", "health"].filter(() => one([true, false])).map((agency) => ({ agency, requested: truth(), attended: truth(), formReturned: truth() })),
    done: { decisions: day(), minutes: day() },
  }));
}

async function* streamOf(list) {
  for (const item of list) yield item;
}

async function all(stream) {
  const list = [];
  for await (const item of stream) list.push(item);
  return list;
}

async function refusalOf(promise) {
  const error = await promise.then(() => assert.fail("answered"), (thrown) => thrown);
  assert.ok(error instanceof rules.SafeguardingError, String(error));
  assert.ok(!JSON.stringify([error.message, error.path]).includes(CANARY));
  return [error.code, error.path];
}

for (const [entry, { reportQuarter, reportQuarterFrom }] of Object.entries(ENTRIES)) {
  test(`${entry}: meetings one by one are reported as all at once`, async () => {
    const one = dice(5);
    for (const count of [0, 1, 7, 200, 201, 450]) {
      const meetings = meetingsOf(one, count);
      const common = { ...QUARTER, audience: one(["partnership", "public"]), rulesOfTheDay: one([true, false]) };
      const expected = JSON.stringify(reportQuarter({ ...common, meetings }));
      assert.equal(JSON.stringify(await reportQuarterFrom(meetings, common)), expected, `${count}`);
      assert.equal(JSON.stringify(await reportQuarterFrom(streamOf(meetings), common)), expected, `${count}`);
    }
  });
}

test("it is told how far it is, ends where it is told to, and leaves the stream", async () => {
  const meetings = meetingsOf(dice(6), 450);
  const told = [];
  await reportQuarterFrom(meetings, QUARTER, { onProgress: (done) => told.push(done) });
  assert.deepEqual(told, [200, 400, 450]);
  const [ending, left] = [new AbortController(), { yes: false }];
  async function* stream() {
    try {
      yield* meetings;
    } finally {
      left.yes = true;
    }
  }
  const reason = await reportQuarterFrom(stream(), QUARTER, { signal: ending.signal, onProgress: () => ending.abort("enough") }).catch((thrown) => thrown);
  assert.deepEqual([reason, left.yes], ["enough", true]);
  const ownError = new Error("of the stream");
  assert.equal(await reportQuarterFrom((async function* () { throw ownError; })(), QUARTER).catch((thrown) => thrown), ownError);
});

test("whatever is refused is named by its place among all, and repeats nothing", async () => {
  const good = Array.from({ length: 250 }, () => ({ endedAt: "2026-10-05T15:00" }));
  for (const [bad, code, path] of [
    [{ endedAt: CANARY }, "bad-date", "meetings[250].endedAt"],
    [{ concern: { concerns: { seriousRisk: CANARY } } }, "bad-input", "meetings[250].concern.concerns.seriousRisk"],
    [{ team: 7n }, "not-plain", "meetings[250].team"],
    [new Map(), "not-plain", "meetings[250]"],
    [null, "bad-input", "meetings[250]"],
  ]) assert.deepEqual(await refusalOf(reportQuarterFrom([...good, bad, ...good], QUARTER)), [code, path]);
  for (const none of [undefined, null, 7, CANARY, {}]) assert.deepEqual(await refusalOf(reportQuarterFrom(none, QUARTER)), ["bad-input", "meetings"]);
  assert.deepEqual(await refusalOf(reportQuarterFrom(good, { area: CANARY })), ["bad-word", "area"]);
  assert.deepEqual(await refusalOf(reportQuarterFrom(good, { ...QUARTER, meeting: [] })), ["unknown-field", "meeting"]);
});

test("two reports at once are two, and what is let go grows nothing", async () => {
  const watched = watching();
  const fresh = await freshPackage(watched.Instance, (rules) => rules.reportQuarter(QUARTER));
  const [some, others] = [meetingsOf(dice(7), 300), meetingsOf(dice(8), 300)];
  const [one, other] = await Promise.all([fresh.reportQuarterFrom(streamOf(some), QUARTER), fresh.reportQuarterFrom(streamOf(others), QUARTER)]);
  assert.deepEqual([one, other], [some, others].map((meetings) => rules.reportQuarter({ ...QUARTER, meetings })));
  const refused = () => fresh.reportQuarterFrom([...some, null], QUARTER).catch(() => {});
  for (let round = 0; round < 5; round++) await refused();
  const before = watched.bytes();
  for (let round = 0; round < 40; round++) await refused();
  assert.equal(watched.bytes(), before);
  assert.equal(watched.made, 1);
});

test("after a fault inside the rules the report is none, and nothing is added to another", async () => {
  const RealInstance = WebAssembly.Instance;
  const faulting = function (module, imports) {
    const { exports } = new RealInstance(module, imports);
    return { exports: { ...exports, answer: () => { throw new WebAssembly.RuntimeError("unreachable"); } } };
  };
  const fresh = await freshPackage(faulting, (rules) => rules.describeColumns({ area: "generic" }));
  const meeting = { endedAt: "2026-10-05T15:00" };
  let other;
  async function* faultOnTheWay() {
    yield* Array(200).fill(meeting);
    assert.throws(() => fresh.classifyConcern({ area: "generic" }), { code: "internal" });
    // Begun on the new instance, and so the first report there.
    other = fresh.reportQuarterFrom([meeting], QUARTER);
    yield meeting;
  }
  assert.deepEqual(await refusalOfFresh(fresh, fresh.reportQuarterFrom(faultOnTheWay(), QUARTER)), ["internal", ""]);
  await other.catch(() => {});
  assert.equal((await fresh.reportQuarterFrom([meeting, meeting], QUARTER)).answer.meetings.number, 2);
});

async function refusalOfFresh({ SafeguardingError }, promise) {
  const error = await promise.then(() => assert.fail("answered"), (thrown) => thrown);
  assert.ok(error instanceof SafeguardingError, String(error));
  return [error.code, error.path];
}

test("lines are read alike in whatever parts they come", async () => {
  const records = [{ ref: "A-1", team: "Ost ä" }, { ref: "A-2", done: { minutes: "2026-10-05" } }, {}];
  const text = `\uFEFF${records.map((record) => JSON.stringify(record)).join("\r\n")}\n\n`;
  for (const source of sourcesOf(text)) assert.deepEqual(await all(readJsonLines(source)), records);
  assert.deepEqual(await all(readJsonLines(text.slice(1).trimEnd())), records);
  for (const [wrong, place] of [[`{}\n${CANARY}\n`, "lines[1]"], ["{}\n\n[1]", "lines[2]"], ['{}\n"a"', "lines[1]"]]) assert.deepEqual(await refusalOf(all(readJsonLines(wrong))), ["bad-input", place]);
  assert.deepEqual(await refusalOf(all(readJsonLines(`{}\n{"a":"${"x".repeat(1_000_001)}"}`))), ["too-large", "lines[1]"]);
});

test("a table is read alike in whatever parts it comes, and however a spreadsheet has written it", async () => {
  const names = ["ref", "team", "endedAt", "agencies[0].agency", "agencies[0].attended", "agencies[1].agency", "done.minutes"];
  const rows = [["A-1", 'of "East", far', "2026-10-05T15:00", "police", "yes", "health", "2026-10-06"], ["A-2", "two\nlines", "2026-10-06", "police", "no", "", ""]];
  const expected = [
    { ref: "A-1", team: 'of "East", far', endedAt: "2026-10-05T15:00", agencies: [{ agency: "police", attended: true }, { agency: "health" }], done: { minutes: "2026-10-06" } },
    { ref: "A-2", team: "two\nlines", endedAt: "2026-10-06", agencies: [{ agency: "police", attended: false }] },
  ];
  const cell = (text) => (/["\n,;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  for (const delimiter of [",", ";", "\t"]) {
    for (const end of ["\n", "\r\n"]) {
      const text = `\uFEFF${[names, ...rows].map((row) => row.map(cell).join(delimiter)).join(end)}${end}${end}`;
      for (const source of sourcesOf(text)) {
        const read = await all(readCsv(source));
        const told = read.map((facts) => JSON.parse(JSON.stringify(facts, (_, value) => value ?? undefined)));
        assert.deepEqual(told, expected, JSON.stringify({ delimiter, end }));
        rules.reportQuarter({ ...QUARTER, meetings: read });
      }
    }
  }
  assert.deepEqual(await refusalOf(all(readCsv(`ref,endedAt\nA-1,2026-10-05\nA-2,2026-10-05,${CANARY}`))), ["bad-input", "rows[1]"]);
  assert.deepEqual(await refusalOf(all(readCsv(`ref\n"${"x".repeat(1_000_001)}`))), ["too-large", "rows[0]"]);
  for (const nothing of ["", "ref,endedAt\n"]) assert.deepEqual(await all(readCsv(nothing)), []);
  for (const none of [undefined, null, 7, {}]) assert.deepEqual(await refusalOf(all(readCsv(none))), ["bad-input", ""]);
  assert.deepEqual(await refusalOf(all(readCsv(Uint8Array.of(114, 255, 254)))), ["bad-input", ""]);
});

/** A text as everything from which one is read. */
function* sourcesOf(text) {
  const bytes = new TextEncoder().encode(text);
  yield text;
  yield bytes;
  yield new Blob([bytes]);
  yield new Response(bytes);
  for (const size of [1, 2, 3, 7, 50]) {
    const parts = Array.from({ length: Math.ceil(bytes.length / size) }, (_, place) => bytes.subarray(place * size, (place + 1) * size));
    yield streamOf(parts);
    yield ReadableStream.from(parts);
  }
  // Where a browser cannot go through a stream.
  yield { getReader: () => new Blob([bytes]).stream().getReader() };
}

test("cases that are judged anew are the two answers that each gives alone", async () => {
  const one = dice(10);
  const cases = Array.from({ length: 230 }, () => ({ area: one(["generic", "county-durham", "hampshire"]), asOf: one(["2026-11-21", "2026-12-01"]), meetingType: one(["strategy", "s47"]), othersConsidered: one([true, undefined]), child: { lookedAfter: one([true, false, "unknown", null]) } }));
  const against = { packs: ["county-durham", "multi-agency-meetings"], asOf: "2026-11-21" };
  const told = [];
  const outcome = await replay("list-attendees", streamOf(cases), against, { examples: 3, onProgress: (done) => told.push(done) });
  assert.deepEqual(told, [100, 200, 230]);
  const pairs = cases.map((facts, place) => ({ place, before: rules.listAttendees(facts), after: rules.listAttendees({ ...facts, area: undefined, ...against }) }));
  const field = ({ answer, settled }, name) => (name === "settled" ? settled : answer[name]);
  const fieldsOf = ({ before, after }) => [...Object.keys(before.answer), "settled"].filter((name) => JSON.stringify(field(before, name)) !== JSON.stringify(field(after, name)));
  const differing = pairs.map((pair) => ({ ...pair, fields: fieldsOf(pair) })).filter(({ fields }) => fields.length > 0);
  assert.ok(differing.length > 10 && differing.length < 230, `${differing.length}`);
  assert.deepEqual([outcome.cases, outcome.different], [230, differing.length]);
  assert.deepEqual(outcome.examples, differing.slice(0, 3).map(({ place, before, after, fields }) => ({ place, fields, before, after })));
  for (const [name, count] of Object.entries(outcome.fields)) assert.equal(count, differing.filter(({ fields }) => fields.includes(name)).length, name);
  for (const { field: name, before, after, cases: count } of outcome.changes) assert.equal(count, differing.filter((pair) => field(pair.before, name) === before && field(pair.after, name) === after && before !== after).length, name);
  assert.ok(outcome.changes.every(({ cases }, place) => place === 0 || cases <= outcome.changes[place - 1].cases));
});

test("against its own rules no case differs, whatever is asked", async () => {
  const area = "county-durham";
  for (const [question, facts] of [
    ["list-attendees", { area, meetingType: "strategy" }], ["list-deadlines", { area, decisionAt: "2026-11-20T15:00" }], ["choose-meeting", { area }],
    ["record-consent-basis", { area, purpose: "To plan the safeguarding of a child" }], ["report-quarter", QUARTER], ["make-checklist", { area }],
  ]) assert.deepEqual(await replay(question, [facts, facts], { area }), { cases: 2, different: 0, fields: {}, changes: [], examples: [] }, question);
});

test("a case that is refused is named by its place, and so is what it would be held to", async () => {
  const good = { area: "generic", concernsIdentifiedAt: "2026-12-23" };
  const against = { area: "county-durham" };
  assert.deepEqual(await refusalOf(replay("classify-concern", [good, { ...good, asOf: CANARY }], against)), ["bad-date", "cases[1].asOf"]);
  assert.deepEqual(await refusalOf(replay("classify-concern", [good], { area: CANARY })), ["bad-word", "cases[0].area"]);
  assert.deepEqual(await refusalOf(replay("classify-concern", [null], against)), ["bad-input", "cases[0]"]);
  assert.deepEqual(await refusalOf(replay(CANARY, [good], against)), ["bad-word", "question"]);
  for (const wrong of [undefined, null, {}, { concerns: {} }, 7]) assert.deepEqual(await refusalOf(replay("classify-concern", [good], wrong)), ["bad-input", "against"]);
});

const throwing = (name) => Object.defineProperty({}, name, { enumerable: true, get: () => { throw new Error(CANARY); } });
const withTrap = (target, trap) => new Proxy(target, { [trap]: () => { throw new Error(CANARY); } });

test("options that are none, or cannot be read, are refused by their names before anything is asked", async () => {
  const good = [{ area: "generic" }];
  const never = () => ({ [Symbol.iterator]: () => assert.fail("gone through") });
  const asked = [
    (options) => reportQuarterFrom(never(), QUARTER, options),
    (options) => replay("classify-concern", never(), { area: "county-durham" }, options),
    (options) => all(readCsv(never(), options)),
  ];
  for (const ask of asked) {
    for (const none of [null, 7, CANARY, Symbol(CANARY)]) assert.deepEqual(await refusalOf(ask(none)), ["bad-input", "options"]);
    for (const unreadable of [throwing("onProgress"), throwing("signal"), withTrap({}, "get"), { signal: throwing("throwIfAborted") }]) assert.deepEqual(await refusalOf(ask(unreadable)), ["unreadable", "options"]);
    for (const none of [7, CANARY, {}, withTrap({}, "apply")]) assert.deepEqual(await refusalOf(ask({ onProgress: none })), ["bad-input", "onProgress"]);
    for (const none of [7, CANARY, {}, new AbortController()]) assert.deepEqual(await refusalOf(ask({ signal: none })), ["bad-input", "signal"]);
  }
  for (const none of [-1, 1.5, NaN, CANARY, {}]) assert.deepEqual(await refusalOf(asked[1]({ examples: none })), ["bad-input", "examples"]);
  for (const none of [undefined, {}, { onProgress: null, signal: null, examples: null }]) {
    assert.equal((await reportQuarterFrom([], QUARTER, none)).answer.meetings.number, 0);
    assert.equal((await replay("classify-concern", good, { area: "county-durham" }, none)).cases, 1);
    assert.equal((await all(readCsv("area\ngeneric", none))).length, 1);
  }
});

test("what cannot be gone through, or is wrong on its way, is refused; what a stream throws itself is not", async () => {
  const asked = [
    [(source) => reportQuarterFrom(source, QUARTER), "meetings"],
    [(source) => replay("classify-concern", source, { area: "county-durham" }), "cases"],
    [(source) => all(readJsonLines(source)), ""],
    [(source) => all(readCsv(source)), ""],
  ];
  for (const [ask, path] of asked) {
    for (const none of [null, 7, {}, Symbol(CANARY), { [Symbol.iterator]: 7 }, { [Symbol.asyncIterator]: () => 7 }, { [Symbol.iterator]: () => ({}) }]) assert.deepEqual(await refusalOf(ask(none)), ["bad-input", path]);
    const listed = Object.defineProperty([1], 0, { get: () => { throw new Error(CANARY); } });
    for (const unreadable of [throwing(Symbol.asyncIterator), throwing(Symbol.iterator), withTrap([], "get"), { [Symbol.iterator]: () => throwing("next") }, listed]) assert.deepEqual(await refusalOf(ask(unreadable)), ["unreadable", path]);
    for (const step of [undefined, null, 7, CANARY]) assert.deepEqual(await refusalOf(ask({ [Symbol.iterator]: () => ({ next: () => step }) })), ["bad-input", path]);
    const own = new TypeError("of the stream");
    assert.equal(await ask({ [Symbol.iterator]: () => ({ next: () => { throw own; } }) }).catch((thrown) => thrown), own);
  }
  for (const unreadable of [throwing("stream"), throwing("body"), { stream: () => { throw new Error(CANARY); } }, { getReader: () => throwing("read") }]) assert.deepEqual(await refusalOf(all(readJsonLines(unreadable))), ["unreadable", ""]);
  for (const none of [{ getReader: () => ({}) }, { getReader: () => ({ read: () => 7 }) }, { stream: () => 7 }]) assert.deepEqual(await refusalOf(all(readJsonLines(none))), ["bad-input", ""]);
  for (const unreadable of [throwing("area"), withTrap({}, "ownKeys")]) assert.deepEqual(await refusalOf(replay("classify-concern", [{}], unreadable)), ["unreadable", "against"]);
  assert.deepEqual(await refusalOf(reportQuarterFrom(new Array(2 ** 32 - 1), QUARTER)), ["bad-input", "meetings[0]"]);
});

test("a case is read once: what changes its mind has both answers to the same facts", async () => {
  let reads = 0;
  const changing = { get area() { return reads++ === 0 ? "generic" : "county-durham"; } };
  const { examples } = await replay("list-attendees", [Object.assign(Object.create(null, Object.getOwnPropertyDescriptors(changing)), { meetingType: "strategy" })], { area: "county-durham" });
  assert.equal(reads, 1);
  assert.deepEqual(examples[0].before, rules.listAttendees({ area: "generic", meetingType: "strategy" }));
  assert.deepEqual(await refusalOf(replay("classify-concern", [throwing("area")], { area: "generic" })), ["unreadable", "cases[0].area"]);
});

test("a stream that is left is let go, whoever made it", async () => {
  const left = [];
  const endless = (name) => ({ [Symbol.iterator]: () => ({ next: () => ({ done: false, value: null }), return: () => left.push(name) }) });
  await refusalOf(reportQuarterFrom(endless("quarter"), QUARTER));
  await refusalOf(replay("classify-concern", endless("replay"), { area: "generic" }));
  const { value } = await readJsonLines({ getReader: () => ({ read: async () => ({ done: false, value: "{}\n" }), cancel: async () => left.push("reader") }) }).next();
  assert.deepEqual(value, {});
  const lines = readJsonLines({ getReader: () => ({ read: async () => ({ done: false, value: "{}\n" }), cancel: async () => left.push("reader") }) });
  await lines.next();
  await lines.return();
  assert.deepEqual(left, ["quarter", "replay", "reader"]);
});
