//! Somebody of whom no strategy meeting is held, because they are certainly an adult: they are told the route that is theirs,
//! and take nothing away from the children beside them (AMB-67, AMB-68).

use super::answer::{ChildAnswer, HowSoon};
use super::concern::Concern;
use super::earlier::{EarlierAnswer, lengthening_required};
use super::facts::{Child, Facts};
use super::starts::Starts;
use super::tell_doubts;
use super::timing::Timing;
use crate::engine::decision::{Caution, Cited, Decision, Reasons, says};
use crate::engine::stack::{Held, Stack};
use crate::questions::choose_meeting::rule as choose_meeting;
use crate::text::dates::said;
use crate::text::sentences::{ANOTHER_ROUTE, BY_EARLIER, HOLD};
use crate::value::distinct;

/// A person, and the rule by which no strategy meeting is held for them.
pub(super) struct Elsewhere<'c> {
    pub rule: Held<'c, choose_meeting::Own>,
    pub concern: Concern<'c>,
}

impl Elsewhere<'_> {
    fn answer(&self) -> ChildAnswer {
        ChildAnswer { because: vec![self.rule.cited()], ..ChildAnswer::without_time(self.concern.reference) }
    }

    /// What to bear in mind for them. Nothing is still to be found out for a meeting that is not theirs.
    pub(super) fn cautions(&self) -> Vec<Caution> {
        self.concern.cautions(|caution| caution.governs.is_empty() && !caution.over_days_off && caution.when_unknown.is_empty())
    }
}

/// The rules by which they have another route, each once.
pub(super) fn cited(elsewhere: &[Elsewhere<'_>]) -> Vec<Cited> {
    distinct(elsewhere.iter().map(|person| person.rule.cited()))
}

/// Everybody's answer, in the order in which they were named, of a child too for whom the documents give no time.
pub(super) fn with_each(facts: &Facts, timings: &[Timing<'_>], elsewhere: &[Elsewhere<'_>], starts: &Starts) -> Vec<ChildAnswer> {
    let of = |(place, child): (usize, &Child)| {
        let timed = timings.iter().find(|timing| timing.concern.place == place).map(|timing| timing.for_child(starts));
        let person = || elsewhere.iter().find(|person| person.concern.place == place).map(Elsewhere::answer);
        timed.or_else(person).unwrap_or_else(|| ChildAnswer::without_time(&child.r#ref))
    };
    facts.children.iter().flatten().enumerate().map(of).collect()
}

/// Nobody of whom a strategy meeting is held: the answer says so, and says where to go without delay. An earlier answer that
/// gave a time stands beside it until somebody records who agreed that it goes, and why.
pub(super) fn decision(
    facts: &Facts,
    stack: &Stack,
    first: &Elsewhere<'_>,
    elsewhere: &[Elsewhere<'_>],
    mut cautions: Vec<Caution>,
    earlier: Option<EarlierAnswer>,
) -> Decision<HowSoon> {
    cautions.extend(earlier.as_ref().map(|_| lengthening_required(facts)));
    let due = earlier.as_ref().and_then(|earlier| earlier.due);
    let heading = match due {
        // The day that still holds goes first; the other route stands in what it rests on.
        Some(due) => HOLD.with([("by", BY_EARLIER.with([("when", said(due.date()).into())]).into())]),
        None => ANOTHER_ROUTE.with([("rule", says(first.rule.rule).into())]),
    };
    let per_child = with_each(facts, &[], elsewhere, &Starts::of(facts));
    let mut reasons = Reasons {
        because: cited(elsewhere),
        cautions,
        others_considered: facts.others_considered == Some(true),
        today: facts.now.map(|now| now.date()),
        ..Reasons::default()
    };
    tell_doubts(facts, stack, &mut reasons);
    let answer = HowSoon {
        per_child,
        timescale: earlier.as_ref().and_then(|earlier| earlier.timescale),
        due_by: due.map(|at| at.date()),
        due_instant: due.filter(|_| earlier.is_some_and(|earlier| earlier.to_the_minute)),
        ..HowSoon::none(heading)
    };
    stack.decision(answer, reasons)
}
