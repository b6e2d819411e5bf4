// The questions that an answer leaves open, to be answered where they stand.

import { ASKED, button, make, section } from "safeguarding-rules/parts";
import { fieldAt } from "./facts.js";
import { recentMomentAsOfNow } from "./recent.js";
import { ASKED_IN_PLACE, SHARED } from "../words.js";

const AT_ONCE = 3;

/** `fields` are those of the form, which keep what is answered here; `again` asks the library once more. */
export function askedInPlace(asks, fields, again) {
  if (asks.length === 0) return null;
  const isNotSure = (ask) => fieldAt(fields, ask.path)?.read() === "unknown";
  const inOrder = [...asks.filter((ask) => !isNotSure(ask)), ...asks.filter(isNotSure)];
  const left = inOrder.length - AT_ONCE;
  const block = section(
    ASKED.heading,
    inOrder.slice(0, AT_ONCE).map((ask) => askInPlace(ask, fieldAt(fields, ask.path), again)),
    left > 0 && make("p", { class: "govuk-body" }, ASKED.follow(left)),
  );
  block.classList.add("asked");
  return block;
}

/** One open question; `field` keeps its answer, and `again` asks the library once more. */
export function askInPlace(ask, field, again) {
  const words = field?.about ? `${field.about}: ${ask.question}` : ask.question;
  const legend = make("legend", { class: "govuk-fieldset__legend govuk-fieldset__legend--s" }, words);
  return make(
    "div",
    { class: "question", "data-path": ask.path },
    make("fieldset", { class: "govuk-fieldset" }, legend, controls(field, again)),
  );
}

function controls(field, again) {
  if (field?.options) return buttons(field, again);
  if (field?.date) return time(field, again);
  return make("p", { class: "govuk-body" }, ASKED_IN_PLACE.elsewhere);
}

function buttons(field, again) {
  const press = (option) => () => {
    field.set(option.value);
    again(field);
  };
  const one = (option) =>
    button(option.label, press(option), { "aria-pressed": String(field.read() === option.value) });
  return make("div", { class: "govuk-button-group not-in-notes" }, field.options.map(one));
}

function time(field, again) {
  const here = recentMomentAsOfNow({ question: "", name: field.name, required: ASKED_IN_PLACE.enter(field.name) });
  here.set(field.read());
  const use = () => {
    const problem = here.problem();
    if (problem) {
      here.showProblem(problem);
      return here.focus();
    }
    field.set(here.read());
    again(field);
  };
  return make("div", { class: "not-in-notes" }, here.element, button(SHARED.useThisTime, use));
}
