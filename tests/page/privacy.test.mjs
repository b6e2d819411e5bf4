// Nothing that is typed leaves the page or stays behind, and the page needs no network once it is there.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ANSWERS, arriveAt } from "./scenes.mjs";
import { DEMO, folderOf, leave, open, openForTests, press, radio, visit } from "./the-page.mjs";

const CANARY = "CanaryBird";
const TO_SEND = { when: "Show the answer", who: "Show the answer", actions: "Check the plan", sharing: "Make the record" };

const env = openForTests();

test("with the network cut after load each question is still answered", async (run) => {
  const cut = await open();
  run.after(() => cut.browser.close());
  const pages = [];
  for (const answer of ANSWERS) pages.push([answer, await visit(cut, answer.route)]);
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
    const loaded = page.requests.length;
    await fillEverything(page);
    if (view === "actions") {
      await press(page, "Add an action");
      await fillEverything(page);
      await press(page, "Save action");
    }
    await press(page, TO_SEND[view]);
    await page.waitForTimeout(300);
    assert.deepEqual(page.requests.slice(loaded), [], view);
    const address = decodeURIComponent(page.url());
    assert.match(address, new RegExp(`#/${view}(/answer)?$`));
    for (const kept of [address, await page.title(), JSON.stringify(await stored(page))]) assert.ok(!kept.includes(CANARY), view);
    assert.deepEqual(await stored(page), { local: [], session: [], databases: [], caches: [], cookies: "", state: null }, view);
    await leave(page);
  }
});

test("titles and addresses of answers name the view and nothing of the case", async () => {
  for (const answer of ANSWERS) {
    const page = await arriveAt(answer, env);
    assert.match(await page.title(), /^Answer – (When must we meet\?|Which meeting does this call for\?|Multidisciplinary team meeting \(MDT\)|Team around the child|Professionals’ meeting|We disagree|Who must be there\?|Actions|Basis for sharing) – Safeguarding rules$/);
    assert.match(page.url(), /#\/(when|which|mdt|tac|professionals|disagreement|who|actions|sharing)\/answer$/);
    await leave(page);
  }
});

test("an address that leads to no answer shows its question", async () => {
  for (const route of ["#/when/answer", "#/actions/action", "#/nowhere", "#main"]) {
    const page = await visit(env, route);
    assert.equal(await page.locator("form").count(), 1);
    await leave(page);
  }
});

test("whatever tried to send is blocked by the browser", async () => {
  const page = await visit(env, "#/when");
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
  for (const view of ["when", "who", "sharing"]) {
    const page = await visit(env, `#/${view}`);
    const open = await page.locator("input[type=text], textarea").evaluateAll((fields) => fields.filter((field) => field.autocomplete !== "off" || field.spellcheck).map((field) => field.id));
    assert.deepEqual(open, []);
    await leave(page);
  }
});

test("the page's own source puts in no markup, sends nothing, stores nothing and names no other place", () => {
  const banned = /innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|new Function|\bfetch\s*\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection|localStorage|sessionStorage|indexedDB|document\.cookie|location\s*=|location\.(href|assign|replace)|window\.open|\.style\b|https?:/;
  const sources = sourcesIn(folderOf("www-demo/"));
  assert.ok(sources.length > 10);
  for (const file of sources) {
    const found = readFileSync(file, "utf8").split("\n").filter((line) => banned.test(line));
    assert.deepEqual(found, [], file);
  }
});

test("the built page loads nothing but itself", () => {
  const html = readFileSync(join(DEMO, "index.html"), "utf8");
  assert.doesNotMatch(html, /<style|style=|<script>|\son\w+=|https?:/);
  assert.doesNotMatch(readFileSync(join(DEMO, "style.css"), "utf8"), /@import|@font-face|url\((?!"?data:)|GDS Transport/);
});

async function fillEverything(page) {
  if (await page.getByLabel("County Durham", { exact: true }).count()) await page.getByLabel("County Durham", { exact: true }).check();
  if (await page.getByLabel("Strategy meeting or discussion").count()) await page.getByLabel("Strategy meeting or discussion").check();
  const protect = radio(page, "Does the child need protecting today?", "No");
  if (await protect.count()) await protect.check();
  for (const yes of await page.getByRole("radio", { name: "Yes", exact: true }).all()) if (await yes.isVisible()) await yes.check();
  if (await protect.count()) await protect.check();
  for (const field of await page.locator("input[type=text], textarea").all()) if (await field.isVisible()) await field.fill(CANARY);
  for (const field of await page.locator("input[type=date]").all()) if (await field.isVisible()) await field.fill("2026-12-23");
}

async function stored(page) {
  return page.evaluate(async () => ({
    local: Object.entries(localStorage),
    session: Object.entries(sessionStorage),
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    cookies: document.cookie,
    state: history.state,
  }));
}

function sourcesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourcesIn(path);
    return /\.(js|html|scss|svg)$/.test(entry.name) ? [path] : [];
  });
}
