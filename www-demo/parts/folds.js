// The parts of an answer that stand closed under its card, each with how much is in it. What somebody opens stays open.

import { contents, heading, make } from "../../pkg-config/npm/elements/parts/dom.js";

const opened = new Set();

/** A closed part of an answer, or nothing where nothing is in it; `amount` says how much that is, such as "3 rules". */
export function fold(title, amount, ...inside) {
  const content = contents(inside);
  if (content.length === 0) return null;
  const remember = ({ currentTarget }) => (currentTarget.open ? opened.add(title) : opened.delete(title));
  const summary = make("summary", { class: "fold__summary" }, heading(2, title), amount && make("span", { class: "fold__amount" }, amount));
  return make("section", null, make("details", { class: "fold", open: opened.has(title), ontoggle: remember }, summary, make("div", { class: "fold__inside" }, content)));
}
