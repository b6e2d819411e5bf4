// What somebody hears who listens to an answer from its start to its end.

import assert from "node:assert/strict";
import { test } from "node:test";
import { isAsKept } from "./kept.mjs";
import { SCENES, arriveAt } from "./scenes.mjs";
import { folderOf, leave, openForTests, tool } from "./the-page.mjs";

const SCENE = "guide-answer-settled";
const MOST_PHRASES = 5000;

const env = openForTests();

/** A screen reader as a program, to be run in the page itself. */
async function screenReader() {
  const { outputFiles } = await tool("esbuild").build({
    stdin: { contents: 'export { virtual } from "@guidepup/virtual-screen-reader";', resolveDir: folderOf("pkg-config/") },
    bundle: true, write: false, format: "iife", globalName: "screenReader", platform: "browser", target: "es2022",
  });
  return `${outputFiles[0].text}; globalThis.screenReader = screenReader;`;
}

/** Each phrase, with what is opened on demand open. */
async function phrasesOf(page) {
  await page.evaluate(await screenReader());
  return page.evaluate(async (most) => {
    for (const part of document.querySelectorAll("details")) part.open = true;
    const { virtual } = globalThis.screenReader;
    await virtual.start({ container: document.body });
    for (let phrase = 0; phrase < most && (await virtual.lastSpokenPhrase()) !== "end of document"; phrase++) await virtual.next();
    const phrases = await virtual.spokenPhraseLog();
    await virtual.stop();
    return phrases;
  }, MOST_PHRASES);
}

/** A mark or a number that no word goes with; a value follows its term. */
function bare(phrases) {
  return phrases.filter((phrase, index) => !/\p{L}/u.test(phrase) && phrases[index - 1] !== "definition");
}

test("check 18: a screen reader reads the answer as it is kept, from the 999 line to the end, and no bare mark or number", async () => {
  const page = await arriveAt(SCENES.find(({ name }) => name === SCENE), env);
  const phrases = await phrasesOf(page);
  assert.equal(phrases.at(-1), "end of document");
  assert.ok(phrases.indexOf("call 999 now") < phrases.findIndex((phrase) => phrase.startsWith("heading, Hold the strategy meeting")));
  assert.deepEqual(bare(phrases), []);
  isAsKept(`transcripts/${SCENE}.txt`, phrases.join("\n"));
  await leave(page);
});
