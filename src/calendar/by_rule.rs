//! Holidays beyond the years that the list knows.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// Holidays that return every year without a proclamation. Substitute days and early May need one: not counting
/// an unknown holiday makes a limit end earlier, which is the safe side.
pub(super) fn holiday_by_rule(date: NaiveDate) -> Option<&'static str> {
    let last_monday = date.weekday() == Weekday::Mon && (date + Days::new(7)).month() != date.month();
    match (date.month(), date.day()) {
        (1, 1) => Some("New Year's Day"),
        (5, _) if last_monday => Some("Spring bank holiday"),
        (8, _) if last_monday => Some("Summer bank holiday"),
        (12, 25) => Some("Christmas Day"),
        (12, 26) => Some("Boxing Day"),
        _ => easter_holiday(date),
    }
}

fn easter_holiday(date: NaiveDate) -> Option<&'static str> {
    let easter = computus::gregorian(date.year()).ok()?;
    let easter = NaiveDate::from_ymd_opt(easter.year, easter.month, easter.day)?;
    match date.signed_duration_since(easter).num_days() {
        -2 => Some("Good Friday"),
        1 => Some("Easter Monday"),
        _ => None,
    }
}
