//! The answer in one sentence.

use super::answer::{Ladder, State, Step};
use crate::text::sentences::{EVERY_STEP_TAKEN, NEXT_STEP, NEXT_STEP_NEEDS, NEXT_STEP_OVERDUE, NEXT_STEP_RECORD_FIRST, NO_NEXT_STEP};
use crate::text::{Said, dates};

/// The step of which the heading speaks.
pub(super) fn first(next: &[Step]) -> Option<&Step> {
    next.iter().find(|step| step.overdue && step.due.is_some()).or(next.first())
}

/// What comes next; a step whose time has passed comes first.
pub(super) fn heading(next: &[Step], ladders: &[Ladder]) -> Said {
    let step = |step: &Step| ("step", step.text.clone().into());
    match first(next) {
        None if ladders.iter().flat_map(|ladder| &ladder.steps).any(|step| step.state == State::Done) => EVERY_STEP_TAKEN.said(),
        None => NO_NEXT_STEP.said(),
        Some(first) => match (first.due.filter(|_| first.overdue), first.needs.as_slice()) {
            (Some(due), _) => NEXT_STEP_OVERDUE.with([("since", dates::moment(due).into()), step(first)]),
            (None, []) => NEXT_STEP.with([step(first)]),
            (None, [need, ..]) => {
                let whole = NEXT_STEP_NEEDS.with([step(first), ("need", need.question.clone().into())]);
                if whole.is_taken_in_at_once() { whole } else { NEXT_STEP_RECORD_FIRST.with([step(first)]) }
            }
        },
    }
}
