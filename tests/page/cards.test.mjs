// Every answer is a card of few words: what holds, and what to do. All else is one tap below, closed, with how much it is.

import assert from "node:assert/strict";
import { test } from "node:test";
import { area, planReview } from "./meeting-scenes.mjs";
import { GUIDE, SCENES } from "./scenes.mjs";
import { leave, library, openForTests, press, visit } from "./the-page.mjs";

const MOST_WORDS = 80;
const AS_ONE_LONG_PAGE = ["forms-form", "family-page", "family-not-made", "checklists-list", "quarter-report"];
const WITH_A_CARD = SCENES.filter(({ name }) => /-(answer|locality|review|strategy|took-part)/.test(name) && !AS_ONE_LONG_PAGE.includes(name));

const env = openForTests();
const wordsIn = (text) => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

for (const scene of WITH_A_CARD) {
  test(`the card of ${scene.name} says its answer in ${MOST_WORDS} words, and nothing else is open at first`, async () => {
    const page = await visit(env, scene.route, { before: watchFirstSight });
    await scene.arrive(page);
    assert.ok(wordsIn(await page.locator(".card").innerText()) <= MOST_WORDS);
    assert.equal(await page.locator(".card h1").count(), 1);
    assert.equal(await page.evaluate(() => window.openAtFirst), 0);
    for (const amount of await page.locator(".fold__amount").allInnerTexts()) assert.match(amount, /^\d+ \p{L}/u);
    assert.equal(await page.locator(".fold__summary").count(), await page.locator(".fold__amount").count());
    await leave(page);
  });
}

test("what is to be done before anything else stands open beside the card, whichever decision says it", async () => {
  const page = await visit(env, "#/tac");
  await planReview(page);
  await page.locator(".fold").evaluateAll((folds) => folds.forEach((fold) => (fold.open = false)));
  const seen = await page.locator("main").innerText();
  assert.match(seen, /do not wait for the next meeting/);
  assert.match(seen, /Invite and send nothing yet to parents or carers/);
  await leave(page);
});

test("whoever is invited reads six sentences, in every area and of every meeting, and sees their chair", async () => {
  const page = await visit(env, "#/invited");
  for (const { id, label } of library.describePacks().areas) {
    await area(page, id === "generic" ? GUIDE : label);
    const meetings = await page.getByRole("group", { name: "Which meeting?" }).locator("label").allInnerTexts();
    for (const meeting of meetings) {
      await page.getByLabel(meeting, { exact: true }).check();
      await page.getByRole("group", { name: "What is your part?" }).getByLabel("None of these, or I do not know", { exact: true }).check();
      await press(page, "Tell me what to do");
      const said = await page.locator(".card dt").allInnerTexts();
      assert.deepEqual(said, ["What it is", "When and where", "Bring", "Decide", "You will get", "Ask"], `${id}, ${meeting}`);
      const words = wordsIn(await page.locator(".card").innerText());
      assert.ok(words <= MOST_WORDS, `${id}, ${meeting}: ${words} words`);
      assert.equal(await page.locator("figure .picture__sign").count(), 1);
      await press(page, "Change answers");
    }
  }
  await leave(page);
});

/** How many parts stood open when the card was first there; runs in the page. */
function watchFirstSight() {
  new MutationObserver((_, observer) => {
    if (!document.querySelector("main .card")) return;
    window.openAtFirst ??= document.querySelectorAll(".fold[open]").length;
    observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
}
