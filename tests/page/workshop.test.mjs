// What only authors of packs need is fetched when somebody asks for it, and is there without a network too.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { SEALED } from "../door/sealed.mjs";
import { OWN_PACK } from "../door/types/calls.mjs";
import { DEMO, keptForOffline, leave, library, openForTests, press, visit } from "./the-page.mjs";

const env = openForTests();
const { title } = OWN_PACK.document;
/** What stands in the settings for a pack that is none of the page's own. */
const MARKED = `${title} (loaded by you or your portal: no part of the library)`;
const AS_OBJECT = { name: "our-pack.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(OWN_PACK)) };
const AS_SEALED = { name: "our-pack.pack", mimeType: "application/octet-stream", buffer: Buffer.from(SEALED) };

const take = (page, file) => page.getByLabel("Load a pack of your partnership").setInputFiles(file);

/** A page without the worker that keeps its files, and fetches each of them for that. */
const visitAlone = (route) => visit(env, route, { before: () => Object.defineProperty(navigator, "serviceWorker", { value: undefined }) });
const isFetched = ({ requests }) => requests.some((url) => url.endsWith("/workshop.js"));

async function compare(page, before, after) {
  await page.evaluate(() => (window.location.hash = "#/rules/compare"));
  await page.getByRole("group", { name: "First document" }).getByLabel(before).check();
  await page.getByRole("group", { name: "Second document" }).getByLabel(after).check();
  await press(page, "Compare");
}

const titleOf = (id) => library.describePacks().packs.find((pack) => pack.id === id).title;

test("the page starts, answers and loads a sealed pack without the workshop; a comparison fetches it, with that pack", async () => {
  const page = await visitAlone("#/settings");
  await take(page, AS_SEALED);
  await page.getByText(MARKED, { exact: true }).waitFor();
  assert.equal(isFetched(page), false);
  await compare(page, title, title);
  await page.getByRole("heading", { name: "No change." }).waitFor();
  assert.equal(isFetched(page), true);
  await leave(page);
});

test("a pack in its object form is checked and sealed in the page, and refused with its place where it does not hold", async () => {
  const page = await visitAlone("#/settings");
  await take(page, { ...AS_OBJECT, buffer: Buffer.from(JSON.stringify({ ...OWN_PACK, example: [] })) });
  await page.getByText("This pack was not loaded. At list_attendees.OUR-1:").waitFor();
  await take(page, AS_OBJECT);
  await page.getByText(MARKED, { exact: true }).waitFor();
  assert.equal(isFetched(page), true);
  await leave(page);
});

test("a sealed pack that is damaged is refused in plain words", async () => {
  const page = await visit(env, "#/settings");
  await take(page, { ...AS_SEALED, buffer: AS_SEALED.buffer.subarray(1) });
  await page.getByText("This pack was not loaded. expected a sealed pack of this version, undamaged").waitFor();
  await leave(page);
});

test("a downloaded copy carries the pack, and the page that opens it has it once somebody takes it, for answers and for comparisons", async () => {
  const first = await visit(env, "#/settings");
  await take(first, AS_OBJECT);
  await first.getByText(MARKED, { exact: true }).waitFor();
  await first.getByRole("link", { name: "Download or open a copy" }).click();
  const [download] = await Promise.all([first.waitForEvent("download"), press(first, "Download a copy")]);
  const copy = await readFile(await download.path(), "utf8");
  await leave(first);

  const second = await visitAlone("#/copy");
  await second.getByLabel("Choose a copy to open").setInputFiles({ name: "case.json", mimeType: "application/json", buffer: Buffer.from(copy) });
  await second.getByRole("heading", { name: "The copy is open" }).waitFor();
  await second.getByRole("button", { name: "Use this: A pack of rules that is not this page's own" }).click();
  await second.getByRole("button", { name: "Use this: A pack of rules" }).waitFor({ state: "detached" });
  await second.getByRole("link", { name: "Settings" }).click();
  await second.getByText(MARKED, { exact: true }).waitFor();
  assert.equal(isFetched(second), false);
  await compare(second, title, titleOf("county-durham"));
  await second.getByRole("heading", { name: /^Answers change in \d+ ways?\.$|^No change\.$/ }).waitFor();
  await leave(second);
});

test("a copy in which a pack was damaged says so, and opens", async () => {
  const page = await visit(env, "#/copy");
  const packs = [{ id: OWN_PACK.document.id, sealed: Buffer.from(SEALED.subarray(1)).toString("base64") }, { id: "other", sealed: "no bytes" }, 7];
  const copy = { format: "safeguarding-rules/case", version: 1, madeAt: "2026-12-23T10:00", content: { facts: {}, parts: { settings: { packs } }, answers: {} } };
  await page.getByLabel("Choose a copy to open").setInputFiles({ name: "case.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(copy)) });
  await page.getByText("Parts of this file are none that this page knows, and were left out.").waitFor();
  assert.equal(await page.getByRole("button", { name: "Use this: " }).count(), 0);
  await leave(page);
});

test("without a network the workshop is there too: it is kept with the page", async () => {
  const page = await visit(env, "#/settings");
  await keptForOffline(page);
  await page.reload();
  await page.context().setOffline(true);
  await compare(page, titleOf("county-durham"), titleOf("county-durham"));
  await page.getByRole("heading", { name: "No change." }).waitFor();
  await leave(page);
});

test("where the workshop cannot be fetched, the page says what to do, and goes on", async () => {
  const page = await visitAlone("#/settings");
  await page.route("**/workshop.js", (asked) => asked.abort());
  await take(page, AS_OBJECT);
  const told = page.getByText("The part of this page that checks and compares packs could not be loaded.");
  await told.waitFor();
  await compare(page, titleOf("county-durham"), titleOf("county-durham"));
  await told.waitFor();
  assert.ok(page.faults.every((fault) => fault.includes("net::ERR_FAILED")), page.faults.join());
  await page.context().close();
});

test("the page as one single file compares without a network", async () => {
  const context = await env.browser.newContext();
  await context.setOffline(true);
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  await page.goto(`file://${join(DEMO, "safeguarding-rules.html")}#/settings`);
  await take(page, AS_OBJECT);
  await page.getByText(MARKED, { exact: true }).waitFor();
  await compare(page, title, title);
  await page.getByRole("heading", { name: "No change." }).waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});
