//! One document, one file. They are checked and turned into their object form when the crate is built.

use crate::calendar::Calendar;
use crate::pack::{Pack, Rulebook};

include!(concat!(env!("OUT_DIR"), "/built_in.rs"));

/// The built-in packs, in the order of the documents.
///
/// # Panics
/// Never for the shipped packs: the build has read and checked every one of them.
#[must_use]
pub fn built_in() -> Rulebook {
    let packs = PACKS.iter().map(|json| Pack::read(json).expect("checked when the crate was built"));
    let calendar: Calendar = serde_json::from_str(CALENDAR).expect("checked when the crate was built");
    Rulebook::new(packs.collect(), calendar)
}
