// An answer as plain text for case notes, read from the page itself, so that both say the same.

import { announce } from "./announce.js";
import { button, make } from "../../pkg-config/npm/elements/parts/dom.js";

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
    case "caption":
    case "summary":
      return lines.push("", wordsOf(element));
    case "thead":
      return;
    case "tr":
      return lines.push(`- ${[...element.cells].map(wordsOf).filter(Boolean).join(": ")}`);
    case "li":
    case "div":
      if (isGroup(element)) break;
      return lines.push(`${element.localName === "li" ? "- " : ""}${wordsOf(element)}`);
    case "p":
      return lines.push(wordsOf(element));
    case "legend":
      return lines.push(`- ${wordsOf(element)}`);
    default:
  }
  if (element.matches(".govuk-summary-list__row")) return lines.push([...element.children].filter((cell) => !cell.matches(LEFT_OUT)).map(wordsOf).join(": "));
  for (const child of element.children) write(child, lines);
  if (element.matches(".rule, .person, dl, ul")) lines.push("");
}

function isGroup(element) {
  return element.localName === "div" ? element.children.length > 0 : element.querySelector("p") !== null;
}

// As it is read: a quotation keeps its marks.
function wordsOf(element) {
  const words = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE || node.matches(LEFT_OUT)) return "";
    const inside = [...node.childNodes].map(words).join("");
    if (node.localName === "q") return `“${inside}”`;
    return node.matches(".govuk-tag") ? ` (${inside})` : inside;
  };
  return words(element).replace(/\s+/g, " ").trim();
}

/** A button that copies a text, and the text itself to select where copying is refused. */
export function copyButton(label, textOf, onCopied) {
  const area = make("textarea", { class: "govuk-textarea text-to-copy", rows: "12", readonly: true, "aria-label": "Text to copy", spellcheck: "false" });
  const fallback = make("div", { class: "not-in-notes", hidden: true }, area);
  const copy = async (event) => {
    const pressed = event.currentTarget;
    const text = textOf();
    try {
      await navigator.clipboard.writeText(text);
      fallback.hidden = true;
      pressed.textContent = "Copied";
      announce("Copied");
      onCopied();
    } catch {
      fallback.hidden = false;
      area.value = text;
      area.focus();
      area.select();
      announce("Copying was refused. The text is selected: copy it from here.");
    }
  };
  return { button: button(label, copy), fallback };
}
