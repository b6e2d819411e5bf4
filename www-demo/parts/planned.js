// A plan beside an answer: sooner is always free, later needs a reason and the role of whoever decided.

import { spokenMoment } from "./dates.js";
import { bullets, button, contents, inPlace, make, paragraph, tag } from "./dom.js";
import { choice, moment, text } from "./fields.js";

const REASONS = [
  { value: "child-not-available", label: "The child is not available" },
  { value: "essential-agency-not-available", label: "An agency that is essential is not available" },
  { value: "information-awaited", label: "Information is awaited" },
  { value: "sooner-would-be-unsafe", label: "Sooner would be unsafe" },
  { value: "interpreter-or-access-need", label: "An interpreter or an access need" },
  { value: "recorded-elsewhere", label: "Another reason, recorded elsewhere" },
];

const STILL_TO_RECORD = { reason: "the reason", decidedBy: "who decided it, by role" };

/**
 * `what` names what is planned, such as "meeting"; `plan` is what was kept, `beside` what the library says of it, and
 * `keep` takes a plan, or undefined where there is none any more.
 */
export function planned({ what, plan, beside, keep }) {
  const at = moment({ question: `When is the ${what} planned?`, name: `date the ${what} is planned`, required: `Enter the date the ${what} is planned`, mayBeAhead: true });
  const reason = choice({ question: "Why later?", hint: "Only where it is later than the answer says.", options: REASONS });
  const decidedBy = text({ question: "Who decided that?", hint: "A role, not a name." });
  at.set(plan?.at);
  reason.set(plan?.reason);
  decidedBy.set(plan?.decidedBy);
  const use = () => {
    at.clearProblem();
    const problem = at.problem();
    if (problem) {
      at.showProblem(problem);
      return at.focus();
    }
    keep({ at: at.read(), ...(reason.read() && { reason: reason.read() }), ...(decidedBy.read() && { decidedBy: decidedBy.read() }) });
  };
  const form = inPlace(
    "Going later than this needs a reason",
    at.element,
    reason.element,
    decidedBy.element,
    make("div", { class: "govuk-button-group" }, button("Keep this plan", use), plan && button("No plan any more", () => keep(undefined))),
  );
  const isOpen = beside?.later && !beside.explained;
  if (isOpen) form.open = true;
  return make("div", { class: "plan" }, ...contents([beside && said(beside), form]));
}

function said({ at, later, explained, missing, reason, decidedBy }) {
  const when = spokenMoment(at.slice(0, 16));
  if (!later) return paragraph(make("strong", null, "Planned: "), `${when}.`);
  const why = [REASONS.find(({ value }) => value === reason)?.label, decidedBy && `Decided by: ${decidedBy}`].filter(Boolean);
  return [
    paragraph(make("strong", null, "Planned, later than the answer says: "), `${when}. `, !explained && tag("Not explained", "yellow")),
    why.length > 0 && bullets(why),
    missing.length > 0 && paragraph(`Still to record: ${missing.map((field) => STILL_TO_RECORD[field]).join(", and ")}.`),
  ];
}
