//! Why a concern is particularly complex: a sentence, or a kind of concern.

use crate::engine::stack::Stack;
use crate::pack::vocabulary::ConcernType;
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
