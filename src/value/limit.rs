//! How long there is for a duty: "within 1 hour", "within 3 working days", "as soon as practicable"; and how often it returns.

use std::fmt;

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use super::read;
use crate::error::Code;

/// The time that a document gives for a duty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Limit {
    /// No number is given: as soon as it can be done.
    AsSoonAsPracticable,
    /// By the moment itself, such as the start of the meeting.
    ByThen,
    /// So many elapsed hours, nights and weekends included.
    Hours(u32),
    /// So many calendar days.
    Days(u32),
    /// So many calendar days, to the hour by the clock, whether or not the clocks change.
    DaysToTheHour(u32),
    /// So many working days, the day of the trigger not counted.
    WorkingDays(u32),
    /// So many times seven calendar days.
    Weeks(u32),
    /// So many calendar months, cut to the month's end.
    Months(u32),
    /// So many elapsed hours before that moment.
    HoursBefore(u32),
    /// So many calendar days before it, its own day not counted.
    DaysBefore(u32),
    /// So many working days before it, its own day not counted.
    WorkingDaysBefore(u32),
}

type Unit = (&'static str, fn(u32) -> Limit);

const UNITS: [Unit; 6] = [
    ("hour", Limit::Hours),
    ("day", Limit::Days),
    ("calendar day", Limit::Days),
    ("working day", Limit::WorkingDays),
    ("week", Limit::Weeks),
    ("month", Limit::Months),
];

const UNITS_BEFORE: [Unit; 4] = [
    ("hour", Limit::HoursBefore),
    ("day", Limit::DaysBefore),
    ("calendar day", Limit::DaysBefore),
    ("working day", Limit::WorkingDaysBefore),
];

impl Limit {
    /// Reads what a pack says: `within 24 hours`, `by then`, `as soon as practicable`.
    pub fn from_words(words: &str) -> Option<Self> {
        match words {
            "as soon as practicable" => return Some(Limit::AsSoonAsPracticable),
            "by then" => return Some(Limit::ByThen),
            _ => {}
        }
        if let Some(before) = words.strip_suffix(" before") {
            return Limit::counted(before, &UNITS_BEFORE);
        }
        let within = words.strip_prefix("within ")?;
        match within.strip_suffix(" to the hour") {
            Some(days) => Limit::counted(days, &[("day", Limit::DaysToTheHour)]),
            None => Limit::counted(within, &UNITS),
        }
    }

    /// Reads `24 hours`.
    fn counted(words: &str, units: &[Unit]) -> Option<Self> {
        let (number, unit) = words.split_once(' ')?;
        let number: u32 = number.parse().ok().filter(|number| (1..=10_000).contains(number))?;
        let singular = if number == 1 { unit } else { unit.strip_suffix('s')? };
        units.iter().find(|(known, _)| *known == singular).map(|(_, limit)| limit(number))
    }
}

impl Limit {
    /// How many hours before its moment it ends at the least; the more, the earlier.
    pub fn hours_before(self) -> u32 {
        match self {
            Limit::HoursBefore(hours) => hours,
            Limit::DaysBefore(days) | Limit::WorkingDaysBefore(days) => days * 24,
            _ => 0,
        }
    }

    /// The most hours it can last, to tell the longer of two; a duty without a number has no end.
    pub fn hours_at_most(self) -> u32 {
        match self {
            Limit::AsSoonAsPracticable => u32::MAX,
            Limit::ByThen | Limit::HoursBefore(_) | Limit::DaysBefore(_) | Limit::WorkingDaysBefore(_) => 0,
            Limit::Hours(hours) => hours,
            Limit::Days(days) | Limit::DaysToTheHour(days) => days * 24,
            Limit::WorkingDays(days) => days * 48,
            Limit::Weeks(weeks) => weeks * 7 * 24,
            Limit::Months(months) => months * 31 * 24,
        }
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (number, unit) = match self {
            Limit::HoursBefore(number) => (number, "hour"),
            Limit::DaysBefore(number) => (number, "day"),
            Limit::WorkingDaysBefore(number) => (number, "working day"),
            Limit::AsSoonAsPracticable => return f.write_str("as soon as practicable"),
            Limit::ByThen => return f.write_str("by then"),
            Limit::Hours(number) => (number, "hour"),
            Limit::DaysToTheHour(1) => return f.write_str("within 1 day to the hour"),
            Limit::DaysToTheHour(number) => return write!(f, "within {number} days to the hour"),
            Limit::Days(number) => (number, "day"),
            Limit::WorkingDays(number) => (number, "working day"),
            Limit::Weeks(number) => (number, "week"),
            Limit::Months(number) => (number, "month"),
        };
        let plural = if *number == 1 { "" } else { "s" };
        match self.hours_before() {
            0 => write!(f, "within {number} {unit}{plural}"),
            _ => write!(f, "{number} {unit}{plural} before"),
        }
    }
}

pub(crate) const LIMIT: &str =
    "words such as \"within 24 hours\", \"within 3 working days\", \"2 working days before\", \"by then\" or \"as soon as practicable\"";

impl<'de> Deserialize<'de> for Limit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read::words(deserializer, Code::BadWord, LIMIT, Limit::from_words)
    }
}

impl Serialize for Limit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// How often a duty returns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cycle {
    /// Every seven days.
    Week,
    /// Every quarter of a year.
    Quarter,
    /// Every so many months.
    Months(u32),
}

impl Cycle {
    /// Reads what a pack says: `every week`, `every quarter`, `every 6 months`.
    pub fn from_words(words: &str) -> Option<Self> {
        match words.strip_prefix("every ")? {
            "week" => Some(Cycle::Week),
            "quarter" => Some(Cycle::Quarter),
            months => months.strip_suffix(" months")?.parse().ok().filter(|months| (2..=120).contains(months)).map(Cycle::Months),
        }
    }
}

impl fmt::Display for Cycle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Cycle::Week => f.write_str("every week"),
            Cycle::Quarter => f.write_str("every quarter"),
            Cycle::Months(months) => write!(f, "every {months} months"),
        }
    }
}

pub(crate) const CYCLE: &str = "words such as \"every week\", \"every quarter\" or \"every 6 months\"";

impl<'de> Deserialize<'de> for Cycle {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read::words(deserializer, Code::BadWord, CYCLE, Cycle::from_words)
    }
}

impl Serialize for Cycle {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_pack_says_comes_out_unchanged() {
        for words in [
            "within 1 hour",
            "within 48 hours",
            "within 1 working day",
            "within 8 days to the hour",
            "within 12 weeks",
            "2 working days before",
            "1 day before",
            "24 hours before",
            "within 3 months",
            "by then",
            "as soon as practicable",
        ] {
            assert_eq!(Limit::from_words(words).unwrap().to_string(), words);
        }
        for words in ["every week", "every quarter", "every 6 months"] {
            assert_eq!(Cycle::from_words(words).unwrap().to_string(), words);
        }
        for wrong in ["within 0 hours", "within 1 hours", "within 2 hour", "within two weeks", "3 working days", "within 2 fortnights", ""]
        {
            assert_eq!(Limit::from_words(wrong), None, "{wrong}");
        }
    }
}
