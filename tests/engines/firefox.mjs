// Firefox, driven by Puppeteer over WebDriver BiDi.

import { withWaiting } from "./page.mjs";
import { tool } from "./tools.mjs";

// It would look for a page's icon by itself, and tell the page that its policy forbids that.
const WITHOUT_ICONS = { "browser.chrome.site_icons": false };

export async function startFirefox(program) {
  const puppeteer = tool("puppeteer-core");
  const browser = await puppeteer.launch({ browser: "firefox", executablePath: program, extraPrefsFirefox: WITHOUT_ICONS });
  return { open: (address) => open(browser, address), close: () => browser.close() };
}

async function open(browser, address) {
  return tabOf(await browser.createBrowserContext(), address);
}

async function tabOf(context, address) {
  const page = await context.newPage();
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  await page.goto(address);
  return withWaiting({
    said: async () => said,
    evaluate: (look, ...data) => page.evaluate(look, ...data),
    click: (selector) => page.click(selector),
    type: (selector, text) => page.type(selector, text),
    tab: (other) => tabOf(context, other),
    close: () => context.close(),
  });
}
