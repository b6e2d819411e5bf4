//! The answer in sentences.

use super::answer::KnownOnly;
use super::outcome::Outcome;
use super::time::Timed;
use super::timing::Timing;
use crate::text::Said;
use crate::text::dates::{how_long, moment, said};
use crate::text::sentences::{
    ACT_NOW, ANSWER_AND_GIVE_SEVERAL, ANSWER_ONE, ANSWER_ONE_GIVE_ONE, ANSWER_ONE_GIVE_SEVERAL, ANSWER_SEVERAL, ANSWER_SEVERAL_GIVE_ONE,
    BY_DATE, BY_EARLIER, BY_NOW, BY_NOW_AT, BY_SAME_DAY, BY_TODAY, BY_TODAY_AT, BY_TODAY_NO_DATE, BY_TODAY_UNTIL_SETTLED, DISCUSSED,
    DISCUSSED_IN_TIME, DISCUSSED_LATE, GIVE_ONE_TIME, GIVE_TIMES, HOLD, IF_ALL_NO, IF_ALL_NO_TODAY, IF_BOTH_NO, IF_NO, IF_TODAY,
    NO_TIME_THEN, THEN_MEETING, THEN_WAS_HELD, THEN_WAS_HELD_IN_TIME, THEN_WAS_HELD_LATE, TIME_BY, TODAY, UNTIL_THEN, WAS_HELD,
    WAS_HELD_IN_TIME, WAS_HELD_LATE, WAS_HELD_PERHAPS_LATE,
};
use crate::value::distinct;
use crate::value::moment::{Moment, ReadAs};
use crate::value::timescale::Timescale;
use crate::value::truth::Truth;

/// How soon the meeting is to be held, in one sentence.
pub(super) fn heading(outcome: &Outcome<'_>, protect_now: bool) -> Said {
    let first = match outcome.held_at() {
        Some(at) => held(outcome, at),
        None => if protect_now { ACT_NOW } else { HOLD }.with([("by", by(outcome).into())]),
    };
    match (outcome.still_to_hold(), outcome.followed().filter(|(at, _)| outcome.held_at() != Some(*at))) {
        (Some(then), _) => THEN_MEETING.with([("first", first.into()), ("by", by_of_what_follows(outcome, then).into())]),
        (None, Some((at, in_time))) => {
            let date = said(at.date()).into();
            let due = || outcome.then().and_then(Timed::due_by).map(|due| ("due", said(due).into()));
            let first = ("first", first.into());
            match (in_time, due()) {
                (Truth::Yes, _) => THEN_WAS_HELD_IN_TIME.with([first, ("date", date)]),
                (Truth::No, Some(due)) => THEN_WAS_HELD_LATE.with([first, ("date", date), due]),
                _ => THEN_WAS_HELD.with([first, ("date", date)]),
            }
        }
        (None, None) => first,
    }
}

/// By when the whole meeting is to be held that follows a discussion.
fn by_of_what_follows(outcome: &Outcome<'_>, then: &Timed<'_>) -> Said {
    let (Some(due), Some(today)) = (then.due_by(), outcome.starts.today()) else { return when(then) };
    let date = ("date", said(due).into());
    match (then.has_passed(outcome.starts), then.exact_end().map(moment)) {
        (true, _) if !then.is_certain(outcome.starts) => BY_TODAY_UNTIL_SETTLED.with([("date", said(today).into())]),
        (true, Some(exact)) => BY_NOW_AT.with([("when", exact.into())]),
        (true, None) => BY_NOW.with([date]),
        (false, Some(exact)) if due == today => BY_TODAY_AT.with([("when", exact.into())]),
        (false, None) if due == today => BY_TODAY.with([date]),
        (false, _) => when(then),
    }
}

/// By when, as far as that is known, or how long there is.
fn by(outcome: &Outcome<'_>) -> Said {
    let timescale = outcome.timescale();
    let (Some(due), today) = (outcome.due_by(), outcome.starts.today()) else { return BY_TODAY_NO_DATE.said() };
    let exact = outcome.exact_end().map(moment);
    let passed = today.is_some_and(|today| due < today) || (exact.is_some() && outcome.has_passed());
    let date = || ("date", said(due).into());
    match (today, exact) {
        (Some(today), _) if due == today && outcome.starts.begun.earliest.is_none() => {
            BY_TODAY_UNTIL_SETTLED.with([("date", said(today).into())])
        }
        (Some(today), _) if passed && !outcome.is_settled() => match outcome.passed_in_any_case() {
            Some(end) => BY_NOW.with([("date", said(end.date()).into())]),
            None => BY_TODAY_UNTIL_SETTLED.with([("date", said(today).into())]),
        },
        (_, Some(exact)) if passed => BY_NOW_AT.with([("when", exact.into())]),
        _ if passed => BY_NOW.with([date()]),
        (Some(today), Some(exact)) if due == today => BY_TODAY_AT.with([("when", exact.into())]),
        (Some(today), None) if due == today => BY_TODAY.with([date()]),
        (_, Some(exact)) if outcome.earlier.is_some() => BY_EARLIER.with([("when", exact.into())]),
        (_, Some(exact)) => BY_DATE.with([("date", exact.into()), ("time", how_long(timescale).into())]),
        (_, None) if outcome.earlier.as_ref().is_some_and(|earlier| earlier.timescale.is_none()) => {
            BY_EARLIER.with([("when", said(due).into())])
        }
        (_, None) if timescale == Timescale::SameDay => BY_SAME_DAY.with([date()]),
        (_, None) => BY_DATE.with([date(), ("time", how_long(timescale).into())]),
    }
}

/// The end of a rule's time, and how long that is.
fn when(timed: &Timed<'_>) -> Said {
    let time = how_long(timed.time.timescale);
    match (timed.exact_end(), timed.due_by()) {
        (Some(exact), _) => BY_DATE.with([("date", moment(exact).into()), ("time", time.into())]),
        (None, Some(due)) => BY_DATE.with([("date", said(due).into()), ("time", time.into())]),
        (None, None) => time,
    }
}

/// That the meeting was held, and whether that was in time.
fn held(outcome: &Outcome<'_>, at: Moment) -> Said {
    let day = |date| said(date).into();
    let Some(due) = outcome.due_by() else { return WAS_HELD.with([("date", day(at.date()))]) };
    if outcome.then().is_some() && outcome.followed().is_none_or(|(meeting, _)| meeting != at) {
        let sentence = match outcome.in_time(at) {
            Truth::Yes => DISCUSSED_IN_TIME,
            Truth::No => DISCUSSED_LATE,
            Truth::Unknown => DISCUSSED,
        };
        return sentence.with([("date", day(at.date()))]);
    }
    let sentence = match outcome.in_time(at) {
        Truth::Yes => WAS_HELD_IN_TIME,
        Truth::No => WAS_HELD_LATE,
        Truth::Unknown => WAS_HELD_PERHAPS_LATE,
    };
    // On one day only the hour tells whether it was in time.
    match outcome.exact_end().filter(|end| end.date() == at.date() && at.read() != ReadAs::AsStartOfDay) {
        Some(end) => sentence.with([("date", moment(at).into()), ("due", moment(end).into())]),
        None => sentence.with([("date", day(at.date())), ("due", day(due))]),
    }
}

/// How to settle it, what to plan for until then, and what holds otherwise; nothing where nothing is asked.
///
/// Where it is not known whether the child needs protecting now, our advice is today, whatever the limit.
pub(super) fn advice(outcome: &Outcome<'_>, plan_today: bool) -> Option<Said> {
    if outcome.held_at().is_some() {
        return None;
    }
    let facts: usize = outcome.timings.iter().map(|timing| timing.ask_facts.len()).sum();
    let times = distinct(outcome.timings.iter().flat_map(|timing: &Timing<'_>| &timing.ask_times)).len();
    let plan = if plan_today { TODAY.said() } else { plan_for(outcome) };
    let advice = UNTIL_THEN.with([("settle", how_to_settle(facts, times)?.into()), ("plan", plan.into())]);
    if let Some(today) = outcome.if_recorded_today() {
        let sentence = if facts == 0 { IF_TODAY } else { IF_ALL_NO_TODAY };
        return Some(sentence.with([("advice", advice.into()), ("otherwise", within(&today).into())]));
    }
    let if_no = match facts {
        0 => return Some(advice),
        1 => IF_NO,
        2 => IF_BOTH_NO,
        _ => IF_ALL_NO,
    };
    Some(if_no.with([("advice", advice.into()), ("otherwise", otherwise(outcome).into())]))
}

fn how_to_settle(facts: usize, times: usize) -> Option<Said> {
    let settle = match (facts, times) {
        (0, 0) => return None,
        (0, 1) => GIVE_ONE_TIME.said(),
        (0, times) => GIVE_TIMES.with([("times", times.into())]),
        (1, 0) => ANSWER_ONE.said(),
        (facts, 0) => ANSWER_SEVERAL.with([("facts", facts.into())]),
        (1, 1) => ANSWER_ONE_GIVE_ONE.said(),
        (facts, 1) => ANSWER_SEVERAL_GIVE_ONE.with([("facts", facts.into())]),
        (1, times) => ANSWER_ONE_GIVE_SEVERAL.with([("times", times.into())]),
        (facts, times) => ANSWER_AND_GIVE_SEVERAL.with([("facts", facts.into()), ("times", times.into())]),
    };
    Some(settle)
}

fn plan_for(outcome: &Outcome<'_>) -> Said {
    match (outcome.due_by(), outcome.starts.today()) {
        (Some(due), Some(today)) if due <= today => TODAY.said(),
        (Some(due), _) => outcome.exact_end().map_or_else(|| said(due), moment),
        (None, _) => TODAY.said(),
    }
}

fn otherwise(outcome: &Outcome<'_>) -> Said {
    outcome.on_known_facts_only().map_or(NO_TIME_THEN.said(), |known| within(&known))
}

fn within(known: &KnownOnly) -> Said {
    let time = how_long(known.timescale);
    match known.due_instant.map(moment).or(known.due_by.map(said)) {
        Some(when) => TIME_BY.with([("time", time.into()), ("date", when.into())]),
        None => time,
    }
}
