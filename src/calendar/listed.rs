//! The bank holidays of the list, as they are written.

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer};

use crate::error::{Code, Error};
use crate::value::entries::Entries;
use crate::value::{Text, date, read};

/// Date and name of each, the earliest first.
pub(super) fn holidays<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<(NaiveDate, Text)>, D::Error> {
    let written = Entries::<Text>::deserialize(deserializer)?;
    let mut holidays: Vec<(NaiveDate, Text)> = Vec::new();
    for (day, name) in written.iter() {
        let later = date::from_words(day).filter(|day| holidays.last().is_none_or(|(before, _)| before < day));
        let refused = || Error::expected(Code::BadDate, "dates such as 2026-03-02, the earliest first").in_field(day);
        holidays.push((later.ok_or_else(refused).map_err(|error| read::handed_on::<D::Error>(&error))?, Text::clone(name)));
    }
    Ok(holidays)
}
