// The elements' words in a portal's own: every string of words.js by its place there, `elements.protect.question`.

import { SafeguardingError, setMessages as sayInLibrary } from "safeguarding-rules";
import { placesIn } from "./parts/says.js";
import * as words from "./words.js";

const { REFUSED } = words;

const OURS = "elements.";
const SAFE = /^[\w.-]{1,80}$/;
const LONGEST = 2_000;
/** What nobody sees, and what could hide a sentence or turn it round: as the library has it. */
const UNSEEN = /[\p{Cc}\u061C\u200C-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/u;
const MAY_BREAK = /[\u00AD\u200B]/g;
/** The forms in which languages count, and those of them that may say their number by a word. */
const WITHOUT_NUMBER = ["zero", "one", "two"];
const FORMS = ["zero", "one", "two", "few", "many", "other"];

/** Where each of our sentences stands, by its id: what holds it, under which name, and the places it has. */
const ALL = new Map(Object.entries(words).flatMap(([room, said]) => placesOf({ [room]: said }, room, OURS + room.toLowerCase())));

function placesOf(holder, name, id) {
  const said = holder[name];
  if (typeof said === "string") return [[id, { holder, name, places: [] }]];
  if (said.forms) return FORMS.map((form) => [`${id}.${form}`, { holder: said.forms, name: form, places: said.places, mayLeaveOut: WITHOUT_NUMBER.includes(form) }]);
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
  const refuse = (expected) => {
    throw new SafeguardingError("bad-input", path, expected);
  };
  if (typeof text !== "string") refuse(REFUSED.noSentence);
  const { holder, name, places, mayLeaveOut } = ALL.get(id);
  const isBlank = (words) => words.replace(MAY_BREAK, "").trim() === "";
  if (isBlank(text) && !isBlank(holder[name] ?? "…")) refuse(REFUSED.noSentence);
  if (text.length > LONGEST || UNSEEN.test(text)) refuse(REFUSED.unseen);
  const found = placesIn(text);
  const braces = text.match(/[{}]/g) ?? [];
  if (braces.length !== 2 * found.length || found.some((place) => !places.includes(place)) || (!mayLeaveOut && places.some((place) => !found.includes(place)))) refuse(REFUSED.otherPlaces);
}
