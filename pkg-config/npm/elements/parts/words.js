// Small changes to words that are written elsewhere.

/** With its first letter large, as a sentence or a list begins. */
export function capital(text) {
  return text[0].toUpperCase() + text.slice(1);
}
