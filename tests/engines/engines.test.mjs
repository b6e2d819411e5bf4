// The tests in engines rest on seeing what goes wrong. Here each of it goes wrong once, and is seen.

import assert from "node:assert/strict";
import { before } from "node:test";
import { inEachEngine } from "./engines.mjs";
import { pause } from "./page.mjs";
import { askedOf, siteWith } from "./site.mjs";

const TIME_TO_SEND_IN_MS = 300;

let site;
before(async () => {
  site = await siteWith(new URL("pages/", import.meta.url), "script-src 'self' 'wasm-unsafe-eval'; img-src 'none'; require-trusted-types-for 'script'");
});

inEachEngine("what the console says, what is sent, changed or breaks the policy is noticed", async (open) => {
  const page = await open(`${site.address}plain.html`);
  await page.until(() => globalThis.rules !== undefined);
  assert.deepEqual(await page.said(), []);
  assert.deepEqual(await page.evaluate(() => watch.breaches), []);
  assert.deepEqual(await page.evaluate(() => watch.changes(["rules"])), []);
  const loaded = askedOf(site).length;

  await page.evaluate(() => {
    console.warn("a word in the console");
    setTimeout(() => { throw new Error("an error of nobody"); });
    fetch("sent?by=fetch").catch(() => {});
    navigator.sendBeacon("sent?by=beacon");
    Array.prototype.extra = true;
    JSON.parse = () => ({});
    globalThis.added = true;
    try {
      document.body.innerHTML = "<p>";
    } catch {
      // Refused, and the breach is told.
    }
  });
  await pause(TIME_TO_SEND_IN_MS);

  const said = await page.said();
  for (const words of ["a word in the console", "an error of nobody"]) assert.ok(said.some((line) => line.includes(words)), said.join("\n"));
  const sent = askedOf(site).slice(loaded).sort();
  assert.deepEqual(sent, ["GET /sent?by=fetch", "POST /sent?by=beacon"]);
  assert.deepEqual((await page.evaluate(() => watch.changes(["rules"]))).sort(), ["Array.prototype.extra", "JSON.parse", "added"]);
  assert.deepEqual(await page.evaluate(() => watch.breaches), ["require-trusted-types-for trusted-types-sink"]);
});
