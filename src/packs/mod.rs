//! One document, one file. They are checked when the crate is built, and read from their object form when it starts.

use crate::facts;
use crate::pack::Pack;
use crate::rulebook::Rulebook;
use crate::words::refusal::Refusal;

include!(concat!(env!("OUT_DIR"), "/built_in.rs"));

/// The built-in packs, in the order of the documents.
///
/// # Panics
/// Never: the build has read and checked the very same texts.
#[must_use]
pub fn built_in() -> Rulebook {
    let mut packs = Vec::new();
    for json in PACKS {
        packs.push(read(Pack::read_again(json)));
    }
    Rulebook::new(packs, read(facts::read(CALENDAR)))
}

fn read<T>(checked: Result<T, Refusal>) -> T {
    checked.unwrap_or_else(|_| unreachable!("the build has read it"))
}
