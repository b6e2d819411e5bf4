// Start: the guide, the commonest jobs beside it, and how old the rules are.

import { describePacks } from "safeguarding-rules";
import { heading, make, paragraph, section } from "../../pkg-config/npm/elements/parts/dom.js";
import { spokenDate } from "../../pkg-config/npm/elements/parts/dates.js";
import { addressOf, linkTo } from "../parts/router.js";

const JOBS = [
  { name: "guide", title: "When must we meet?" },
  { name: "who", title: "Who must be there?" },
  { name: "invited", title: "I have been invited: what do I do?" },
];

export function start() {
  return { name: "start", title: "Plan a safeguarding meeting", group: "guide", screen };
}

function screen() {
  const begin = make("a", { class: "govuk-button", role: "button", draggable: "false", href: addressOf("guide") }, "Start now");
  const jobs = make("ul", { class: "govuk-list" }, JOBS.map(({ name, title }) => make("li", null, linkTo(name, title))));
  return {
    element: make(
      "div",
      null,
      heading(1, "Plan a safeguarding meeting"),
      paragraph("How soon to meet, who must be there, what must be ready and what must be recorded: each answer with the document and the paragraph it rests on."),
      begin,
      section("The commonest questions", jobs),
      section("Which rules, and how old", howOld()),
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
      supersededBy && make("p", null, `What it cites was replaced by ${supersededBy}. Check your partnership’s current procedure.`),
      make("p", { class: "quiet" }, `Last checked on ${spokenDate(checkedOn)}.`),
    ),
  );
}
