// Pages that a framework's server prints and the browser takes over, or that are posted back to it: nothing that is known is lost on the way.

import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:net";
import { delimiter, dirname, join } from "node:path";
import { test } from "node:test";
import { PROTECT } from "../filled-in.mjs";
import { installed, npm, opened, startedServer, statusOf } from "../the-host.mjs";

const HOST = "127.0.0.1";
const NODE_ASKED_FOR = 22;
/** Each framework, and the server that it builds. */
const SERVERS = { nuxt: ".output/server/index.mjs", sveltekit: "build/index.js", astro: "dist/server/entry.mjs" };

test("a server's page: with the facts in what was printed, and those that were set before the element is defined", async (run) => {
  const PATH = `${dirname(await newerNode(run))}${delimiter}${process.env.PATH}`;
  Object.assign(process.env, { PATH, ASTRO_TELEMETRY_DISABLED: "1" });
  for (const [name, server] of Object.entries(SERVERS)) {
    await run.test(`${name}: the server prints the answer and the facts, the page answers, and what is posted is worked out again`, async (run) => {
      const folder = await installed(run, name);
      await npm(folder, "run", "build");
      await answers(run, await started(run, join(folder, server)));
    });
  }
});

/** A Node as new as these frameworks want it, which is newer than the oldest that the package runs in. */
async function newerNode(run) {
  if (Number.parseInt(process.versions.node) >= NODE_ASKED_FOR) return process.execPath;
  return join(await installed(run, "long/newer-node"), `node_modules/node-${process.platform}-${process.arch}/bin/node`);
}

/** By the settings that all three know. SvelteKit takes nothing that is posted from another origin than its own. */
async function started(run, server) {
  const port = await freePort();
  return startedServer(run, dirname(server), "node", [server], { HOST, PORT: String(port), ORIGIN: `http://${HOST}:${port}` });
}

async function freePort() {
  const server = createServer().listen(0, HOST);
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

async function answers(run, address) {
  const printed = await (await fetch(address)).text();
  assert.match(printed, /<sg-timescale name="how-soon" area="generic" required(="[^"]*")? facts="[^"]*2026-12-23/);
  assert.ok(printed.includes("Hold the strategy meeting"), "the server asks the functions");
  const page = await opened(run, address);
  await page.getByRole("group", { name: PROTECT }).getByLabel("No", { exact: true }).check();
  const heading = await page.locator("sg-timescale").evaluate(({ decision }) => decision.answer.heading);
  assert.match(heading, /Wednesday 23 December 2026/);
  assert.equal(await page.getByText("In short: ").locator("strong").textContent(), heading);
  const { who, ...posted } = await page.locator("form").evaluate((form) => Object.fromEntries(new FormData(form)));
  assert.equal(JSON.parse(posted["who-facts"]).child.lookedAfter, true, "what was set before the element is defined is taken up");
  assert.equal(JSON.parse(posted["how-soon-facts"]).concernsIdentifiedAt, "2026-12-23");
  assert.equal(who, "{}");
  await page.getByRole("button", { name: "Save" }).click();
  assert.deepEqual(await statusOf(page, heading), [heading]);
  assert.deepEqual(page.faults, []);
}
