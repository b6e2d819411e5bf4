// The page as Lighthouse judges it: on a slow phone at its start, and at an answer.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";
import { serve } from "../../pkg-config/serve.mjs";
import { CHROMIUM, DEMO, QUIET } from "./the-page.mjs";

const KB = 1024;
const MOST_TRANSFERRED = 660 * KB;
const MOST_SHIFT = 0.1;
const MOST_RUNS = 5;
const TO_THE_ANSWER = [
  ["No", "Continue"],
  ["County Durham", "Continue"],
  ["Continue"],
  ["Continue"],
  ["Continue"],
  ["Show the answer"],
];

const tools = createRequire(new URL("../../pkg-config/package.json", import.meta.url));
const module = (name) => import(pathToFileURL(tools.resolve(name)));

const env = {};
before(async () => {
  const [{ default: puppeteer }, lighthouse] = await Promise.all([module("puppeteer-core"), module("lighthouse")]);
  env.lighthouse = lighthouse;
  env.server = await serve(DEMO);
  env.browser = await puppeteer.launch({ executablePath: CHROMIUM, args: QUIET, headless: true });
  env.page = await env.browser.newPage();
});
after(async () => {
  await env.browser?.close();
  await env.server?.close();
});

const scoreOf = ({ categories }, category) => categories[category].score;
const faultsOf = ({ categories, audits }, category) =>
  categories[category].auditRefs.filter(({ id, weight }) => weight > 0 && audits[id].scoreDisplayMode !== "notApplicable" && !(audits[id].score === 1)).map(({ id }) => `${id}: ${audits[id].errorMessage ?? audits[id].title}`);

test("check 40: Lighthouse finds nothing in accessibility and best practices, and the page stands still and is small", async (run) => {
  let best;
  let runs = 0;
  // Now and then a busy machine lets it measure nothing.
  do {
    best = (await env.lighthouse.default(env.server.address, { onlyCategories: ["performance", "accessibility", "best-practices"], logLevel: "error" }, undefined, env.page)).lhr;
    runs += 1;
  } while (!(scoreOf(best, "performance") > 0) && runs < MOST_RUNS);
  // How fast it opens is a figure of the machine as well: it is told, and nothing is asserted of it.
  run.diagnostic(`performance ${scoreOf(best, "performance")} (${faultsOf(best, "performance").join("; ")})`);
  for (const category of ["accessibility", "best-practices"]) assert.equal(scoreOf(best, category), 1, faultsOf(best, category).join("; "));
  const shift = best.audits["cumulative-layout-shift"].numericValue;
  assert.ok(shift < MOST_SHIFT, `what is shown moves by ${shift}`);

  const asked = best.audits["network-requests"].details.items.map(({ url }) => new URL(url).pathname.slice(1) || "index.html");
  assert.ok(asked.includes("main.js"), asked.join());
  const sizes = await Promise.all(asked.map(async (name) => (await promisify(brotliCompress)(readFileSync(join(DEMO, name)))).length));
  const transferred = sizes.reduce((sum, size) => sum + size, 0);
  run.diagnostic(`${(transferred / KB).toFixed(1)} KB are transferred: ${asked.map((name, index) => `${name} ${sizes[index]}`).join(", ")}`);
  assert.ok(transferred <= MOST_TRANSFERRED, `${transferred - MOST_TRANSFERRED} bytes too many are transferred`);
});

test("check 40: Lighthouse finds nothing in accessibility and best practices at an answer", async () => {
  const { page } = env;
  await page.goto(`${env.server.address}#/guide`);
  for (const names of TO_THE_ANSWER) for (const name of names) await page.locator(`::-p-aria([name="${name}"])`).click();
  await page.locator("article.answer").wait();
  const { lhr } = await env.lighthouse.snapshot(page, { flags: { onlyCategories: ["accessibility", "best-practices"], logLevel: "error" } });
  for (const category of ["accessibility", "best-practices"]) assert.equal(scoreOf(lhr, category), 1, faultsOf(lhr, category).join("; "));
});
