// Where an area's documents do not know a meeting: said plainly, so that it is not taken for a meeting without rules.

import { heading, make, paragraph } from "safeguarding-rules/parts";
import { areasWith } from "./meetings.js";
import { linkTo } from "./router.js";
import { NO_SUCH_MEETING } from "../words.js";

export function noSuchMeeting(title, meetings) {
  const areas = areasWith(meetings).map(({ label }) => label).join(", ");
  const element = make(
    "div",
    null,
    heading(1, NO_SUCH_MEETING.title),
    paragraph(NO_SUCH_MEETING.explained(title)),
    paragraph(NO_SUCH_MEETING.areas(areas)),
    paragraph(linkTo("which", NO_SUCH_MEETING.findOut)),
  );
  return { element, title: NO_SUCH_MEETING.title };
}
