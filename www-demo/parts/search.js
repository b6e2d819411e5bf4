// Which page answers a word: by the page's own words, by other words for the same thing, and with a slip forgiven.

import { PLACES } from "../words.js";

const MOST = 20;
/** From how many letters on one slip is forgiven, and from how many two. */
const [ONE_SLIP, TWO_SLIPS] = [4, 8];

/** The places, each `{ view, title, words }`, that fit what was typed, the nearest first. */
export function placesFor(typed) {
  const asked = wordsIn(typed);
  if (asked.length === 0) return [];
  const fits = PLACES.map((place) => ({ place, far: distanceTo(place, asked) })).filter(({ far }) => far < Infinity);
  return fits.toSorted((one, other) => one.far - other.far).slice(0, MOST).map(({ place }) => place);
}

function wordsIn(text) {
  return text.toLowerCase().normalize("NFKD").match(/[a-z0-9]+/g) ?? [];
}

// Each word that was typed must be met; small words say nothing.
function distanceTo({ title, words }, asked) {
  const known = [...wordsIn(title), ...wordsIn(words)];
  const telling = asked.filter((word) => word.length > 2);
  return (telling.length > 0 ? telling : asked).reduce((sum, word) => sum + Math.min(...known.map((other) => farFrom(word, other))), 0);
}

/** 0 for the word or its beginning, then the slips between them; Infinity for another word. */
function farFrom(word, other) {
  if (other.startsWith(word)) return 0;
  const forgiven = word.length >= TWO_SLIPS ? 2 : word.length >= ONE_SLIP ? 1 : 0;
  if (Math.abs(word.length - other.length) > forgiven) return Infinity;
  const far = slips(word, other);
  return far <= forgiven ? far : Infinity;
}

/** How many letters are added, left out, changed, or swapped with the next. */
function slips(word, other) {
  const rows = [Array.from({ length: other.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= word.length; i++) {
    rows[i] = [i];
    for (let j = 1; j <= other.length; j++) {
      const changed = word[i - 1] === other[j - 1] ? 0 : 1;
      const isSwapped = i > 1 && j > 1 && word[i - 1] === other[j - 2] && word[i - 2] === other[j - 1];
      rows[i][j] = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + changed, isSwapped ? rows[i - 2][j - 2] + 1 : Infinity);
    }
  }
  return rows[word.length][other.length];
}
