// What is wrong with a form: a summary that takes the focus and leads to each field, and a word at the field itself.

import { COMMON, make } from "safeguarding-rules/parts";
import { PROBLEMS } from "../words.js";

const TITLE_PREFIX = COMMON.error;

/** Shows problems, each `{ field, text }`; one without a field stands in the summary alone. */
export function showProblems(problems) {
  for (const { field, text } of problems) field?.showProblem(text);
  const summary = make(
    "div",
    { class: "govuk-error-summary", tabindex: "-1" },
    make(
      "div",
      { role: "alert" },
      make("h2", { class: "govuk-error-summary__title" }, PROBLEMS.title),
      make(
        "ul",
        { class: "govuk-list govuk-error-summary__list" },
        problems.map((problem) => make("li", null, link(problem))),
      ),
    ),
  );
  document.getElementById("main").prepend(summary);
  if (!document.title.startsWith(TITLE_PREFIX)) document.title = TITLE_PREFIX + document.title;
  summary.focus();
}

export function clearProblems(fields) {
  for (const field of fields) field.clearProblem();
  document.querySelector(".govuk-error-summary")?.remove();
  document.title = document.title.replace(TITLE_PREFIX, "");
}

function link({ field, text }) {
  if (!field) return text;
  const lead = (event) => {
    event.preventDefault();
    field.focus();
    field.element.scrollIntoView();
  };
  return make("a", { href: `#${field.control.id}`, onclick: lead }, text);
}
