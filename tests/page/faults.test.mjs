// What can go wrong around the page: each ends in the right answer, or in plain words under the 999 line.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";
import { headersOf } from "../../www-demo/app/policy.mjs";
import { showChecklist } from "./meeting-scenes.mjs";
import { spokenDate } from "../../pkg-config/npm/elements/parts/dates.js";
import { DURHAM, PROTECT, WHEN, duty, giveTime, guideTo, throughTheGuide } from "./scenes.mjs";
import { DEMO, NOW, keptForOffline, ticksKept, leave, library, openForTests, press, radio, visit } from "./the-page.mjs";

const STRATEGY = "Strategy meeting or discussion";
const DANGER = "If a child is in immediate danger, call 999 now. Do not wait for a meeting.";
const NOT_STARTED = "This page has not started";
const NOT_KEPT_OFFLINE = "This browser will not keep the page for use offline. It still works while you are connected.";
const TICKS_NOT_KEPT = "This browser will not keep your ticks. They last until you close the page.";
const NO_ROOM = "There is no room to save on this device. Download a copy now so you do not lose it.";
const TYPES = { ".css": "text/css", ".html": "text/html", ".js": "text/javascript", ".webmanifest": "application/manifest+json" };

const env = openForTests();
const ends = [];
after(async () => {
  for (const end of ends) await end();
});

/** Serves the page's files, but for what `fault(name, response, bytes)` answers in its place with true. */
async function faultyServer(fault) {
  const server = createServer(async (request, response) => {
    const name = new URL(request.url, "http://page").pathname.slice(1) || "index.html";
    const bytes = await readFile(join(DEMO, name)).catch(() => null);
    if (fault(name, response, bytes)) return;
    if (!bytes) return response.writeHead(404).end();
    response.writeHead(200, { ...headersOf(`/${name}`), "Content-Type": TYPES[extname(name)] }).end(bytes);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const close = () => new Promise((closed) => {
    server.close(closed);
    server.closeAllConnections();
  });
  ends.push(close);
  return { address: `http://127.0.0.1:${server.address().port}/`, close };
}

const answers = (status, headers, body) => (response) => response.writeHead(status, headers).end(body);
const logIn = answers(200, { "content-type": "text/html" }, "<h1>Log in to this network</h1>");
const cutOff = (type) => (response, bytes) => {
  response.writeHead(200, { "content-type": type, "content-length": bytes.length });
  response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
};
const half = (type) => (response, bytes) => response.writeHead(200, { "content-type": type }).end(bytes.subarray(0, bytes.length / 2));
const withoutSomeWasm = (text) => {
  const middle = text.indexOf("AGFzbQ") + 100_000;
  return text.slice(0, middle) + text.slice(middle + 4_000);
};

/** What is seen where the page could not start; its words come after a pause, which is passed over here. */
async function assertSaysThatItHasNotStarted(page, what) {
  await page.evaluate(() => document.getAnimations().forEach((animation) => animation.finish()));
  const words = (await page.locator("body").innerText()).replace("Skip to main content", "").trim();
  assert.ok(words.startsWith(DANGER), `${what}: ${words}`);
  for (const said of [NOT_STARTED, "There is no answer here.", "Check the connection, then load the page again.", "follow your partnership's procedure"]) assert.ok(words.includes(said), `${what}: ${words}`);
}

/** The shortest way to an answer. */
async function assertAnswers(page, what) {
  await page.goto(page.url().replace(/(#.*)?$/, "#/guide"));
  await radio(page, PROTECT, "Yes").check();
  await press(page, "Continue");
  assert.equal(await page.locator("h1").innerText(), "Protect the child now", what);
}

test("where the script does not arrive whole, the page says under the 999 line that it has not started", async () => {
  const page = await env.browser.newPage();
  for (const [what, answer] of [
    ["the network is cut half-way", cutOff("text/javascript")],
    ["half the script", half("text/javascript")],
    ["a script without part of its wasm", (response, bytes) => response.writeHead(200, { "content-type": "text/javascript" }).end(withoutSomeWasm(bytes.toString()))],
    ["no script", answers(404)],
    ["a captive network's redirect", answers(302, { location: "http://127.0.0.1:9/login" })],
    ["a captive network's login page", logIn],
  ]) {
    const { address } = await faultyServer((name, response, bytes) => name === "main.js" && answer(response, bytes) !== null);
    await page.goto(address);
    await assertSaysThatItHasNotStarted(page, what);
  }
  await page.addInitScript(() => delete window.WebAssembly);
  await page.goto(env.server.address);
  await assertSaysThatItHasNotStarted(page, "no WebAssembly");
  await page.reload();
  await page.getByRole("heading", { name: NOT_STARTED }).waitFor({ state: "visible" });
  await page.close();
});

test("where the style does not arrive, the page looks plain and answers", async () => {
  for (const [what, answer] of [["cut off", cutOff("text/css")], ["not there", answers(404)], ["a login page", logIn]]) {
    const server = await faultyServer((name, response, bytes) => name === "style.css" && answer(response, bytes) !== null);
    const page = await visit({ ...env, server });
    assert.ok(await page.getByText("call 999 now").isVisible(), what);
    await assertAnswers(page, what);
    await page.context().close();
  }
});

test("without JavaScript the page says what it needs, under the 999 line", async () => {
  const context = await env.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(env.server.address);
  await assertSaysThatItHasNotStarted(page, "without JavaScript");
  assert.match(await page.locator("main").innerText(), /needs JavaScript to be allowed/);
  await context.close();
});

test("the single file that is cut off, or lacks part of its wasm, says that it has not started", async () => {
  const folder = await mkdtemp(join(tmpdir(), "single-"));
  ends.push(() => rm(folder, { recursive: true }));
  const whole = await readFile(join(DEMO, "safeguarding-rules.html"), "utf8");
  const page = await env.browser.newPage();
  for (const [what, text] of [["cut off", whole.slice(0, whole.length / 2)], ["without part of its wasm", withoutSomeWasm(whole)]]) {
    const file = join(folder, "page.html");
    await writeFile(file, text);
    await page.goto(pathToFileURL(file).href);
    await assertSaysThatItHasNotStarted(page, what);
  }
  await page.close();
});

test("where the page cannot be kept for use offline it says so, and answers", async () => {
  const inPlaceOf = (file, answer) => () => faultyServer((name, response, bytes) => name === file && answer(response, bytes) !== null);
  const onceLoaded = (answer) => async () => {
    let asked = 0;
    return faultyServer((name, response, bytes) => name === "main.js" && ++asked > 1 && answer(response, bytes) !== null);
  };
  const noRoom = (response, bytes) => response.writeHead(200, { "content-type": "text/javascript" }).end(`Cache.prototype.put = () => Promise.reject(new DOMException("", "QuotaExceededError"));\n${bytes}`);
  for (const [what, begin, before] of [
    ["the service worker is a login page", inPlaceOf("sw.js", logIn)],
    ["a captive network's redirect while it is installed", onceLoaded(answers(302, { location: "/login" }))],
    ["the network is cut while it is installed", onceLoaded(cutOff("text/javascript"))],
    ["the device is full", inPlaceOf("sw.js", noRoom)],
    ["the browser has no service workers", inPlaceOf("none"), () => delete Navigator.prototype.serviceWorker],
  ]) {
    const page = await visit({ ...env, server: await begin() }, "", { before });
    await page.getByText(NOT_KEPT_OFFLINE).waitFor().catch(() => assert.fail(what));
    await assertAnswers(page, what);
    await page.context().close();
  }
});

// ------------------------------------------------------------------------------------------------- what the device keeps

const FIRST_TICK = ".tasks li:first-child .task";
const progress = (page) => page.locator(".checklist [role=status]");

async function tick(page) {
  await page.locator(FIRST_TICK).first().click();
}

async function toTheChecklist(page) {
  await page.getByRole("link", { name: "Checklists" }).click();
  await showChecklist(page, DURHAM, STRATEGY);
}

async function downloadCopy(page) {
  await page.getByRole("link", { name: "Download or open a copy" }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), press(page, "Download a copy")]);
  return JSON.parse(await readFile(await download.path(), "utf8"));
}

for (const [what, before, said] of [
  ["no database in the browser, and no way to ask for lasting storage", () => {
    Object.defineProperty(window, "indexedDB", { value: undefined });
    delete StorageManager.prototype.persist;
  }, TICKS_NOT_KEPT],
  ["a database that refuses to open, as in a private window", () => (IDBFactory.prototype.open = () => { throw new DOMException("", "InvalidStateError"); }), TICKS_NOT_KEPT],
  ["no room on the device", () => (IDBObjectStore.prototype.put = () => { throw new DOMException("", "QuotaExceededError"); }), NO_ROOM],
]) {
  test(`check 33: ${what}: a plain message, what was entered is kept, and a copy can be downloaded`, async () => {
    const page = await visit(env, "#/guide", { before });
    await radio(page, PROTECT, "No").check();
    await toTheChecklist(page);
    await tick(page);
    await page.getByText(said).waitFor();
    const [list] = await Promise.all([page.waitForEvent("download"), press(page, "Download a copy")]);
    assert.equal(list.suggestedFilename(), "checklist.txt");
    await press(page, "Choose another list");
    await showChecklist(page, DURHAM, STRATEGY);
    await page.getByText(/^1 of \d+ completed/).waitFor();
    const { content } = await downloadCopy(page);
    assert.equal(content.facts.concerns.immediateProtectionNeeded, false);
    await page.getByRole("link", { name: "Guide" }).click();
    assert.ok(await radio(page, PROTECT, "No").isChecked());
    await leave(page);
  });
}

test("ticks whose database is thrown away under the open page are kept again with the next one", async () => {
  const page = await visit(env, "#/checklists");
  await toTheChecklist(page);
  await tick(page);
  await page.waitForFunction(() => document.querySelector(".checklist [role=status]").textContent.startsWith("1 of"));
  assert.equal((await ticksKept(page)).length, 1);
  await throwAway(page, "indexeddb");
  await page.locator(".task").nth(1).click();
  await page.getByText(/^2 of \d+ completed/).waitFor();
  await page.waitForTimeout(100);
  assert.equal((await ticksKept(page)).length, 2);
  await leave(page);
});

/** As a browser does that runs short of room. */
async function throwAway(page, what) {
  const session = await page.context().newCDPSession(page);
  await session.send("Storage.clearDataForOrigin", { origin: new URL(page.url()).origin, storageTypes: what });
  await session.detach();
}

test("the page whose own files are thrown away under it goes on; without a network it says so, and once connected it is kept again", async () => {
  let isConnected = true;
  const server = await faultyServer((name, response) => !isConnected && response.destroy() !== null);
  const page = await visit({ ...env, server });
  await keptForOffline(page);
  await page.reload();
  await throwAway(page, "cache_storage");
  await assertAnswers(page);
  isConnected = false;
  await page.reload();
  const said = await page.locator("body").innerText();
  assert.ok(said.startsWith(DANGER) && said.includes("The browser has deleted its copy, and there is no connection to load it again."), said);
  isConnected = true;
  await page.reload();
  await assertAnswers(page);
  isConnected = false;
  await page.reload();
  await assertAnswers(page);
  await page.context().close();
});

// ------------------------------------------------------------------------------------------------------------ two tabs

async function anotherTab(page, route = "") {
  const tab = await page.context().newPage();
  await tab.clock.setFixedTime(NOW);
  await tab.goto(new URL(route, page.url()).href);
  return tab;
}

test("ticks of one checklist in two tabs: each shows those of the other, and none is lost", async () => {
  const one = await visit(env, "#/checklists");
  const other = await anotherTab(one, "#/checklists");
  for (const tab of [one, other]) await showChecklist(tab, DURHAM, STRATEGY);
  await tick(one);
  await progress(other).getByText(/^1 of/).waitFor();
  assert.equal(await other.locator("#announcement").innerText(), "Ticks were changed in another tab.");
  await other.locator(".task").nth(1).click();
  await progress(one).getByText(/^2 of/).waitFor();
  assert.equal((await ticksKept(one)).length, 2);
  await other.getByRole("link", { name: "What this page keeps" }).click();
  await press(other, "Delete everything");
  await progress(one).getByText(/^0 of/).waitFor();
  await tick(one);
  await progress(one).getByText(/^1 of/).waitFor();
  await one.waitForTimeout(100);
  assert.equal((await ticksKept(one)).length, 1, "what was deleted stays deleted");
  await leave(one);
});

// --------------------------------------------------------------------------------------------------- the device's clock

const ANOTHER_ZONE = "This device is set to another time zone. Every date and time on this page is London's";

for (const [zone, now, today] of [
  ["America/New_York", "2026-12-24T02:00Z", "2026-12-24"],
  ["Australia/Sydney", "2026-12-23T14:00Z", "2026-12-23"],
  ["Pacific/Auckland", "2026-12-23T11:30Z", "2026-12-23"],
]) {
  test(`a device in ${zone}, where it is another day: “today” and each date are London's, and the page says so`, async () => {
    const page = await visit(env, "#/guide", { timezoneId: zone, now });
    await page.getByText(ANOTHER_ZONE).waitFor();
    await throughTheGuide(page, { others: true });
    const { answer } = library.classifyConcern({ area: "county-durham", concerns: { immediateProtectionNeeded: false }, othersConsidered: true, concernsIdentifiedAt: today, now });
    assert.equal(await page.locator("h1").innerText(), answer.heading);
    assert.deepEqual(await countedOn(page), answer.counted.map(({ date }) => date));
    assert.ok((await page.locator("dl", { hasText: "Worked out on" }).last().innerText()).includes(spokenDate(today)));
    await leave(page);
  });
}

function countedOn(page) {
  return page.locator("main td [data-date], main th [data-date]").evaluateAll((days) => days.map(({ dataset }) => dataset.date));
}

for (const [what, now, date, decided, due, time] of [
  ["forward", "2027-03-28T00:40Z", "2027-03-28", "00:30", "2:30am, Sunday 28 March 2027", "02:30"],
  ["back", "2027-10-31T01:40Z", "2027-10-31", "01:30", "1:30am, Sunday 31 October 2027", "01:30"],
]) {
  test(`in the night in which the clocks go ${what}: the hour is counted as it passes`, async () => {
    const page = await visit(env, "#/guide", { now });
    await throughTheGuide(page);
    await giveTime(page, "proforma", "When was it decided", decided, date);
    const facts = { area: "county-durham", meetingType: "strategy", now, decisionAt: `${date}T${decided}` };
    const expected = library.listDeadlines(facts).answer.deadlines.find(({ duty }) => duty === "proforma");
    assert.equal(await duty(page, "proforma").locator("h3").innerText(), `By ${due}`);
    assert.equal(expected.due.slice(0, 16), `${date}T${time}`);
    assert.equal(await duty(page, "proforma").locator(".late").count(), expected.overdue ? 1 : 0);
    await leave(page);
  });
}

test("a clock that is set back under an open answer: a time that now lies ahead is not counted, and that is said", async () => {
  const page = await visit(env, "#/guide");
  assert.equal(await page.locator("#banners").innerText(), "", "in London, by a clock that may be right");
  await throughTheGuide(page, { time: "09:00" });
  await page.clock.setFixedTime("2026-12-22T10:05Z");
  await page.locator(".asked").getByRole("button", { name: "No", exact: true }).first().click();
  await page.getByText("A time lies in the future. The present moment was used instead; check it.").waitFor();
  await press(page, "Change answers");
  await guideTo(page, WHEN);
  await press(page, "Show the answer");
  assert.match(await page.locator(".govuk-error-summary").innerText(), /Date the concern was first recorded must be today or in the past/);
  await page.context().close();
});

test("a clock that stands before the day on which the rules were checked is called wrong", async () => {
  const page = await visit(env, "", { now: "2011-01-03T09:00Z" });
  await page.getByText("This device's clock says that today is Monday 3 January 2011.").waitFor();
  await page.getByText("so the clock is wrong. Correct it, then load this page again").waitFor();
  await leave(page);
});

// -------------------------------------------------------------------------------------------------------------- a copy

async function opening(copy, settings) {
  const page = await visit(env, "#/guide", settings);
  await radio(page, PROTECT, "I am not sure").check();
  await page.getByRole("link", { name: "Download or open a copy" }).click();
  await choose(page, copy);
  return page;
}

function choose(page, copy) {
  return page.getByLabel("Choose a copy to open").setInputFiles({ name: "case.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(copy)) });
}

const COPY = { format: "safeguarding-rules/case", version: 1, madeAt: "2026-12-23T10:00", content: { facts: {}, parts: {}, answers: {} } };

test("a copy that was made in the future tells of a wrong clock", async () => {
  const page = await opening({ ...COPY, madeAt: "2027-01-04T09:00" });
  await page.getByText("By this device's clock the copy was made in the future").waitFor();
  await leave(page);
});

test("a copy that somebody has edited into nonsense is refused in plain words, and what is entered stays", async () => {
  const page = await opening({ ...COPY, madeAt: 5 });
  const isRefused = () => page.getByText(/so it was not opened\. Choose another copy\./).waitFor();
  await isRefused();
  for (const content of [{ parts: { settings: { packs: 7 } } }, { parts: { actions: 7 } }, { answers: { guide: null } }]) {
    await page.getByRole("link", { name: "Guide" }).click();
    assert.ok(await radio(page, PROTECT, "I am not sure").isChecked());
    await page.getByRole("link", { name: "Download or open a copy" }).click();
    await choose(page, { ...COPY, content: { ...COPY.content, ...content } });
    await isRefused();
  }
  await leave(page);
});

test("a view that fails says so, and the others are there", async () => {
  const page = await visit(env);
  await page.evaluate(() => {
    const { createElement } = document;
    document.createElement = (name) => {
      if (name !== "input") return createElement.call(document, name);
      document.createElement = createElement;
      throw new Error("no input can be made");
    };
  });
  await page.getByRole("link", { name: "Settings", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "This part of the page could not be shown" }).waitFor();
  await page.getByText("There is no answer here. What you entered is kept.").waitFor();
  await page.getByRole("link", { name: "Checklists" }).click();
  await page.getByRole("heading", { level: 1, name: "Checklists" }).waitFor();
  await page.context().close();
});

test("loaded by plain http the page makes and opens copies, and says that it cannot tell whether they are as they were", async () => {
  const page = await opening(COPY, { before: () => Object.defineProperty(crypto, "subtle", { value: undefined }) });
  await page.getByText("Whether this file is as it was when it was downloaded cannot be told here.").waitFor();
  assert.deepEqual((await downloadCopy(page)).format, COPY.format);
  await leave(page);
});
