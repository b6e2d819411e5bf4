//! A moment as people write it down, read in London.

use chrono::{DateTime, Datelike, Days, FixedOffset, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, Offset, TimeDelta, TimeZone, Utc};
use chrono_tz::Europe::London;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// How a moment had to be read, where it did not say all by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Read {
    /// It carried an offset.
    AsWritten,
    /// It carried none, and was read as London time.
    AsLondon,
    /// It was a date alone, and was read as the start of that day.
    AsStartOfDay,
    /// The clock showed this time twice; the earlier was taken.
    Ambiguous,
    /// The clock jumped over this time; it was moved forward.
    NonExistent,
}

/// An instant, with the London calendar day it falls on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    instant: DateTime<Utc>,
    read: Read,
}

/// What is expected of a moment, for messages.
pub const EXPECTED: &str = "a date such as 2026-03-02, or a date and time such as 2026-03-02T09:10, with a year from 1900 to 2199";

const EARLIEST_YEAR: i32 = 1900;
const LATEST_YEAR: i32 = 2199;

impl Moment {
    /// Reads `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM[:SS[.fff]]`, bare, with `Z` or with an offset.
    pub fn from_words(words: &str) -> Option<Self> {
        if !words.is_ascii() {
            return None;
        }
        let moment = match words.len() {
            10 => Self::in_london(date(words)?.and_time(NaiveTime::MIN), Read::AsStartOfDay),
            _ => Self::with_time(words)?,
        };
        let year = moment.date().year();
        (EARLIEST_YEAR..=LATEST_YEAR).contains(&year).then_some(moment)
    }

    fn with_time(words: &str) -> Option<Self> {
        let (written, offset) = split_offset(words)?;
        let local = date_and_time(written)?;
        Some(match offset {
            None => Self::in_london(local, Read::AsLondon),
            Some(offset) => Moment { instant: offset.from_local_datetime(&local).single()?.to_utc(), read: Read::AsWritten },
        })
    }

    fn in_london(local: NaiveDateTime, read: Read) -> Self {
        match London.from_local_datetime(&local) {
            LocalResult::Single(at) => Moment { instant: at.to_utc(), read },
            LocalResult::Ambiguous(earlier, _) => Moment { instant: earlier.to_utc(), read: Read::Ambiguous },
            LocalResult::None => {
                let winter = London.offset_from_utc_datetime(&(local - TimeDelta::days(1))).fix();
                let instant = winter.from_local_datetime(&local).unwrap().to_utc();
                Moment { instant, read: Read::NonExistent }
            }
        }
    }

    /// The calendar day in London.
    pub fn date(&self) -> NaiveDate {
        self.instant.with_timezone(&London).date_naive()
    }

    /// The instant.
    pub fn instant(&self) -> DateTime<Utc> {
        self.instant
    }

    /// How it was read.
    pub fn read(&self) -> Read {
        self.read
    }

    /// The same moment so many hours later: elapsed hours, nights, weekends and clock changes included.
    pub fn after_hours(&self, hours: u32) -> Moment {
        Moment { instant: self.instant + TimeDelta::hours(hours.into()), read: Read::AsWritten }
    }

    /// As London's clocks show it, with the offset: `2026-03-29T16:00:00+01:00`.
    pub fn in_words(&self) -> String {
        self.instant.with_timezone(&London).format("%Y-%m-%dT%H:%M:%S%:z").to_string()
    }
}

/// A time of day at which an office closes: `17:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeOfDay(NaiveTime);

impl<'de> Deserialize<'de> for TimeOfDay {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let words = String::deserialize(deserializer)?;
        let time = NaiveTime::parse_from_str(&words, "%H:%M").ok().filter(|time| time.format("%H:%M").to_string() == words);
        time.map(TimeOfDay).ok_or_else(|| de::Error::custom("expected a time of day such as 17:00"))
    }
}

/// The end of a London day, 23:59:59: no clock change ever falls there.
pub fn end_of_day(date: NaiveDate) -> Moment {
    Moment::in_london(date.and_time(NaiveTime::MIN) + Days::new(1) - TimeDelta::seconds(1), Read::AsLondon)
}

/// A time on a London day.
pub fn at(date: NaiveDate, time: TimeOfDay) -> Moment {
    Moment::in_london(date.and_time(time.0), Read::AsLondon)
}

/// A date as GOV.UK writes it: `Tuesday 5 January 2027`.
pub fn spoken(date: NaiveDate) -> String {
    date.format("%A %-d %B %Y").to_string()
}

/// Reads `YYYY-MM-DD` and nothing else.
pub fn date(words: &str) -> Option<NaiveDate> {
    NaiveDate::parse_from_str(words, "%Y-%m-%d").ok().filter(|date| date.to_string() == words)
}

fn date_and_time(words: &str) -> Option<NaiveDateTime> {
    let format = match words.len() {
        16 => "%Y-%m-%dT%H:%M",
        19.. => "%Y-%m-%dT%H:%M:%S%.f",
        _ => return None,
    };
    let leap_second = words.get(17..19) == Some("60");
    let as_written = |read: &NaiveDateTime| words.starts_with(&read.format("%Y-%m-%dT%H:%M").to_string());
    NaiveDateTime::parse_from_str(words, format).ok().filter(|read| !leap_second && as_written(read))
}

/// Splits off `Z` or `+01:00`; a time without either has none.
fn split_offset(words: &str) -> Option<(&str, Option<FixedOffset>)> {
    if let Some(written) = words.strip_suffix('Z') {
        return Some((written, Some(Utc.fix())));
    }
    match words.len().checked_sub(6).map(|cut| words.split_at(cut)) {
        Some((written, offset)) if offset.starts_with(['+', '-']) && offset.as_bytes().get(3) == Some(&b':') => {
            Some((written, Some(offset.parse().ok()?)))
        }
        _ => Some((words, None)),
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Moment::from_words(&String::deserialize(deserializer)?).ok_or_else(|| de::Error::custom(format_args!("expected {EXPECTED}")))
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.in_words())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(words: &str) -> Moment {
        Moment::from_words(words).unwrap_or_else(|| panic!("{words} was not read"))
    }

    #[test]
    fn amb_20_a_time_without_offset_is_london_time() {
        assert_eq!(at("2026-07-14T23:30").in_words(), "2026-07-14T23:30:00+01:00");
        assert_eq!(at("2026-07-14T23:30").read(), Read::AsLondon);
        assert_eq!(at("2026-07-14T23:30Z").date().to_string(), "2026-07-15");
        assert_eq!(at("2026-07-14T23:30:00.000Z").read(), Read::AsWritten);
        assert_eq!(at("2026-07-15").in_words(), "2026-07-15T00:00:00+01:00");
    }

    #[test]
    fn amb_20_clock_change_nights() {
        let twice = at("2026-10-25T01:30");
        assert_eq!((twice.in_words().as_str(), twice.read()), ("2026-10-25T01:30:00+01:00", Read::Ambiguous));
        let never = at("2026-03-29T01:30");
        assert_eq!((never.in_words().as_str(), never.read()), ("2026-03-29T02:30:00+01:00", Read::NonExistent));
    }

    #[test]
    fn amb_21_hours_are_elapsed_hours() {
        assert_eq!(at("2026-03-28T15:00:00+00:00").after_hours(24).in_words(), "2026-03-29T16:00:00+01:00");
        assert_eq!(at("2026-10-25T01:30:00+01:00").after_hours(1).in_words(), "2026-10-25T01:30:00+00:00");
    }

    #[test]
    fn a_day_ends_in_london() {
        assert_eq!(end_of_day(date("2026-07-15").unwrap()).in_words(), "2026-07-15T23:59:59+01:00");
        assert_eq!(end_of_day(date("2026-03-29").unwrap()).in_words(), "2026-03-29T23:59:59+01:00");
        assert_eq!(end_of_day(date("2026-10-25").unwrap()).in_words(), "2026-10-25T23:59:59+00:00");
    }

    #[test]
    fn what_is_no_moment_is_refused() {
        for wrong in [
            "",
            "today",
            "2026-02-30",
            "2026-13-01",
            "2026-3-2",
            "02/03/2026",
            "2026-03-02T24:00",
            "2026-03-02T9:10",
            "2026-03-02 09:10",
            "2026-03-02T09:10+1",
            "2026-03-02T09:10:60",
            "0026-03-02",
            "9999-12-31",
            "2026-03-02T09:10:00+25:00",
            "２０２６-03-02",
            "+2026-03-2",
        ] {
            assert_eq!(Moment::from_words(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn dates_are_spoken_with_their_weekday() {
        assert_eq!(spoken(date("2027-01-05").unwrap()), "Tuesday 5 January 2027");
    }
}
