// Start: the guide, the commonest jobs beside it, and how old the rules are.

import { describePacks } from "safeguarding-rules";
import { heading, make, paragraph, section } from "../../pkg-config/npm/elements/parts/dom.js";
import { spokenDate } from "../../pkg-config/npm/elements/parts/dates.js";
import { addressOf, linkTo } from "../parts/router.js";
import { SHARED, START } from "../words.js";

const JOBS = [
  { name: "guide", title: SHARED.whenMustWeMeet },
  { name: "who", title: SHARED.whoMustBeThere },
  { name: "invited", title: START.invited },
];

export function start() {
  return { name: "start", title: START.title, group: "guide", screen };
}

function screen() {
  const begin = make("a", { class: "govuk-button", role: "button", draggable: "false", href: addressOf("guide") }, START.now);
  const jobs = make("ul", { class: "govuk-list" }, JOBS.map(({ name, title }) => make("li", null, linkTo(name, title))));
  return {
    element: make(
      "div",
      null,
      heading(1, START.title),
      paragraph(START.about),
      begin,
      section(START.questions, jobs),
      section(START.rules, howOld()),
    ),
  };
}

function howOld() {
  return describePacks().packs.map(({ title, label, supersededBy, checkedOn }) =>
    make(
      "div",
      { class: "rule" },
      make("p", null, make("strong", null, title)),
      make("p", null, label),
      supersededBy && make("p", null, START.replaced(supersededBy)),
      make("p", { class: "quiet" }, SHARED.lastChecked(spokenDate(checkedOn))),
    ),
  );
}
