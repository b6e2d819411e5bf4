// Each host of this folder is a small real project. Here it is installed from the packed package, built, served and opened.

import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { serve } from "../../pkg-config/serve.mjs";

const tools = createRequire(new URL("../../pkg-config/package.json", import.meta.url));
const { chromium } = tools("playwright-core");
const start = promisify(execFile);

export const HOSTS = fileURLToPath(new URL(".", import.meta.url));
export const TARBALL = process.env.SAFEGUARDING_TARBALL ?? fileURLToPath(new URL("../../pkg-config/packed/safeguarding-rules.tgz", import.meta.url));
const CHROMIUM = process.env.SAFEGUARDING_CHROMIUM ?? process.env.CHROMIUM_PATH ?? "/usr/bin/chromium";
const NPM = process.platform === "win32" ? "npm.cmd" : "npm";
const TIMEOUT_IN_MS = 20_000;
/** How long a program may take to install, to build or to answer. */
const PROGRAM_TIMEOUT_IN_MS = 240_000;

/** What every host is asked, and what each must answer. */
export const FACTS = { area: "generic", concerns: { seriousRisk: true }, concernsIdentifiedAt: "2026-12-23" };
export const HEADING = "Hold the strategy meeting on Wednesday 23 December 2026, the same day.";

/** When every page is opened: that morning. */
const NOW = "2026-12-23T10:05Z";

/** An empty folder outside the project, so that nothing of the project is found from it. */
export function emptyFolder(run) {
  if (!existsSync(TARBALL)) throw new Error("There is no package to install. Pack it with: cargo xtask build");
  const folder = mkdtempSync(join(tmpdir(), "safeguarding-host-"));
  run.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The project of one host, with exactly the packages of its lock and the packed package. */
export async function installed(run, name) {
  const folder = emptyFolder(run);
  cpSync(join(HOSTS, name), folder, { recursive: true });
  copyFileSync(TARBALL, join(folder, "safeguarding-rules.tgz"));
  await npm(folder, "ci", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund");
  return folder;
}

/** What an npm command says. */
export async function npm(folder, ...words) {
  return told(folder, NPM, ["--silent", ...words]);
}

/** What a program says; its own words, where it fails. */
export async function told(folder, program, words) {
  try {
    const { stdout } = await start(program, words, { cwd: folder, env: { ...process.env, NO_COLOR: "1" }, timeout: PROGRAM_TIMEOUT_IN_MS });
    return stdout.trim();
  } catch (failed) {
    throw new Error(`${words.join(" ")}: ${failed.message}\n${failed.stdout}\n${failed.stderr}`);
  }
}

/** What a host with a plain page answers. */
export async function pageAnswer(run, name, built) {
  return answerOf(await builtAndOpened(run, name, built));
}

/** The page of a host: installed, built into the folder `built`, served under its policy, opened. */
export async function builtAndOpened(run, name, built, path = "") {
  const folder = await installed(run, name);
  await npm(folder, "run", "build");
  return opened(run, (await served(run, join(folder, built), name)) + path);
}

/** Starts a program in a host's folder, with settings of its own, and gives the address that it prints. */
export async function startedServer(run, folder, program, words, settings) {
  const server = spawn(program, words, { cwd: folder, env: { ...process.env, NO_COLOR: "1", ...settings }, timeout: PROGRAM_TIMEOUT_IN_MS });
  const ended = once(server, "exit");
  run.after(async () => {
    server.kill();
    await ended;
  });
  for await (const line of createInterface({ input: server.stdout })) {
    const address = line.match(/http:\S+/)?.[0];
    if (address) return address;
  }
  throw new Error(`${program} ended without an address`);
}

/** Serves a host's folder under the policy that its page in the documentation names. */
export async function served(run, folder, name, changed = (policy) => policy) {
  const policy = readFileSync(join(HOSTS, name, "content-security-policy.txt"), "utf8").trim();
  const server = await serve(folder, 0, () => ({ "Content-Security-Policy": changed(policy) }));
  run.after(() => server.close());
  return server.address;
}

let browser;
after(async () => (await browser)?.close());

/** A page in Chromium, which keeps whatever goes wrong in it. */
export async function opened(run, address, settings) {
  browser ??= chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu"] });
  const context = await (await browser).newContext({ locale: "en-GB", timezoneId: "Europe/London", ...settings });
  run.after(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(TIMEOUT_IN_MS);
  page.faults = [];
  // It goes on from there: forms wait a moment after a key, by the clock.
  await page.clock.install({ time: NOW });
  page.on("pageerror", (error) => page.faults.push(error.message));
  page.on("console", (message) => message.type() === "error" && page.faults.push(message.text()));
  await page.goto(address);
  return page;
}

/** Fills in the form of a plain page, in which nothing may go wrong, and reads what it then says, a sentence a line. */
export async function answerOf(page) {
  await fillIn(page);
  const sentences = await statusOf(page);
  assert.deepEqual(page.faults, []);
  return sentences;
}

export async function fillIn(page) {
  await page.getByLabel("When was the concern identified?").fill(FACTS.concernsIdentifiedAt);
  await page.getByLabel("Is there a serious risk of harm?").selectOption("Yes");
  await page.getByRole("button", { name: "How soon must we meet?" }).click();
}

/** What the page's live region says once it holds the answer, a sentence a line. */
export async function statusOf(page, heading = HEADING) {
  const status = page.getByRole("status").filter({ hasText: heading });
  await status.waitFor();
  return (await status.innerText()).split(/\n+/);
}

/** The answer stands first, what would settle it next, and all that is to be borne in mind after. */
export function assertWhole([heading, advice, ...others]) {
  assert.equal(heading, HEADING);
  assert.match(advice, /until then/i);
  assert.ok(others.some((sentence) => sentence.endsWith("?")), "nothing is asked");
  assert.ok(others.some((sentence) => sentence.endsWith(".")), "there is no caution");
}
