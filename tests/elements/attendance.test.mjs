// <sg-attendance>: who must be there, the six states, the minimum, and its place in a form.

import assert from "node:assert/strict";
import { test } from "node:test";
import { NO_WEBASSEMBLY, leave, library, openForTests, sent, thereAndBack, told, visit } from "./the-elements.mjs";

const DURHAM = { area: "county-durham", meetingType: "strategy" };
const STATES = ["Not recorded yet", "Not asked", "Asked, no reply", "Coming", "Came", "Sent a report", "Did not come"];

const env = openForTests();

const state = (page, agency) => page.getByRole("combobox", { name: `${agency} State`, exact: true });
const everybody = ["Children's social care", "Police", "Health", "The fostering service"];
const decision = (page) => page.locator("sg-attendance").evaluate(({ decision }) => decision);
const isValid = (page) => page.locator("#form").evaluate((form) => form.checkValidity());

test("it shows who must, should and may be there in the library's words, and the six states by name", async () => {
  const page = await visit(env, "attendance.html");
  const { answer } = library.listAttendees(DURHAM);
  assert.equal(await page.locator("sg-attendance [aria-live] h2").textContent(), answer.heading);
  for (const person of [...answer.required, ...answer.expected, ...answer.optional]) {
    assert.equal(await page.locator(`.sg-person[data-agency="${person.agency}"]`).getByText(person.why).count(), 1);
    const row = page.getByRole("row").filter({ has: page.locator(`select[data-agency="${person.agency}"]`) });
    assert.ok((await row.textContent()).includes(person.force));
    assert.deepEqual(await row.locator("option").allTextContents(), STATES);
  }
  assert.deepEqual(await decision(page), library.listAttendees(DURHAM));
  assert.deepEqual(await told(page), []);
  await leave(page);
});

test("each state chosen is one event, and what came of the meeting tells whether the minimum was met", async () => {
  const page = await visit(env, "attendance.html");
  await state(page, "Police").selectOption("Coming");
  const [{ name, detail, isFrozen }, ...others] = await told(page);
  assert.deepEqual([name, isFrozen, others.length, detail.answer.quorate], ["sg-change", true, 0, null]);
  assert.deepEqual(detail, { ...library.listAttendees(DURHAM), api: 1 });
  assert.deepEqual(JSON.parse((await sent(page)).attendance), { police: "coming" });
  for (const agency of ["Children's social care", "Health"]) await state(page, agency).selectOption("Came");
  await state(page, "Police").selectOption("Sent a report");
  const attendance = { "childrens-social-care": "in-person", health: "in-person", police: "written-return-only" };
  const expected = library.listAttendees({ ...DURHAM, attendance });
  assert.deepEqual(await decision(page), expected);
  assert.equal(expected.answer.quorate, false);
  assert.equal(await page.getByText("The minimum is not met.").count(), 1);
  assert.equal(await page.locator("sg-attendance").evaluate((element) => element.matches(":state(incomplete)")), true);
  await state(page, "Police").selectOption("Came");
  assert.equal(await page.getByText("The minimum is met.").count(), 1);
  assert.deepEqual(JSON.parse((await sent(page))["attendance-facts"]), { ...DURHAM, attendance: { ...attendance, police: "in-person" } });
  await leave(page);
});

test("agencies and roles are called what the portal calls them, wherever the element names them", async () => {
  const page = await visit(env, "away.html");
  const ours = { "multi-agency-meetings.agency.police": "the Riverbridge constabulary", "multi-agency-meetings.agency.health": "the Riverbridge health team", "county-durham.role.csc-team-manager": "the Family Help Lead", "county-durham.role.team-coordinator": "the Meeting Clerk" };
  await page.evaluate(async (ours) => {
    const { setMessages } = await import("/safeguarding-rules/elements.js");
    setMessages(ours);
    document.querySelector("main").append(Object.assign(document.createElement("sg-attendance"), { area: "county-durham", meetingType: "strategy" }));
  }, ours);
  const attendance = page.locator("sg-attendance");
  assert.match(await attendance.getByRole("heading", { level: 2 }).first().textContent(), /the Riverbridge constabulary, the Riverbridge health team/);
  await state(page, "The Riverbridge constabulary").selectOption("Not asked");
  await attendance.getByText("Still to ask: the Riverbridge constabulary.").waitFor();
  await state(page, "The Riverbridge constabulary").selectOption("Did not come");
  await attendance.getByText(/^Needed and not there: .*the Riverbridge constabulary/).waitFor();
  const said = await attendance.textContent();
  for (const words of Object.values(ours)) assert.ok(said.toLowerCase().includes(words.toLowerCase()), words);
  // The document's own words, which are quoted beside them, are nobody's to change.
  for (const words of ["the Children's Social Care Team Manager", "the Children's Social Care Team Coordinator"]) assert.ok(!said.includes(words), words);
  assert.deepEqual(await page.locator("select[data-agency]").evaluateAll((selects) => selects.slice(0, 3).map(({ dataset }) => dataset.agency)), ["childrens-social-care", "police", "health"]);
  await leave(page);
});

test("somebody who must be there and was not asked is named, and nobody else", async () => {
  const page = await visit(env, "attendance.html");
  await state(page, "The child's school or nursery").selectOption("Not asked");
  assert.equal(await page.getByText("Still to ask").count(), 0);
  await state(page, "Police").selectOption("Not asked");
  assert.equal(await page.getByText("Still to ask: police.").count(), 1);
  await state(page, "Police").selectOption("Asked, no reply");
  assert.equal(await page.getByText("Still to ask").count(), 0);
  await leave(page);
});

test("a question answered in place changes who is listed; what has the focus keeps it, and states are kept", async () => {
  const page = await visit(env, "attendance.html");
  await state(page, "Police").selectOption("Coming");
  const lookedAfter = page.getByRole("group", { name: "Is the child looked after" });
  await lookedAfter.getByRole("radio", { name: "No", exact: true }).focus();
  await page.keyboard.press("Space");
  assert.equal(await state(page, "The fostering service").count(), 0);
  assert.equal(await state(page, "Police").inputValue(), "coming");
  assert.ok(await lookedAfter.getByRole("radio", { name: "No", exact: true }).evaluate((radio) => radio === document.activeElement));
  await state(page, "Health").focus();
  await page.locator("sg-attendance").evaluate((element) => (element.facts = { child: { lookedAfter: true } }));
  assert.ok((await decision(page)).answer.required.some(({ agency }) => agency === "fostering-service"));
  assert.ok(await state(page, "Health").evaluate((select) => select === document.activeElement));
  await leave(page);
});

test("required, reset, disabled and restore", async () => {
  const page = await visit(env, "attendance.html");
  assert.equal(await isValid(page), false);
  for (const agency of everybody) await state(page, agency).selectOption("Coming");
  assert.equal(await isValid(page), true);
  await thereAndBack(page, () => document.querySelector("select[data-agency=police]")?.value === "coming");
  assert.equal(Object.keys(JSON.parse((await sent(page)).attendance)).length, 4);
  await page.locator("#group").evaluate((element) => (element.disabled = true));
  assert.equal(await page.locator("sg-attendance select:enabled").count(), 0);
  assert.equal((await sent(page)).attendance, undefined);
  await page.locator("#group").evaluate((element) => (element.disabled = false));
  await page.getByRole("button", { name: "Clear" }).click();
  assert.equal(await state(page, "Police").inputValue(), "");
  assert.equal((await sent(page)).attendance, "{}");
  assert.equal(await isValid(page), false);
  await leave(page);
});

test("a value can be set, as text or as an object, and what is no state is left out", async () => {
  const page = await visit(env, "attendance.html");
  await page.locator("sg-attendance").evaluate((element) => (element.value = '{"police":"came","health":"asleep"}'));
  assert.equal(await page.locator("sg-attendance").evaluate(({ value }) => value), '{"police":"came"}');
  assert.equal(await state(page, "Police").inputValue(), "came");
  await page.locator("sg-attendance").evaluate((element) => (element.value = { health: "coming" }));
  assert.equal(await state(page, "Health").inputValue(), "coming");
  await page.locator("sg-attendance").evaluate((element) => {
    element.value = null;
    element.setAttribute("value", '{"police":"did-not-come"}');
  });
  await page.waitForFunction(() => document.querySelector("select[data-agency=police]").value === "did-not-come");
  await leave(page);
});

test("an area that is not known gives an error and leaves the fallback; where WebAssembly is forbidden it stays too", async () => {
  const page = await visit(env, "attendance.html", { before: () => document.addEventListener("readystatechange", () => document.querySelector("sg-attendance")?.setAttribute("area", "nowhere")) });
  assert.ok(await page.locator("#fallback").isVisible());
  assert.deepEqual((await told(page)).map(({ name, detail }) => [name, detail.code, detail.path]), [["sg-error", "bad-word", "area"]]);
  await leave(page);
  const forbidden = await visit(env, "attendance.html", { policy: NO_WEBASSEMBLY });
  assert.ok(await forbidden.locator("#fallback").isVisible());
  assert.equal(await isValid(forbidden), true);
  await forbidden.context().close();
});
