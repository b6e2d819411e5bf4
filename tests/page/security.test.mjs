// What the page has no code for, what its browser is told to forbid, and who may not put it in a frame.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { test } from "node:test";
import { headersOf } from "../../www-demo/app/policy.mjs";
import { serve } from "../../pkg-config/serve.mjs";
import { DEMO, folderOf, openForTests, visit } from "./the-page.mjs";

const SOURCES = ["www-demo/", "pkg-config/npm/elements/parts/"];
const BANNED =
  /innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|new Function|\bfetch\s*\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection|iframe|localStorage|sessionStorage|indexedDB|document\.cookie|location\s*=|location\.(href|assign|replace)|window\.open|\.style\b|https?:/i;
/** What the page takes away from itself it cannot use, and the name of a kind of element leads nowhere. */
const HARMLESS = /^\s*delete window(\.\w+|\["\w+"\]);$|^const (NAMESPACE|SVG) = "http:\/\/www\.w3\.org\/2000\/svg";$/;
/** What the portal's page allows in its policy, and the package names so: WebAssembly alone. */
const IN_POLICY = "'wasm-unsafe-eval'";
/** The places that keep what was entered, and a pack that is written, in the tab alone. */
const IN_TAB = { file: /www-demo\/(app\/parts\/kept-in-tab|playground\/kept)\.js$/, line: /^\s*(return |return JSON\.parse\()?window\.sessionStorage\.\w+Item\(NAME/ };
const ONLY_BY_HEADER = "frame-ancestors 'none'; ";

const env = openForTests();
const built = (name) => readFileSync(join(DEMO, name), "utf8");

test("check 35: the source puts in no markup, sends nothing, stores nothing beside the tab and names no other place; the policy is one and the same", async () => {
  for (const folder of SOURCES) {
    const sources = sourcesIn(folderOf(folder));
    assert.ok(sources.length > 5, folder);
    for (const file of sources) {
      const found = readFileSync(file, "utf8").split("\n").filter((line) => BANNED.test(line.replace(IN_POLICY, "")) && !HARMLESS.test(line) && !(IN_TAB.file.test(file) && IN_TAB.line.test(line)));
      assert.deepEqual(found, [], file);
    }
  }
  const html = built("index.html");
  assert.doesNotMatch(html, /<style|style=|<script>|\son\w+=|https?:/);
  assert.doesNotMatch(built("style.css"), /@import|@font-face|url\((?!"?data:)|GDS Transport/);

  const sent = (await fetch(env.server.address)).headers.get("content-security-policy");
  const [, inPage] = html.match(/<meta http-equiv="Content-Security-Policy" content="([^"]+)">/);
  assert.equal(inPage, sent.replace(ONLY_BY_HEADER, ""));
  assert.ok(sent.includes(ONLY_BY_HEADER) && html.indexOf(inPage) < html.indexOf("<link"), "before whatever it is to rule");
  const documented = readFileSync(folderOf("README.md"), "utf8");
  for (const [name, value] of Object.entries(headersOf("/index.html"))) assert.ok(documented.includes(`\n${name}: ${value}\n`), name);
  assert.ok(documented.includes(`\`${headersOf("/sw.js")["Content-Security-Policy"]}\``), "of the service worker");
});

test("check 36: no WebRTC after the page has started", async () => {
  const page = await visit(env);
  assert.deepEqual(await page.evaluate(() => [typeof RTCPeerConnection, typeof webkitRTCPeerConnection]), ["undefined", "undefined"]);
  await page.context().close();
});

test("check 36: a page that frames this one shows nothing of it", async (t) => {
  const withoutHeaders = await serve(DEMO, 0, () => ({}));
  t.after(withoutHeaders.close);
  const framing = createServer((request, response) => response.writeHead(200, { "content-type": "text/html" }).end(`<iframe src="${request.url.slice(2)}"></iframe>`));
  t.after(() => framing.close());
  await new Promise((listening) => framing.listen(0, "127.0.0.1", listening));
  const page = await env.browser.newPage();
  t.after(() => page.close());
  const framed = async (address) => {
    await page.goto(`http://127.0.0.1:${framing.address().port}/?${address}`);
    return page.frames()[1];
  };
  const free = await framed(withoutHeaders.address);
  await free.getByRole("heading", { name: "What do you need?" }).waitFor();
  const held = await framed(env.server.address);
  assert.doesNotMatch(await held.locator("body").innerText(), /safeguarding|999/i);
});

function sourcesIn(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourcesIn(path);
    return /\.(js|html|scss|svg)$/.test(entry.name) ? [path] : [];
  });
}
