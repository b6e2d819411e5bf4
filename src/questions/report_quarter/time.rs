//! Was something done in time? What the records cannot tell is not told.

use chrono::{DateTime, Utc};

use super::super::list_deadlines::due;
use crate::calendar::Calendar;
use crate::text::Sentence;
use crate::text::sentences::{DONE_TOO_EARLY, TIME_OF_DAY_NEEDED};
use crate::value::limit::Limit;
use crate::value::moment::{Moment, ReadAs, end_of_day};

/// From when to when a moment may have been: a date alone is the whole day, an hour that the clock showed twice is both.
#[derive(Clone, Copy)]
pub(super) struct Span {
    pub earliest: DateTime<Utc>,
    pub latest: DateTime<Utc>,
}

impl Span {
    pub(super) fn of(at: Moment) -> Self {
        let latest = match at.read() {
            ReadAs::AsStartOfDay => end_of_day(at.date()),
            ReadAs::Ambiguous => at.after_hours(1),
            _ => at,
        };
        Span { earliest: at.instant(), latest: latest.instant() }
    }

    /// Did it come before another, however both are read?
    pub(super) fn is_before(self, other: Span) -> bool {
        self.latest < other.earliest
    }

    /// Did it come by a moment? None where that cannot be known.
    pub(super) fn is_by(self, due: Moment) -> Option<bool> {
        if self.latest <= due.instant() {
            Some(true)
        } else if self.earliest > due.instant() {
            Some(false)
        } else {
            None
        }
    }
}

/// Was a duty done within its limit from a start? Where that cannot be known, the reason is given where there is one to give.
pub(super) fn in_time(limit: Limit, start: Moment, done: Moment, calendar: &Calendar) -> Result<bool, Option<&'static Sentence>> {
    let (began, did) = (Span::of(start), Span::of(done));
    let is_to_follow = limit.hours_at_most() > 0;
    if is_to_follow && did.is_before(began) {
        return Err(Some(DONE_TOO_EARLY));
    }
    let due_from = |start: Moment| due(limit, start, calendar).ok_or(None);
    // A measure in hours is never judged from a date alone, unless no hour of that day could make it in time.
    let is_date_alone = |at: Moment| at.read() == ReadAs::AsStartOfDay;
    if matches!(limit, Limit::Hours(_) | Limit::HoursBefore(_) | Limit::ByThen) && (is_date_alone(start) || is_date_alone(done)) {
        let latest_start = if is_date_alone(start) { end_of_day(start.date()) } else { start };
        let is_late = did.is_by(due_from(latest_start)?) == Some(false);
        return if is_late { Ok(false) } else { Err(Some(TIME_OF_DAY_NEEDED)) };
    }
    let sooner = did.is_by(due_from(start)?);
    let later = match start.read() {
        ReadAs::Ambiguous => did.is_by(due_from(start.after_hours(1))?),
        _ => sooner,
    };
    sooner.filter(|_| sooner == later).ok_or(None)
}
