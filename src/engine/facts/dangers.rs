//! What speaks of danger, whichever document says so.

use std::sync::Arc;

use super::{Declared, Facts, Spoken};
use crate::engine::parts::Parts;
use crate::engine::sets::Sets;
use crate::pack::Pack;
use crate::value::Text;
use crate::value::known::{Known, Stated};

impl Facts {
    /// The same with what speaks of danger by other packs, where anything is outweighed by danger or asked beside it: whatever
    /// document asks of it, a danger is one.
    pub(in crate::engine) fn with_dangers_of(mut self, others: &[Arc<Pack>]) -> Self {
        let is_outweighed = self.worked_out.iter().any(|(_, parts)| matches!(parts, Parts::Outweighed { by: None, .. }));
        if !is_outweighed && self.asked_beside_danger.is_empty() {
            return self;
        }
        for pack in others {
            for (name, fact) in pack.words.fact.iter().filter(|(_, fact)| fact.speaks_of_danger) {
                let path = fact.path_of(name).into_owned();
                let reads_alike =
                    |place: &usize| self.declared[*place].as_ref().is_some_and(|known| known.path == path && known.fact.is == fact.is);
                if self.dangers.iter().any(reads_alike) {
                    continue;
                }
                // Under no name: no rule of the stack asks for it.
                let place = self.declared.len();
                let words = pack.known_words(name, fact);
                self.at_path.entry(path.clone()).or_default().push(place);
                self.declared.push(Some(Declared { pack: Arc::clone(pack), name: Text::clone(name), path, fact: Arc::clone(fact), words }));
                self.dangers.push(place);
                if !is_outweighed {
                    self.only_a_danger.push(place);
                }
            }
        }
        self
    }

    /// The facts that speak of danger and of which somebody said that they are not known, each at its path.
    pub(in crate::engine) fn doubted<'f>(&'f self, known: &'f Known) -> impl Iterator<Item = &'f Declared> {
        let is_unknown = |declared: &Declared, said: &Stated| declared.fact.reads(said, &declared.words).is_unknown();
        let said = |declared: &Declared| known.get(&declared.path).filter(|said| **said != Stated::Silent);
        let is_open = move |declared: &&Declared| said(declared).is_some_and(|said| is_unknown(declared, said));
        self.dangers.iter().filter_map(|place| self.declared[*place].as_ref()).filter(is_open)
    }

    /// Did somebody say of a fact, or of one from which it is worked out, that it is not known, so that it may be a yes?
    pub(super) fn is_doubted(&self, place: usize, known: &Sets, stated: &Spoken) -> bool {
        let parts = || self.worked_out.iter().filter(move |(other, _)| *other == place).flat_map(|(_, parts)| parts.named());
        let is_a_part = || known.truth(place).is_unknown() && parts().any(|part| stated.doubted.contains(part));
        !stated.doubted.is_empty() && (stated.doubted.contains(&place) || is_a_part())
    }
}
