// The page for whoever has set a dark screen: it is dark altogether, and paper stays light. That words and pictures stand out is seen on every screen (layout.test.mjs).

import assert from "node:assert/strict";
import { test } from "node:test";
import { SCENES, arriveAt } from "./scenes.mjs";
import { leave, openForTests, visit } from "./the-page.mjs";

const DARK = { media: "screen", colorScheme: "dark" };
const SAME_EVERYWHERE = ["white", "rgb(255, 255, 255)"];

const env = openForTests();

const groundOf = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

test("dark: the browser draws its own controls dark, and a page without that wish is light", async () => {
  const page = await visit(env);
  assert.ok(SAME_EVERYWHERE.includes(await groundOf(page)));
  await page.emulateMedia(DARK);
  assert.ok(!SAME_EVERYWHERE.includes(await groundOf(page)));
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme), "dark");
  await leave(page);
});

test("dark: what is printed is black on white", async () => {
  const page = await arriveAt(SCENES.find(({ name }) => name === "guide-answer-settled"), env);
  const colours = () => page.evaluate(() => ["body", "main h1", ".card", ".picture__text", ".picture__cell", ".govuk-tag"].map((selector) => {
    const { color, backgroundColor, fill, stroke } = getComputedStyle(document.querySelector(selector));
    return [selector, color, backgroundColor, fill, stroke];
  }));
  await page.emulateMedia({ media: "print", colorScheme: "light" });
  const light = await colours();
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  assert.deepEqual(await colours(), light);
  await leave(page);
});

for (const colorScheme of ["light", "dark"]) {
  test(`${colorScheme}: no button turns green, whatever is done to it`, async () => {
    const page = await visit(env, "#/start-again");
    await page.emulateMedia({ media: "screen", colorScheme });
    for (const button of await page.getByRole("button").all()) {
      const colour = () => button.evaluate((element) => getComputedStyle(element).backgroundColor.match(/\d+/g).map(Number));
      for (const act of [() => button.hover(), () => button.focus(), () => page.mouse.move(0, 0)]) {
        await act();
        const [red, green, blue] = await colour();
        assert.ok(green <= Math.max(red, blue), `${red} ${green} ${blue}`);
      }
    }
    await leave(page);
  });
}
