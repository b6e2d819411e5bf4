// No cell of a table becomes a formula, whatever stands before it and on however many lines.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";

const tools = createRequire(new URL("../../pkg-config/package.json", import.meta.url));
const Papa = tools("papaparse");
const { outputFiles } = await tools("esbuild").build({
  entryPoints: [new URL("../../www-demo/app/out/table.js", import.meta.url).pathname],
  bundle: true, write: false, format: "esm", platform: "node",
  nodePaths: [new URL("../../pkg-config/node_modules", import.meta.url).pathname],
});
const { csvOf } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString("base64")}`);

const UNSEEN = [...Array.from({ length: 33 }, (_, code) => code), ...Array.from({ length: 33 }, (_, code) => 0x7f + code), 0x200b, 0x202e, 0x2028, 0x2066, 0xfeff].map((code) => String.fromCodePoint(code));

test("every sign that begins a formula, with each control character before and after, is marked as text", async () => {
  for (const sign of "=+-@＝＋－＠") {
    for (const unseen of ["", ...UNSEEN]) {
      for (const cell of [`${unseen}${sign}cmd()`, `${unseen}${unseen}${sign}1+1${unseen}`, `${sign}1${unseen}\nsecond line`]) {
        const { data } = Papa.parse(await csvOf(["a"], [[cell]]), { header: false, newline: "\r\n" });
        assert.equal(data[1][0][0], "'", JSON.stringify(cell));
      }
    }
  }
});

test("words and numbers stay as they are", async () => {
  assert.equal(await csvOf(["a", "b"], [["By Thursday – or sooner", -1]]), "\uFEFFa,b\r\nBy Thursday – or sooner,-1");
});
