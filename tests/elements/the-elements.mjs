// Pages that use the elements, in a real browser, as the tests of this folder open them.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before } from "node:test";
import { fileURLToPath } from "node:url";
import { serve } from "../../pkg-config/serve.mjs";

const tools = createRequire(new URL("../../pkg-config/package.json", import.meta.url));
const { chromium } = tools("playwright-core");

/** A module of the tools' packages. */
export const tool = (name) => tools(name);

export const folderOf = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const PACKAGE = folderOf("pkg-config/packed/node_modules/safeguarding-rules/");
const CHROMIUM = process.env.SAFEGUARDING_CHROMIUM ?? process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const QUIET = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const HEIGHT = 900;
const TIMEOUT_IN_MS = 10_000;

/** As strict as a host can be where WebAssembly is allowed. */
export const STRICT = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
/** The same without any style: what a page looks like that brings none. */
export const BARE = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; require-trusted-types-for 'script'; trusted-types 'none'";
export const NO_WEBASSEMBLY = "default-src 'none'; script-src 'self'; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

/** The Wednesday before Christmas, in the morning. */
export const NOW = "2026-12-23T10:05Z";
export const WIDTHS = [320, 768, 1200];

/** The library as Node sees it, to compare the elements' words with. */
export const library = await import(new URL("../../pkg-config/packed/node_modules/safeguarding-rules/index.js", import.meta.url));

/** The pages with the package and a design system beside them, as one folder of this test file's own. */
export function laidOut() {
  const folder = mkdtempSync(join(tmpdir(), "elements-"));
  cpSync(folderOf("tests/elements/pages/"), folder, { recursive: true });
  cpSync(PACKAGE, join(folder, "safeguarding-rules"), { recursive: true });
  // Without its own letters, which are no part of the tools' package that a page may use.
  const style = readFileSync(tools.resolve("govuk-frontend/dist/govuk/govuk-frontend.min.css"), "utf8");
  writeFileSync(join(folder, "govuk.css"), style.replace(/@font-face\{[^}]*\}/g, ""));
  return folder;
}

/** The browser of one test file, started before its first test and ended after its last. */
export function openForTests() {
  const env = { servers: new Map() };
  before(async () => {
    env.folder = laidOut();
    env.browser = await chromium.launch({ executablePath: CHROMIUM, args: QUIET });
  });
  after(async () => {
    await env.browser?.close();
    for (const server of env.servers.values()) await (await server).close();
    rmSync(env.folder, { recursive: true, force: true });
  });
  return env;
}

/** The one server of a policy: it compresses each file once. */
function serverUnder({ folder, servers }, policy) {
  if (!servers.has(policy)) servers.set(policy, serve(folder, 0, () => ({ "Content-Security-Policy": policy })));
  return servers.get(policy);
}

/** A fresh page under a policy, with the clock standing at NOW. `faults` keeps whatever goes wrong in it. */
export async function visit(env, path, { policy = STRICT, width = 768, before = () => {}, scripts = true } = {}) {
  const server = await serverUnder(env, policy);
  const context = await env.browser.newContext({ locale: "en-GB", timezoneId: "Europe/London", viewport: { width, height: HEIGHT }, javaScriptEnabled: scripts });
  context.setDefaultTimeout(TIMEOUT_IN_MS);
  const page = await context.newPage();
  const faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  await page.clock.setFixedTime(NOW);
  await page.addInitScript(listen);
  await page.addInitScript(before);
  await page.goto(server.address + path);
  return Object.assign(page, { faults, address: server.address });
}

/** Keeps every event of the elements, and every violation of the policy. */
function listen() {
  window.told = [];
  window.violations = [];
  for (const name of ["sg-change", "sg-result", "sg-error", "sg-advice", "sg-export"]) {
    window.addEventListener(name, (event) => window.told.push({ name, from: event.target.id, detail: event.detail, isFrozen: isFrozen(event.detail), composed: event.composed }));
  }
  document.addEventListener("securitypolicyviolation", (event) => window.violations.push(`${event.violatedDirective} ${event.sourceFile ?? ""} ${event.sample}`));

  function isFrozen(value) {
    return typeof value !== "object" || value === null || (Object.isFrozen(value) && Object.values(value).every(isFrozen));
  }
}

/** The events told so far, which are forgotten with it. */
export function told(page) {
  return page.evaluate(() => window.told.splice(0));
}

/** To another page and back, once that one is there: a browser that is still leaving knows no way back. */
export async function thereAndBack(page, condition) {
  await page.getByRole("link", { name: "Another page" }).click();
  await page.waitForURL("**/away.html", { waitUntil: "load" });
  await page.goBack();
  await page.waitForFunction(condition);
}

/** Closes a page in which nothing may have gone wrong. */
export async function leave(page) {
  assert.deepEqual(await page.evaluate(() => window.violations), []);
  assert.deepEqual(page.faults, []);
  await page.context().close();
}

/** What the page's form would send. */
export function sent(page, form = "#form") {
  return page.locator(form).evaluate((form) => Object.fromEntries(new FormData(form)));
}

export function radio(page, question, answer) {
  return page.getByRole("group", { name: question }).getByRole("radio", { name: answer, exact: true });
}
