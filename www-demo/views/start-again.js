// Start again: forgets the case, after saying so.

import { forget } from "../parts/case.js";
import { button, heading, make, paragraph } from "../../pkg-config/npm/elements/parts/dom.js";
import { restart } from "../parts/router.js";

const TITLE = "Start again?";

export function startAgain() {
  return { name: "start-again", title: TITLE, group: "guide", screen };
}

function screen() {
  const begin = () => {
    forget();
    restart("start");
  };
  return {
    element: make(
      "div",
      null,
      heading(1, TITLE),
      paragraph("Everything that was entered for this case is forgotten: answers, actions and records. It cannot be brought back, unless you have downloaded a copy."),
      make("div", { class: "govuk-button-group" }, button("Forget this case and start again", begin, { secondary: false }), button("Go back", () => window.history.back())),
    ),
  };
}
