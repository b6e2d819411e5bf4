//! A count that may not be known, such as an age.

use serde::de::{self, Deserialize, Deserializer, Unexpected, Visitor};

use super::truth::UNKNOWN;

/// A whole number; none where nobody knows it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KnownCount(pub Option<u32>);

impl<'de> Deserialize<'de> for KnownCount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(WholeNumber)
    }
}

struct WholeNumber;

impl Visitor<'_> for WholeNumber {
    type Value = KnownCount;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a whole number or \"unknown\"")
    }

    fn visit_u32<E>(self, number: u32) -> Result<KnownCount, E> {
        Ok(KnownCount(Some(number)))
    }

    fn visit_unit<E>(self) -> Result<KnownCount, E> {
        Ok(KnownCount(None))
    }

    fn visit_str<E: de::Error>(self, word: &str) -> Result<KnownCount, E> {
        if word == UNKNOWN { Ok(KnownCount(None)) } else { Err(E::invalid_value(Unexpected::Str(word), &self)) }
    }
}
