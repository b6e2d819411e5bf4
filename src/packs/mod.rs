//! One document, one file. They are checked when the crate is built, and read from their object form when it starts.

use crate::facts;
use crate::pack::{Pack, Rulebook};

include!(concat!(env!("OUT_DIR"), "/built_in.rs"));

/// The built-in packs, in the order of the documents.
///
/// # Panics
/// Never: the build has read and checked the very same texts.
#[must_use]
pub fn built_in() -> Rulebook {
    let packs: Option<Vec<Pack>> = PACKS.iter().map(|json| Pack::read_again(json).ok()).collect();
    let calendar = facts::read(CALENDAR).ok();
    let (packs, calendar) = packs.zip(calendar).expect("the build has read them");
    Rulebook::new(packs, calendar)
}
