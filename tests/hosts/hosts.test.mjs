// Each host answers from the packed package, built as an integrator would build it: those that are tried each time.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { FACTS, HEADING, HOSTS, answerOf, assertWhole, builtAndOpened, fillIn, installed, npm, opened, pageAnswer, served, startedServer, statusOf } from "./the-host.mjs";

const NOT_AS_SHOWN = "This is not what the page showed. It is what holds.";

for (const name of ["node-esm", "node-commonjs"]) {
  test(`${name}: the program prints the answer and what is still to ask`, async (run) => {
    const folder = await installed(run, name);
    const [heading, ...questions] = (await npm(folder, "start")).split("\n");
    assert.equal(heading, HEADING);
    assert.ok(questions.length > 0);
  });
}

test("many-cases: the program prints when each case is due, why, and the same from columns", async (run) => {
  const [first, second, why, fromColumns] = (await npm(await installed(run, "many-cases"), "start")).split("\n");
  assert.equal(first, "same-day 2026-12-23 false");
  assert.equal(second, "3-working-days 2026-12-30 true");
  assert.match(why, /^Hold the strategy meeting within 3 working days/);
  assert.equal(fromColumns, "3-working-days 2026-12-30");
});

test("streams: the program prints what meetings in a table come to, and what other documents say of cases on lines", async (run) => {
  const lines = (await npm(await installed(run, "streams"), "start")).split("\n");
  assert.deepEqual(lines.slice(0, 2), ["3 meetings are counted.", "same-reference meetings[2].ref"]);
  assert.equal(lines[2], "1 of 2");
  assert.match(lines.at(-1), /^0 required /);
});

test("typescript: the program compiles, answers, and tells a refusal by its field", async (run) => {
  const folder = await installed(run, "typescript");
  await npm(folder, "run", "build");
  const lines = (await npm(folder, "start")).split("\n");
  assert.equal(lines[0], HEADING);
  assert.match(lines.at(-1), /^concernsIdentifiedAt: expected /);
});

for (const [name, built] of [["plain-page", "."], ["web-page", "."], ["vite", "dist"], ["service-worker", "."]]) {
  test(`${name}: the page answers`, async (run) => assertWhole(await pageAnswer(run, name, built)));
}

test("plain-page: where the policy forbids WebAssembly the page says that no answer was given", async (run) => {
  const folder = await installed(run, "plain-page");
  await npm(folder, "run", "build");
  const page = await opened(run, await served(run, folder, "plain-page", (policy) => policy.replace(" 'wasm-unsafe-eval'", "")));
  await fillIn(page);
  await page.getByRole("status").getByText("no answer was given").waitFor();
});

test("asked-page: each round asks what was not asked before, until nothing is new, and one line of facts is all the page knows", async (run) => {
  const page = await builtAndOpened(run, "asked-page", ".");
  const { questionsFor } = await import(pathToFileURL(join(HOSTS, "../../pkg-config/packed/node_modules/safeguarding-rules/index.js")));
  const questions = () => page.locator("label").evaluateAll((labels) => labels.map(({ firstChild }) => firstChild.textContent));
  assert.deepEqual(await questions(), questionsFor("classify-concern").map(({ question }) => question));
  await page.getByLabel("Which area is this in?").selectOption("County Durham");
  await page.getByLabel("Is there a serious risk of harm").selectOption("Yes");
  await page.getByLabel("When did a professional first record this concern?").fill("2026-12-23T10:00");
  await page.getByLabel("What kind of concern is it?").selectOption(["Neglect", "Domestic abuse"]);
  for (let asked = 0; asked < (await questions()).length; ) {
    asked = (await questions()).length;
    await page.getByRole("button", { name: "Go on" }).click();
  }
  assert.match(await page.getByRole("status").innerText(), /23 December 2026/);
  const every = await questions();
  assert.equal(new Set(every).size, every.length);
  assert.deepEqual(page.faults, []);
});

test("script-page: the page answers from file://", async (run) => {
  const folder = await installed(run, "script-page");
  await npm(folder, "run", "build");
  assertWhole(await answerOf(await opened(run, pathToFileURL(join(folder, "index.html")).href)));
});

test("react-rjsf: the form is made from the schema in the order of the questions, and a field of it answers", async (run) => {
  const folder = await installed(run, "react-rjsf");
  await npm(folder, "run", "build");
  const page = await opened(run, await served(run, join(folder, "dist"), "react-rjsf"));
  const { questionsFor } = await import(pathToFileURL(join(folder, "node_modules/safeguarding-rules/index.js")));
  assert.deepEqual(await page.locator("label").allInnerTexts(), grouped(questionsFor("classify-concern", { area: "generic" })));
  await page.getByLabel("When did a professional first record this concern?").fill(FACTS.concernsIdentifiedAt);
  await page.getByLabel("Is there a serious risk of harm").selectOption("Yes");
  assertWhole(await statusOf(page));
  assert.deepEqual(page.faults, []);
});

/** The questions in their order, but each group where its first question stands. */
function grouped(questions) {
  const groupOf = ({ path }) => path.split(".")[0];
  const placeOf = (question) => questions.findIndex((other) => groupOf(other) === groupOf(question));
  return questions.toSorted((one, other) => placeOf(one) - placeOf(other)).map(({ question }) => question);
}

test("elements: with a script tag alone the element answers, and its answer and facts are in the form", async (run) => {
  const page = await builtAndOpened(run, "elements", "dist");
  await page.getByRole("group", { name: "Does the child need protecting today?" }).getByLabel("Yes", { exact: true }).check();
  await page.getByRole("heading", { name: "Hold it today" }).waitFor();
  const sent = await page.locator("form").evaluate((form) => Object.fromEntries(new FormData(form)));
  assert.equal(JSON.parse(sent["timescale-facts"]).concerns.immediateProtectionNeeded, true);
  assert.equal(JSON.parse(sent.timescale).api, 1);
  assert.deepEqual(page.faults, []);
});

test("elements: imported as a module the element answers, in the host's classes", async (run) => {
  const page = await builtAndOpened(run, "elements", "dist", "module.html");
  await page.locator("sg-timescale .nhsuk-tag").first().waitFor();
  assert.equal(await page.locator("sg-timescale .govuk-tag").count(), 0);
  assert.deepEqual(page.faults, []);
});

test("localgov-drupal: the element answers in the block, and the server works out the same", async (run) => {
  const page = await opened(run, await startedBlock(run));
  await fillInBlock(page);
  await page.getByRole("group", { name: "Does the child need protecting today?" }).getByLabel("No", { exact: true }).check();
  await page.locator("sg-timescale").getByRole("heading", { name: "Wednesday 23 December 2026" }).waitFor();
  const shown = await page.locator("sg-timescale").evaluate(({ decision }) => decision.answer.heading);
  await page.getByRole("button", { name: "Save" }).click();
  const [heading, ...others] = await statusOf(page, shown);
  assert.equal(heading, shown);
  assert.ok(others.length > 0 && !others.includes(NOT_AS_SHOWN));
  assert.deepEqual(page.faults, []);
});

test("localgov-drupal: an answer that was tampered with is not taken over, and what is no facts is refused", async (run) => {
  const address = await startedBlock(run);
  const post = (fields) => fetch(address, { method: "POST", body: new URLSearchParams(fields) });
  const tampered = await post({ "how-soon": JSON.stringify({ answer: { heading: "No meeting is needed." } }), "how-soon-facts": JSON.stringify(FACTS) });
  const page = await tampered.text();
  assert.ok(page.includes(HEADING) && page.includes(NOT_AS_SHOWN) && !page.includes("No meeting"));
  for (const facts of ["{", JSON.stringify({ ...FACTS, concerns: { seriousRisk: "<b>" } })]) {
    const refused = await post({ "how-soon": "{}", "how-soon-facts": facts });
    assert.equal(refused.status, 400);
    assert.doesNotMatch(await refused.text(), /<b>/);
  }
});

test("localgov-drupal: without scripts the block's own fields are posted, and the server answers", async (run) => {
  const page = await opened(run, await startedBlock(run), { javaScriptEnabled: false });
  await fillInBlock(page);
  await page.getByText("The answer is worked out when you save.").waitFor();
  await page.getByRole("button", { name: "Save" }).click();
  assert.equal((await statusOf(page))[0], HEADING);
});

async function startedBlock(run) {
  const folder = await installed(run, "localgov-drupal");
  return startedServer(run, folder, process.execPath, ["server.mjs"]);
}

async function fillInBlock(page) {
  await page.getByLabel("When was the concern identified?").fill(FACTS.concernsIdentifiedAt);
  await page.getByLabel("Is there a serious risk of harm?").selectOption("Yes");
}
