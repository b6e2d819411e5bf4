// Start again: forgets the case, after saying so.

import { button, heading, make, paragraph } from "safeguarding-rules/parts";
import { beginAnew } from "../parts/router.js";
import { START_AGAIN } from "../words.js";

const TITLE = START_AGAIN.title;

export function startAgain() {
  return { name: "start-again", title: TITLE, group: "guide", screen };
}

function screen() {
  return {
    element: make(
      "div",
      null,
      heading(1, TITLE),
      paragraph(START_AGAIN.about),
      make(
        "div",
        { class: "govuk-button-group" },
        button(START_AGAIN.forget, () => beginAnew(), { secondary: false }),
        button(START_AGAIN.goBack, () => window.history.back()),
      ),
    ),
  };
}
