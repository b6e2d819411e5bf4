// The built page in a real browser, as the tests of this folder use it.

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { serve } from "../../pkg-config/serve.mjs";

const tools = createRequire(new URL("../../pkg-config/package.json", import.meta.url));
const { chromium } = tools("playwright-core");

/** A module of the tools' packages. */
export const tool = (name) => tools(name);

export const folderOf = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export const DEMO = process.env.SAFEGUARDING_DEMO ?? folderOf("target/demo/");
export const CHROMIUM = process.env.SAFEGUARDING_CHROMIUM ?? process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
export const QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

export const WIDTHS = [320, 768, 1200];
const HEIGHT = 900;
/** Long, because several files are tested at a time on whatever machine: who waits for it has found a fault. */
const TIMEOUT_IN_MS = 30_000;

/** The Wednesday before Christmas, in the morning. */
export const NOW = "2026-12-23T10:05Z";

/** The library as Node sees it, to compare the page's words with. */
const LIBRARY = new URL("../../pkg-config/packed/node_modules/safeguarding-rules/index.js", import.meta.url);
export const library = await import(LIBRARY);

/** Where the page's imports are found: among the tools' packages, and the package itself. */
const NODE_PATHS = [folderOf("pkg-config/node_modules/"), folderOf("pkg-config/packed/node_modules/")];

/** Starts the server and the browser, without the hooks of a test file. */
export async function open(folder = DEMO) {
  if (!existsSync(folder)) throw new Error("There is no page to test. Make it with: cargo xtask demo --no-serve");
  const server = await serve(folder);
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET });
  return { server, browser };
}

/** The server and the browser of one test file, started before its first test and ended after its last. */
export function openForTests() {
  const env = {};
  before(async () => Object.assign(env, await open()));
  after(async () => {
    await env.browser?.close();
    await env.server?.close();
  });
  return env;
}

/** A fresh page at a route, in London, with the clock standing at NOW; `before` runs in it first.
 *  `script` stands in for the page's own, as `scriptWith` makes one. What the page puts off until the browser has time is done at
 *  once, so that a test may read it, unless it is `asBusy` as browsers are. `faults` keeps whatever goes wrong in it, `requests` what it asks for. */
export async function visit({ server, browser }, route = "", { width = 768, before = () => {}, asBusy = false, script, timezoneId = "Europe/London", now = NOW } = {}) {
  const context = await browser.newContext({ locale: "en-GB", timezoneId, viewport: { width, height: HEIGHT } });
  context.setDefaultTimeout(TIMEOUT_IN_MS);
  const page = await context.newPage();
  const [faults, requests] = [[], []];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  context.on("request", (request) => requests.push(request.url()));
  await page.clock.setFixedTime(now);
  if (!asBusy) await page.addInitScript(() => (window.requestIdleCallback = queueMicrotask));
  await page.addInitScript(before);
  if (script) await page.route("**/main.js", (asked) => asked.fulfill({ contentType: "text/javascript", body: script }));
  await page.goto(server.address + route);
  await page.locator("main .opening").waitFor({ state: "detached" });
  return Object.assign(page, { faults, requests });
}

/** The page's script with more of its own parts within a test's reach, or other rules in the same library: `code` runs first. */
export async function scriptWith(code) {
  const { outputFiles } = await tools("esbuild").build({
    stdin: { contents: code, resolveDir: folderOf("www-demo/app/") },
    bundle: true, write: false, format: "esm", platform: "browser", target: "es2022", charset: "utf8",
    nodePaths: NODE_PATHS,
  });
  return outputFiles[0].text;
}

/** A module of the page's own for Node: `file` by its path in the page's folder. What it asks of the library, `library` answers. */
export async function bundled(file) {
  const packed = ({ onResolve }) => onResolve({ filter: /^safeguarding-rules$/ }, () => ({ path: LIBRARY.href, external: true }));
  const { outputFiles } = await tools("esbuild").build({
    entryPoints: [folderOf(`www-demo/app/${file}`)],
    bundle: true, write: false, format: "esm", nodePaths: NODE_PATHS,
    plugins: [{ name: "library", setup: packed }],
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`);
}

/** Closes a page in which nothing may have gone wrong. */
export async function leave(page) {
  assert.deepEqual(page.faults, []);
  await page.context().close();
}

/** The radios of one question. */
export function radio(page, question, answer) {
  return page.getByRole("group", { name: question }).getByRole("radio", { name: answer, exact: true });
}

/** The date of one question. */
export function dateOf(page, question) {
  return page.getByRole("group", { name: question }).getByLabel("Date", { exact: true });
}

export function press(page, name) {
  return page.getByRole("button", { name, exact: true }).click();
}

/** On to the next page of a view that asks its questions one after the other: it stands once its title is another. */
export async function further(page, name = "Continue") {
  const button = page.getByRole("button", { name, exact: true });
  await button.waitFor();
  const before = await page.locator("main h1").innerText();
  await button.click();
  await page.waitForFunction((before) => ![undefined, before].includes(document.querySelector("main h1")?.innerText), before);
}

/** Opens every closed part of an answer, as somebody who reads all of it: each stays open from then on. */
export async function openAll(page) {
  await page.locator("article .fold").first().waitFor();
  await page.locator("article .fold").evaluateAll((folds) => folds.forEach((fold) => (fold.open = true)));
}

/** The sides of a printed page: a PDF names each of them. */
export async function sidesOnPaper(page) {
  const pdf = await page.pdf({ format: "A4" });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
}

/** What the device keeps, in every database there is. */
export async function keptOnDevice(page) {
  return page.evaluate(async () => {
    const of = (request) => new Promise((resolve, reject) => Object.assign(request, { onsuccess: () => resolve(request.result), onerror: () => reject(request.error) }));
    const all = [];
    for (const { name } of (await window.indexedDB?.databases()) ?? []) {
      const database = await of(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const content = database.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([of(content.getAllKeys()), of(content.getAll())]);
        all.push(...keys.map((key, index) => [key, values[index]]));
      }
      database.close();
    }
    return all;
  });
}

/** The ticks among it. Beside them stand the area and the day on which the page last looked for a newer version of itself. */
export async function ticksKept(page) {
  return (await keptOnDevice(page)).filter(([key]) => !["day", "area"].includes(key));
}

/** Waits until the browser has kept the page for use without a network: until then it asks for the page's own files. */
export async function keptForOffline(page) {
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
}
