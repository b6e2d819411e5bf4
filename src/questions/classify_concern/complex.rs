//! Why a concern is particularly complex: a sentence, or a kind of concern.

use super::concern::Concern;
use super::rule::Own;
use crate::engine::stack::Stack;
use crate::pack::rule::{Cite, Rule};
use crate::pack::vocabulary::ConcernType;
use crate::value::Text;
use crate::value::given::Why;
use crate::value::spelling::kebab;

/// The kind of concern that a reason names and says no more.
pub(super) fn kind_named<'c>(why: &Why, stack: &'c Stack) -> Option<(String, &'c ConcernType)> {
    let id = kebab(why.as_written());
    stack.concern_type(&id).map(|kind| (id, kind))
}

/// Why it is particularly complex, folded; empty where that tells nothing of the child, or names a kind that speaks of no complexity.
pub(super) fn reason(given: Option<&Why>, stack: &Stack) -> String {
    let speaks_of_it = |why: &&Why| kind_named(why, stack).is_none_or(|(_, kind)| !kind.asks.is_empty());
    given.filter(speaks_of_it).and_then(Why::for_a_later_time).map(kebab).unwrap_or_default()
}

impl Concern<'_> {
    /// A rule that lengthens needs a reason on record, beside the yes.
    pub(super) fn lacks_reason(&self, rule: &Rule<Own>) -> bool {
        let is_met = || rule.cite.when.iter().all(|fact| self.truth(fact).is_yes());
        rule.own.lengthens.is_some() && is_met() && !self.gives_reason_for(&rule.cite)
    }

    /// Is there a reason on record for what this rule needs?
    fn gives_reason_for(&self, rule: &Cite) -> bool {
        let is_needed = |fact: &Text| rule.when.contains(fact);
        !self.reason.is_empty() || self.types.iter().any(|(_, kind)| kind.asks.iter().any(is_needed))
    }
}
