// A plan beside an answer: sooner is always free, later needs a reason and the role of whoever decided.

import {
  bullets, button, choice, contents, inPlace, make, moment, paragraph, spokenMoment, tag, text,
} from "safeguarding-rules/parts";
import { laterInside } from "./later.js";
import { PLANNED, SHARED } from "../words.js";

const REASONS = [
  { value: "child-not-available", label: PLANNED.reasons.child },
  { value: "essential-agency-not-available", label: PLANNED.reasons.agency },
  { value: "information-awaited", label: PLANNED.reasons.information },
  { value: "sooner-would-be-unsafe", label: PLANNED.reasons.unsafe },
  { value: "interpreter-or-access-need", label: PLANNED.reasons.interpreter },
  { value: "recorded-elsewhere", label: PLANNED.reasons.elsewhere },
];

const STILL_TO_RECORD = { reason: PLANNED.missing.reason, decidedBy: PLANNED.missing.decidedBy };

/**
 * `what` names what is planned, such as "meeting"; `plan` is what was kept, `beside` what the library says of it, and
 * `keep` takes a plan, or undefined where there is none any more.
 */
export function planned({ what, plan, beside, keep }) {
  const form = inPlace(PLANNED.needsReason);
  form.open = Boolean(beside?.later && !beside.explained);
  laterInside(form, () => questions({ what, plan, keep }));
  return make("div", { class: "plan" }, ...contents([beside && said(beside), form]));
}

function questions({ what, plan, keep }) {
  const at = moment({
    question: PLANNED.when(what),
    name: PLANNED.date(what),
    required: PLANNED.required(what),
    mayBeAhead: true,
  });
  const reason = choice({ question: PLANNED.whyLater, hint: PLANNED.whyLaterHint, options: REASONS });
  const decidedBy = text({ question: PLANNED.whoDecided, hint: SHARED.aRole });
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
    keep({
      at: at.read(),
      ...(reason.read() && { reason: reason.read() }),
      ...(decidedBy.read() && { decidedBy: decidedBy.read() }),
    });
  };
  const buttons = make(
    "div",
    { class: "govuk-button-group" },
    button(PLANNED.keep, use),
    plan && button(PLANNED.drop, () => keep(undefined)),
  );
  return [at.element, reason.element, decidedBy.element, buttons];
}

function said({ at, later, explained, missing, reason, decidedBy }) {
  const when = spokenMoment(at.slice(0, 16));
  if (!later) return paragraph(make("strong", null, PLANNED.planned), `${when}.`);
  const why = [REASONS.find(({ value }) => value === reason)?.label, decidedBy && PLANNED.decidedBy(decidedBy)].filter(
    Boolean,
  );
  return [
    paragraph(
      make("strong", null, PLANNED.plannedLater),
      `${when}. `,
      !explained && tag(PLANNED.notExplained, "yellow"),
    ),
    why.length > 0 && bullets(why),
    missing.length > 0 && paragraph(PLANNED.stillToRecord(missing.map((field) => STILL_TO_RECORD[field]))),
  ];
}
