// Parts of the elements that need no page.

import assert from "node:assert/strict";
import { test } from "node:test";
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
