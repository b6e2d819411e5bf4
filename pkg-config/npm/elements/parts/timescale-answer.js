// How soon the meeting must be held, as an answer shows it.

import { daysBetween, presentMoment, spokenDate } from "./dates.js";
import { make, paragraph, section, tag } from "./dom.js";
import { spokenTimescale } from "./limits.js";
import { counted } from "./rules.js";
import { COMMON, TIMESCALE } from "../words.js";

/** The answer's `{ title, top, reasonsWithDates, afterReasons }`. What is not known to be a no is treated as a need to protect. */
export function timescaleAnswer(decision, facts) {
  const { answer } = decision;
  const protecting = facts.concerns?.immediateProtectionNeeded !== false;
  const today = presentMoment().london.slice(0, 10);
  const advice = answer.advice && make("p", { class: "govuk-inset-text" }, answer.advice);
  return {
    title: protecting ? TIMESCALE.today : answer.heading,
    top: protecting
      ? section(TIMESCALE.atTheLatest, make("p", { class: "outer-limit" }, outerLimit(answer, today)), tags(answer, decision.settled, today), limits(decision), advice)
      : [tags(answer, decision.settled, today), limits(decision), advice, suggestion(answer, today)],
    reasonsWithDates: !protecting,
    afterReasons: counted(answer.counted),
  };
}

function outerLimit({ dueBy, timescale }, today) {
  if (dueBy && dueBy < today) return TIMESCALE.lastDay(spokenDate(dueBy));
  return [dueBy && spokenDate(dueBy), timescale && spokenTimescale(timescale)].filter(Boolean).join(", ");
}

function tags(answer, settled, today) {
  return make("p", { class: "tags" }, closeness(answer, today), " ", !settled && tag(COMMON.notSettled, "yellow"));
}

/** A limit is only called late where the library says that it has passed: one that is not settled never is. */
function closeness({ dueBy, timescale, overdue }, today) {
  if (overdue.length > 0) {
    const days = Math.max(...overdue.map((limit) => daysBetween(limit.dueBy, today)));
    return tag(TIMESCALE.late(days), "red");
  }
  const days = dueBy ? daysBetween(today, dueBy) : undefined;
  if (days <= 0) return tag(TIMESCALE.isToday, "blue");
  if (days === 1) return tag(TIMESCALE.isTomorrow, "blue");
  return timescale && tag(spokenTimescale(timescale), "blue");
}

function suggestion({ aimBy, dueBy }, today) {
  return aimBy && aimBy < dueBy && aimBy >= today && paragraph(TIMESCALE.suggestion(spokenDate(aimBy)));
}

/** Limits that have passed, and the next one, each in the words of its rule. */
function limits({ answer, because, alsoApplies }) {
  const sentence = (id) => [...because, ...alsoApplies].find((rule) => rule.id === id)?.sentence ?? "";
  const line = (word, limit) => paragraph(make("strong", null, `${word}: `), `${spokenDate(limit.dueBy)}. `, sentence(limit.id));
  const next = answer.overdue.length > 0 && answer.nextLimit;
  return [answer.overdue.map((limit) => line(TIMESCALE.passed, limit)), next && line(TIMESCALE.nextLimit, next)];
}
