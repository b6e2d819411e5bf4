// What each journey costs the person who makes it: a table, printed beside what it was before the answer was a card, with what is
// bounded asserted. How long a machine takes is a figure of that machine too: it is told, and nothing is asserted of it.

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import { DURHAM } from "./scenes.mjs";
import { DEMO, leave, openForTests, press, visit } from "./the-page.mjs";

const [MOST_PRESSES, MOST_WORDS_BEFORE, MOST_WORDS_ON_THE_CARD] = [12, 250, 80];
const PHONE = 375;
const KB = 1024;
const NO = ["ArrowDown", "Enter"];
const FIRST = ["Space", "Enter"];
const NOT_SURE = ["ArrowUp", "Enter"];
const NO_TO_EACH = ["ArrowDown", "ArrowDown", "Enter"];
const TODAY = FIRST;

/** Each page's keys, from Start with its first choice to the answer; `area` is kept on the device already. */
const JOURNEYS = [
  { name: "plain case, area kept", area: true, pages: [["Tab", "Enter"], NO, NO_TO_EACH, TODAY] },
  { name: "plain case, first visit", pages: [["Tab", "Enter"], NO, FIRST, NO_TO_EACH, TODAY] },
  { name: "a no to each question by itself", area: true, pages: [["Tab", "Enter"], NO, NO, NO, NO, TODAY] },
  { name: "serious risk", area: true, pages: [["Tab", "Enter"], NO, FIRST, TODAY] },
  { name: "nothing is known of the concern", area: true, pages: [["Tab", "Enter"], NO, ["Enter"], ["Enter"], ["Enter"], ["Enter"]] },
  { name: "not sure of each", area: true, pages: [["Tab", "Enter"], NO, NOT_SURE, NOT_SURE, NOT_SURE, TODAY] },
];

const SLOWER = 6;
const SLOW_3G = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };

const env = openForTests();
const table = [
  ["journey", "pages", "key presses", "words before", "words on the card", `height at ${PHONE} px`, "KB loaded", `ms to the answer, ${SLOWER}x slower`, "longest task"],
  ["before the card", 4, 67, 797, "1,061 to 2,565", 8663, 291, "1,400 to 2,500", "not known"],
];
after(() => console.log(table.map((row) => row.join(" | ")).join("\n")));

const wordsOf = async (locator) => (await locator.innerText()).split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
const title = (page) => page.locator("main h1").innerText();

/** The files of the page that were asked for, as they are sent. */
function loaded(requests) {
  const names = [...new Set(requests.map((url) => new URL(url).pathname.slice(1) || "index.html"))].filter((name) => existsSync(join(DEMO, name)));
  return names.reduce((sum, name) => sum + brotliCompressSync(readFileSync(join(DEMO, name))).length, 0) / KB;
}

for (const { name, area, pages } of JOURNEYS) {
  test(`journey: ${name}`, async () => {
    const page = await visit(env, area ? "#/area" : "", { width: PHONE, asBusy: true });
    await page.locator("main h1:visible").waitFor();
    const atFirst = [...page.requests];
    if (area) {
      await page.getByLabel(DURHAM, { exact: true }).check();
      await press(page, "Keep this area");
      await page.getByRole("heading", { level: 1, name: "What do you need?" }).waitFor();
    } else {
      await page.locator("main h1").focus();
    }
    const bytes = loaded(atFirst);
    let [pressed, before] = [0, 0];
    const cdp = await page.context().newCDPSession(page);
    for (const keys of pages) {
      const shown = await title(page);
      if (keys === pages.at(-1)) {
        await page.evaluate(observe);
        await cdp.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
      }
      before += await wordsOf(page.locator("main"));
      for (const key of keys) await page.keyboard.press(key);
      pressed += keys.length;
      await page.waitForFunction((shown) => document.querySelector("main h1")?.innerText !== shown, shown);
    }
    await page.locator("article.answer .card").waitFor();
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    const { answered, longest } = await page.evaluate(() => window.observed);
    const onTheCard = await wordsOf(page.locator(".card"));
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    table.push([name, pages.length, pressed, before, onTheCard, height, bytes.toFixed(0), answered, longest]);
    assert.ok(pressed <= MOST_PRESSES, `${pressed} key presses`);
    assert.ok(before <= MOST_WORDS_BEFORE, `${before} words before the answer`);
    assert.ok(onTheCard <= MOST_WORDS_ON_THE_CARD, `${onTheCard} words on the card`);
    assert.equal(await page.locator(".fold[open]").count(), 0, "all else is closed");
    assert.ok((await page.locator(".fold__amount").allInnerTexts()).every((said) => /^\d+ \p{L}/u.test(said)), "each with its count");
    await leave(page);
  });
}

/** Keeps how long the browser takes from a key to what it shows, and its longest task; runs in the page. */
function observe() {
  window.observed = { answered: 0, longest: 0 };
  const most = (name, type) => new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.observed[name] = Math.max(window.observed[name], Math.round(duration));
  }).observe({ type, durationThreshold: 16 });
  most("answered", "event");
  most("longest", "longtask");
}

test("the first question comes on a slow network too; how soon is told", async (run) => {
  const context = await env.browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send("Network.enable");
  await cdp.send("Network.emulateNetworkConditions", SLOW_3G);
  const began = performance.now();
  await page.goto(`${env.server.address}#/guide`);
  await page.getByRole("group", { name: "Does the child need protecting today?" }).waitFor({ timeout: 60_000 });
  run.diagnostic(`the first question after ${((performance.now() - began) / 1000).toFixed(1)} s`);
  await context.close();
});

test("what is opened stays open when the answer changes, and everything is one tap away", async () => {
  const page = await visit(env, "#/area", { width: PHONE });
  await page.getByLabel(DURHAM, { exact: true }).check();
  await press(page, "Keep this area");
  await page.getByRole("link", { name: "How soon must we meet?" }).click();
  for (const keys of [NO, ["Enter"], ["Enter"], ["Enter"], TODAY]) {
    const shown = await title(page);
    for (const key of keys) await page.keyboard.press(key);
    await page.waitForFunction((shown) => document.querySelector("main h1")?.innerText !== shown, shown);
  }
  await page.locator(".fold__summary", { hasText: "Why" }).click();
  await page.locator(".asked .question").first().getByRole("button", { name: "Yes" }).click();
  await page.waitForFunction(() => document.querySelectorAll(".fold[open]").length === 1);
  assert.ok(await page.locator(".fold[open] li.rule").first().isVisible());
  for (const bar of ["Copy note", "Call", "Calendar", "Print"]) assert.ok(await page.locator(".foot-bar").getByRole("button", { name: bar, exact: true }).isVisible(), bar);
  const box = await page.locator(".foot-bar").boundingBox();
  assert.ok(box.y + box.height <= (await page.evaluate(() => window.innerHeight)) + 1, "the bar is in sight");
  await leave(page);
});

for (const [typed, view] of [["consent", "sharing"], ["consnt", "sharing"], ["SMART", "actions"], ["quorum", "who"], ["quorom", "who"], ["DSL", "who"], ["deadline", "guide"], ["daedline", "guide"], ["escalation", "disagreement"]]) {
  test(`the search at Start knows: ${typed}`, async () => {
    const page = await visit(env);
    await page.getByLabel("A word").fill(typed);
    await page.locator("main section li a").first().waitFor();
    assert.equal(await page.locator("main section li a").first().getAttribute("href"), `#/${view}`);
    await leave(page);
  });
}

test("a word that the search does not know is said to be that, and never that no rule covers it", async () => {
  const page = await visit(env);
  await page.getByLabel("A word").fill("xylophone");
  await page.getByText("No page is known by this word.").first().waitFor();
  assert.doesNotMatch(await page.locator("main").innerText(), /No rule/);
  await leave(page);
});
