// A framework's form with the element as a field of it: what each of them does the same.

import assert from "node:assert/strict";
import { FACTS, statusOf } from "./the-host.mjs";

export const PROTECT = "Does the child need protecting today?";
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

/** Answers the element of a page that knows the concern already, and reads what it has worked out from what was posted. */
export async function saved(page) {
  await page.getByRole("group", { name: PROTECT }).getByLabel("No", { exact: true }).check();
  const heading = await page.locator("sg-timescale").evaluate(({ decision }) => decision.answer.heading);
  assert.ok(heading.startsWith(HELD) && heading.includes("Wednesday 23 December 2026"), heading);
  await page.getByRole("button", { name: "Save" }).click();
  assert.deepEqual(await statusOf(page, heading), [heading]);
  assert.deepEqual(page.faults, []);
}
