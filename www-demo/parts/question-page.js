// A question and its answer: the form in one step or several, the answer with its ways onward, and the way back with nothing lost.

import * as rules from "safeguarding-rules";
import { answered } from "./case.js";
import { announce, button, contents, heading, make, paragraph, section, summaryList } from "./dom.js";
import { askedInPlace } from "./asked.js";
import { copyButton, plainText } from "./case-notes.js";
import { factsOf } from "./facts.js";
import { form, refusal } from "./form.js";
import { showProblems } from "./problems.js";
import { basis, cautions, reasons } from "./rules.js";
import { addressOf, goTo } from "./router.js";

/**
 * `steps` are the pages of questions, each `{ name, title, lead, begin, submitText, next }`: `begin` makes the form's
 * `{ fields, parts }` anew each time somebody starts again, and `next`, where there is one, may lead elsewhere by `goTo`
 * and say so with true, or pass over the steps that are left with "answer". A question of one step needs neither name nor title for it.
 * `question` names the library's function; `withMore` adds to the facts what no field holds, such as the present moment.
 * `show` gives the answer's `{ title, top, middle, reasonsWithDates, afterReasons, askFields, extraButtons }`.
 * `screens` are further pages of the view, by name.
 */
export function questionPage({ name, title, group, steps, question, withMore = (facts) => facts, show, onCopied, screens = {} }) {
  const made = steps.map((step, index) => makeStep(step, index));
  const fields = () => made.flatMap((step) => step.form.fields());
  let answer;

  function makeStep(step, index) {
    const { begin, submitText = "Continue", lead } = step;
    const content = begin();
    const buttons = make("button", { type: "submit", class: "govuk-button" }, submitText);
    const questions = form({ ...content, buttons, answer: () => leave(index) });
    const element = make("div", null, index > 0 && backTo(steps[index - 1]), !isTitled(questions.element) && heading(1, step.title ?? title), lead && paragraph(lead), questions.element);
    return { form: questions, screen: { element, title: step.title } };
  }

  // The only question of a page is its title.
  function isTitled(element) {
    return element.querySelector("h1") !== null;
  }

  function backTo(step) {
    return make("p", { class: "not-in-notes" }, make("a", { class: "govuk-back-link", href: addressOf(name, step.name) }, "Back"));
  }

  function leave(index) {
    const ahead = steps[index].next?.();
    if (ahead === true) return;
    if (ahead !== "answer" && index + 1 < steps.length) return goTo(name, steps[index + 1].name);
    present(goToAnswer);
  }

  function present(afterwards) {
    const facts = withMore(factsOf(fields()));
    const decision = rules[question](facts);
    const shown = show({ decision, facts, fields: fields(), again });
    answered(name, { question, facts, decision });
    answer = { element: answerPage(decision, shown), isAnswer: true };
    afterwards(decision);
  }

  function goToAnswer() {
    goTo(name, "answer");
  }

  /** Asks the library once more with what was answered in place, and goes on to the next open question. */
  function again() {
    for (const step of made) step.form.keep();
    try {
      present(showAgain);
    } catch (error) {
      showProblems([refusal(error, fields())]);
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
        askedInPlace(decision.ask, [...fields(), ...(shown.askFields ?? [])], again),
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
          button("Change answers", () => goTo(name, steps[0].name)),
          button("Start again", () => goTo("start-again")),
        ),
        copy.fallback,
      ]),
    );
    return element;
  }

  function yourAnswers() {
    const given = made.flatMap(({ form }, index) => form.fields().filter((field) => field.isAsked && field.said() !== null).map((field) => ({ field, index })));
    return given.length > 0 && summaryList(given.map(({ field, index }) => [field.label, field.said(), field.control && changeButton(field, index)]));
  }

  function changeButton(field, index) {
    const change = () => {
      goTo(name, steps[index].name);
      field.focus();
    };
    return make("button", { type: "button", class: "link-button", onclick: change }, "Change", make("span", { class: "govuk-visually-hidden" }, ` ${field.label}`));
  }

  function screen(part) {
    if (part === "answer" && answer) return answer;
    const further = screens[part]?.();
    if (further) return further;
    const step = made[Math.max(0, steps.findIndex((step) => step.name === part))];
    step.form.recall();
    return step.screen;
  }

  return { name, title, group, screen };
}
