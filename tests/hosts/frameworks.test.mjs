// The element as a field of a framework's form: its name, what is required of it, its facts, its events, and what it posts.

import assert from "node:assert/strict";
import { test } from "node:test";
import { filledIn } from "./filled-in.mjs";
import { builtAndOpened } from "./the-host.mjs";

test("react: the element is a field of the form, and its types are those of the page", async (run) => filledIn(await builtAndOpened(run, "react", "dist")));

test("vue: the element is a field of the form; what is bound to false is not so", async (run) => {
  const page = await builtAndOpened(run, "vue", "dist");
  const standing = () => page.locator("sg-timescale").evaluate(({ name, required, disabled }) => ({ name, required, disabled }));
  await page.locator("sg-timescale").getByRole("radio").first().waitFor();
  assert.deepEqual(await standing(), { name: "how-soon", required: true, disabled: false });
  await page.getByLabel("The referral is closed").check();
  assert.deepEqual(await standing(), { name: "how-soon", required: false, disabled: true });
  assert.equal(await page.locator("sg-timescale").getByRole("radio").first().isDisabled(), true);
  await page.getByLabel("The referral is closed").uncheck();
  await filledIn(page);
});
