// Records: what a meeting or a decision leaves behind on file.

import { heading, make } from "safeguarding-rules/parts";
import { linkTo } from "../parts/router.js";
import { SHARED } from "../words.js";

const TITLE = SHARED.records;

/** `views` are the records that can be made, each `{ name, title, about }`. */
export function records(views) {
  return {
    name: "records",
    title: TITLE,
    group: "records",
    screen: () => ({ element: make("div", null, heading(1, TITLE), views.map(entry)) }),
  };
}

function entry({ name, title, about }) {
  return make(
    "div",
    { class: "entry" },
    make("h2", { class: "govuk-heading-m" }, linkTo(name, title)),
    make("p", { class: "govuk-body" }, about),
  );
}
