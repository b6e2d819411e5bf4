//! Timetables at rest: what one has worked out is kept for the next rows.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};

use chrono::NaiveDate;
use datafusion::common::Result;
use safeguarding_rules::classify_concern::Timetable;

use super::refused;
use crate::rulebook::timetable;

/// Whose rules, of which day. Without an area the practice guide answers alone; without a day each document answers for the day on
/// which it was last checked.
pub type Whose = (Option<String>, Option<NaiveDate>);

static AT_REST: LazyLock<Mutex<HashMap<Whose, Vec<Timetable>>>> = LazyLock::new(Mutex::default);

/// Asks the timetable of an area and a day: of several threads each has its own.
pub fn with_timetable<T>(whose: &Whose, ask: impl FnOnce(&mut Timetable) -> Result<T>) -> Result<T> {
    let at_rest = || AT_REST.lock().unwrap_or_else(PoisonError::into_inner);
    let kept = at_rest().get_mut(whose).and_then(Vec::pop);
    let mut timetable = kept.map_or_else(|| timetable(whose.0.as_deref(), whose.1), Ok).map_err(refused)?;
    let answer = ask(&mut timetable)?;
    at_rest().entry(whose.clone()).or_default().push(timetable);
    Ok(answer)
}
