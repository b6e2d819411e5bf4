// Very many calls of each question, answered natively and in Chromium, Firefox and WebKit. It says how far it is, keeps that
// in the file that SAFEGUARDING_PROGRESS names, and goes on from there.

import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { before, test } from "node:test";
import { fileOf } from "../../door/package-under-test.mjs";
import { answered, differing, nativeCalls } from "../../proofs/native-calls.mjs";
import { inEachEngine } from "../engines.mjs";
import { siteWith } from "../site.mjs";

const COUNT = Number(process.env.SAFEGUARDING_COUNT ?? 100_000);
const EACH_TIME = Math.min(COUNT, 500);
const KEPT = process.env.SAFEGUARDING_PROGRESS;
// Of another package nothing is done yet.
const of = readFileSync(fileOf("integrity.json"), "utf8");
const kept = KEPT && existsSync(KEPT) ? JSON.parse(readFileSync(KEPT, "utf8")) : {};
const progress = kept.of === of ? kept : { of, done: {} };

/** Goes on where it was stopped. */
async function holdsAll(host, ask) {
  for (let done = progress.done[host] ?? 0; done < COUNT; done += EACH_TIME) {
    const calls = nativeCalls(EACH_TIME, done + 1);
    assert.ok(calls.length > 5 * EACH_TIME, `${calls.length} calls`);
    assert.deepEqual(await differing(calls, ask), [], host);
    progress.done[host] = done + EACH_TIME;
    if (KEPT) writeFileSync(KEPT, JSON.stringify(progress));
    console.error(`${host}: ${progress.done[host]} of ${COUNT} calls of each question`);
  }
}

let site;
before(async () => {
  site = await siteWith(new URL("../pages/", import.meta.url));
});

test("Node answers every call as it is answered natively", async () => {
  const rules = await import(fileOf("index.js"));
  await holdsAll("node", (calls) => answered(calls, rules));
});

inEachEngine("every call is answered as it is natively", async (open) => {
  const page = await open(`${site.address}plain.html`);
  await page.until(() => globalThis.rules !== undefined);
  const engine = await page.evaluate(() => navigator.userAgent);
  await holdsAll(engine, (calls) => page.evaluate(answered, calls));
  console.log(`reached: ${COUNT} calls of each of ten questions, natively, in Node and in the engines`);
});
