// Encrypted drafts: off until somebody asks for one, unreadable without the passphrase, written by one tab, gone after their days,
// locked when nobody is there, and never half written.

import assert from "node:assert/strict";
import { test } from "node:test";
import { CANARY, PASSPHRASE, banner, goTo, keepDraft, kill, onDevice, saved, shared, unlock, withDraft } from "./draft-scenes.mjs";
import { bundled, openForTests, press, visit } from "./the-page.mjs";

/** `cargo xtask test --long` kills it more often. */
const KILLS = 8;

const env = openForTests();
const { begun, keyOf, opened, sealed } = await bundled("drafts/vault.js");

test("a draft is not read without its key, nor where its place or one bit of it is another", async () => {
  const draft = begun();
  const key = await keyOf(draft, PASSPHRASE);
  const kept = await sealed(key, draft, CANARY, 0);
  assert.equal(await opened(key, kept), CANARY);
  assert.equal(key.extractable, false);
  assert.equal(await opened(await keyOf(draft, `${PASSPHRASE} `), kept), null);
  assert.equal(await opened(key, { ...kept, id: begun().id }), null);
  const flipped = new Uint8Array(kept.ct.slice());
  flipped[3] ^= 1;
  assert.equal(await opened(key, { ...kept, ct: flipped.buffer }), null);
  const again = await sealed(key, draft, CANARY, 0);
  assert.notDeepEqual(again.iv, kept.iv);
  assert.equal(await keyOf({ ...draft, kdf: { ...draft.kdf, memorySize: 8 } }, PASSPHRASE), null, "no cheaper key is taken from what lies there");
});

test("checks 29 to 31: off until asked for; unreadable on the device; each change is saved; locked it is out of the page, and comes back", async () => {
  const page = await visit(env, "#/sharing");
  await shared(page).fill(CANARY);
  assert.deepEqual(await onDevice(page), []);
  await goTo(page, "#/draft");
  await page.getByLabel("Passphrase", { exact: true }).fill("short");
  await press(page, "Keep a draft");
  await page.getByText("Enter a passphrase of at least 12 characters").waitFor();
  await page.getByLabel("Passphrase", { exact: true }).fill(PASSPHRASE);
  await press(page, "Keep a draft");
  await page.getByText("Enter the same passphrase twice").waitFor();
  assert.deepEqual(await onDevice(page), []);
  await keepDraft(page);
  const [first] = await onDevice(page);
  assert.deepEqual(Object.keys(first).sort(), ["ct", "expires", "id", "iv", "kdf", "salt", "text", "v"]);
  assert.equal(await page.evaluate(() => sessionStorage.length), 0, "and not open beside it in the tab");

  await goTo(page, "#/sharing");
  assert.equal(await shared(page).inputValue(), CANARY);
  await shared(page).fill(`${CANARY} and more`);
  await shared(page).blur();
  while ((await onDevice(page))[0].iv === first.iv) await page.waitForTimeout(50);
  for (const { text } of await onDevice(page)) assert.doesNotMatch(text, /canary|sharing|facts/i);

  await Promise.all([page.waitForEvent("load"), banner(page).getByRole("button", { name: "Lock now" }).click()]);
  await page.getByText("The draft is locked.").waitFor({ state: "attached" });
  await goTo(page, "#/sharing");
  assert.equal(await shared(page).inputValue(), "");
  await unlock(page, PASSPHRASE.toLowerCase());
  await page.getByText("That passphrase does not open this draft. Check capital letters").waitFor();
  await unlock(page);
  await page.getByRole("heading", { level: 1, name: "The copy is open" }).waitFor();
  await goTo(page, "#/sharing");
  assert.equal(await shared(page).inputValue(), `${CANARY} and more`);
  await goTo(page, "#/draft");
  await press(page, "Delete this draft");
  await page.getByRole("button", { name: "Keep a draft" }).waitFor();
  assert.deepEqual(await onDevice(page), []);
  await goTo(page, "#/sharing");
  assert.equal(await shared(page).inputValue(), `${CANARY} and more`, "what is entered stays");
  await page.context().close();
});

test("check 32: a second tab that opens the draft keeps nothing, and says so; once the first is closed it does", async () => {
  const page = await withDraft(env);
  const second = await page.context().newPage();
  await second.goto(`${env.server.address}#/draft`);
  await unlock(second);
  await banner(second).getByText("This draft is open in another tab. What you change here is not kept.").waitFor();
  const [before] = await onDevice(second);
  await goTo(second, "#/sharing");
  await shared(second).fill("another");
  await shared(second).blur();
  await page.close({ runBeforeUnload: false });
  assert.equal((await onDevice(second))[0].iv, before.iv);
  await Promise.all([second.waitForEvent("load"), banner(second).getByRole("button", { name: "Lock now" }).click()]);
  await second.locator("main .opening").waitFor({ state: "detached" });
  await unlock(second);
  await saved(second);
  await goTo(second, "#/sharing");
  assert.equal(await shared(second).inputValue(), CANARY);
  // Deleted in one tab, it is locked in the other, and not written back.
  const third = await second.context().newPage();
  await third.goto(`${env.server.address}#/keeps`);
  await Promise.all([second.waitForEvent("load"), third.waitForEvent("load"), press(third, "Delete everything")]);
  await second.getByText("The draft is locked.").waitFor({ state: "attached" });
  assert.deepEqual(await onDevice(second), []);
  await page.context().close();
});

test("nobody there: the draft warns, stays where somebody says so, and locks; after its days it is gone, and with everything else", async () => {
  const page = await withDraft(env);
  const start = await page.evaluate(() => Date.now());
  await page.clock.setFixedTime(start + 575_000);
  await page.getByRole("region", { name: "The draft locks soon" }).waitFor();
  await press(page, "Stay");
  await page.getByRole("region", { name: "The draft locks soon" }).waitFor({ state: "detached" });
  await Promise.all([page.waitForEvent("load"), page.clock.setFixedTime(start + 575_000 + 600_000)]);
  await page.getByText("The draft is locked.").waitFor({ state: "attached" });
  assert.doesNotMatch(await page.locator("body").innerText(), /canary/i);
  assert.equal((await onDevice(page)).length, 1);
  await page.clock.setFixedTime(start + 8 * 86_400_000);
  await page.reload();
  while ((await onDevice(page)).length > 0) await page.waitForTimeout(50);
  await page.locator("main h1:visible").waitFor();
  await goTo(page, "#/sharing");
  await shared(page).fill(CANARY);
  await keepDraft(page);
  await goTo(page, "#/keeps");
  await Promise.all([page.waitForEvent("load"), press(page, "Delete everything")]);
  assert.deepEqual(await onDevice(page), []);
  await page.context().close();
});

test("what the device cannot keep, or could not be opened again, is said with what to do, and nothing is lost", async () => {
  const page = await withDraft(env);
  await goTo(page, "#/sharing");
  await shared(page).fill("x".repeat(10_001));
  await shared(page).blur();
  await banner(page).getByText("The draft could not be saved").waitFor();
  await shared(page).fill("no more");
  await shared(page).blur();
  await saved(page);
  await page.evaluate(() => (IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); }));
  await shared(page).fill("much more");
  await shared(page).blur();
  await banner(page).getByText("The draft could not be saved").waitFor();
  await banner(page).getByRole("link", { name: "Download or open a copy" }).waitFor();
  assert.equal(await shared(page).inputValue(), "much more");
  await page.context().close();
});

test("a draft that could not be saved does not lock: it says so, stays open, and locks once it is saved", async () => {
  const page = await withDraft(env);
  await goTo(page, "#/sharing");
  await page.evaluate(() => {
    window.before = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); };
  });
  // Still being typed when its writer went away.
  await shared(page).fill("nowhere else");
  const start = await page.evaluate(() => Date.now());
  await page.clock.setFixedTime(start + 600_000);
  await banner(page).getByText("The draft is not locked, because what was entered could not be saved").waitFor();
  assert.equal(await shared(page).inputValue(), "nowhere else");
  assert.equal(await page.getByRole("region", { name: "The draft locks soon" }).count(), 0);
  await page.evaluate(() => (IDBObjectStore.prototype.put = window.before));
  await Promise.all([page.waitForEvent("load"), page.clock.setFixedTime(start + 660_000)]);
  await page.getByText("The draft is locked.").waitFor({ state: "attached" });
  await unlock(page);
  await page.getByRole("heading", { level: 1, name: "The copy is open" }).waitFor();
  await goTo(page, "#/sharing");
  assert.equal(await shared(page).inputValue(), "nowhere else");
  // Whoever locks it by hand is asked, and may lose it.
  await page.evaluate(() => (IDBObjectStore.prototype.put = () => { throw new DOMException("full", "QuotaExceededError"); }));
  await shared(page).fill("lost");
  await banner(page).getByRole("button", { name: "Lock now" }).click();
  const anyway = banner(page).getByRole("button", { name: "Lock, and lose what is not saved" });
  await Promise.all([page.waitForEvent("load"), anyway.click()]);
  await page.getByText("The draft is locked.").waitFor({ state: "attached" });
  await page.context().close();
});

test("whoever goes on while a draft is begun is not brought back to its page", async () => {
  const page = await visit(env, "#/sharing");
  // The device is slow to note that a draft is kept here.
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (value, key) {
      if (key !== "has-drafts") return put.call(this, value, key);
      const late = put.call(this, value, key);
      const until = performance.now() + 1_500;
      const hold = () => performance.now() < until && (this.get(key).onsuccess = hold);
      hold();
      return late;
    };
  });
  await shared(page).fill(CANARY);
  await keepDraft(page);
  await goTo(page, "#/sharing");
  await shared(page).waitFor();
  await page.waitForTimeout(2_500);
  assert.equal(await page.evaluate(() => window.location.hash), "#/sharing");
  assert.equal(await shared(page).inputValue(), CANARY);
  await page.context().close();
});

test("killed while it saves, no draft is torn", () => kill(env, KILLS));
