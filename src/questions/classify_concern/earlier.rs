//! An earlier answer, which nothing puts off in silence.

use chrono::NaiveDate;

use super::facts::Facts;
use super::time::Time;
use super::timing::{Timing, governing};
use crate::value::spelling::kebab;
use crate::value::timescale::Timescale;

/// An earlier answer that holds, because nobody has yet said who agreed to a later one and why (AMB-69).
pub(super) struct EarlierAnswer {
    pub due_by: NaiveDate,
    pub timescale: Option<Timescale>,
}

impl EarlierAnswer {
    /// The earliest day that was answered before, or that a yes taken back would give; none where that is no sooner.
    pub(super) fn of(facts: &Facts, times: &[Option<Time<'_>>], timings: &[Timing<'_>]) -> Option<Self> {
        let previous = facts.previous_result.as_ref().filter(|_| facts.lengthening.is_none())?;
        let now_due = timings.iter().filter_map(|timing| timing.governing().due_by()).min()?;
        let settled_then = previous.due_by.filter(|_| previous.settled != Some(false)).map(|due_by| EarlierAnswer {
            due_by: due_by.date(),
            timescale: previous.timescale.as_ref().and_then(|id| Timescale::from_id(&kebab(id))),
        });
        let with_the_yes_kept = previous.concerns.iter().flat_map(|earlier| {
            let concerns = timings.iter().map(|timing| &timing.concern);
            let taken_back = concerns.filter(|concern| concern.took_back_a_yes_of(earlier));
            taken_back.filter_map(|concern| {
                let governing = governing(&concern.with_every_yes_of(earlier), times)?;
                Some(EarlierAnswer { due_by: governing.due_by()?, timescale: Some(governing.time.timescale) })
            })
        });
        let earlier = settled_then.into_iter().chain(with_the_yes_kept).filter(|earlier| earlier.due_by < now_due);
        earlier.min_by_key(|earlier| earlier.due_by)
    }
}
