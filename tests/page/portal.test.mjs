// The portal that developers copy: each element and each piece of code in it answers, posts what the documentation says, and asks
// nothing of the network; what is shown is what ran, and what is copied from it runs too.

import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { serve } from "../../pkg-config/serve.mjs";
import {
  brokenDescriptions, clippedText, faintText, focusFaults, headingFaults, repeatedIds, shownThoughHidden, smallTargets, tabOrderFaults,
} from "./in-page.mjs";
import { DEMO, folderOf, leave, library, openForTests, press, tool, visit } from "./the-page.mjs";

const SOURCE = folderOf("www-demo/portal/");
const BUILT = join(DEMO, "portal");
const MOST_LINES = 400;
const ELEMENTS = ["sg-timescale", "sg-attendance", "sg-action-check", "sg-basis", "sg-deadlines", "sg-checklist", "sg-protect-now", "sg-source"];
const FUNCTIONS = ["classifyConcern", "explain", "factsFrom", "listAttendees"];
const POLICY = readFileSync(folderOf("tests/hosts/plain-page/content-security-policy.txt"), "utf8").trim();
const WIDTHS = [320, 375, 768, 1200];
const HEIGHT = 900;
const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const [SMALLEST_TARGET, LEAST_CONTRAST] = [24, 4.5];
const MOST_TABS = 200;
const SCREENSHOTS = folderOf("target/screenshots/portal/");

const env = openForTests();
const { AxeBuilder } = tool("@axe-core/playwright");
const folder = mkdtempSync(join(tmpdir(), "portal-"));
mkdirSync(SCREENSHOTS, { recursive: true });
before(async () => (env.portal = await serve(BUILT, 0, () => ({ "Content-Security-Policy": POLICY }))));
after(async () => {
  for (const server of [env.portal, env.copy]) await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const source = (name) => readFileSync(join(SOURCE, name), "utf8");
const names = readdirSync(SOURCE);
const timescale = (page) => page.locator("sg-timescale");

/** The portal by itself, under the policy that the package documents for a plain page. */
async function arrive(server = env.portal, settings) {
  const page = await visit({ server, browser: env.browser }, "", settings);
  await page.locator("sg-source p").first().waitFor();
  return page;
}

/** The pieces of code that are shown, by the names over them. */
function shown(page) {
  return page.locator(".code").evaluateAll((figures) => figures.map((figure) => [figure.querySelector("figcaption").firstChild.data.trim(), figure.querySelector("code").textContent]));
}

/** What the form would send. */
const sent = (page) => page.locator("#form").evaluate((form) => Object.fromEntries(new FormData(form)));

/** A plain case, from the first field to the last. */
async function fillIn(page) {
  await page.getByLabel("When was it identified?").fill("2026-12-22");
  await page.locator("#serious-risk").selectOption("no");
  await timescale(page).getByRole("group", { name: "Does the child need protecting today?" }).getByRole("radio", { name: "No", exact: true }).check();
  await page.getByRole("combobox", { name: "Police State" }).selectOption("coming");
  await page.locator("#looked-after").selectOption("yes");
  await page.getByLabel("What will be done").fill("Visit the family at home");
  for (const folded of ["sg-basis", "sg-deadlines", "sg-checklist"]) await page.locator(folded).getByRole("button", { name: "Show all of it" }).click();
  await page.locator("sg-basis").getByLabel("What was shared?").fill("School attendance");
  await page.locator("sg-checklist").getByRole("checkbox").first().check();
  await page.getByText("Still to add:").waitFor();
}

test("it is small, and reaches for nothing but what the package ships", () => {
  const lines = names.flatMap((name) => source(name).trimEnd().split("\n"));
  assert.ok(lines.length <= MOST_LINES, `${lines.length} lines`);
  const scripts = names.filter((name) => /\.m?js$/.test(name));
  const imports = scripts.flatMap((name) => [...source(name).matchAll(/\bfrom "([^"]+)"|\bimport\(/g)].map(([, path]) => path));
  assert.deepEqual([...new Set(imports)].sort(), ["./safeguarding-rules/index.js", "safeguarding-rules/records"]);
  const asked = [...source("index.html").matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path).filter((path) => !names.includes(path));
  assert.deepEqual(asked.filter((path) => !/^safeguarding-rules\//.test(path)), ["data:,", "../"]);
  for (const path of asked.filter((path) => /^safeguarding-rules\//.test(path))) assert.ok(readFileSync(join(BUILT, path)).length > 0, path);
  const used = scripts.flatMap((name) => [...source(name).matchAll(/import \{ (.+) \} from ".*index\.js"/g)].flatMap(([, list]) => list.split(", ")));
  assert.deepEqual([...new Set(used)].filter((name) => name !== "SafeguardingError").sort(), FUNCTIONS);
});

test("its policy is the one that the package documents", async () => {
  const [, written] = source("index.html").match(/content="(default-src [^"]+)"/);
  assert.equal(written.replace(/\s+/g, " "), POLICY.replace("frame-ancestors 'none'; ", ""));
});

test("each piece of code that is shown is the one that runs", async () => {
  const page = await arrive();
  const pieces = await shown(page);
  const unindented = (text) => text.split("\n").map((line) => line.trim()).join("\n");
  const served = unindented(await (await fetch(env.portal.address)).text());
  for (const [name, code] of pieces) {
    if (/\.m?js$/.test(name)) assert.equal(`${code}\n`, await (await fetch(env.portal.address + name)).text(), name);
    else assert.equal(served.split(`-->\n${unindented(code)}\n<!--`).length, 2, `${name} is part of the page, once`);
  }
  const files = pieces.map(([name]) => name).filter((name) => /\.m?js$/.test(name));
  assert.deepEqual(files.sort(), names.filter((name) => /\.m?js$/.test(name) && name !== "page.js").sort(), "no code of the form is left out");
  const markup = pieces.filter(([name]) => !files.includes(name)).map(([, code]) => code).join("\n");
  for (const name of ELEMENTS) assert.equal(markup.split(`<${name}`).length, 1 + await page.locator(name).count(), name);
  await leave(page);
});

test("each element answers, and each function: in the element's words and in the portal's own", async () => {
  const page = await arrive();
  assert.deepEqual(page.requests.filter((url) => !url.startsWith(env.portal.address) && !url.startsWith("data:")), []);
  const asked = page.requests.length;
  await fillIn(page);
  const states = await page.evaluate((names) => names.map((name) => [document.querySelector(name).error, document.querySelector(name).innerText.length > 0]), ELEMENTS);
  assert.deepEqual(states, ELEMENTS.map(() => [null, true]));
  const facts = await timescale(page).evaluate((element) => element.facts);
  assert.deepEqual([facts.concernsIdentifiedAt, facts.concerns], ["2026-12-22", { seriousRisk: false, immediateProtectionNeeded: false }]);
  const { answer, ask, cautions } = library.classifyConcern(facts);
  const said = [answer.heading, answer.advice, ...ask.map(({ question }) => question), ...cautions.map(({ text }) => text)].filter(Boolean);
  assert.deepEqual(await page.locator("#own-answer li").allTextContents(), said);
  assert.deepEqual(await timescale(page).evaluate(({ decision }) => decision.answer), answer);
  assert.equal(await page.getByLabel("Note", { exact: true }).inputValue(), library.explain({ question: "classify-concern", facts }).caseNote);
  const people = library.listAttendees({ area: "county-durham", meetingType: "strategy", child: { lookedAfter: true } });
  const invited = (await page.locator("#invite li").allTextContents()).join("\n");
  for (const { label, why } of [...people.answer.required, ...people.answer.expected]) assert.ok(invited.includes(label) && invited.includes(why), label);
  for (const { text } of people.cautions) assert.ok(invited.includes(text), text);
  assert.equal(page.requests.length, asked, "nothing was asked of anybody");
  await leave(page);
});

test("a date that is refused leaves no earlier answer and no earlier note", async () => {
  const page = await arrive();
  await fillIn(page);
  await timescale(page).evaluate((element) => void (element.facts = { concerns: 1 }));
  await page.waitForFunction(() => document.querySelector("#note").value === "");
  const words = await page.locator("#own-answer li").allTextContents();
  assert.deepEqual(words, [await timescale(page).evaluate(({ error }) => error.message)]);
  await leave(page);
});

test("what is posted is what the documentation says, is shown, and stands when a server checks it", async () => {
  const page = await arrive();
  await press(page, "Send");
  assert.equal(await page.locator("#posted details").count(), 0, "not before the first question is answered");
  assert.ok(await timescale(page).evaluate((element) => element.contains(document.activeElement)));
  await fillIn(page);
  await press(page, "Send");
  const posted = await sent(page);
  assert.deepEqual(Object.keys(posted), [
    "concernsIdentifiedAt", "concerns.seriousRisk", "how-soon", "how-soon-facts", "note", "who", "who-facts", "child.lookedAfter", "what", "who-does", "by-when",
    "sharing", "sharing-facts", "ready", "ready-facts",
  ]);
  assert.deepEqual(JSON.parse(posted["how-soon"]), { ...(await timescale(page).evaluate(({ decision }) => decision)), api: 1 });
  assert.deepEqual(JSON.parse(posted.who), { police: "coming" });
  assert.deepEqual(JSON.parse(posted["sharing-facts"]).informationShared, "School attendance");
  assert.equal(JSON.parse(posted.sharing).hash, await page.locator("sg-basis").evaluate(({ decision }) => decision.answer.record.hash));
  assert.deepEqual(JSON.parse(posted.ready), [await page.locator("sg-checklist input:checked").getAttribute("data-item")]);

  const rows = await page.locator("#posted details").evaluateAll((fields) => fields.map((field) => [field.querySelector("summary").textContent, field.querySelector("pre").textContent]));
  assert.deepEqual(rows.map(([name]) => name), Object.keys(posted));
  for (const [name, text] of rows) assert.deepEqual(/^[[{]/.test(text) ? JSON.parse(text) : text, /^[[{]/.test(posted[name]) ? JSON.parse(posted[name]) : posted[name], name);

  symlinkSync(folderOf("pkg-config/packed/node_modules"), join(folder, "node_modules"));
  writeFileSync(join(folder, "server.mjs"), new Map(await shown(page)).get("server.mjs"));
  const { kept } = await import(pathToFileURL(join(folder, "server.mjs")));
  const { verdict, decision } = kept(new URLSearchParams(posted));
  assert.deepEqual([verdict, decision.answer.dueBy], ["same", JSON.parse(posted["how-soon"]).answer.dueBy]);
  const later = posted["how-soon"].replaceAll(decision.answer.dueBy, "2027-02-01");
  assert.equal(kept(new URLSearchParams({ ...posted, "how-soon": later })).verdict, "differs");
  await leave(page);
});

test("whoever copies the pieces into an empty page has the same form", async () => {
  const page = await arrive();
  const pieces = await shown(page);
  const isFile = ([name]) => /\.m?js$/.test(name);
  const [[, head], ...markup] = pieces.filter((piece) => !isFile(piece));
  const copy = join(folder, "copy");
  cpSync(join(BUILT, "safeguarding-rules"), join(copy, "safeguarding-rules"), { recursive: true });
  for (const [name, code] of pieces.filter(isFile)) writeFileSync(join(copy, name), code);
  const body = markup.map(([, code]) => code).join("\n");
  const together = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8">${head}<title>Copied</title><link rel="icon" href="data:,"></head><body><form id="form">${body}</form></body></html>`;
  writeFileSync(join(copy, "index.html"), together);
  env.copy = await serve(copy, 0, () => ({ "Content-Security-Policy": POLICY }));
  const copied = await arrive(env.copy);
  for (const each of [page, copied]) await fillIn(each);
  const [one, other] = [await sent(page), await sent(copied)];
  assert.deepEqual(Object.keys(other), Object.keys(one));
  // A record is another each time.
  for (const name of Object.keys(one).filter((name) => !name.startsWith("sharing"))) assert.equal(other[name], one[name], name);
  for (const list of ["#own-answer li", "#invite li"]) assert.deepEqual(await copied.locator(list).allTextContents(), await page.locator(list).allTextContents());
  await leave(copied);
  await leave(page);
});

test("each piece is copied with one button; where the clipboard is refused, it is selected", async () => {
  const page = await arrive();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  for (const [name, code] of await shown(page)) {
    await press(page, `Copy ${name}`);
    await page.locator(".code", { hasText: name }).getByText("Copied", { exact: true }).first().waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), code, name);
  }
  await page.evaluate(() => (navigator.clipboard.writeText = () => Promise.reject(new Error("refused"))));
  await press(page, "Copy note.js");
  await page.getByText("Selected, to be copied").waitFor();
  assert.equal(await page.evaluate(() => getSelection().toString().trim()), source("note.js").trim());
  await leave(page);
});

test("it goes on without a network", async () => {
  const page = await arrive();
  await page.context().setOffline(true);
  await fillIn(page);
  await press(page, "Send");
  assert.match((await sent(page)).note, /^Case note: How soon must the strategy meeting be held\?/);
  assert.equal(await page.locator("#posted details").count(), Object.keys(await sent(page)).length);
  await leave(page);
});

test("where WebAssembly is refused, what the page says without it stays, and nothing is blank", async (t) => {
  const server = await serve(BUILT, 0, () => ({ "Content-Security-Policy": POLICY.replace(" 'wasm-unsafe-eval'", "") }));
  t.after(server.close);
  const page = await visit({ server, browser: env.browser });
  await page.locator("#own-answer li").waitFor();
  assert.match(await timescale(page).innerText(), /call 999/);
  for (const list of ["#own-answer li", "#invite li"]) assert.equal(await page.locator(list).count(), 1);
  assert.equal(await page.getByLabel("Note", { exact: true }).inputValue(), "");
  await page.context().close();
});

test("by key alone: a field, the first question, a state, a tick, and Send", async () => {
  const page = await arrive();
  await tabTo(page, page.locator("#serious-risk"));
  await page.keyboard.press("Y");
  await tabTo(page, timescale(page).getByRole("radio").first());
  await page.keyboard.press("ArrowDown");
  await tabTo(page, page.getByRole("combobox", { name: "Police State" }));
  await page.keyboard.press("C");
  await tabTo(page, page.locator("sg-checklist").getByRole("button", { name: "Show all of it" }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.locator("sg-checklist").getByRole("checkbox").first());
  await page.keyboard.press("Space");
  await tabTo(page, page.getByRole("button", { name: "Send", exact: true }));
  await page.keyboard.press("Enter");
  const posted = await sent(page);
  assert.deepEqual([JSON.parse(posted["how-soon-facts"]).concerns, JSON.parse(posted.who), JSON.parse(posted.ready).length], [{ seriousRisk: true, immediateProtectionNeeded: false }, { police: "coming" }, 1]);
  await page.locator("#posted details").first().waitFor();
  await leave(page);
});

for (const colorScheme of ["light", "dark"]) {
  test(`${colorScheme}: axe finds nothing, nothing is cut off or faint, and all can be reached and pressed`, async () => {
    const page = await arrive();
    await page.emulateMedia({ colorScheme });
    for (const filled of [false, true]) {
      if (filled) {
        await fillIn(page);
        await press(page, "Send");
        for (const detail of await page.locator("#posted details").all()) await detail.evaluate((element) => (element.open = true));
      }
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: HEIGHT });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= width, `${wide} px wide at ${width} px`);
        await page.screenshot({ path: join(SCREENSHOTS, `${colorScheme}-${filled ? "filled" : "empty"}-${width}.png`), fullPage: true });
      }
      for (const width of [WIDTHS[0], WIDTHS.at(-1)]) {
        await page.setViewportSize({ width, height: HEIGHT });
        const { violations } = await new AxeBuilder({ page }).withTags(AXE_TAGS).setLegacyMode().analyze();
        assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`), [], `${width} px`);
        for (const check of [headingFaults, repeatedIds, brokenDescriptions, shownThoughHidden, clippedText, overlaps]) assert.deepEqual(await page.evaluate(check), [], `${check.name} at ${width} px`);
        // Beside each other a part and its code are two columns, one read after the other.
        if (width === WIDTHS[0]) assert.deepEqual(await page.evaluate(tabOrderFaults), []);
        assert.deepEqual(await page.evaluate(smallTargets, SMALLEST_TARGET), []);
        assert.deepEqual(await page.evaluate(faintText, LEAST_CONTRAST), []);
      }
    }
    assert.deepEqual(await page.evaluate(focusFaults), []);
    await leave(page);
  });
}

test("the page for practitioners leads to it, and it leads back; a page that stands alone leads nowhere", async () => {
  const page = await visit(env);
  await page.getByRole("contentinfo").getByRole("link", { name: "For developers" }).click();
  await page.getByRole("heading", { level: 1, name: "Refer a concern about a child" }).waitFor();
  await page.locator("#own-answer li").first().waitFor();
  assert.equal(new URL(page.url()).pathname, "/portal/");
  for (const link of await page.locator("main a").evaluateAll((links) => links.map(({ href }) => href))) {
    const { ok, headers } = await fetch(link);
    assert.ok(ok && headers.get("content-type").startsWith("text/"), `${link} is there to be read`);
  }
  await page.getByRole("link", { name: "The page for practitioners" }).click();
  await page.getByRole("heading", { level: 1, name: "What do you need?" }).waitFor();
  assert.doesNotMatch(readFileSync(join(DEMO, "safeguarding-rules.html"), "utf8"), /href="?portal/);
  await leave(page);
});

/** What stands on top of what it should stand beside; runs in the page. */
function overlaps() {
  const isOn = (one, other) => one.left < other.right - 1 && other.left < one.right - 1 && one.top < other.bottom - 1 && other.top < one.bottom - 1;
  const boxes = (section) => [...section.children].map((element) => element.getBoundingClientRect());
  const isFaulty = (section) => boxes(section).some((one, index, all) => all.slice(index + 1).some((other) => isOn(one, other)));
  return [...document.querySelectorAll("main section")].filter(isFaulty).map((section) => section.outerHTML.slice(0, 200));
}

async function tabTo(page, target) {
  for (let presses = 0; presses < MOST_TABS; presses += 1) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  assert.fail("the Tab key does not reach it");
}
