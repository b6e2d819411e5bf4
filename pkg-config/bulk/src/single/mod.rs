//! The same three questions in one process and one thread, without DataFusion: a plain loop over the files, decided by the loop of
//! `pkg-config/many`, and each table counted by hand. What a cluster answers is held to this.

mod cases;

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;

use anyhow::Result;
use chrono::{Datelike, NaiveDate};
use datafusion::arrow::datatypes::Date32Type;
use safeguarding_rules::Timescale;
use safeguarding_rules::classify_concern::Timetable;

use crate::referrals::AUTHORITIES;
use crate::results::{self, DIFFERENCE, DUE, Dues, LATENESS};
use crate::rulebook::timetable;
use cases::{Answers, Cases};

/// Answers all three, writes what they came to, and says how long each took.
pub fn answer(referrals: &Path, rows: usize, results: &Path) -> Result<()> {
    let started = Instant::now();
    let dues = due(referrals, rows)?;
    results::took(DUE, rows, started.elapsed());
    dues.write(results)?;
    let started = Instant::now();
    let table = lateness(referrals)?;
    results::took(LATENESS, rows, started.elapsed());
    results::write(results, LATENESS, table)?;
    let started = Instant::now();
    let table = difference(referrals)?;
    results::took(DIFFERENCE, 2 * rows, started.elapsed());
    results::write(results, DIFFERENCE, table)
}

/// Decides every referral by the documents of its own authority.
fn each_by_its_own(referrals: &Path, mut tell: impl FnMut(usize, &Cases, &Answers, &[String]) -> Result<()>) -> Result<()> {
    let mut timetables: Vec<Timetable> = AUTHORITIES.iter().map(|area| timetable(Some(area), None)).collect::<Result<_, _>>()?;
    cases::each(referrals, |cases| {
        for (authority, timetable) in timetables.iter_mut().enumerate() {
            let cases = cases.of(authority);
            tell(authority, &cases, &cases.decide(timetable)?, &names(timetable))?;
        }
        Ok(())
    })
}

fn names(timetable: &Timetable) -> Vec<String> {
    timetable.timescales().iter().copied().map(Timescale::id).collect()
}

fn due(referrals: &Path, rows: usize) -> Result<Dues> {
    let mut dues = Dues::of(rows);
    each_by_its_own(referrals, |_, cases, answers, names| {
        for (place, referral) in cases.referrals.iter().enumerate() {
            dues.tell(*referral, answers.due_by(place), answers.timescale(place, names), answers.settled[place] == 1)?;
        }
        Ok(())
    })?;
    Ok(dues)
}

/// Meetings of one authority that were due in one quarter.
#[derive(Default)]
struct Kept {
    referrals: u64,
    in_time: u64,
    late: u64,
    not_recorded: u64,
    days_late: i64,
}

fn lateness(referrals: &Path) -> Result<Vec<String>> {
    // As SQL orders it: what has no quarter comes last.
    let mut table: BTreeMap<(usize, bool, Option<NaiveDate>), Kept> = BTreeMap::new();
    each_by_its_own(referrals, |authority, cases, answers, _| {
        for (place, held_on) in cases.held_on.iter().enumerate() {
            let due_by = answers.due_by(place);
            let quarter = due_by.and_then(Date32Type::to_naive_date_opt).and_then(first_of_quarter);
            let kept = table.entry((authority, quarter.is_none(), quarter)).or_default();
            kept.referrals += 1;
            kept.not_recorded += u64::from(held_on.is_none());
            let Some(days_late) = held_on.zip(due_by).map(|(held_on, due_by)| i64::from(held_on - due_by)) else { continue };
            kept.in_time += u64::from(days_late <= 0);
            kept.late += u64::from(days_late > 0);
            kept.days_late += days_late.max(0);
        }
        Ok(())
    })?;
    let heading = "authority,quarter,referrals,in_time,late,not_recorded,days_late".to_owned();
    let rows = table.into_iter().map(|((authority, _, quarter), kept)| {
        let (authority, quarter) = (AUTHORITIES[authority], quarter.map(|day| day.to_string()).unwrap_or_default());
        let Kept { referrals, in_time, late, not_recorded, days_late } = kept;
        format!("{authority},{quarter},{referrals},{in_time},{late},{not_recorded},{days_late}")
    });
    Ok([heading].into_iter().chain(rows).collect())
}

fn first_of_quarter(date: NaiveDate) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(date.year(), date.month0() / 3 * 3 + 1, 1)
}

/// Referrals that one version times in one way, and the next in another.
#[derive(Default)]
struct Changed {
    referrals: u64,
    sooner: u64,
    later: u64,
    days_sooner: i64,
}

fn difference(referrals: &Path) -> Result<Vec<String>> {
    let version = |as_of: &str| -> Result<Timetable> { Ok(timetable(Some("riverbridge"), Some(as_of.parse()?))?) };
    let (mut first, mut second) = (version("2026-12-31")?, version("2027-01-01")?);
    let (names_before, names_after) = (names(&first), names(&second));
    let mut table: BTreeMap<[(bool, String); 2], Changed> = BTreeMap::new();
    cases::each(referrals, |cases| {
        let (before, after) = (cases.decide(&mut first)?, cases.decide(&mut second)?);
        for place in 0..cases.referrals.len() {
            let timescales = [before.timescale(place, &names_before), after.timescale(place, &names_after)];
            let changed = table.entry(timescales.map(|name| (name.is_none(), name.unwrap_or_default().to_owned()))).or_default();
            changed.referrals += 1;
            let Some(sooner) = before.due_by(place).zip(after.due_by(place)).map(|(before, after)| before - after) else { continue };
            changed.sooner += u64::from(sooner > 0);
            changed.later += u64::from(sooner < 0);
            changed.days_sooner += i64::from(sooner);
        }
        Ok(())
    })?;
    let heading = "timescale_before,timescale_after,referrals,sooner,later,days_sooner".to_owned();
    let rows = table.into_iter().map(|([(_, before), (_, after)], changed)| {
        let Changed { referrals, sooner, later, days_sooner } = changed;
        format!("{before},{after},{referrals},{sooner},{later},{days_sooner}")
    });
    Ok([heading].into_iter().chain(rows).collect())
}
