//! Which numbers are shown, what can be worked out from them, and how they are written.

use std::collections::{BTreeMap, BTreeSet};

use super::answer::{Measured, Row};
use super::csv;
use super::figures::{Count, Figures, Tally, Whom};
use super::rule::Measure;
use super::time::in_time;
use crate::calendar::Calendar;
use crate::engine::rulebook::Rulebook;
use crate::text::Said;
use crate::text::sentences::{DONE_TOO_EARLY, TIME_OF_DAY_NEEDED};
use crate::value::agency::Agency;
use crate::value::limit::Limit;
use crate::value::moment::Moment;

const SMALLEST: u32 = 5;

/// So many yes, so many no, and so many of which nothing is recorded.
type Parts = [u32; 3];

fn count([yes, no, not_recorded]: Parts) -> Count {
    Count { of: yes + no + not_recorded, yes, not_recorded }
}

/// What the public is told of a measure of meetings, as it falls to teams and to none.
fn of_teams(measure: Measure, teams: &[Parts], of_no_team: Parts, smallest: u32) -> Vec<Row> {
    let all = teams.iter().chain([&of_no_team]).fold([0; 3], |all: Parts, parts| [0, 1, 2].map(|place| all[place] + parts[place]));
    let named = ["east", "west", "north"].into_iter().zip(teams).filter(|(_, parts)| count(**parts).of > 0);
    let lines = [(Whom::All, count(all))].into_iter().chain(named.map(|(team, parts)| (Whom::Team(team), count(*parts))));
    let tally = Tally { measure, duty: None, smallest, lines: lines.collect(), of_no_team: count(of_no_team) };
    let figures = Figures { meetings: count(all).of, tallies: &[tally], public: true };
    figures.rows().remove(0)
}

/// All ways to share out a number.
fn shares(number: u32, places: usize) -> Vec<Vec<u32>> {
    match places {
        0 => vec![Vec::new()],
        1 => vec![vec![number]],
        _ => (0..=number)
            .flat_map(|first| shares(number - first, places - 1).into_iter().map(move |rest| [vec![first], rest].concat()))
            .collect(),
    }
}

/// The numbers behind rows, those held back too.
type Behind = Vec<[u32; 3]>;

/// What can be seen of rows from outside.
type Seen = Vec<(Option<String>, [Option<u32>; 3])>;

/// Of everything that looks alike from outside, each number that is held back is at least two.
fn nothing_can_be_worked_out(published: impl IntoIterator<Item = (Vec<Row>, Behind)>) -> usize {
    let mut alike: BTreeMap<Seen, (Vec<Row>, Vec<BTreeSet<u32>>)> = BTreeMap::new();
    for (rows, behind) in published {
        assert_eq!(rows.len(), behind.len());
        let seen = rows.iter().map(|row| (row.team.clone(), [row.of, row.count, row.not_recorded].map(|figure| figure.number))).collect();
        let (_, possible) = alike.entry(seen).or_insert_with(|| (rows, vec![BTreeSet::new(); behind.len() * 4]));
        for (row, [of, yes, not_recorded]) in behind.iter().enumerate() {
            for (place, number) in [*of, *yes, *not_recorded, of - yes - not_recorded].into_iter().enumerate() {
                possible[row * 4 + place].insert(number);
            }
        }
    }
    for (rows, possible) in alike.values() {
        for (row, possible) in rows.iter().zip(possible.chunks(4)) {
            for (figure, possible) in [row.of, row.count, row.not_recorded].iter().zip(possible) {
                assert!(!figure.suppressed || possible.len() > 1, "{row:?} can only be {possible:?} in {rows:?}");
                assert!(figure.suppressed || *possible == BTreeSet::from([figure.number.unwrap()]), "{row:?}");
            }
            // The late ones: what is left of the whole.
            assert!(possible[3].len() > 1 || !(1..SMALLEST).contains(possible[3].first().unwrap()), "{row:?} tells {:?}", possible[3]);
        }
    }
    alike.len()
}

fn behind(parts: &[Parts]) -> Behind {
    parts.iter().map(|parts| count(*parts)).map(|count| [count.of, count.yes, count.not_recorded]).collect()
}

#[test]
fn nothing_held_back_can_be_worked_out_from_teams() {
    for teams in [0, 1, 2] {
        let most = if teams == 2 { 11 } else { 16 };
        let all = (0..=most).flat_map(|meetings| shares(meetings, 3 * (teams + 1))).map(|shares| {
            let parts: Vec<Parts> = shares.chunks(3).map(|parts| [parts[0], parts[1], parts[2]]).collect();
            let rows = of_teams(Measure::DutyInTime, &parts[..teams], parts[teams], SMALLEST);
            let all = [0, 1, 2].map(|place| parts.iter().map(|parts| parts[place]).sum());
            let told = rows.iter().filter_map(|row| row.team.as_deref());
            let of_told = told.map(|team| parts[usize::from(team == "west")]);
            let behind = behind(&[all].into_iter().chain(of_told).collect::<Vec<Parts>>());
            (rows, behind)
        });
        assert!(nothing_can_be_worked_out(all) > 10);
    }
}

/// What the public is told of an agency: who was asked, who came, who returned the form; and how many meetings there were.
fn of_an_agency(asked: Parts, came: Parts, returned: Parts, meetings: u32) -> (Vec<Row>, Behind) {
    let agency = Agency::new("police").unwrap();
    let tally = |measure, parts| Tally {
        measure,
        duty: None,
        smallest: SMALLEST,
        lines: vec![(Whom::Agency(&agency), count(parts))],
        of_no_team: Count::default(),
    };
    let tallies = [tally(Measure::Requests, asked), tally(Measure::Attendance, came), tally(Measure::Forms, returned)];
    let rows = Figures { meetings, tallies: &tallies, public: true }.rows().concat();
    (rows, behind(&[asked, came, returned]))
}

#[test]
fn nothing_held_back_can_be_worked_out_from_the_other_measures_of_an_agency() {
    let meetings = 7;
    let all = (1..=meetings).flat_map(|listed| shares(listed, 3)).flat_map(|asked| {
        let asked: Parts = [asked[0], asked[1], asked[2]];
        // An agency that was not asked is neither there nor missing.
        let both: Vec<Vec<u32>> = shares(asked[0] + asked[2], 3);
        let pairs: Vec<(Vec<u32>, Vec<u32>)> =
            both.iter().flat_map(|came| both.iter().map(move |returned| (came.clone(), returned.clone()))).collect();
        pairs.into_iter().map(move |(came, returned)| {
            of_an_agency(asked, [came[0], came[1], came[2]], [returned[0], returned[1], returned[2]], meetings)
        })
    });
    assert!(nothing_can_be_worked_out(all) > 10);
}

fn row(parts: Parts) -> Row {
    of_teams(Measure::DutyInTime, &[], parts, SMALLEST).remove(0)
}

#[test]
fn nothing_is_shown_and_a_few_are_not() {
    assert_eq!(row([0, 0, 0]).of.number, Some(0));
    assert_eq!((row([4, 0, 0]).of.number, row([4, 0, 0]).count.number), (None, None));
    assert_eq!((row([5, 0, 0]).of.number, row([5, 0, 0]).count.number), (Some(5), Some(5)));
}

#[test]
fn a_share_is_shown_only_where_nothing_in_it_is_few() {
    assert_eq!(row([8, 8, 0]).per_cent, Some(50));
    for parts in [[3, 13, 0], [13, 3, 0], [8, 8, 1]] {
        let row = row(parts);
        assert_eq!((row.per_cent, row.count.number, row.not_recorded.number), (None, None, None), "{parts:?}");
    }
    assert_eq!(row([16, 0, 0]).per_cent, Some(100));
    assert_eq!(row([0, 0, 0]).per_cent, None);
    assert_eq!((row([0, 0, 12]).per_cent, row([0, 6, 6]).per_cent, row([6, 0, 6]).per_cent), (None, Some(0), Some(100)));
}

#[test]
fn what_was_not_recorded_is_no_yes_and_is_told() {
    let row = row([10, 5, 5]);
    assert_eq!((row.of.number, row.count.number, row.not_recorded.number), (Some(20), Some(10), Some(5)));
}

#[test]
fn teams_are_told_where_none_of_them_is_small() {
    let told = |teams: &[Parts], none| of_teams(Measure::RepeatMeetings, teams, none, SMALLEST).len();
    assert_eq!(told(&[[5, 5, 0], [6, 0, 0]], [0, 0, 0]), 3);
    assert_eq!(told(&[[5, 5, 0], [4, 0, 0]], [0, 0, 0]), 1);
    assert_eq!(told(&[[5, 5, 0], [6, 0, 0]], [0, 1, 0]), 1);
}

#[test]
fn a_cell_of_the_csv_is_never_a_formula() {
    let agency = Agency::new("-1").unwrap();
    let tally = Tally {
        measure: Measure::Requests,
        duty: None,
        smallest: SMALLEST,
        lines: vec![(Whom::Agency(&agency), count([8, 0, 0]))],
        of_no_team: Count::default(),
    };
    let rows = Figures { meetings: 8, tallies: &[tally], public: false }.rows().remove(0);
    let measured = Measured { id: "X-1".into(), measure: Measure::Requests, text: Said::plain("Asked"), rows };
    let csv = csv::of(&[measured]);
    let lines: Vec<&str> = csv.split("\r\n").collect();
    assert_eq!(lines, ["rule,measure,agency,of,count,per cent of recorded,not recorded,team", "X-1,requests,\"'-1\",8,8,100,0,", ""]);
}

fn judged(limit: &str, start: &str, done: &str, calendar: &Calendar) -> Result<bool, Option<&'static crate::text::Sentence>> {
    let at = |words: &str| Moment::from_words(words).unwrap();
    in_time(Limit::from_words(limit).unwrap(), at(start), at(done), calendar)
}

#[test]
fn what_cannot_be_known_is_neither_in_time_nor_late() {
    let calendar = Rulebook::built_in().calendar().clone();
    let hours = |start, done| judged("within 24 hours", start, done, &calendar);
    let days = |start, done| judged("within 3 working days", start, done, &calendar);
    assert_eq!(hours("2026-03-03T12:00", "2026-03-04T12:00"), Ok(true));
    assert_eq!(hours("2026-03-03T12:00", "2026-03-04T12:01"), Ok(false));
    for (start, done) in [("2026-03-03", "2026-03-04T11:00"), ("2026-03-03T12:00", "2026-03-04"), ("2026-03-03", "2026-03-04")] {
        assert_eq!(hours(start, done), Err(Some(TIME_OF_DAY_NEEDED)), "{start} {done}");
    }
    // No hour of these days could make it in time.
    for (start, done) in [("2026-03-03", "2026-03-05T00:00"), ("2026-03-03T12:00", "2026-03-05"), ("2026-03-03", "2026-03-09")] {
        assert_eq!(hours(start, done), Ok(false), "{start} {done}");
    }
    assert_eq!(days("2026-03-03", "2026-03-06"), Ok(true));
    assert_eq!(days("2026-03-03", "2026-03-07"), Ok(false));
    assert_eq!(days("2026-03-03T16:00", "2026-03-03"), Ok(true));
    for (start, done) in [("2026-03-03T12:00", "2026-03-03T11:59"), ("2026-03-03", "2026-03-02T23:59"), ("2026-03-03", "2026-03-02")] {
        assert_eq!(hours(start, done), Err(Some(DONE_TOO_EARLY)), "{start} {done}");
        assert_eq!(days(start, done), Err(Some(DONE_TOO_EARLY)), "{start} {done}");
    }
    let before = |done| judged("2 working days before", "2026-03-05T10:00", done, &calendar);
    assert_eq!((before("2026-03-03"), before("2026-03-04T09:00")), (Ok(true), Ok(false)));
    // The clock shows 01:30 twice that night: in time if it was the later, late if the earlier.
    assert_eq!(hours("2026-10-25T01:30", "2026-10-26T01:00"), Err(None));
    assert_eq!(hours("2026-10-25T01:30", "2026-10-26T00:30"), Ok(true));
    assert_eq!(hours("2026-10-25T01:30", "2026-10-26T01:31"), Ok(false));
}
