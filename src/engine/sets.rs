//! What is known and what a rule needs, as sets of facts by their numbers: whether a rule holds is four operations.

use fixedbitset::FixedBitSet;

use crate::value::truth::Truth;

/// What is known of a case: the facts that are a yes, and those that are a no.
#[derive(Clone, Debug)]
pub(crate) struct Sets {
    yes: FixedBitSet,
    no: FixedBitSet,
}

/// The conditions of a rule, as sets of facts.
#[derive(Debug)]
pub(super) struct Conditions {
    pub when: FixedBitSet,
    pub unless: FixedBitSet,
}

impl Conditions {
    /// Whether a rule holds. It is a conjunction, so this is exact in three values.
    pub(super) fn hold(&self, known: &Sets) -> Truth {
        if !self.when.is_disjoint(&known.no) || !self.unless.is_disjoint(&known.yes) {
            Truth::No
        } else if self.when.is_subset(&known.yes) && self.unless.is_subset(&known.no) {
            Truth::Yes
        } else {
            Truth::Unknown
        }
    }
}

impl Sets {
    /// Nothing is known of so many facts.
    pub(super) fn nothing(facts: usize) -> Self {
        let empty = FixedBitSet::with_capacity(facts);
        Sets { yes: empty.clone(), no: empty }
    }

    pub(super) fn truth(&self, place: usize) -> Truth {
        match (self.yes.contains(place), self.no.contains(place)) {
            (true, _) => Truth::Yes,
            (false, true) => Truth::No,
            (false, false) => Truth::Unknown,
        }
    }

    pub(super) fn set(&mut self, place: usize, truth: Truth) {
        self.yes.set(place, truth.is_yes());
        self.no.set(place, truth.is_no());
    }

    /// What is known of several cases as one, beside what was said of them all. A yes of any is a yes; otherwise what was
    /// said of them all holds; and where nothing was, a no of each is a no.
    pub(super) fn with_each(mut self, each: impl IntoIterator<Item = Sets>) -> Sets {
        let either = |mut one: Sets, other: Sets| {
            one.yes.union_with(&other.yes);
            one.no.intersect_with(&other.no);
            one
        };
        if let Some(of_each) = each.into_iter().reduce(either) {
            self.yes.union_with(&of_each.yes);
            self.no.union_with(&of_each.no);
            self.no.difference_with(&self.yes);
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Truth::{No, Unknown, Yes};

    #[test]
    fn several_cases_are_one_in_which_a_yes_of_any_is_a_yes() {
        let known = |truth| {
            let mut sets = Sets::nothing(1);
            sets.set(0, truth);
            sets
        };
        let of = |all: Truth, each: &[Truth]| known(all).with_each(each.iter().copied().map(known)).truth(0);
        for truth in [Yes, No, Unknown] {
            assert_eq!(of(truth, &[]), truth);
            assert_eq!(of(truth, &[No, Yes, Unknown]), Yes);
            assert_eq!(of(truth, &[Unknown, No]), truth);
            assert_eq!(of(truth, &[No, No]), if truth.is_unknown() { No } else { truth });
        }
    }
}
