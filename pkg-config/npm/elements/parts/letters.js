// The first letters of words that are written elsewhere.

/** With its first letter large, as a sentence or a list begins. */
export function capital(text) {
  return text[0].toUpperCase() + text.slice(1);
}

/** With its first letter small, as inside a sentence. Letters that stand for words stay large. */
export function small(text) {
  return text.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
}
