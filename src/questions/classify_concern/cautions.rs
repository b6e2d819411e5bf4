//! What to bear in mind beside the answer.

use super::discussion::{Discussion, is_by};
use super::earlier::lengthening_required;
use super::elsewhere::Elsewhere;
use super::facts::Facts;
use super::outcome::Outcome;
use super::plan;
use super::rule::{From, Own};
use super::timing::Timing;
use crate::calendar::Day;
use crate::engine::children;
use crate::engine::decision::Caution;
use crate::pack::vocabulary::PackCaution;
use crate::text::dates::said;
use crate::text::sentences::{
    ACTION_TIME_MISSING, AIM_HAS_GONE, BANK_HOLIDAYS_ADDED, CALENDAR_EXCEEDED, CLOCK_SHOWS_IT_TWICE, CLOCK_SKIPS_IT, COMPLEX_NEEDS_REASON,
    CONFIRM_COMPLEXITY, DATE_REQUIRED, HELD_IN_PART, HELD_IN_PART_BEFORE, HELD_LATE, HELD_MEETS_THIS, HELD_OUT_OF_ORDER,
    HELD_TOLD_OTHERWISE, HELD_WHEN, HELD_WITH_WHOM, HELD_WITHOUT, HELD_WITHOUT_BEFORE, IDENTIFIED_TIME_MISSING, LAST_DAY_IS_TODAY,
    LAST_DAY_WAS, LENGTHENED_FROM, LENGTHENED_ON_RECORD, NEVER_ROLLED, NO_TIME_FOR_DANGER, NOT_SETTLED_PLAN_TODAY, OUT_OF_HOURS,
    READ_AS_LONDON, READ_AS_START_OF_DAY, RECEIPT_TIME_MISSING, TIME_IN_FUTURE, TIMES_OUT_OF_ORDER, TYPE_NOT_SINGLED_OUT,
};
use crate::text::{Part, listed};
use crate::value::distinct;
use crate::value::given::Lengthening;
use crate::value::moment::{Moment, ReadAs};
use crate::value::timescale::Timescale;
use crate::value::truth::Truth;

/// The codes of the cautions that put acting before meeting; a pack says when.
const PROTECT_NOW: &str = "protect-now";
const PROTECTION_NOT_KNOWN: &str = "protection-not-known";

/// Must somebody act before any meeting?
pub(super) fn to_protect_now(cautions: &[Caution]) -> bool {
    cautions.iter().any(|caution| *caution.code == *PROTECT_NOW)
}

/// Is it not known whether the child needs protecting now?
pub(super) fn to_plan_for_today(cautions: &[Caution]) -> bool {
    cautions.iter().any(|caution| *caution.code == *PROTECTION_NOT_KNOWN)
}

/// What to bear in mind, each thing once.
pub(super) fn all(outcome: &Outcome<'_>, elsewhere: &[Elsewhere<'_>]) -> Vec<Caution> {
    let mut all = of_each(outcome.facts, outcome.timings, elsewhere, outcome.earlier.is_some());
    // A partnership that stands on no document with a time for danger has none that anybody would be told of.
    if !outcome.stack.rules_of_the_day::<Own>().any(|(_, rule)| rule.own.is_within_the_day()) {
        all.push(Caution::of(NO_TIME_FOR_DANGER));
    }
    all.extend(plan::cautions(outcome));
    all.extend(of_held(outcome));
    if outcome.held_at().is_none() {
        all.extend(of_now(outcome));
        all.extend(of_the_day(outcome));
    } else {
        all.extend(of_what_follows(outcome));
    }
    all.extend(of_the_earlier_answer(outcome));
    all.extend(of_missing_times(outcome));
    all.extend(of_times_read(outcome));
    if outcome.facts.bank_holidays.as_ref().is_some_and(|holidays| !holidays.is_empty()) {
        all.push(Caution::of(BANK_HOLIDAYS_ADDED));
    }
    distinct(all)
}

/// What to bear in mind for everybody; what is not so of all names those of whom it is. No rule governs where an earlier answer holds.
pub(super) fn of_each(facts: &Facts, timings: &[Timing<'_>], elsewhere: &[Elsewhere<'_>], earlier_holds: bool) -> Vec<Caution> {
    let of_timing = |timing: &Timing<'_>| of_packs(timing, earlier_holds).into_iter().chain(of_types(timing)).collect();
    let of = |place: usize| {
        let timed = timings.iter().find(|timing| timing.concern.place == place).map(of_timing);
        let person = || elsewhere.iter().find(|person| person.concern.place == place).map(Elsewhere::cautions);
        timed.or_else(person).unwrap_or_default()
    };
    let references = facts.children.as_ref().map_or_else(|| vec![""], |each| each.iter().map(|child| &*child.r#ref).collect());
    children::cautions(references.into_iter().enumerate().map(|(place, reference)| (reference, of(place))).collect())
}

fn of_packs(timing: &Timing<'_>, earlier_holds: bool) -> Vec<Caution> {
    let time = &timing.governing().time;
    timing.concern.cautions(|caution: &PackCaution| {
        let governs = caution.governs.is_empty() || !earlier_holds && caution.governs.contains(&time.rule.cite.id);
        let over_days_off = !caution.over_days_off || time.count.is_some_and(|count| count.over_days_off);
        governs && over_days_off
    })
}

/// What a chosen kind of concern calls for: a question that it does not settle, or plain word that it changes nothing.
fn of_types(timing: &Timing<'_>) -> Vec<Caution> {
    let concern = &timing.concern;
    let mut cautions = Vec::new();
    if timing.lacks_reason() {
        cautions.push(Caution::of(COMPLEX_NEEDS_REASON));
    }
    if let Some(fact) = concern.types.iter().flat_map(|(_, kind)| &kind.asks).find(|fact| !concern.truth(fact).is_yes()) {
        cautions.push(Caution::with(CONFIRM_COMPLEXITY, [("question", concern.stack.question(fact).into())]));
    }
    let idle = concern.types.iter().filter(|(_, kind)| kind.asks.is_empty() && !kind.makes.iter().any(|fact| concern.has(fact)));
    cautions.extend(idle.map(|(_, kind)| Caution::with(TYPE_NOT_SINGLED_OUT, [("kind", (&kind.label).into())])));
    cautions
}

/// What is to be said of the discussions that were held.
fn of_held(outcome: &Outcome<'_>) -> Vec<Caution> {
    let mut cautions = Vec::new();
    for held in &outcome.held {
        if held.out_of_order {
            cautions.push(Caution::of(HELD_OUT_OF_ORDER));
        }
        if held.told_otherwise {
            cautions.push(Caution::of(HELD_TOLD_OTHERWISE));
        }
        cautions.extend(if is_history(held, outcome) { of_history(held) } else { of_who_took_part(held) });
    }
    if let Some(at) = outcome.held_at() {
        cautions.push(Caution::of(if outcome.in_time(at).is_no() { HELD_LATE } else { HELD_MEETS_THIS }));
    }
    if outcome.followed().is_some_and(|(_, in_time)| in_time.is_no()) {
        cautions.push(Caution::of(HELD_LATE));
    }
    cautions
}

/// Was a full discussion held later that counts? What was lacking before it orders nobody to hold another.
fn is_history(held: &Discussion<'_>, outcome: &Outcome<'_>) -> bool {
    let later = |at: Moment| outcome.held.iter().filter_map(Discussion::counts_at).any(|full| is_by(at, full.instant()).is_yes());
    held.counts_at().is_none() && held.told.at.is_some_and(later)
}

fn of_history(held: &Discussion<'_>) -> Option<Caution> {
    match held.full {
        Truth::No if held.lacking.is_empty() => Some(Caution::of(HELD_IN_PART_BEFORE)),
        Truth::No => Some(Caution::with(HELD_WITHOUT_BEFORE, [("names", names_of(held))])),
        _ => None,
    }
}

fn of_who_took_part(held: &Discussion<'_>) -> Option<Caution> {
    match held.full {
        Truth::No if held.lacking.is_empty() => Some(Caution::of(HELD_IN_PART)),
        Truth::No => Some(Caution::with(HELD_WITHOUT, [("names", names_of(held))])),
        Truth::Unknown => Some(Caution::of(HELD_WITH_WHOM)),
        Truth::Yes if held.told.at.is_none() || held.without_a_time => Some(Caution::of(HELD_WHEN)),
        Truth::Yes => None,
    }
}

fn names_of(held: &Discussion<'_>) -> Part {
    listed(held.lacking.iter().map(|name| name.as_str().into()))
}

/// That the whole meeting which follows a discussion is due today, or was due.
fn of_what_follows(outcome: &Outcome<'_>) -> Option<Caution> {
    let then = outcome.still_to_hold()?;
    let (today, due) = (outcome.starts.today()?, then.due_by()?);
    if !then.has_passed(outcome.starts) {
        (due == today).then(|| Caution::of(LAST_DAY_IS_TODAY))
    } else if then.is_certain(outcome.starts) {
        Some(Caution::with(LAST_DAY_WAS, [("date", said(due).into())]))
    } else {
        Some(Caution::of(NOT_SETTLED_PLAN_TODAY))
    }
}

fn of_now(outcome: &Outcome<'_>) -> Option<Caution> {
    let (today, due) = (outcome.starts.today()?, outcome.due_by()?);
    if outcome.earlier.is_none() && outcome.starts.begun.earliest.is_none() {
        Some(Caution::of(NOT_SETTLED_PLAN_TODAY))
    } else if due == today && !outcome.has_passed() {
        Some(Caution::of(LAST_DAY_IS_TODAY))
    } else if due > today {
        None
    } else if outcome.is_settled() {
        Some(Caution::with(LAST_DAY_WAS, [("date", said(due).into())]))
    } else {
        Some(Caution::of(NOT_SETTLED_PLAN_TODAY))
    }
}

fn of_the_day(outcome: &Outcome<'_>) -> Vec<Caution> {
    let (time, calendar, starts) = (&outcome.timing.governing().time, outcome.calendar, outcome.starts);
    let same_day = time.timescale == Timescale::SameDay;
    let runs_on = matches!(time.timescale, Timescale::Hours(_) | Timescale::Days(_));
    let mut cautions = Vec::new();
    if same_day {
        cautions.push(Caution::of(NEVER_ROLLED));
    }
    let began = time.count.map(|count| count.began).or(starts.today_for_want_of_a_start());
    let off = began.is_some_and(|began| same_day || runs_on || calendar.day(began) != Day::Working);
    let mut asked_at = starts.asked_at().peekable();
    if off || asked_at.peek().is_none() || !asked_at.all(|at| calendar.is_in_office_hours(at)) {
        cautions.push(Caution::of(OUT_OF_HOURS));
    }
    let Some(count) = &time.count else { return cautions };
    if count.beyond_knowledge {
        let (from, until) = (said(calendar.known_from).into(), said(calendar.known_until).into());
        cautions.push(Caution::with(CALENDAR_EXCEEDED, [("from", from), ("until", until)]));
    }
    let reached = [starts.begun.received, starts.now].into_iter().flatten().map(|at| at.date()).max();
    if outcome.aim_by().zip(reached).is_some_and(|(aim, reached)| aim < reached) {
        cautions.push(Caution::of(AIM_HAS_GONE));
    }
    cautions
}

fn of_the_earlier_answer(outcome: &Outcome<'_>) -> Option<Caution> {
    if outcome.earlier.is_some() {
        return Some(lengthening_required(outcome.facts));
    }
    let is_agreed = outcome.facts.lengthening.as_ref().is_some_and(Lengthening::releases);
    let lengthened = outcome.facts.previous_result.is_some() && is_agreed;
    let before = outcome.facts.previous_result.as_ref().and_then(|earlier| earlier.due_by);
    let moved = before.map(|at| at.date()).zip(outcome.due_by()).filter(|(before, after)| before < after);
    lengthened.then(|| match moved {
        Some((before, after)) => Caution::with(LENGTHENED_FROM, [("before", said(before).into()), ("after", said(after).into())]),
        None => Caution::of(LENGTHENED_ON_RECORD),
    })
}

fn of_missing_times(outcome: &Outcome<'_>) -> Vec<Caution> {
    let starts = outcome.starts;
    if starts.begun.earliest.is_none() {
        return vec![Caution::of(DATE_REQUIRED)];
    }
    let used = |from: From| outcome.in_force().any(|timed| timed.time.from == from);
    let missing = [
        (starts.begun.identified.is_none(), IDENTIFIED_TIME_MISSING),
        (starts.begun.received.is_none() && used(From::ReferralReceived), RECEIPT_TIME_MISSING),
        (starts.begun.action.is_none() && used(From::ImmediateAction), ACTION_TIME_MISSING),
    ];
    missing.into_iter().filter(|(applies, _)| *applies).map(|(_, sentence)| Caution::of(sentence)).collect()
}

fn of_times_read(outcome: &Outcome<'_>) -> Vec<Caution> {
    let (facts, starts) = (outcome.facts, outcome.starts);
    let given = [facts.concerns_identified_at, facts.referral_received_at, facts.immediate_action_at, facts.now];
    let any = |read: ReadAs| given.iter().flatten().any(|at| at.read() == read);
    let cautions = [
        (starts.received_before_identified, TIMES_OUT_OF_ORDER),
        (starts.in_future, TIME_IN_FUTURE),
        (any(ReadAs::AsLondon), READ_AS_LONDON),
        (any(ReadAs::AsStartOfDay), READ_AS_START_OF_DAY),
        (any(ReadAs::Ambiguous), CLOCK_SHOWS_IT_TWICE),
        (any(ReadAs::NonExistent), CLOCK_SKIPS_IT),
    ];
    cautions.into_iter().filter(|(applies, _)| *applies).map(|(_, sentence)| Caution::of(sentence)).collect()
}
