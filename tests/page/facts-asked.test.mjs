// Whatever the library asks, the page can put: each fact with answers of its own takes every one of them, and "not sure".

import assert from "node:assert/strict";
import { test } from "node:test";
import { bundled, library } from "./the-page.mjs";

const { ANSWERS_BY_PATH, COUNTED } = await bundled("parts/facts-asked.js");
const QUESTIONS = ["chooseMeeting", "makeChecklist", "listDeadlines", "listAttendees", "resolveDisagreement"];
const YES_AND_NO = [true, false];

function answersTo(path) {
  if (COUNTED.includes(path)) return [0, 17, 26];
  return [...(ANSWERS_BY_PATH[path]?.map(({ value }) => value) ?? YES_AND_NO), "unknown"];
}

function withFact(facts, path, value) {
  const [first, second] = path.split(".");
  return second ? { ...facts, [first]: { ...facts[first], [second]: value } } : { ...facts, [first]: value };
}

/** Puts a question, then again with each thing that it asked answered in every way, until it asks nothing new. */
function putAll(question, scope) {
  const seen = new Set();
  const waiting = [scope];
  while (waiting.length > 0) {
    const facts = waiting.pop();
    for (const { path } of library[question](facts).ask) {
      // Which disagreement it is, the page asks before anything else.
      if (seen.has(path) || path === "ladder") continue;
      seen.add(path);
      waiting.push(...answersTo(path).map((value) => withFact(facts, path, value)));
    }
  }
  return seen;
}

for (const { id } of library.describePacks().areas) {
  test(`${id}: every question that an answer leaves open can be answered on the page`, () => {
    const meetings = library.chooseMeeting({ area: id }).answer.meetings.map(({ meeting }) => meeting);
    const asked = new Set();
    for (const question of QUESTIONS) {
      const scopes = question === "resolveDisagreement" ? [{ area: id }, { area: id, stage: 1 }] : meetings.map((meetingType) => ({ area: id, meetingType }));
      for (const scope of scopes) for (const path of putAll(question, scope)) asked.add(path);
    }
    assert.ok(asked.has("reasonableCauseSignificantHarm"));
  });
}

test("every fact with answers of its own is one that a pack asks for", () => {
  const declared = new Set(library.describePacks().facts.map(({ path }) => path));
  assert.deepEqual([...Object.keys(ANSWERS_BY_PATH), ...COUNTED].filter((path) => !declared.has(path)), []);
});
