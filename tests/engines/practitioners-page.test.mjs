// The page practitioners use, in three engines: the same answer as the library's, for everybody, without a network, and sending
// nothing.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { presentMoment } from "../../pkg-config/npm/elements/parts/dates.js";
import { serve } from "../../pkg-config/serve.mjs";
import { fileOf } from "../door/package-under-test.mjs";
import { atTheEnd } from "./at-the-end.mjs";
import { inEachEngine } from "./engines.mjs";
import { pause } from "./page.mjs";
import { askedOf, siteWith } from "./site.mjs";
import { tool } from "./tools.mjs";

const DEMO = process.env.SAFEGUARDING_DEMO ?? fileURLToPath(new URL("../../target/demo/", import.meta.url));
const SINGLE = pathToFileURL(`${DEMO}/safeguarding-rules.html`).href;
const CANARY = "CanaryBird";
const TIME_TO_SEND_IN_MS = 300;
const VIEWS = [
  "guide", "which", "mdt", "tac", "professionals", "checklists", "invited", "who", "actions", "sharing", "disagreement", "absent",
  "forms", "family", "rules", "quarter", "copy", "settings", "keeps",
];
const WAYS_TO_SEND = ["beacon", "eventsource", "fetch", "form", "image", "websocket", "xhr"];

const TO_THE_ANSWER = [
  ["choose", "No"],
  ["press", "Continue"],
  ["choose", "County Durham"],
  ["press", "Continue"],
  ["press", "Continue"],
  ["press", "Continue"],
  ["press", "Continue"],
  ["choose", "Today"],
  ["press", "Show the answer"],
];
const WITH_AN_ACTION = [
  ["press", "Add an action"],
  ["type", "What will be done?", "Arrange the paediatric appointment"],
  ["press", "Save action"],
];

let library;
before(async () => {
  library = await import(fileOf("index.js"));
});

async function served() {
  const site = await serve(DEMO);
  atTheEnd(() => site.close());
  return site;
}

/** Runs in the page: takes steps, each `[what, name, text]`, by what stands beside a control or on a button. */
function take(steps) {
  const isShown = (element) => element.getClientRects().length > 0;
  const named = (elements, name, wordsOf) => {
    const found = [...elements].find((element) => isShown(element) && wordsOf(element).startsWith(name));
    if (!found) throw new Error(`there is no ${name} on: ${document.querySelector("main").innerText}`);
    return found;
  };
  const field = (name) => named(document.querySelectorAll("main label"), name, (label) => label.textContent).control;
  for (const [what, name, text] of steps) {
    if (what === "press") named(document.querySelectorAll("main button"), name, (button) => button.textContent).click();
    if (what === "choose") field(name).click();
    if (what === "type") Object.assign(field(name), { value: text }).dispatchEvent(new Event("input", { bubbles: true }));
  }
}

/** From the first question of the guide to the answer. */
async function toTheAnswer(page) {
  await page.evaluate(() => void (location.hash = "#/guide"));
  await page.until(() => document.querySelector("main h1")?.textContent === "Does the child need protecting today?");
  await page.evaluate(take, TO_THE_ANSWER);
}

/** The heading, the days that were counted, and the words that are cited. */
async function assertAnswersAsTheLibrary(page) {
  // What stands closed is drawn once the browser has time.
  await page.until(() => ["li.rule .words", ":is(td, th) [data-date]"].every((part) => document.querySelector(`main ${part}`) !== null));
  const shown = await page.evaluate(() => ({
    heading: document.querySelector("main h1").textContent,
    counted: [...document.querySelectorAll("main td [data-date], main th [data-date]")].map(({ dataset }) => dataset.date),
    words: [...document.querySelectorAll("main li.rule .words")].map(({ textContent }) => textContent),
  }));
  const { instant, london } = presentMoment();
  const facts = { area: "county-durham", concerns: { immediateProtectionNeeded: false }, concernsIdentifiedAt: london.slice(0, 10), now: instant };
  const { answer, because, alsoApplies, setAside } = library.classifyConcern(facts);
  assert.deepEqual(shown, {
    heading: answer.heading,
    counted: answer.counted.map(({ date }) => date),
    words: [...because, ...alsoApplies, ...setAside].map(({ words }) => words),
  });
  assert.ok(shown.counted.length > 0 && shown.words.length > 0);
}

const AXE = readFileSync(tool.resolve("axe-core/axe.min.js"), "utf8");
const AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
// Handed over as one function, since the page's policy lets nothing else in.
const findViolations = new Function("tags", `${AXE}
  return axe.run({ runOnly: tags }).then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html).join(" ")));`);

async function assertAxeFindsNothing(page, where) {
  assert.deepEqual(await page.evaluate(findViolations, AXE_TAGS), [], where);
}

inEachEngine("check 14: the guide leads to the library's own heading and dates, and axe finds nothing on Start, Answer and Actions", async (open) => {
  const { address } = await served();
  const page = await open(address);
  await page.until(() => document.querySelector("main h1")?.textContent === "What do you need?");
  await assertAxeFindsNothing(page, "Start");
  await toTheAnswer(page);
  await assertAnswersAsTheLibrary(page);
  await assertAxeFindsNothing(page, "Answer");
  await page.evaluate(() => void (location.hash = "#/actions"));
  await page.until(() => document.querySelector("main h1")?.textContent === "Actions");
  await page.evaluate(take, WITH_AN_ACTION);
  await assertAxeFindsNothing(page, "Actions");
});

inEachEngine("check 25: loaded once, the page opens in a new tab and answers while the server is stopped", async (open) => {
  const site = await served();
  const page = await open(site.address);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await site.close();
  const tab = await page.tab(`${site.address}?from=a-link`);
  await toTheAnswer(tab);
  await assertAnswersAsTheLibrary(tab);
});

/** Runs in the page: fills in everything that is shown, and presses what sends a form. Gives how many fields there were. */
function fillIn(canary) {
  for (const part of document.querySelectorAll("main details")) part.open = true;
  for (const choice of document.querySelectorAll("main input[type=radio], main input[type=checkbox]")) choice.click();
  const fields = [...document.querySelectorAll("main input[type=text], main input[type=search], main textarea:not([readonly])")];
  for (const field of fields) {
    field.value = canary;
    for (const kind of ["keydown", "input", "change", "blur"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
  }
  for (const form of document.querySelectorAll("main form")) form.requestSubmit();
  return fields.length;
}

/** Runs in the page: tries each way to send that leaves the page where it is. What is blocked may throw: what counts is what arrives. */
function send(canary) {
  const to = (way) => `/${way}?${canary}`;
  const attempts = [
    () => navigator.sendBeacon(to("beacon"), canary),
    () => new EventSource(to("eventsource")),
    () => void fetch(to("fetch")).catch(() => {}),
    () => (new Image().src = to("image")),
    () => new WebSocket(`ws://${location.host}${to("websocket")}`),
    () => {
      const request = new XMLHttpRequest();
      request.open("POST", to("xhr"));
      request.send(canary);
    },
  ];
  for (const attempt of attempts) {
    try {
      attempt();
    } catch {}
  }
}

function sendForm(canary) {
  const form = Object.assign(document.createElement("form"), { method: "post", action: `/form?${canary}` });
  document.body.append(form);
  try {
    form.submit();
  } catch {}
}

async function sendInEachWay(page) {
  for (const way of [send, sendForm]) {
    await page.evaluate(way, CANARY);
    await pause(TIME_TO_SEND_IN_MS);
  }
}

inEachEngine("check 34: typing everywhere sends nothing, and whatever tried to send is blocked", async (open) => {
  const site = await served();
  const page = await open(site.address);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  const loaded = site.asked.length;
  let filled = 0;
  for (const view of VIEWS) {
    await page.evaluate((view) => void (location.hash = `#/${view}`), view);
    await page.until((view) => location.hash === `#/${view}` && document.querySelector("main h1") !== null, view);
    filled += await page.evaluate(fillIn, CANARY);
  }
  assert.ok(filled > 10, `${filled} fields`);
  await page.evaluate(() => void (location.hash = "#/sharing"));
  await page.until(() => document.querySelector("main textarea") !== null);
  await page.type("main textarea", CANARY);
  assert.equal(await page.evaluate(() => typeof RTCPeerConnection), "undefined");
  await sendInEachWay(page);
  // Looking for an update asks for the worker's own file, and carries nothing.
  assert.deepEqual(site.asked.slice(loaded).filter((request) => request !== "GET /sw.js"), []);
});

inEachEngine("check 34: where nothing forbids it, each of those ways arrives", async (open) => {
  const site = await siteWith(new URL("pages/", import.meta.url), "");
  const page = await open(`${site.address}plain.html`);
  await sendInEachWay(page);
  const arrived = askedOf(site).filter((request) => request.includes(CANARY)).map((request) => request.match(/\/(\w+)\?/)[1]);
  assert.deepEqual([...new Set(arrived)].sort(), WAYS_TO_SEND);
});

inEachEngine("check 40: the page as one single file opens from a folder, answers, and asks no network for anything", async (open) => {
  const page = await open(SINGLE);
  await toTheAnswer(page);
  await assertAnswersAsTheLibrary(page);
  const asked = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => !/^(data|blob):/.test(name)));
  assert.deepEqual(asked, []);
});
