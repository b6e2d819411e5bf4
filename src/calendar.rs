//! Which days count: working days in England and Wales.
//!
//! A working day is Monday to Friday other than a bank or public holiday of England and Wales. School holidays,
//! office closures and holidays of Scotland or Northern Ireland are working days: leaving a day out lengthens a limit.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::answers::answers;
use crate::facts::{Fault, Node, Read, Shape, facts, table};
use crate::words::Gather as _;
use crate::words::moment;

table! {
    /// The bank holidays of England and Wales, and how far that knowledge goes.
    #[derive(Clone, Debug, Default)]
    pub struct Calendar {
        /// The first day for which every bank holiday is known.
        pub known_from: NaiveDate,
        /// The last such day. One proclaimed after `checked_on` is not in the list.
        pub known_until: NaiveDate,
        /// When the list was last compared with the government's own.
        pub checked_on: NaiveDate,
        /// Date and name, on weekdays.
        pub holidays: Holidays,
        /// Bank holidays that a caller added.
        pub added: Added,
    }
}

facts! {
    /// A bank holiday that the list does not know yet.
    #[derive(Clone, Debug, Default, PartialEq)]
    pub struct AddedHoliday {
        /// Its date.
        pub date: NaiveDate,
        /// Its name.
        pub title: Option<String>,
    }
}

/// Bank holidays that a caller added. They come with a question and are never written in the list.
#[derive(Clone, Debug, Default)]
pub struct Added(Vec<AddedHoliday>);

impl Read for Added {
    fn is_required(&self) -> bool {
        false
    }

    fn read(&mut self, _: &Node) -> Result<(), Fault> {
        Err(Fault::expected("bad-pack", "no added holidays: they come with a question"))
    }

    fn shape() -> Shape {
        Shape::Never
    }
}

/// Holidays by date, the earliest first.
#[derive(Clone, Debug, Default)]
pub struct Holidays(pub &'static [(NaiveDate, &'static str)]);

impl Holidays {
    fn on(&self, date: NaiveDate) -> Option<&'static str> {
        self.0.binary_search_by_key(&date, |(day, _)| *day).ok().map(|index| self.0[index].1)
    }
}

impl Read for Holidays {
    fn read(&mut self, node: &Node) -> Result<(), Fault> {
        let mut holidays: Vec<(NaiveDate, &str)> = Vec::new();
        for (date, name) in node.entries()? {
            let day = moment::date(date).filter(|day| holidays.last().is_none_or(|(before, _)| before < day));
            let day = day.ok_or_else(|| Fault::expected("bad-date", "dates such as 2026-03-02, the earliest first").in_field(date))?;
            let mut said = "";
            said.read(name)?;
            holidays.push((day, said));
        }
        *self = Holidays(holidays.leak());
        Ok(())
    }

    fn shape() -> Shape {
        Shape::Map(Box::new(String::shape()))
    }
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
}

answers! {
    /// One day of a count.
    #[derive(Clone, Debug, PartialEq)]
    pub struct CountedDay {
        /// The date.
        pub date: NaiveDate,
        /// Its weekday, in words.
        pub weekday: &'static str,
        /// Is it counted?
        pub counts: bool,
        /// Which day of the limit it is.
        pub day: Option<u32> where known,
        /// Why it is not counted.
        pub why: Option<String> where known,
    }
}

impl Calendar {
    /// Does this day count?
    pub fn day(&self, date: NaiveDate) -> Day<'_> {
        if matches!(date.weekday(), Weekday::Sat | Weekday::Sun) {
            return Day::Weekend;
        }
        if let Some(added) = self.added.0.iter().find(|added| added.date == date) {
            return Day::Holiday(added.title.as_deref().unwrap_or("added by hand"));
        }
        let name = if self.knows(date) { self.holidays.on(date) } else { holiday_by_rule(date) };
        name.map_or(Day::Working, Day::Holiday)
    }

    /// The same calendar with bank holidays that it does not know yet.
    #[must_use]
    pub fn with(&self, added: &[AddedHoliday]) -> Calendar {
        Calendar { added: Added(added.to_vec()), ..self.clone() }
    }

    /// Is this a day for which every bank holiday is known?
    pub fn knows(&self, date: NaiveDate) -> bool {
        (self.known_from..=self.known_until).contains(&date)
    }

    /// Counts so many working days from a trigger. Day 1 is the next working day.
    pub fn working_days(&self, trigger: NaiveDate, limit: u32) -> Count {
        let mut count = self.same_day(trigger);
        let mut left = limit;
        let mut left_to_aim = if self.day(trigger) == Day::Working { limit - 1 } else { limit };
        while left > 0 {
            count.due_by = count.due_by + Days::new(1);
            if self.day(count.due_by) != Day::Working {
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

    /// The calendar day itself, whatever day it is: it is never rolled to a working day.
    pub fn same_day(&self, trigger: NaiveDate) -> Count {
        Count { began: trigger, due_by: trigger, aim_by: trigger, over_days_off: false, beyond_knowledge: false }
    }

    /// Every day of a count, from the trigger to the end, and why it counts or does not.
    pub fn days(&self, count: Count) -> Vec<CountedDay> {
        let same_day = count.began == count.due_by;
        let mut counted = 0;
        let all = count.began.iter_days().take_while(|date| *date <= count.due_by);
        let day = |date: NaiveDate| {
            let why = match self.day(date) {
                _ if same_day => None,
                _ if date == count.began => Some("the day it began is day 0".to_owned()),
                Day::Working => None,
                Day::Weekend => Some("weekend".to_owned()),
                Day::Holiday(name) => Some(format!("bank holiday: {name}")),
            };
            counted += u32::from(why.is_none() && !same_day);
            CountedDay { date, weekday: moment::weekday(date), counts: why.is_none(), day: why.is_none().then_some(counted), why }
        };
        all.map(day).gathered()
    }
}

/// Holidays that return every year without a proclamation. Substitute days and early May need one: not counting
/// an unknown holiday makes a limit end earlier, which is the safe side.
fn holiday_by_rule(date: NaiveDate) -> Option<&'static str> {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn date(words: &str) -> NaiveDate {
        moment::date(words).unwrap()
    }

    fn calendar() -> Calendar {
        crate::packs::built_in().calendar
    }

    #[test]
    fn amb_10_the_day_of_the_trigger_is_day_0_and_counted_only_for_the_aim() {
        let count = calendar().working_days(date("2026-03-02"), 3);
        assert_eq!((count.due_by, count.aim_by), (date("2026-03-05"), date("2026-03-04")));
        let one = calendar().working_days(date("2026-03-06"), 1);
        assert_eq!((one.due_by, one.aim_by), (date("2026-03-09"), date("2026-03-06")));
    }

    #[test]
    fn amb_11_a_count_from_a_day_off_starts_on_the_next_working_day() {
        let count = calendar().working_days(date("2026-03-07"), 3);
        assert_eq!((count.due_by, count.aim_by), (date("2026-03-11"), date("2026-03-11")));
    }

    #[test]
    fn amb_11_only_england_and_wales_close() {
        assert_eq!(calendar().day(date("2026-06-15")), Day::Working, "a Scottish holiday");
        assert_eq!(calendar().day(date("2022-09-19")), Day::Holiday("Bank holiday for the State Funeral of Queen Elizabeth II"));
        assert_eq!(calendar().day(date("2020-05-04")), Day::Working, "moved to 8 May in 2020");
    }

    #[test]
    fn christmas_is_counted_out_day_by_day() {
        let calendar = calendar();
        let days = calendar.days(calendar.working_days(date("2026-12-23"), 3));
        let said: Vec<_> = days.iter().map(|d| (d.date.day(), d.day, d.why.as_deref().unwrap_or(""))).collect();
        assert_eq!(
            said,
            [
                (23, None, "the day it began is day 0"),
                (24, Some(1), ""),
                (25, None, "bank holiday: Christmas Day"),
                (26, None, "weekend"),
                (27, None, "weekend"),
                (28, None, "bank holiday: Boxing Day (substitute day)"),
                (29, Some(2), ""),
                (30, Some(3), ""),
            ]
        );
    }

    #[test]
    fn past_its_knowledge_it_counts_no_unknown_holiday_and_says_so() {
        let calendar = calendar();
        let count = calendar.working_days(date("2028-12-28"), 3);
        assert_eq!((count.due_by, count.beyond_knowledge), (date("2029-01-03"), true));
        assert_eq!(calendar.day(date("2029-03-30")), Day::Holiday("Good Friday"));
        assert_eq!(calendar.day(date("2029-05-07")), Day::Working, "early May needs a proclamation");
        assert_eq!(calendar.day(date("2032-12-27")), Day::Working, "a substitute day needs a proclamation");
    }

    #[test]
    fn the_rule_and_the_list_agree_where_nothing_was_proclaimed() {
        let calendar = calendar();
        let mut day = calendar.known_from;
        while day <= calendar.known_until {
            if let (Some(name), false) = (holiday_by_rule(day), matches!(day.weekday(), Weekday::Sat | Weekday::Sun)) {
                let moved_in_2022 = day == date("2022-05-30");
                assert!(moved_in_2022 || matches!(calendar.day(day), Day::Holiday(_)), "{day} {name}");
            }
            day = day + Days::new(1);
        }
    }
}
