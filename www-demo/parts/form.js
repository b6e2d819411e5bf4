// A form: its fields, what is wrong with them, and what happens when it is sent. Nothing is sent anywhere.

import { SafeguardingError } from "safeguarding-rules";
import { contents, make } from "../../pkg-config/npm/elements/parts/dom.js";
import { factsOf, fieldAt } from "./facts.js";
import { clearProblems, showProblems } from "./problems.js";

/**
 * `fields` gives the fields as they stand now, `parts` the form's content with the fields' elements in it.
 * `answer` gets the facts; what it throws as a SafeguardingError is shown at the field it names.
 */
export function form({ fields, parts, buttons, answer }) {
  const element = make("form", { novalidate: true, onsubmit: submit, onchange: refresh }, ...contents(parts), make("div", { class: "govuk-button-group" }, buttons));

  /** Shows the fields that are asked now, and only those. */
  function refresh() {
    for (const field of fields()) field.element.hidden = !field.isAsked;
  }

  function submit(event) {
    event.preventDefault();
    refresh();
    clearProblems(fields());
    const problems = fields().filter((field) => field.isAsked).map((field) => ({ field, text: field.problem() }));
    const found = problems.filter(({ text }) => text);
    if (found.length > 0) return showProblems(found);
    try {
      answer(factsOf(fields()));
    } catch (error) {
      showProblems([refusal(error, fields())]);
    }
  }

  refresh();
  return { element, refresh, fields, facts: () => factsOf(fields()) };
}

/** A refusal in plain words: "expected a date" becomes "enter a date". */
export function refusal(error, fields) {
  if (!(error instanceof SafeguardingError)) throw error;
  const field = fieldAt(fields, error.path);
  const text = error.message.replace(/^expected /i, "Enter ");
  return { field, text: field ? `${field.label.replace(/\?$/, "")}: ${text}` : text };
}
