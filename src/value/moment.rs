//! A moment as people write it down, read in London.

use chrono::{
    DateTime, Datelike, Days, FixedOffset, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, Offset, SecondsFormat, TimeDelta, TimeZone,
    Timelike, Utc,
};
use chrono_tz::Europe::London;
use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use super::date;
use super::read;
use crate::error::Code;

/// How a moment had to be read, where it did not say all by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadAs {
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
    read: ReadAs,
}

/// What is expected of a moment, for messages.
pub const EXPECTED: &str = "a date such as 2026-03-02, or a date and time such as 2026-03-02T09:10, with a year from 1900 to 2199";

const EARLIEST_YEAR: i32 = 1900;
const LATEST_YEAR: i32 = 2199;

impl Moment {
    /// Reads `YYYY-MM-DD` or `YYYY-MM-DDTHH:MM[:SS[.fff]]`, bare, with `Z` or with an offset; a space may stand for the `T`.
    pub fn from_words(words: &str) -> Option<Self> {
        if !words.is_ascii() {
            return None;
        }
        let moment = match words.len() {
            10 => Self::in_london(date::from_words(words)?.and_time(NaiveTime::MIN), ReadAs::AsStartOfDay),
            _ => Self::with_time(words)?,
        };
        let year = moment.date().year();
        (EARLIEST_YEAR..=LATEST_YEAR).contains(&year).then_some(moment)
    }

    fn with_time(words: &str) -> Option<Self> {
        let (written, offset) = split_offset(words)?;
        let local = date_and_time(written)?;
        Some(match offset {
            None => Self::in_london(local, ReadAs::AsLondon),
            Some(offset) => Moment { instant: offset.from_local_datetime(&local).single()?.to_utc(), read: ReadAs::AsWritten },
        })
    }

    pub(crate) fn in_london(local: NaiveDateTime, read: ReadAs) -> Self {
        match London.from_local_datetime(&local) {
            LocalResult::Single(at) => Moment { instant: at.to_utc(), read },
            LocalResult::Ambiguous(earlier, _) => Moment { instant: earlier.to_utc(), read: ReadAs::Ambiguous },
            LocalResult::None => {
                let winter = London.offset_from_utc_datetime(&(local - TimeDelta::days(1))).fix();
                Moment { instant: (local - winter).and_utc(), read: ReadAs::NonExistent }
            }
        }
    }

    /// The calendar day in London.
    pub fn date(&self) -> NaiveDate {
        self.instant.with_timezone(&London).date_naive()
    }

    /// The time of day in London: `16:59`.
    pub fn time_of_day(&self) -> String {
        let time = self.instant.with_timezone(&London).time();
        format!("{:02}:{:02}", time.hour(), time.minute())
    }

    /// The instant.
    pub fn instant(&self) -> DateTime<Utc> {
        self.instant
    }

    /// How it was read.
    pub fn read(&self) -> ReadAs {
        self.read
    }

    /// The same moment so many hours later: elapsed hours, nights, weekends and clock changes included.
    pub fn after_hours(&self, hours: u32) -> Moment {
        Moment { instant: self.instant + TimeDelta::hours(hours.into()), read: ReadAs::AsWritten }
    }

    /// The same moment so many hours earlier, in elapsed hours.
    pub fn before_hours(&self, hours: u32) -> Moment {
        Moment { instant: self.instant - TimeDelta::hours(hours.into()), read: ReadAs::AsWritten }
    }

    /// So many days later at the same time by London's clocks.
    pub(crate) fn after_days(&self, days: u32) -> Moment {
        Moment::in_london(self.instant.with_timezone(&London).naive_local() + Days::new(days.into()), ReadAs::AsWritten)
    }

    /// As London's clocks show it, with the offset: `2026-03-29T16:00:00+01:00`.
    pub fn in_words(&self) -> String {
        self.instant.with_timezone(&London).fixed_offset().to_rfc3339_opts(SecondsFormat::Secs, false)
    }
}

/// A time of day at which an office closes: `17:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeOfDay(NaiveTime);

pub(crate) const TIME_OF_DAY: &str = "a time of day such as 17:00";

impl<'de> Deserialize<'de> for TimeOfDay {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let parse = |words: &str| time(words).filter(|_| words.len() == 5).map(TimeOfDay);
        read::words(deserializer, Code::BadDate, TIME_OF_DAY, parse)
    }
}

/// The end of a London day, 23:59:59: no clock change ever falls there.
pub fn end_of_day(date: NaiveDate) -> Moment {
    Moment::in_london(date.and_time(NaiveTime::MIN) + Days::new(1) - TimeDelta::seconds(1), ReadAs::AsLondon)
}

/// A time on a London day.
pub fn at(date: NaiveDate, time: TimeOfDay) -> Moment {
    Moment::in_london(date.and_time(time.0), ReadAs::AsLondon)
}

fn date_and_time(words: &str) -> Option<NaiveDateTime> {
    let (day, clock) = words.split_once(['T', ' '])?;
    let (clock, fraction) = clock.split_once('.').unwrap_or((clock, "0"));
    let plain_fraction = !fraction.is_empty() && fraction.bytes().all(|digit| digit.is_ascii_digit());
    Some(date::from_words(day)?.and_time(time(clock)?)).filter(|_| plain_fraction)
}

/// Reads `HH:MM` or `HH:MM:SS`.
fn time(clock: &str) -> Option<NaiveTime> {
    let two_digits = |part: &str| part.parse().ok().filter(|_| part.len() == 2 && !part.starts_with('+'));
    let mut parts = clock.split(':').map(two_digits);
    let (hours, minutes, seconds) = (parts.next()??, parts.next()??, parts.next().unwrap_or(Some(0))?);
    if parts.next().is_some() { None } else { NaiveTime::from_hms_opt(hours, minutes, seconds) }
}

/// Splits off `Z` or `+01:00`; a time without either has none.
fn split_offset(words: &str) -> Option<(&str, Option<FixedOffset>)> {
    if let Some(written) = words.strip_suffix('Z') {
        return Some((written, Some(Utc.fix())));
    }
    let cut = words.len().saturating_sub("+01:00".len());
    let Some((written, offset)) = words.split_at_checked(cut) else { return Some((words, None)) };
    let (sign, clock) = match (offset.strip_prefix('+'), offset.strip_prefix('-')) {
        (Some(clock), _) => (1, clock),
        (None, Some(clock)) => (-1, clock),
        (None, None) => return Some((words, None)),
    };
    let seconds = time(clock)?.num_seconds_from_midnight() as i32;
    Some((written, Some(FixedOffset::east_opt(sign * seconds)?)))
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        read::words(deserializer, Code::BadDate, EXPECTED, Moment::from_words)
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
        assert_eq!(at("2026-07-14T23:30").read(), ReadAs::AsLondon);
        assert_eq!(at("2026-07-14T23:30Z").date().to_string(), "2026-07-15");
        assert_eq!(at("2026-07-14T23:30:00.000Z").read(), ReadAs::AsWritten);
        assert_eq!(at("2026-07-15").in_words(), "2026-07-15T00:00:00+01:00");
    }

    #[test]
    fn amb_20_clock_change_nights() {
        let twice = at("2026-10-25T01:30");
        assert_eq!((twice.in_words().as_str(), twice.read()), ("2026-10-25T01:30:00+01:00", ReadAs::Ambiguous));
        let never = at("2026-03-29T01:30");
        assert_eq!((never.in_words().as_str(), never.read()), ("2026-03-29T02:30:00+01:00", ReadAs::NonExistent));
    }

    #[test]
    fn amb_21_hours_are_elapsed_hours() {
        assert_eq!(at("2026-03-28T15:00:00+00:00").after_hours(24).in_words(), "2026-03-29T16:00:00+01:00");
        assert_eq!(at("2026-10-25T01:30:00+01:00").after_hours(1).in_words(), "2026-10-25T01:30:00+00:00");
    }

    #[test]
    fn a_day_ends_in_london() {
        assert_eq!(end_of_day(date::from_words("2026-07-15").unwrap()).in_words(), "2026-07-15T23:59:59+01:00");
        assert_eq!(end_of_day(date::from_words("2026-03-29").unwrap()).in_words(), "2026-03-29T23:59:59+01:00");
        assert_eq!(end_of_day(date::from_words("2026-10-25").unwrap()).in_words(), "2026-10-25T23:59:59+00:00");
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
            "2026-03-02  09:10",
            "2026-03-02 ",
            "2026-03-02T09:10+1",
            "2026-03-02T09:10:60",
            "0026-03-02",
            "9999-12-31",
            "2026-03-02T09:10:00+25:00",
            "2026-03-02T09:10:00.",
            "2026-03-02T+9:10",
            "2026-03-02T09:10:00:00",
            "２０２６-03-02",
            "+2026-03-2",
        ] {
            assert_eq!(Moment::from_words(wrong), None, "{wrong}");
        }
    }
}
