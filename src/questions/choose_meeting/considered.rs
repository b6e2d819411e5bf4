//! What the documents say of one meeting: whom it is for, what speaks for it, what comes before it, and so whether it may
//! be held.

use super::answer::{Considered, InScope, Precondition, RuledOut, Verdict};
use super::rule::{Own, Part};
use crate::engine::case::Case;
use crate::engine::stack::Held;
use crate::pack::rule::Force;
use crate::value::Text;
use crate::value::meeting::MeetingType;
use crate::value::truth::Truth;

/// A meeting that is looked at.
pub(super) struct Meeting<'c> {
    rules: Spoken<'c>,
    /// What the answer tells of it.
    pub told: Considered,
}

impl<'c> Meeting<'c> {
    /// Looks at a meeting.
    pub(super) fn consider(meeting: &MeetingType, rules: &[Held<'c, Own>], case: &Case<'_>, ruled_out: &[RuledOut]) -> Self {
        let rules = Spoken(rules.iter().filter(|held| speaks_of(&held.rule.own, meeting)).copied().collect());
        // What surely rules it out outweighs what may not.
        let may_be_excepted = ruled_out.iter().filter(|out| out.meeting == *meeting).map(|out| out.may_be_excepted).min();
        let (met, missing): (Vec<_>, Vec<_>) = rules.preconditions(case).partition(|one| one.met.is_yes());
        let told = Considered {
            meeting: meeting.clone(),
            verdict: match (may_be_excepted, rules.verdict(&met, &missing)) {
                (Some(false), _) => Verdict::RuledOut,
                (Some(true), Verdict::MayBeHeld | Verdict::CalledFor) => Verdict::NotEstablished,
                (_, verdict) => verdict,
            },
            in_scope: rules.any(Part::Cohort).map(in_scope),
            cohort_met: rules.ids_that_hold(Part::Cohort),
            criteria_met: rules.ids_that_hold(Part::Criterion),
            preconditions_met: met,
            preconditions_missing: missing,
        };
        Meeting { rules, told }
    }

    /// What is said of it in one part.
    pub(super) fn part(&self, part: Part) -> impl Iterator<Item = &Held<'c, Own>> {
        self.rules.part(part)
    }

    /// Would it be the route, and not only allowed, once all that is not known of it turned out to be so?
    pub(super) fn could_be_called_for(&self) -> bool {
        self.told.verdict == Verdict::NotEstablished && self.rules.must_be_held(Truth::is_no)
    }

    /// Is it not the route?
    pub(super) fn is_ruled_out(&self) -> bool {
        self.told.verdict == Verdict::RuledOut
    }
}

/// Does a rule speak of a meeting, or call for it by its route?
fn speaks_of(own: &Own, meeting: &MeetingType) -> bool {
    let is_its_route = || own.part == Part::CallsFor && own.meeting.is_empty() && own.route == Some(meeting.into());
    own.meeting.contains(meeting) || is_its_route()
}

fn in_scope(cohort: Truth) -> InScope {
    match cohort {
        Truth::Yes => InScope::Named,
        Truth::No => InScope::NotNamed,
        Truth::Unknown => InScope::NotEstablished,
    }
}

/// The rules that speak of one meeting.
struct Spoken<'c>(Vec<Held<'c, Own>>);

impl<'c> Spoken<'c> {
    fn part(&self, part: Part) -> impl Iterator<Item = &Held<'c, Own>> {
        self.0.iter().filter(move |held| held.rule.own.part == part)
    }

    fn that_hold(&self, part: Part) -> impl Iterator<Item = &Held<'c, Own>> {
        self.part(part).filter(|held| held.holds.is_yes())
    }

    fn ids_that_hold(&self, part: Part) -> Vec<Text> {
        self.that_hold(part).map(|held| Text::clone(&held.rule.cite.id)).collect()
    }

    /// Does any rule of a part hold? None where the documents have no such rule.
    fn any(&self, part: Part) -> Option<Truth> {
        self.part(part).map(|held| held.holds).reduce(Truth::or)
    }

    /// Fact by fact, so that the one that is missing can be named.
    fn preconditions(&self, case: &Case<'_>) -> impl Iterator<Item = Precondition> {
        self.part(Part::Precondition).flat_map(|held| {
            let cite = &held.rule.cite;
            let needed = cite.when.iter().map(|fact| (fact, case.truth(fact)));
            let kept = cite.unless.iter().map(|fact| (fact, !case.truth(fact)));
            needed.chain(kept).map(|(fact, met)| Precondition {
                path: case.stack.path(fact),
                question: case.stack.question(fact),
                met,
                rule: Text::clone(&cite.id),
            })
        })
    }

    fn verdict(&self, met: &[Precondition], missing: &[Precondition]) -> Verdict {
        match self.speaks_for_it(met, missing) {
            _ if missing.iter().any(|one| one.met.is_no()) => Verdict::NotYet,
            Truth::No => Verdict::NotIndicated,
            Truth::Unknown => Verdict::NotEstablished,
            Truth::Yes if !self.needs_everything_before() => Verdict::MayBeHeld,
            Truth::Yes if missing.is_empty() => Verdict::CalledFor,
            Truth::Yes => Verdict::NotEstablished,
        }
    }

    /// Does anything speak for it? What calls for it outweighs its criteria, and they outweigh whom it is for. Where the
    /// documents say none of these, what comes before it does, once all of that came.
    fn speaks_for_it(&self, met: &[Precondition], missing: &[Precondition]) -> Truth {
        match (self.is_called_for(), self.any(Part::Criterion), self.any(Part::Cohort)) {
            (true, ..) => Truth::Yes,
            (false, Some(criteria), _) => criteria,
            (false, None, Some(cohort)) => cohort,
            (false, None, None) if missing.is_empty() && !met.is_empty() => Truth::Yes,
            (false, None, None) => Truth::Unknown,
        }
    }

    fn is_called_for(&self) -> bool {
        self.that_hold(Part::CallsFor).next().is_some()
    }

    /// Is it the route, and not only allowed, so that all that comes before it has to be known? It is where it is called
    /// for, and, where no document says whom it is for, where a criterion must be followed or there is none.
    fn needs_everything_before(&self) -> bool {
        self.is_called_for() || self.must_be_held(|criterion| !criterion.is_yes())
    }

    /// Is it for anybody, and either without criteria or with one that must be followed and does not fail?
    fn must_be_held(&self, fails: impl Fn(Truth) -> bool) -> bool {
        let mut criteria = self.part(Part::Criterion).peekable();
        let has_no_criteria = criteria.peek().is_none();
        let mut binding = criteria.filter(|held| held.rule.cite.force == Force::Must && !fails(held.holds));
        self.part(Part::Cohort).next().is_none() && (has_no_criteria || binding.next().is_some())
    }
}
