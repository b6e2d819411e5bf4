//! What is told in two ways.

use super::{Declared, Facts};
use crate::engine::parts::Parts;
use crate::engine::sets::Sets;

impl Facts {
    /// The facts that contradict each other in a case: of each that is told in two ways those that tell it, the first first.
    pub(in crate::engine) fn contradictions<'f>(&'f self, known: &'f Sets) -> impl Iterator<Item = Vec<&'f Declared>> {
        let told = |place: usize| self.declared[place].as_ref().filter(|_| !known.truth(place).is_unknown());
        let told_of = move |parts: &[usize], against: &[usize], doubting: &[usize]| {
            let against = against.iter().chain(doubting).filter(|place| known.truth(**place).is_yes());
            parts.iter().chain(against).filter_map(|place| told(*place)).collect()
        };
        self.worked_out.iter().filter(|(place, _)| known.is_contradicted(*place)).map(move |(_, parts)| match parts {
            Parts::KnownFrom { parts, contradicted_by } => told_of(parts, contradicted_by, &[]),
            Parts::Outweighed { parts, by, doubted_by } => told_of(parts, by.as_ref().unwrap_or(&self.dangers), doubted_by),
            Parts::All(_) | Parts::Any(_) | Parts::None(_) => Vec::new(),
        })
    }
}
