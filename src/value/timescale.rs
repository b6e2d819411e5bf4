//! How long there is: "on the same day", "within 3 working days".

use std::cmp::Ordering;
use std::fmt;

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use super::read;
use crate::error::Code;

/// A limit on the holding of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timescale {
    /// The calendar day in London, never rolled to a working day.
    SameDay,
    /// So many elapsed hours, nights and weekends included.
    Hours(u32),
    /// So many calendar days, the day of the trigger not counted.
    Days(u32),
    /// So many working days, the day of the trigger not counted.
    WorkingDays(u32),
}

/// More than any document gives, and little enough to be counted day by day.
const MOST: u32 = 10_000;

type Unit = (&'static str, fn(u32) -> Timescale);

const UNITS: [Unit; 3] = [("hour", Timescale::Hours), ("calendar day", Timescale::Days), ("working day", Timescale::WorkingDays)];

impl Timescale {
    /// Reads what a pack says: `on the same day`, `within 24 hours`, `within 5 calendar days`, `within 3 working days`.
    pub fn from_words(words: &str) -> Option<Self> {
        if words == "on the same day" {
            return Some(Timescale::SameDay);
        }
        let (number, unit) = words.strip_prefix("within ")?.split_once(' ')?;
        let number: u32 = number.parse().ok().filter(|number| (1..=MOST).contains(number))?;
        let singular = if number == 1 { unit } else { unit.strip_suffix('s')? };
        UNITS.iter().find(|(known, _)| *known == singular).map(|(_, timescale)| timescale(number))
    }

    /// Reads what an answer says: `same-day`, `24-hours`, `3-working-days`.
    pub fn from_id(id: &str) -> Option<Self> {
        match id {
            "same-day" => Some(Timescale::SameDay),
            other => Timescale::from_words(&format!("within {}", other.replace('-', " "))),
        }
    }

    /// The name that answers carry: `same-day`, `24-hours`, `3-working-days`.
    pub fn id(self) -> String {
        match self {
            Timescale::SameDay => "same-day".to_owned(),
            timed => timed.to_string().replace("within ", "").replace(' ', "-"),
        }
    }

    /// The fewest and the most hours it can last: a working day may stand before a weekend and the Christmas holidays.
    fn hours(self) -> (u32, u32) {
        match self {
            Timescale::SameDay => (0, 24),
            Timescale::Hours(hours) => (hours, hours),
            Timescale::Days(days) => (24 * days, 24 * (days + 1)),
            Timescale::WorkingDays(days) => (24 * days, 24 * (2 * days + 7)),
        }
    }

    /// Can it last longer than another from the same moment? Of one unit the number tells; of two, whatever the week.
    pub(crate) fn may_outlast(self, other: Timescale) -> bool {
        self.of_one_unit(other).unwrap_or(self.hours().1 > other.hours().0)
    }

    /// Does it always last longer than another from the same moment?
    pub(crate) fn outlasts(self, other: Timescale) -> bool {
        self.of_one_unit(other).unwrap_or(self.hours().0 >= other.hours().1)
    }

    /// Is it longer than another of the same unit?
    fn of_one_unit(self, other: Timescale) -> Option<bool> {
        match (self, other) {
            (Timescale::SameDay, Timescale::SameDay) => Some(false),
            (Timescale::Hours(one), Timescale::Hours(other))
            | (Timescale::Days(one), Timescale::Days(other))
            | (Timescale::WorkingDays(one), Timescale::WorkingDays(other)) => Some(one > other),
            _ => None,
        }
    }

    /// The order where no date tells which is sooner.
    fn rank(self) -> (u32, u32) {
        let unit = match self {
            Timescale::SameDay => return (24, 0),
            Timescale::Hours(hours) => return (hours, 1),
            Timescale::Days(_) => 2,
            Timescale::WorkingDays(_) => 3,
        };
        (self.hours().0 + 24, unit)
    }
}

/// The less time, the more urgent. Without dates, days and working days are taken alike.
impl Ord for Timescale {
    fn cmp(&self, other: &Self) -> Ordering {
        self.rank().cmp(&other.rank())
    }
}

impl PartialOrd for Timescale {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Timescale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (number, unit) = match self {
            Timescale::SameDay => return f.write_str("on the same day"),
            Timescale::Hours(number) => (number, "hour"),
            Timescale::Days(number) => (number, "calendar day"),
            Timescale::WorkingDays(number) => (number, "working day"),
        };
        write!(f, "within {number} {unit}{}", if *number == 1 { "" } else { "s" })
    }
}

pub(crate) const EXPECTED: &str =
    "words such as \"on the same day\", \"within 24 hours\", \"within 5 calendar days\" or \"within 3 working days\"";

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
    use super::Timescale::{self, Days, Hours, SameDay, WorkingDays};

    #[test]
    fn what_a_pack_says_comes_out_unchanged() {
        for words in [
            "on the same day",
            "within 1 working day",
            "within 3 working days",
            "within 1 hour",
            "within 24 hours",
            "within 5 calendar days",
        ] {
            assert_eq!(Timescale::from_words(words).unwrap().to_string(), words);
        }
        for wrong in [
            "within 0 working days",
            "within 1 working days",
            "within three working days",
            "within 24 hour",
            "within 5 days",
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
        assert!(Hours(4) < SameDay && SameDay < Hours(24) && Hours(24) < WorkingDays(1) && WorkingDays(1) < Days(2));
        for timescale in [WorkingDays(5), Hours(24), Hours(1), Days(5)] {
            assert_eq!(Timescale::from_id(&timescale.id()), Some(timescale));
        }
        assert_eq!((Hours(24).id().as_str(), Days(1).id().as_str()), ("24-hours", "1-calendar-day"));
        assert_eq!(Timescale::from_id("same-day"), Some(SameDay));
    }

    #[test]
    fn of_two_units_a_longer_one_is_told_whatever_the_week() {
        assert!(WorkingDays(3).may_outlast(Days(4)) && !WorkingDays(3).outlasts(Days(4)));
        assert!(Hours(24).may_outlast(SameDay) && Hours(24).outlasts(SameDay));
        assert!(!Hours(24).may_outlast(WorkingDays(1)) && !SameDay.may_outlast(Hours(24)));
    }
}
