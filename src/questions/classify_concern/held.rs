//! Which of the discussions that were held met a limit, and what would tell.

use super::answer::HeldAnswer;
use super::discussion::{Discussion, as_told, first_of, is_by};
use super::outcome::Outcome;
use super::rule::Stage;
use crate::engine::decision::Ask;
use crate::text::listed;
use crate::text::sentences::{ASK_HELD_AT, ASK_WHO_TOOK_PART};
use crate::value::distinct;
use crate::value::moment::Moment;
use crate::value::truth::Truth;

impl Outcome<'_> {
    /// The first discussion that counts, and when it was held.
    pub(super) fn held_at(&self) -> Option<Moment> {
        first_of(&self.held)
    }

    /// Is it the whole meeting that followed an earlier discussion?
    fn follows(&self, held: &Discussion<'_>) -> bool {
        held.told.stage == Stage::Meeting && held.counts_at() != self.held_at()
    }

    /// When the whole meeting was held that follows a discussion, and whether that was in time.
    pub(super) fn followed(&self) -> Option<(Moment, Truth)> {
        let meetings = self.held.iter().filter(|held| held.told.stage == Stage::Meeting);
        let counted = meetings.filter_map(|held| Some((held.counts_at()?, self.was_in_time(held)?)));
        counted.min_by_key(|(at, _)| at.instant())
    }

    /// Was a discussion held in time, where it counts? A meeting that follows an earlier one has a time of its own.
    fn was_in_time(&self, held: &Discussion<'_>) -> Option<Truth> {
        let at = held.counts_at()?;
        let Some(then) = self.then().filter(|_| self.follows(held)) else { return Some(self.in_time(at)) };
        let by = is_by(at, then.end(self.starts)?.instant());
        Some(if by.is_no() && !then.is_certain(self.starts) { Truth::Unknown } else { by })
    }

    /// Was it held in time? Not known while the last day is not settled and a later one would do.
    pub(super) fn in_time(&self, at: Moment) -> Truth {
        let end = self.end().filter(|_| self.starts.begun.earliest.is_some()).map(|end| end.instant());
        match end.map(|end| is_by(at, end)) {
            Some(Truth::Yes) => Truth::Yes,
            _ if self.certainly_passed(at) => Truth::No,
            _ => Truth::Unknown,
        }
    }

    /// Had a limit certainly passed at that moment? A provisional one never had (AMB-16).
    fn certainly_passed(&self, at: Moment) -> bool {
        let passed = |end: Moment| is_by(at, end.instant()).is_no();
        let earlier = self.earlier.as_ref().and_then(|earlier| earlier.due);
        let certain = self.in_force().filter(|timed| timed.is_certain(self.starts));
        earlier.is_some_and(passed) || certain.filter_map(|timed| timed.end(self.starts)).any(passed)
    }

    /// The discussions, as answers tell them.
    pub(super) fn held_answers(&self) -> Vec<HeldAnswer> {
        let answer = |held: &Discussion<'_>| HeldAnswer {
            at: held.told.at.map(as_told),
            full: held.full,
            lacking: held.lacking.clone(),
            counts: held.counts_at().is_some(),
            in_time: self.was_in_time(held),
        };
        self.held.iter().map(answer).collect()
    }

    /// What would tell whether a discussion counts, where none does yet.
    pub(super) fn ask_held(&self) -> Vec<Ask> {
        if self.held_at().is_some() {
            return Vec::new();
        }
        let of = |(index, held): (usize, &Discussion<'_>)| {
            let needed = distinct(self.timings.iter().flat_map(|timing| timing.concern.minimum()));
            let names = listed(needed.iter().map(|needed| self.stack.person(needed).into()));
            let who =
                held.full.is_unknown().then(|| Ask::new(format!("held[{index}].agencies"), ASK_WHO_TOOK_PART.with([("names", names)])));
            let is_open = held.told.at.is_none() || held.without_a_time;
            let when = (is_open && !held.full.is_no()).then(|| Ask::new(format!("held[{index}].at"), ASK_HELD_AT.said()));
            who.into_iter().chain(when)
        };
        self.held.iter().enumerate().flat_map(of).collect()
    }
}
