// One answer to several questions that somebody has read: a no to the one that is asked, and to each of those that
// would follow.

import { contents, freshId, make } from "safeguarding-rules/parts";
import { NO_TO_EACH } from "../words.js";

/**
 * A further choice of a question of yes, no and not sure, after its no. `offer` shows it with the questions that it
 * answers beside, or not at all where there are none; once it `isChosen`, `settle` leaves the plain no in its place.
 */
export function noToEach(field) {
  const id = freshId();
  const hint = make("div", { class: "govuk-hint govuk-radios__hint", id: `${id}-hint` });
  const input = make("input", {
    type: "radio", class: "govuk-radios__input", id, name: field.control.name, "aria-describedby": hint.id,
  });
  const label = make("label", { class: "govuk-label govuk-radios__label", for: id }, NO_TO_EACH.label);
  const choice = make("div", { class: "govuk-radios__item" }, input, label, hint);
  const ownFact = field.fact.bind(field);
  field.fact = () => (input.checked ? false : ownFact());

  function offer(questions) {
    choice.remove();
    if (questions.length === 0) return;
    hint.replaceChildren(...contents([questions.join(" ")]));
    const no = field.options.findIndex(({ value }) => value === false);
    field.element.querySelectorAll(".govuk-radios__item")[no].after(choice);
  }

  function settle() {
    input.checked = false;
    field.set(false);
  }

  return { offer, isChosen: () => input.checked, settle };
}
