// A portal's own sentences in the elements: each says what ours says, in one line that can be seen.

import assert from "node:assert/strict";
import { test } from "node:test";
import { leave, openForTests, visit } from "./the-elements.mjs";

const env = openForTests();

/** Tries each of some sentences by itself: the names and signs of those that were taken. */
function tried(page, given) {
  return page.evaluate(async (given) => {
    const { setMessages } = await import("/safeguarding-rules/elements.js");
    return given.map(([id, text]) => {
      try {
        setMessages({ [id]: text });
        return "taken";
      } catch ({ code, path, message }) {
        return `${code} ${path} ${message}`;
      }
    });
  }, given);
}

const QUESTION = "elements.protect.question";

test("a sentence that is blank, of two lines, with a sign that nobody sees or of any length is refused", async () => {
  const page = await visit(env, "away.html");
  const wrong = { "": /sentence/, " ": /sentence/, "\u200b": /sentence/, "\u00ad \u200b": /sentence/, "a\nb": /one line/, "a\u0000b": /one line/, "\u202eabc": /one line/, "a\u2028b": /one line/, "a\u200db": /one line/, "\ufeffa": /one line/, ["x".repeat(2_001)]: /2,000/, "a {": /braces/ };
  for (const id of [QUESTION, "elements.danger.strong", "elements.danger.before"]) {
    const said = await tried(page, Object.keys(wrong).map((text) => [id, text]));
    Object.values(wrong).forEach((message, place) => {
      assert.match(said[place], new RegExp(`^bad-input ${id} `));
      assert.match(said[place], message);
    });
  }
  assert.deepEqual(await tried(page, [[QUESTION, "A\u00adoes it?"], [QUESTION, "x".repeat(2_000)]]), ["taken", "taken"]);
  await leave(page);
});

test("no place of any sentence can be dropped, doubled in another's stead, or added; each may stand elsewhere", async () => {
  const page = await visit(env, "away.html");
  const listed = await page.evaluate(async () => Object.entries((await import("/safeguarding-rules/elements.js")).listMessages()));
  const withPlaces = listed.filter(([, text]) => text.includes("{"));
  assert.ok(withPlaces.length > 30);
  const without = withPlaces.flatMap(([id, text]) => [...new Set(text.match(/\{\w+\}/g))].map((place) => [id, `${text.replaceAll(place, "")}z`]));
  for (const said of await tried(page, without)) assert.match(said, /^bad-input elements\..* Expected the places in braces/);
  for (const said of await tried(page, withPlaces.map(([id, text]) => [id, `${text} {zzz}`]))) assert.match(said, /^bad-input /);
  for (const said of await tried(page, withPlaces.map(([id, text]) => [id, `x ${text.match(/\{\w+\}/g).reverse().join(" ")}`]))) assert.equal(said, "taken");
  assert.deepEqual(await tried(page, [["elements.asked.follow.two", "Dau arall."], ["elements.limits.hours.one", "awr"]]), ["taken", "taken"]);
  for (const said of await tried(page, [["elements.asked.follow.few", "Arall."], ["elements.limits.hours.other", "oriau"]])) assert.match(said, /places in braces/);
  await leave(page);
});

test("of a list with one sentence that is refused none is taken", async () => {
  const page = await visit(env, "away.html");
  const { before, after } = await page.evaluate(async (id) => {
    const { listMessages, setMessages } = await import("/safeguarding-rules/elements.js");
    const before = listMessages()[id];
    try {
      setMessages({ [id]: "Is it so?", "elements.danger.strong": "\u200b" });
    } catch {
      // It is refused.
    }
    return { before, after: listMessages()[id] };
  }, QUESTION);
  assert.equal(after, before);
  await leave(page);
});
