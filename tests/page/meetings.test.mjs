// The other meetings and their papers: what they must never do, and that what they say is the library's.

import assert from "node:assert/strict";
import { test } from "node:test";
import { CONSENT, MEETING_SCENES, WHY_SHARED, makeTheRecord, sharingTo, area, askForFamilyPage, askWhich, beInvited, disagree, fillFamilyPage, passTheGate, planMdt, planReview, recordAbsent, showChecklist, showForm, startMdt, startTac } from "./meeting-scenes.mjs";
import { GUIDE, arriveAt, decisionOf } from "./scenes.mjs";
import { keptForOffline, keptOnDevice, leave, library, openForTests, press, radio, sidesOnPaper, visit, ticksKept } from "./the-page.mjs";

const env = openForTests();
const scene = (name) => MEETING_SCENES.find((one) => one.name === name);
const section = (page, name) => page.locator("section", { has: page.getByRole("heading", { name, exact: true }) });
const words = (page) => page.locator("main").innerText();

// ------------------------------------------------------------------------------------------------------- which meeting

test("not sure which meeting: three questions, significant harm the first of them", async () => {
  for (const { id, label } of library.describePacks().areas) {
    const page = await visit(env, "#/which");
    await area(page, id === "generic" ? GUIDE : label);
    const asked = await page.locator("fieldset legend").allInnerTexts();
    assert.equal(asked.length, 4, id);
    assert.match(asked[1], /reasonable cause to suspect/);
    const questions = library.chooseMeeting({ area: id }).ask.map(({ question }) => question);
    for (const question of asked.slice(1)) assert.ok(questions.includes(question), question);
    await leave(page);
  }
});

test("significant harm leads to a strategy meeting first; until it is a no, that is said above everything else", async () => {
  const page = await visit(env, "#/which");
  await askWhich(page, "Northamptonshire", [["Is there reasonable cause", "Yes"]]);
  assert.equal(await page.locator("[data-route]").first().getAttribute("data-route"), "strategy");
  assert.match(await page.getByRole("link", { name: "Plan this: a strategy discussion" }).first().getAttribute("href"), /#\/guide\//);
  await press(page, "Change answers");
  for (const [answer, shown] of [["Not sure", 1], ["No", 0]]) {
    await radio(page, "Is there reasonable cause", answer).check();
    await press(page, "Continue");
    assert.equal(await page.getByText("plan a strategy meeting first").count(), shown, answer);
    await press(page, "Change answers");
  }
  await leave(page);
});

test("every route with its reason and its place, and what rules a meeting out", async () => {
  const page = await arriveAt(scene("which-answer"), env);
  const { answer } = decisionOf(scene("which-answer"));
  assert.deepEqual(await page.locator("[data-route]").evaluateAll((items) => items.map(({ dataset }) => dataset.route)), answer.routes.map(({ route }) => route));
  for (const { route, why } of answer.routes) assert.ok((await page.locator(`[data-route="${route}"]`).innerText()).includes(why));
  for (const { meeting, why, rule } of answer.notRoutes) {
    const shown = await page.locator(`[data-ruled-out="${meeting}"]`, { hasText: why }).innerText();
    assert.ok(shown.includes(rule), meeting);
  }
  await leave(page);
});

test("what is answered in place is asked again, and can be changed in the form", async () => {
  const page = await arriveAt(scene("which-answer"), env);
  await page.locator(".question", { hasText: "May other children be at risk now" }).getByRole("button", { name: "Yes" }).click();
  await page.getByRole("button", { name: "Change the answer to: May other children be at risk now" }).click();
  assert.ok(await radio(page, "May other children be at risk now", "Yes").isChecked());
  await leave(page);
});

// -------------------------------------------------------------------------------------------- the multidisciplinary team

test("check 10: a locality meeting after September 2020 is refused, with the paragraph, and nothing of it is planned", async () => {
  const page = await arriveAt(scene("mdt-locality"), env);
  const { answer, because } = decisionOf(scene("mdt-locality"));
  assert.equal(await page.locator("h1").innerText(), answer.heading);
  const refused = await section(page, "This meeting is not planned here").innerText();
  const [rule] = because.filter(({ id }) => id === answer.notRoutes[0].rule);
  assert.match(rule.place, /Update September 2020, first paragraph/);
  for (const said of [rule.sentence, rule.document, rule.place, rule.id]) assert.ok(refused.includes(said), said);
  assert.ok((await section(page, "What to do instead").innerText()).toLowerCase().includes(answer.routes[0].label));
  for (const planned of ["Who can be listed", "How the time is shared out", "The summary", "What falls due"]) assert.equal(await section(page, planned).count(), 0, planned);
  await leave(page);
});

test("an MDT is said to be no way to refer a child before anything is asked, and in the answer", async () => {
  const { answer } = library.chooseMeeting({ area: "northamptonshire", meetingType: "mdt-countywide", purpose: "referral" });
  const page = await visit(env, "#/mdt");
  assert.equal(await page.locator(".govuk-inset-text").innerText(), `This group is not a way to refer a child.\n\n${answer.notRoutes[0].why} Instead: ${answer.routes[0].label}.`);
  await planMdt(page);
  assert.ok((await words(page)).includes(answer.notRoutes[0].why));
  await leave(page);
});

test("groups, criteria, time, records and the summary of an MDT are the library's", async () => {
  const page = await arriveAt(scene("mdt-answer"), env);
  const { answer } = decisionOf(scene("mdt-answer"));
  const row = (text) => page.getByRole("row", { name: text });
  assert.ok((await row("Children in care are in scope.").innerText()).includes("Yes"));
  assert.ok((await row("Care leavers are in scope.").innerText()).includes("Not from what is known"));
  assert.ok((await row("Children and young people with an EHC plan").innerText()).includes("Not from what is known"));
  assert.equal(answer.meetings[0].criteriaMet.length, await section(page, "Which children are discussed").getByText("Yes", { exact: true }).count());
  const plan = await section(page, "How the time is shared out").innerText();
  const { length } = library.makeChecklist({ area: "northamptonshire", meetingType: "mdt-countywide", list: "agenda", childrenDiscussed: 4 }).answer;
  assert.ok(plan.includes(`from ${length.fromMinutes} to ${length.toMinutes} minutes in all`));
  assert.match(plan, /Child 4\s+10:45am\s+11am/);
  await page.getByLabel("Can health see the records?").selectOption("No");
  assert.match(await section(page, "Can they see the records?").locator("[role=status]").innerText(), /Arrange it for health before the discussion\./);
  const summary = await section(page, "The summary").innerText();
  for (const { label } of library.makeChecklist({ area: "northamptonshire", meetingType: "mdt-countywide", list: "mdt-summary" }).answer.distribution) assert.ok(summary.includes(label), label);
  await leave(page);
});

test("an area whose documents say nothing of a meeting says so, and not that nothing is needed", async () => {
  for (const [route, arrive] of [["#/mdt", (page) => startMdt(page, "Countywide", "County Durham")], ["#/professionals", (page) => passTheGate(page, "No", "County Durham")]]) {
    const page = await visit(env, route);
    await arrive(page);
    assert.equal(await page.locator("h1").innerText(), "No rule here covers this meeting");
    assert.match(await words(page), /That does not mean that it may not be held, nor that nothing is needed\. Ask your safeguarding lead\./);
    await leave(page);
  }
});

// --------------------------------------------------------------------------------------------- the team around the child

test("a team around the child asks first whether the child comes, and never speaks of consent or a legal basis", async () => {
  const page = await visit(env, "#/tac");
  assert.equal(await page.locator("h1").innerText(), "Is the child or young person coming?");
  assert.equal(await page.locator("fieldset").count(), 1);
  await leave(page);
  for (const name of ["tac", "tac-engagement", "tac-answer", "tac-review"]) {
    const shown = await arriveAt(scene(name), env);
    assert.doesNotMatch(await words(shown), /\bconsent|\blawful|legal basis|basis for sharing|public task/i, name);
    await leave(shown);
  }
});

test("a child who does not come is heard another way; a concern that has grown stands above the plan", async () => {
  const page = await arriveAt(scene("tac-review"), env);
  const { cautions } = decisionOf(scene("tac-review"));
  assert.equal(await page.locator("article .at-once").innerText(), cautions.find(({ code }) => code === "escalate").text);
  const { items } = library.makeChecklist({ area: "bracknell-forest", meetingType: "tac-review", list: "attendance-of-child", childPresent: false }).answer;
  const heard = await section(page, "How the child or young person is heard").innerText();
  for (const { text } of items.filter(({ principle }) => !principle)) assert.ok(heard.includes(text), text);
  await leave(page);
});

test("whatever the library says first stands in the card: a concern that has grown, and the answer that it contradicts", async () => {
  const page = await visit(env, "#/tac");
  await startTac(page, "No", "Team around the child, review", "2026-10-03");
  await radio(page, "Has it added to the concern", "Yes").check();
  await radio(page, "Is there any child protection concern?", "No").check();
  await press(page, "Show the plan");
  const { cautions } = library.chooseMeeting({
    area: "bracknell-forest", meetingType: "tac-review", childPresent: false, initialMeetingDate: "2026-10-03", concernsIncreasedByNonengagement: true, cpConcern: false,
  });
  const first = cautions.filter(({ level }) => level === "first");
  assert.deepEqual(first.map(({ code }) => code), ["escalate", "facts-contradict"]);
  assert.deepEqual(await page.locator("article .at-once").allInnerTexts(), first.map(({ text }) => text));
  await leave(page);
});

test("the review is never later than 12 weeks; a day that is no working day is brought forward", async () => {
  const page = await visit(env, "#/tac");
  await planReview(page);
  const [review] = library.listDeadlines({ area: "bracknell-forest", meetingType: "tac-review", duty: "review", initialMeetingDate: "2026-10-03" }).answer.deadlines;
  assert.equal(review.dueBy, "2026-12-26");
  const shown = await page.locator(".card").innerText();
  assert.match(shown, /Hold the review by/);
  assert.match(shown, /Saturday 26 December 2026, within 12 weeks/);
  assert.match(shown, /no normal working day\. Hold it before: by Thursday 24 December 2026/);
  await leave(page);
});

// ---------------------------------------------------------------------------------------------- the professionals' meeting

test("reasonable cause to suspect significant harm makes it a strategy discussion, and nothing else is planned", async () => {
  const page = await arriveAt(scene("professionals-strategy"), env);
  assert.equal(await page.locator("h1").innerText(), "Not the professionals' meeting. The route is a strategy discussion.");
  assert.ok(await page.getByRole("link", { name: "Plan a strategy discussion" }).isVisible());
  assert.equal(await section(page, "What the meeting goes through").count(), 0);
  await leave(page);
});

test("where that is not known, social care is asked today before anything else", async () => {
  const page = await arriveAt(scene("professionals-answer"), env);
  const { cautions } = decisionOf(scene("professionals-answer"));
  assert.equal(await page.locator("article .at-once").innerText(), cautions.find(({ code }) => code === "ask-social-care-today").text);
  const { items } = library.makeChecklist({ area: "hampshire", meetingType: "professionals", list: "agenda" }).answer;
  assert.deepEqual(await section(page, "What the meeting goes through").locator("li").evaluateAll((points) => points.map((point) => point.firstChild.data)), items.map(({ text }) => text));
  assert.match(await page.locator(".card").innerText(), /Next date\s+Monday 11 January 2027/);
  await leave(page);
});

test("the second half of a reason is asked only with its first", async () => {
  const page = await arriveAt(scene("professionals-reason"), env);
  const half = page.getByRole("group", { name: "Would the family's presence inhibit the discussion?" });
  assert.ok(!(await half.isVisible()));
  await radio(page, "Do agencies need to share information", "Yes").check();
  assert.ok(await half.isVisible());
  await leave(page);
});

// -------------------------------------------------------------------------------------------------- people and papers

test("a disagreement delays nothing, in every area, and each step stands with what must be on record before it", async () => {
  for (const { id, label } of library.describePacks().areas) {
    const page = await visit(env, "#/disagreement");
    await area(page, label.startsWith("No partnership") ? GUIDE : label);
    await press(page, "Continue");
    const { cautions } = library.resolveDisagreement({ area: id });
    assert.equal(await page.locator("article .at-once").innerText(), cautions.find(({ code }) => code === "dispute-delays-nothing").text);
    await leave(page);
  }
  const page = await visit(env, "#/disagreement");
  await disagree(page);
  const [ladder] = decisionOf(scene("disagreement-answer")).answer.ladders;
  assert.deepEqual(await page.locator("[data-step]").evaluateAll((steps) => steps.map(({ dataset }) => [Number(dataset.step), dataset.state])), ladder.steps.map(({ step, state }) => [step, state]));
  const next = await page.locator('[data-state="next"]').allInnerTexts();
  for (const { question } of ladder.steps.filter(({ state }) => state === "next").flatMap(({ needs }) => needs)) assert.ok(next.join().includes(question), question);
  await leave(page);
});

test("whoever was not there stands on record with how they were heard, or that it is not on record yet", async () => {
  const page = await visit(env, "#/absent");
  await recordAbsent(page);
  const child = page.getByRole("row", { name: /^The child or young person/ });
  assert.match(await child.innerText(), /Not there\s+Not on record yet/);
  await press(page, "Change answers");
  await press(page, "Continue");
  await page.getByLabel("How were the views of the child or young person heard?").fill("A letter, read out by the lead professional");
  await press(page, "Make the record");
  assert.match(await child.innerText(), /A letter, read out by the lead professional/);
  assert.match(await page.getByRole("row", { name: /^Parents or carers/ }).innerText(), /Not recorded\s+Not recorded/);
  await leave(page);
});

test("a form holds what the document names, and says to whom it goes", async () => {
  const page = await visit(env, "#/forms");
  await showForm(page);
  const { answer } = library.makeChecklist({ area: "bracknell-forest", meetingType: "tac-initial", list: "detailed-action-plan" });
  assert.deepEqual(await page.locator("[data-item]").evaluateAll((entries) => entries.map(({ dataset }) => dataset.item)), answer.items.map(({ item }) => item));
  const goesTo = await section(page, "To whom it goes").innerText();
  for (const { label } of answer.distribution) assert.ok(goesTo.includes(label), label);
  await leave(page);
});

test("somebody invited for the first time reads what to bring, whether they decide, and who gets what", async () => {
  const page = await visit(env, "#/invited");
  await beInvited(page, "County Durham", "Strategy meeting or discussion", "None of these, or I do not know");
  assert.match(await section(page, "Do I decide?").innerText(), /You will not be asked to make decisions\./);
  assert.match(await section(page, "What to do and bring").innerText(), /You are there to give the facts and explain what you know\./);
  await leave(page);
  const spoc = await visit(env, "#/invited");
  await beInvited(spoc, "County Durham", "Strategy meeting or discussion", "The agency's single point of contact (SPOC)");
  const owed = await section(spoc, "What you owe, and who gets it").locator("[data-duty]").evaluateAll((duties) => duties.map(({ dataset }) => dataset.duty));
  const { deadlines } = library.listDeadlines({ area: "county-durham", meetingType: "strategy" }).answer;
  assert.deepEqual(owed, deadlines.filter(({ by }) => by.some(({ id }) => id === "spoc")).map(({ duty }) => duty));
  await leave(spoc);
});

// ----------------------------------------------------------------------------------------------- sharing and the family

test("check 11: nothing about consent or a basis is chosen beforehand, and no record is made without a reason where the documents ask for one", async () => {
  for (const { id, label } of library.describePacks().areas) {
    const page = await visit(env, "#/sharing");
    assert.equal(await page.locator("input:checked").count(), 0);
    await area(page, label.startsWith("No partnership") ? GUIDE : label);
    await sharingTo(page, CONSENT);
    assert.equal(await page.locator("input:checked").count(), 0);
    await radio(page, "Was consent to share sought?", "No").check();
    await press(page, "Continue");
    const isAsked = library.recordConsentBasis({ area: id, consentSought: false }).answer.record.missing.includes("reasoningNotSought");
    assert.equal(await page.getByRole("link", { name: "Enter why consent was not sought." }).count(), isAsked ? 1 : 0, id);
    assert.equal(await page.locator("main h1").innerText(), isAsked ? CONSENT : WHY_SHARED, id);
    if (isAsked) {
      await page.getByLabel("Why was consent not sought?").fill("Asking would have delayed the plan");
    }
    await makeTheRecord(page);
    assert.ok(await page.getByRole("button", { name: "Download the record" }).isVisible(), id);
    assert.equal(await page.locator("input:checked").count(), 0, id);
    await leave(page);
  }
});

test("the family's page is only made where the record says they were told, the lead agrees, and nothing speaks of a risk", async () => {
  for (const [given, isDanger] of [
    [{ told: null }, false],
    [{ told: "Not sure" }, false],
    [{ told: "No" }, true],
    [{ agreed: "No" }, true],
    [{ agreed: "Not sure" }, true],
    [{ harm: "Yes" }, true],
    [{ harm: "Not sure" }, true],
    [{ warn: "Yes" }, true],
    [{ warn: "Not sure" }, true],
  ]) {
    const page = await visit(env, "#/records");
    await askForFamilyPage(page, given);
    assert.equal(await page.locator("h1").innerText(), "This page is not made", JSON.stringify(given));
    assert.equal(await page.locator("main .at-once").count(), isDanger ? 1 : 0, JSON.stringify(given));
    assert.equal(await page.getByRole("button", { name: "Print" }).count(), 0);
    await page.evaluate(() => (window.location.hash = "#/family/page"));
    assert.equal(await page.locator("h1").innerText(), "This page is not made", JSON.stringify(given));
    await leave(page);
  }
  const page = await visit(env, "#/records");
  await askForFamilyPage(page, {});
  await fillFamilyPage(page);
  assert.equal(await page.locator("h1").innerText(), "Information that was shared about your family");
  assert.ok((await words(page)).includes("school nurse"));
  assert.equal(await sidesOnPaper(page), 1);
  await leave(page);
});

test("a concern that is not settled elsewhere in the case keeps the family's page from being made", async () => {
  const page = await visit(env, "#/guide");
  await radio(page, "Does the child need protecting today?", "I am not sure").check();
  await press(page, "Continue");
  await askForFamilyPage(page, {});
  assert.equal(await page.locator("h1").innerText(), "This page is not made");
  assert.match(await page.locator("main .at-once").innerText(), /^Tell the family nothing for now/);
  await leave(page);
});

test("a record that was changed after it was made does not speak for the family's page", async () => {
  const page = await visit(env, "#/records");
  await askForFamilyPage(page, {});
  await page.getByRole("link", { name: "Records", exact: true }).click();
  await page.getByRole("link", { name: "Basis for sharing" }).click();
  await sharingTo(page, CONSENT);
  await radio(page, "Was the family told?", "No").check();
  await page.evaluate(() => (window.location.hash = "#/family/words"));
  assert.equal(await page.locator("h1").innerText(), "This page is not made");
  await leave(page);
});

// -------------------------------------------------------------------------------------------------- nothing stays behind

test("what is typed about a family, an absence or an objection is neither sent nor kept, nor in an address or a title", async () => {
  const canary = "CanaryBird";
  const page = await visit(env, "#/records");
  await keptForOffline(page);
  const loaded = page.requests.length;
  const nothingStays = async () => {
    const kept = JSON.stringify([await keptOnDevice(page), page.url(), await page.title(), await page.evaluate(() => [Object.entries(localStorage), document.cookie, history.state])]);
    assert.ok(!kept.includes(canary), kept);
    assert.deepEqual(page.requests.slice(loaded), []);
  };
  await askForFamilyPage(page, {});
  for (const field of await page.locator("main input[type=text], main textarea").all()) await field.fill(canary);
  await press(page, "Make the page");
  assert.ok((await words(page)).includes(canary));
  await nothingStays();
  await page.evaluate(() => (window.location.hash = "#/absent"));
  await recordAbsent(page);
  await press(page, "Change answers");
  await press(page, "Continue");
  await page.getByLabel("How were the views of the child or young person heard?").fill(canary);
  await press(page, "Make the record");
  assert.ok((await words(page)).includes(canary));
  await nothingStays();
  await page.evaluate(() => (window.location.hash = "#/professionals"));
  await passTheGate(page, "No");
  await press(page, "Continue");
  await radio(page, "Does the child, a parent or a carer object", "Yes").check();
  await page.getByLabel("For what reason was that decided?").fill(canary);
  await press(page, "Continue");
  await page.getByLabel("Who, by role, tells the child and family of the outcome?").fill(canary);
  await press(page, "Show the plan");
  assert.ok((await words(page)).includes(canary));
  await page.evaluate(() => (window.location.hash = "#/checklists"));
  await showChecklist(page, "Hampshire", "Professionals' meeting");
  await page.locator(".task").first().click();
  await page.waitForFunction(async () => (await indexedDB.databases()).length > 0);
  assert.equal((await ticksKept(page)).length, 1);
  await nothingStays();
  await leave(page);
});
