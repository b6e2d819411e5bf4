// The custom elements in three engines, under the strictest policy and without any style.

import assert from "node:assert/strict";
import { before } from "node:test";
import { fileOf } from "../door/package-under-test.mjs";
import { inEachEngine } from "./engines.mjs";
import { pause } from "./page.mjs";
import { siteWith } from "./site.mjs";

const ELEMENTS = ["sg-protect-now", "sg-timescale", "sg-attendance", "sg-action-check", "sg-basis", "sg-deadlines", "sg-checklist", "sg-source"];
const WITHOUT_WEBASSEMBLY = "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
const PAGES = new URL("../elements/pages/", import.meta.url);
// What is asked of a page while it is left is answered by nobody.
const TO_LEAVE_IN_MS = 1000;
const FACTS = { concernsIdentifiedAt: "2026-12-23", now: "2026-12-23T10:05Z" };

let site;
let siteWithoutWebAssembly;
let rules;
before(async () => {
  site = await siteWith(PAGES);
  siteWithoutWebAssembly = await siteWith(PAGES, WITHOUT_WEBASSEMBLY);
  rules = await import(fileOf("index.js"));
});

const answered = (page) => page.until(() => document.querySelector("sg-timescale")?.decision != null);
const sent = (page) => page.evaluate(() => Object.fromEntries(new FormData(document.getElementById("form"))));
const isValid = (page) => page.evaluate(() => document.getElementById("form").checkValidity());
const checked = (page) => page.evaluate(() => [...document.querySelectorAll("sg-timescale input:checked")].map((input) => input.labels[0].textContent));

/** Answers the first question, and the first of those that the answer leaves open. */
async function answer(page, first, second) {
  const choose = (place, choice) => page.evaluate((place, choice) => document.querySelectorAll("sg-timescale fieldset")[place].querySelectorAll("input")[choice].click(), place, choice);
  await choose(0, first);
  await choose(1, second);
}

inEachEngine("check 39: sg-timescale in a plain form: its value, required, reset and disabled", async (open) => {
  const page = await open(`${site.address}timescale.html`);
  await answered(page);
  assert.equal(await isValid(page), false);
  await page.evaluate((facts) => void (document.querySelector("sg-timescale").facts = facts), FACTS);
  await answer(page, 1, 0);
  assert.equal(await isValid(page), true);
  const { timescale, "timescale-facts": facts, ...others } = await sent(page);
  assert.deepEqual(others, { reference: "1234", team: "East" });
  assert.deepEqual(JSON.parse(timescale), { ...rules.classifyConcern(JSON.parse(facts)), api: 1 });
  assert.equal(JSON.parse(facts).concerns.immediateProtectionNeeded, false);
  await page.evaluate(() => void document.getElementById("group").setAttribute("disabled", ""));
  assert.deepEqual([await sent(page), await isValid(page)], [{}, true]);
  await page.evaluate(() => document.getElementById("group").removeAttribute("disabled"));
  await page.evaluate(() => document.getElementById("form").reset());
  assert.deepEqual([await checked(page), await isValid(page)], [[], false]);
});

inEachEngine("check 39: sg-timescale: to another page and back, what was answered is there again", async (open) => {
  const page = await open(`${site.address}timescale.html`);
  await answered(page);
  await answer(page, 1, 0);
  const before = await checked(page);
  assert.deepEqual(before, ["No", "Yes"]);
  await page.click("a");
  await pause(TO_LEAVE_IN_MS);
  assert.equal(await page.evaluate(() => document.title), "Another page");
  await page.evaluate(() => void setTimeout(() => history.back()));
  await pause(TO_LEAVE_IN_MS);
  await page.until(() => document.querySelectorAll("sg-timescale input:checked").length === 2);
  assert.deepEqual(await checked(page), before);
  assert.equal(JSON.parse((await sent(page))["timescale-facts"]).concerns.immediateProtectionNeeded, false);
});

inEachEngine("the 999 line and the first question are put back as they were", async (open) => {
  const page = await open(`${site.address}timescale.html`);
  await answered(page);
  const words = () => page.evaluate(() => document.querySelector("sg-timescale").firstElementChild.textContent);
  const whole = await words();
  assert.match(whole, /^!If a child is in immediate danger, call 999 now\./);
  for (const attempt of ["remove", "hide", "empty"]) {
    await page.evaluate((attempt) => {
      const [part] = document.querySelector("sg-timescale").children;
      if (attempt === "remove") part.remove();
      if (attempt === "hide") part.hidden = true;
      if (attempt === "empty") part.replaceChildren();
    }, attempt);
    await page.until((whole) => {
      const [part] = document.querySelector("sg-timescale").children;
      return part.textContent === whole && part.getClientRects().length > 0;
    }, whole);
  }
});

inEachEngine("all elements answer under the strictest policy, and the policy finds nothing to refuse but the page's own styles", async (open) => {
  const page = await open(`${site.address}all.html`);
  await page.until((names) => names.every((name) => document.querySelector(name)?.childElementCount > 0), ELEMENTS);
  const breaches = await page.evaluate(async () => {
    const found = [];
    document.addEventListener("securitypolicyviolation", ({ violatedDirective }) => found.push(violatedDirective));
    for (const input of document.querySelectorAll("main input[type=radio]")) input.click();
    for (const element of document.querySelectorAll("sg-timescale, sg-basis, sg-deadlines")) element.facts = { area: "county-durham", now: "2026-12-23T10:05Z" };
    await new Promise((passed) => setTimeout(passed, 200));
    return found;
  });
  assert.deepEqual(breaches, []);
  const { answer } = rules.listDeadlines({ area: "county-durham", meetingType: "strategy" });
  assert.equal(await page.evaluate(() => document.querySelectorAll("sg-deadlines tbody tr").length), answer.deadlines.length);
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), true);
});

inEachEngine("where WebAssembly is forbidden the fallback stays with its fields, and sg-protect-now works", async (open) => {
  const page = await open(`${siteWithoutWebAssembly.address}timescale.html`);
  await page.until(() => customElements.get("sg-timescale") && document.querySelector("sg-timescale").matches(":state(error)"));
  assert.deepEqual(await sent(page), { reference: "1234", team: "East", "by-hand": "kept" });
  assert.equal(await isValid(page), true);
  await page.close();
  const alone = await open(`${siteWithoutWebAssembly.address}alone.html`);
  await alone.until(() => document.querySelector("sg-protect-now input") !== null);
  await alone.evaluate(() => document.querySelectorAll("sg-protect-now input")[0].click());
  assert.deepEqual(await sent(alone), { protect: "yes" });
});

inEachEngine("one classic script and nothing else defines them all", async (open) => {
  const page = await open(`${site.address}script.html`);
  await page.until((names) => names.every((name) => document.querySelector(name)?.childElementCount > 0), ELEMENTS);
  assert.match(JSON.parse((await sent(page)).timescale).answer.heading, /Hold the strategy meeting/);
});
