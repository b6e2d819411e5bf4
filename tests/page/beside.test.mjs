// What takes long is done beside the page: files are read there, and packs checked and compared, while the page answers.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { OWN_PACK } from "../door/types/calls.mjs";
import { DEMO, leave, library, openForTests, press, visit } from "./the-page.mjs";

const env = openForTests();
const MEETINGS = "ref,ended,agency\nA1,03/08/2026 15:30,police\nB1,04/08/2026,police";
const asFile = (name, text) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
const readAs = (page, file) => page.getByLabel("Meetings (CSV or JSON)").setInputFiles(file);

async function compare(page, ...sides) {
  for (const [place, id] of sides.entries()) {
    const { title } = library.describePacks().packs.find((pack) => pack.id === id);
    await page.getByRole("group", { name: ["First document", "Second document"][place] }).getByLabel(title).check();
  }
  await press(page, "Compare");
}

/** The page with the names of the workers that ran beside it. */
async function watched(route, settings) {
  const page = await visit(env, route, settings);
  const workers = [];
  page.on("worker", (worker) => workers.push(new URL(worker.url()).pathname));
  return Object.assign(page, { beside: workers });
}

/** The first task ends when the test says so, with `ended`: whatever the page does meanwhile, it does not wait for it. */
function holdFirst(page) {
  return page.evaluate(() => {
    const { postMessage, terminate } = Worker.prototype;
    let first;
    Worker.prototype.postMessage = function (told) {
      first ??= this;
      if (this === first) window.goOn = () => postMessage.call(this, told);
      else postMessage.call(this, told);
    };
    Worker.prototype.terminate = function () {
      terminate.call(this);
      if (this === first) window.hasEnded = true;
    };
  });
}

/** Lets the first task end, and the page do with its outcome what it does. */
async function endFirst(page) {
  await page.evaluate(() => window.goOn());
  await page.waitForFunction(() => window.hasEnded);
  await page.evaluate(() => new Promise((done) => setTimeout(done)));
}

test("a file of meetings is read by a worker of the page's own script, which ends with it", async () => {
  const page = await watched("#/quarter");
  await readAs(page, asFile("meetings.csv", MEETINGS));
  await page.getByText("2 meetings were read.").waitFor();
  assert.deepEqual(page.beside, ["/main.js"]);
  await page.waitForFunction(() => document.querySelector("progress").hidden);
  assert.deepEqual(page.workers(), []);
  await leave(page);
});

test("a file of more meetings than the page takes is counted beside it, with what is doubtful at its line, and so where there is no worker", async () => {
  const rows = Array.from({ length: 1_200 }, (_, place) => `R${place === 1_100 ? 7 : place},0${1 + (place % 9)}/08/2026 15:30,police`);
  for (const before of [() => {}, () => delete window.Worker]) {
    const page = await watched("#/quarter");
    await page.evaluate(before);
    await page.getByLabel("County Durham", { exact: true }).check();
    await readAs(page, asFile("meetings.csv", ["ref,ended,agency", ...rows].join("\n")));
    await page.getByText("1200 meetings were read.").waitFor();
    await press(page, "Show the quarter");
    await page.getByRole("heading", { name: "1200 meetings are counted." }).waitFor();
    await page.getByText(/^Line 1102, “ref”: /).waitFor();
    assert.equal(await page.locator("progress:visible").count(), 0);
    assert.deepEqual(page.workers(), []);
    await leave(page);
  }
});

test("while a file is read the page answers, and of two files the one that was chosen last counts", async () => {
  const page = await watched("#/quarter");
  await holdFirst(page);
  await readAs(page, asFile("slow.csv", `${MEETINGS}\nC1,05/08/2026,police`));
  assert.equal(await page.locator("progress").isVisible(), true);
  await page.getByRole("link", { name: "Guide" }).first().click();
  await page.getByRole("group", { name: "Does the child need protecting today?" }).waitFor();
  await page.goBack();
  await readAs(page, asFile("meetings.csv", MEETINGS));
  await page.getByText("2 meetings were read.").waitFor();
  await endFirst(page);
  assert.equal(await page.locator("progress").isHidden(), true);
  assert.ok(await page.getByText("2 meetings were read.").isVisible());
  await leave(page);
});

test("of two copies the one that was chosen last is opened, also after the page was left, and an older refusal is not told", async () => {
  const copy = (madeAt) => JSON.stringify({ format: "safeguarding-rules/case", version: 1, madeAt, content: { facts: {}, parts: {}, answers: {} } });
  const choose = (page, text) => page.locator("#copy-file").setInputFiles({ ...asFile("case.json", text), mimeType: "application/json" });
  for (const first of [copy("2026-12-01T10:00"), "{"]) {
    const page = await watched("#/copy");
    await holdFirst(page);
    await choose(page, first);
    await page.evaluate(() => (window.location.hash = "#/settings"));
    await page.getByRole("heading", { name: "Settings", exact: true }).waitFor();
    await page.evaluate(() => (window.location.hash = "#/copy"));
    await choose(page, copy("2026-12-22T10:00"));
    const opened = page.getByText("22 December 2026");
    await opened.waitFor();
    await endFirst(page);
    assert.ok(await opened.isVisible());
    await leave(page);
  }
});

test("of two packs the one that was chosen last is loaded", async () => {
  const older = JSON.parse(JSON.stringify(OWN_PACK).replaceAll(/our-|our /gi, (ours) => `older${ours.at(-1)}`));
  const { document } = OWN_PACK;
  const choose = (page, pack) => page.getByLabel("Load a pack of your partnership").setInputFiles({ ...asFile("pack.json", JSON.stringify(pack)), mimeType: "application/json" });
  const loaded = (page, title) => page.getByText(`${title} (loaded by you or your portal: no part of the library)`, { exact: true });
  const page = await watched("#/settings");
  await holdFirst(page);
  await choose(page, older);
  await choose(page, OWN_PACK);
  await loaded(page, document.title).waitFor();
  await endFirst(page);
  assert.equal(await loaded(page, older.document.title).count(), 0);
  await leave(page);
});

test("of two comparisons the one that was asked last is shown", async () => {
  const page = await watched("#/rules/compare");
  await holdFirst(page);
  await compare(page, "county-durham", "northamptonshire-mdt");
  await compare(page, "county-durham", "county-durham");
  const same = page.getByRole("heading", { name: "No change." });
  await same.waitFor();
  await endFirst(page);
  assert.ok(await same.isVisible());
  await leave(page);
});

test("a comparison that the library refuses says so, and does not stay at comparing", async () => {
  const page = await watched("#/rules/compare");
  await page.evaluate(() => {
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function ({ task, given }) {
      postMessage.call(this, { task, given: { ...given, sides: { ...given.sides, after: "nowhere" } } });
    };
  });
  await compare(page, "county-durham", "county-durham");
  await page.locator("[role=status] .govuk-error-message").getByText(/^expected one of /).waitFor();
  await leave(page);
});

test("what is wrong with a copy, a table or a pack is told as it was where the page read it itself", async () => {
  for (const before of [() => {}, () => delete window.Worker]) {
    const page = await watched("#/quarter", { before });
    for (const [text, said] of [
      ["", "This file is empty."],
      [`${Array.from({ length: 5_001 }, (_, index) => `c${index}`).join(",")}\n`, "The first line has more than 5,000 columns"],
    ]) {
      await readAs(page, asFile("meetings.csv", text));
      await page.getByText(said).waitFor();
    }
    await page.evaluate(() => (window.location.hash = "#/copy"));
    await page.locator("#copy-file").setInputFiles({ ...asFile("case.json", "{"), mimeType: "application/json" });
    await page.locator("[role=alert]").getByText(/\S/).waitFor();
    await page.evaluate(() => (window.location.hash = "#/settings"));
    await page.getByLabel("Load a pack of your partnership").setInputFiles({ ...asFile("pack.json", JSON.stringify({ ...OWN_PACK, example: [] })), mimeType: "application/json" });
    await page.getByText("This pack was not loaded. At list_attendees.OUR-1:").waitFor();
    assert.equal(page.beside.length > 0, before.toString().includes("delete") === false);
    await leave(page);
  }
});

test("where the worker's script does not arrive, the page reads the file itself", async () => {
  const page = await visit(env, "#/quarter", { before: () => Object.defineProperty(navigator, "serviceWorker", { value: undefined }) });
  await page.route("**/main.js", (asked) => asked.abort());
  await readAs(page, asFile("meetings.csv", MEETINGS));
  await page.getByText("2 meetings were read.").waitFor();
  await page.context().close();
});

test("the page as one single file reads and compares itself", async () => {
  const context = await env.browser.newContext();
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("worker", () => faults.push("a worker"));
  await page.goto(`file://${join(DEMO, "safeguarding-rules.html")}#/quarter`);
  await readAs(page, asFile("meetings.csv", MEETINGS));
  await page.getByText("2 meetings were read.").waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});
