//! Reasons and roles, as people type them: what says nothing is nothing given.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::word_list::WordList;

/// Words that say nothing anywhere, however many of them stand together. They stand in no document's pack but beside all of
/// them, as do those of the two lists that follow.
static NOTHING: LazyLock<WordList> = LazyLock::new(|| WordList::from(super::Text::from(include_str!("../packs/nothing-given.txt"))));

/// Words that are no reason: they say again what is to be reasoned, who agreed, or where else to look.
static NO_REASON: LazyLock<WordList> = LazyLock::new(|| WordList::from(super::Text::from(include_str!("../packs/no-reason.txt"))));

/// Words that are nobody's role: they name a body, a thing, or anybody.
static NO_ROLE: LazyLock<WordList> = LazyLock::new(|| WordList::from(super::Text::from(include_str!("../packs/no-role.txt"))));

/// Why, in somebody's own words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Why(String);

/// Who, by role and never by name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Role(String);

impl Why {
    /// The reason; none where the text says nothing.
    #[must_use]
    pub fn given(&self) -> Option<&str> {
        reason(&self.0)
    }
}

impl Role {
    /// The role; none where the text names nobody.
    #[must_use]
    pub fn given(&self) -> Option<&str> {
        role(&self.0)
    }
}

impl From<&str> for Why {
    fn from(text: &str) -> Self {
        Why(text.to_owned())
    }
}

impl From<&str> for Role {
    fn from(text: &str) -> Self {
        Role(text.to_owned())
    }
}

/// Who agreed to a later time than an earlier answer's, and why. It takes both.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Lengthening {
    /// A role, no name.
    #[serde(default)]
    pub role: Role,
    /// The reason.
    #[serde(default)]
    pub reason: Why,
}

impl Lengthening {
    /// Does it say who and why, so that an earlier answer no longer holds?
    pub(crate) fn releases(&self) -> bool {
        self.role.given().is_some() && self.reason.given().is_some()
    }
}

/// What a text gives; nothing where it is blank, or made of words that say nothing: `.`, `n/a`, `to be confirmed`, `xxx`.
pub(crate) fn given(text: &str) -> Option<&str> {
    beyond(text, &[&NOTHING])
}

/// The reason that a text gives; none where it only says again what is so, who agreed, or where else to look.
pub(crate) fn reason(text: &str) -> Option<&str> {
    beyond(text, &[&NOTHING, &NO_REASON])
}

/// The role that a text names; none where it is a body, a thing or anybody: `the team`, `system`.
pub(crate) fn role(text: &str) -> Option<&str> {
    beyond(text, &[&NOTHING, &NO_ROLE])
}

/// A text in which some word is in none of these lists.
fn beyond<'t>(text: &'t str, lists: &[&WordList]) -> Option<&'t str> {
    let folded = text.to_lowercase().replace(['\'', '’', '‘'], "");
    let says_something = |word: &str| !is_one_letter(word) && !lists.iter().any(|list| list.has(word));
    let mut words = folded.split(is_mark).filter(|word| !word.is_empty());
    words.any(says_something).then(|| text.trim())
}

/// Is something written that says anything?
pub(crate) fn is_written(text: Option<&str>) -> bool {
    text.and_then(given).is_some()
}

/// Is there a reason that says more than the fact again?
pub(crate) fn is_reasoned(text: Option<&str>) -> bool {
    text.and_then(reason).is_some()
}

/// One letter or figure, alone or over and over: `x`, `xxx`, `0`.
fn is_one_letter(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_none_or(|first| letters.all(|letter| letter == first))
}

/// A sign that is part of no word: of ASCII all but letters and figures, and beyond it the marks and pictures.
fn is_mark(sign: char) -> bool {
    let beyond = || matches!(u32::from(sign), 0x80..=0xbf | 0x2000..=0x2bff | 0x3000..=0x303f | 0xfe00..=0xfe0f | 0x1f000..=0x1ffff);
    if sign.is_ascii() { !sign.is_ascii_alphanumeric() } else { beyond() }
}

#[cfg(test)]
mod tests;
