// The package in a page and in a worker, in three engines, under a policy that allows nothing but it.

import assert from "node:assert/strict";
import { join } from "node:path";
import { before } from "node:test";
import { pathToFileURL } from "node:url";
import { fileOf } from "../door/package-under-test.mjs";
import { SEALED, calls } from "../door/sealed.mjs";
import { OWN_PACK } from "../door/types/calls.mjs";
import { answered, differing, nativeCalls } from "../proofs/native-calls.mjs";
import { inEachEngine } from "./engines.mjs";
import { pause } from "./page.mjs";
import { STRICT, askedOf, folderWith, siteWith } from "./site.mjs";

// A record gets its id, its time and its salt where it is made.
const toAsk = calls.filter(([name]) => name !== "recordConsentBasis").map(([name, , ...given]) => [name, given]);
// The same as plain data, in which it reaches a page: a sealed pack as the list of its bytes.
const asked = toAsk.map(([name, given]) => [name, given.map((one) => (ArrayBuffer.isView(one) ? { bytes: [...one] } : one))]);
const TIME_TO_SEND_IN_MS = 300;
const OF_EACH_QUESTION = 150;

const FOR_A_WORKER = STRICT.replace("trusted-types 'none'", "trusted-types own-worker");
const PAGES = new URL("pages/", import.meta.url);

let site;
let siteWithWorker;
let expected;
let native;
before(async () => {
  native = nativeCalls(OF_EACH_QUESTION);
  site = await siteWith(PAGES);
  siteWithWorker = await siteWith(PAGES, FOR_A_WORKER);
  const rules = await import(fileOf("index.js"));
  expected = toAsk.map(([name, given]) => JSON.stringify(rules[name](...given)));
});

inEachEngine("a plain page answers what is typed into its form", async (open) => {
  const page = await open(`${site.address}plain.html`);
  await page.type("input", "2026-03-06T15:00");
  await page.click("button");
  assert.equal(await page.text("output"), "2026-03-06");
});

inEachEngine("a page under the strictest policy answers every question as Node does, sends nothing, says nothing and changes nothing", async (open) => {
  const page = await open(`${site.address}plain.html`);
  await page.until(() => globalThis.rules !== undefined);
  const loaded = askedOf(site).length;
  // Before a pack of its own is loaded there.
  assert.ok(native.length > 5 * OF_EACH_QUESTION);
  assert.deepEqual(await differing(native, (calls) => page.evaluate(answered, calls)), []);
  const answers = await page.evaluate((calls) => calls.map(([name, given]) => JSON.stringify(rules[name](...given.map((one) => (one?.bytes ? Uint8Array.from(one.bytes) : one))))), asked);
  assert.deepEqual(answers, expected);
  await pause(TIME_TO_SEND_IN_MS);
  assert.deepEqual(askedOf(site).slice(loaded), []);
  assert.deepEqual(await page.evaluate(() => watch.breaches), []);
  assert.deepEqual(await page.evaluate(() => watch.changes(["rules"])), []);
  assert.deepEqual(await page.said(), []);
});

inEachEngine("a module worker under the strictest policy answers every question as Node does, sends nothing, says nothing and changes nothing", async (open) => {
  const page = await open(`${siteWithWorker.address}worker.html`);
  await page.until(() => globalThis.send !== undefined);
  await page.evaluate((calls) => send(calls), asked.slice(0, 1));
  await page.text("output");
  const loaded = askedOf(siteWithWorker).length;
  await page.evaluate((calls) => send(calls), asked);
  const { answers, said, breaches, changes } = await page.until((count) => {
    const told = JSON.parse(document.querySelector("output").textContent);
    return told.answers.length === count && told;
  }, asked.length);
  assert.deepEqual(answers, expected);
  await pause(TIME_TO_SEND_IN_MS);
  assert.deepEqual(askedOf(siteWithWorker).slice(loaded), []);
  assert.deepEqual(await page.evaluate(() => watch.breaches), []);
  assert.deepEqual(await page.said(), []);
  assert.deepEqual({ said, breaches, changes }, { said: [], breaches: [], changes: [] });
});

inEachEngine("a plain script answers in a page from a folder, says nothing and leaves one global", async (open) => {
  const page = await open(pathToFileURL(join(folderWith(PAGES), "script.html")).href);
  await page.type("input", "2026-03-06T15:00");
  await page.click("button");
  assert.equal(await page.text("output"), "2026-03-06");
  const answers = await page.evaluate((calls) => calls.map(([name, given]) => JSON.stringify(safeguardingRules[name](...given.map((one) => (one?.bytes ? Uint8Array.from(one.bytes) : one))))), asked);
  assert.deepEqual(answers, expected);
  assert.deepEqual(await page.evaluate(() => watch.changes()), ["safeguardingRules"]);
  assert.deepEqual(await page.said(), []);
});

inEachEngine("a trap in a page: an error, then a fresh instance with the loaded pack, and never an earlier answer", async (open) => {
  const page = await open(`${site.address}trap.html`);
  await page.until(() => globalThis.rules !== undefined);
  const found = await page.evaluate(({ area, bytes }) => {
    const dueBy = (day) => {
      try {
        return rules.classifyConcern({ area, concerns: { seriousRisk: true }, concernsIdentifiedAt: day }).answer.dueBy;
      } catch (error) {
        return error instanceof rules.SafeguardingError && error.code;
      }
    };
    rules.loadPack(Uint8Array.from(bytes));
    const before = dueBy("2026-03-06");
    faulty = true;
    const during = dueBy("2026-03-09");
    faulty = false;
    return { before, during, after: dueBy("2026-03-10"), instances };
  }, { area: OWN_PACK.document.area, bytes: [...SEALED] });
  assert.deepEqual(found, { before: "2026-03-06", during: "internal", after: "2026-03-10", instances: 2 });
  assert.deepEqual(await page.said(), []);
});
