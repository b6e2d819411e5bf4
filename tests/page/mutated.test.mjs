// A thousand spoilt copies, tables and packs, each refused whole or opened with nothing changed but the case.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { after, before, test } from "node:test";
import { OWN_PACK } from "../door/types/calls.mjs";
import { COPY_FILE, MEETINGS_FILE } from "../../www-demo/app/words.js";
import { folderOf, scriptWith } from "./the-page.mjs";

const FACTS = {
  area: "county-durham",
  concerns: { seriousRisk: true, particularlyComplex: "unknown" },
  concernsIdentifiedAt: "2026-12-21T09:00",
  bankHolidays: [{ date: "2026-12-29", title: "A day of mourning" }],
};
const HOSTILE = [
  null, true, 0, -1, 5, 1e308, "", " ", "x".repeat(20_000), "setMessages", "constructor", "__proto__", "toString", "\u202e\u0000", "=cmd|' /C calc'!A0", "2026-13-45", "999",
  "x\r\nATTENDEE:mailto:a@b.example", [], {}, [[]], [null], { __proto__: null, constructor: { prototype: { polluted: 1 } } }, Array(3_000).fill("x"),
];
const NAMES = ["__proto__", "constructor", "prototype", "toString", "question", "settings", "facts", "zz"];
const CELLS = ['"', "\0", ",", "\r", "\n", ";", "\t", "=1+1", "__proto__", "constructor", "\u202e", "\u2028", "31/02/2026", ",".repeat(6_000), "x".repeat(9_000)];

/** Numbers as by chance, and the same in every run. */
function diceOf(seed) {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

/** Every object and list in a value, itself among them. */
function inside(value) {
  return typeof value === "object" && value !== null ? [value, ...Object.values(value).flatMap(inside)] : [];
}

function spoilt(whole, throwDice) {
  const copy = structuredClone(whole);
  for (let times = 1 + throwDice(3); times > 0; times--) {
    const places = inside(copy);
    const place = places[throwDice(places.length)];
    const names = Object.keys(place);
    const way = throwDice(3);
    if (way === 0 && names.length > 0) delete place[names[throwDice(names.length)]];
    // As its own, as JSON.parse has it.
    else Object.defineProperty(place, way === 1 && names.length > 0 ? names[throwDice(names.length)] : NAMES[throwDice(NAMES.length)], { value: structuredClone(HOSTILE[throwDice(HOSTILE.length)]), enumerable: true, configurable: true, writable: true });
  }
  return JSON.stringify(copy);
}

function spoiltText(text, throwDice) {
  let spoilt = text;
  for (let times = 1 + throwDice(4); times > 0; times--) {
    const place = throwDice(spoilt.length + 1);
    spoilt = spoilt.slice(0, place) + (throwDice(4) === 0 ? "" : CELLS[throwDice(CELLS.length)]) + spoilt.slice(place + throwDice(5));
  }
  return spoilt;
}

let folder;
let page;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "spoilt-"));
  const code = `
    export { checkedAgain, copyOf, readCopy } from "./out/copy.js";
    export { COLUMNS, EXAMPLE, meetingsIn } from "./out/meetings.js";
    export { csvOf } from "./out/table.js";
    export { settings } from "./parts/settings.js";
    export * as rules from "safeguarding-rules";`;
  await writeFile(join(folder, "page.mjs"), await scriptWith(code));
  page = await import(pathToFileURL(join(folder, "page.mjs")));
});
after(() => rm(folder, { recursive: true }));

/** All that no file may change. */
function everythingElse() {
  const own = [Object.prototype, Array.prototype, String.prototype, Function.prototype].map((root) => Object.entries(Object.getOwnPropertyDescriptors(root)).map(([name, { value }]) => [name, typeof value]));
  return JSON.stringify([own, page.settings(), page.rules.describePacks(), page.rules.listMessages()["how_soon.HOLD"], page.rules.classifyConcern(FACTS)]);
}

async function changesNothingElse(times, seed, open) {
  const before = everythingElse();
  const outcomes = { opened: 0, refused: 0 };
  for (let nth = 0; nth < times; nth++) {
    outcomes[await open(diceOf(seed + nth), nth)]++;
    if (nth % 50 === 0) assert.equal(everythingElse(), before, `seed ${seed + nth}`);
  }
  assert.equal(everythingElse(), before);
  return outcomes;
}

test("500 spoilt copies", async () => {
  const { rules } = page;
  const known = { ...FACTS, meetingType: "strategy" };
  const content = {
    facts: known,
    parts: {
      settings: { dutyNumber: "0300 123 4567", outOfHoursNumber: "", opens: "09:00", closes: "17:00", textSize: "usual", packs: [] },
      calendar: { "strategy-meeting": { uid: "0c3e3a5c-1f2e-4d7a-9b3e-2f6d8c1a7b90@safeguarding-rules", sequence: 0, when: "2026-12-24" } },
      plan: { meeting: { at: "2026-12-23T14:00" } },
      duties: { done: {}, planned: {} },
    },
    answers: {
      guide: { question: "classifyConcern", facts: FACTS, decision: rules.classifyConcern(FACTS), known },
      who: { question: "listAttendees", facts: { area: "county-durham", meetingType: "strategy" }, decision: rules.listAttendees({ area: "county-durham", meetingType: "strategy" }), known },
    },
  };
  const whole = JSON.parse(await page.copyOf(content));
  const read = await page.readCopy(new Blob([JSON.stringify(whole)]));
  assert.ok(read.isAsMade && !read.leavesOut && page.checkedAgain(read.content).every(({ isSame }) => isSame), "unspoilt it is as it was");
  const { opened, refused } = await changesNothingElse(500, 1, async (dice) => {
    let copy;
    try {
      copy = await page.readCopy(new Blob([spoilt(whole, dice)]));
    } catch (error) {
      assert.ok(Object.values(COPY_FILE).includes(error.message), error.stack);
      return "refused";
    }
    for (const { now, refusal, isSame } of page.checkedAgain(copy.content)) assert.ok(typeof now === "string" || (typeof refusal === "string" && !isSame));
    return "opened";
  });
  assert.ok(opened > 50 && refused > 50, `${opened} opened, ${refused} refused`);
});

test("a copy whose case says otherwise than an answer's facts is not as it was", async () => {
  const other = { ...FACTS, concerns: { ...FACTS.concerns, seriousRisk: false } };
  const answers = { guide: { question: "classifyConcern", facts: FACTS, decision: page.rules.classifyConcern(FACTS) } };
  const { content } = await page.readCopy(new Blob([await page.copyOf({ facts: other, parts: {}, answers })]));
  assert.deepEqual(page.checkedAgain(content).map(({ isSame }) => isSame), [false]);
});

test("bank holidays in a copy that are none, and files that are none", async () => {
  for (const bankHolidays of [5, "x", {}, [5], [{ date: 5 }], [{ date: "x" }], [{ date: "2026-12-29", title: 5 }]]) {
    const text = await page.copyOf({ facts: { bankHolidays }, parts: {}, answers: {} });
    await assert.rejects(page.readCopy(new Blob([text])), { message: COPY_FILE.incomplete }, JSON.stringify(bankHolidays));
  }
  await assert.rejects(page.readCopy({ size: 5_000_001 }), { message: COPY_FILE.tooLarge });
});

test("300 spoilt tables of meetings", async () => {
  const { rules } = page;
  const csv = await page.csvOf(page.COLUMNS, page.EXAMPLE);
  const json = JSON.stringify({ meetings: [{ ref: "A1", startedAt: "2026-08-03T14:00", endedAt: "2026-08-03T15:30", agencies: [{ agency: "police", attended: true }] }] });
  const { opened } = await changesNothingElse(300, 2_000, async (dice, nth) => {
    const [name, text] = nth % 3 === 0 ? ["meetings.json", spoilt(JSON.parse(json), dice)] : ["meetings.csv", spoiltText(csv, dice)];
    const { meetings } = await page.meetingsIn(new File([text], name));
    try {
      rules.reportQuarter({ area: "county-durham", from: "2026-07-01", until: "2026-09-30", meetings });
      return "opened";
    } catch (error) {
      assert.ok(error instanceof rules.SafeguardingError && error.code !== "internal", error.stack);
      return "refused";
    }
  });
  assert.ok(opened > 50);
});

test("no column of a table is a path to what every object has", async () => {
  await changesNothingElse(3, 2_900, async (_, nth) => {
    const column = ["done constructor.prototype.x", "done a.__proto__.x", "done toString.x"][nth];
    const { meetings } = await page.meetingsIn(new File([`ref,agency,ended,${column}\nA1,police,03/08/2026 15:30,04/08/2026\n`], "m.csv"));
    assert.equal(meetings.length, 1);
    return "opened";
  });
});

test("a table that is empty, too large or too wide is told as that", async () => {
  const told = async (file) => (await page.meetingsIn(file)).problems.map(({ text }) => text);
  assert.deepEqual(await told(new File([""], "m.csv")), [MEETINGS_FILE.empty]);
  assert.deepEqual(await told(new File(["\ufeff \r\n\r\n"], "m.csv")), [MEETINGS_FILE.empty]);
  assert.deepEqual(await told(new File(["ref,agency\r\n,\r\n"], "m.csv")), [MEETINGS_FILE.noLines]);
  assert.deepEqual(await told(new File([Array.from({ length: 5_001 }, (_, place) => `done x${place}`).join()], "m.csv")), [MEETINGS_FILE.tooManyColumns]);
  assert.deepEqual(await told({ name: "m.csv", size: 60_000_001 }), [MEETINGS_FILE.tooLarge]);
});

test("200 spoilt packs, sealed and in their object form", async () => {
  const workshop = await import(pathToFileURL(folderOf("pkg-config/packed/node_modules/safeguarding-rules/workshop.js")));
  const sealed = workshop.sealPack(OWN_PACK);
  const { refused } = await changesNothingElse(200, 3_000, async (dice, nth) => {
    try {
      if (nth % 2 === 0) {
        workshop.sealPack(JSON.parse(spoilt(OWN_PACK, dice)));
        return "opened";
      }
      const bytes = Uint8Array.from(sealed);
      for (let times = 1 + dice(3); times > 0; times--) bytes[dice(bytes.length)] ^= 1 + dice(255);
      page.rules.loadPack(dice(4) === 0 ? bytes.subarray(0, dice(bytes.length)) : bytes);
      return assert.fail("damage is found");
    } catch (error) {
      if (error.name !== "SafeguardingError") throw error;
      assert.notEqual(error.code, "internal");
      return "refused";
    }
  });
  assert.ok(refused >= 100);
});
