// An answer turned over, for whoever builds a portal: the call that made it, all of the answer, and the element that
// gives the same.

import { contents, details, freshId, make, paragraph } from "safeguarding-rules/parts";
import { TURNED_OVER } from "../words.js";
import { copying, textToCopy } from "./copying.js";
import { ELEMENTS } from "./questions.js";
import { loadedPacks } from "./settings.js";

const MOST_LINES = 12;
/** A file of more meetings than these is no example for anybody to read. */
const MOST_MEETINGS = 200;

/** Somebody who turns one answer over reads the next ones so too. */
let isOpen = false;

/**
 * The other side of an answer, or nothing where it is a whole file; `onCopied` is told when the answer itself was
 * copied from it.
 */
export function turnedOver({ question, facts, decision, onCopied = () => {} }) {
  if (facts.meetings?.length > MOST_MEETINGS) return null;
  const part = details(TURNED_OVER.title);
  part.classList.add("turned-over", "not-in-notes", "not-on-paper");
  const [summary, inside] = part.children;
  const fill = () => inside.childElementCount === 0 && inside.append(...otherSide(question, facts, decision, onCopied));
  // Only what somebody opens is made: not what is opened for paper, which has no place for it.
  summary.addEventListener("click", () => {
    isOpen = !part.open;
    fill();
  });
  if (isOpen) fill();
  part.open = isOpen;
  return part;
}

function otherSide(question, facts, decision, onCopied) {
  const [ofAnswer, ofElement] = [copying(onCopied), copying(() => {})];
  const element = elementOf(question, facts);
  return contents([
    paragraph(TURNED_OVER.about),
    decision.basis.packs.some(({ id }) => loadedPacks().has(id)) && paragraph(TURNED_OVER.loaded),
    shown(TURNED_OVER.call, callOf(question, facts, decision), TURNED_OVER.copyCall, ofAnswer),
    shown(TURNED_OVER.answer, asJson(decision), TURNED_OVER.copyAnswer, ofAnswer),
    ofAnswer.fallback,
    element && [shown(TURNED_OVER.element, element, TURNED_OVER.copyElement, ofElement), ofElement.fallback],
  ]);
}

function shown(title, code, label, { copier }) {
  const id = freshId();
  const text = textToCopy({ id, rows: Math.min(code.split("\n").length, MOST_LINES) });
  text.classList.add("code");
  text.value = code;
  return make(
    "div",
    { class: "govuk-form-group" },
    make("label", { class: "govuk-label govuk-label--s", for: id }, title),
    text,
    copier(label, () => code),
  );
}

/** A record has an id, a time and a salt of its own: with them the call makes the same one. */
function callOf(question, facts, { answer: { record } }) {
  const { id, createdAt, salt } = record ? JSON.parse(record.canonical) : {};
  const given = asJson({ ...facts, id, createdAt, salt });
  return `import { ${question} } from "safeguarding-rules";\n\nconst decision = ${question}(${given});`;
}

/**
 * The element that answers the same question, if one does. It counts from the present moment itself, and makes a record
 * of its own.
 */
function elementOf(question, { area, now, ...facts }) {
  const name = ELEMENTS[question];
  return name && `<${name} area="${area}" facts='${inQuotes(asJson(facts))}'></${name}>`;
}

function asJson(value) {
  return JSON.stringify(value, null, 2);
}

function inQuotes(text) {
  return text.replace(/[&']/g, (character) => `&#${character.charCodeAt()};`);
}
