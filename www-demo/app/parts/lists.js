// What must be ready, as `makeChecklist` answers: to read, not to tick.

import { FORCE, RULES, capital, dutyTag, make, section } from "safeguarding-rules/parts";
import { LISTS, SHARED } from "../words.js";

const MET = { true: LISTS.met, false: LISTS.notMet, unknown: "" };

/** The items of a list in a section of their own, or nothing where there are none. */
export function itemsSection(title, items, ...more) {
  return section(title, items.length > 0 && make("ul", { class: "rules" }, items.map(itemLine)), ...more);
}

/** An order of business, point by point. */
export function orderedSection(title, items) {
  const point = ({ text, force, place, item }) =>
    make(
      "li",
      { "data-item": item },
      text,
      make("span", { class: "pack-label quiet" }, `${capital(FORCE[force])}. ${place}.`),
    );
  return section(title, items.length > 0 && make("ol", { class: "govuk-list govuk-list--number" }, items.map(point)));
}

function itemLine({ id, item, text, force, place, byLabels, met, document, external }) {
  const who = byLabels.length > 0 && SHARED.forWhom(byLabels.join("; "));
  const form =
    document &&
    (external
      ? SHARED.notSupplied(capital(document.replaceAll("-", " ")))
      : `${capital(document.replaceAll("-", " "))}.`);
  return make(
    "li",
    { class: "rule", "data-item": item },
    make("p", null, text, " ", dutyTag(force)),
    MET[met] && make("p", null, make("strong", null, MET[met])),
    make("p", { class: "quiet" }, [who, form, RULES.sourceIn(place, id)].filter(Boolean).join(" ")),
  );
}
