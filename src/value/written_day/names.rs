//! The months as people write them, shortened, in Welsh and with a slip of the pen, and the days of the week.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::value::date::weekday;

const ENGLISH: &str = "january february march april may june july august september october november december";
const WELSH: &str = "ionawr chwefror mawrth ebrill mai mehefin gorffennaf awst medi hydref tachwedd rhagfyr";

/// Shorter words than this are not taken for a slip: `mach` may be anything.
const SHORTEST_SLIP: usize = 5;

/// The number of the month that a word in small letters names.
pub(super) fn month_of(word: &str) -> Option<u32> {
    let is_named =
        |(english, welsh): (&str, &str)| (word.len() >= 3 && english.starts_with(word)) || welsh == word || is_slip_of(word, english);
    let number = (1..).zip(ENGLISH.split(' ').zip(WELSH.split(' '))).find(|(_, names)| is_named(*names));
    number.map(|(number, _)| number)
}

/// Is a word another one with a letter missing or one too many, two swapped, or, in a longer word, one wrong?
fn is_slip_of(word: &str, name: &str) -> bool {
    let is_longer = word.len() > SHORTEST_SLIP;
    if word.len().min(name.len()) < SHORTEST_SLIP {
        return false;
    }
    let (mut word, mut name) = (word.as_bytes(), name.as_bytes());
    while word.first() == name.first() && !word.is_empty() {
        (word, name) = (&word[1..], &name[1..]);
    }
    while word.last() == name.last() && !word.is_empty() {
        (word, name) = (&word[..word.len() - 1], &name[..name.len() - 1]);
    }
    match (word, name) {
        ([_], []) | ([], [_]) => true,
        ([_], [_]) => is_longer,
        ([one, other], [first, second]) => one == second && other == first,
        _ => false,
    }
}

/// The day of the week that a word in small letters names.
pub(super) fn weekday_of(word: &str) -> Option<Weekday> {
    let word = if word == "weds" { "wed" } else { word };
    // The first week of 2001 began on a Monday.
    let mut days = (1..=7).filter_map(|day| NaiveDate::from_ymd_opt(2001, 1, day));
    let is_named =
        |date: &NaiveDate| word.len() >= 3 && weekday(*date).get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    days.find(is_named).map(|date| date.weekday())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_known_by_its_names_and_slips() {
        for (number, words) in [
            (1, "january jan ionawr janury janaury"),
            (2, "february feb chwefror febuary febraury"),
            (3, "march mar mawrth macrh"),
            (4, "april apr ebrill aprill"),
            (5, "may mai"),
            (6, "june jun mehefin"),
            (7, "july jul gorffennaf"),
            (8, "august aug awst agust"),
            (9, "september sept medi setpember septmber septembar"),
            (10, "october oct hydref octobr octber"),
            (11, "november nov tachwedd novmber novemeber"),
            (12, "december dec rhagfyr decmber decembre"),
        ] {
            for word in words.split(' ') {
                assert_eq!(month_of(word), Some(number), "{word}");
            }
        }
        for word in ["match", "marsh", "media", "junie", "ma", "member", "mach", "sober", "", "decade"] {
            assert_eq!(month_of(word), None, "{word}");
        }
    }
}
