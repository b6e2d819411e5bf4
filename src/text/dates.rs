//! Dates and times as sentences, which a portal may say in its own words.

use chrono::{Datelike, NaiveDate};

use super::sentences::{
    APRIL, AUGUST, DATE, DATE_AT, DECEMBER, END_OF, FEBRUARY, FRIDAY, JANUARY, JULY, JUNE, MARCH, MAY, MONDAY, NOVEMBER, OCTOBER, SAME_DAY,
    SATURDAY, SEPTEMBER, START_OF, SUNDAY, THURSDAY, TUESDAY, WEDNESDAY, WITHIN, WITHIN_A_DAY, WITHIN_AN_HOUR, WITHIN_DAYS, WITHIN_HOURS,
    WITHIN_ONE,
};
use super::{Said, Sentence};
use crate::value::moment::{Moment, ReadAs};
use crate::value::timescale::Timescale;

const DAYS: [&Sentence; 7] = [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY];

const MONTHS: [&Sentence; 12] = [JANUARY, FEBRUARY, MARCH, APRIL, MAY, JUNE, JULY, AUGUST, SEPTEMBER, OCTOBER, NOVEMBER, DECEMBER];

/// A date as GOV.UK writes it: `Tuesday 5 January 2027`.
pub(crate) fn said(date: NaiveDate) -> Said {
    DATE.with([
        ("weekday", DAYS[date.weekday().num_days_from_monday() as usize].said().into()),
        ("day", date.day().to_string().into()),
        ("month", MONTHS[date.month0() as usize].said().into()),
        ("year", date.year().to_string().into()),
    ])
}

/// A moment: its day and its time, and no time where none was given.
pub(crate) fn moment(at: Moment) -> Said {
    let (date, time) = (said(at.date()), at.time_of_day());
    match (at.read(), time.as_str()) {
        (ReadAs::AsStartOfDay, _) => date,
        (_, "00:00") => START_OF.with([("date", date.into())]),
        (_, "23:59") => END_OF.with([("date", date.into())]),
        _ => DATE_AT.with([("date", date.into()), ("time", time.into())]),
    }
}

/// How long there is: `within 3 working days`.
pub(crate) fn how_long(timescale: Timescale) -> Said {
    match timescale {
        Timescale::SameDay => SAME_DAY.said(),
        Timescale::Hours(1) => WITHIN_AN_HOUR.said(),
        Timescale::Hours(hours) => WITHIN_HOURS.with([("number", hours.to_string().into())]),
        Timescale::Days(1) => WITHIN_A_DAY.said(),
        Timescale::Days(days) => WITHIN_DAYS.with([("number", days.to_string().into())]),
        Timescale::WorkingDays(1) => WITHIN_ONE.said(),
        Timescale::WorkingDays(days) => WITHIN.with([("number", days.to_string().into())]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_spoken_with_their_weekday() {
        assert_eq!(said(NaiveDate::from_ymd_opt(2027, 1, 5).unwrap()).to_string(), "Tuesday 5 January 2027");
    }
}
