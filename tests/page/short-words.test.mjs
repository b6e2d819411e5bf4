// Short words are said in full on the page that says them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { SHORT_WORDS } from "../../www-demo/app/words.js";
import { throughTheGuide } from "./scenes.mjs";
import { leave, library, openForTests, visit } from "./the-page.mjs";

/** Nobody who comes to a meeting needs these in full; what SMART stands for is the question of its own view. */
const KNOWN_TO_ALL = ["GP", "NHS", "SMART"];

const env = openForTests();

test("every short word that the library says is known to the page", () => {
  const said = Object.values(library.listMessages()).flatMap((text) => text.match(/\b[A-Z]{2,6}\b/g) ?? []);
  assert.deepEqual([...new Set(said)].filter((word) => !KNOWN_TO_ALL.includes(word)).sort(), Object.keys(SHORT_WORDS.words));
});

test("those on a page are said in full once, and others are not", async () => {
  const page = await visit(env, "#/guide");
  await throughTheGuide(page);
  const line = await page.getByText("Short words on this page").textContent();
  assert.equal(line.match(/SPOC, single point of contact/g).length, 1);
  assert.ok(!line.includes("LADO"), line);
  await page.goto(`${env.server.address}#/start-again`);
  await page.getByRole("heading", { level: 1, name: "Start again" }).waitFor();
  assert.equal(await page.getByText("Short words on this page").count(), 0);
  await leave(page);
});
