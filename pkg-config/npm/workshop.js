// The workshop, for authors of packs: checks a pack, lets it prove itself, seals it, and tells what two packs change.

import {
  __wbg_reset_state, checkToml as check, comparePacks as compare, diffToml as diff, initSync, lintToml as lint, loadPack as read, loadPacks,
  sealPack as seal, setMessages,
} from "../glue/safeguarding_rules_workshop.js";
import text from "../glue/safeguarding_rules_workshop_bg.json";
import { plainText, textOf, textOfSides } from "./facts.js";
import { packs } from "./inlined.js";
import { instanceOf } from "./instance.js";
import { bytesIn } from "./printable.js";
import { bytesOf } from "./sealed.js";

export { beginToml } from "./begun.js";
export { SafeguardingError } from "./error.js";

const workshop = instanceOf({ __wbg_reset_state, initSync, loadPack: read, loadPacks, setMessages });
workshop.startFrom({ module: () => bytesIn(text), packs });

export function sealPack(pack) {
  return workshop.ask(seal, textOf(pack));
}

export function loadPack(sealed) {
  return workshop.load(bytesOf(sealed));
}

export function comparePacks(sides) {
  return workshop.ask(compare, textOfSides(sides));
}

export function checkToml(toml) {
  return workshop.ask(check, plainText(toml));
}

export function lintToml(toml, day) {
  return workshop.ask(lint, plainText(toml), plainText(day));
}

export function diffToml(before, after) {
  const { Ok: told = null, Err: refused = null } = workshop.ask(diff, plainText(before), plainText(after));
  return { told, refused };
}
