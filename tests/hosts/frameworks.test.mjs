// The element as a field of a framework's form: its name, what is required of it, its facts, its events, and what it posts.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { FACTS, builtAndOpened, statusOf } from "./the-host.mjs";

const PROTECT = "Does the child need protecting today?";
const HELD = "Hold the strategy meeting";

/** Fills in a framework's form, and reads what it has worked out from what was posted. */
export async function filledIn(page) {
  const answer = (answer) => page.getByRole("group", { name: PROTECT }).getByLabel(answer, { exact: true });
  await page.getByLabel("When was the concern identified?").fill(FACTS.concernsIdentifiedAt);
  await answer("No").waitFor();
  // It is required: nothing is sent before it is answered.
  await page.getByRole("button", { name: "Save" }).click();
  assert.equal(await page.locator("sg-timescale").evaluate(({ validity }) => validity.valueMissing), true);
  await answer("No").check();
  const heading = await page.locator("sg-timescale").evaluate(({ decision }) => decision.answer.heading);
  assert.ok(heading.startsWith(HELD) && heading.includes("Wednesday 23 December 2026"), heading);
  assert.equal(await page.getByText("In short: ").locator("strong").textContent(), heading);
  await page.getByRole("button", { name: "Save" }).click();
  assert.deepEqual(await statusOf(page, heading), [heading]);
  assert.deepEqual(page.faults, []);
}

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
