//! A day, as the calendar writes it: `2026-03-02`.

use chrono::{Datelike, NaiveDate, Weekday};
use serde::de::Deserializer;

use super::read;
use crate::error::Code;

const EXPECTED: &str = "a date such as 2026-03-02";

/// Reads `YYYY-MM-DD` and nothing else. Taken apart by hand: chrono's format strings would add 14 KB to what browsers load.
pub(crate) fn from_words(words: &str) -> Option<NaiveDate> {
    let is_dash = |place| matches!(place, 4 | 7);
    let is_in_form = |(place, byte): (usize, u8)| if is_dash(place) { byte == b'-' } else { byte.is_ascii_digit() };
    if words.len() != 10 || !words.bytes().enumerate().all(is_in_form) {
        return None;
    }
    NaiveDate::from_ymd_opt(words[..4].parse().ok()?, words[5..7].parse().ok()?, words[8..].parse().ok()?)
}

/// The weekday in words.
pub(crate) fn weekday(date: NaiveDate) -> &'static str {
    match date.weekday() {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

/// For a field that is a day.
pub(crate) fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
    read::words(deserializer, Code::BadDate, EXPECTED, from_words)
}

/// For a field that may be a day.
pub(crate) fn read_if_given<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<NaiveDate>, D::Error> {
    #[derive(serde::Deserialize)]
    struct Day(#[serde(deserialize_with = "read")] NaiveDate);

    let day: Option<Day> = serde::Deserialize::deserialize(deserializer)?;
    Ok(day.map(|Day(date)| date))
}
