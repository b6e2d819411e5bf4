// The further hosts, tried in the long run.

import assert from "node:assert/strict";
import { copyFileSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { saved } from "../filled-in.mjs";
import { FACTS, HEADING, HOSTS, answerOf, assertWhole, builtAndOpened, installed, npm, opened, pageAnswer, startedServer, statusOf, told } from "../the-host.mjs";

for (const [name, built] of [["webpack", "dist"], ["esbuild", "dist"], ["module-worker", "."], ["comlink", "dist"]]) {
  test(`${name}: the page answers`, async (run) => assertWhole(await pageAnswer(run, name, built)));
}

for (const name of ["rollup", "rspack", "parcel"]) {
  test(`${name}: the page's element answers, and the functions work out what it posts`, async (run) => saved(await builtAndOpened(run, name, "dist")));
}

test("vite: the development server's page answers", async (run) => {
  const folder = await installed(run, "vite");
  const address = await startedServer(run, folder, join(folder, "node_modules/.bin/vite"), ["--host", "127.0.0.1"]);
  assertWhole(await answerOf(await opened(run, address)));
});

test("deno: the program prints the answer and what is still to ask", async (run) => {
  const folder = await installed(run, "deno");
  const [heading, ...questions] = (await npm(folder, "start")).split("\n");
  assert.equal(heading, HEADING);
  assert.ok(questions.length > 0);
});

test("bun: the program prints the answer and what is still to ask", async (run) => {
  const folder = await installed(run, "bun");
  const bun = join(folder, "node_modules/@oven", `bun-${process.platform}-${process.arch}`, "bin/bun");
  const [heading, ...questions] = (await told(folder, bun, ["run", "main.js"])).split("\n");
  assert.equal(heading, HEADING);
  assert.ok(questions.length > 0);
});

test("vitest: in jsdom the functions answer, and a refusal names its field", async (run) => {
  assert.match(await npm(await installed(run, "vitest"), "test"), /2 passed/);
});

test("typescript: the program, and the types of every entry, compile with each version from 4.9 on", async (run) => {
  const folder = await installed(run, "long/typescript-versions");
  copyFileSync(join(HOSTS, "typescript/main.ts"), join(folder, "main.ts"));
  const compilers = readdirSync(join(folder, "node_modules")).filter((name) => name.startsWith("typescript-"));
  assert.equal(compilers.length, 13);
  for (const compiler of compilers) assert.equal(await told(folder, process.execPath, [join("node_modules", compiler, "bin/tsc")]), "", compiler);
});

test("workerd: the worker answers a request, and says what is wrong with another", async (run) => {
  const folder = await installed(run, "workerd");
  await npm(folder, "run", "build");
  const worker = startedWorker(run, folder);
  const answerTo = (facts) => worker.dispatchFetch("http://localhost/", { method: "POST", body: JSON.stringify(facts) });
  const answered = await answerTo(FACTS);
  assert.equal((await answered.json()).answer.heading, HEADING);
  const refused = await answerTo({ ...FACTS, area: "nowhere" });
  assert.equal(refused.status, 400);
  assert.equal((await refused.json()).path, "area");
});

test("surveyjs: an expression of the survey answers", async (run) => {
  const page = await builtAndOpened(run, "surveyjs", "dist");
  await page.getByLabel("When was the concern identified?").fill(FACTS.concernsIdentifiedAt);
  await page.getByText("Yes", { exact: true }).click();
  await page.getByText(HEADING).waitFor();
  assert.deepEqual(page.faults, []);
});

test("formio: a component of the form answers, and says what is wrong with half a date", async (run) => {
  const page = await builtAndOpened(run, "formio", "dist");
  const date = page.getByLabel("When was the concern identified?");
  await date.fill("2026-12");
  await page.getByRole("status").getByText("expected a date").waitFor();
  await date.fill(FACTS.concernsIdentifiedAt);
  await page.getByText("Yes", { exact: true }).click();
  assertWhole(await statusOf(page));
  assert.deepEqual(page.faults, []);
});

test("json-forms: the form answers, and shows a question while it could change the answer", async (run) => {
  const page = await builtAndOpened(run, "json-forms", "dist");
  const question = page.getByLabel("Is immediate action needed?");
  await page.getByLabel("When was the concern identified?").fill(FACTS.concernsIdentifiedAt);
  await question.waitFor();
  await page.getByLabel("Is there a serious risk of harm?").selectOption("Yes");
  await question.waitFor({ state: "hidden" });
  assertWhole(await statusOf(page));
  assert.deepEqual(page.faults, []);
});

/** What wrangler has built, run as Cloudflare runs it. */
function startedWorker(run, folder) {
  const { Miniflare } = createRequire(join(folder, "package.json"))("miniflare");
  const dist = join(folder, "dist");
  const { compatibility_date: compatibilityDate } = JSON.parse(readFileSync(join(folder, "wrangler.json"), "utf8"));
  const worker = new Miniflare({
    modules: true,
    modulesRoot: dist,
    modulesRules: [{ type: "CompiledWasm", include: ["**/*.wasm"] }],
    scriptPath: join(dist, "worker.js"),
    compatibilityDate,
    cf: false,
  });
  run.after(() => worker.dispose());
  return worker;
}
