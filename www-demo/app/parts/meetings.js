// The meetings, as the page names them, and where each is planned.

import { chooseMeeting, describePacks } from "safeguarding-rules";
import { choice, make } from "safeguarding-rules/parts";
import { addressOf } from "./router.js";
import { MEETINGS, SHARED } from "../words.js";

const TITLES = {
  strategy: SHARED.strategyMeetingOrDiscussion,
  s47: SHARED.section47,
  mash: SHARED.mash,
  "cp-conference": SHARED.conference,
  "mdt-countywide": MEETINGS.mdtCountywide,
  "mdt-locality": MEETINGS.mdtLocality,
  "tac-initial": MEETINGS.tacFirst,
  "tac-review": MEETINGS.tacReview,
  professionals: SHARED.professionalsMeeting,
};

/** The view, and its part, that leads to a meeting or to what stands in its place. */
const PLANNED_IN = {
  strategy: ["guide", "concern"],
  s47: ["who"],
  mash: ["who"],
  "cp-conference": ["who"],
  escalation: ["disagreement"],
  "agency-escalation": ["disagreement"],
  professionals: ["professionals"],
  "mdt-countywide": ["mdt"],
  "mdt-locality": ["mdt"],
  "tac-initial": ["tac"],
  "tac-review": ["tac"],
  "engagement-plan": ["tac"],
};

export function titleOf(meeting) {
  return TITLES[meeting] ?? titleOfOwn(meeting);
}

/** A kind of meeting that a loaded pack declares, by the name that it has there. */
function titleOfOwn(meeting) {
  const name = describePacks().meetingTypes.find(({ id }) => id === meeting)?.label.replace(/^the /, "") ?? meeting;
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** A link that plans what a route leads to, or nothing where this page does not plan it. */
export function planLink(route, text) {
  const [view, part] = PLANNED_IN[route] ?? [];
  return view && make("a", { class: "govuk-link", href: addressOf(view, part) }, text);
}

/** The meetings that an area's documents speak of. */
export function meetingsOf(area) {
  return chooseMeeting({ area }).answer.meetings.map(({ meeting }) => meeting);
}

/** The areas whose documents speak of any of these meetings. */
export function areasWith(meetings) {
  return describePacks().areas.filter(({ id }) => meetingsOf(id).some((meeting) => meetings.includes(meeting)));
}

/** The question which meeting, of those that the chosen area's documents speak of. */
export function meetingField(area, settings = {}) {
  const byArea = new Map();
  return () => {
    const id = area.read();
    if (id === undefined) return null;
    if (!byArea.has(id)) byArea.set(id, fieldFor(id, settings));
    return byArea.get(id);
  };
}

function fieldFor(area, settings) {
  return choice({
    path: "meetingType",
    question: SHARED.whichMeeting,
    options: meetingsOf(area).map((meeting) => ({ value: meeting, label: titleOf(meeting) })),
    required: SHARED.whichMeetingRequired,
    ...settings,
  });
}
