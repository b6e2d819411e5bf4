//! Bank holidays that came with a question: what government proclaims, and no office's closure, which is a working day.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::Deserialize;

use super::by_rule::holiday_by_rule;
use super::{Calendar, Day};
use crate::error::{Code, Error};
use crate::value::word_list::WordList;
use crate::value::{Text, date, distinct};

/// A bank holiday that government has proclaimed since: at most two added in a year, and one moved. More is refused, because an
/// office's closure is a working day.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct AddedHoliday {
    /// Its date.
    #[serde(deserialize_with = "date::read")]
    pub date: NaiveDate,
    /// Its name.
    pub title: Option<String>,
    /// The bank holiday of the same year that is kept on this date instead, where it was moved: at most 28 days away, for
    /// government moves one within the same weeks, and a day months away would be a working day made free.
    #[serde(default, deserialize_with = "date::read_if_given")]
    pub replaces: Option<NaiveDate>,
}

impl Calendar {
    /// The same calendar with bank holidays that it does not know yet.
    ///
    /// # Errors
    /// An [`Error`] where a date replaces none of the list, where a title is an office's, or where there are more than government
    /// proclaims in a year.
    pub(crate) fn with(&self, added: Option<&[AddedHoliday]>) -> Result<Cow<'_, Calendar>, Error> {
        let added = added.unwrap_or_default();
        for (place, holiday) in added.iter().enumerate() {
            self.check_added(holiday, &added[..place]).map_err(|error| error.in_item(place).in_field("bankHolidays"))?;
        }
        Ok(match added {
            [] => Cow::Borrowed(self),
            added => Cow::Owned(Calendar { added: added.to_vec(), ..self.clone() }),
        })
    }

    /// Is a day a bank holiday of Scotland or Northern Ireland, and not of England and Wales?
    fn is_elsewhere(&self, date: NaiveDate) -> bool {
        let kept_on = |day: &Text| {
            let mut kept = date::from_words(&format!("{}-{day}", date.year()))?;
            while self.day_as_listed(kept) != Day::Working || may_stand_for_a_weekend(kept) {
                kept = kept.succ_opt()?;
            }
            Some(kept)
        };
        let is_first_monday = date.weekday() == Weekday::Mon && date.day() <= 7;
        self.elsewhere.days.iter().filter_map(kept_on).any(|kept| kept == date)
            || is_first_monday && self.elsewhere.first_mondays.contains(&date.month())
    }

    /// Do two days lie nearer than government has ever proclaimed two beside the usual ones? Beyond the list substitute days,
    /// which may follow one another, are added by hand too.
    fn is_too_near(&self, one: NaiveDate, other: NaiveDate) -> bool {
        one != other && self.knows(one) && self.knows(other) && (one - other).num_days().abs() < self.days_apart
    }

    /// Does a title read as a bank holiday that government proclaims? What no list knows does not.
    fn is_proclaimed(&self, title: &str) -> bool {
        let folded = title.to_lowercase().replace(['\'', '’'], "");
        let words: Vec<&str> = folded.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let within = format!(" {} ", words.join(" "));
        self.proclaimed.iter().any(|name| within.contains(&format!(" {name} "))) && !names_one_of(title, &self.not_proclaimed)
    }

    fn check_added(&self, holiday: &AddedHoliday, before: &[AddedHoliday]) -> Result<(), Error> {
        let year = holiday.date.year();
        let of_the_year = || before.iter().filter(|other| other.date.year() == year);
        let is_working = |date: &NaiveDate| self.day_as_listed(*date) == Day::Working;
        let calls_it = |words: &WordList| holiday.title.as_deref().is_some_and(|title| names_one_of(title, words));
        if calls_it(&self.elsewhere.words) {
            return Err(of_england_and_wales("title"));
        }
        if self.is_elsewhere(holiday.date) {
            return Err(of_england_and_wales("date"));
        }
        let title = holiday.title.as_deref().map(str::trim).filter(|title| !title.is_empty());
        if title.is_some_and(|title| !self.is_proclaimed(title)) {
            return Err(not_proclaimed());
        }
        match holiday.replaces {
            None => {
                let others = of_the_year().filter(|other| other.replaces.is_none()).map(|other| other.date);
                let days = distinct(others.chain([holiday.date]).filter(is_working));
                let added = before.iter().filter(|other| other.replaces.is_none()).map(|other| other.date).filter(is_working);
                if days.len() > self.most_added {
                    Err(too_many(self.most_added, "added"))
                } else if is_working(&holiday.date) && added.into_iter().any(|other| self.is_too_near(holiday.date, other)) {
                    Err(too_near(self.days_apart))
                } else {
                    Ok(())
                }
            }
            Some(replaced) if replaced.year() != year || !matches!(self.day_as_listed(replaced), Day::Holiday(_)) => {
                Err(Error::expected(Code::BadDate, "the date of a known bank holiday of that year").in_field("replaces"))
            }
            Some(replaced) if (holiday.date - replaced).num_days().abs() > self.days_moved => Err(too_far(self.days_moved)),
            Some(_) => {
                let moved = of_the_year().filter(|other| other.replaces.is_some()).count();
                if moved >= self.most_moved { Err(too_many(self.most_moved, "moved")) } else { Ok(()) }
            }
        }
    }
}

/// Has a title one of these words?
fn names_one_of(title: &str, words: &WordList) -> bool {
    title.to_lowercase().split(|c: char| !c.is_alphanumeric()).any(|word| words.has(word))
}

/// May a Monday be kept for a bank holiday on the weekend before it?
fn may_stand_for_a_weekend(date: NaiveDate) -> bool {
    let before = date.iter_days().rev().skip(1).take(2);
    date.weekday() == Weekday::Mon && before.into_iter().any(|day| holiday_by_rule(day).is_some())
}

fn not_proclaimed() -> Error {
    let expected = "the name of a bank holiday that is proclaimed, such as Bank holiday for the Coronation: an office's or a place's \
                    own day off is a working day";
    Error::expected(Code::BadInput, expected).in_field("title")
}

fn of_england_and_wales(field: &'static str) -> Error {
    Error::expected(Code::BadInput, "a bank holiday of England and Wales: one of Scotland or Northern Ireland alone is a working day")
        .in_field(field)
}

fn too_far(days: i64) -> Error {
    let why = "government moves one within the same weeks";
    Error::expected(Code::BadDate, format_args!("a bank holiday at most {days} days from the date on which it is kept: {why}"))
        .in_field("replaces")
}

fn too_near(days: i64) -> Error {
    let each_alone = "as government proclaims each alone: an office's closure is a working day";
    Error::expected(Code::BadInput, format_args!("no other added within {days} days, {each_alone}"))
}

fn too_many(most: usize, how: &str) -> Error {
    let proclaimed = "as government proclaims them: an office's closure is a working day";
    Error::expected(Code::BadInput, format_args!("at most {most} {how} in a year, {proclaimed}"))
}
