//! Where people stand on a ladder. A step is done where it was said to be taken, and nowhere else.

use super::answer::State;
use super::rule::Own;
use crate::engine::stack::Held;

/// Where people stand on one ladder.
pub(super) struct Standing {
    /// The last step that was taken, where somebody said.
    last: Option<u32>,
    /// The steps that come next, in order: the one after the last, and a later one whose circumstances have come about.
    next: Vec<u32>,
}

impl Standing {
    /// On the ladder of these steps.
    pub(super) fn on(steps: &[&Held<'_, Own>], last: Option<u32>) -> Self {
        let come_about = |held: &&&Held<'_, Own>| !held.rule.cite.when.is_empty() && held.holds.is_yes();
        let reached = steps.iter().filter(come_about).map(|held| held.rule.own.step).max();
        let after_last = last.map_or(1, |last| last.saturating_add(1));
        let following = steps.iter().map(|held| held.rule.own.step).filter(|step| *step >= after_last).min();
        let next = match (reached, following) {
            // What was reached leaves out no step that is known not to have been taken.
            (Some(reached), Some(following)) if reached > following && last.is_some() => vec![following, reached],
            (Some(reached), Some(following)) => vec![reached.max(following)],
            (reached, following) => reached.or(following).into_iter().collect(),
        };
        Standing { last, next }
    }

    pub(super) fn state(&self, step: u32) -> State {
        if self.next.contains(&step) {
            State::Next
        } else if self.last.is_some_and(|last| step <= last) {
            State::Done
        } else if self.next.iter().any(|next| step < *next) {
            State::NotRecorded
        } else {
            State::Later
        }
    }
}
