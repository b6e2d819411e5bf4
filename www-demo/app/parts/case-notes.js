// An answer as plain text: the library's note for the case file, or all that stands on the page.

import { explain } from "safeguarding-rules";
import { RULES, details, make, presentMoment, spokenMoment } from "safeguarding-rules/parts";
import { copying } from "./copying.js";
import { nowAll } from "./later.js";
import { CASE_NOTES } from "../words.js";

const LEFT_OUT = ".not-in-notes, button, select, textarea, .govuk-visually-hidden";

/** The text of an answer, line by line. */
export function plainText(answer) {
  const lines = [];
  write(answer, lines);
  return lines.join("\n").replace(/\n{3,}/g, "\n\n").trim();
}

function write(element, lines) {
  if (element.matches(LEFT_OUT) || element.hidden) return;
  switch (element.localName) {
    case "h1":
    case "h2":
    case "h3":
      return lines.push("", wordsOf(element).toUpperCase());
    case "summary":
      if (element.querySelector("h2")) return write(element.querySelector("h2"), lines);
      return lines.push("", wordsOf(element));
    case "caption":
      return lines.push("", wordsOf(element));
    case "thead":
      return;
    case "tr":
      return lines.push(`- ${[...element.cells].map(wordsOf).filter(Boolean).join(": ").replaceAll(".: ", ". ")}`);
    case "li":
    case "div":
      if (isGroup(element)) break;
      return lines.push(`${element.localName === "li" ? "- " : ""}${wordsOf(element)}`);
    case "p":
    case "figcaption":
      return lines.push(wordsOf(element));
    case "legend":
      return lines.push(`- ${wordsOf(element)}`);
    default:
  }
  if (element.matches(".govuk-summary-list__row"))
    return lines.push(
      [...element.children]
        .filter((cell) => !cell.matches(LEFT_OUT))
        .map(wordsOf)
        .join(": "),
    );
  for (const child of element.children) write(child, lines);
  if (element.matches(".rule, .person, .deadline, dl, ul")) lines.push("");
}

function isGroup(element) {
  return element.localName === "div" ? element.children.length > 0 : element.querySelector("p") !== null;
}

const BLOCKS = new Set(["p", "div", "details", "ul", "ol", "li", "dl", "dt", "dd", "br"]);

// As it is read: a quotation keeps its marks, and what stands on lines of its own is no one word with its neighbour.
function wordsOf(element) {
  const words = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE || node.matches(LEFT_OUT)) return "";
    const inside = [...node.childNodes].map(words).join("");
    if (node.localName === "q") return `“${inside}”`;
    if (BLOCKS.has(node.localName)) return ` ${inside} `;
    if (node.matches(".beneath")) return `. ${inside}`;
    return node.matches(".govuk-tag") ? ` (${inside})` : inside;
  };
  return words(element).replace(/\s+/g, " ").replace(/\.(\s*\.)+/g, ".").trim();
}

/**
 * The ways to copy an answer: the library's short note with its `source`; as `whole` the note for the case file, with
 * the parts of the page that are marked for it and the lines of `further`; and behind "More to copy" other forms and
 * the whole page. Where copying is refused the text itself is there to select.
 */
export function copyForCaseNotes({ question, facts, element, source, further, onCopied }) {
  const { copier, fallback } = copying(onCopied);
  const workedOut = RULES.workedOutOn(spokenMoment(presentMoment().london));
  const lines = (...texts) => [...texts, source, workedOut, RULES.check].join("\n");
  const inWords = () => explain({ question: inKebabCase(question), facts, recordedAt: presentMoment().instant });
  // The library says when it was recorded, in its own way of writing times.
  const short = () => [inWords().shortNote, ...further, source, RULES.check].join("\n");
  const marked = () => [...element.querySelectorAll(".in-case-note")].map(plainText).filter(Boolean);
  const drawn = (text) => () => {
    nowAll();
    return text();
  };
  const whole = drawn(() => [inWords().caseNote, ...marked(), ...further, source, RULES.check].join("\n"));

  const more = details(
    CASE_NOTES.more,
    make(
      "div",
      { class: "govuk-button-group" },
      copier(CASE_NOTES.oneLine, () => lines(inWords().heading)),
      copier(CASE_NOTES.withReasons, () => lines(inWords().explanation)),
      copier(CASE_NOTES.everything, drawn(() => plainText(element))),
    ),
  );
  return {
    button: copier(CASE_NOTES.copy, short),
    whole: copier(CASE_NOTES.whole, whole),
    more: make("div", { class: "not-in-notes" }, fallback, more),
  };
}

function inKebabCase(question) {
  return question.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
