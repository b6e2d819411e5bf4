//! An age that may not be known.

use serde::de::{self, Deserialize, Deserializer, Unexpected, Visitor};

use super::truth::UNKNOWN;

/// Of more years than these nobody has been told: it is another number, or a slip.
pub(crate) const MOST_YEARS: u32 = 125;

/// What an age is, in the words of a refusal.
pub(crate) const EXPECTED: &str = "an age in whole years, at most 125, or \"unknown\"";

/// Whole years; none where nobody knows them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KnownAge(pub Option<u32>);

/// Is a fact at this path an age?
pub(crate) fn is_age(path: &str) -> bool {
    path.rsplit('.').next() == Some("age")
}

/// Is it the group of ages that somebody is of?
pub(crate) fn is_age_group(path: &str) -> bool {
    path.rsplit('.').next() == Some("ageGroup")
}

impl<'de> Deserialize<'de> for KnownAge {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(WholeYears)
    }
}

struct WholeYears;

impl Visitor<'_> for WholeYears {
    type Value = KnownAge;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(EXPECTED)
    }

    fn visit_u32<E: de::Error>(self, years: u32) -> Result<KnownAge, E> {
        if years > MOST_YEARS {
            return Err(E::invalid_value(Unexpected::Unsigned(years.into()), &self));
        }
        Ok(KnownAge(Some(years)))
    }

    fn visit_str<E: de::Error>(self, word: &str) -> Result<KnownAge, E> {
        if word == UNKNOWN { Ok(KnownAge(None)) } else { Err(E::invalid_value(Unexpected::Str(word), &self)) }
    }
}
