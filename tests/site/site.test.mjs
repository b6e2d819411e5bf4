// The documentation as a site, opened from a folder in a real browser: it searches, its examples run where they stand, and every
// link leads somewhere.

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";

const { chromium } = createRequire(new URL("../../pkg-config/package.json", import.meta.url))("playwright-core");
const SITE = process.env.SAFEGUARDING_SITE ?? fileURLToPath(new URL("../../target/site", import.meta.url));
const CHROMIUM = process.env.SAFEGUARDING_CHROMIUM ?? process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
/** How many examples of each page run in it. Every other needs a bundler, a server, a worker or what is fetched. */
const RUN = {
  "index.html": 8,
  "docs/asked-page.html": 1,
  "docs/deno.html": 1,
  "docs/elements.html": 2,
  "docs/esbuild.html": 1,
  "docs/node-commonjs.html": 1,
  "docs/node-esm.html": 1,
  "docs/plain-page.html": 1,
  "docs/script-page.html": 1,
  "docs/vite.html": 1,
  "docs/webpack.html": 1,
};
const HEADING = "Hold the strategy meeting on Wednesday 23 December 2026, the same day.";

const pages = readdirSync(SITE, { recursive: true }).filter((name) => name.endsWith(".html")).sort();
let browser;
before(async () => {
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
});
after(() => browser.close());

/** A page of the folder without a network, and whatever goes wrong in it. */
async function opened(run, name) {
  const context = await browser.newContext({ locale: "en-GB", timezoneId: "Europe/London", offline: true });
  run.after(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(error.message));
  page.on("console", (message) => message.type() === "error" && page.faults.push(message.text()));
  await page.goto(pathToFileURL(join(SITE, name)).href);
  return page;
}

test("it has the README and every page of the package, and leads to each from every page", () => {
  assert.ok(pages.length > 40);
  const menu = readFileSync(join(SITE, "toc.html"), "utf8");
  const docs = readdirSync(fileURLToPath(new URL("../../pkg-config/npm/docs", import.meta.url)));
  for (const page of [...docs.map((name) => `docs/${name.replace(/md$/, "html")}`), "index.html", "CHANGELOG.html", "SECURITY.html"]) {
    assert.ok(pages.includes(page) && menu.includes(`href="${page}"`), page);
  }
});

test("every link leads to a file of the folder, and to a heading that is there", () => {
  let followed = 0;
  for (const name of pages) {
    const file = join(SITE, name);
    const html = readFileSync(file, "utf8").replace(/<code[^>]*>[^]*?<\/code>/g, "");
    for (const [, link] of html.matchAll(/\b(?:href|src)="([^"]*)"/g)) {
      if (/^https:\/\//.test(link)) continue;
      const [path, anchor] = link.split("#");
      const target = path === "" ? file : join(dirname(file), path);
      assert.ok(target.startsWith(SITE) && existsSync(target), `${name}: ${link}`);
      if (anchor) assert.ok(readFileSync(target, "utf8").includes(`id="${anchor}"`), `${name}: ${link}`);
      followed += 1;
    }
  }
  assert.ok(followed > 1000, `${followed}`);
});

test("it searches, from a folder and without a network", async (run) => {
  const page = await opened(run, "index.html");
  await page.getByRole("button", { name: "Toggle Searchbar" }).click();
  await page.getByRole("searchbox").pressSequentially("larkmoor");
  const found = page.locator("#mdbook-searchresults a").first();
  await found.waitFor();
  await found.click();
  await page.waitForURL(/docs\/own-pack\.html/);
  assert.match(await page.locator("main h1").first().innerText(), /^A partnership.s own pack$/);
  assert.deepEqual(page.faults, []);
});

test("an example is run where an example can be, and nowhere else", async (run) => {
  const page = await opened(run, "index.html");
  const counted = {};
  for (const name of pages.filter((name) => name !== "toc.html")) {
    await page.goto(pathToFileURL(join(SITE, name)).href);
    const count = await page.getByRole("button", { name: "Run", exact: true }).count();
    if (count > 0) counted[name] = count;
  }
  assert.deepEqual(counted, RUN);
  assert.deepEqual(page.faults, []);
});

for (const [name, count] of Object.entries(RUN)) {
  test(`${name}: each example runs, and shows what it answers`, async (run) => {
    const page = await opened(run, name);
    for (let index = 0; index < count; index += 1) {
      const example = page.locator(".example").nth(index);
      await example.getByRole("button", { name: "Run" }).click();
      const shown = example.locator("output > pre, output > iframe:not([hidden])");
      await shown.waitFor();
      const isProgram = await shown.evaluate((element) => element.localName === "pre");
      const inside = isProgram ? shown : shown.contentFrame().locator("body");
      await page.waitForFunction((element) => element.innerText.trim() !== "", await inside.elementHandle());
      const text = await inside.innerText();
      assert.doesNotMatch(text, /^\w*Error: /m, text);
    }
    assert.deepEqual(page.faults, []);
  });
}

test("a program shows each value beside what was looked at, and begins anew each time", async (run) => {
  const page = await opened(run, "index.html");
  const example = page.locator(".example").first();
  const shown = example.locator("output > pre");
  for (const _ of [1, 2]) {
    await example.getByRole("button", { name: "Run" }).click();
    await shown.waitFor();
    const text = await shown.innerText();
    for (const told of [`decision.answer.heading\n${HEADING}`, "decision.answer.dueBy\n2026-12-23", "decision.settled\n"]) assert.ok(text.includes(told), text);
  }
});

test("a page answers in its frame, by its form", async (run) => {
  const page = await opened(run, "docs/plain-page.html");
  await page.getByRole("button", { name: "Run", exact: true }).click();
  const frame = page.locator(".example iframe").contentFrame();
  await frame.getByLabel("When was the concern identified?").fill("2026-12-23");
  await frame.getByLabel("Is there a serious risk of harm?").selectOption("Yes");
  await frame.getByRole("button", { name: "How soon must we meet?" }).click();
  await frame.getByText(HEADING).waitFor();
  assert.deepEqual(page.faults, []);
});
