//! Yes, no, or not known.

use std::ops::Not;

use serde::de::{self, Deserialize, Deserializer, Unexpected, Visitor};
use serde::ser::{Serialize, Serializer};

/// What is known of a fact. Silence is [`Truth::Unknown`], never a no.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Truth {
    /// The fact holds.
    Yes,
    /// Somebody said that it does not hold.
    No,
    /// Nobody has said.
    #[default]
    Unknown,
}

impl Truth {
    /// What silence says: nothing, unless somebody attests that all others were considered.
    pub(crate) fn from_silence(others_considered: bool) -> Truth {
        if others_considered { Truth::No } else { Truth::Unknown }
    }

    /// Both hold: a no outweighs an unknown.
    #[must_use]
    pub fn and(self, other: Truth) -> Truth {
        match (self, other) {
            (Truth::No, _) | (_, Truth::No) => Truth::No,
            (Truth::Yes, Truth::Yes) => Truth::Yes,
            _ => Truth::Unknown,
        }
    }

    /// Either holds: a yes outweighs an unknown.
    #[must_use]
    pub fn or(self, other: Truth) -> Truth {
        !(!self).and(!other)
    }

    /// All of them hold; none at all do too.
    pub(crate) fn all(truths: impl IntoIterator<Item = Truth>) -> Truth {
        truths.into_iter().fold(Truth::Yes, Truth::and)
    }

    /// Any of them holds; none at all do not.
    pub(crate) fn any(truths: impl IntoIterator<Item = Truth>) -> Truth {
        truths.into_iter().fold(Truth::No, Truth::or)
    }

    /// Is it a yes?
    #[must_use]
    pub fn is_yes(self) -> bool {
        self == Truth::Yes
    }

    /// Did somebody say no?
    #[must_use]
    pub fn is_no(self) -> bool {
        self == Truth::No
    }

    /// The same, for fields that are left out where nobody has said.
    pub(crate) fn is_open(&self) -> bool {
        self.is_unknown()
    }

    /// Has nobody said?
    #[must_use]
    pub fn is_unknown(self) -> bool {
        self == Truth::Unknown
    }
}

/// The opposite; not known stays not known.
impl Not for Truth {
    type Output = Truth;

    fn not(self) -> Truth {
        match self {
            Truth::Yes => Truth::No,
            Truth::No => Truth::Yes,
            Truth::Unknown => Truth::Unknown,
        }
    }
}

impl From<bool> for Truth {
    fn from(value: bool) -> Self {
        if value { Truth::Yes } else { Truth::No }
    }
}

pub(crate) const UNKNOWN: &str = "unknown";

impl<'de> Deserialize<'de> for Truth {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(YesNoOrUnknown)
    }
}

struct YesNoOrUnknown;

impl Visitor<'_> for YesNoOrUnknown {
    type Value = Truth;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("true, false or \"unknown\"")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Truth, E> {
        Ok(value.into())
    }

    fn visit_unit<E>(self) -> Result<Truth, E> {
        Ok(Truth::Unknown)
    }

    fn visit_str<E: de::Error>(self, word: &str) -> Result<Truth, E> {
        if word == UNKNOWN { Ok(Truth::Unknown) } else { Err(E::invalid_value(Unexpected::Str(word), &self)) }
    }
}

impl Serialize for Truth {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        or_word(*self, UNKNOWN, serializer)
    }
}

fn or_word<S: Serializer>(truth: Truth, unknown: &str, serializer: S) -> Result<S::Ok, S::Error> {
    match truth {
        Truth::Yes => serializer.serialize_bool(true),
        Truth::No => serializer.serialize_bool(false),
        Truth::Unknown => serializer.serialize_str(unknown),
    }
}

/// Whether the documents establish something: what they leave open is told as `not-established`.
pub(crate) mod established {
    use super::*;

    pub(super) const OPEN: &str = "not-established";

    pub(crate) fn serialize<S: Serializer>(truth: &Truth, serializer: S) -> Result<S::Ok, S::Error> {
        or_word(*truth, OPEN, serializer)
    }

    /// What it may be, for programs.
    #[cfg(feature = "schema")]
    pub(crate) fn schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "enum": [true, false, OPEN] })
    }

    /// The same as a text.
    pub(crate) fn word(truth: Truth) -> &'static str {
        match truth {
            Truth::Yes => "true",
            Truth::No => "false",
            Truth::Unknown => OPEN,
        }
    }
}

/// The same where it is told at all.
pub(crate) mod perhaps_established {
    use super::*;

    pub(crate) fn serialize<S: Serializer>(truth: &Option<Truth>, serializer: S) -> Result<S::Ok, S::Error> {
        match truth {
            Some(truth) => established::serialize(truth, serializer),
            None => serializer.serialize_none(),
        }
    }

    /// What it may be, for programs.
    #[cfg(feature = "schema")]
    pub(crate) fn schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "enum": [true, false, established::OPEN, null] })
    }
}

/// Whether the minimum is met: the one answer that programs compare with the spelling of the worked cases.
pub(crate) mod quorate {
    use super::*;

    const OPEN: &str = "not_established";

    pub(crate) fn serialize<S: Serializer>(truth: &Option<Truth>, serializer: S) -> Result<S::Ok, S::Error> {
        match truth {
            Some(truth) => or_word(*truth, OPEN, serializer),
            None => serializer.serialize_none(),
        }
    }

    /// What it may be, for programs.
    #[cfg(feature = "schema")]
    pub(crate) fn schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "enum": [true, false, OPEN, null] })
    }
}

#[cfg(test)]
mod tests {
    use super::Truth::{self, No, Unknown, Yes};
    use crate::value::read;

    #[test]
    fn unknown_is_never_no() {
        assert_eq!(Unknown.and(Yes), Unknown);
        assert_eq!(Unknown.and(No), No);
        assert_eq!(Unknown.or(Yes), Yes);
        assert_eq!(Unknown.or(No), Unknown);
        assert_eq!(!Unknown, Unknown);
    }

    #[test]
    fn only_true_false_and_unknown_are_answers() {
        assert_eq!(read::text::<Truth>("null").unwrap(), Unknown);
        assert_eq!(read::text::<Truth>("true").unwrap(), Yes);
        for wrong in ["\"true\"", "1", "{}", "[]", "\"no\""] {
            assert!(read::text::<Truth>(wrong).is_err(), "{wrong} was read as an answer");
        }
    }
}
