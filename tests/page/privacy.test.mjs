// Nothing that is typed leaves the page or stays behind, and the page needs no network once it is there.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ANSWERS, arriveAt } from "./scenes.mjs";
import { DEMO, folderOf, leave, open, openForTests, press, radio, visit } from "./the-page.mjs";

const CANARY = "CanaryBird";
const TO_SEND = { guide: "Show the answer", who: "Show the answer", actions: "Check the plan", sharing: "Make the record" };

/** What the page takes away from itself it cannot use, and the name of a kind of element leads nowhere. */
const HARMLESS = /^delete window\.\w+;$|^const NAMESPACE = "http:\/\/www\.w3\.org\/2000\/svg";$/;

const env = openForTests();

test("with the network cut after load each question is still answered", async (run) => {
  const cut = await open();
  run.after(() => cut.browser.close());
  const pages = [];
  for (const answer of ANSWERS) {
    const page = await visit(cut, answer.route);
    await page.evaluate(() => navigator.serviceWorker.ready);
    pages.push([answer, page]);
  }
  await cut.server.close();
  for (const [answer, page] of pages) {
    await page.context().setOffline(true);
    await answer.arrive(page);
    assert.ok(await page.locator("article h1").isVisible(), answer.name);
    assert.deepEqual(page.faults, []);
  }
});

test("typing in every field and asking everything sends no request, stores nothing, and leaves title and address alone", async () => {
  for (const view of Object.keys(TO_SEND)) {
    const page = await visit(env, `#/${view}`);
    await page.evaluate(() => navigator.serviceWorker.ready);
    const [loaded, keptBefore] = [page.requests.length, await stored(page)];
    await fillEverything(page);
    if (view === "guide") {
      for (let step = 0; step < 3; step++) {
        await press(page, "Continue");
        await fillEverything(page);
      }
    }
    if (view === "actions") {
      await press(page, "Add an action");
      await fillEverything(page);
      await press(page, "Save action");
    }
    await press(page, TO_SEND[view]);
    if (view === "guide") await fillEverything(page);
    await page.waitForTimeout(300);
    assert.deepEqual(page.requests.slice(loaded), [], view);
    const address = decodeURIComponent(page.url());
    assert.match(address, new RegExp(`#/${view}(/answer)?$`));
    for (const kept of [address, await page.title(), JSON.stringify(await stored(page))]) assert.ok(!kept.includes(CANARY), view);
    assert.deepEqual(await stored(page), keptBefore, view);
    const { caches, ...others } = keptBefore;
    assert.deepEqual(others, { local: [], session: [], databases: [], cookies: "", state: null }, view);
    assert.ok(caches.every(([, body]) => !body.includes(CANARY)), view);
    await leave(page);
  }
});

test("titles and addresses of answers name the view and nothing of the case", async () => {
  for (const answer of ANSWERS) {
    const page = await arriveAt(answer, env);
    assert.match(await page.title(), /^Answer – (When must we meet\?|Which meeting does this call for\?|Multidisciplinary team meeting \(MDT\)|Team around the child|Professionals’ meeting|We disagree|Who must be there\?|Actions|Basis for sharing) – Safeguarding rules$/);
    assert.match(page.url(), /#\/(guide|which|mdt|tac|professionals|disagreement|who|actions|sharing)\/answer$/);
    await leave(page);
  }
});

test("an address that leads to no answer shows its question", async () => {
  for (const route of ["#/guide/answer", "#/actions/action"]) {
    const page = await visit(env, route);
    assert.equal(await page.locator("form").count(), 1);
    await leave(page);
  }
});

test("an address that leads nowhere shows Start", async () => {
  for (const route of ["#/nowhere", "#main"]) {
    const page = await visit(env, route);
    assert.equal(await page.locator("h1").innerText(), "Plan a safeguarding meeting");
    await leave(page);
  }
});

test("whatever tried to send is blocked by the browser", async () => {
  const page = await visit(env, "#/guide");
  await page.evaluate(() => navigator.serviceWorker.ready);
  const loaded = page.requests.length;
  const failed = await page.evaluate(async (canary) => {
    const tried = await fetch(`/?${canary}`).then(() => "sent", () => "blocked");
    navigator.sendBeacon(`/?${canary}`);
    return tried;
  }, CANARY);
  assert.equal(failed, "blocked");
  await page.waitForTimeout(200);
  assert.deepEqual(page.requests.slice(loaded), []);
  await page.context().close();
});

test("free text is kept from the browser's memory of forms and from spelling services", async () => {
  for (const answer of [...ANSWERS, ...["who", "sharing"].map((view) => ({ route: `#/${view}`, arrive: async () => {} }))]) {
    const page = await arriveAt(answer, env);
    const open = await page.locator("input[type=text], textarea").evaluateAll((fields) => fields.filter((field) => (field.autocomplete !== "off" && !field.readOnly) || field.spellcheck).map((field) => field.id));
    assert.deepEqual(open, []);
    await leave(page);
  }
});

test("the page's own source puts in no markup, sends nothing, stores nothing and names no other place", () => {
  const banned = /innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|new Function|\bfetch\s*\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection|localStorage|sessionStorage|indexedDB|document\.cookie|location\s*=|location\.(href|assign|replace)|window\.open|\.style\b|https?:/;
  const sources = sourcesIn(folderOf("www-demo/"));
  assert.ok(sources.length > 10);
  for (const file of sources) {
    const found = readFileSync(file, "utf8").split("\n").filter((line) => banned.test(line) && !HARMLESS.test(line));
    assert.deepEqual(found, [], file);
  }
});

test("the built page loads nothing but itself", () => {
  const html = readFileSync(join(DEMO, "index.html"), "utf8");
  assert.doesNotMatch(html, /<style|style=|<script>|\son\w+=|https?:/);
  assert.doesNotMatch(readFileSync(join(DEMO, "style.css"), "utf8"), /@import|@font-face|url\((?!"?data:)|GDS Transport/);
});

/** Everything that can be entered in what is shown, with a no to what would lead elsewhere. */
async function fillEverything(page) {
  for (const part of await page.locator("main details").all()) await part.evaluate((element) => (element.open = true));
  for (const label of ["County Durham", "Strategy meeting or discussion"]) {
    const option = page.getByLabel(label, { exact: true });
    if (await option.count()) await option.check();
  }
  for (const yes of await page.getByRole("radio", { name: "Yes", exact: true }).all()) if (await yes.isVisible()) await yes.check();
  const protect = radio(page, "Does the child need protecting today?", "No");
  if (await protect.count()) await protect.check();
  for (const another of await page.getByLabel("Another date").all()) if (await another.isVisible()) await another.check();
  for (const field of await page.locator("input[type=text], textarea:not([readonly])").all()) if (await field.isVisible()) await field.fill(CANARY);
  for (const field of await page.locator("input[type=date]").all()) if (await field.isVisible()) await field.fill("2026-12-23");
}

async function stored(page) {
  return page.evaluate(async () => {
    const kept = await Promise.all((await caches.keys()).map(async (name) => {
      const cache = await caches.open(name);
      return Promise.all((await cache.keys()).map(async ({ url }) => [url, await (await cache.match(url)).text()]));
    }));
    return {
      local: Object.entries(localStorage),
      session: Object.entries(sessionStorage),
      databases: await indexedDB.databases(),
      caches: kept.flat().sort(),
      cookies: document.cookie,
      state: history.state,
    };
  });
}

function sourcesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourcesIn(path);
    return /\.(js|html|scss|svg)$/.test(entry.name) ? [path] : [];
  });
}
