// The page without a network, the page that is renewed, and what the browser must not keep in the page's place.

import assert from "node:assert/strict";
import { cp, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { after, test } from "node:test";
import { TYPES, headersOf } from "../../www-demo/app/policy.mjs";
import { serve } from "../../pkg-config/serve.mjs";
import { WHEN, guideTo } from "./scenes.mjs";
import { DEMO, keptOnDevice, leave, openForTests, press, radio, visit } from "./the-page.mjs";

const env = openForTests();
const ends = [];
after(() => Promise.all(ends.map((end) => end())));

/** A server of the page's files in a folder of their own, to be changed under the page. */
async function ownServer() {
  const folder = await mkdtemp(join(tmpdir(), "page-"));
  await cp(DEMO, folder, { recursive: true });
  const server = await serve(folder);
  ends.push(() => rm(folder, { recursive: true }), server.close);
  return { folder, server };
}

async function keptByTheBrowser(page) {
  return page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    const kept = await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname.slice(1))));
    return kept.flat().sort();
  });
}

/** The next version of the page: its script and its style's hash in the service worker are other ones. */
async function renew(folder) {
  const [script, worker] = [join(folder, "main.js"), join(folder, "sw.js")];
  const before = await readFile(script);
  const next = Buffer.concat([before, Buffer.from("\n;document.documentElement.dataset.version='2'")]);
  const hash = (algorithm, bytes) => `${algorithm}-${createHash(algorithm).update(bytes).digest("base64")}`;
  let text = await readFile(worker, "utf8");
  for (const algorithm of ["sha256", "sha384"]) {
    assert.ok(text.includes(hash(algorithm, before)), "the script's hash stands in the service worker");
    text = text.replace(hash(algorithm, before), hash(algorithm, next));
  }
  await writeFile(script, next);
  await writeFile(worker, text);
}

async function toTheAnswer(page) {
  await page.getByRole("link", { name: "How soon must we meet?" }).click();
  await radio(page, "Does the child need protecting today?", "No").check();
  await press(page, "Continue");
  await page.getByLabel("County Durham", { exact: true }).check();
  await press(page, "Continue");
  await guideTo(page, WHEN);
  await press(page, "Show the answer");
  await page.locator("article.answer").waitFor();
}

test("check 26: what is kept is exactly the page's own files", async () => {
  const page = await visit(env);
  assert.deepEqual(await keptByTheBrowser(page), (await readdir(DEMO)).filter((name) => !["sw.js", "sw-taken-away.js", "safeguarding-rules.html", "portal", "playground"].includes(name)).sort());
  await leave(page);
});

for (const [what, answer] of [
  ["a redirect to a login page", (response) => response.writeHead(302, { location: "/login" }).end()],
  ["a login page in a file's place", (response) => response.writeHead(200, { "content-type": "text/html" }).end("<h1>Log in to this network</h1>")],
  ["an error", (response) => response.writeHead(503).end()],
  ["a file as another type", (response, bytes) => response.writeHead(200, { "content-type": "text/plain" }).end(bytes)],
  ["half a file", (response, bytes) => response.writeHead(200, { "content-type": "text/javascript" }).end(bytes.subarray(0, bytes.length / 2))],
  ["a dropped connection", (response, bytes) => {
    response.writeHead(200, { "content-type": "text/javascript", "content-length": bytes.length });
    response.write(bytes.subarray(0, 5000), () => response.destroy());
  }],
]) {
  test(`check 26: ${what} while a new version is fetched leaves the old one working`, async () => {
    const { folder, server } = await ownServer();
    const page = await visit({ ...env, server });
    const before = await keptByTheBrowser(page);
    await server.close();
    await renew(folder);
    const faulty = createServer(async (request, response) => {
      const name = new URL(request.url, server.address).pathname.slice(1) || "index.html";
      if (name === "login") return response.writeHead(200, { "content-type": "text/html" }).end("<h1>Log in to this network</h1>");
      const bytes = await readFile(join(folder, name)).catch(() => null);
      if (!bytes) return response.writeHead(404).end();
      if (name === "main.js") return answer(response, bytes);
      response.writeHead(200, { "content-type": TYPES[extname(name)] }).end(bytes);
    });
    ends.push(() => faulty.close());
    await new Promise((listening) => faulty.listen(new URL(server.address).port, "127.0.0.1", listening));
    // The worker that cannot be installed ends; the one before it stays.
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration.update().catch(() => {});
      await new Promise((ended) => {
        const worker = registration.installing;
        if (!worker) return ended();
        worker.addEventListener("statechange", () => worker.state === "redundant" && ended());
      });
    });
    assert.equal(await page.locator("#banners").innerText(), "");
    await page.reload();
    await page.getByRole("heading", { name: "What do you need?" }).waitFor();
    assert.deepEqual(await keptByTheBrowser(page), before);
    await page.context().close();
  });
}

test("check 27: a new version waits until it is asked for, keeps what was entered, reloads once and leaves one cache", async () => {
  const { folder, server } = await ownServer();
  const page = await visit({ ...env, server });
  await keptByTheBrowser(page);
  await page.reload();
  await toTheAnswer(page);
  let loads = 0;
  page.on("load", () => loads++);
  await renew(folder);
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  await page.getByText("New version ready. What you entered is kept.").waitFor();
  assert.equal(loads, 0, "nothing is reloaded unasked");
  await press(page, "Update now");
  await page.waitForFunction(() => document.documentElement.dataset.version === "2");
  await page.locator("article.answer").waitFor();
  await page.getByRole("link", { name: "Guide" }).click();
  assert.ok(await radio(page, "Does the child need protecting today?", "No").isChecked(), "what was entered is there");
  assert.equal(loads, 1);
  assert.equal(await page.evaluate(async () => (await caches.keys()).length), 1);
  assert.equal(await page.evaluate(() => JSON.stringify([history.state, localStorage.length, Object.keys(sessionStorage)])), '[null,0,["case"]]');
  await leave(page);
});

test("check 27: of two open tabs each is renewed when it is asked to be, and keeps what was entered in it", async () => {
  const { folder, server } = await ownServer();
  const one = await visit({ ...env, server }, "#/guide");
  await keptByTheBrowser(one);
  await one.reload();
  const other = await one.context().newPage();
  await other.goto(`${server.address}#/guide`);
  await renew(folder);
  await one.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  for (const [tab, answer] of [[one, "No"], [other, "I am not sure"]]) {
    await tab.getByText("New version ready. What you entered is kept.").waitFor();
    await radio(tab, "Does the child need protecting today?", answer).check();
  }
  for (const [tab, answer] of [[one, "No"], [other, "I am not sure"]]) {
    assert.ok(await radio(tab, "Does the child need protecting today?", answer).isChecked(), "nothing was reloaded by the other tab");
    await press(tab, "Update now");
    await tab.waitForFunction(() => document.documentElement.dataset.version === "2");
    await tab.waitForFunction(() => document.querySelector("main input:checked"));
    assert.ok(await radio(tab, "Does the child need protecting today?", answer).isChecked());
  }
  await leave(one);
});

test("check 27: what a renewed page cannot get back it calls gone", async () => {
  const page = await visit(env);
  await page.evaluate(() => history.replaceState({ token: "held by nobody" }, ""));
  await page.reload();
  await page.locator("#banners").getByText("what you had entered could not be brought back. Enter it again, or open a copy.").waitFor();
  await leave(page);
});

test("what stands below the page's address and is none of its files comes from the server", async () => {
  const { folder, server } = await ownServer();
  await writeFile(join(folder, "another.html"), "<h1>Another page of this server</h1>");
  const page = await visit({ ...env, server });
  await keptByTheBrowser(page);
  await page.goto(`${server.address}another.html`);
  assert.equal(await page.locator("h1").innerText(), "Another page of this server");
  for (const address of ["another", "nowhere/", "main", "index.html/answer"]) assert.equal((await page.goto(server.address + address)).status(), 404, address);
  await page.context().close();
});

test("what is kept is shown under the page's own headers, whatever the server sent when it was fetched", async () => {
  const folder = await mkdtemp(join(tmpdir(), "page-"));
  await cp(DEMO, folder, { recursive: true });
  const server = await serve(folder, 0, (path) => (path.endsWith("/sw.js") ? headersOf(path) : { "Referrer-Policy": "unsafe-url", "X-Kept": "for good" }));
  ends.push(() => rm(folder, { recursive: true }), server.close);
  const page = await visit({ ...env, server });
  await keptByTheBrowser(page);
  const headers = (await page.reload()).headers();
  for (const [name, value] of Object.entries({ ...headersOf("/"), "Content-Type": TYPES[".html"] })) assert.equal(headers[name.toLowerCase()], value, name);
  assert.equal(headers["x-kept"], undefined);
  await page.context().close();
});

test("a page says when its rules were checked, and says loudly after six months that they and itself are old", async () => {
  const checked = "The rules in this page were last checked on Saturday 21 November 2026.";
  const { server } = await ownServer();
  const page = await visit({ ...env, server }, "#/keeps");
  await page.locator("footer").getByText(checked).waitFor();
  await keptByTheBrowser(page);
  while ((await keptOnDevice(page)).length === 0) await page.waitForTimeout(100);
  await page.reload();
  await page.getByText("This page last looked for a newer version of itself on Wednesday 23 December 2026.").waitFor();
  const banner = page.getByRole("region", { name: "This page is old" });
  assert.equal(await banner.count(), 0);
  await server.close();
  await page.clock.setFixedTime("2027-05-22T10:00Z");
  await page.reload();
  await banner.getByText("last checked on Saturday 21 November 2026, more than six months ago").waitFor();
  assert.equal(await banner.getByText("looked for a newer version").count(), 0, "five months");
  await page.clock.setFixedTime("2027-06-24T10:00Z");
  await page.reload();
  await banner.getByText("last looked for a newer version of itself on Wednesday 23 December 2026, more than six months ago").waitFor();
  await page.context().close();
});

test("the worker that takes the page away leaves nothing of it, and an open page goes on", async () => {
  const { folder, server } = await ownServer();
  const page = await visit({ ...env, server }, "#/guide");
  await keptByTheBrowser(page);
  await radio(page, "Does the child need protecting today?", "No").check();
  await cp(join(folder, "sw-taken-away.js"), join(folder, "sw.js"));
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  await page.waitForFunction(async () => (await caches.keys()).length === 0 && (await navigator.serviceWorker.getRegistration()) === undefined);
  assert.ok(await radio(page, "Does the child need protecting today?", "No").isChecked());
  await page.context().close();
});

test("check 40: the page as one single file opens from a folder and answers without a network", async () => {
  const context = await env.browser.newContext();
  await context.setOffline(true);
  const page = await context.newPage();
  const [faults, requests] = [[], []];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("request", (request) => requests.push(request.url()));
  const address = `file://${join(DEMO, "safeguarding-rules.html")}`;
  await page.goto(address);
  await toTheAnswer(page);
  assert.deepEqual(faults, []);
  assert.deepEqual(requests.filter((url) => !url.startsWith("blob:") && !url.startsWith("data:")), [address]);
  assert.ok(await page.evaluate(() => fetch("https://example.org").then(() => false, () => true)), "sending is blocked");
  await context.close();
});
