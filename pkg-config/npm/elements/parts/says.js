// Sentences with places in them, which a portal may put its own in the place of.

/** A sentence with places in braces. Called, it is filled with what it is given, in the order of its places. */
export function says(text) {
  const places = placesIn(text);
  const sentence = (...values) => filled(sentence.text, places, values);
  return Object.assign(sentence, { text, places });
}

/** The same for a number, in the forms in which a language counts: "one", "other", and those that others have besides. */
export function counts(forms) {
  const places = placesIn(forms.other);
  const sentence = (number) => filled(sentence.forms[formOf(number)] ?? sentence.forms.other, places, [number]);
  return Object.assign(sentence, { forms: { ...forms }, places });
}

export function placesIn(text) {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, place]) => place);
}

function filled(text, places, values) {
  return text.replace(/\{(\w+)\}/g, (_, place) => values[places.indexOf(place)]);
}

/** In which form the page's language counts so many. */
function formOf(number) {
  const language = globalThis.document?.documentElement.lang || "en";
  try {
    return new Intl.PluralRules(language).select(number);
  } catch {
    return number === 1 ? "one" : "other";
  }
}
