// The element as a field of the form builders: each under the policy that the builder itself can be held to.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { installed, npm, opened, served } from "../the-host.mjs";

/** Each builder's page, the host whose policy it is served under, and what sends its form. */
const BUILDERS = [
  { page: "rjsf.html", policyOf: "react-rjsf", send: "Submit" },
  { page: "surveyjs.html", policyOf: "surveyjs", send: "Complete" },
  { page: "formio.html", policyOf: "formio", send: "Submit" },
];

test("form-builders: in RJSF, SurveyJS and form.io the element answers, and its decision is what the form gives (check 39)", async (run) => {
  const folder = await installed(run, "long/elements-in-form-builders");
  await npm(folder, "run", "build");
  for (const { page: name, policyOf, send } of BUILDERS) {
    const page = await opened(run, (await served(run, join(folder, "dist"), policyOf)) + name);
    await page.getByRole("group", { name: "Does the child need protecting today?" }).getByLabel("Yes", { exact: true }).check();
    await page.locator("sg-timescale").getByRole("heading", { name: "Hold it today" }).waitFor();
    await page.getByRole("button", { name: send }).click();
    const given = page.locator("output").filter({ hasText: "heading" });
    await given.waitFor();
    const { answer, api } = JSON.parse(await given.textContent());
    assert.equal(api, 1, name);
    assert.match(answer.heading, /Wednesday 23 December 2026/, name);
    assert.deepEqual(page.faults, [], name);
  }
});
