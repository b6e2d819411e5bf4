//! Which days count: working days in England and Wales.
//!
//! A working day is Monday to Friday other than a bank or public holiday of England and Wales. School holidays,
//! office closures and holidays of Scotland or Northern Ireland are working days: leaving a day out lengthens a limit.

mod added;
mod by_rule;
mod elsewhere;
mod listed;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use crate::value::moment::{self, Moment, ReadAs, TimeOfDay};
use crate::value::word_list::WordList;
use crate::value::{Text, date};
pub use added::AddedHoliday;
use by_rule::holiday_by_rule;
use elsewhere::Elsewhere;
use listed::holidays;

/// The bank holidays of England and Wales, and how far that knowledge goes.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Calendar {
    /// The first day for which every bank holiday is known.
    #[serde(deserialize_with = "date::read")]
    pub known_from: NaiveDate,
    /// The last such day. One proclaimed after `checked_on` is not in the list.
    #[serde(deserialize_with = "date::read")]
    pub known_until: NaiveDate,
    /// When the list was last compared with the government's own.
    #[serde(deserialize_with = "date::read")]
    pub checked_on: NaiveDate,
    /// For how many months the last check of a document is relied on in silence.
    pub(crate) checked_for_months: u32,
    /// How many a year may be added by hand: as many as government has ever proclaimed beside the usual ones.
    most_added: usize,
    /// How many a year may be moved by hand to another day.
    most_moved: usize,
    /// How many days at least lie between two that are added by hand.
    days_apart: i64,
    /// How many days at most lie between a bank holiday that is moved by hand and the day on which it is kept.
    days_moved: i64,
    /// Names by which government proclaims a bank holiday, one of which a title has.
    proclaimed: Vec<Text>,
    /// Words of a title by which a day off is an office's or a place's own all the same.
    not_proclaimed: WordList,
    /// Those of Scotland or Northern Ireland alone, which are working days here.
    elsewhere: Elsewhere,
    /// When an office that keeps short hours opens.
    office_opens: TimeOfDay,
    /// When it closes.
    office_closes: TimeOfDay,
    /// Date and name, on weekdays, the earliest first.
    #[serde(deserialize_with = "holidays")]
    holidays: Vec<(NaiveDate, Text)>,
    /// Bank holidays that came with a question. They are never written in the list.
    #[serde(skip)]
    added: Vec<AddedHoliday>,
}

/// Does a day count, and if not, why?
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Day<'c> {
    /// It counts.
    Working,
    /// Saturday or Sunday.
    Weekend,
    /// A bank or public holiday, by name.
    Holiday(&'c str),
}

/// A limit, counted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Count {
    /// The day of the trigger: day 0, and not counted.
    pub began: NaiveDate,
    /// The last day.
    pub due_by: NaiveDate,
    /// The last day if the trigger's own day is counted; never later than `due_by`.
    pub aim_by: NaiveDate,
    /// Does it run over a weekend or a bank holiday?
    pub over_days_off: bool,
    /// Did it leave the years for which bank holidays are known?
    pub beyond_knowledge: bool,
    /// Does every day count, weekends and bank holidays too?
    pub every_day: bool,
    /// The last day without the bank holidays that were added by hand, where some were.
    pub without_added: Option<NaiveDate>,
}

/// One day of a count.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct CountedDay {
    /// The date.
    pub date: NaiveDate,
    /// Its weekday, in words.
    pub weekday: &'static str,
    /// Is it counted?
    pub counts: bool,
    /// Which day of the limit it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<u32>,
    /// Why it is not counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<String>,
}

impl Calendar {
    /// Does this day count?
    pub fn day(&self, date: NaiveDate) -> Day<'_> {
        if matches!(date.weekday(), Weekday::Sat | Weekday::Sun) {
            return Day::Weekend;
        }
        if let Some(added) = self.added.iter().find(|added| added.date == date) {
            return Day::Holiday(added.title.as_deref().unwrap_or("added by hand"));
        }
        if self.added.iter().any(|added| added.replaces == Some(date)) {
            return Day::Working;
        }
        self.day_as_listed(date)
    }

    /// The same without the bank holidays that were added by hand.
    fn day_as_listed(&self, date: NaiveDate) -> Day<'_> {
        if matches!(date.weekday(), Weekday::Sat | Weekday::Sun) {
            return Day::Weekend;
        }
        let name = if self.knows(date) { self.listed(date) } else { holiday_by_rule(date) };
        name.map_or(Day::Working, Day::Holiday)
    }

    /// Is it a working day, whether the bank holidays added by hand are kept or not?
    pub(crate) fn is_working_either_way(&self, date: NaiveDate) -> bool {
        self.day(date) == Day::Working && self.day_as_listed(date) == Day::Working
    }

    /// Is it certainly a time at which every office is open?
    pub(crate) fn is_in_office_hours(&self, at: Moment) -> bool {
        let on_the_day = |time: TimeOfDay| moment::at(at.date(), time).instant();
        let open = on_the_day(self.office_opens)..on_the_day(self.office_closes);
        at.read() != ReadAs::AsStartOfDay && self.is_working_either_way(at.date()) && open.contains(&at.instant())
    }

    fn listed(&self, date: NaiveDate) -> Option<&str> {
        self.holidays.binary_search_by_key(&date, |(day, _)| *day).ok().map(|index| &*self.holidays[index].1)
    }

    /// Is this a day for which every bank holiday is known?
    pub fn knows(&self, date: NaiveDate) -> bool {
        (self.known_from..=self.known_until).contains(&date)
    }

    /// Counts so many working days from a trigger. Day 1 is the next working day. The aim never counts what was added by hand.
    pub fn working_days(&self, trigger: NaiveDate, limit: u32) -> Count {
        let count = self.counted(trigger, limit, |day| self.day(day) == Day::Working);
        if self.added.is_empty() {
            return count;
        }
        let listed = self.counted(trigger, limit, |day| self.day_as_listed(day) == Day::Working);
        let aim_by = count.aim_by.min(listed.aim_by).min(count.due_by);
        Count { aim_by, without_added: Some(listed.due_by), ..count }
    }

    fn counted(&self, trigger: NaiveDate, limit: u32, is_working: impl Fn(NaiveDate) -> bool) -> Count {
        let mut count = Count { every_day: false, ..self.same_day(trigger) };
        let mut left = limit;
        let mut left_to_aim = if is_working(trigger) { limit - 1 } else { limit };
        while left > 0 {
            count.due_by = count.due_by + Days::new(1);
            if !is_working(count.due_by) {
                count.over_days_off = true;
                continue;
            }
            left -= 1;
            if left_to_aim > 0 {
                left_to_aim -= 1;
                count.aim_by = count.due_by;
            }
        }
        count.beyond_knowledge = !self.knows(trigger) || !self.knows(count.due_by);
        count
    }

    /// Counts so many working days back from a day, which is not counted itself. The first is the working day before it. Beside
    /// it the same without the bank holidays that were added by hand, where some were.
    pub(crate) fn working_days_before(&self, day: NaiveDate, limit: u32) -> (NaiveDate, Option<NaiveDate>) {
        let back = |is_working: &dyn Fn(NaiveDate) -> bool| {
            let before = std::iter::successors(day.pred_opt(), NaiveDate::pred_opt);
            before.filter(|day| is_working(*day)).nth(limit.saturating_sub(1) as usize).unwrap_or(day)
        };
        let listed = || back(&|day| self.day_as_listed(day) == Day::Working);
        (back(&|day| self.day(day) == Day::Working), (!self.added.is_empty()).then(listed))
    }

    /// The calendar day itself, whatever day it is: it is never rolled to a working day.
    pub fn same_day(&self, trigger: NaiveDate) -> Count {
        Count {
            began: trigger,
            due_by: trigger,
            aim_by: trigger,
            over_days_off: false,
            beyond_knowledge: false,
            every_day: true,
            without_added: None,
        }
    }

    /// So many calendar days from a trigger, of which every one counts. The aim is a working day, where one lies between.
    pub fn calendar_days(&self, trigger: NaiveDate, limit: u32) -> Count {
        let due_by = trigger + Days::new(limit.into());
        let before = trigger.iter_days().take_while(|day| *day < due_by);
        let aim_by = before.filter(|day| self.is_working_either_way(*day)).last().unwrap_or(trigger);
        Count { due_by, aim_by, ..self.same_day(trigger) }
    }

    /// Every day of a count, from the trigger to the end, and why it counts or does not.
    pub fn days(&self, count: Count) -> Vec<CountedDay> {
        let same_day = count.began == count.due_by;
        let mut counted = 0;
        let all = count.began.iter_days().take_while(|date| *date <= count.due_by);
        let day = |date| {
            let why = match self.day(date) {
                _ if same_day => None,
                _ if date == count.began => Some("the day it began is day 0".to_owned()),
                _ if count.every_day => None,
                Day::Working => None,
                Day::Weekend => Some("weekend".to_owned()),
                Day::Holiday(name) => Some(format!("bank holiday: {name}")),
            };
            counted += u32::from(why.is_none() && !same_day);
            CountedDay { date, weekday: date::weekday(date), counts: why.is_none(), day: why.is_none().then_some(counted), why }
        };
        all.map(day).collect()
    }
}

#[cfg(test)]
mod tests;
