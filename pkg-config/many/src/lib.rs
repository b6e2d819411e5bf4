//! The loop over very many cases. The profile compiles this crate for speed, and everything else for size: what goes over each case
//! is generic or inlined, and so it is made here.

#![forbid(unsafe_code)]

use safeguarding_rules::Error;
use safeguarding_rules::classify_concern::{Columns, Due, Timetable};

/// When each of the cases is due, one entry for each.
#[derive(Debug)]
pub struct Dues<'d> {
    /// The last day, in days after 1 January 1970; 0 where there is none.
    pub due_by: &'d mut [u32],
    /// The timescale that governs, counted from 1; 0 where there is none.
    pub timescales: &'d mut [u8],
    /// The most urgent one that is met, likewise.
    pub most_urgent: &'d mut [u8],
    /// 1 where nothing is asked.
    pub settled: &'d mut [u8],
}

/// Tells of each case when it is due. `first` is the place of the first among all.
///
/// # Errors
/// As [`Timetable::time`].
pub fn time(timetable: &mut Timetable, cases: Columns<'_>, first: usize, dues: &mut Dues<'_>) -> Result<(), Error> {
    let number = |timescale: Option<u8>| timescale.map_or(0, |place| place + 1);
    timetable.time(cases, first, |case, Due { due_by, timescale, most_urgent_timescale, settled }| {
        dues.due_by[case] = due_by;
        dues.timescales[case] = number(timescale);
        dues.most_urgent[case] = number(most_urgent_timescale);
        dues.settled[case] = u8::from(settled);
    })
}
