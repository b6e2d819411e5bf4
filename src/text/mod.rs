//! What answers say: sentences by name, with places, so that a portal can put its own in the place of each.

pub(crate) mod catalogue;
pub(crate) mod dates;
pub(crate) mod labels;
mod said;
pub mod sentences;

pub use said::Said;
pub(crate) use said::{Part, listed, listed_at_once, words_in};

/// A sentence of ours, with places in braces: `Hold the strategy meeting {by}.`
#[derive(Debug, PartialEq, Eq)]
pub struct Sentence {
    /// The room it belongs to, such as `caution`.
    pub room: &'static str,
    /// Its name in that room.
    pub name: &'static str,
    /// The code that answers carry, where it has one.
    pub code: &'static str,
    /// As a caution: is it to be done, or left, before anything else?
    pub first: bool,
    /// Its words.
    pub words: &'static str,
}
