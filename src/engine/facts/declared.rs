//! One fact of a stack.

use std::sync::Arc;

use crate::engine::decision::Ask;
use crate::pack::Pack;
use crate::pack::fact::{Fact, KnownWords};
use crate::text::Said;
use crate::value::Text;

/// A fact, as the first pack of the stack that has it declares it.
#[derive(Debug)]
pub(in crate::engine) struct Declared {
    pub pack: Arc<Pack>,
    pub name: Text,
    /// Where it stands in the facts.
    pub path: String,
    pub fact: Arc<Fact>,
    pub words: KnownWords,
}

impl Declared {
    /// The question that it asks.
    pub(in crate::engine) fn question(&self) -> Said {
        Said::of_pack(&self.pack.document().id, &self.name, &self.fact.asks)
    }

    /// The same as a question still to be answered: of one of several children at their place.
    pub(in crate::engine) fn ask(&self, of_child: &str) -> Ask {
        let path = match self.path.strip_prefix("child.") {
            Some(below) if !of_child.is_empty() => format!("{of_child}{below}"),
            _ => self.path.clone(),
        };
        Ask::new(path, self.question())
    }
}
