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
