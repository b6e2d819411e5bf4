//! Reasons and roles, as people type them: what says nothing is nothing given.

use std::sync::LazyLock;

use serde::Deserialize;

use super::word_list::WordList;

/// Words that are no reason and no role, however many of them stand together. They say nothing anywhere, so they stand in no
/// document's pack but beside all of them.
static NOTHING: LazyLock<WordList> = LazyLock::new(|| WordList::from(super::Text::from(include_str!("../packs/nothing-given.txt"))));

/// Why, in somebody's own words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
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
        given(&self.0)
    }
}

impl Role {
    /// The role; none where the text says nothing.
    #[must_use]
    pub fn given(&self) -> Option<&str> {
        given(&self.0)
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
    let folded = text.to_lowercase().replace(['\'', '’', '‘'], "");
    let says_something = |word: &str| !NOTHING.has(word) && !is_one_letter(word);
    let mut words = folded.split(is_mark).filter(|word| !word.is_empty());
    words.any(says_something).then(|| text.trim())
}

/// Is something written that says anything?
pub(crate) fn is_written(text: Option<&str>) -> bool {
    text.and_then(given).is_some()
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
mod tests {
    use super::given;

    #[test]
    fn words_that_people_type_to_get_past_a_field_are_nothing_given() {
        for nothing in [
            "",
            " ",
            ".",
            "...",
            "-",
            "–",
            "—",
            "…",
            "n/a",
            "N/A",
            "n.a.",
            "NA",
            "tbc",
            "T.B.C.",
            "to be confirmed",
            "unknown",
            "Unknown.",
            "no",
            "No reason",
            "none",
            "None given",
            "x",
            "XX",
            "xxx",
            "?",
            "??",
            "not known",
            "don't know",
            "don’t know",
            "see above",
            "as above",
            "not applicable",
            "nil",
            "null",
            "yes",
            "ok",
            "ditto",
            "other",
            "0",
            "somebody",
            "\u{a0}",
            "👍",
            "pending",
            "test",
            "asap",
            "\t\n",
            "not recorded",
            "(none)",
            "tbd/tbc",
            "I don't know yet",
            "will update later",
            "_",
            "\"\"",
            "*",
            "role",
            "name",
        ] {
            assert_eq!(given(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn whatever_says_something_is_given_as_it_stands() {
        for something in [
            "The injury had another cause",
            "team manager",
            "SW",
            "DSL",
            "Duty manager.",
            "Mother in labour",
            "No interpreter until Tuesday",
            "Not the same child",
            "organised-abuse",
            "2026-03-05",
            "Known to be abroad",
            "Cymraeg",
            "Être seul",
            "IRO",
        ] {
            assert_eq!(given(something), Some(something));
        }
        assert_eq!(given("  manager "), Some("manager"));
    }
}
