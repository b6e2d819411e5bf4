//! The answer in one sentence.

use super::answer::{Ladder, State, Step};
use crate::text::sentences::{EVERY_STEP_TAKEN, NEXT_STEP, NEXT_STEP_NEEDS, NEXT_STEP_OVERDUE, NEXT_STEP_RECORD_FIRST, NO_NEXT_STEP};
use crate::text::{Said, dates};

/// What comes next; a step whose time has passed comes first.
pub(super) fn heading(next: &[Step], ladders: &[Ladder]) -> Said {
    let step = |step: &Step| ("step", step.text.clone().into());
    if let Some((late, due)) = next.iter().filter(|step| step.overdue).find_map(|step| Some((step, step.due?))) {
        return NEXT_STEP_OVERDUE.with([("since", dates::moment(due).into()), step(late)]);
    }
    match next {
        [] if ladders.iter().flat_map(|ladder| &ladder.steps).any(|step| step.state == State::Done) => EVERY_STEP_TAKEN.said(),
        [] => NO_NEXT_STEP.said(),
        [first, ..] => match first.needs.as_slice() {
            [] => NEXT_STEP.with([step(first)]),
            [need, ..] => {
                let whole = NEXT_STEP_NEEDS.with([step(first), ("need", need.question.clone().into())]);
                if whole.is_taken_in_at_once() { whole } else { NEXT_STEP_RECORD_FIRST.with([step(first)]) }
            }
        },
    }
}
