// A draft that is kept, opened, and whose page is killed while it saves.

import assert from "node:assert/strict";
import { press, visit } from "./the-page.mjs";

export const CANARY = "CanaryBird";
export const PASSPHRASE = "Ladder-quiet-Orange-seven";
const STORE = "safeguarding-rules-drafts";

/** The drafts of the device as they lie there, each with its bytes as text. */
export const onDevice = (page) => page.evaluate(async (name) => {
  if (!(await indexedDB.databases()).some((known) => known.name === name)) return [];
  const of = (request) => new Promise((done, failed) => Object.assign(request, { onsuccess: () => done(request.result), onerror: failed }));
  const database = await of(indexedDB.open(name));
  const drafts = await of(database.transaction("drafts").objectStore("drafts").getAll());
  database.close();
  return drafts.map((draft) => ({ ...draft, iv: String(draft.iv), text: new TextDecoder("latin1").decode(draft.ct) }));
}, STORE);

export const banner = (page) => page.getByRole("region", { name: "Draft on this device" });
export const saved = (page) => banner(page).getByText("Saved in the draft on").waitFor();
export const goTo = (page, route) => page.evaluate((route) => void (window.location.hash = route), route);
export const shared = (page) => page.getByLabel("What was shared?");

export async function keepDraft(page) {
  await goTo(page, "#/draft");
  await page.getByLabel("Passphrase", { exact: true }).fill(PASSPHRASE);
  await page.getByLabel("The same passphrase again").fill(PASSPHRASE);
  await press(page, "Keep a draft");
  await saved(page);
}

export async function unlock(page, passphrase = PASSPHRASE) {
  await goTo(page, "#/draft");
  await page.getByLabel("Passphrase of this draft").fill(passphrase);
  await press(page, "Open this draft");
}

/** A page in which something was entered, and a draft of it. */
export async function withDraft(env) {
  const page = await visit(env, "#/sharing");
  await shared(page).fill(CANARY);
  await keepDraft(page);
  return page;
}

/** Kills the page again and again while it saves: each time the draft opens, and holds one of the texts whole. */
export async function kill(env, times) {
  let page = await withDraft(env);
  const context = page.context();
  const found = new Set();
  for (let kill = 0; kill < times; kill += 1) {
    await goTo(page, "#/sharing");
    await shared(page).waitFor();
    // One change after the other, each saved, until the page is gone.
    await page.evaluate(() => {
      const field = document.querySelector("main textarea, main input[type=text]");
      let count = 0;
      setInterval(() => {
        field.value = `CanaryBird ${"x".repeat(5_000)} ${(count += 1)}`;
        field.dispatchEvent(new Event("change", { bubbles: true }));
      }, 1);
    });
    await page.waitForTimeout(40 + ((kill * 37) % 160));
    const cdp = await context.newCDPSession(page);
    cdp.send("Page.crash").catch(() => {});
    await page.waitForEvent("crash");
    await page.close();
    page = await context.newPage();
    await page.goto(env.server.address);
    await page.locator("main .opening").waitFor({ state: "detached" });
    await unlock(page);
    await page.getByRole("heading", { level: 1, name: "The copy is open" }).waitFor();
    assert.equal(await page.getByText("This file is not as it was when it was downloaded").count(), 0);
    await saved(page);
    await goTo(page, "#/sharing");
    const value = await shared(page).inputValue();
    assert.match(value, /^CanaryBird( x+ \d+)?$/);
    found.add(value);
  }
  assert.ok(found.size > 1, "it was killed while it saved");
  await context.close();
}
