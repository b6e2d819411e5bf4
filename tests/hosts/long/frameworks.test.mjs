// Frameworks whose builds take longer: a page that is made on a server, and one with a budget.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { serve } from "../../../pkg-config/serve.mjs";
import { PROTECT, filledIn, saved } from "../filled-in.mjs";
import { builtAndOpened, installed, npm, opened, startedServer, statusOf } from "../the-host.mjs";

test("next: the built page holds the element with its name and facts, answers, and its server works out the same", async (run) => {
  const folder = await installed(run, "next");
  await npm(folder, "run", "build");
  const address = await startedServer(run, folder, process.execPath, [join(folder, "node_modules/next/dist/bin/next"), "start", "--hostname", "127.0.0.1", "--port", "0"]);
  const printed = await (await fetch(address)).text();
  assert.match(printed, /<sg-timescale name="how-soon" area="generic" required="" facts="[^"]*2026-12-23/);
  assert.ok(printed.includes("Hold the strategy meeting"), "the server asks the functions");
  const page = await opened(run, address);
  await page.getByRole("group", { name: PROTECT }).getByLabel("No", { exact: true }).check();
  const heading = await page.locator("sg-timescale").evaluate(({ decision }) => decision.answer.heading);
  assert.match(heading, /Wednesday 23 December 2026/);
  assert.equal(await page.getByText("In short: ").locator("strong").textContent(), heading);
  await page.getByRole("button", { name: "Save" }).click();
  assert.deepEqual(await statusOf(page, heading), [heading]);
  assert.deepEqual(page.faults, []);
});

test("angular: inside its budget the element is a field of the form, and what was set before it is defined is taken up", async (run) => filledIn(await builtAndOpened(run, "angular", "dist")));

for (const name of ["svelte", "preact", "lit"]) {
  test(`${name}: the element is a field of the form`, async (run) => filledIn(await builtAndOpened(run, name, "dist")));
}

test("storybook: a story of Lit's answers, and what it has set before the element is defined is taken up, as its control says", async (run) => {
  const folder = await installed(run, "storybook");
  await npm(folder, "run", "build");
  const server = await serve(join(folder, "dist"), 0, () => ({}));
  run.after(() => server.close());
  const story = `${server.address}iframe.html?viewMode=story&id=referral--how-soon`;
  const page = await opened(run, story);
  assert.match(await page.getByText("Before anything is asked: ").locator("strong").textContent(), /^Hold the strategy meeting .*23 December 2026/);
  await saved(page);
  await page.goto(`${story}&args=identified:2026-12-22`);
  await page.getByRole("group", { name: PROTECT }).waitFor();
  const posted = await page.locator("form").evaluate((form) => new FormData(form).get("how-soon-facts"));
  assert.equal(JSON.parse(posted).concernsIdentifiedAt, "2026-12-22");
});
