import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { classifyConcern, listDeadlines, loadPack } from "safeguarding-rules";

loadPack(readFileSync("larkmoor.pack"));

test("referred on Saturday, the child in hospital: the discussion the same evening", () => {
  const facts = { area: "larkmoor", concernsIdentifiedAt: "2026-03-07T16:00", referralReceivedAt: "2026-03-07T16:00" };
  const { answer, because } = classifyConcern({ ...facts, concerns: { childInHospital: true }, othersConsidered: true });
  assert.equal(answer.dueInstant, "2026-03-07T20:00:00+00:00");
  assert.equal(because[0].words, "four hours where the child is on a ward");
});

test("telephoned on Saturday: in writing by Sunday", () => {
  const { answer } = listDeadlines({ area: "larkmoor", duty: "written-referral", referralTelephonedAt: "2026-03-07T16:00" });
  assert.equal(answer.deadlines[0].due, "2026-03-08T16:00:00+00:00");
});
