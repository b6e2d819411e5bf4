// A question and its answer: the form, the answer with its ways onward, and the way back with nothing lost.

import { announce } from "./announce.js";
import { button, contents, heading, make, paragraph, section, summaryList } from "../../pkg-config/npm/elements/parts/dom.js";
import { askedInPlace } from "./asked.js";
import { copyButton, plainText } from "./case-notes.js";
import { form, refusal } from "./form.js";
import { showProblems } from "./problems.js";
import { basis, cautions, reasons } from "../../pkg-config/npm/elements/parts/rules.js";
import { goTo } from "./router.js";

/**
 * `begin` makes the form's `{ fields, parts }` anew each time somebody starts again.
 * `decide` puts the facts to the library; `show` gives the answer's `{ title, top, middle, reasonsWithDates, afterReasons, askFields, extraButtons }`.
 */
export function questionPage({ name, title, lead, submitText, begin, decide, show, onCopied }) {
  let questions;
  let answer;

  function startAgain() {
    const content = begin();
    const buttons = make("button", { type: "submit", class: "govuk-button" }, submitText);
    const made = form({ ...content, buttons, answer: (facts) => present(facts, goToAnswer) });
    questions = { ...made, screen: { element: make("div", null, heading(1, title), lead && paragraph(lead), made.element) } };
    answer = null;
  }

  function present(facts, afterwards) {
    const decision = decide(facts);
    const shown = show({ decision, facts, fields: questions.fields(), again });
    answer = { element: answerPage(decision, shown), isAnswer: true };
    afterwards(decision);
  }

  function goToAnswer() {
    goTo(name, "answer");
  }

  /** Asks the library once more with what was answered in place, and goes on to the next open question. */
  function again() {
    questions.refresh();
    try {
      present(questions.facts(), showAgain);
    } catch (error) {
      showProblems([refusal(error, questions.fields())]);
    }
  }

  function showAgain() {
    goTo(name, "answer");
    announce(answer.element.querySelector("h1").textContent);
    answer.element.querySelector(".asked button, .asked input")?.focus();
  }

  function answerPage(decision, shown) {
    const element = make("article", { class: "answer" });
    const copy = copyButton("Copy for case notes", () => plainText(element), () => onCopied?.(decision));
    element.append(
      ...contents([
        heading(1, shown.title),
        shown.top,
        askedInPlace(decision.ask, [...questions.fields(), ...(shown.askFields ?? [])], again),
        shown.middle,
        reasons(decision, { withDates: shown.reasonsWithDates }),
        shown.afterReasons,
        cautions(decision),
        section("Your answers", yourAnswers()),
        basis(decision),
        make(
          "div",
          { class: "govuk-button-group" },
          copy.button,
          shown.extraButtons,
          button("Print", () => window.print()),
          button("Change answers", () => goTo(name)),
          button("Start again", () => {
            startAgain();
            goTo(name);
          }),
        ),
        copy.fallback,
      ]),
    );
    return element;
  }

  function yourAnswers() {
    const given = questions.fields().filter((field) => field.isAsked && field.said() !== null);
    return given.length > 0 && summaryList(given.map((field) => [field.label, field.said(), field.control && changeButton(field)]));
  }

  function changeButton(field) {
    const change = () => {
      goTo(name);
      field.focus();
    };
    return make("button", { type: "button", class: "link-button", onclick: change }, "Change", make("span", { class: "govuk-visually-hidden" }, ` ${field.label}`));
  }

  startAgain();
  return { name, title, screen: (part) => (part === "answer" && answer ? answer : questions.screen) };
}
