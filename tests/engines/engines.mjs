// The three engines behind one small interface: Chromium, Firefox and WebKit.
//
// A test is given `open(address)`, which gives a page, closed when the test ends. A page is asked with
// `evaluate(function, ...data)`, `text(selector)`, `click(selector)`, `type(selector, text)`, and `until(function, ...data)`,
// which waits for a true value and gives it; `said()` gives whatever its console said, for WebKit only where the page's first
// script is pages/watch.js; `tab(address)` opens a further tab beside it, which closes with it; `close()` closes it sooner: WebKit's
// driver knows one page at a time.

import { existsSync } from "node:fs";
import { test } from "node:test";
import { atTheEnd } from "./at-the-end.mjs";
import { startChromium } from "./chromium.mjs";
import { startFirefox } from "./firefox.mjs";
import { startWebKit } from "./webkit.mjs";

const { env } = process;

/** Each engine: what must be installed, and how it is started. */
const ENGINES = {
  chromium: { program: env.SAFEGUARDING_CHROMIUM ?? env.CHROMIUM_PATH ?? "/usr/bin/chromium", start: startChromium },
  firefox: { program: env.SAFEGUARDING_FIREFOX ?? env.FIREFOX_PATH ?? "/usr/bin/firefox-esr", start: startFirefox },
  webkit: { program: env.SAFEGUARDING_WEBKIT ?? env.WEBKIT_DRIVER_PATH ?? "/usr/bin/WebKitWebDriver", start: startWebKit },
};

/** Registers a test for each engine that is installed. One that is not is named; in CI it is a failure. */
export function inEachEngine(what, run) {
  for (const name of Object.keys(ENGINES)) inEngine(name, what, run);
}

/** Registers a test for one engine. */
export function inEngine(name, what, run) {
  const { program } = ENGINES[name];
  const isThere = existsSync(program);
  if (!isThere && !env.CI) return console.log(`NOT TESTED in ${name}: ${what}. There is no ${program}.`);
  test(`${name}: ${what}`, async () => {
    if (!isThere) throw new Error(`${name} is needed here, and there is no ${program}.`);
    await withPages(await browserOf(name), run);
  });
}

async function withPages(browser, run) {
  const pages = [];
  const open = async (address) => {
    const page = await browser.open(address);
    pages.push(page);
    return page;
  };
  try {
    await run(open);
  } finally {
    for (const page of pages) await page.close();
  }
}

const running = new Map();

/** One browser of each engine for all tests of a file. */
function browserOf(name) {
  if (!running.has(name)) {
    const browser = ENGINES[name].start(ENGINES[name].program);
    running.set(name, browser);
    atTheEnd(async () => (await browser).close());
  }
  return running.get(name);
}
