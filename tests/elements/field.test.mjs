// An element is a field like any other: its properties, its names, its events, and what it says where something is wrong.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { NO_WEBASSEMBLY, folderOf, leave, openForTests, radio, sent, told, visit } from "./the-elements.mjs";

const PROTECT = "Does the child need protecting today?";
const ALL = ["sg-protect-now", "sg-timescale", "sg-attendance", "sg-action-check", "sg-basis", "sg-deadlines", "sg-checklist", "sg-source"];

const env = openForTests();

const timescale = (page) => page.locator("#timescale");

// ---------------------------------------------------------------------------------------------------------- properties

test("each property of a field can be set, and is its attribute", async () => {
  const page = await visit(env, "all.html");
  for (const name of ALL) {
    const set = await page.locator(name).evaluate((element) => {
      "use strict";
      Object.assign(element, { name: "renamed", form: "form", required: true, disabled: true });
      const attributes = ["name", "form", "required", "disabled"].map((attribute) => element.getAttribute(attribute));
      const read = [element.name, element.form?.id, element.required, element.disabled];
      element.form = null;
      element.form = document.getElementById("form");
      read.push(element.getAttribute("form"));
      Object.assign(element, { name: null, form: undefined, required: false, disabled: false });
      return { attributes, read, left: ["name", "form", "required", "disabled"].filter((attribute) => element.hasAttribute(attribute)) };
    });
    assert.deepEqual(set, { attributes: ["renamed", "form", "", ""], read: ["renamed", "form", true, true, "form"], left: [] }, name);
  }
  await leave(page);
});

test("each setting is a property too", async () => {
  const page = await visit(env, "all.html");
  const set = await page.evaluate(() => {
    const element = document.querySelector("sg-checklist");
    Object.assign(element, { area: "generic", meetingType: "strategy", asOf: "2026-11-21" });
    const timescale = document.querySelector("sg-timescale");
    Object.assign(timescale, { area: null, packs: ["county-durham", "multi-agency-meetings"] });
    document.querySelector("sg-action-check").htmlFor = "what";
    return [element.getAttribute("area"), element.getAttribute("meeting-type"), element.getAttribute("as-of"), timescale.facts.packs, document.querySelector("sg-action-check").getAttribute("for")];
  });
  assert.deepEqual(set, ["generic", "strategy", "2026-11-21", ["county-durham", "multi-agency-meetings"], "what"]);
  await leave(page);
});

test("what was set before the element is defined is taken up, each property of it", async () => {
  const page = await visit(env, "away.html");
  const posted = await page.evaluate(async () => {
    const form = document.createElement("form");
    const element = document.createElement("sg-timescale");
    Object.assign(element, { name: "how-soon", required: true, area: "generic", facts: { concerns: { seriousRisk: true } }, title: "kept" });
    form.append(element);
    document.querySelector("main").append(form);
    await import("/safeguarding-rules/elements.js");
    await Promise.resolve();
    const isWaitedFor = !form.checkValidity();
    return { names: [...new FormData(form).keys()], facts: element.facts, isWaitedFor, own: Object.keys(element) };
  });
  assert.deepEqual(posted.names, ["how-soon", "how-soon-facts"]);
  assert.equal(posted.facts.concerns.seriousRisk, true);
  assert.deepEqual([posted.isWaitedFor, posted.own], [true, []]);
  await leave(page);
});

// What a server prints of an object is no JSON; the framework that takes the page over sets the object before the element is defined.
test("facts that were set before the element is defined hold beside what was printed as their attribute, which holds alone", async () => {
  const page = await visit(env, "away.html");
  const facts = await page.evaluate(async () => {
    const elements = ['{"concerns":{"seriousRisk":false}}', "[object Object]", '{"concerns":{"seriousRisk":false}}'].map((printed) => {
      const element = document.createElement("sg-timescale");
      element.setAttribute("facts", printed);
      return element;
    });
    for (const element of elements.slice(1)) element.facts = { concerns: { seriousRisk: true } };
    document.querySelector("main").append(...elements);
    await import("/safeguarding-rules/elements.js");
    const risks = () => elements.map(({ facts }) => facts.concerns.seriousRisk);
    const before = risks();
    for (const element of elements) element.setAttribute("facts", '{"concerns":{"seriousRisk":"unknown"}}');
    return { before, after: risks() };
  });
  assert.deepEqual(facts, { before: [false, true, true], after: ["unknown", "unknown", "unknown"] });
  await leave(page);
});

test("the facts may be an attribute, as JSON; what is no JSON is refused, and a property set later is the newer", async () => {
  const page = await visit(env, "timescale.html");
  const give = (text) => timescale(page).evaluate((element, text) => element.setAttribute("facts", text), text);
  await give('{"concerns":{"seriousRisk":true},"concernsIdentifiedAt":"2026-12-23"}');
  assert.equal(await timescale(page).evaluate(({ decision }) => decision.answer.timescale), "same-day");
  await told(page);
  for (const text of ["[object Object]", "{", "[]", "7"]) {
    await give(text);
    assert.equal(await timescale(page).evaluate(({ decision }) => decision), null, text);
  }
  assert.equal((await told(page)).at(-1).name, "sg-error");
  await timescale(page).evaluate((element) => (element.facts = '{"concerns":{"seriousRisk":false}}'));
  assert.equal(await timescale(page).evaluate(({ facts }) => facts.concerns.seriousRisk), false);
  await give('{"asOf":"2026-11-21"}');
  assert.equal(await timescale(page).evaluate(({ facts }) => facts.asOf), "2026-11-21");
  await timescale(page).evaluate((element) => element.removeAttribute("facts"));
  assert.equal(await timescale(page).evaluate(({ facts }) => facts.asOf), undefined);
  await leave(page);
});

// --------------------------------------------------------------------------------------------------------------- names

test("a name given late posts the answer and its facts", async () => {
  const page = await visit(env, "timescale.html");
  const posted = await timescale(page).evaluate((element) => {
    element.removeAttribute("name");
    const without = [...new FormData(element.form).keys()];
    element.name = "how-soon";
    return { without, named: [...new FormData(element.form).keys()] };
  });
  assert.deepEqual(posted, { without: ["reference", "team"], named: ["reference", "team", "how-soon", "how-soon-facts"] });
  await leave(page);
});

test("a group of fields that is cloned and renamed posts under its new names, and no id stands twice", async () => {
  const page = await visit(env, "all.html");
  const { names, ids, empty } = await page.evaluate(async () => {
    const form = document.getElementById("form");
    for (const element of [...form.querySelectorAll("[name]")].filter(({ localName }) => localName.startsWith("sg-"))) {
      const clone = element.cloneNode(true);
      clone.removeAttribute("id");
      form.append(clone);
      clone.setAttribute("name", `second-${element.getAttribute("name")}`);
    }
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    await Promise.resolve();
    const later = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    const twice = (ids) => ids.filter((id, index) => ids.indexOf(id) !== index);
    const empty = [...form.children].filter((element) => element.localName.startsWith("sg-") && element.childElementCount === 0).map(({ localName }) => localName);
    return { names: [...new FormData(form).keys()], ids: [...twice(ids), ...twice(later)], empty };
  });
  const posted = ["timescale", "attendance", "basis", "checklist"].flatMap((name) => [name, `${name}-facts`]);
  assert.deepEqual(names, [...posted, ...posted.map((name) => `second-${name}`)]);
  assert.deepEqual([ids, empty], [[], []]);
  await leave(page);
});

test("a clone answers for itself, and what it copied of the first answer is not left where it cannot", async () => {
  const page = await visit(env, "timescale.html");
  await radio(page, PROTECT, "No").check();
  const clone = page.locator("#clone");
  await page.evaluate(() => {
    const clone = document.querySelector("sg-timescale").cloneNode(true);
    clone.id = "clone";
    clone.setAttribute("area", "nowhere");
    document.querySelector("main").append(clone);
  });
  assert.equal(await clone.locator("input").count(), 0);
  assert.match(await clone.innerText(), /call 999 now[^]*There is no answer here/);
  await clone.evaluate((element) => (element.area = "generic"));
  await radio(clone, PROTECT, "Yes").check();
  assert.ok(await radio(timescale(page), PROTECT, "No").isChecked());
  await leave(page);
});

test("the name of the facts stands inside the last bracket, or is given", async () => {
  const page = await visit(env, "timescale.html");
  const named = (name) => timescale(page).evaluate((element, name) => {
    element.name = name;
    return [...new FormData(element.form).keys()].slice(2);
  }, name);
  const names = {
    "how-soon": "how-soon-facts",
    "items[0][how_soon]": "items[0][how_soon-facts]",
    "how_soon[]": "how_soon-facts[]",
    "items[how_soon][]": "items[how_soon-facts][]",
    "items[][how_soon]": "items[][how_soon-facts]",
    "referral.howSoon": "referral.howSoon-facts",
  };
  for (const [name, facts] of Object.entries(names)) assert.deepEqual(await named(name), [name, facts]);
  await timescale(page).evaluate((element) => element.setAttribute("facts-name", "why"));
  assert.deepEqual(await named("how-soon"), ["how-soon", "why"]);
  await leave(page);
});

test("for scripts that collect the inputs themselves, hidden ones stand there, and nothing is posted twice", async () => {
  const page = await visit(env, "timescale.html");
  const collected = () => timescale(page).evaluate(({ form }) => [...form.elements].filter(({ localName, name, disabled }) => localName === "input" && name && !disabled).map(({ name, value }) => [name, value]));
  await timescale(page).evaluate((element) => element.setAttribute("hidden-inputs", ""));
  await radio(page, PROTECT, "Yes").check();
  const posted = await timescale(page).evaluate(({ form }) => [...new FormData(form)]);
  assert.deepEqual(posted.map(([name]) => name), ["reference", "team", "timescale", "timescale-facts"]);
  assert.deepEqual(await collected(), posted);
  assert.equal(JSON.parse(posted[3][1]).concerns.immediateProtectionNeeded, true);
  await timescale(page).evaluate((element) => (element.disabled = true));
  assert.deepEqual((await collected()).map(([name]) => name), ["reference", "team"]);
  await timescale(page).evaluate((element) => (element.disabled = false));
  await timescale(page).evaluate((element) => (element.facts = { concerns: { seriousRisk: 1 } }));
  assert.deepEqual((await collected()).map(([name]) => name), ["reference", "team"]);
  await timescale(page).evaluate((element) => (element.facts = {}));
  await timescale(page).evaluate((element) => element.removeAttribute("hidden-inputs"));
  assert.deepEqual((await collected()).map(([name]) => name), ["reference", "team"]);
  assert.deepEqual(Object.keys(await sent(page)), ["reference", "team", "timescale", "timescale-facts"]);
  await leave(page);
});

test("each element that has a value tells its answers as a field does, and one that has none does not", async () => {
  const page = await visit(env, "all.html", { before: () => {
    window.heard = [];
    for (const name of ["input", "change"]) window.addEventListener(name, ({ type, target }) => target.localName.startsWith("sg-") && window.heard.push(`${type} ${target.localName}`));
  } });
  const heard = async () => [...new Set(await page.evaluate(() => window.heard.splice(0)))];
  const both = (name) => [`input ${name}`, `change ${name}`];
  await radio(page.locator("sg-protect-now"), PROTECT, "Yes").check();
  assert.deepEqual(await heard(), both("sg-protect-now"));
  await page.getByRole("combobox", { name: "Police State" }).selectOption("Coming");
  assert.deepEqual(await heard(), both("sg-attendance"));
  await page.getByLabel("What was shared?").fill("School attendance");
  await page.getByLabel("What was shared?").blur();
  assert.deepEqual(await heard(), both("sg-basis"));
  await page.locator("sg-checklist").getByRole("checkbox").first().check();
  assert.deepEqual(await heard(), both("sg-checklist"));
  await page.getByLabel("What will be done").fill("Monitor");
  await page.locator("sg-action-check").getByText("Still to add:").waitFor();
  assert.deepEqual(await heard(), []);
  await leave(page);
});

// --------------------------------------------------------------------------------------------------------------- errors

test("a mistake is said in the console, without facts, and to who listens late", async () => {
  const page = await visit(env, "away.html");
  const said = [];
  page.on("console", (message) => said.push(message.text()));
  const heard = await page.evaluate(async () => {
    await import("/safeguarding-rules/elements.js");
    const element = document.createElement("sg-timescale");
    element.setAttribute("area", "durham");
    const heard = [];
    element.addEventListener("sg-error", () => heard.push("early"));
    document.querySelector("main").append(element);
    const { code, path } = element.error;
    element.addEventListener("sg-error", ({ detail, target }) => heard.push(`late ${detail.code} ${target.localName}`));
    element.addEventListener("sg-error", { handleEvent: ({ detail }) => heard.push(`object ${detail.path}`) });
    await new Promise((resolve) => setTimeout(resolve));
    element.facts = { concerns: { CanaryBird: true } };
    element.area = "generic";
    await new Promise((resolve) => setTimeout(resolve));
    element.facts = {};
    element.addEventListener("sg-error", () => heard.push("too late"));
    await new Promise((resolve) => setTimeout(resolve));
    return { code, path, heard, error: element.error };
  });
  assert.deepEqual([heard.code, heard.path, heard.error], ["bad-word", "area", null]);
  assert.deepEqual(heard.heard, ["early", "late bad-word sg-timescale", "object area", "early", "late unknown-field sg-timescale", "object concerns.CanaryBird"]);
  assert.equal(said.length, 2);
  assert.match(said[0], /^<sg-timescale>: bad-word: area: /);
  await leave(page);
});

test("a policy that forbids the rules is said in the console", async () => {
  const said = [];
  const page = await visit(env, "away.html", { policy: NO_WEBASSEMBLY });
  page.on("console", (message) => said.push(message.text()));
  await page.evaluate(async () => {
    await import("/safeguarding-rules/elements.js");
    document.querySelector("main").append(document.createElement("sg-timescale"));
  });
  await page.waitForFunction(() => document.querySelector("sg-timescale").error !== null);
  assert.ok(said.some((line) => line.startsWith("<sg-timescale>: internal: ") && line.includes("wasm-unsafe-eval")), said.join("\n"));
  await page.context().close();
});

test("whatever goes wrong while an element is drawn is an error of it, and never half an element", async () => {
  for (const name of ["sg-timescale", "sg-attendance", "sg-basis", "sg-deadlines", "sg-checklist"]) {
    const page = await visit(env, "all.html", { before: () => {
      // A page's own toggle that cannot take what it is given, as old ones cannot.
      const real = Element.prototype.replaceChildren;
      Element.prototype.replaceChildren = function (...nodes) {
        if (window.breaks && nodes.length > 0 && this.localName === "div") throw new Error("CanaryBird");
        return real.apply(this, nodes);
      };
    } });
    await told(page);
    const said = [];
    page.on("console", (message) => said.push(message.text()));
    const after = await page.locator(name).evaluate((element) => {
      window.breaks = true;
      element.facts = { othersConsidered: true };
      const { decision, error, value } = element;
      window.breaks = false;
      return { decision, code: error?.code, value, text: element.textContent };
    });
    assert.deepEqual([after.decision, after.code, after.value], [null, "internal", null], name);
    assert.match(after.text, /call 999 now/, name);
    const [{ name: event, detail }] = await told(page);
    assert.deepEqual([event, detail.code], ["sg-error", "internal"]);
    assert.ok(!JSON.stringify([detail, said]).includes("CanaryBird"));
    await page.locator(name).evaluate((element) => (element.facts = {}));
    assert.equal(await page.locator(name).evaluate(({ decision, error }) => decision !== null && error === null), true, name);
    assert.ok(await page.locator(name).evaluate(({ childElementCount }) => childElementCount > 2), name);
    assert.deepEqual(page.faults, []);
    await page.context().close();
  }
});

// ------------------------------------------------------------------------------------------------------------ its look

const read = (path) => readFileSync(folderOf(path), "utf8");
const CLASSES = read("pkg-config/npm/elements/classes.js");
const DOCUMENTED = read("pkg-config/npm/docs/elements.md");
const MANIFEST = JSON.parse(read("pkg-config/npm/custom-elements.json"));

test("every class that is worn is listed, and each ready map leaves none of GOV.UK's", async () => {
  const worn = () => [...new Set([...document.querySelectorAll("main :is(sg-timescale, sg-attendance, sg-basis, sg-checklist, sg-deadlines, sg-protect-now, sg-source) *")].flatMap(({ classList }) => [...classList]))];
  for (const [map, prefix] of [["govuk", "govuk-"], ["nhs", "nhsuk-"], ["bootstrap", ""]]) {
    const page = await visit(env, "all.html", { before: new Function(`document.addEventListener("readystatechange", () => document.readyState === "interactive" && document.querySelectorAll("main form > *").forEach((element) => element.localName.startsWith("sg-") && element.setAttribute("classes", "${map}")))`) });
    const classes = await page.evaluate(worn);
    assert.ok(classes.length > 20, map);
    const ours = classes.filter((name) => name.startsWith("govuk-"));
    if (map === "govuk") for (const name of ours) assert.ok(CLASSES.includes(`"${name}"`), name);
    else assert.deepEqual(ours, [], map);
    if (prefix) assert.ok(classes.some((name) => name === `${prefix}tag`), map);
    else assert.ok(classes.includes("form-check-input") && classes.includes("alert-danger"));
    assert.ok((await page.locator("sg-timescale").getByText("call 999 now").boundingBox()).height > 8, map);
    await leave(page);
  }
});

test("every class that is listed is in the documentation", () => {
  for (const [, name] of CLASSES.matchAll(/"(govuk-[a-z_-]+)"[,\]]/g)) assert.ok(DOCUMENTED.includes(`\`${name}\``), name);
});

test("a compact form is one line and one button; what is needed opens it", async () => {
  const page = await visit(env, "timescale.html", { width: 320 });
  const height = () => timescale(page).evaluate((element) => element.getBoundingClientRect().height);
  const whole = await height();
  await timescale(page).evaluate((element) => element.setAttribute("compact", ""));
  assert.ok((await height()) < whole / 2);
  assert.match(await timescale(page).innerText(), /call 999 now[^]*Does the child need protecting today\?[^]*Hold it today\s+Show all of it$/);
  await radio(page, PROTECT, "No").check();
  assert.ok(await radio(page, PROTECT, "No").isVisible());
  const button = timescale(page).getByRole("button", { name: "Show all of it" });
  assert.equal(await button.getAttribute("aria-expanded"), "false");
  await button.click();
  assert.ok(await radio(page, "Is there a serious risk of harm", "Yes").isVisible());
  await timescale(page).getByRole("button", { name: "Show less" }).click();
  await timescale(page).evaluate((element) => element.removeAttribute("compact"));
  assert.ok(await radio(page, "Is there a serious risk of harm", "Yes").isVisible());
  await page.locator("sg-timescale").evaluate((element) => element.firstElementChild.remove());
  await page.waitForTimeout(20);
  assert.ok(await radio(page, PROTECT, "No").isChecked());
  await leave(page);
  const record = await visit(env, "basis.html");
  await record.locator("sg-basis").evaluate((element) => {
    element.setAttribute("compact", "");
    element.required = true;
  });
  assert.equal(await record.getByLabel("What was shared?").isVisible(), false);
  await record.locator("sg-basis").evaluate((element) => element.focus());
  assert.ok(await record.getByLabel("What was shared?").isVisible());
  await leave(record);
});

test("cautions: what is to be done stands open, and the others are folded under it", async () => {
  const page = await visit(env, "timescale.html");
  const { cautions } = await timescale(page).evaluate(({ decision }) => decision);
  const fold = timescale(page).locator("details").filter({ hasText: "Check your partnership's current procedure." });
  const isOpen = await timescale(page).evaluate((element, texts) => texts.map((text) => [...element.querySelectorAll("li")].find((item) => item.textContent === text).checkVisibility()), cautions.map(({ text }) => text));
  const open = cautions.filter((_, index) => isOpen[index]).map(({ code }) => code);
  assert.deepEqual(open, ["protection-not-known", "act-now", "date-required"]);
  assert.equal(await fold.locator("summary").innerText(), `${cautions.length - open.length} more`);
  await fold.locator("summary").click();
  assert.ok(await fold.getByText(cautions.at(-1).text).isVisible());
  await leave(page);
});

test("what the package tells editors of each element is what the element has", async () => {
  const { modules: [{ declarations, exports }] } = MANIFEST;
  assert.deepEqual(declarations.map(({ tagName }) => tagName).sort(), [...ALL].sort());
  assert.deepEqual(exports.map(({ name }) => name).sort(), [...ALL].sort());
  const page = await visit(env, "all.html");
  for (const { tagName, attributes, members, events } of declarations) {
    const there = await page.locator(tagName).evaluate((element, names) => ({ observed: customElements.get(element.localName).observedAttributes, missing: names.filter((name) => !(name in element)) }), members.map(({ name }) => name));
    // A browser watches this one by itself.
    assert.deepEqual(attributes.map(({ name }) => name).sort(), [...there.observed, "disabled"].sort(), tagName);
    assert.deepEqual(there.missing, [], tagName);
    for (const { name } of events) assert.ok(DOCUMENTED.includes(`\`${name}\``), name);
    for (const { name } of attributes) assert.ok(DOCUMENTED.includes(`\`${name}\``), name);
  }
  await leave(page);
});

// ----------------------------------------------------------------------------------------------------------- its words

test("every word of the elements can be a portal's own, and none of ours is left then", async () => {
  const page = await visit(env, "away.html");
  const { listed, left, turned, refused } = await page.evaluate(async () => {
    document.documentElement.lang = "cy";
    const { listMessages, setMessages } = await import("/safeguarding-rules/elements.js");
    const listed = Object.entries(listMessages()).map(([id, text]) => ({ id, text }));
    // Whatever stands in no place is turned round, as another language would have it.
    const other = (text) => text.replace(/(\{\w+\})|[A-Za-z]+/g, (word, place) => place ?? [...word].reverse().join("ȳ"));
    setMessages(listMessages());
    setMessages(Object.fromEntries(listed.map(({ id, text }) => [id, other(text)])));
    const codes = [];
    for (const wrong of [{ "elements.protect.nothing": "a" }, { "elements.protect.question": 1 }, { "elements.limits.within": "{CanaryBird}" }, { "elements.DATES": "a" }]) {
      try {
        setMessages(wrong);
      } catch ({ code, path, message }) {
        codes.push([code, path, message.includes("CanaryBird")]);
      }
    }
    for (const [name, attributes] of [["sg-protect-now", {}], ["sg-timescale", { area: "county-durham" }], ["sg-attendance", { area: "county-durham", "meeting-type": "strategy" }], ["sg-basis", { area: "northamptonshire" }], ["sg-deadlines", { area: "county-durham", "meeting-type": "strategy" }], ["sg-checklist", { area: "northamptonshire", "meeting-type": "mdt-countywide" }], ["sg-source", { rule: "none", area: "generic" }]]) {
      const element = document.createElement(name);
      for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value);
      element.facts = name === "sg-timescale" ? { concernsIdentifiedAt: "2026-12-14", concerns: { immediateProtectionNeeded: false } } : undefined;
      document.querySelector("main").append(element);
    }
    await new Promise((resolve) => setTimeout(resolve));
    const said = [];
    const texts = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) said.push(texts.currentNode.data.trim());
    const whole = listed.filter(({ text }) => !text.includes("{") && text.length > 3).map(({ text }) => text);
    return { listed, left: said.filter((text) => whole.includes(text)), turned: said.filter((text) => text.includes("ȳ")).length, refused: codes };
  });
  assert.ok(listed.length > 150);
  assert.ok(listed.every(({ id }) => /^elements\.[a-z]+(\.\w+|-)*/.test(id)));
  assert.deepEqual(left, []);
  assert.ok(turned > 100, String(turned));
  assert.deepEqual(refused, [["unknown-field", "elements.protect.nothing", false], ["bad-input", "elements.protect.question", false], ["bad-input", "elements.limits.within", false], ["unknown-field", "elements.DATES", false]]);
  await leave(page);
});

test("what is not the elements' goes to the library, and languages count in forms of their own", async () => {
  const page = await visit(env, "away.html");
  const said = await page.evaluate(async () => {
    document.documentElement.lang = "cy";
    const { setMessages } = await import("/safeguarding-rules/elements.js");
    setMessages({ "caution.NEVER_ROLLED": "Yr un diwrnod.", "elements.asked.follow.two": "{left} gwestiwn arall.", "elements.asked.follow.other": "{left} o gwestiynau eraill.", "elements.protect.question": "A oes angen amddiffyn y plentyn heddiw?" });
    const element = document.createElement("sg-timescale");
    element.setAttribute("area", "generic");
    document.querySelector("main").append(element);
    await Promise.resolve();
    return { text: element.textContent, left: element.decision.ask.length };
  });
  assert.match(said.text, /A oes angen amddiffyn y plentyn heddiw\?/);
  assert.match(said.text, /Yr un diwrnod\./);
  assert.match(said.text, /\d (gwestiwn arall|o gwestiynau eraill)\./);
  await leave(page);
});
