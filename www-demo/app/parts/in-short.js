// What the card of an answer says in a few words.

import { COMMON, PEOPLE, capital, contents, make, summaryList, tag } from "safeguarding-rules/parts";
import { GUIDE, SHARED } from "../words.js";

const AT_MOST = 3;

/** Names and values, without those that have none. */
export function inShort(...rows) {
  const known = rows.filter(([, value]) => contents([value]).length > 0);
  return known.length > 0 && summaryList(known);
}

/** Who must come, for a card. */
export function mustCome({ answer: { required } }) {
  const said = required.map(({ label, settled }) => (settled ? capital(label) : GUIDE.perhaps(capital(label))));
  return [GUIDE.mustCome, said.join("; ")];
}

/** Who is in the chair, for a card. */
export function inTheChair({ answer: { chair } }) {
  return [PEOPLE.chair, chair && capital(COMMON.or(chair.labels))];
}

/** The first of several, and how many are left: the others stand in their own part. */
export function firstFew(texts) {
  const left = texts.length - AT_MOST;
  return left > 0 ? `${texts.slice(0, AT_MOST).join(" ")} ${SHARED.andMore(left)}` : texts.join(" ");
}

export function notSettled({ settled }) {
  return !settled && make("p", { class: "tags" }, tag(COMMON.notSettled, "yellow"));
}
