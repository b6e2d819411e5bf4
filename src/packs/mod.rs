//! One document, one file. They are checked and turned into constants when the crate is built.

use crate::calendar::Calendar;
use crate::pack::{Pack, Rulebook};

include!(concat!(env!("OUT_DIR"), "/built_in.rs"));

/// The built-in packs, in the order of the documents.
#[must_use]
pub fn built_in() -> Rulebook {
    Rulebook::new(PACKS.to_vec(), CALENDAR.clone())
}
