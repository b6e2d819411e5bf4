// The form that developers copy, in three engines, under the policy that the package documents: it answers, and posts what it answers.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { serve } from "../../pkg-config/serve.mjs";
import { atTheEnd } from "./at-the-end.mjs";
import { inEachEngine } from "./engines.mjs";

const DEMO = process.env.SAFEGUARDING_DEMO ?? fileURLToPath(new URL("../../target/demo/", import.meta.url));
const POLICY = readFileSync(new URL("../hosts/plain-page/content-security-policy.txt", import.meta.url), "utf8").trim();
const ASKED = ["sg-timescale", "sg-attendance", "sg-action-check", "sg-basis", "sg-deadlines", "sg-checklist", "sg-source"];
const POSTED = ["how-soon", "how-soon-facts", "who", "who-facts", "sharing", "sharing-facts", "ready", "ready-facts"];

inEachEngine("the portal's form answers in every part of it, and posts each answer with its facts", async (open) => {
  const site = await serve(join(DEMO, "portal"), 0, () => ({ "Content-Security-Policy": POLICY }));
  atTheEnd(() => site.close());
  const page = await open(site.address);
  await page.until((names) => names.every((name) => document.querySelector(name).querySelector("p, h3, table")), ASKED);
  assert.deepEqual(await page.evaluate((names) => names.map((name) => document.querySelector(name).error), ASKED), ASKED.map(() => null));
  const asked = site.asked.length;

  await page.click("sg-timescale input[type=radio]");
  const heading = await page.evaluate(() => document.querySelector("sg-timescale").decision.answer.heading);
  assert.equal(await page.text("#own-answer li"), heading);
  assert.ok(await page.evaluate((heading) => document.querySelector("#note").value.includes(heading), heading));
  assert.ok(await page.until(() => document.querySelectorAll("#invite li").length > 3));
  await page.click("form > section:last-of-type > div > button");
  const names = await page.until(() => {
    const names = [...document.querySelectorAll("#posted summary")].map(({ textContent }) => textContent);
    return names.length > 0 && names;
  });
  for (const name of POSTED) assert.ok(names.includes(name), name);
  assert.equal(site.asked.length, asked, "nothing was asked of anybody");
});
