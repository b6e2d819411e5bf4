// The elements' words in a portal's own: every string of words.js by its place there, `elements.protect.question`.

import { SafeguardingError, setMessages as sayInLibrary } from "safeguarding-rules";
import { placesIn } from "./parts/says.js";
import * as words from "./words.js";

const { REFUSED } = words;

const OURS = "elements.";
const SAFE = /^[\w.-]{1,80}$/;
/** The forms in which languages count. */
const FORMS = ["zero", "one", "two", "few", "many", "other"];

/** Where each of our sentences stands, by its id: what holds it, under which name, and the places it has. */
const ALL = new Map(Object.entries(words).flatMap(([room, said]) => placesOf({ [room]: said }, room, OURS + room.toLowerCase())));

function placesOf(holder, name, id) {
  const said = holder[name];
  if (typeof said === "string") return [[id, { holder, name, places: [] }]];
  if (said.forms) return FORMS.map((form) => [`${id}.${form}`, { holder: said.forms, name: form, places: said.places }]);
  if (said.text !== undefined) return [[id, { holder: said, name: "text", places: said.places }]];
  if (typeof said === "function") return [];
  return Object.keys(said).flatMap((inside) => placesOf(said, inside, `${id}.${inside}`));
}

/** Every sentence of the elements as it stands, by its id. */
export function listMessages() {
  return Object.fromEntries([...ALL].map(([id, { holder, name }]) => [id, holder[name]]).filter(([, text]) => text !== undefined));
}

/** Puts a portal's own sentences in place, before an element is first shown. What is not the elements' goes to the library. */
export function setMessages(messages) {
  const given = Object.entries(messages);
  const ours = given.filter(([id]) => id.startsWith(OURS));
  for (const [id, text] of ours) check(id, text);
  const others = given.filter(([id]) => !id.startsWith(OURS));
  if (others.length > 0) sayInLibrary(Object.fromEntries(others));
  for (const [id, text] of ours) {
    const { holder, name } = ALL.get(id);
    holder[name] = text;
  }
}

function check(id, text) {
  const path = SAFE.test(id) ? id : "…";
  if (!ALL.has(id)) throw new SafeguardingError("unknown-field", path, REFUSED.unknownSentence);
  if (typeof text !== "string" || text.trim() === "") throw new SafeguardingError("bad-input", path, REFUSED.noSentence);
  const { places } = ALL.get(id);
  if (placesIn(text).some((place) => !places.includes(place))) throw new SafeguardingError("bad-input", path, REFUSED.otherPlaces);
}
