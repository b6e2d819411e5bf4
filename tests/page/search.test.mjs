// The search at Start: what people call a thing leads to the page that answers it, also with a slip of the finger.

import assert from "node:assert/strict";
import { test } from "node:test";
import { placesFor } from "../../www-demo/app/parts/search.js";
import { PLACES } from "../../www-demo/app/words.js";

const ENOUGH_LETTERS = 5;
const NEAREST = 3;
const viewsFor = (typed) => placesFor(typed).map(({ view }) => view);
const wordsOf = ({ title, words }) => `${title} ${words}`.toLowerCase().match(/[a-z0-9]+/g);

/** What somebody types, and where it must lead first. */
const ASKED = [
  ["consent", "sharing"], ["GDPR", "sharing"], ["confidentiality", "sharing"], ["can I share", "sharing"], ["lawful basis", "sharing"],
  ["SMART", "actions"], ["check my actions", "actions"],
  ["quorum", "who"], ["quorate", "who"], ["DSL", "who"], ["who attends", "who"], ["designated safeguarding lead", "who"],
  ["deadline", "guide"], ["time limit", "guide"], ["section 47", "guide"], ["how many days", "guide"], ["urgent", "guide"],
  ["escalation", "disagreement"], ["we disagree", "disagreement"], ["threshold", "which"], ["which meeting", "which"], ["early help", "which"],
  ["team around the child", "tac"], ["MDT", "mdt"], ["agenda", "checklists"], ["invited", "invited"], ["teacher", "invited"],
  ["parents", "family"], ["apologies", "absent"], ["template", "forms"], ["statistics", "quarter"], ["phone number", "settings"],
  ["privacy", "keeps"], ["backup", "copy"], ["guidance", "rules"],
];
const SLIPS = [
  ["consnt", "sharing"], ["conset", "sharing"], ["cosnent", "sharing"], ["concent", "sharing"], ["quorom", "who"], ["quroum", "who"],
  ["daedline", "guide"], ["deadlne", "guide"], ["esclation", "disagreement"], ["confidentialty", "sharing"], ["agneda", "checklists"],
  ["theshold", "which"], ["chekclist", "checklists"], ["safegaurding lead", "who"],
];

for (const [typed, view] of [...ASKED, ...SLIPS]) {
  test(`“${typed}” leads to ${view} first`, () => assert.equal(viewsFor(typed)[0], view, viewsFor(typed).join()));
}

test("whoever types a word of a page finds that page, in any letters, also before the word is whole", () => {
  for (const place of PLACES) {
    for (const word of wordsOf(place).filter(({ length }) => length > 2)) {
      for (const typed of [word, word.toUpperCase(), ` ${word}, `]) assert.ok(viewsFor(typed).includes(place.view), `${typed}: ${place.view}`);
      if (word.length > ENOUGH_LETTERS) assert.ok(viewsFor(word.slice(0, -1)).includes(place.view), word);
    }
  }
});

test("one slip in a longer word is forgiven wherever it is: a letter left out, added, changed, or swapped with the next", () => {
  for (const place of PLACES) {
    for (const word of new Set(wordsOf(place).filter(({ length }) => length >= ENOUGH_LETTERS))) {
      for (let at = 1; at < word.length - 1; at++) {
        const [before, letter, next, after] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)];
        const slips = [before + next + after, `${before}q${letter}${next}${after}`, `${before}q${next}${after}`, before + next + letter + after];
        for (const typed of slips.filter(({ length }) => length >= ENOUGH_LETTERS - 1)) {
          assert.ok(viewsFor(typed).includes(place.view), `${typed} for ${word}: ${place.view}`);
        }
      }
    }
  }
});

test("a word that no page knows leads nowhere, and an exact word comes before a near one", () => {
  for (const typed of ["xylophone", "zzzz", "", "  ", "?!"]) assert.deepEqual(viewsFor(typed), [], typed);
  for (const { view, title } of PLACES) assert.ok(viewsFor(title).slice(0, NEAREST).includes(view), title);
});
