// Nothing that is typed leaves the page or stays behind, and the page needs no network once it is there.

import assert from "node:assert/strict";
import { test } from "node:test";
import { ANSWERS } from "./scenes.mjs";
import { keptForOffline, keptOnDevice, leave, open, openForTests, press, radio, visit } from "./the-page.mjs";

const CANARY = "CanaryBird";
const TO_SEND = { guide: "Show the answer", who: "Show the answer", actions: "Check the plan", sharing: "Make the record" };

const env = openForTests();

test("with the network cut after load each question is still answered", async (run) => {
  const cut = await open();
  run.after(() => cut.browser.close());
  const page = await visit(cut);
  await keptForOffline(page);
  await cut.server.close();
  await page.context().setOffline(true);
  for (const answer of ANSWERS) {
    // Each answer as on a first visit: what was entered for the one before is kept in the tab, and its area on the device.
    await page.evaluate(() => (window.location.hash = "#/start-again"));
    await Promise.all([page.waitForEvent("load"), press(page, "Forget this case and start again")]);
    await page.locator("main .opening").waitFor({ state: "detached" });
    await page.evaluate(async () => {
      for (const { name } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
    });
    // Another address each time: the page is loaded anew.
    await page.goto(`${cut.server.address}?${answer.name}${answer.route}`);
    await answer.arrive(page);
    assert.ok(await page.locator("article h1").isVisible(), answer.name);
    assert.deepEqual(page.faults, []);
  }
});

test("checks 29 and 34: typing in every field and asking everything sends no request, stores nothing, and leaves title and address alone", async () => {
  for (const view of Object.keys(TO_SEND)) {
    const page = await visit(env, `#/${view}`);
    await page.evaluate(() => navigator.serviceWorker.ready);
    // The day on which the page looked for a newer version of itself is all that it keeps of a visit.
    while ((await keptOnDevice(page)).length === 0) await page.waitForTimeout(100);
    const [loaded, keptBefore] = [page.requests.length, await stored(page)];
    await fillEverything(page);
    if (view === "guide") {
      for (let step = 0; step < 3; step++) {
        await press(page, "Continue");
        await fillEverything(page);
      }
    }
    if (view === "sharing") {
      for (let step = 0; step < 2; step++) {
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
    // The tab alone may keep it.
    const { session, ...onDevice } = await stored(page);
    for (const kept of [address, await page.title(), JSON.stringify(onDevice)]) assert.ok(!kept.includes(CANARY), view);
    assert.deepEqual(session.map(([name]) => name), ["case"]);
    assert.deepEqual({ ...onDevice, session: [] }, keptBefore, view);
    const { caches, ...others } = keptBefore;
    assert.deepEqual(others, { local: [], session: [], databases: [{ name: "safeguarding-rules-page", version: 1 }], cookies: "", state: null }, view);
    assert.ok(caches.every(([, body]) => !body.includes(CANARY)), view);
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
    assert.equal(await page.locator("h1").innerText(), "What do you need?");
    await leave(page);
  }
});

test("check 34: whatever tried to send is blocked by the browser", async () => {
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
