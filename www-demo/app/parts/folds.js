// The parts of an answer that stand closed under its card, each with how much is in it. What somebody opens stays open.

import {
  COMMON, RULES, bullets, contents, everybody, heading, inWhatForm, make, paragraph, ruleItem, under, whoRunsIt,
} from "safeguarding-rules/parts";
import { laterInside } from "./later.js";
import { GUIDE, QUESTIONS, SHARED } from "../words.js";

const POINTS = "li, tbody tr, .person, .rule, .govuk-radios__item";
const opened = new Set();

/** A closed part of an answer, or nothing where nothing is in it; `amount` says how much that is, such as "3 rules". */
export function fold(title, amount, ...inside) {
  const content = contents(inside);
  return content.length === 0 ? null : foldOf(title, amount, content);
}

/**
 * A closed part of which something is certain to be in it: `draw` gives it when somebody wants it, or the browser has
 * time.
 */
export function foldLater(title, amount, draw) {
  const element = foldOf(title, amount, []);
  laterInside(element.firstElementChild, draw);
  return element;
}

function foldOf(title, amount, content) {
  const remember = ({ currentTarget }) => (currentTarget.open ? opened.add(title) : opened.delete(title));
  const count = amount && make("span", { class: "fold__amount" }, amount);
  const summary = make("summary", { class: "fold__summary" }, heading(2, title), count);
  const attributes = { class: "fold", open: opened.has(title), ontoggle: remember };
  return make("section", null, make("details", attributes, summary, make("div", { class: "fold__inside" }, content)));
}

/** Sections of an answer as closed parts, each with the number of its points; what is no section stays as it is. */
export function foldEach(...sections) {
  return /** @type {HTMLElement[]} */ (contents(sections)).map((part) => {
    if (part.localName !== "section" || part.querySelector(":scope > .fold")) return part;
    const [title, ...inside] = part.children;
    const points = [...part.querySelectorAll(POINTS)].filter((point) => !point.parentElement.closest(POINTS));
    return fold(title.textContent, QUESTIONS.points(Math.max(points.length, 1)), inside);
  });
}

/**
 * The rules behind an answer, what applies as well, and what was set aside.
 * @param {import("safeguarding-rules").Decision} decision
 * @param {{ withDates?: boolean, first?: unknown, last?: unknown }} [beside]
 */
export function why({ because, alsoApplies, setAside, settled }, { withDates = true, first, last } = {}) {
  const list = (rules) => make("ul", { class: "rules" }, rules.map((rule) => ruleItem(rule, withDates)));
  const titled = (title, rules) => rules.length > 0 && [heading(3, title), list(rules)];
  const rules = because.length + alsoApplies.length + setAside.length;
  return (
    rules > 0 &&
    foldLater(COMMON.why, SHARED.numberOfRules(rules), () => [
      first,
      !settled && paragraph(RULES.untilSettled),
      list(because),
      titled(RULES.alsoApplies, alsoApplies),
      titled(RULES.setAside, setAside),
      last,
    ])
  );
}

/** Everybody whom the documents name, who runs the meeting and in what form. */
export function who(decision) {
  const { required, expected, optional } = decision.answer;
  const named = required.length + expected.length + optional.length;
  const inside = under(1, () => [everybody(decision), whoRunsIt(decision), inWhatForm(decision)]);
  return fold(GUIDE.whoMustBeThere, GUIDE.people(named), inside);
}

/** What several decisions on one page ask to bear in mind, each once. */
export function bearInMind(cautions) {
  return (
    cautions.length > 0 &&
    fold(RULES.bearInMind, QUESTIONS.points(cautions.length), bullets(cautions.map(({ text }) => text)))
  );
}
