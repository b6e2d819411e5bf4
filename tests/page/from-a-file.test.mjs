// What comes in by a file: a copy is read whole before anything acts, and what cannot be of a case is refused.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import { SEALED } from "../door/sealed.mjs";
import { OWN_PACK } from "../door/types/calls.mjs";
import { CASES_FILE, COPY_FILE, MEETINGS_FILE } from "../../www-demo/app/words.js";
import { scriptWith } from "./the-page.mjs";

const FACTS = { area: "county-durham", concerns: { seriousRisk: true }, concernsIdentifiedAt: "2026-12-21T09:00" };
const PLAN = { at: "2026-12-30T10:00", reason: "child-not-available", decidedBy: "Team manager" };

let folder;
let page;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "from-a-file-"));
  const code = `
    export { copyOf, readCopy } from "./out/copy.js";
    export { meetingsIn } from "./out/meetings.js";
    export { casesIn } from "./out/open-cases.js";
    export { isNumber } from "./parts/settings.js";
    export * as rules from "safeguarding-rules";`;
  await writeFile(join(folder, "page.mjs"), await scriptWith(code));
  page = await import(pathToFileURL(join(folder, "page.mjs")));
});
after(() => rm(folder, { recursive: true }));

async function read({ facts = FACTS, parts = {}, answers = {} } = {}, change = () => {}, describe) {
  const copy = JSON.parse(await page.copyOf({ facts, parts, answers }));
  change(copy);
  return page.readCopy(new Blob([JSON.stringify(copy)]), describe);
}

async function isRefused(content, change, message = COPY_FILE.incomplete) {
  await assert.rejects(read(content, change), { message }, JSON.stringify(content));
}

test("a copy with a plan, an action, an access or a question asked opens with all of it", async () => {
  const parts = {
    plan: { meeting: PLAN },
    duties: { done: { proforma: { at: "2026-12-22T09:00" } }, planned: { proforma: PLAN } },
    attendance: { standing: { police: "came" }, chair: "somebody-else", format: "meeting" },
    mdt: { access: { police: "unknown", health: "" } },
    actions: [{ specific: "Visit", resourcesConfirmed: "unknown", due: "2027-01-05" }],
    "tac.asked": [{ path: "childPresent", question: "Does the child come?" }],
  };
  const { content, leavesOut } = await read({ parts });
  assert.deepEqual(content.parts, parts);
  assert.equal(leavesOut, false);
});

const HOLIDAYS_IN_A_ROW = Array.from({ length: 30 }, (_, index) => ({ date: `2026-12-${String(index + 1).padStart(2, "0")}` }));
const NO_FACTS = [
  { concernsIdentifiedAt: 1.5 }, { concernsIdentifiedAt: {} }, { area: {} }, { area: ["generic"] }, { childPresent: { then: 1 } }, { childPresent: "perhaps" }, { child: { lookedAfter: 1e308 } }, { child: 5 },
  { concerns: "x" }, { services: 5 }, { sharedWith: [{}] }, { family: { what: 5 } }, { family: { tellingRisksHarm: "no" } }, { heard: { police: 5 } }, { heard: [] }, { plan: [] }, { meetingStart: "x" },
  { attendance: { police: "perhaps" } }, { meetingDate: "9999-99-99" }, { childrenDiscussed: "x" }, { stage: "x" },
  { bankHolidays: HOLIDAYS_IN_A_ROW }, { bankHolidays: [{ date: "2026-02-31" }] }, { bankHolidays: [{ date: "2026-12-24", title: "x\r\ny" }] }, { bankHolidays: [{ date: "2026-12-24", title: "\u202ex" }] },
  { bankHolidays: [{ date: "2026-12-24", title: "y".repeat(9_000) }] },
];

for (const facts of NO_FACTS) {
  test(`a case is refused whole where a fact is of another kind: ${JSON.stringify(facts).slice(0, 80)}`, () => isRefused({ facts: { ...FACTS, ...facts } }));
}

test("a fact of a name that nothing knows stays with the case, whatever it is", async () => {
  const facts = { ...FACTS, zzz: 1.5, yyy: { x: [{}] }, area: "an-area-of-a-pack", meetingType: "a-meeting-of-a-pack" };
  assert.deepEqual((await read({ facts })).content.facts, facts);
});

const NO_PARTS = [
  { plan: { meeting: "2026-12-23T14:00" } }, { plan: { meeting: { at: "2026-02-31" } } }, { plan: { meeting: { ...PLAN, reason: "none" } } }, { plan: { meeting: PLAN, x: 1 } }, { plan: [] },
  { duties: { done: { proforma: "2026-12-22" }, planned: {} } }, { duties: { done: { "a b": PLAN }, planned: {} } }, { duties: { done: {} } },
  { attendance: { standing: { police: 5 } } }, { attendance: {} }, { mdt: { access: { police: "perhaps" } } }, { mdt: {} },
  { actions: [{ specific: "Visit", zzz: 1 }] }, { actions: [{ due: "soon" }] }, { actions: ["x"] }, { actions: {} },
  { "tac.asked": [{ path: "childPresent", question: "a\nb" }] }, { "tac.asked": [{ path: "a b", question: "x" }] }, { "tac.asked": ["x"] },
];

for (const parts of NO_PARTS) {
  test(`a case is refused whole where a part is not as its view keeps it: ${JSON.stringify(parts).slice(0, 80)}`, () => isRefused({ parts }));
}

test("a part, an answer and a field that no view knows are left out, and that is said", async () => {
  const decision = page.rules.classifyConcern(FACTS);
  const answer = { question: "classifyConcern", facts: FACTS, decision };
  const { content, leavesOut } = await read({ parts: { startup: { run: 1 } }, answers: { zz: answer, guide: answer } });
  assert.deepEqual([Object.keys(content.parts), Object.keys(content.answers), leavesOut], [[], ["guide"], true]);
  assert.equal((await read({}, (copy) => (copy.note = "x"))).leavesOut, true);
  await isRefused({ answers: { who: answer } });
  await isRefused({ answers: { guide: { ...answer, decision: { ...decision, answer: { heading: "\u202eno need" } } } } });
});

for (const version of [0, -5, "1", {}, null, undefined]) {
  test(`a copy of version ${JSON.stringify(version)} is none of this page's`, () => isRefused({}, (copy) => (copy.version = version)));
}

for (const madeAt of ["9999-99-99T99:99", "2026-02-30T10:00", "2026-12-23", 5, undefined]) {
  test(`a copy that was made at no moment, ${madeAt}, is refused`, () => isRefused({}, (copy) => (copy.madeAt = madeAt)));
}

test("a copy of any depth is refused in words", async () => {
  const deep = "[".repeat(100_000) + "]".repeat(100_000);
  for (const change of [(copy) => (copy.note = "DEEP"), (copy) => (copy.content.facts.zzz = "DEEP"), (copy) => (copy.content.parts.settings = { packs: [{ sealed: "DEEP" }] })]) {
    const copy = JSON.parse(await page.copyOf({ facts: FACTS, parts: {}, answers: {} }));
    change(copy);
    await assert.rejects(page.readCopy(new Blob([JSON.stringify(copy).replace('"DEEP"', deep)])), { message: COPY_FILE.incomplete });
  }
});

test("a pack in a copy is called what its bytes call it, and what is none is left out", async () => {
  const sealed = Buffer.from(SEALED).toString("base64");
  const packs = [{ id: "county-durham-2026-update", title: "County Durham", sealed }, { id: "a b", sealed: "!!!" }, { sealed: 5 }, 7, "x", null, { id: "other", sealed: "AAAA" }];
  const { settings, leavesOut } = await read({ parts: { settings: { packs } } }, undefined, page.rules.loadPack);
  const { id, title } = OWN_PACK.document;
  assert.deepEqual(settings.packs, [{ id, title, sealed }]);
  assert.equal(leavesOut, true);
});

test("a number is digits, spaces and a + before them, in a file and where it is entered", async () => {
  const numbers = { "": true, 999: true, "0191 123 4567": true, "+44 191 123 4567": true, "0191 123 4567 (option 2)": false, "03000-267979": false, "+44 (0)191 123": false, "<b>x</b>": false, "+": false, " ": false, "1+1": false };
  for (const [number, isOne] of Object.entries(numbers)) {
    assert.equal(page.isNumber(number), isOne, number);
    const { settings, leavesOut } = await read({ parts: { settings: { dutyNumber: number, packs: [] } } });
    assert.deepEqual([settings.dutyNumber, leavesOut], isOne ? [number, false] : [undefined, true]);
  }
});

// --------------------------------------------------------------------------------------------------------------- tables

const told = async (reader, name, text) => (await page[reader](new File([text], name))).problems.map(({ text }) => text);

test("a table of too many lines, cells or entries is told as that before it is read", async () => {
  for (const reader of ["meetingsIn", "casesIn"]) {
    for (const line of ["\n", "\r\n", "x\n", "\r", '"x\n']) assert.deepEqual(await told(reader, "m.csv", `ref,agency\n${line.repeat(400_001)}x`), [MEETINGS_FILE.tooManyLines], JSON.stringify(line));
    for (const sign of ",;\t|") assert.deepEqual(await told(reader, "m.csv", `ref${sign}agency\nx${sign.repeat(8_000_001)}`), [MEETINGS_FILE.tooManyCells], sign);
    assert.deepEqual(await told(reader, "m.json", `[${"{},".repeat(1_000_000)}{}]`), [MEETINGS_FILE.tooManyGroups]);
  }
});

test("a table of any depth is refused in words", async () => {
  const deep = "[".repeat(100_000) + "]".repeat(100_000);
  for (const text of [deep, `[${deep}]`, `{"meetings":[${deep}]}`, `[{"ref":"A","x":${deep}}]`]) assert.deepEqual(await told("meetingsIn", "m.json", text), [MEETINGS_FILE.notJson]);
  assert.deepEqual(await told("casesIn", "c.json", `[{"ref":"A","facts":{"x":${deep}}}]`), [CASES_FILE.notJson]);
});

test("of very many problems as many are told as anybody reads, and that there are more", async () => {
  const wide = Array.from({ length: 300 }, (_, column) => `done x${column}`).join();
  const rows = Array.from({ length: 300 }, (_, row) => `A${row},police,${"soon,".repeat(299)}soon`);
  const said = await told("meetingsIn", "m.csv", [`ref,agency,${wide}`, ...rows].join("\n"));
  assert.equal(said.length, 1_001);
  assert.equal(said.at(-1), MEETINGS_FILE.tooManyProblems);
});
