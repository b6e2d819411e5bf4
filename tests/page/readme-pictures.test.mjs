// The pictures with which the README opens: the card of an answer, and the form that developers copy from. They are made here, and
// the README says beside each what it shows, word for word, so that neither grows old unseen.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { test } from "node:test";
import { folderOf, leave, openForTests, visit } from "./the-page.mjs";
import { SCENES } from "./scenes.mjs";

const RENEW = "SAFEGUARDING_RENEW";
const MOST_BYTES = 60 * 1024;
const PNG = "89504e470d0a1a0a";
const CARD = "tests/page/pictures/card.png";
const FORM = "tests/page/pictures/portal.png";
/** As much of the form as a small picture holds. */
const FORM_HEIGHT = 345;

const env = openForTests();

test("the README opens with the card of an answer", async () => {
  const scene = SCENES.find(({ name }) => name === "guide-answer-settled");
  const page = await visit(env, scene.route, { width: 640 });
  await scene.arrive(page);
  const card = page.locator(".card");
  await isInTheReadme(CARD, `The card of an answer: ${await card.locator("h1").innerText()}`, card);
  await leave(page);
});

test("and with the form that developers copy from, beside its code", async () => {
  const page = await visit(env, "portal/", { width: 960 });
  await page.getByText("To settle this").first().waitFor();
  const danger = await page.locator("sg-timescale .govuk-warning-text__text").innerText();
  await isInTheReadme(FORM, `A portal's form beside its code: ${danger}`, page.locator("#form section").first(), FORM_HEIGHT);
  await leave(page);
});

/** All of it, or as much as `height` says from its top. */
async function seenAt(place, height) {
  if (height === undefined) return place.screenshot();
  await place.evaluate((element) => element.scrollIntoView());
  return place.page().screenshot({ clip: { ...(await place.boundingBox()), height } });
}

/** What is seen at `place` is a small picture in the README, with these words; with the setting that renews it is taken anew. */
async function isInTheReadme(name, words, place, height) {
  const path = folderOf(name);
  const box = await place.boundingBox();
  if (process.env[RENEW]) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, await seenAt(place, height));
  }
  assert.ok(existsSync(path), `make it with ${RENEW}=1`);
  const bytes = readFileSync(path);
  assert.equal(bytes.subarray(0, 8).toString("hex"), PNG);
  assert.ok(bytes.length < MOST_BYTES, `${bytes.length} bytes`);
  assert.ok(Math.abs(bytes.readUInt32BE(16) - box.width) <= 1, "as wide as it is on the page");
  assert.ok(readFileSync(folderOf("README.md"), "utf8").includes(`![${words}](${name})`), `the README shows ![${words}](${name}); if it shows another, take it anew with ${RENEW}=1`);
}
