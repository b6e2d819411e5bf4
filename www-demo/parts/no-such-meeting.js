// Where an area's documents do not know a meeting: said plainly, so that it is not taken for a meeting without rules.

import { heading, make, paragraph } from "../../pkg-config/npm/elements/parts/dom.js";
import { areasWith } from "./meetings.js";
import { linkTo } from "./router.js";

export function noSuchMeeting(title, meetings) {
  const areas = areasWith(meetings).map(({ label }) => label).join(", ");
  const element = make(
    "div",
    null,
    heading(1, "No rule here covers this meeting"),
    paragraph(`The documents of the area that you chose say nothing of this meeting: ${title}. That does not mean that it may not be held, nor that nothing is needed. Ask your safeguarding lead.`),
    paragraph(`These documents speak of it: ${areas}.`),
    paragraph(linkTo("which", "Find out which meeting this calls for")),
  );
  return { element, title: "No rule here covers this meeting" };
}
