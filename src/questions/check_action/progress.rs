//! What has become of the actions of a plan. What nobody has said of an action is never done.

use chrono::NaiveDate;
use serde::Serialize;

use super::facts::{Action, State};
use crate::engine::decision::Caution;
use crate::text::Sentence;
use crate::text::sentences::{CARRIED_BACK, CARRIED_OVER_NEEDS_DATE, DONE_AND_A_REASON, PLAN_NOT_CARRIED_OUT, STATE_NEEDS_REASON};
use crate::value::order::lies_before;
use crate::value::written_day;

/// How many actions stand where; together they are all of the plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Progress {
    /// All of them.
    pub actions: usize,
    /// Still to be done.
    pub open: usize,
    /// Done.
    pub done: usize,
    /// Not done.
    pub not_done: usize,
    /// Carried over to a new date.
    pub carried_over: usize,
    /// Given up.
    pub withdrawn: usize,
    /// Of which nobody has said, or of which two things are recorded that cannot both be.
    pub not_known: usize,
    /// Not done, carried over or given up without a reason on record.
    pub without_reason: usize,
}

impl Progress {
    /// None where nothing was said of any of them.
    pub(super) fn of(actions: &[Action]) -> Option<Self> {
        actions.iter().any(|action| action.state.is_some()).then(|| actions.iter().fold(Progress::default(), Progress::with))
    }

    fn with(mut self, action: &Action) -> Self {
        self.actions += 1;
        let place = match state(action) {
            State::Open => &mut self.open,
            State::Done => &mut self.done,
            State::NotDone => &mut self.not_done,
            State::CarriedOver => &mut self.carried_over,
            State::Withdrawn => &mut self.withdrawn,
            State::Unknown => &mut self.not_known,
        };
        *place += 1;
        self.without_reason += usize::from(lacks_reason(action));
        self
    }
}

/// That some actions of a plan were not done as it was agreed, which no other word about the plan says.
pub(super) fn not_carried_out(progress: &Progress) -> Option<Caution> {
    let number = progress.not_done + progress.carried_over + progress.withdrawn;
    (number > 0).then(|| Caution::with(PLAN_NOT_CARRIED_OUT, [("number", number.into())]))
}

/// Is it an action of an earlier plan, of which is recorded what became of it?
pub(super) fn is_over(action: &Action) -> bool {
    matches!(action.state, Some(State::Done | State::NotDone | State::CarriedOver | State::Withdrawn))
}

/// The new day of an action that was carried over.
pub(super) fn carried_over_until(action: &Action) -> Option<NaiveDate> {
    action.carried_over_until.filter(|_| action.state == Some(State::CarriedOver)).map(|until| until.date())
}

/// Was it carried over to a day before the one from which it was, or before the one on which it was due?
fn is_carried_back(action: &Action) -> bool {
    let carried = action.carried_over_from.zip(action.carried_over_until);
    let due = written_day::read(action.due.as_deref().unwrap_or_default(), None).ok().flatten();
    carried.is_some_and(|(from, until)| lies_before(until, from))
        || carried_over_until(action).zip(due).is_some_and(|(until, due)| until < due)
}

/// What has become of an action. Done, and a reason why not or a new date: neither counts.
pub(super) fn state(action: &Action) -> State {
    match action.state {
        Some(State::Done) if is_said_not_to_be_done(action) => State::Unknown,
        Some(state) => state,
        None => State::Unknown,
    }
}

/// What its record still needs, each with the field at which it is asked.
pub(super) fn lacks(action: &Action) -> impl Iterator<Item = (&'static Sentence, &'static str)> {
    let needs_date = action.state == Some(State::CarriedOver) && action.carried_over_until.is_none();
    let contradicts = action.state == Some(State::Done) && is_said_not_to_be_done(action);
    let all = [
        (lacks_reason(action), STATE_NEEDS_REASON, "reasonNotDone"),
        (needs_date, CARRIED_OVER_NEEDS_DATE, "carriedOverUntil"),
        (is_carried_back(action), CARRIED_BACK, "carriedOverUntil"),
        (contradicts, DONE_AND_A_REASON, "state"),
    ];
    all.into_iter().filter(|(holds, ..)| *holds).map(|(_, sentence, field)| (sentence, field))
}

fn lacks_reason(action: &Action) -> bool {
    matches!(action.state, Some(State::NotDone | State::CarriedOver | State::Withdrawn)) && !has_reason(action)
}

fn is_said_not_to_be_done(action: &Action) -> bool {
    has_reason(action) || action.carried_over_until.is_some()
}

fn has_reason(action: &Action) -> bool {
    action.reason_not_done.as_ref().is_some_and(|reason| reason.given().is_some())
}
