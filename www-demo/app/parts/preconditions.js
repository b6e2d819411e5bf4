// What comes before a meeting, as `chooseMeeting` answers.

import { bullets, heading, section } from "safeguarding-rules/parts";
import { PRECONDITIONS, SHARED } from "../words.js";

export function preconditions({ preconditionsMet, preconditionsMissing }) {
  return section(
    SHARED.whatComesBefore,
    preconditionsMissing.length > 0 && [
      heading(3, PRECONDITIONS.missing),
      bullets(preconditionsMissing.map(({ question }) => question)),
    ],
    preconditionsMet.length > 0 && [
      heading(3, PRECONDITIONS.met),
      bullets(preconditionsMet.map(({ question }) => question)),
    ],
  );
}
