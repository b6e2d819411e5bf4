//! What is ticked, and what the facts say of the same.

use std::collections::BTreeMap;

use super::Making;
use super::rule::Own;
use crate::engine::decision::{Ask, Reasons, says};
use crate::engine::stack::{Held, tell_contradiction};
use crate::value::truth::Truth;

impl Making<'_> {
    /// What is ticked tells, and otherwise the facts do, where the item has any. A tick that they contradict counts for nothing.
    pub(super) fn met(&self, own: &Own, done: &BTreeMap<&str, Truth>) -> Truth {
        match done.get(&*own.item).copied().unwrap_or_default() {
            Truth::Unknown if !own.met_by.is_empty() => Truth::all(own.met_by.iter().map(|fact| self.undisputed(fact))),
            ticked if self.is_contradicted(own, ticked) => Truth::No,
            ticked => ticked,
        }
    }

    /// What is known of a fact, unless another contradicts what stands there.
    fn undisputed(&self, fact: &str) -> Truth {
        if self.case.is_out_of_order(&self.case.stack.path(fact)) { Truth::Unknown } else { self.case.truth(fact) }
    }

    /// Does what somebody recorded say the opposite of a tick? What is only attested as considered does not.
    fn is_contradicted(&self, own: &Own, ticked: Truth) -> bool {
        let recorded = Truth::all(own.met_by.iter().map(|fact| self.case.recorded(fact)));
        !own.met_by.is_empty() && !ticked.is_unknown() && recorded == !ticked
    }

    /// What somebody wrote that nobody can read meets nothing, and is asked for again. What is ticked tells in its place.
    pub(super) fn ask_of_the_unread(&self, shown: &[&Held<'_, Own>], asks: &mut Vec<Ask>) {
        for held in shown {
            let own = &held.rule.own;
            let ticked = self.facts.done.as_ref().and_then(|done| done.get(&own.item)).copied().unwrap_or_default();
            for fact in own.met_by.iter().filter(|_| ticked.is_unknown()) {
                let is_read_closely = self.case.stack.fact(fact).is_some_and(|fact| fact.gives.is_some());
                let is_written = self.case.is_named(fact) && !self.case.is_in_doubt(fact);
                let ask = self.case.stack.ask(fact);
                if is_read_closely && is_written && self.case.truth(fact).is_unknown() && !asks.contains(&ask) {
                    asks.push(ask);
                }
            }
        }
    }

    /// Each tick that the facts contradict is told and asked, with what they ask.
    pub(super) fn tell_contradicted(&self, shown: &[&Held<'_, Own>], reasons: &mut Reasons) {
        for held in shown {
            let own = &held.rule.own;
            let ticked = self.facts.done.as_ref().and_then(|done| done.get(&own.item)).copied().unwrap_or_default();
            if self.is_contradicted(own, ticked) {
                let facts = own.met_by.iter().map(|fact| self.case.stack.ask(fact));
                tell_contradiction(&[], facts.chain([Ask::new(format!("done.{}", own.item), says(held.rule))]), reasons);
            }
        }
    }
}
