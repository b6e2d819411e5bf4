//! How long there is: "on the same day", "within 3 working days".

use std::fmt;

use super::said::Said;
use super::sentences::{SAME_DAY, WITHIN, WITHIN_ONE};
use crate::answers::{Tell, Told};
use crate::facts::{Fault, Node, Read, Shape};

/// A limit on the holding of a meeting. The fewer working days, the more urgent; the same day comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Timescale {
    /// The calendar day in London, never rolled to a working day.
    #[default]
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

impl Timescale {
    /// The same as a sentence, which a portal may say in its own words.
    pub fn said(self) -> Said {
        match self {
            Timescale::SameDay => SAME_DAY.said(),
            Timescale::WorkingDays(1) => WITHIN_ONE.said(),
            Timescale::WorkingDays(days) => WITHIN.with([("number", days.to_string().into())]),
        }
    }
}

impl fmt::Display for Timescale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.said().fmt(f)
    }
}

const EXPECTED: &str = "words such as \"on the same day\" or \"within 3 working days\"";

impl Read for Timescale {
    fn read(&mut self, node: &Node) -> Result<(), Fault> {
        *self = Timescale::from_words(node.text(EXPECTED)?).ok_or_else(|| Fault::expected("bad-word", EXPECTED))?;
        Ok(())
    }

    fn shape() -> Shape {
        Shape::Text(EXPECTED)
    }
}

impl Tell for Timescale {
    fn tell(&self) -> Told<'_> {
        Told::text(self.id())
    }

    fn told() -> Shape {
        Shape::Text("same-day, 1-working-day, or a number of working days such as 3-working-days")
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
