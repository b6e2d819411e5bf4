// The guide's answer: the date first, then why, who, what falls due; and what a person may do to it in place.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { DURHAM, FIRST_RECORDED, GUIDE, NO_TO_EACH, PROTECT, SCENES, SERIOUS, WHEN, arriveAt, decisionOf, duty, giveTime, guideTo, openAll, throughTheGuide, toTheCard } from "./scenes.mjs";
import { NOW, dateOf, leave, library, openForTests, press, radio, visit } from "./the-page.mjs";

const DATE = /(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day \d{1,2} [A-Z][a-z]+ \d{4}/;
const NO_TIME_LIMIT = "This procedure does not give a time limit. Follow your manager's decision and record it.";
/** A partnership whose document says who takes part, and no time at all. */
const TIMELESS = {
  document: {
    id: "riverbridge", version: "1.0.0", title: "How we work together in Riverbridge", area: "riverbridge", area_label: "Riverbridge",
    force: "local-protocol", cites: "no national guidance", status: { checked_on: "2026-11-21" },
  },
};

const env = openForTests();
const scene = (name) => SCENES.find((one) => one.name === name);
const section = (page, title) => page.locator("section", { has: page.getByRole("heading", { level: 2, name: title, exact: true }) });

for (const word of ["Yes", "I am not sure"]) {
  test(`check 2: protect today, ${word}: hold it today, and any later date stands under "At the latest" alone`, async () => {
    const page = await visit(env, "#/guide");
    const none = { "Is there a serious risk": "No", "Is there an allegation of penetrative": "No", "Has any agency had to act": "No" };
    await guideTo(page, "Protect the child now", { protect: word });
    assert.ok(await page.locator("main").getByText("Speak to the duty team now").isVisible());
    await guideTo(page, WHEN, { protect: word, concerns: none });
    for (const question of [FIRST_RECORDED, "When was the referral received?"]) await page.getByRole("group", { name: question }).getByLabel("Today").check();
    await press(page, "Show the answer");
    assert.equal(await page.locator("h1").innerText(), "Hold it today");
    const latest = section(page, "At the latest");
    assert.match(await latest.innerText(), /Thursday 24 December 2026, within 1 working day/);
    // The count of days is itself the outer limit's.
    for (const part of [latest, page.locator("details", { hasText: "We counted" })]) await part.evaluateAll((found) => found.forEach((element) => element.remove()));
    const elsewhere = await page.locator("main").evaluate((main) => main.textContent);
    assert.doesNotMatch(elsewhere, /Thursday 24|Wednesday 30/);
    await leave(page);
  });
}

test("check 3: where two rules apply the earlier date is shown, and both stand there", async () => {
  const page = await visit(env, "#/guide");
  await guideTo(page, WHEN, { others: true, concerns: { "Has any agency had to act": "Yes" } });
  for (const question of [FIRST_RECORDED, "When was the referral received?", "When did the need to act at once arise?"]) await page.getByRole("group", { name: question }).getByLabel("Today").check();
  await press(page, "Show the answer");
  await openAll(page);
  const times = { concernsIdentifiedAt: "2026-12-23", referralReceivedAt: "2026-12-23", immediateActionAt: "2026-12-23" };
  const decision = library.classifyConcern({ area: "county-durham", concerns: { ...NO_TO_EACH, immediateActionRequired: true }, ...times, now: NOW });
  const rules = [...decision.because, ...decision.alsoApplies];
  assert.ok(rules.length > 1);
  assert.equal(decision.answer.dueBy, rules.map(({ dueBy }) => dueBy).filter(Boolean).sort()[0]);
  assert.equal(await page.locator("h1").innerText(), decision.answer.heading);
  assert.match(decision.answer.heading, /Thursday 24 December 2026/);
  assert.ok(await page.getByText(`${rules.length} rules apply. We have used the earliest time.`).isVisible());
  assert.deepEqual(await page.locator("li.rule").evaluateAll((found) => found.map((rule) => rule.dataset.rule)), [...rules, ...decision.setAside].map(({ id }) => id));
  await leave(page);
});

test("check 5: each deadline has its date, its force, its words, its place and the date of its source", async () => {
  const page = await arriveAt(scene("guide-answer-settled"), env);
  await giveTime(page, "decisions", "When did the strategy meeting end?", "10:00");
  const facts = { area: "county-durham", meetingType: "strategy", now: NOW, decisionAt: "2026-12-23T09:05", spocRequestAt: "2026-12-23T09:05", meetingStart: "2026-12-23T15:00", meetingEndedAt: "2026-12-23T10:00", done: { proforma: { at: "2026-12-23T09:50" } } };
  const decision = library.listDeadlines(facts);
  const dated = decision.answer.deadlines.filter(({ due }) => due);
  assert.deepEqual(dated.map(({ duty }) => duty).sort(), ["decisions", "minutes", "proforma", "proforma-return", "returns-available", "spoc-response"]);
  for (const deadline of dated) {
    const shown = await duty(page, deadline.duty).innerText();
    assert.match(shown, DATE, deadline.duty);
    if (/hour|by then/.test(deadline.limit)) assert.match(shown, /\b\d{1,2}(:\d{2})?(am|pm)|midday|midnight/, deadline.duty);
    const rule = decision.because.find(({ sentence }) => sentence === deadline.what);
    for (const said of [deadline.what, deadline.force, rule.words, `${rule.document}, ${rule.place}. Rule ${rule.id}.`, "Last checked on Saturday 21 November 2026."]) assert.ok(shown.includes(said), `${deadline.duty}: ${said}`);
  }
  assert.match(await duty(page, "decisions").locator("h3").innerText(), /^By 10am, Thursday 24 December 2026$/);
  assert.match(await duty(page, "minutes").locator("h3").innerText(), /^By Wednesday 30 December 2026$/);
  await leave(page);
});

test("check 5: before the meeting what follows it has no date, and says what it counts from", async () => {
  const page = await visit(env, "#/guide");
  await throughTheGuide(page);
  const after = section(page, "After the meeting");
  assert.deepEqual(await after.locator("h3").allTextContents(), ["24 hours after the meeting ends", "3 working days after the meeting ends", "Every quarter"]);
  assert.match(await section(page, "Deadlines at a glance").locator("svg").first().textContent(), /24 hours after the meeting ends/);
  await leave(page);
});

test("check 6: whatever is quoted is equal to the words of a rule, letter by letter", async () => {
  const known = new Set(library.listRules().rules.map(({ rule }) => rule.words));
  for (const name of ["guide-answer", "guide-answer-protect", "guide-answer-opened", "who-answer"]) {
    const page = await arriveAt(scene(name), env);
    const quoted = await page.locator("q").allTextContents();
    assert.ok(quoted.length > 0, name);
    assert.deepEqual(quoted.filter((words) => !known.has(words)), [], name);
    await leave(page);
  }
});

test("check 7: each day that is skipped is listed, and a bank holiday in Settings changes the count", async () => {
  const page = await visit(env, "#/guide");
  await throughTheGuide(page, { others: true });
  const count = () => page.locator("details", { hasText: "We counted" }).locator("tbody tr").evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.textContent)));
  const before = await count();
  const { counted } = decisionOf(scene("guide-answer-opened")).answer;
  assert.equal(before.length, counted.length);
  assert.deepEqual(before.filter(([, said]) => said.startsWith("Not counted: ")).map(([, said]) => said.replace("Not counted: ", "")), counted.filter(({ counts }) => !counts).map(({ why }) => why));

  await page.getByRole("link", { name: "Settings" }).click();
  await dateOf(page, "Bank holiday").fill("2026-12-24");
  await page.getByLabel("What it is called").fill("Bank holiday for the Coronation");
  await press(page, "Add the bank holiday");
  await page.evaluate(() => (window.location.hash = "#/guide/answer"));
  await page.getByRole("heading", { level: 1, name: "Hold the strategy meeting by Thursday 31 December 2026" }).waitFor();
  assert.ok((await count()).some(([day, said]) => day === "Thursday 24 December 2026" && said === "Not counted: bank holiday: Bank holiday for the Coronation"));

  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByRole("button", { name: "Remove Thursday 24 December 2026" }).click();
  await page.evaluate(() => (window.location.hash = "#/guide/answer"));
  await page.getByRole("heading", { level: 1, name: "Hold the strategy meeting by Wednesday 30 December 2026" }).waitFor();
  assert.deepEqual(await count(), before);
  await leave(page);
});

test("a bank holiday that the library refuses is not added in Settings, and its own words say why", async () => {
  const page = await visit(env, "#/settings");
  const add = async (date, title) => {
    await dateOf(page, "Bank holiday").fill(date);
    await page.getByLabel("What it is called").fill(title);
    await press(page, "Add the bank holiday");
  };
  const refusalOf = (bankHolidays) => {
    try {
      library.classifyConcern({ bankHolidays });
    } catch ({ message }) {
      return message;
    }
  };
  const taken = [];
  for (const [date, title] of [["2027-06-08", "Coronation bank holiday"], ["2027-06-09", "Jubilee bank holiday"], ["2027-03-02", "Office closed"], ["2027-09-14", "State funeral bank holiday"], ["2027-02-16", "Royal wedding bank holiday"]]) {
    const refusal = refusalOf([...taken, { date, title }]);
    await add(date, title);
    const said = page.locator(".govuk-error-summary").getByText(`This day was not added: ${refusal}.`);
    if (refusal) await said.waitFor();
    else taken.push({ date, title });
    assert.equal(await page.locator(".govuk-error-summary").count(), refusal ? 1 : 0, title);
    assert.equal(await page.locator("main li", { hasText: "2027" }).filter({ has: page.getByRole("button") }).count(), taken.length, title);
  }
  assert.deepEqual(taken.map(({ title }) => title), ["Coronation bank holiday", "State funeral bank holiday"]);
  await leave(page);
});

/** The answer of an area whose document says nothing of time, loaded in Settings. */
async function timelessAnswer(settings) {
  const page = await visit(env, "#/settings");
  await page.getByLabel("Load a pack of your partnership").setInputFiles({ name: "pack.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(TIMELESS)) });
  await page.getByText(`${TIMELESS.document.title} (loaded by you or your portal: no part of the library)`, { exact: true }).waitFor();
  await page.getByRole("link", { name: "Guide" }).click();
  await guideTo(page, WHEN, { area: "Riverbridge", ...settings });
  await press(page, "Show the answer");
  return page;
}

test("check 2: where a document gives no time a child who needs protecting today is still met for today", async () => {
  const page = await timelessAnswer({ protect: "Yes" });
  assert.equal(await page.locator("h1").innerText(), "Hold it today");
  assert.match(await section(page, "At the latest").innerText(), /These documents give no time limit for a strategy meeting\./);
  await leave(page);
});

test("check 8: where a document gives no time the page says so, and shows no date", async () => {
  const page = await timelessAnswer({});
  assert.equal(await page.locator("h1").innerText(), "These documents give no time limit for a strategy meeting. Follow your manager's decision and record it.");
  assert.equal(await page.getByText(NO_TIME_LIMIT).count(), 2);
  // When it was worked out, and until when holidays are known, are no deadlines.
  await section(page, "What this rests on").evaluate((rest) => rest.remove());
  assert.doesNotMatch(await page.locator("article").evaluate((article) => article.textContent), DATE);
  assert.equal(await page.locator("article [data-date], article time, article figure.picture svg.picture__canvas--small").count(), 0);
  await leave(page);
});

test("check 8: an area without rules for papers says that too", async () => {
  const page = await visit(env, "#/guide");
  await throughTheGuide(page, { area: GUIDE });
  const papers = section(page, "Papers and deadlines");
  assert.ok(await papers.getByText(NO_TIME_LIMIT).isVisible());
  assert.doesNotMatch(await papers.innerText(), DATE);
  await leave(page);
});

test("check 9: in Durham a single point of contact has 1 to 48 hours, and the time of this case beside it", async () => {
  const page = await visit(env, "#/guide");
  await throughTheGuide(page);
  const row = duty(page, "spoc-response");
  assert.equal(await row.locator("h3").innerText(), "1 hour to 48 hours after the request is received");
  assert.equal(await row.getByText("In this case:").count(), 0);
  await giveTime(page, "spoc-response", "When did the SPOC receive", "10:00");
  assert.ok(await row.getByText("In this case: respond by 11am, Wednesday 23 December 2026.").isVisible());
  await row.getByLabel("No", { exact: true }).check();
  await row.getByRole("button", { name: "Use this answer" }).click();
  await row.getByText("In this case: respond by 10am, Friday 25 December 2026.").waitFor();
  assert.equal(await row.locator("h3").innerText(), "1 hour to 48 hours after the request is received");
  await leave(page);
});

test("check 28: an answer that was worked out with other rules says so, with what it said then", async () => {
  const page = await visit(env, "#/guide");
  await throughTheGuide(page, { others: true });
  await page.getByRole("link", { name: "Download or open a copy" }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), press(page, "Download a copy")]);
  const copy = JSON.parse(await readFile(await download.path(), "utf8"));
  const { decision } = copy.content.answers.guide;
  decision.basis.packs[0].hash = "0".repeat(64);
  decision.answer.heading = "Hold the strategy meeting some day.";
  await page.getByLabel("Choose a copy to open").setInputFiles({ name: "case.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(copy)) });
  await page.getByRole("link", { name: "Show it" }).first().click();
  const word = page.locator("article .rules-changed");
  assert.match(await word.innerText(), /The rules changed since you got this answer\. Check again\.\s+It said then: Hold the strategy meeting some day\./);
  assert.match(await page.locator("h1").innerText(), /^Hold the strategy meeting by Wednesday 30 December 2026/);
  await press(page, "Check again");
  assert.equal(await word.count(), 0);
  await leave(page);
});

// ---------------------------------------------------------------------------------------------------- settled in place

test("a concern of today with nothing else known is provisional, and 3 working days is not the plan", async () => {
  const page = await arriveAt(scene("guide-answer"), env);
  const { answer, ask } = decisionOf(scene("guide-answer"));
  assert.equal(answer.timescale, "same-day");
  assert.equal(await page.locator(".card__advice").innerText(), answer.advice);
  assert.match(answer.advice, /^Answer 3 questions and give 1 time to settle this\. Until then plan for today\./);
  assert.equal(ask.length, 4);
  assert.match(await page.locator("h1").innerText(), /today, Wednesday 23 December 2026/);
  assert.ok(!(await page.locator("h1").innerText()).includes("3 working days"));
  assert.equal((await page.locator(".tags").innerText()).replace(/\s+/g, " "), "Today Strength: should Not settled yet");
  assert.equal(await page.locator(".asked .question").count(), 3);
  await leave(page);
});

test("an answer given in place is asked again at once and kept in the form", async () => {
  const page = await arriveAt(scene("guide-answer"), env);
  await page.locator(".asked .question", { hasText: "serious risk" }).getByRole("button", { name: "Yes" }).click();
  assert.equal(await page.locator("#announcement").innerText(), await page.locator("h1").innerText());
  assert.equal(await page.locator(".asked .question", { hasText: "serious risk" }).count(), 0);
  await page.getByRole("button", { name: "Change the answer to: Is there a serious risk" }).click();
  assert.ok(await radio(page, "Is there a serious risk", "Yes").isChecked());
  await radio(page, "Is there a serious risk", "No").check();
  await press(page, "Continue");
  assert.equal(await page.locator("article h1").count(), 1, "straight back to the answer");
  assert.ok((await page.locator("article dl").last().locator("xpath=ancestor-or-self::article").innerText()).includes("Is there a serious risk"));
  await press(page, "Start again");
  await press(page, "Forget this case and start again");
  await page.getByRole("link", { name: "How soon must we meet?" }).click();
  assert.ok(!(await radio(page, PROTECT, "No").isChecked()));
  await leave(page);
});

test("not sure stays asked, behind the questions that nobody has looked at", async () => {
  const page = await arriveAt(scene("guide-answer"), env);
  const first = page.locator(".asked .question").first();
  const question = await first.locator("legend").innerText();
  await first.getByRole("button", { name: "Not sure" }).click();
  assert.notEqual(await page.locator(".asked .question legend").first().innerText(), question);
  await leave(page);
});

test("why it is particularly complex is asked only after a yes", async () => {
  const page = await visit(env, "#/guide");
  await guideTo(page, SERIOUS);
  await page.locator("summary", { hasText: "More about the concern" }).click();
  const why = page.getByLabel("Why is it particularly complex?");
  assert.ok(!(await why.isVisible()));
  await radio(page, "Is the concern particularly complex", "Yes").check();
  assert.ok(await why.isVisible());
  await leave(page);
});

test("today, yesterday or another date, each with its weekday", async () => {
  const page = await visit(env, "#/guide");
  await guideTo(page, WHEN);
  const recorded = page.getByRole("group", { name: FIRST_RECORDED });
  assert.ok(!(await dateOf(page, "When was the referral received?").isVisible()));
  await recorded.getByLabel("Today (Wednesday)").check();
  assert.equal(await recorded.locator(".said-back").innerText(), "Wednesday 23 December 2026");
  await recorded.getByLabel("Yesterday (Tuesday)").check();
  assert.equal(await recorded.locator(".said-back").innerText(), "Tuesday 22 December 2026");
  await recorded.getByLabel("Another date").check();
  assert.equal(await recorded.locator(".said-back").innerText(), "");
  await recorded.getByLabel("Date", { exact: true }).fill("2026-12-21");
  assert.equal(await recorded.locator(".said-back").innerText(), "Monday 21 December 2026");
  await leave(page);
});

test("after hours the page says what the same day means, and who takes it", async () => {
  const page = await arriveAt(scene("guide-when-at-night"), env);
  const said = await page.locator(".after-hours").innerText();
  const cautions = library.classifyConcern({ area: "county-durham", now: "2026-12-23T20:40Z" }).cautions;
  const text = (code) => cautions.find((caution) => caution.code === code).text;
  assert.equal(said, `It is 8:40pm. ${text("never-rolled-to-a-working-day")} ${text("out-of-hours-contact")}`);
  await leave(page);
  const byDay = await arriveAt(scene("guide-when"), env);
  assert.equal(await byDay.locator(".after-hours").count(), 0);
  await leave(byDay);
});

// ------------------------------------------------------------------------------------------- who, and later than it says

test("whoever is needed and was not asked is named, until they are; where each stands is kept", async () => {
  const page = await visit(env, "#/guide");
  await throughTheGuide(page);
  const warning = section(page, "Who must be there").locator(".govuk-inset-text");
  assert.match(await warning.innerText(), /^Needed and not asked yet: children's social care, police, health, the fostering service\.$/);
  await page.locator(".question", { hasText: "looked after" }).getByRole("button", { name: "No", exact: true }).click();
  assert.match(await warning.innerText(), /^Needed and not asked yet: children's social care, police, health\.$/);
  const standings = ["Not asked", "Asked, no reply", "Coming", "Came", "Sent a report", "Did not come"];
  assert.deepEqual(await page.getByLabel("Police: so far").locator("option").allTextContents(), standings);
  for (const [agency, standing] of [["Children's social care", "Coming"], ["Police", "Asked, no reply"], ["Health", "Coming"]]) await page.getByLabel(`${agency}: so far`).selectOption(standing);
  assert.equal(await warning.count(), 0);
  await page.getByRole("link", { name: "Say who made the referral" }).click();
  await page.getByLabel("Strategy meeting or discussion").check();
  await press(page, "Show the answer");
  assert.equal(await page.getByLabel("Police: so far").locator("option:checked").textContent(), "Asked, no reply");
  await leave(page);
});

test("a plan that is later than the answer needs a reason and a role; the answer stays", async () => {
  const page = await visit(env, "#/guide");
  await throughTheGuide(page, { others: true });
  const heading = await page.locator("h1").innerText();
  const form = page.locator(".plan").first();
  await form.locator("summary").click();
  await press(page, "Keep this plan");
  assert.match(await form.locator(".govuk-error-message").textContent(), /Enter the date the meeting is planned/);
  await form.getByLabel("Date", { exact: true }).fill("2027-01-04");
  await form.getByRole("button", { name: "Keep this plan" }).click();
  assert.match(await form.innerText(), /Planned, later than the answer says: Monday 4 January 2027/);
  assert.match(await form.innerText(), /Still to record: the reason, and who decided it, by role\./);
  assert.equal(await page.locator("h1").innerText(), heading);
  await form.getByLabel("The child is not available").check();
  await form.getByLabel("Who decided that?").fill("Team manager");
  await form.getByRole("button", { name: "Keep this plan" }).click();
  assert.match(await form.innerText(), /The child is not available\s+Decided by: Team manager/);
  assert.doesNotMatch(await form.innerText(), /Still to record|Not explained/);
  assert.equal(await page.locator("h1").innerText(), heading);
  await form.locator("summary").click();
  await press(page, "No plan any more");
  assert.equal(await page.getByText("Planned, later").count(), 0);
  await leave(page);
});

test("a plan that the rules refuse is not kept", async () => {
  const page = await visit(env, "#/guide");
  await throughTheGuide(page, { others: true });
  const form = page.locator(".plan").first();
  await form.locator("summary").click();
  await form.getByLabel("Date", { exact: true }).fill("2027-01-04");
  await form.getByLabel("Who decided that?").fill("x".repeat(10_001));
  await press(page, "Keep this plan");
  assert.ok(await page.locator(".govuk-error-summary").isVisible());
  await page.locator(".question", { hasText: "looked after" }).getByRole("button", { name: "No", exact: true }).click();
  await press(page, "Change answers");
  await guideTo(page, WHEN, { others: true });
  await press(page, "Show the answer");
  assert.equal(await page.getByText("Planned, later").count(), 0);
  await leave(page);
});

test("what was done is marked as done, and what may not be due yet is not marked as late", async () => {
  const page = await arriveAt(scene("guide-answer-settled"), env);
  assert.match(await duty(page, "proforma").innerText(), /Done Wednesday 23 December 2026, 9:50am, in time\./);
  // Nobody has said how high the risk is: the hour that stands until then makes nothing late.
  const response = await duty(page, "spoc-response").innerText();
  assert.match(response, /Until this is settled[^]*respond by 10:05am, Wednesday 23 December 2026\./);
  assert.doesNotMatch(response, /Late/);
  await duty(page, "proforma").locator("summary", { hasText: "Record it as done" }).click();
  await press(page, "Not done after all");
  assert.equal(await duty(page, "proforma").getByText("Done", { exact: true }).count(), 0);
  await leave(page);
});

test("the guide leads whoever means another meeting to it", async () => {
  const page = await visit(env, "#/guide");
  await page.locator("main").getByRole("link", { name: "Which meeting?" }).click();
  assert.match(page.url(), /#\/which$/);
  await leave(page);
});

test("only what can still change the answer is asked, each on a page of its own, and a kind of concern is not asked about again", async () => {
  const page = await visit(env, "#/guide");
  await guideTo(page, SERIOUS);
  const titles = [];
  const facts = { area: "county-durham", concerns: { immediateProtectionNeeded: false }, now: NOW };
  const title = () => page.locator("main h1").innerText();
  while ((await title()) !== WHEN) {
    titles.push(await title());
    assert.equal(await page.locator("main fieldset:visible").count(), 1, titles.at(-1));
    const asked = library.classifyConcern(facts).ask.find(({ question }) => question === titles.at(-1));
    assert.ok(asked, titles.at(-1));
    facts.concerns[asked.path.split(".")[1]] = false;
    await page.locator("main form").getByRole("radio", { name: "No", exact: true }).first().check();
    await press(page, "Continue");
    await page.waitForFunction((before) => document.querySelector("main h1").innerText !== before, titles.at(-1));
  }
  assert.equal(library.classifyConcern({ ...facts, concernsIdentifiedAt: "2026-12-23" }).settled, true);
  assert.equal(new Set(titles).size, titles.length);
  await leave(page);
  const kind = await visit(env, "#/guide");
  await guideTo(kind, SERIOUS);
  await kind.locator("summary", { hasText: "More about the concern" }).click();
  await kind.getByLabel("Penetrative sexual abuse", { exact: true }).check();
  await press(kind, "Continue");
  await kind.waitForFunction((before) => document.querySelector("main h1").innerText !== before, SERIOUS);
  assert.doesNotMatch(await kind.locator("main h1").innerText(), /allegation of penetrative/);
  await leave(kind);
});

test("one answer is a no to each question that it names: each stands among the answers, and each can be changed by itself", async () => {
  const page = await visit(env, "#/guide");
  await guideTo(page, SERIOUS);
  const named = page.getByRole("radio", { name: "No, and no to each of these" });
  const facts = { area: "county-durham", concerns: { immediateProtectionNeeded: false, seriousRisk: false }, now: NOW };
  const followed = library.classifyConcern(facts).ask.filter(({ path }) => path.startsWith("concerns."));
  const said = await named.evaluate((input) => document.getElementById(input.getAttribute("aria-describedby")).textContent);
  assert.equal(said, followed.map(({ question }) => question).join(" "));
  await named.check();
  await press(page, "Continue");
  await page.getByRole("heading", { level: 1, name: WHEN }).waitFor();
  await page.getByRole("group", { name: FIRST_RECORDED }).getByLabel("Today").check();
  await press(page, "Show the answer");
  await openAll(page);
  const asked = { ...facts, concerns: NO_TO_EACH, concernsIdentifiedAt: "2026-12-23" };
  assert.equal(await page.locator("h1").innerText(), library.classifyConcern(asked).answer.heading);
  const answers = section(page, "Your answers");
  for (const question of [SERIOUS, ...followed.map(({ question }) => question)]) {
    assert.equal(await answers.locator(".govuk-summary-list__row", { hasText: question }).locator("dd").first().innerText(), "No", question);
  }
  await answers.getByRole("button", { name: `Change the answer to: ${followed[0].question}` }).click();
  assert.equal(await page.locator("main h1").innerText(), followed[0].question);
  assert.equal(await named.count(), 0, "it stands at the first question alone");
  await radio(page, followed[0].question, "Yes").check();
  await press(page, "Continue");
  await page.locator("article.answer").waitFor();
  const changed = { ...asked, concerns: { ...NO_TO_EACH, [followed[0].path.split(".")[1]]: true } };
  assert.equal(await page.locator("h1").innerText(), library.classifyConcern(changed).answer.heading);
  await leave(page);
});

/** A browser that never has time: what was put off is drawn only where somebody wants it. */
const neverIdle = () => (window.requestIdleCallback = () => 0);

test("what stands closed is drawn once it is opened, found, printed or copied, however busy the browser is", async () => {
  const reached = async () => {
    const page = await visit(env, "#/guide", { before: neverIdle });
    await toTheCard(page, { others: true });
    await page.locator("article .fold").first().waitFor();
    assert.equal(await page.locator("article li.rule, article .deadline, article select").count(), 0, "nothing of it yet");
    return page;
  };
  const opened = await reached();
  await opened.locator(".fold__summary", { hasText: "Why" }).click();
  await opened.locator("article li.rule").first().waitFor();
  assert.equal(await opened.locator("article .deadline").count(), 0);
  // As a search in the page opens it.
  await opened.locator(".fold", { hasText: "Papers and deadlines" }).evaluate((fold) => (fold.open = true));
  await opened.locator("article .deadline").first().waitFor();
  await leave(opened);
  const printed = await reached();
  await printed.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  for (const part of ["li.rule", ".deadline", "table", "dl", ".picture"]) assert.ok(await printed.locator(`article .fold ${part}`).first().isVisible(), part);
  await leave(printed);
  const copied = await reached();
  await copied.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await copied.locator("summary", { hasText: "More to copy" }).click();
  await press(copied, "Copy everything on this page");
  await copied.waitForFunction(() => navigator.clipboard.readText().then((text) => text.includes("YOUR ANSWERS")));
  const text = await copied.evaluate(() => navigator.clipboard.readText());
  const [{ what }] = library.listDeadlines({ area: "county-durham", meetingType: "strategy", now: NOW }).answer.deadlines;
  for (const words of ["WHY", what, "Police"]) assert.ok(text.includes(words), words);
  await leave(copied);
});

test("an area is asked once: it is kept on the device, stands under the header, and can be changed", async () => {
  const page = await visit(env, "#/guide");
  await guideTo(page, SERIOUS);
  const line = page.getByRole("region", { name: "Your area" });
  assert.match(await line.innerText(), /^Your area: County Durham\. Change your area$/);
  await page.reload();
  await line.waitFor();
  await page.goto(`${env.server.address}#/guide`);
  await radio(page, PROTECT, "No").check();
  await press(page, "Continue");
  await page.getByRole("heading", { level: 1, name: SERIOUS }).waitFor();
  await line.getByRole("link", { name: "Change your area" }).click();
  assert.ok(await page.getByLabel(DURHAM, { exact: true }).isChecked());
  const names = await page.locator("main .govuk-radios__label").allTextContents();
  assert.deepEqual(names.slice(0, -1), names.slice(0, -1).toSorted((one, other) => one.localeCompare(other)));
  assert.equal(names.at(-1), GUIDE);
  await page.getByLabel("Hampshire", { exact: true }).check();
  await press(page, "Keep this area");
  assert.match(await line.innerText(), /^Your area: Hampshire/);
  await page.evaluate(() => (window.location.hash = "#/keeps"));
  await press(page, "Delete everything");
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await page.waitForFunction(() => !document.querySelector("#area")?.textContent);
  await leave(page);
});
