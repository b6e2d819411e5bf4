// What of an answer is compared: dates, moments, ids, force, settled or not. Never a sentence.
const ids = (entries) => entries.map(({ id }) => id);
const paths = (asked) => asked.map(({ path }) => path).sort();

export const SHOWN = {
  classifyConcern({ answer, settled, because, ask }) {
    const { timescale, dueBy, dueInstant, aimBy, onKnownFactsOnly: known, wouldBe, jointDueBy, perChild, withoutAddedHolidays } = answer;
    return {
      timescale, dueBy, dueInstant, aimBy, wouldBe, settled, withoutAddedHolidays, jointDueBy,
      overdue: ids(answer.overdue).sort(), nextLimit: answer.nextLimit && [answer.nextLimit.id, answer.nextLimit.dueBy],
      planned: answer.planned && [answer.planned.later, answer.planned.explained, answer.planned.missing],
      held: answer.held.map(({ full, counts }) => [full, counts]),
      rule: because[0]?.id ?? null,
      because: ids(because),
      ask: paths(ask), askedAges: paths(ask).filter((path) => /^children\[\d+\]\.age$/.test(path)),
      known: known ? [known.timescale, known.dueBy] : [timescale, dueBy],
      ifRecordedToday: answer.ifRecordedToday && [answer.ifRecordedToday.timescale, answer.ifRecordedToday.dueBy],
      perChild: perChild.map((child) => ({ ref: child.ref, timescale: child.timescale, dueBy: child.dueBy, settled: child.settled })),
    };
  },

  listAttendees({ answer, settled, because, ask }, facts) {
    const open = (list) => list === "optional" && ["strategy", "s47", "cp-conference"].includes(facts.meetingType);
    const entries = ["required", "expected", "optional", "excluded"].flatMap((list) =>
      answer[list].map((entry) =>
        [list, entry.agency, entry.force, ...(open(list) ? [] : [entry.settled ? "settled" : "unsettled"]), ...(entry.notYetInvited ? ["not_yet"] : []),
          ...(entry.keptAway ? ["kept_away"] : []), entry.part ?? "whole"].join("/")));
    const { quorate, allRequiredPresent, missing, chairValid, coordinatorValid } = answer;
    return {
      entries: entries.sort(), settled, quorate, allRequiredPresent, chairValid, coordinatorValid, missing: [...missing].sort(),
      because: ids(because), ask: paths(ask),
    };
  },

  listDeadlines({ answer, settled, because, ask }) {
    const who = (list) => list.map(({ id }) => id).sort();
    const isOneOfSeveral = (one) => answer.deadlines.filter((other) => other.duty === one.duty && !other.agency).length > 1;
    const name = (one) => (one.agency ? `${one.duty}/${one.agency}` : isOneOfSeveral(one) ? `${one.duty}/${one.rules[0]}` : one.duty);
    const deadlines = answer.deadlines.map((one) => [name(one), {
      force: one.force, due: one.due, dueBy: one.dueBy, aimBy: one.aimBy, by: who(one.by), to: who(one.to), notTo: who(one.notTo),
      provisional: one.provisional, wouldBe: one.wouldBe, heldBack: one.heldBack, withoutAddedHolidays: one.withoutAddedHolidays,
      overdue: one.overdue, onTime: one.onTime, cappedBy: one.cappedBy,
    }]);
    return { duties: deadlines.map(([duty]) => duty).sort(), deadlines: Object.fromEntries(deadlines), settled, because: ids(because), ask: paths(ask) };
  },

  chooseMeeting({ answer, settled, because, ask }) {
    const base = (list, wanted) => [...new Set(list.map((id) => id.split("/")[0]).filter((id) => wanted.test(id)))].sort();
    const meetings = answer.meetings.map((one) => [one.meeting, {
      verdict: one.verdict, inScope: one.inScope,
      criteria: base(one.criteriaMet, /^(HP.5\.1|NH.3[0-3]$)/), cohort: base(one.cohortMet, /^BF-P/),
      missing: one.preconditionsMissing.map(({ path, met }) => `${path}:${met}`).sort(),
    }]);
    const routes = Object.fromEntries(answer.routes.map((one) => [one.route, one.provisional ? "provisional" : "known"]));
    return { route: answer.route, routes, meetings: Object.fromEntries(meetings), settled, because: ids(because), ask: paths(ask) };
  },

  recordConsentBasis({ answer, settled, because, ask }) {
    const { record, consent, sharingBlocked, consentRequired, informFamily, preconditionMet, basesExcluded, purposeIsSafeguarding } = answer;
    return {
      missing: [...record.missing].sort(), complete: record.complete, consent, sharingBlocked, consentRequired, informFamily,
      preconditionMet, purposeIsSafeguarding, excluded: ids(basesExcluded).sort(), settled, because: ids(because), ask: paths(ask),
    };
  },

  resolveDisagreement({ answer, settled, because, ask }) {
    const steps = answer.ladders.flatMap((ladder) => ladder.steps.map((step) => [step.rule, step.provisional ? "provisional" : "known"]));
    const states = answer.ladders.flatMap((ladder) => ladder.steps.map((step) => [step.rule, step.state]));
    const ready = answer.ladders.flatMap((ladder) => ladder.steps.map((step) => [step.rule, step.ready]));
    return {
      ready: Object.fromEntries(ready), steps: Object.fromEntries(steps), states: Object.fromEntries(states),
      protectiveActionSuspended: answer.protectiveActionSuspended, settled, because: ids(because), ask: paths(ask),
    };
  },

  makeChecklist({ answer, settled, because, ask }) {
    const items = answer.items.map((one) => [one.id, `${one.force} ${one.provisional ? "provisional" : "known"}`]);
    const met = answer.items.map((one) => [one.id, one.met]);
    return { items: Object.fromEntries(items), met: Object.fromEntries(met), settled, because: ids(because), ask: paths(ask) };
  },

  reportQuarter({ answer, because }) {
    const measures = answer.measures.flatMap((measure) => measure.rows.map((row) =>
      [`${measure.id} ${row.agency ?? row.team ?? "all"}`, [row.of.number, row.count.number, row.notRecorded.number]]));
    const { meetings, provisionalLeftOut, outsideLeftOut, check } = answer;
    return {
      meetings: meetings.number, provisionalLeftOut, outsideLeftOut, measures: Object.fromEntries(measures),
      check: check.map(({ code }) => code).sort(), because: ids(because),
    };
  },

  checkAction({ answer, because }) {
    return { missing: [...answer.missing].sort(), complete: answer.complete, because: ids(because), findings: answer.findings.map(({ code }) => code) };
  },
};
