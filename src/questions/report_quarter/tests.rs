//! Which numbers are shown, and how they are written.

use super::answer::{Figure, Measured, Row};
use super::csv;
use super::figures::{Count, figure};
use super::rule::Measure;
use crate::text::Said;
use crate::value::agency::Agency;
use crate::value::truth::Truth::{self, No, Unknown, Yes};

const SMALLEST: u32 = 5;

fn row(recorded: &[(Truth, usize)]) -> Row {
    let each = recorded.iter().flat_map(|(truth, times)| std::iter::repeat_n(*truth, *times));
    each.collect::<Count>().row(None, SMALLEST)
}

#[test]
fn nothing_is_shown_and_a_few_are_not() {
    assert_eq!(figure(0, SMALLEST), Figure { number: Some(0), suppressed: false });
    assert_eq!(figure(4, SMALLEST), Figure { number: None, suppressed: true });
    assert_eq!(figure(5, SMALLEST), Figure { number: Some(5), suppressed: false });
}

#[test]
fn a_share_is_shown_only_where_neither_those_nor_the_others_are_few() {
    assert_eq!(row(&[(Yes, 8), (No, 8)]).per_cent, Some(50));
    assert_eq!(row(&[(Yes, 3), (No, 13)]).per_cent, None);
    assert_eq!(row(&[(Yes, 13), (No, 3)]).per_cent, None);
    assert_eq!(row(&[(Yes, 16)]).per_cent, Some(100));
    assert_eq!(row(&[]).per_cent, None);
}

#[test]
fn what_was_not_recorded_is_no_yes_and_is_told() {
    let row = row(&[(Yes, 10), (Unknown, 5), (No, 5)]);
    assert_eq!((row.of.number, row.count.number, row.not_recorded.number), (Some(20), Some(10), Some(5)));
}

#[test]
fn a_cell_of_the_csv_is_never_a_formula() {
    let agency = Agency::new("-1").unwrap();
    let rows = vec![[Yes; 8].into_iter().collect::<Count>().row(Some(&agency), SMALLEST)];
    let measured = Measured { id: "X-1".into(), measure: Measure::DutyInTime, text: Said::plain("In time"), rows };
    let csv = csv::of(&[measured]);
    let lines: Vec<&str> = csv.split("\r\n").collect();
    assert_eq!(lines, ["rule,measure,agency,of,count,per cent,not recorded", "X-1,duty-in-time,\"'-1\",8,8,100,0", ""]);
}
