// Welsh-ready: the page in another language says no word of this one, and has room for longer words.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { ANSWERS, SCENES, arriveAt, decisionOf } from "./scenes.mjs";
import { WIDTHS, folderOf, leave, library, open, press, visit } from "./the-page.mjs";

const WORDS = ["www-demo/app/words.js", "pkg-config/npm/elements/words.js"].map(folderOf);
/** Those of the page for authors, which is in English alone, as the portal to copy from is. */
const WORDS_FOR_AUTHORS = folderOf("www-demo/playground/words.js");
const TOLD_TO_THE_BROWSER = ["LANGUAGE"];
// Neither is a letter, and the finders of these tests pass over both, as over wide spaces: the scenes are those of the English page.
const [OPEN, CLOSE, WIDE] = ["\u00AD", "\u200B", "\u00A0"];
const LONGER_BY = 0.4;
const [NARROWEST] = WIDTHS;
const HEIGHT = 900;

/** The month is as long as its short name; a part of an action is there, and so is somebody. */
const HOMONYMS = ["May", "There"];

/** What the library says, and what only whoever works on the page reads. */
const NOT_READ_HERE = ["Article 10 ", "as soon as practicable", "only the page's own scripts", "not the file that was built"];

/** The scenes that say most on their way. */
const WALKED = [
  "guide-error", "guide-protect-now", "guide-answer-settled", "who-took-part", "actions-answer", "sharing-answer", "which-strategy", "mdt-none", "mdt-locality",
  "mdt-answer", "tac-review", "professionals-answer", "checklists-list", "invited-answer", "disagreement-answer", "absent-answer", "forms-form", "family-not-made", "family-page",
];

/** The id and the hash of a record. */
const MADE_UP = /\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b|\b[0-9a-f]{64}\b/g;

const MEETINGS = "ref,ended,settled,agency,requested,attended,shoe size\nA1,2026-08-03T10:00,yes,police,yes,yes,9\nA2,3 August,yes,police,yes,yes,9";
const stay = async () => {};

/** The views that no scene comes to, and what is done there. */
const BESIDE = {
  "#/records": stay,
  "#/copy": stay,
  "#/keeps": stay,
  "#/accessibility": stay,
  "#/start-again": stay,
  "#/rules": (page) => page.getByLabel("Search all rules").fill("chair").then(() => page.getByRole("heading", { level: 2, name: "rules" }).first().waitFor()),
  "#/rules/county-durham": stay,
  "#/rules/glossary": stay,
  "#/rules/compare": (page) => press(page, "Compare"),
  "#/settings": async (page) => {
    await press(page, "Save numbers and hours");
    await press(page, "Add the bank holiday");
  },
  "#/quarter": async (page) => {
    await page.getByLabel("Meetings (CSV or JSON)").setInputFiles({ name: "meetings.csv", mimeType: "text/csv", buffer: Buffer.from(MEETINGS) });
    await page.getByText("were read.").or(page.getByText("was read.")).waitFor();
    await page.getByLabel("County Durham", { exact: true }).check();
    await press(page, "Show the quarter");
    await page.getByText("What this rests on").waitFor();
  },
};

// Where the library says names and quotations of the packs, which have no sentence in its catalogue, and words that stand for a name.
const NAMED_BY = [
  "label", "labels", "toLabels", "byLabels", "title", "supersededBy", "cites", "replacedBy", "forceNote", "document", "place", "words", "reading", "mend", "article",
  "duty", "channel", "criterion", "ladder", "hash",
];

const NAMES = namesOfPacks();
const folder = mkdtempSync(join(tmpdir(), "words-"));
const env = {};
before(async () => {
  writeFileSync(join(folder, "words.mjs"), await otherWords());
  Object.assign(env, await open(makePage("words.mjs")));
});
after(async () => {
  await env.browser?.close();
  await env.server?.close();
  rmSync(folder, { recursive: true, force: true });
});

function makePage(words) {
  const page = join(folder, "page");
  execFileSync(process.execPath, [folderOf("pkg-config/page.mjs"), folderOf("www-demo"), folderOf("pkg-config/packed/node_modules/safeguarding-rules/index.js"), page, join(folder, words)], { stdio: "pipe" });
  return page;
}

/** Every word of the page, marked and lengthened, and the library's own the same. */
async function otherWords() {
  const names = await Promise.all(WORDS.map(async (file) => Object.keys(await import(pathToFileURL(file)))));
  const exported = names.flatMap((groups, index) => groups.filter((group) => ![...TOLD_TO_THE_BROWSER, "MESSAGES"].includes(group)).map((group) => `export const ${group} = other(words${index}.${group});`));
  return `
    ${WORDS.map((file, index) => `import * as words${index} from ${JSON.stringify(file)};`).join("\n")}
    const [OPEN, CLOSE, WIDE, LONGER_BY] = ${JSON.stringify([OPEN, CLOSE, WIDE, LONGER_BY])};
    ${otherText}
    function other(words) {
      if (typeof words === "string") return otherText(words);
      if (typeof words === "function") return (...given) => otherText(words(...given));
      if (Array.isArray(words)) return words.map(other);
      return Object.fromEntries(Object.entries(words).map(([name, word]) => [name, other(word)]));
    }
    export const LANGUAGE = "cy";
    export const MESSAGES = ${JSON.stringify(Object.fromEntries(Object.entries(library.listMessages()).map(([name, text]) => [name, otherText(text)])))};
    ${exported.join("\n")}
  `;
}

/** Words as another language may have them: marked from the first letter to the last, and each word longer. What is marked already stays. */
function otherText(text) {
  let depth = 0;
  const parts = text.split(new RegExp(`([${OPEN}${CLOSE}])`));
  const longer = (word) => word + WIDE.repeat(Math.round(word.replace(/\{.*?\}/g, "").length * LONGER_BY));
  const told = parts.map((part) => {
    if (part === OPEN) depth += 1;
    if (part === CLOSE) depth -= 1;
    return depth > 0 || part === CLOSE ? part : part.replace(/\S+/g, longer);
  });
  return OPEN + told.join("") + CLOSE;
}

/** What the packs name. */
function namesOfPacks() {
  // The words of a case note may be those of a pack, and make no sentence of its names.
  const sentences = Object.entries(library.listMessages()).filter(([name]) => !/^(word|label)\./.test(name));
  const catalogue = new Set(sentences.map(([, text]) => text));
  const names = new Set();
  const take = (value, key) => {
    if (typeof value === "string" && NAMED_BY.includes(key) && !catalogue.has(value)) names.add(value).add(value.replaceAll("-", " "));
    if (typeof value === "object" && value !== null) for (const [name, inside] of Object.entries(value)) take(inside, Array.isArray(value) ? key : name);
  };
  const { areas, ...packs } = library.describePacks();
  take({ areas, ...packs });
  for (const { id: area } of areas) {
    const { rules } = library.listRules({ area });
    take(rules);
    for (const { rule } of rules) names.add(rule.id);
    take(library.resolveDisagreement({ area }).answer);
    for (const { meeting: meetingType } of library.chooseMeeting({ area }).answer.meetings) {
      for (const question of ["listDeadlines", "listAttendees", "makeChecklist"]) take(library[question]({ area, meetingType }).answer);
    }
  }
  for (const scene of ANSWERS) take(decisionOf(scene));
  return [...names].filter((name) => name.length > 1);
}

/** A text without names: each is taken out where it stands as a whole, whatever its letters' size. */
function without(names, text) {
  const letters = text.toLowerCase();
  // The longest first, so that no name is taken for a part of another.
  const found = names.filter((name) => letters.includes(name.toLowerCase())).sort((one, other) => other.length - one.length);
  const all = found.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return all.length === 0 ? text : text.replace(new RegExp(`(?<!\\p{L})(?:${all.join("|")})(?!\\p{L})`, "giu"), " ").trim();
}

function hasWords(text) {
  return /\p{L}{2}/u.test(text);
}

/** What is left of a text without all that is marked. */
function unmarked(text) {
  const inside = new RegExp(`${OPEN}[^${OPEN}${CLOSE}]*${CLOSE}`, "g");
  for (let before; before !== text; ) [before, text] = [text, text.replace(inside, " ")];
  return text.replaceAll(WIDE, " ").replace(MADE_UP, " ").trim();
}

test("Welsh-ready: a page in another language says no English word of its own, and longer words are not cut off at 320 px", async () => {
  const scenes = SCENES.filter(({ name }) => WALKED.includes(name));
  assert.equal(scenes.length, WALKED.length);
  for (const scene of scenes) {
    const listening = { ...scene, arrive: (page) => page.evaluate(listen).then(() => scene.arrive(page)) };
    const page = await arriveAt(listening, env);
    await saysNothingElse(page, scene.name);
    await leave(page);
  }
});

test("Welsh-ready: nor do the views that stand beside the case", async () => {
  const page = await visit(env);
  await page.evaluate(listen);
  for (const [route, go] of Object.entries(BESIDE)) {
    await page.evaluate((hash) => (window.location.hash = hash), route);
    await go(page);
    await saysNothingElse(page, route);
  }
  await leave(page);
});

test("Welsh-ready: a page whose words are not all there is not made", () => {
  writeFileSync(join(folder, "fewer.mjs"), `export * from "./words.mjs"; export const JOURNEY = { here: () => "" };`);
  assert.throws(() => makePage("fewer.mjs"), /these words are missing in .*fewer\.mjs: JOURNEY\.here, JOURNEY\.caption/);
});

test("Welsh-ready: no word stands twice in the files of words", () => {
  const said = WORDS.flatMap(textsIn);
  assert.ok(said.length > 500, "the words are found");
  const twice = said.filter((word, index) => hasWords(word) && said.indexOf(word) !== index);
  assert.deepEqual(twice.filter((word) => !HOMONYMS.includes(word)), []);
});

test("Welsh-ready: no module has a sentence or a title of its own", () => {
  const folders = ["www-demo/", "pkg-config/npm/elements/"].map(folderOf);
  const modules = folders.flatMap((inside) => readdirSync(inside, { recursive: true }).map((name) => join(inside, name))).filter((file) => file.endsWith(".js") && ![...WORDS, WORDS_FOR_AUTHORS].includes(file));
  assert.ok(modules.length > 60, "the modules are found");
  const own = modules.flatMap(textsIn).filter((text) => /^\p{Lu}\p{Ll}+( |\W*$)|\p{L}{2,} \p{L}{2,} \p{L}{2,}/u.test(text));
  assert.deepEqual(own.filter((text) => !NOT_READ_HERE.includes(text)), []);
});

/** The texts of a file, without those in its comments, with "…" for what is put into them. */
function textsIn(file) {
  const code = readFileSync(file, "utf8").replace(/^\s*(\/\/|\/?\*).*$/gm, "");
  return (code.match(/"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g) ?? []).map((text) => text.slice(1, -1).replace(/\$\{[^}]*\}/g, "…"));
}

async function saysNothingElse(page, where) {
  await page.setViewportSize({ width: NARROWEST, height: HEIGHT });
  const { said, typed, width } = await page.evaluate(heard);
  const english = said.map(unmarked).filter(hasWords).map((left) => without([...typed, ...NAMES], left)).filter(hasWords);
  assert.deepEqual([...new Set(english)], [], where);
  assert.ok(width <= NARROWEST, `${where}: ${width} px`);
}

// ------------------------------------------------------------------------------------------- these run in the page

/** Keeps every text that comes to be seen or heard from now on, a picture's as one, and all that is typed. */
function listen() {
  const SPOKEN = ["aria-label", "placeholder", "title", "alt", "data-column"];
  const said = new Set();
  const typed = new Set();
  const take = (node) => {
    if (node.nodeType === Node.TEXT_NODE && !node.parentElement?.closest("svg, noscript")) said.add(node.data);
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    if (node.localName === "svg") return said.add([...node.querySelectorAll("text")].map(({ textContent }) => textContent).join(" "));
    for (const name of SPOKEN) if (node.hasAttribute(name)) said.add(node.getAttribute(name));
    for (const child of node.childNodes) take(child);
  };
  const takeNew = (records) => {
    said.add(document.title);
    for (const { target, addedNodes } of records) for (const node of [target.nodeType === Node.TEXT_NODE ? target : [], ...addedNodes].flat()) take(node);
  };
  new MutationObserver(takeNew).observe(document.body, { subtree: true, childList: true, characterData: true });
  document.addEventListener("input", ({ target }) => !target.matches("[type=radio], [type=checkbox]") && typed.add(target.value));
  window.heard = { said, typed };
  said.add(document.title);
  take(document.body);
}

function heard() {
  const { said, typed } = window.heard;
  const parts = [...typed].flatMap((text) => [text, ...text.split(",")]).map((text) => text.trim()).filter(Boolean);
  return { said: [...said], typed: parts, width: document.documentElement.scrollWidth };
}
