// A form: its fields, what is wrong with them, and what happens when it is sent. Nothing is sent anywhere.

import { SafeguardingError } from "safeguarding-rules";
import { contents, make } from "safeguarding-rules/parts";
import { LONGEST_TEXT } from "../out/plain.js";
import { announce } from "./announce.js";
import { know, known } from "./case.js";
import { factsOf, fieldAt } from "./facts.js";
import { clearProblems, showProblems } from "./problems.js";
import { FORM } from "../words.js";

/**
 * `fields` gives the fields as they stand now, `parts` the form's content with the fields' elements in it.
 * `answer` gets the facts; what it throws as a SafeguardingError is shown at the field it names.
 * What its fields hold is the case's, and known in every view; with `own` it is this form's alone.
 */
export function form({ fields, parts, buttons, answer, own = false }) {
  const element = make(
    "form",
    { novalidate: true, onsubmit: submit, onchange: keep },
    ...contents(parts),
    make("div", { class: "govuk-button-group" }, buttons),
  );

  /** Shows the fields that are asked now, and only those. */
  function refresh() {
    for (const field of fields()) field.element.hidden = !field.isAsked;
  }

  /**
   * Puts into the fields what the case knows, as when another view has changed it, or what `from` does: also into those
   * that are there only then.
   */
  function recall(from = known) {
    if (!own) recallAll(fields, from);
    refresh();
  }

  const marked = new Set();

  /** A text that is longer than any that is taken says so at once: a copy of it could not be opened. */
  function markLength(field) {
    const text = tooLong(field);
    if (!text && marked.delete(field)) field.clearProblem();
    if (!text || marked.has(field)) return;
    marked.add(field);
    field.showProblem(text);
    announce(text);
  }

  function keep() {
    if (!own) for (const field of fields()) if (field.path) know(field.path, field.fact());
    // A field that was not there before may be known already.
    recall();
    fields().forEach(markLength);
  }

  function submit(event) {
    event.preventDefault();
    keep();
    clearProblems(fields());
    const problems = fields()
      .filter((field) => field.isAsked)
      .map((field) => ({ field, text: field.problem() ?? tooLong(field) }));
    const found = problems.filter(({ text }) => text);
    if (found.length > 0) return showProblems(found);
    try {
      answer(factsOf(fields()));
    } catch (error) {
      showProblems([refusal(error, fields())]);
    }
  }

  recall();
  return { element, keep, recall, fields, facts: () => factsOf(fields()) };
}

// With an answer there may be further fields, whose answers are known too.
function recallAll(fieldsNow, from, before = []) {
  const fields = fieldsNow();
  for (const field of fields.filter(({ path }) => path)) {
    const value = from(field.path);
    if (JSON.stringify(value) !== JSON.stringify(field.fact())) field.set(value);
  }
  if (fields.some((field) => !before.includes(field))) recallAll(fieldsNow, from, fields);
}

function tooLong(field) {
  const lengths = [field.read()].flat().map((said) => (typeof said === "string" ? said.length : 0));
  const length = Math.max(...lengths);
  return length > LONGEST_TEXT ? FORM.tooLong(LONGEST_TEXT, length) : null;
}

/** A refusal in plain words: "expected a date" becomes "enter a date". */
export function refusal(error, fields) {
  if (!(error instanceof SafeguardingError)) throw error;
  const field = fieldAt(fields, error.path);
  const text = FORM.refusal(error.message);
  return { field, text: field ? `${field.label.replace(/\?$/, "")}: ${text}` : text };
}
