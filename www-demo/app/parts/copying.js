// Copying to the clipboard; where that is refused, the text itself is there to select.

import { COMMON, button, make } from "safeguarding-rules/parts";
import { announce } from "./announce.js";

const SHOWN_FOR_MS = 4000;

/**
 * What makes buttons that copy, each of its label and of what gives its text, and the `fallback` that all of them
 * share.
 */
export function copying(onCopied) {
  const area = textToCopy({ "aria-label": COMMON.textToCopy });
  const fallback = make("div", { hidden: true }, area);

  async function copy(pressed, label, text) {
    try {
      await navigator.clipboard.writeText(text);
      fallback.hidden = true;
      pressed.textContent = COMMON.copied;
      setTimeout(() => (pressed.textContent = label), SHOWN_FOR_MS);
      announce(COMMON.copied);
      onCopied();
    } catch {
      fallback.hidden = false;
      area.value = text;
      area.focus();
      area.select();
      announce(COMMON.copyingRefused);
    }
  }

  return { fallback, copier: (label, textOf) => button(label, (event) => copy(event.currentTarget, label, textOf())) };
}

/** A text that is there to be read, scrolled and selected. */
export function textToCopy(properties) {
  return make("textarea", {
    class: "govuk-textarea text-to-copy",
    rows: "12",
    readonly: true,
    spellcheck: "false",
    ...properties,
  });
}
