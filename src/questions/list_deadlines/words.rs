//! The answer in one sentence.

use super::answer::{Deadline, Doubt};
use crate::text::dates::{moment, said};
use crate::text::sentences::{
    ALL_IN_TIME, AS_SOON_AS_PRACTICABLE, CANNOT_BE_SO, DONE_LATE, NEXT_BY, NO_DATE_YET, NO_DEADLINE, NOT_JUDGED, OVERDUE, PERHAPS_OVERDUE,
};
use crate::text::{Part, Said, Sentence};
use crate::value::limit::Limit;
use crate::value::moment::{Moment, end_of_day};
use crate::value::truth::Truth;

/// The deadline of which the heading speaks: of what is not done the first that is overdue, or else the first with a time; where
/// nothing has one, the first that is to be done without a number.
pub(super) fn first(deadlines: &[Deadline]) -> Option<&Deadline> {
    let open = || deadlines.iter().filter(|deadline| is_open(deadline));
    let dated = || open().find(|deadline| deadline.due.is_some());
    let without_number = || open().find(|deadline| deadline.limit == Some(Limit::AsSoonAsPracticable));
    open().find(|deadline| deadline.overdue && deadline.due.is_some()).or_else(dated).or_else(without_number)
}

/// Is it to be done? What cannot have been done as recorded is open once its time has passed.
fn is_open(deadline: &Deadline) -> bool {
    deadline.on_time.is_none() || deadline.overdue
}

/// What is next of that which is not done; where nothing of it has a date, why.
pub(super) fn heading(deadlines: &[Deadline], now: Option<Moment>) -> Said {
    let first_of = |judged: Truth| deadlines.iter().find(|deadline| deadline.on_time == Some(judged));
    let late = || first_of(Truth::No).map(|deadline| about(DONE_LATE, deadline));
    let not_judged = || {
        let unjudged = first_of(Truth::Unknown)?;
        Some(about(if unjudged.doubt == Some(Doubt::CannotBe) { CANNOT_BE_SO } else { NOT_JUDGED }, unjudged))
    };
    match first(deadlines).map(|deadline| (deadline, deadline.due)) {
        Some((deadline, Some(due))) => {
            let has_passed = now.is_some_and(|now| due.instant() < now.instant());
            let sentence = match (deadline.overdue, has_passed) {
                (true, _) => OVERDUE,
                // It may not be owed by then, so nobody is late.
                (false, true) => PERHAPS_OVERDUE,
                (false, false) => NEXT_BY,
            };
            sentence.with([what(deadline), ("due", said_due(due, deadline).into())])
        }
        Some((deadline, None)) => about(AS_SOON_AS_PRACTICABLE, deadline),
        None if deadlines.is_empty() => NO_DEADLINE.said(),
        None if deadlines.iter().any(is_open) => not_judged().unwrap_or(NO_DATE_YET.said()),
        None => late().or_else(not_judged).unwrap_or(ALL_IN_TIME.said()),
    }
}

fn about(sentence: &'static Sentence, deadline: &Deadline) -> Said {
    sentence.with([what(deadline)])
}

fn what(deadline: &Deadline) -> (&'static str, Part) {
    ("what", deadline.what.clone().into())
}

/// To the minute where it is given so, and where it does not end with its day.
fn said_due(due: Moment, deadline: &Deadline) -> Said {
    match deadline.aim_by.is_none() || deadline.held_back || due.instant() != end_of_day(due.date()).instant() {
        true => moment(due),
        false => said(due.date()),
    }
}
