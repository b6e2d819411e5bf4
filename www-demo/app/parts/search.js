// Which page answers a word: by the page's own words, by other words for the same thing, and with a slip forgiven.

import { PLACES } from "../words.js";

const MOST = 20;
/** So little does a word's place count beside a slip. */
const LATER = 1000;
/** From how many letters on one slip is forgiven, and from how many two. */
const [ONE_SLIP, TWO_SLIPS] = [4, 8];

/** The places, each `{ view, title, words }`, that fit what was typed, the nearest first. */
export function placesFor(typed) {
  const places = PLACES.map((place) => ({ place, known: [...wordsIn(place.title), ...wordsIn(place.words)] }));
  // Small words say nothing, nor does one that no page knows beside one that some page does.
  const asked = wordsIn(typed).filter(
    (word) => word.length > 1 && places.some(({ known }) => distanceTo(known, word) < Infinity),
  );
  const telling = asked.filter((word) => word.length > 2);
  const words = telling.length > 0 ? telling : asked;
  if (words.length === 0) return [];
  const fits = places.map(({ place, known }) => ({
    place,
    far: words.reduce((sum, word) => sum + distanceTo(known, word), 0),
  }));
  return fits
    .filter(({ far }) => far < Infinity)
    .toSorted((one, other) => one.far - other.far)
    .slice(0, MOST)
    .map(({ place }) => place);
}

function wordsIn(text) {
  return text.toLowerCase().normalize("NFKD").match(/[a-z0-9]+/g) ?? [];
}

/** The slips to the nearest of a place's words; of places as near, that comes first which has the word earlier. */
function distanceTo(known, word) {
  return Math.min(...known.map((other, index) => farFrom(word, other) + index / LATER));
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
      rows[i][j] = Math.min(
        rows[i - 1][j] + 1,
        rows[i][j - 1] + 1,
        rows[i - 1][j - 1] + changed,
        isSwapped ? rows[i - 2][j - 2] + 1 : Infinity,
      );
    }
  }
  return rows[word.length][other.length];
}
