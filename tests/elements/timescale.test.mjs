// <sg-timescale> and <sg-protect-now>: what comes first, the answer and its place in a form, and what no host can switch off.

import assert from "node:assert/strict";
import { test } from "node:test";
import { BARE, NOW, NO_WEBASSEMBLY, WIDTHS, leave, library, openForTests, radio, sent, thereAndBack, told, visit } from "./the-elements.mjs";

const PROTECT = "Does the child need protecting today?";
const DANGER = "If a child is in immediate danger, call 999 now. Do not wait for a meeting.";
const SERIOUS = "Is there a serious risk of harm";
const WEDNESDAY = { concernsIdentifiedAt: "2026-12-23" };

const env = openForTests();

const decisionOf = (facts) => library.classifyConcern({ area: "generic", now: NOW, ...facts });
const give = (page, facts) => page.locator("sg-timescale").evaluate((element, facts) => void (element.facts = facts), facts);
const heading = (page) => page.locator("sg-timescale [aria-live] h2").textContent();
const protect = (page, answer) => radio(page, PROTECT, answer).check();
// Before them stands the mark of the warning, which only those see who see the page.
const withoutMark = (text) => text.replace(/^\s*!\s*/, "").trim();
const firstWords = async (page) => withoutMark(await page.locator("sg-timescale").innerText());
const isValid = (page) => page.locator("#form").evaluate((form) => form.checkValidity());

test("the 999 line comes first, then the question, then the answer", async () => {
  for (const width of WIDTHS) {
    const page = await visit(env, "timescale.html", { width });
    const words = await firstWords(page);
    assert.ok(words.startsWith(DANGER), words.slice(0, 100));
    assert.ok(words.indexOf(PROTECT) < words.indexOf("Hold it today"));
    await leave(page);
  }
});

test("until it is a no the heading is to hold it today, and the outer limit stands under it", async () => {
  const page = await visit(env, "timescale.html");
  await give(page, WEDNESDAY);
  for (const answer of [undefined, "I am not sure", "Yes"]) {
    if (answer) await protect(page, answer);
    assert.equal(await heading(page), "Hold it today");
    assert.equal(await page.getByRole("heading", { name: "At the latest" }).count(), 1);
    assert.equal(await page.getByText("Speak to the duty team now").count(), answer ? 1 : 0);
  }
  await protect(page, "No");
  assert.equal(await heading(page), decisionOf({ ...WEDNESDAY, concerns: { immediateProtectionNeeded: false } }).answer.heading);
  await leave(page);
});

test("questions are answered where they stand, the answer follows, and the focus stays", async () => {
  const page = await visit(env, "timescale.html");
  await give(page, WEDNESDAY);
  await protect(page, "No");
  for (const question of [SERIOUS, "Is there an allegation of penetrative", "Has any agency had to act at once"]) {
    await radio(page, question, "No").check();
    const focused = await page.evaluate(() => document.activeElement.closest("fieldset").textContent);
    assert.ok(focused.startsWith(question), focused);
  }
  const concerns = { immediateProtectionNeeded: false, seriousRisk: false, penetrativeSexualAbuse: false, immediateActionRequired: false };
  const expected = decisionOf({ ...WEDNESDAY, concerns });
  assert.equal(await heading(page), expected.answer.heading);
  await radio(page, SERIOUS, "Yes").check();
  assert.equal(await heading(page), decisionOf({ ...WEDNESDAY, concerns: { ...concerns, seriousRisk: true } }).answer.heading);
  assert.equal(await page.getByRole("group", { name: SERIOUS }).count(), 1);
  await leave(page);
});

test("a time is answered where it stands, and what is no time is said when it is left", async () => {
  const page = await visit(env, "timescale.html");
  await protect(page, "No");
  for (const question of [SERIOUS, "Is there an allegation of penetrative", "Has any agency had to act at once"]) await radio(page, question, "No").check();
  const date = page.getByRole("group", { name: "When did a professional first record this concern?" }).getByLabel("Date");
  await date.fill("1026-12-23");
  await date.blur();
  assert.equal(await page.getByText("Date must include a year with 4 numbers").count(), 1);
  await date.fill("2026-12-23");
  await date.blur();
  assert.equal(await page.getByText("Date must include a year with 4 numbers").count(), 0);
  assert.match(await heading(page), /by Wednesday 30 December 2026/);
  await leave(page);
});

test("a moment of the host's that cannot be is refused as it is, and no other is put in its place", async () => {
  const page = await visit(env, "timescale.html");
  await protect(page, "No");
  for (const question of [SERIOUS, "Is there an allegation of penetrative", "Has any agency had to act at once"]) await radio(page, question, "No").check();
  const date = page.getByRole("group", { name: "When did a professional first record this concern?" }).getByLabel("Date");
  for (const moment of ["2026-02-30T10:00Z", "2026-13-01T10:00Z", "2026-02-28T24:00Z", "2026-02-28T25:00"]) {
    await give(page, { concernsIdentifiedAt: moment });
    const refused = await page.locator("sg-timescale").evaluate(({ decision, error, facts }) => [decision, error?.code, error?.path, facts.concernsIdentifiedAt]);
    assert.deepEqual(refused, [null, "bad-date", "concernsIdentifiedAt", moment]);
    assert.equal(await date.inputValue(), "");
  }
  await give(page, { concernsIdentifiedAt: "2026-12-23T10:00Z" });
  assert.equal(await date.inputValue(), "2026-12-23");
  await leave(page);
});

test("every word about a rule is the library's", async () => {
  const page = await visit(env, "timescale.html");
  await give(page, WEDNESDAY);
  const { because, alsoApplies, cautions, answer } = decisionOf(WEDNESDAY);
  const text = await page.locator("sg-timescale").textContent();
  for (const rule of [...because, ...alsoApplies]) {
    for (const words of [rule.sentence, rule.force, rule.document, rule.place, rule.reading ?? "", rule.forceNote ?? ""]) assert.ok(text.includes(words), words);
    assert.equal(await page.locator(`[data-rule="${rule.id}"] q`).textContent(), rule.words);
  }
  for (const caution of cautions) assert.ok(text.includes(caution.text));
  for (const day of answer.counted) assert.equal(await page.locator(`sg-timescale [data-date="${day.date}"]`).count(), 1);
  await leave(page);
});

test("each change is one event, whose detail is the frozen decision; the same facts again are none", async () => {
  const page = await visit(env, "timescale.html");
  const [first, ...others] = await told(page);
  assert.deepEqual([first.name, others.length], ["sg-result", 0]);
  const expected = decisionOf({});
  assert.deepEqual(first.detail, { ...expected, api: 1 });
  assert.ok(first.isFrozen && first.composed);
  await give(page, WEDNESDAY);
  assert.equal((await told(page)).length, 1);
  await give(page, WEDNESDAY);
  await page.evaluate(() => document.querySelector("sg-timescale").decision);
  assert.deepEqual(await told(page), []);
  await protect(page, "No");
  assert.equal((await told(page)).length, 1);
  await leave(page);
});

test("inner controls disturb no host: no fields of the form, and the element's events in the place of theirs", async () => {
  const page = await visit(env, "timescale.html", { before: () => {
    window.heard = [];
    for (const name of ["input", "change"]) window.addEventListener(name, ({ type, target }) => window.heard.push(`${type} ${target.localName}`));
  } });
  await protect(page, "No");
  await radio(page, SERIOUS, "No").check();
  assert.deepEqual(Object.keys(await sent(page)).sort(), ["reference", "team", "timescale", "timescale-facts"]);
  assert.deepEqual(await page.evaluate(() => window.heard), ["input sg-timescale", "change sg-timescale", "input sg-timescale", "change sg-timescale"]);
  await give(page, { concernsIdentifiedAt: "2026-12-22" });
  await page.getByRole("button", { name: "Clear" }).click();
  assert.equal(await page.evaluate(() => window.heard.length), 4, "what no person did there is no such event");
  assert.deepEqual(await page.evaluate(() => [...document.getElementById("form").elements].map(({ localName }) => localName)), ["fieldset", "input", "input", "sg-timescale", "button", "button"]);
  await leave(page);
});

test("the form gets the decision, and the facts from which a server works it out again", async () => {
  const page = await visit(env, "timescale.html");
  await give(page, WEDNESDAY);
  await protect(page, "No");
  await radio(page, SERIOUS, "Yes").check();
  const { timescale, "timescale-facts": facts } = await sent(page);
  assert.deepEqual(JSON.parse(facts), { area: "generic", ...WEDNESDAY, now: NOW, concerns: { seriousRisk: true, immediateProtectionNeeded: false } });
  assert.deepEqual(JSON.parse(timescale), { ...library.classifyConcern(JSON.parse(facts)), api: 1 });
  assert.deepEqual(await page.locator("sg-timescale").evaluate(({ facts }) => facts), JSON.parse(facts));
  await leave(page);
});

test("where it is required the form waits for an answer, says which, and leads to it", async () => {
  const page = await visit(env, "timescale.html");
  assert.equal(await isValid(page), false);
  assert.equal(await page.locator("sg-timescale").evaluate(({ validationMessage }) => validationMessage), "Select yes if the child needs protecting today");
  await page.getByRole("button", { name: "Send" }).click();
  assert.match(page.url(), /timescale\.html$/);
  assert.equal(await page.evaluate(() => document.activeElement.closest("fieldset").textContent.startsWith("Does the child")), true);
  await page.waitForFunction(() => !document.querySelector("sg-timescale").hasAttribute("tabindex"));
  await protect(page, "I am not sure");
  assert.equal(await isValid(page), true);
  await page.locator("sg-timescale").evaluate((element) => element.setAttribute("required", ""));
  await page.getByRole("button", { name: "Clear" }).click();
  await page.locator("sg-timescale").evaluate((element) => element.removeAttribute("required"));
  assert.equal(await isValid(page), true);
  await leave(page);
});

test("reset takes back what was answered, and leaves what the host gave", async () => {
  const page = await visit(env, "timescale.html");
  await give(page, WEDNESDAY);
  await protect(page, "No");
  await radio(page, SERIOUS, "Yes").check();
  await page.getByRole("button", { name: "Clear" }).click();
  assert.equal(await page.locator("sg-timescale input:checked").count(), 0);
  assert.deepEqual(JSON.parse((await sent(page))["timescale-facts"]), { area: "generic", ...WEDNESDAY, now: NOW });
  assert.equal(await isValid(page), false);
  await leave(page);
});

test("disabled, by itself or by a fieldset, it can not be answered and is not sent; the 999 line stays", async () => {
  const page = await visit(env, "timescale.html");
  for (const selector of ["#timescale", "#group"]) {
    await page.locator(selector).evaluate((element) => element.setAttribute("disabled", ""));
    assert.equal(await page.locator("sg-timescale input:not(:disabled)").count(), 0, selector);
    assert.equal((await sent(page)).timescale, undefined);
    await give(page, { ...WEDNESDAY, concerns: { seriousRisk: selector === "#group" } });
    assert.equal(await page.locator("sg-timescale input:not(:disabled)").count(), 0, selector);
    assert.ok(await page.getByText("call 999 now").isVisible());
    await page.locator(selector).evaluate((element) => element.removeAttribute("disabled"));
    assert.equal(await page.locator("sg-timescale input:disabled").count(), 0, selector);
  }
  await leave(page);
});

test("going to another page and back keeps what was answered", async () => {
  const page = await visit(env, "timescale.html");
  await protect(page, "No");
  await radio(page, SERIOUS, "Yes").check();
  const before = await heading(page);
  await thereAndBack(page, () => document.querySelectorAll("sg-timescale input:checked").length === 2);
  assert.ok(await radio(page, PROTECT, "No").isChecked());
  assert.ok(await radio(page, SERIOUS, "Yes").isChecked());
  assert.equal(await heading(page), before);
  await leave(page);
});

test("a host's newer word on a fact counts more than what was answered in place", async () => {
  const page = await visit(env, "timescale.html");
  await give(page, WEDNESDAY);
  await protect(page, "No");
  await radio(page, SERIOUS, "No").check();
  await give(page, { ...WEDNESDAY, concerns: { seriousRisk: true, immediateProtectionNeeded: true } });
  assert.ok(await radio(page, SERIOUS, "Yes").isChecked());
  assert.ok(await radio(page, PROTECT, "Yes").isChecked());
  assert.equal(await heading(page), "Hold it today");
  await leave(page);
});

test("properties set before the code was there are taken over, and attributes name the documents", async () => {
  const page = await visit(env, "timescale.html", {
    before: () => document.addEventListener("readystatechange", () => {
      const element = document.querySelector("sg-timescale");
      if (element && !customElements.get("sg-timescale")) element.facts = { concernsIdentifiedAt: "2026-12-23", concerns: { seriousRisk: true } };
    }),
  });
  assert.equal(await page.locator("sg-timescale").evaluate((element) => element.facts.concerns.seriousRisk), true);
  await page.locator("sg-timescale").evaluate((element) => {
    element.removeAttribute("area");
    element.setAttribute("packs", "county-durham multi-agency-meetings");
    element.setAttribute("as-of", "2026-11-21");
  });
  const facts = { packs: ["county-durham", "multi-agency-meetings"], asOf: "2026-11-21", now: NOW, ...WEDNESDAY, concerns: { seriousRisk: true } };
  assert.deepEqual(await page.locator("sg-timescale").evaluate(({ decision }) => decision), library.classifyConcern(facts));
  const events = await told(page);
  assert.deepEqual(events.map(({ name }) => name), ["sg-result", "sg-result"]);
  await leave(page);
});

test("facts that are refused give an error that names the field, and no answer that is out of date", async () => {
  const page = await visit(env, "timescale.html");
  await told(page);
  await give(page, { concerns: { seriousRisk: "CanaryBird" } });
  const [{ name, detail, isFrozen }, ...others] = await told(page);
  assert.deepEqual([name, detail.api, detail.code, detail.path, isFrozen, others.length], ["sg-error", 1, "bad-input", "concerns.seriousRisk", true, 0]);
  assert.ok(!JSON.stringify(detail).includes("CanaryBird"));
  assert.deepEqual(await sent(page), { reference: "1234", team: "East" });
  assert.equal(await page.locator("sg-timescale").evaluate(({ decision, value }) => decision ?? value), null);
  assert.equal(await page.locator("sg-timescale").evaluate((element) => element.matches(":state(error)")), true);
  const words = await firstWords(page);
  assert.ok(words.startsWith(DANGER) && words.includes("There is no answer here") && !words.includes("Why"), words);
  for (const hostile of ["a text", [], new Date(0)]) {
    await page.evaluate((facts) => (document.querySelector("sg-timescale").facts = facts), hostile);
    assert.equal(await page.evaluate(() => document.querySelector("sg-timescale").decision), null);
  }
  await page.evaluate(() => (document.querySelector("sg-timescale").facts = { get concerns() { throw new Error("CanaryBird"); } }));
  assert.equal(await page.evaluate(() => document.querySelector("sg-timescale").decision), null);
  assert.equal((await told(page)).at(-1).detail.code, "unreadable");
  await give(page, WEDNESDAY);
  assert.equal((await told(page)).at(-1).name, "sg-result");
  await leave(page);
});

test("no host can take out, hide or change the 999 line and the first question", async () => {
  const page = await visit(env, "timescale.html");
  await protect(page, "No");
  const whole = await page.locator("sg-timescale > section").first().innerText();
  const attempts = [
    (element) => element.firstElementChild.remove(),
    (element) => element.firstElementChild.firstElementChild.remove(),
    (element) => element.querySelector("fieldset").remove(),
    (element) => (element.firstElementChild.hidden = true),
    (element) => (element.firstElementChild.firstElementChild.hidden = true),
    (element) => element.firstElementChild.setAttribute("aria-hidden", "true"),
    (element) => element.firstElementChild.setAttribute("inert", ""),
    (element) => (element.firstElementChild.style.display = "none"),
    (element) => (element.querySelector("p").textContent = ""),
    (element) => (element.querySelector("legend").textContent = ""),
    (element) => element.querySelector("strong").remove(),
    (element) => element.querySelector("p").before(element.querySelector("fieldset")),
    (element) => element.querySelector("p").replaceWith(document.createElement("div")),
    (element) => {
      const cover = document.createElement("div");
      cover.hidden = true;
      element.querySelector("p").before(cover);
      cover.append(element.querySelector("p"));
    },
    (element) => (element.querySelector("p").style.opacity = "0"),
    (element) => (element.querySelector("label").style.visibility = "hidden"),
    (element) => element.firstElementChild.classList.add("govuk-visually-hidden"),
    (element) => element.append(element.firstElementChild),
    (element) => element.prepend(document.createElement("p")),
    (element) => element.firstElementChild.replaceWith(document.createElement("p")),
    (element) => element.setAttribute("protect", "off"),
    (element) => (element.classes = { "sg-protect": "govuk-visually-hidden" }),
    (element) => (element.classes = { "sg-danger": "govuk-visually-hidden" }),
  ];
  for (const attempt of attempts) {
    await page.locator("sg-timescale").evaluate(attempt);
    await page.waitForTimeout(20);
    const first = page.locator("sg-timescale > section").first();
    assert.equal(await page.locator("sg-timescale").evaluate((element) => element.firstElementChild.localName), "section", String(attempt));
    assert.equal(await first.innerText(), whole, String(attempt));
    assert.equal(await first.evaluate((part) => part.closest("[hidden], [inert], [aria-hidden]")), null, String(attempt));
    assert.ok(await radio(page, PROTECT, "No").isChecked(), String(attempt));
    const box = await first.locator("p").first().boundingBox();
    assert.ok(box.width > 100 && box.height > 10, String(attempt));
  }
  await protect(page, "Yes");
  assert.equal(await heading(page), "Hold it today");
  assert.deepEqual((await page.evaluate(() => window.violations)).filter((line) => !line.startsWith("style-src-attr")), []);
  await page.context().close();
});

/** Runs in the page: counts what is put into, or taken out of, the element from now on, and keeps its radios to compare. */
function watch() {
  const element = document.querySelector("sg-timescale");
  window.radios = [...element.querySelectorAll("section:first-child input")];
  window.redraws = 0;
  window.watcher?.disconnect();
  window.watcher = new MutationObserver((changes) => (window.redraws += changes.filter(({ type, target }) => type === "childList" && (target === element || target.localName === "section")).length));
  window.watcher.observe(element, { childList: true, subtree: true });
}

/** Runs in the page: are the radios the very same, and which of them has the focus? */
function standing() {
  const radios = [...document.querySelectorAll("sg-timescale section:first-child input")];
  return { isSame: radios.length === 3 && radios.every((radio, index) => radio === window.radios[index]), checked: radios.findIndex(({ checked }) => checked), focused: radios.indexOf(document.activeElement), redraws: window.redraws };
}

test("a script that marks every field it finds leaves the page at rest, and the question can be answered", async () => {
  const page = await visit(env, "timescale.html");
  await page.evaluate(watch);
  await page.evaluate(() => {
    const mark = () => {
      for (const input of document.querySelectorAll("input:not([data-marked])")) {
        input.setAttribute("data-marked", "");
        input.classList.add("marked");
        input.after(Object.assign(document.createElement("span"), { textContent: "*" }));
        input.closest("fieldset").style.setProperty("--mark", "1");
      }
    };
    new MutationObserver(mark).observe(document.body, { childList: true, subtree: true, attributes: true });
    document.body.append(document.createElement("p"));
  });
  await protect(page, "Yes");
  assert.equal(await heading(page), "Hold it today");
  assert.deepEqual(await page.evaluate(standing), { isSame: true, checked: 0, focused: 0, redraws: 0 });
  assert.deepEqual((await page.evaluate(() => window.violations)).filter((line) => !line.startsWith("style-src-attr")), []);
  await page.context().close();
});

test("a browser that translates the page as it stands, and as it changes, leaves the question to be answered", async () => {
  const page = await visit(env, "timescale.html");
  await page.evaluate(watch);
  await page.evaluate(() => {
    // As Chromium does: each text stands in two <font>, and what is new is translated as it comes.
    const translate = (root) => {
      const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const found = [];
      while (texts.nextNode()) if (texts.currentNode.data.trim() && !texts.currentNode.parentElement.closest("font")) found.push(texts.currentNode);
      for (const text of found) {
        const [outer, inner] = [document.createElement("font"), document.createElement("font")];
        inner.append(text.data.replaceAll(/[a-z]+/gi, (word) => [...word].reverse().join("")));
        outer.append(inner);
        text.replaceWith(outer);
      }
    };
    translate(document.body);
    document.documentElement.classList.add("translated-ltr");
    new MutationObserver(() => translate(document.body)).observe(document.body, { childList: true, subtree: true, characterData: true });
  });
  const radios = page.locator("sg-timescale section").first().getByRole("radio");
  await radios.nth(1).check();
  await radios.nth(0).check();
  assert.deepEqual(await page.evaluate(standing), { isSame: true, checked: 0, focused: 0, redraws: 0 });
  assert.equal(await page.locator("sg-timescale").evaluate(({ facts }) => facts.concerns.immediateProtectionNeeded), true);
  assert.match(await page.locator("sg-timescale").innerText(), /llac 999 won/);
  await leave(page);
});

test("what is taken out or moved is put back as it is: the same radios, the focus and the choice", async () => {
  const page = await visit(env, "timescale.html");
  await protect(page, "No");
  for (const attempt of [
    (element) => element.firstElementChild.remove(),
    (element) => element.append(element.firstElementChild),
    (element) => element.querySelector("fieldset").remove(),
    (element) => element.querySelector("input:checked").remove(),
  ]) {
    await radio(page, PROTECT, "No").focus();
    await page.evaluate(watch);
    await page.locator("sg-timescale").evaluate(attempt);
    await page.waitForTimeout(20);
    const { redraws, ...stands } = await page.evaluate(standing);
    assert.deepEqual(stands, { isSame: true, checked: 1, focused: 1 }, String(attempt));
    assert.ok(redraws <= 4, String(redraws));
  }
  await page.getByLabel("Team").focus();
  await page.locator("sg-timescale").evaluate((element) => element.firstElementChild.remove());
  await page.waitForTimeout(20);
  assert.equal(await page.evaluate(() => document.activeElement.id), "team");
  await leave(page);
});

test("a script that takes the line out again and again is answered a handful of times, and the page does not stand still", async () => {
  const page = await visit(env, "timescale.html");
  await page.evaluate(() => {
    window.taken = 0;
    const take = () => document.querySelector("sg-timescale > section:first-child .sg-danger") && ++window.taken && document.querySelector(".sg-danger").remove();
    new MutationObserver(take).observe(document.querySelector("sg-timescale"), { childList: true, subtree: true });
    take();
    setTimeout(() => (window.over = true), 1_000);
  });
  await page.waitForTimeout(100);
  const taken = await page.evaluate(() => window.taken);
  assert.ok(taken > 1 && taken < 10, String(taken));
  await page.waitForFunction((taken) => window.taken > taken, taken, { timeout: 9_000 });
  await leave(page);
});

test("a class that would hide the first question from the start is not mapped to", async () => {
  const page = await visit(env, "timescale.html", { before: () => document.addEventListener("readystatechange", () => {
    document.querySelector("sg-timescale")?.setAttribute("classes", '{"sg-danger":"govuk-visually-hidden","govuk-fieldset__legend":"govuk-visually-hidden","govuk-tag":"nhsuk-tag"}');
  }) });
  assert.ok((await page.locator("sg-timescale > section p").first().boundingBox()).height > 10);
  assert.ok((await page.locator("sg-timescale > section legend").first().boundingBox()).height > 10);
  assert.ok(await page.locator("sg-timescale .nhsuk-tag").count() > 0);
  assert.equal(await page.locator("sg-timescale .govuk-tag").count(), 0);
  await leave(page);
});

test("where WebAssembly is forbidden the fallback stays, with its fields, and nothing stands in the form's way", async () => {
  const page = await visit(env, "timescale.html", { policy: NO_WEBASSEMBLY });
  assert.ok(await page.locator("#fallback").isVisible());
  await page.getByLabel("Held by").fill("by hand");
  assert.deepEqual(await sent(page), { reference: "1234", team: "East", "by-hand": "by hand" });
  assert.equal(await isValid(page), true);
  const [{ name, detail }] = await told(page);
  assert.deepEqual([name, detail.code], ["sg-error", "internal"]);
  await page.context().close();
});

test("where WebAssembly is forbidden and there is no fallback, the 999 line and a word stand there", async () => {
  const page = await visit(env, "alone.html", { policy: NO_WEBASSEMBLY });
  const words = await firstWords(page);
  assert.ok(words.startsWith(DANGER) && words.includes("could not be started"), words);
  await page.context().close();
});

test("a page that was left open overnight tells the new day when somebody comes back to it", async () => {
  const page = await visit(env, "timescale.html");
  await give(page, WEDNESDAY);
  await protect(page, "No");
  await radio(page, SERIOUS, "Yes").check();
  await told(page);
  await page.clock.setFixedTime("2026-12-24T08:00Z");
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  const concerns = { immediateProtectionNeeded: false, seriousRisk: true };
  const expected = decisionOf({ ...WEDNESDAY, concerns, now: "2026-12-24T08:00Z" });
  assert.equal(await heading(page), expected.answer.heading);
  assert.deepEqual((await told(page)).map(({ name, detail }) => [name, detail]), [["sg-result", { ...expected, api: 1 }]]);
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  assert.deepEqual(await told(page), []);
  await leave(page);
});

test("what is posted is never an answer of another day, whoever posts it", async () => {
  const page = await visit(env, "timescale.html");
  await give(page, WEDNESDAY);
  await protect(page, "No");
  await radio(page, SERIOUS, "Yes").check();
  const posted = () => page.locator("#form").evaluate((form) => new Promise((told) => {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      told(JSON.parse(new FormData(form).get("timescale-facts")).now);
    }, { once: true });
    form.requestSubmit();
  }));
  assert.equal(await posted(), NOW);
  await page.clock.setFixedTime("2026-12-24T00:00Z");
  assert.equal(await posted(), "2026-12-24T00:00Z");
  await page.clock.setFixedTime("2026-12-25T00:00Z");
  assert.equal(JSON.parse((await sent(page))["timescale-facts"]).now, "2026-12-25T00:00Z");
  await page.clock.setFixedTime("2026-12-26T00:00Z");
  assert.equal(await page.locator("sg-timescale").evaluate(({ value, facts }) => value !== null && facts.now), "2026-12-26T00:00Z");
  await leave(page);
});

test("where a script took the old answer out of what is sent, the new one stands last and no other field is lost", async () => {
  const page = await visit(env, "timescale.html");
  await give(page, WEDNESDAY);
  await protect(page, "No");
  // On the window a script hears of it before the element does.
  const keysWithout = (taken) => page.locator("#form").evaluate((form, taken) => {
    window.addEventListener("formdata", ({ formData }) => taken.forEach((name) => formData.delete(name)), { capture: true, once: true });
    return [...new FormData(form).keys()];
  }, taken);
  for (const [day, taken] of [["2026-12-24", ["timescale"]], ["2026-12-25", ["timescale-facts"]], ["2026-12-26", ["timescale", "timescale-facts"]]]) {
    await page.clock.setFixedTime(`${day}T00:00Z`);
    assert.deepEqual((await keysWithout(taken)).sort(), ["reference", "team", "timescale", "timescale-facts"]);
  }
  await leave(page);
});

test("a script's own form.submit() posts what is true then: of another day, and of facts that were set just before", async () => {
  const TUESDAY = { concernsIdentifiedAt: "2026-12-22" };
  const answered = { concerns: { immediateProtectionNeeded: false, seriousRisk: true } };
  for (const [attribute, given, now] of [["required", WEDNESDAY, "2026-12-24T00:00Z"], ["hidden-inputs", WEDNESDAY, "2026-12-24T00:00Z"], ["required", TUESDAY, NOW]]) {
    const page = await visit(env, "timescale.html");
    await page.locator("sg-timescale").evaluate((element, attribute) => element.setAttribute(attribute, ""), attribute);
    await give(page, { ...WEDNESDAY, ...answered });
    await page.clock.setFixedTime(now);
    await Promise.all([
      page.waitForURL("**/away.html?**"),
      page.locator("sg-timescale").evaluate((element, facts) => void setTimeout(() => {
        if (facts) element.facts = facts;
        element.form.submit();
      }), given === WEDNESDAY ? null : { ...given, ...answered }),
    ]);
    const data = new URL(page.url()).searchParams;
    assert.deepEqual([...data.keys()], ["reference", "team", "timescale", "timescale-facts"]);
    assert.deepEqual(JSON.parse(data.get("timescale-facts")), { area: "generic", ...given, ...answered, now });
    assert.deepEqual(JSON.parse(data.get("timescale")), { ...decisionOf({ ...given, ...answered, now }), api: 1 });
    await page.context().close();
  }
});

test("an open page tells the new day by itself, as it begins in London", async () => {
  for (const [moment, concernsIdentifiedAt] of [["2026-12-24T00:00Z", "2026-12-23"], ["2027-03-28T23:00Z", "2027-03-28"]]) {
    const page = await visit(env, "timescale.html");
    await page.clock.setFixedTime(new Date(Date.parse(moment) - 300));
    await give(page, { concernsIdentifiedAt });
    await protect(page, "No");
    await told(page);
    // The browser's own timers run on while the page's clock stands.
    await page.clock.setFixedTime(moment);
    await page.waitForFunction(() => window.told.length > 0);
    const facts = { concernsIdentifiedAt, concerns: { immediateProtectionNeeded: false }, now: moment };
    assert.deepEqual((await told(page)).at(-1).detail, { ...decisionOf(facts), api: 1 });
    await leave(page);
  }
});

test("an open page looks again when somebody comes back to its window", async () => {
  for (const event of ["focus", "pageshow"]) {
    const page = await visit(env, "timescale.html");
    await give(page, WEDNESDAY);
    await protect(page, "No");
    await page.clock.setFixedTime("2026-12-25T08:00Z");
    await page.evaluate((event) => window.dispatchEvent(new Event(event)), event);
    assert.equal(await heading(page), decisionOf({ ...WEDNESDAY, concerns: { immediateProtectionNeeded: false }, now: "2026-12-25T08:00Z" }).answer.heading, event);
    await leave(page);
  }
});

test("the states can be found by a host's style", async () => {
  const page = await visit(env, "timescale.html");
  const states = () => page.locator("sg-timescale").evaluate((element) => ["late", "open", "protect", "error"].filter((state) => element.matches(`:state(${state})`)));
  assert.deepEqual(await states(), ["open"]);
  await protect(page, "Yes");
  assert.deepEqual(await states(), ["open", "protect"]);
  await give(page, { concernsIdentifiedAt: "2026-12-14", othersConsidered: true, concerns: { immediateProtectionNeeded: false } });
  assert.deepEqual(await states(), ["late"]);
  assert.ok(await page.getByText("Late by").isVisible());
  await leave(page);
});

test("without any style it can be read, and nothing is cut off at 320 pixels", async () => {
  const page = await visit(env, "timescale.html", { policy: BARE, width: 320 });
  await protect(page, "I am not sure");
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 320);
  assert.ok((await firstWords(page)).startsWith(DANGER));
  await page.context().close();
});

test("<sg-protect-now> needs no rules: value, events, required, reset, disabled and restore", async () => {
  const page = await visit(env, "alone.html", { policy: NO_WEBASSEMBLY });
  const element = page.locator("sg-protect-now");
  const group = page.locator("sg-protect-now");
  await told(page);
  assert.deepEqual([await isValid(page), (await sent(page)).protect], [false, undefined]);
  for (const [label, value] of [["Yes", "yes"], ["No", "no"], ["I am not sure", "unknown"]]) {
    await group.getByRole("radio", { name: label, exact: true }).check();
    assert.deepEqual([(await sent(page)).protect, await element.evaluate(({ value }) => value)], [value, value]);
    assert.deepEqual((await told(page)).map(({ name, detail, isFrozen }) => [name, detail, isFrozen]), [["sg-change", { answer: value, api: 1 }, true]]);
    assert.equal(await element.getByText("Speak to the duty team now").count(), value === "no" ? 0 : 1);
  }
  assert.equal(await isValid(page), true);
  await thereAndBack(page, () => document.querySelector("sg-protect-now").value === "unknown");
  assert.ok(await group.getByRole("radio", { name: "I am not sure" }).isChecked());
  await page.getByRole("button", { name: "Clear" }).click();
  assert.equal(await element.evaluate(({ value }) => value), null);
  await element.evaluate((element) => (element.value = "no"));
  assert.ok(await group.getByRole("radio", { name: "No", exact: true }).isChecked());
  await element.evaluate((element) => element.setAttribute("disabled", ""));
  assert.equal((await sent(page)).protect, undefined);
  assert.equal(await element.locator("input:enabled").count(), 0);
  await element.evaluate((element) => element.firstElementChild.remove());
  await page.waitForTimeout(20);
  assert.ok(withoutMark(await element.innerText()).startsWith(DANGER));
  await page.context().close();
});
