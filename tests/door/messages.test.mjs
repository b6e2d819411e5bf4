// A portal's own sentences: put in place by name, kept over a fault, refused where no sentence has the name.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fileOf, refusalOf } from "./package-under-test.mjs";

const RealInstance = WebAssembly.Instance;
const FACTS = { area: "generic", othersConsidered: true, concernsIdentifiedAt: "2026-03-02T09:10", referralReceivedAt: "2026-03-02T10:00" };
const OURS = "Hold the strategy meeting by Thursday 5 March 2026, within 3 working days.";

let copies = 0;
const freshRules = () => import(fileOf(`index.js?messages=${++copies}`));
const heading = (rules) => rules.classifyConcern(FACTS).answer.heading;

test("a sentence is said in the portal's words until it is put back", async () => {
  const rules = await freshRules();
  rules.setMessages({ "how_soon.HOLD": "Meet {by}." });
  assert.equal(heading(rules), "Meet by Thursday 5 March 2026, within 3 working days.");
  rules.setMessages({});
  assert.equal(heading(rules), OURS);
});

test("every sentence can be listed and set, those of the packs too", async () => {
  const rules = await freshRules();
  const messages = rules.listMessages();
  assert.equal(messages["how_soon.HOLD"], "Hold the strategy meeting {by}.");
  assert.match(messages["county-durham.list_attendees.CD-09"], /Team Manager/);
  rules.setMessages(messages);
  assert.equal(heading(rules), OURS);
});

test("a name that no sentence has, or a place that it does not fill, is refused and changes nothing", async () => {
  const rules = await freshRules();
  const refused = (messages) => refusalOf(rules, () => rules.setMessages(messages));
  assert.deepEqual([refused({ "how_soon.HOLDD": "x" }).code, refused({ "how_soon.HOLDD": "x" }).path], ["unknown-field", "how_soon.HOLDD"]);
  assert.equal(refused({ "how_soon.HOLD": "{when}" }).code, "bad-word");
  assert.equal(refused({ "how_soon.HOLD": 1 }).code, "bad-input");
  assert.equal(heading(rules), OURS);
});

/** Letters with a sign behind each, as another language would have other words: two letters beside one another are ours. */
const inOtherWords = (text) => text.replace(/(\{\w+\})|[A-Za-z]/g, (sign, place) => place ?? `${sign}ȳ`);
/** What a document is called, and what it cites. */
const AS_IT_IS = ["title", "cites", "replacedBy", "supersededBy"];
/** What is said to people; what a pack is called and cites is looked at natively. */
const SAID = ["heading", "advice", "sentence", "question", "label", "labels", "byLabels", "toLabels", "why", "reading", "forceNote"];
const LOOKED_AT_NATIVELY = ["basis", "packs"];
const AREAS = ["county-durham", "northamptonshire", "bracknell-forest", "hampshire", "generic"];
const MEETINGS = ["strategy", "cp-conference", "mdt-locality", "mdt-countywide", "tac-initial", "professionals"];
const OF_A_MEETING = ["list-attendees", "list-deadlines", "make-checklist"];
const CASES = [
  ["classify-concern", { concernTypes: ["neglect", "serious-neglect"], concernsIdentifiedAt: "2026-12-14" }],
  ["record-consent-basis", {}], ["resolve-disagreement", {}], ["report-quarter", { meetings: [] }],
  ...OF_A_MEETING.flatMap((question) => MEETINGS.map((meetingType) => [question, { meetingType }])),
];

function textsOf(told, names, name = "") {
  if (typeof told === "string") return names.includes(name) ? [told] : [];
  if (told === null || typeof told !== "object") return [];
  const inside = Object.entries(told).filter(([own]) => !LOOKED_AT_NATIVELY.includes(own) || names === AS_IT_IS);
  return inside.flatMap(([own, inside]) => textsOf(inside, names, Array.isArray(told) ? name : own));
}

test("in another language no heading, name, question or reading is left in ours", async () => {
  const rules = await freshRules();
  const messages = rules.listMessages();
  rules.setMessages(Object.fromEntries(Object.entries(messages).map(([name, text]) => [name, inOtherWords(text)])));
  const kept = textsOf(rules.describePacks(), AS_IT_IS);
  const left = new Set();
  let read = 0;
  const look = (told) => {
    for (const text of textsOf(told, SAID)) {
      read += 1;
      if (/[A-Za-z]{2}/.test(kept.reduce((rest, words) => rest.replaceAll(words, ""), text))) left.add(text);
    }
  };
  look(rules.describePacks());
  for (const area of AREAS) {
    for (const [question, given] of CASES) {
      const facts = { area, ...given };
      look(rules.answerQuestion(question, facts));
      look(rules.questionsFor(question, facts));
    }
  }
  assert.ok(read > 1_000, String(read));
  assert.deepEqual([...left], []);
});
