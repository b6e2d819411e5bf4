//! What is known and what a rule needs, as sets of facts by their numbers: whether a rule holds is four operations.

use fixedbitset::FixedBitSet;

use crate::value::truth::Truth;

/// What is known of a case: the facts that are a yes, and those that are a no.
#[derive(Clone, Debug)]
pub(crate) struct Sets {
    yes: FixedBitSet,
    no: FixedBitSet,
    /// Those that were told in two ways, of which the more protective holds.
    contradicted: FixedBitSet,
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
        Sets { yes: empty.clone(), no: empty.clone(), contradicted: empty }
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

    /// The same with everything that is not known as a no.
    pub(crate) fn with_unknown_as_no(mut self) -> Self {
        self.no = self.yes.clone();
        self.no.toggle_range(..);
        self
    }

    /// A fact was told in two ways that contradict each other.
    pub(super) fn contradict(&mut self, place: usize) {
        self.contradicted.insert(place);
    }

    pub(super) fn is_contradicted(&self, place: usize) -> bool {
        self.contradicted.contains(place)
    }
}
