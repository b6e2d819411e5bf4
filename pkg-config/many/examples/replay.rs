//! How many decisions a second one process makes, on one processor and on all of them: of ten million made-up referrals, or of
//! as many as are named. Some are asked again in full, and the first that is answered otherwise is told.
//!
//! `cargo run --release --package safeguarding-rules-many --example replay -- 10000000`

use std::process::ExitCode;
use std::thread;
use std::time::{Duration, Instant};

use chrono::{Days, NaiveDate};
use safeguarding_rules::classify_concern::{Columns, Facts, Timetable};
use safeguarding_rules::{Error, Moment, Rulebook, Scope, Truth};
use safeguarding_rules_many::{Dues, time};

const ROWS: usize = 10_000_000;
const COMMON: &str = r#"{"area":"generic"}"#;
const AREA: &str = "generic";
/// What nobody said, and what is known, by their two bits.
const TRUTHS: [Option<Truth>; 4] = [None, Some(Truth::Yes), Some(Truth::No), Some(Truth::Unknown)];
const REASON: &str = "Three families in two areas";
/// 1 January 2022, and so many days from there.
const FIRST_DAY: u32 = 18_993;
const DAYS: u32 = 1_640;
/// Each so-manieth is asked again in full.
const AGAIN: usize = 9_973;

/// Referrals beside each other: every combination of facts in turn, on days that follow no order.
#[derive(Default)]
struct Referrals {
    facts: Vec<u32>,
    identified: Vec<u32>,
    received: Vec<u32>,
    action: Vec<u32>,
}

impl Referrals {
    fn made(rows: usize, names: usize) -> Self {
        let mut made = Referrals::default();
        let combinations = 1_u64 << (2 * names + 1);
        for row in 0..rows as u64 {
            let scattered = row.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32;
            let (combination, reason) = (row % combinations / 2, row % 2);
            let day = FIRST_DAY + (scattered % u64::from(DAYS)) as u32;
            let told = |one_in: u64, day: u32| if scattered % one_in == 0 { 0 } else { day };
            made.facts.push((combination | reason << (2 * names + 1)) as u32);
            made.identified.push(told(51, day));
            made.received.push(told(31, day + (scattered % 3) as u32));
            made.action.push(told(3, day + (scattered % 2) as u32));
        }
        made
    }

    fn columns(&self, from: usize, to: usize) -> Columns<'_> {
        Columns {
            facts: &self.facts[from..to],
            concerns_identified_at: &self.identified[from..to],
            referral_received_at: &self.received[from..to],
            immediate_action_at: &self.action[from..to],
        }
    }

    /// One of them as a caller tells it.
    fn told(&self, row: usize, names: &[String]) -> Facts {
        let bits = self.facts[row];
        let truths = names.iter().enumerate().map(|(place, name)| (name.as_str(), TRUTHS[(bits >> (2 * place) & 3) as usize]));
        let moment = |day: u32| if day == 0 { None } else { Moment::from_words(&date(day).to_string()) };
        Facts {
            concerns: Some(truths.filter_map(|(name, truth)| Some((name, truth?))).collect()),
            complex_reason: (bits >> (2 * names.len() + 1) == 1).then(|| REASON.into()),
            concerns_identified_at: moment(self.identified[row]),
            referral_received_at: moment(self.received[row]),
            immediate_action_at: moment(self.action[row]),
            ..Facts::default()
        }
    }
}

fn date(day: u32) -> NaiveDate {
    NaiveDate::default() + Days::new(day.into())
}

/// How long it takes to decide them all, each processor a part.
fn decide(timetables: &mut [Timetable], referrals: &Referrals, due_by: &mut [u32]) -> Result<Duration, Error> {
    let part = due_by.len().div_ceil(timetables.len()).max(1);
    let started = Instant::now();
    let decided = thread::scope(|scope| {
        let parts = due_by.chunks_mut(part).zip(timetables).enumerate();
        let at_work: Vec<_> =
            parts.map(|(place, (due_by, timetable))| scope.spawn(move || of_part(timetable, referrals, place * part, due_by))).collect();
        at_work.into_iter().try_for_each(|part| part.join().expect("a part is decided or refused"))
    });
    decided.map(|()| started.elapsed())
}

fn of_part(timetable: &mut Timetable, referrals: &Referrals, first: usize, due_by: &mut [u32]) -> Result<(), Error> {
    let rows = due_by.len();
    let [mut timescales, mut most_urgent, mut settled] = [(); 3].map(|()| vec![0; rows]);
    let mut dues = Dues { due_by, timescales: &mut timescales, most_urgent: &mut most_urgent, settled: &mut settled };
    time(timetable, referrals.columns(first, first + rows), first, &mut dues)
}

/// The first of those that are asked again whose whole answer says another day.
fn otherwise(rulebook: &Rulebook, names: &[String], referrals: &Referrals, due_by: &[u32]) -> Result<Option<usize>, Error> {
    for row in (0..due_by.len()).step_by(AGAIN) {
        let whole = rulebook.classify_concern(&Scope::area(AREA), &referrals.told(row, names))?.answer.due_by;
        if whole != (due_by[row] > 0).then(|| date(due_by[row])) {
            return Ok(Some(row));
        }
    }
    Ok(None)
}

fn replay(rows: usize) -> Result<ExitCode, Error> {
    let rulebook = Rulebook::built_in();
    let names = rulebook.timetable(COMMON)?.facts().to_vec();
    let referrals = Referrals::made(rows, names.len());
    let all = thread::available_parallelism().map_or(1, usize::from);
    let mut due_by = vec![0; rows];
    for processors in [1, all] {
        let mut timetables = (0..processors).map(|_| rulebook.timetable(COMMON)).collect::<Result<Vec<Timetable>, Error>>()?;
        due_by.fill(0);
        let took = decide(&mut timetables, &referrals, &mut due_by)?.as_secs_f64();
        println!("{rows} decisions, processors: {processors}: {took:.3} s, {:.0} a second", rows as f64 / took);
        if let Some(row) = otherwise(&rulebook, &names, &referrals, &due_by)? {
            eprintln!("referral {row}: its whole answer says another day");
            return Ok(ExitCode::FAILURE);
        }
    }
    println!("{} of them asked again in full: the same days", rows.div_ceil(AGAIN));
    Ok(ExitCode::SUCCESS)
}

fn main() -> ExitCode {
    let rows = std::env::args().nth(1).map_or(Ok(ROWS), |rows| rows.parse());
    let Ok(rows) = rows else {
        eprintln!("expected how many referrals, as a whole number");
        return ExitCode::FAILURE;
    };
    replay(rows).unwrap_or_else(|refused| {
        eprintln!("{refused}");
        ExitCode::FAILURE
    })
}
