//! Days as numbers, and the ends of the times that count from them.

use std::num::NonZeroU32;

use chrono::{Days, NaiveDate, NaiveTime};

use super::super::time::counted;
use super::Column;
use crate::calendar::Calendar;
use crate::value::moment::{Moment, ReadAs, end_of_day};

/// How many days after 1 January 1970. That day itself is none, so that what nobody filled in is not known.
pub(super) type Day = NonZeroU32;

/// Any day: what a combination of facts comes to hangs on none.
pub(super) const START: Day = Day::MIN;

/// 31 December 2199, as late as a moment may be.
pub(super) const LAST: u32 = 84_005;

/// So many days at once get room beside each other.
const BLOCK: u32 = 512;

const SECONDS_OF_A_MINUTE: i64 = 60;

/// The number of a date.
pub(super) fn number(date: NaiveDate) -> u32 {
    u32::try_from(date.signed_duration_since(NaiveDate::default()).num_days()).unwrap_or_default()
}

/// The start of a day.
pub(super) fn start(day: Day) -> Moment {
    let date = NaiveDate::default() + Days::new(day.get().into());
    Moment::in_london(date.and_time(NaiveTime::MIN), ReadAs::AsStartOfDay)
}

/// The end of a time: the earliest is the smallest, and of equal ones that of the shorter timescale.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct End(u64);

impl End {
    /// Later than any.
    pub(super) const NEVER: End = End(u64::MAX);

    /// Not counted yet.
    const OPEN: End = End(0);

    fn of(column: &Column, start: Moment, calendar: &Calendar) -> Self {
        let (count, exact) = counted(column.time.0, start, calendar);
        let end = exact.unwrap_or_else(|| end_of_day(count.due_by));
        let minute = end.instant().timestamp() / SECONDS_OF_A_MINUTE;
        End((minute as u64) << 32 | u64::from(column.rank) << 24 | u64::from(number(end.date())))
    }

    /// Is it earlier, whatever the timescales are?
    pub(super) fn is_before(self, other: End) -> bool {
        self.0 >> 32 < other.0 >> 32
    }

    /// The place of its timescale.
    pub(super) fn rank(self) -> u8 {
        (self.0 >> 24) as u8
    }

    /// The last day, by its number.
    pub(super) fn last_day(self) -> u32 {
        self.0 as u32 & 0xFF_FFFF
    }
}

/// The end of each time from each day that was asked for: counted once, and kept.
#[derive(Debug)]
pub(super) struct Ends {
    /// The first day that has room.
    first: u32,
    /// The times of a day stand beside each other, and behind them one that never ends: as many as a power of two.
    shift: u32,
    kept: Vec<End>,
}

impl Ends {
    pub(super) fn of(times: usize) -> Self {
        Ends { first: 0, shift: (times + 1).next_power_of_two().trailing_zeros(), kept: Vec::new() }
    }

    /// The end of a time from a day; none where it is not counted yet.
    #[inline]
    pub(super) fn get(&self, column: u8, day: Day) -> Option<End> {
        let place = (day.get().wrapping_sub(self.first) as usize) << self.shift | usize::from(column);
        self.kept.get(place).copied().filter(|end| *end != End::OPEN)
    }

    /// Counts from a day.
    #[cold]
    #[inline(never)]
    pub(super) fn count_from(&mut self, day: Day, columns: &[Column], calendar: &Calendar) {
        let block = day.get() / BLOCK * BLOCK;
        if self.kept.is_empty() {
            self.first = block;
        }
        let before = (self.first.saturating_sub(block) as usize) << self.shift;
        self.first = self.first.min(block);
        let room = ((block + BLOCK - self.first) as usize) << self.shift;
        let kept = self.kept.len();
        self.kept.resize(room.max(before + kept), End::OPEN);
        self.kept.copy_within(..kept, before);
        self.kept[..before].fill(End::OPEN);
        let place = ((day.get() - self.first) as usize) << self.shift;
        let ends = columns.iter().map(|column| End::of(column, start(day), calendar)).chain([End::NEVER]);
        self.kept[place..].iter_mut().zip(ends).for_each(|(kept, end)| *kept = end);
    }
}
