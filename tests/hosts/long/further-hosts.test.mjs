// The further hosts, tried in the long run.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { answerOf, assertWhole, installed, opened, pageAnswer } from "../the-host.mjs";

for (const [name, built] of [["webpack", "dist"], ["esbuild", "dist"], ["module-worker", "."]]) {
  test(`${name}: the page answers`, async (run) => assertWhole(await pageAnswer(run, name, built)));
}

test("vite: the development server's page answers", async (run) => {
  const folder = await installed(run, "vite");
  const address = await startedServer(run, folder, "vite", "--host", "127.0.0.1");
  assertWhole(await answerOf(await opened(run, address)));
});

/** Starts one of the host's programs, and gives the address that it prints. */
async function startedServer(run, folder, program, ...words) {
  const server = spawn(join(folder, "node_modules/.bin", program), words, { cwd: folder, env: { ...process.env, NO_COLOR: "1" } });
  run.after(async () => {
    server.kill();
    if (server.exitCode === null) await once(server, "exit");
  });
  for await (const line of createInterface({ input: server.stdout })) {
    const address = line.match(/http:\S+/)?.[0];
    if (address) return address;
  }
  throw new Error(`${program} ended without an address`);
}
