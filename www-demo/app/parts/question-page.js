// A question and its answer: the form in one step or several, the answer with its ways onward, and the way back with
// nothing lost.

import { SafeguardingError } from "safeguarding-rules";
import {
  RULES, at, basis, bullets, button, contents, heading, isFirst, linkButton, make, paragraph, presentMoment,
  summaryList,
} from "safeguarding-rules/parts";
import { answered, factsOfAnswer, know, known, lastAnswer } from "./case.js";
import { announce } from "./announce.js";
import { sourceOf } from "../out/exports.js";
import { askedInPlace } from "./asked.js";
import { copyForCaseNotes } from "./case-notes.js";
import { declaredPaths } from "./declared.js";
import { factsOf } from "./facts.js";
import { bearInMind, foldEach, foldLater, why } from "./folds.js";
import { form, refusal } from "./form.js";
import { showProblems } from "./problems.js";
import { QUESTIONS as LIBRARY, asOfNow } from "./questions.js";
import { addressOf, goTo } from "./router.js";
import { rulesChanged } from "./rules-changed.js";
import { turnedOver } from "./turned-over.js";
import { QUESTIONS, SHARED } from "../words.js";

/**
 * @typedef {import("safeguarding-rules/parts").Content} Content
 * @typedef {import("safeguarding-rules/parts").Field} Field
 * @typedef {{
 *   name?: string, title?: string | (() => string), lead?: string, submitText?: string, fromFirstField?: boolean,
 *   before?: () => Content | void, begin: () => { fields: () => Field[], parts: Content[] },
 *   isOpen?: () => boolean, next?: () => unknown,
 * }} Step
 * @typedef {{
 *   card: Content, call?: Content, onTheCard?: string[], top?: Content, middle?: Content, why?: Content,
 *   folds?: Content[], others?: object[], links?: Content[], askFields?: Field[], extraButtons?: Content,
 * }} Shown
 */

/**
 * `steps` are the pages of questions, each `{ name, title, lead, before, begin, submitText, next, fromFirstField }`:
 * `begin` makes the form's `{ fields, parts }` anew each time somebody starts again, `before` what stands above the
 * form, each time it is shown, and `next`, where there is one, may lead elsewhere by `goTo` and say so with true, pass
 * over the steps that are left with "answer", or name the one to go on with. One whose `isOpen` says no is passed over.
 * With `fromFirstField` the focus begins there. A question of one step needs neither name nor title for it. `question`
 * names the library's function; the answer stands as long as `standsWhile` gives the same, beside the day and what the
 * library says; `withMore` adds to the facts what no field holds, such as the present moment. `show` gives the answer's
 * `card`, of at most 80 words; what stands open under it, `top` above and `middle` below the open questions; `why`
 * where it is not the usual one; the sections that are folded, `folds`; the further decisions on the same page,
 * `others`; `links` onward, `askFields`, `call` and `extraButtons`; and in `onTheCard` which cautions the card says in
 * its own words. `screens` are further pages of the view, by name; each is told the step that follows the first.
 * @param {{
 *   name: string, title: string, group?: string, steps: Step[], question: string, withMore?: (facts: any) => object,
 *   standsWhile?: () => unknown, show: (shown: any) => Shown, onCopied?: (decision: any) => void,
 *   screens?: Record<string, (next?: Step) => { element: HTMLElement, title?: string } | null>,
 * }} page
 */
export function questionPage({
  name,
  title,
  group,
  steps,
  question,
  withMore = (facts) => facts,
  standsWhile = () => true,
  show,
  onCopied,
  screens = {},
}) {
  const made = steps.map((step, index) => makeStep(step, index));
  const fields = () => made.flatMap((step) => step.form.fields());
  let answer;
  /** What was worked out for this very showing needs no second look. */
  let isNew = false;
  /** The step to which somebody went from the answer to change it: from there it is straight back. */
  let changing = null;

  function makeStep(step, index) {
    const { begin, submitText = SHARED.continue, lead } = step;
    const content = begin();
    const buttons = make("button", { type: "submit", class: "govuk-button" }, submitText);
    const questions = form({ ...content, buttons, answer: () => leave(index) });
    const [back, before, top] = [make("div"), make("div"), make("div")];
    const element = make("div", null, back, top, lead && paragraph(lead), before, questions.element);
    const screen = () => {
      const above = contents([step.before?.()]);
      questions.recall();
      before.replaceChildren(...above);
      const last = steps.slice(0, index).findLast(isOpen);
      back.replaceChildren(...contents([last && backLink(name, last.name)]));
      const said = typeof step.title === "function" ? step.title() : step.title;
      // The only question of a page is its title.
      top.replaceChildren(...contents([!questions.element.querySelector("h1") && heading(1, said ?? title)]));
      return { element, title: said, focus: step.fromFirstField && content.fields()[0]?.control };
    };
    return { form: questions, screen };
  }

  function nextAfter(step) {
    return steps.slice(steps.indexOf(step) + 1).find(isOpen);
  }

  /** Only what can still change the answer is asked. */
  function isOpen(step) {
    return step.isOpen?.() ?? true;
  }

  function leave(index) {
    const ahead = steps[index].next?.();
    if (ahead === true) return;
    const named = ahead && steps.find((step) => step.name === ahead);
    const next = ahead !== "answer" && changing !== steps[index] && (named || nextAfter(steps[index]));
    if (next) return goTo(name, next.name);
    changing = null;
    present(goToAnswer);
  }

  /**
   * `before` is an answer of a case that was opened: it is worked out from what it was given, and stands beside the
   * case as it does in the copy.
   */
  function present(afterwards, before) {
    const facts = before ? asOfNow(before.facts) : withMore(factsOf(fields()));
    const decision = LIBRARY.get(question)(facts);
    const own = factsOfAnswer(facts, before?.known);
    const shown = show({ decision, facts, own, fields: fields(), again });
    answered(name, { question, facts, decision, own });
    answer = {
      element: answerPage(decision, facts, shown),
      isAnswer: true,
      basis: decision.basis,
      facts,
      own,
      said: decision.answer,
      day: today(),
      standing: standsWhile(),
    };
    isNew = true;
    try {
      afterwards(decision);
    } finally {
      isNew = false;
    }
  }

  function changeAll() {
    changing = null;
    goTo(name, steps[0].name);
  }

  function goToAnswer() {
    goTo(name, "answer");
  }

  /**
   * Asks the library once more with what was answered in place in a field, and goes on to the next open question. Gives
   * whether it answered.
   */
  function again(field) {
    if (field?.path) know(field.path, field.fact());
    try {
      present(showAgain);
      return true;
    } catch (error) {
      showProblems([refusal(error, fields())]);
      return false;
    }
  }

  function showAgain() {
    goTo(name, "answer");
    announce(answer.element.querySelector("h1").textContent);
    answer.element.querySelector(".asked button, .asked input")?.focus();
  }

  function answerPage(decision, facts, shown) {
    const element = make("article", { class: "answer" });
    const handedOn = () => onCopied?.(decision);
    const copy = copyForCaseNotes({
      question,
      facts,
      element,
      source: sourceOf(decision),
      further: notOfTheLibrary(),
      onCopied: handedOn,
    });
    const card = make("div", { class: "card" }, shown.card);
    const given = fieldsGiven();
    const said = cautionsOf(decision, ...(shown.others ?? []));
    element.append(
      ...contents([
        card,
        firstOfAll(said, card, shown.onTheCard ?? []),
        shown.top,
        askedInPlace(decision.ask, [...fields(), ...(shown.askFields ?? [])], again),
        shown.middle,
        shown.why ?? why(decision),
        foldEach(shown.folds ?? []),
        bearInMind(said),
        given.length > 0 && foldLater(QUESTIONS.yourAnswers, QUESTIONS.answers(given.length), () => yourAnswers(given)),
        foldLater(RULES.basis, QUESTIONS.documents(decision.basis.packs.length), () => insideOf(basis(decision))),
        (shown.links ?? []).map((link) => make("p", { class: "govuk-body not-in-notes" }, link)),
      ]),
    );
    element.append(
      footBar(copy.button, shown.call, element),
      make(
        "div",
        { class: "govuk-button-group" },
        copy.whole,
        ...contents([shown.extraButtons]),
        button(QUESTIONS.changeAnswers, changeAll),
        button(SHARED.startAgain, () => goTo("start-again")),
      ),
      copy.more,
      turnedOver({ question, facts, decision, onCopied: handedOn }),
    );
    return element;
  }

  function printButton() {
    return button(SHARED.print, () => window.print());
  }

  /** What is done with an answer: on a telephone it stays at the foot of the screen. */
  function footBar(copy, call, element) {
    const exports = element.querySelector(".exports button");
    const calendar = exports && button(QUESTIONS.calendar, () => exports.click());
    return make(
      "div",
      { class: "foot-bar", role: "group", "aria-label": QUESTIONS.withThisAnswer },
      contents([copy, call, calendar, printButton()]),
    );
  }

  /**
   * The library's note says its own facts: what it was not told is added to them, so that each answer stands there
   * once.
   */
  function notOfTheLibrary() {
    return fields()
      .filter((field) => (!field.path || field.isOfThePage) && field.isAsked && field.said() !== null)
      .map((field) => `${field.label} ${field.said()}`);
  }

  /** The answers as they are now: what is changed meanwhile is another answer's. */
  function fieldsGiven() {
    const isGiven = (field) => field.isAsked && field.said() !== null;
    return made.flatMap(({ form }, index) =>
      form
        .fields()
        .filter(isGiven)
        .map((field) => ({ field, said: field.said(), index })),
    );
  }

  function yourAnswers(given) {
    return summaryList(
      given.map(({ field, said, index }) => [field.label, said, field.control && changeButton(field, index)]),
    );
  }

  function changeButton(field, index) {
    const change = () => {
      changing = steps[index];
      goTo(name, steps[index].name);
      field.element.closest("details")?.setAttribute("open", "");
      field.focus();
    };
    return linkButton(SHARED.change, SHARED.theAnswerTo(field.label), change);
  }

  function screen(part) {
    if (part === "answer" && answer) return asStillStands();
    const further = screens[part]?.(nextAfter(steps[0]));
    if (further) return further;
    return made[Math.max(0, steps.findIndex((step) => step.name === part))].screen();
  }

  /**
   * The answer; anew where time has changed it or bank holidays were added or removed since, and marked where the rules
   * have changed.
   */
  function asStillStands() {
    if (isNew) return answer;
    if (isOfAnotherTime()) present(() => {});
    if ("now" in answer.facts && !isSame(answer.facts.bankHolidays, known("bankHolidays"))) present(() => {});
    const isMarked = answer.element.querySelector(".rules-changed");
    if (!isMarked && rulesChanged(answer.basis)) answer.element.prepend(checkAgain());
    answer.element.querySelector(".facts-changed")?.remove();
    if (!answer.own.isOfTheCase(pathsAnswered())) answer.element.prepend(workOutAgain());
    return answer;
  }

  /** What was said for one day holds for no other, and a limit may have passed since. */
  function isOfAnotherTime() {
    if (answer.day !== today() || answer.standing !== standsWhile()) return true;
    return (
      "now" in answer.facts &&
      !isSame(LIBRARY.get(question)({ ...answer.facts, now: presentMoment().instant }).answer, answer.said)
    );
  }

  function isSame(one, other) {
    return JSON.stringify(one) === JSON.stringify(other);
  }

  /** What the answer speaks of: its own questions, and whatever its area's documents ask. */
  function pathsAnswered() {
    return [
      ...fields().map(({ path }) => path),
      ...declaredPaths(answer.facts.area),
      "area",
      "referrer",
      "services",
    ].filter(Boolean);
  }

  /** What was changed elsewhere is none of this answer's until somebody says so. */
  function workOutAgain() {
    const workOut = () => {
      for (const step of made) step.form.recall();
      again();
    };
    return make(
      "div",
      { class: "govuk-inset-text facts-changed not-in-notes" },
      paragraph(QUESTIONS.factsChanged),
      button(QUESTIONS.workOutAgain, workOut),
    );
  }

  function checkAgain(then) {
    return make(
      "div",
      { class: "govuk-inset-text rules-changed" },
      paragraph(SHARED.rulesChanged),
      then && paragraph(QUESTIONS.saidThen(then)),
      button(QUESTIONS.checkAgain, () => again()),
    );
  }

  // A case that was opened, or whose rules were changed, has its answers from the start: worked out anew, and never
  // silently.
  const before = lastAnswer(name);
  if (before) {
    // The fields say what the answer was given, and what the case says once somebody comes to change it.
    for (const step of made) step.form.recall(before.known && ((path) => at(before.known, path)));
    try {
      present(() => {}, before.known && before);
      if (rulesChanged(before.decision.basis)) answer.element.prepend(checkAgain(before.decision.answer.heading));
    } catch (error) {
      if (!(error instanceof SafeguardingError)) throw error;
    }
  }
  return { name, title, group, screen };
}

/** What one or several decisions ask to bear in mind, each once. */
function cautionsOf(...decisions) {
  return [...new Map(decisions.flatMap(({ cautions }) => cautions).map((caution) => [caution.text, caution])).values()];
}

/** What is to be done before anything else stands open, unless the card says it already. */
function firstOfAll(cautions, card, onTheCard) {
  const isSaid = ({ code, text }) => onTheCard.includes(code) || card.textContent.includes(text);
  const first = cautions.filter((caution) => isFirst(caution) && !isSaid(caution));
  return first.length > 0 && bullets(first.map(({ text }) => text));
}

function insideOf(section) {
  return [...section.children].filter(({ localName }) => localName !== "h2");
}

export function backLink(name, part) {
  return make(
    "p",
    { class: "not-in-notes" },
    make("a", { class: "govuk-back-link", href: addressOf(name, part) }, QUESTIONS.back),
  );
}

function today() {
  return presentMoment().london.slice(0, 10);
}
