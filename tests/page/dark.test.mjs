// The page for whoever has set a dark screen: words and pictures stand out as they do by day, and paper stays light.

import assert from "node:assert/strict";
import { test } from "node:test";
import { faintText } from "./in-page.mjs";
import { SCENES, arriveAt } from "./scenes.mjs";
import { leave, openForTests, tool, visit } from "./the-page.mjs";

const [LEAST_CONTRAST, LEAST_OF_SHAPES] = [4.5, 3];
const WITH_PICTURES = ["guide-answer-settled", "quarter-report", "rules-document"];
const DARK = { media: "screen", colorScheme: "dark" };
const SAME_EVERYWHERE = ["white", "rgb(255, 255, 255)"];

const env = openForTests();
const { AxeBuilder } = tool("@axe-core/playwright");

const groundOf = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

for (const scene of SCENES) {
  test(`dark: words stand out on the screen ${scene.name}`, async () => {
    const page = await arriveAt(scene, env);
    await page.emulateMedia(DARK);
    const { violations } = await new AxeBuilder({ page }).withRules(["color-contrast", "link-in-text-block"]).setLegacyMode().analyze();
    assert.deepEqual(violations.map(({ nodes }) => nodes.map(({ html }) => html)), []);
    assert.deepEqual(await page.evaluate(faintText, LEAST_CONTRAST), []);
    if (WITH_PICTURES.includes(scene.name)) assert.deepEqual(await page.evaluate(faintShapes, LEAST_OF_SHAPES), []);
    await leave(page);
  });
}

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

/** The lines and grounds of pictures that do not stand out from the page's ground; runs in the page. */
function faintShapes(least) {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const luminance = (colour) => {
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [red, green, blue] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const ground = luminance(getComputedStyle(document.body).backgroundColor);
  const drawn = { stroke: ".picture__bar, .picture__ring, .picture__stripe, .picture__last, .picture__box, .picture__arrow, .picture__run, .picture__track, .picture__axis", fill: ".picture__sign, .picture__fill" };
  const shapes = Object.entries(drawn).flatMap(([property, selector]) => [...document.querySelectorAll(selector)].map((shape) => ({ shape, colour: getComputedStyle(shape)[property] })));
  if (shapes.length === 0) return ["there is no picture"];
  const contrast = (colour) => {
    const [darker, lighter] = [luminance(colour), ground].sort((one, other) => one - other);
    return (lighter + 0.05) / (darker + 0.05);
  };
  return shapes.filter(({ colour }) => contrast(colour) < least).map(({ shape, colour }) => `${shape.getAttribute("class")}: ${colour}`);
}
