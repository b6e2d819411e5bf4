//! The rules that speak in a case and do not answer, each with why.

use std::sync::Arc;

use super::case::Case;
use super::decision::Cited;
use super::stack::Held;
use crate::pack::Pack;
use crate::pack::fact::Fact;
use crate::pack::rule::{AnyRule, Own};
use crate::text::sentences::{ANSWERED_NO, ANSWERED_YES, BY_WHAT_WAS_GIVEN, NOT_NAMED};

impl<'c> Case<'c> {
    /// The rules of one table that speak and do not answer: those that came near, and those that are not in force.
    pub(crate) fn set_aside<T: Own>(&self, rules: &[Held<'c, T>], speaks: impl Fn(&T) -> bool) -> Vec<Cited> {
        let near = rules.iter().filter(|held| speaks(&held.rule.own) && held.holds.is_no());
        let near = near.filter_map(|held| self.why_not(held.pack, held.rule));
        near.chain(self.replaced(&speaks)).collect()
    }

    /// Those of them that are not in force, or in whose place others stand here.
    pub(crate) fn replaced<T: Own>(&self, speaks: impl Fn(&T) -> bool) -> impl Iterator<Item = Cited> {
        let gave_way = self.stack.rules_that_gave_way::<T>(&self.each, self.meeting);
        let replaced = self.stack.rules_not_holding::<T>().chain(gave_way).filter(move |(_, rule, _)| speaks(&rule.own));
        replaced.map(|(pack, rule, reason)| Cited::of(pack, rule).set_aside(reason.clone()))
    }

    /// Why a rule that came near does not hold: something it needs was answered no, or something keeps it away.
    fn why_not(&self, pack: &Arc<Pack>, rule: &dyn AnyRule) -> Option<Cited> {
        let cite = rule.cite();
        let no = cite.when.iter().find(|fact| self.truth(fact).is_no());
        let yes = cite.unless.iter().find(|fact| self.truth(fact).is_yes());
        let came_near = cite.when.len() == 1 || cite.when.iter().any(|fact| self.truth(fact).is_yes());
        let (fact, answered) = match (no, yes) {
            (_, Some(fact)) => (fact, ANSWERED_YES),
            (Some(fact), None) if came_near && self.is_named(fact) => (fact, ANSWERED_NO),
            (Some(fact), None) if came_near => (fact, NOT_NAMED),
            _ => return None,
        };
        let is_yes_or_no = self.stack.fact(fact).is_some_and(Fact::is_yes_or_no);
        let reason = if is_yes_or_no || answered == NOT_NAMED { answered } else { BY_WHAT_WAS_GIVEN };
        Some(Cited::of(pack, rule).set_aside(reason.with([("question", self.stack.question(fact).into())])))
    }
}
