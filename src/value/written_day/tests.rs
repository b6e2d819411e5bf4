//! How people in Britain write a day, and what is none.

use super::*;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

#[test]
fn a_day_is_read_as_people_in_britain_write_it() {
    let spellings = "2026-09-22; 2026-09-22T16:00; 2026/09/22; 22 September 2026; 22nd September 2026; 22nd of September 2026; 22 Sept 2026; \
        22 Sep. 2026; 22/09/26; 22/9/2026; 22.09.26; 22-09-2026; 22-Sep-2026; 22nd-Sept-26; Tue 22 Sep 2026; Tues 22nd Sept 26; \
        Tuesday, 22 September 2026; Tuesday the 22nd of September, 2026; September 22nd, 2026; Sep 22 2026; 22 SEPT '26; 22 Sept ’26; \
        22.09.2026 16:00; 22/09/26 4pm; 22 Sep 2026 at 10.30am; 4pm 22 September 2026; by Tuesday 22 September 2026; By 22/09/2026; \
        no later than 22 September 2026; by close of play on 22 September 2026; before 22/9/26; 18-22 September 2026; \
        18 to 22 September 2026; between 18 and 22 September 2026; weekly until 22/09/26; w/e 22 September 2026; \
        from 1 September 2026 to 22 September 2026; (22/09/26); 22/09/2026.";
    for written in spellings.split(';') {
        assert_eq!(read(written, None), Ok(Some(day(2026, 9, 22))), "{written}");
    }
}

#[test]
fn without_a_year_it_is_the_nearest_to_the_meeting() {
    for written in ["Tue 22 Sep", "22/9", "22nd Sept", "by 22 September", "Sept 22nd"] {
        assert_eq!(read(written, Some(day(2026, 9, 1))), Ok(Some(day(2026, 9, 22))), "{written}");
        assert_eq!(read(written, None), Ok(None), "{written}");
    }
    assert_eq!(read("8 January", Some(day(2026, 12, 1))), Ok(Some(day(2027, 1, 8))));
    assert_eq!(read("20 November", Some(day(2026, 12, 1))), Ok(Some(day(2026, 11, 20))));
}

#[test]
fn what_is_no_day_is_told_apart() {
    let refused = |written| read(written, Some(day(2026, 9, 1))).unwrap_err();
    for written in ["31 September 2026", "31/09/26", "2026-02-30", "30.2.27", "29 February 2027", "12/25/2026", "31/4", "0 May 2027"] {
        assert_eq!(refused(written), NoDay::NotInCalendar, "{written}");
    }
    for written in ["September", "September 2026", "end of Sept 2026", "mid-December", "Jan 27", "by May"] {
        assert_eq!(refused(written), NoDay::MonthAlone, "{written}");
    }
    assert_eq!(refused("Wed 22 September 2026"), NoDay::OtherWeekday(day(2026, 9, 22)));
    assert_eq!(refused("Wednesday 22 Sept"), NoDay::OtherWeekday(day(2026, 9, 22)));
    let vague = "asap; ongoing; on-going; 2/52; 24/7; 10.30; 16:00; by Friday; next week; within 5 working days; 2027; Q4; n/a; ; from 22/09/26; \
        w/c 22 September 2026; w/c Monday 21 September 2026; after 22 Sept 2026; 22/09/26 tbc; 22 September 2026?; 6 weeks; Easter; 0026-05-22";
    for written in vague.split(';') {
        assert_eq!(refused(written), NoDay::NotADate, "{written}");
    }
}

#[test]
fn a_time_of_day_is_no_part_of_the_date() {
    let times = "21st Sept, 9.30am; 21 Sept 9.30am; 21 Sept, 10.30am; 21 Sept 10 am; 21 Sept 9 pm; Mon 21 Sept, 9-10am; 21 Sept 10.30-11.30; \
        21st Sept 9; 21 Sept at 10.30 a.m.; 9.30am on 21 September; Sept 21st, 2.15pm; 21 Sept, 12 pm; 21 September @ 9am; 21/9 9.30am";
    for written in times.split(';') {
        assert_eq!(read(written, Some(day(2026, 9, 14))), Ok(Some(day(2026, 9, 21))), "{written}");
    }
    assert_eq!(read("21 Sept 26 9 am", None), Ok(Some(day(2026, 9, 21))));
}

#[test]
fn a_slip_or_a_space_is_read_past() {
    let spellings = "12 Novmber 2026; 12th Novemeber 2026; 12 Nvoember 2026; 11 - 12 Nov 2026; 12 / 11 / 2026; 12 - 11 - 2026; 12. 11. 2026; 12 – 11 – 26; \
        12 / 11 / 26; Thu 12 / 11 / 2026; 12 Tachwedd 2026; dydd Iau 12 Tachwedd 2026; November 2026 (12th); November 2026, 12th; 12th (November 2026)";
    for written in spellings.split(';') {
        assert_eq!(read(written, None), Ok(Some(day(2026, 11, 12))), "{written}");
    }
    assert_eq!(read("dydd Mawrth 15", Some(day(2026, 9, 1))), Err(NoDay::NotADate));
    assert_eq!(read("dydd Mawrth 15 Medi 2026", None), Ok(Some(day(2026, 9, 15))));
    assert_eq!(read("Hydref 2026", None), Err(NoDay::MonthAlone));
    assert_eq!(read("31 - 11 - 2026", None), Err(NoDay::NotInCalendar));
}

#[test]
fn the_day_from_which_days_are_counted_is_not_the_last() {
    let counted = "within 15 working days of ICPC on 14 September 2026; within 10 days of 14 September 2026; 15 working days from ICPC on 14/09/26; \
        6 weeks after the strategy meeting of 14 Sept 2026; 5 days before the review on 14 September 2026; 10 days following ICPC on 14.09.26; within 24 hours of discharge, 14 Sept 2026";
    for written in counted.split(';') {
        assert_eq!(read(written, Some(day(2026, 9, 1))), Err(NoDay::NotADate), "{written}");
    }
    let told = "within 15 working days of ICPC on 14 September 2026, i.e. by 5 October 2026; 15 working days from 14 September 2026 (5 October 2026); \
        within 15 working days of ICPC, by 5 October 2026; 3 weeks of sessions, the last on 5 October 2026";
    for written in told.split(';') {
        assert_eq!(read(written, Some(day(2026, 9, 1))), Ok(Some(day(2026, 10, 5))), "{written}");
    }
}
