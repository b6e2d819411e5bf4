//! How long there is: "on the same day", "within 3 working days".

use std::fmt;

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use super::read;
use crate::error::Code;

/// A limit on the holding of a meeting. The fewer working days, the more urgent; the same day comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Timescale {
    /// The calendar day in London, never rolled to a working day.
    SameDay,
    /// So many working days, the day of the trigger not counted.
    WorkingDays(u32),
}

/// More than any document gives, and little enough to be counted day by day.
const MOST_DAYS: u32 = 10_000;

impl Timescale {
    /// Reads what a pack says: `on the same day`, `within 3 working days`.
    pub fn from_words(words: &str) -> Option<Self> {
        if words == "on the same day" {
            return Some(Timescale::SameDay);
        }
        let rest = words.strip_prefix("within ")?;
        let (number, unit) = rest.split_once(' ')?;
        match (number.parse().ok()?, unit) {
            (1, "working day") => Some(Timescale::WorkingDays(1)),
            (days @ 2..=MOST_DAYS, "working days") => Some(Timescale::WorkingDays(days)),
            _ => None,
        }
    }

    /// Reads what an answer says: `same-day`, `3-working-days`.
    pub fn from_id(id: &str) -> Option<Self> {
        match id {
            "same-day" => Some(Timescale::SameDay),
            other => Timescale::from_words(&format!("within {}", other.replace('-', " "))),
        }
    }

    /// The name that answers carry: `same-day`, `3-working-days`.
    pub fn id(self) -> String {
        match self {
            Timescale::SameDay => "same-day".to_owned(),
            Timescale::WorkingDays(1) => "1-working-day".to_owned(),
            Timescale::WorkingDays(days) => format!("{days}-working-days"),
        }
    }
}

impl fmt::Display for Timescale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Timescale::SameDay => f.write_str("on the same day"),
            Timescale::WorkingDays(1) => f.write_str("within 1 working day"),
            Timescale::WorkingDays(days) => write!(f, "within {days} working days"),
        }
    }
}

pub(crate) const EXPECTED: &str = "words such as \"on the same day\" or \"within 3 working days\"";

impl<'de> Deserialize<'de> for Timescale {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read::words(deserializer, Code::BadWord, EXPECTED, Timescale::from_words)
    }
}

impl Serialize for Timescale {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.id())
    }
}

#[cfg(test)]
mod tests {
    use super::Timescale::{self, SameDay, WorkingDays};

    #[test]
    fn what_a_pack_says_comes_out_unchanged() {
        for words in ["on the same day", "within 1 working day", "within 3 working days"] {
            assert_eq!(Timescale::from_words(words).unwrap().to_string(), words);
        }
        for wrong in [
            "within 0 working days",
            "within 1 working days",
            "within three working days",
            "within 10001 working days",
            "3 working days",
            "",
        ] {
            assert_eq!(Timescale::from_words(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn fewer_days_are_more_urgent() {
        assert!(SameDay < WorkingDays(1) && WorkingDays(1) < WorkingDays(3));
        assert_eq!(Timescale::from_id(&WorkingDays(5).id()), Some(WorkingDays(5)));
        assert_eq!(Timescale::from_id("same-day"), Some(SameDay));
    }
}
