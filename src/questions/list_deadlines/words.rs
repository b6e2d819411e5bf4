//! The answer in one sentence.

use super::answer::Deadline;
use crate::text::dates::{moment, said};
use crate::text::sentences::{ALL_IN_TIME, AS_SOON_AS_PRACTICABLE, DONE_LATE, NEXT_BY, NO_DATE_YET, NO_DEADLINE, NOT_JUDGED, OVERDUE};
use crate::text::{Part, Said, Sentence};
use crate::value::limit::Limit;
use crate::value::moment::{Moment, end_of_day};
use crate::value::truth::Truth;

/// What is next of that which is not done; where nothing of it has a date, why.
pub(super) fn heading(deadlines: &[Deadline]) -> Said {
    // What cannot have been done as recorded is open once its time has passed.
    let open: Vec<&Deadline> = deadlines.iter().filter(|deadline| deadline.on_time.is_none() || deadline.overdue).collect();
    let next = open.iter().find_map(|deadline| Some((deadline, deadline.due?)));
    let without_number = || open.iter().find(|deadline| deadline.limit == Some(Limit::AsSoonAsPracticable));
    let first_of = |judged: Truth| deadlines.iter().find(|deadline| deadline.on_time == Some(judged));
    let late = || first_of(Truth::No).map(|deadline| about(DONE_LATE, deadline));
    let not_judged = || first_of(Truth::Unknown).map(|deadline| about(NOT_JUDGED, deadline));
    match next {
        Some((deadline, due)) => {
            let sentence = if deadline.overdue { OVERDUE } else { NEXT_BY };
            sentence.with([what(deadline), ("due", said_due(due, deadline).into())])
        }
        None if deadlines.is_empty() => NO_DEADLINE.said(),
        None if open.is_empty() => late().or_else(not_judged).unwrap_or(ALL_IN_TIME.said()),
        None => without_number().map_or(NO_DATE_YET.said(), |deadline| about(AS_SOON_AS_PRACTICABLE, deadline)),
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
