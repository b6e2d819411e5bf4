// Parts of the elements that need no page.

import assert from "node:assert/strict";
import { test } from "node:test";
import { asInLondon } from "../../pkg-config/npm/elements/parts/dates.js";
import { renew } from "../../pkg-config/npm/elements/parts/posting.js";

const REFERENCE = ["reference", "A1"];
const TEAM = ["team", "east"];
const OLD = [["how-soon", "old"], ["how-soon-facts", "{}"]];
const NEW = [["how-soon", "new"], ["how-soon-facts", "{1}"]];

function renewed(sent, before, now) {
  const data = new FormData();
  for (const [name, value] of sent) data.append(name, value);
  renew(data, before, now);
  return [...data];
}

test("a renewed answer takes the place of the old one, and nobody else's field goes, whatever a script did to ours before", () => {
  const [answer, facts] = OLD;
  const ofAnother = ["how-soon-facts", "{of another}"];
  for (const [sent, before, now, expected] of [
    [[REFERENCE, ...OLD, TEAM], OLD, NEW, [REFERENCE, ...NEW, TEAM]],
    [[REFERENCE, TEAM], [], NEW, [REFERENCE, TEAM, ...NEW]],
    [[REFERENCE, ...OLD, TEAM], OLD, [], [REFERENCE, TEAM]],
    [[answer, ofAnother, ...OLD, TEAM], OLD, NEW, [answer, ofAnother, ...NEW, TEAM]],
    [[REFERENCE, TEAM], OLD, NEW, [REFERENCE, TEAM, ...NEW]],
    [[REFERENCE, facts, TEAM], OLD, NEW, [REFERENCE, TEAM, ...NEW]],
    [[REFERENCE, answer, TEAM], OLD, NEW, [REFERENCE, TEAM, ...NEW]],
    [[REFERENCE, TEAM], OLD, [], [REFERENCE, TEAM]],
  ]) assert.deepEqual(renewed(sent, before, now), expected);
});

test("a moment is told in London, and one that is in no calendar stays as it is", () => {
  for (const [moment, expected] of [
    ["2026-07-01T09:05:30Z", "2026-07-01T10:05"],
    ["2026-07-01T23:30Z", "2026-07-02T00:30"],
    ["2026-01-01T00:30+01:00", "2025-12-31T23:30"],
    ["2028-02-29T10:00Z", "2028-02-29T10:00"],
    ["2026-07-01T10:05:59", "2026-07-01T10:05"],
    ["2026-07-01", "2026-07-01"],
    ...["2026-02-30T10:00Z", "2026-02-29T10:00+01:00", "2026-13-01T10:00Z", "2026-02-28T24:00Z", "2026-02-28T25:00Z", "2026-02-28T10:00+99:00", "todayT10:00Z"].map((wrong) => [wrong, wrong]),
  ]) assert.equal(asInLondon(moment), expected, moment);
});
