// What comes before a meeting, as `chooseMeeting` answers.

import { bullets, heading, section } from "../../pkg-config/npm/elements/parts/dom.js";

export function preconditions({ preconditionsMet, preconditionsMissing }) {
  return section(
    "What comes before",
    preconditionsMissing.length > 0 && [heading(3, "Still to come"), bullets(preconditionsMissing.map(({ question }) => question))],
    preconditionsMet.length > 0 && [heading(3, "There already"), bullets(preconditionsMet.map(({ question }) => question))],
  );
}
