// The two questions that come before any list of an area's documents: whose procedure, and which meeting.

import { make } from "safeguarding-rules/parts";
import { areaField } from "./areas.js";
import { meetingField } from "./meetings.js";

/**
 * `more` gives further fields for the area and the meeting that are chosen.
 * @typedef {import("safeguarding-rules/parts").Field} Field
 * @param {{ meetings?: object, more?: (area: any, meeting: any) => Field[] }} [settings]
 */
export function areaAndMeeting({ meetings = {}, more = () => [] } = {}) {
  const area = areaField();
  const meetingOf = meetingField(area, meetings);
  const element = make("div");
  let laid = [];

  // What stays is not moved: whoever answers with the keyboard keeps their place.
  function fields() {
    const meeting = meetingOf();
    const now = [area, ...(meeting ? [meeting, ...more(area.read(), meeting.read())] : [])];
    for (const field of laid) if (!now.includes(field)) field.element.remove();
    for (const field of now) if (!laid.includes(field)) element.append(field.element);
    laid = now;
    return laid;
  }

  fields();
  return { element, fields, area: () => area.read(), meeting: () => meetingOf()?.read() };
}
