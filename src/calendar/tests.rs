//! Counting out days.

use super::by_rule::holiday_by_rule;
use super::*;

fn date(words: &str) -> NaiveDate {
    crate::value::date::from_words(words).unwrap()
}

fn calendar() -> Calendar {
    crate::Rulebook::built_in().calendar().clone()
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
