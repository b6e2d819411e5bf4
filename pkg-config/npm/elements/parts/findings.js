// What a check of an action found, part by part: advice, never a score.

import { make, tag } from "./dom.js";
import { ACTION } from "../words.js";
import { capital } from "./letters.js";

export function findingItem({ criterion, met, text, mend }) {
  return make(
    "li",
    { class: "rule", "data-criterion": criterion },
    make("p", null, make("strong", null, capital(criterion)), " ", tag(met ? ACTION.met : ACTION.open, met ? "blue" : "grey")),
    make("p", null, text),
    mend && make("p", { class: "quiet" }, mend),
  );
}

export function warningItem({ text }) {
  return make("li", { class: "rule" }, make("p", null, text));
}
