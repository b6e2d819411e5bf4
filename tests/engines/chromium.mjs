// Chromium, driven by Playwright.

import { withWaiting } from "./page.mjs";
import { tool } from "./tools.mjs";

const ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

export async function startChromium(program) {
  const { chromium } = tool("playwright-core");
  const browser = await chromium.launch({ executablePath: program, args: ARGUMENTS });
  return { open: (address) => open(browser, address), close: () => browser.close() };
}

async function open(browser, address) {
  return tabOf(await browser.newContext({ locale: "en-GB" }), address);
}

async function tabOf(context, address) {
  const page = await context.newPage();
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  await page.goto(address);
  return withWaiting({
    said: async () => said,
    evaluate: (look, ...data) => page.evaluate(`(${look})(${data.map((each) => JSON.stringify(each)).join()})`),
    click: (selector) => page.click(selector),
    type: (selector, text) => page.type(selector, text),
    tab: (other) => tabOf(context, other),
    close: () => context.close(),
  });
}
