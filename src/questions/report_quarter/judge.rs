//! One record of a meeting, judged: what can be known of it by the rules of its day, and what is doubtful in it.

use std::sync::Arc;

use super::super::classify_concern;
use super::super::list_attendees::minimum::minimum_of;
use super::common::Common;
use super::doubts::{Doubts, Place};
use super::duties::Duties;
use super::facts::Meeting;
use super::limit::limit_of;
use super::parts::{Agencies, Part};
use super::time::Span;
use crate::engine::rulebook::Rulebook;
use crate::engine::scope::Scope;
use crate::engine::stack::{MOST_DAYS_AWAY, Stack};
use crate::error::{Error, shown};
use crate::text::sentences::{ENDED_TOO_EARLY, LASTED_TOO_LONG, WHO_CAME_NOT_KNOWN, YEARS_APART};
use crate::value::Text;
use crate::value::meeting::MeetingType;
use crate::value::moment::Moment;
use crate::value::truth::Truth;

/// The rules of a day, by which meetings are judged.
pub(super) struct Judge {
    scope: Scope,
    stack: Arc<Stack>,
    duties: Duties,
    /// The agencies without which a strategy meeting is none.
    needed: Vec<String>,
}

/// What can be known of a meeting.
pub(super) struct Record {
    pub parts: Vec<Part>,
    /// Was each of the measured duties done in time?
    pub done: Vec<Truth>,
    /// Was it held within the limit that its concern gives, by all without whom it is none?
    pub within_limit: Truth,
    /// The place of the doubt that a meeting before it would raise.
    pub doubt: Place,
}

impl Judge {
    pub(super) fn of(scope: Scope, measured: &[Text], rulebook: &Rulebook) -> Result<Self, Error> {
        let stack = rulebook.stack(&scope)?;
        let needed = minimum_of(&stack, &MeetingType::Strategy).into_iter().map(str::to_owned).collect();
        Ok(Judge { scope, duties: Duties::of(measured, &stack), needed, stack })
    }

    pub(super) fn judge(
        &self,
        index: usize,
        meeting: &Meeting,
        common: &Common,
        agencies: &mut Agencies,
        doubts: &mut Doubts,
    ) -> Result<Record, Error> {
        tell_years_apart(index, meeting, doubts);
        let may_have_been_so = order_holds(index, meeting, doubts);
        let limit = limit_of(index, meeting, &self.scope, common)?.filter(|_| may_have_been_so);
        let parts = agencies.parts(index, meeting, &self.stack, doubts);
        let has_limit = limit.is_some();
        let by_then = limit.map_or(Truth::Unknown, |limit| limit.judges(index, meeting, doubts));
        let full = Truth::all(self.needed.iter().map(|needed| came(needed, &parts, agencies, &self.stack)));
        if by_then.is_yes() && full.is_unknown() {
            doubts.add(WHO_CAME_NOT_KNOWN, format!("meetings[{index}].agencies"));
        }
        // Without a limit that is settled, nothing was in time or late by it; without somebody who is needed, nothing was held in time.
        let within_limit = if has_limit { by_then.and(full) } else { Truth::Unknown };
        let doubt = doubts.keep_a_place();
        let done = self.duties.done(index, meeting, may_have_been_so, &common.calendar, doubts);
        Ok(Record { parts, done, within_limit, doubt })
    }
}

/// Can the meeting have ended when it is recorded to have, and have started?
fn order_holds(index: usize, meeting: &Meeting, doubts: &mut Doubts) -> bool {
    let ended_before_it_began =
        meeting.started_at.zip(meeting.ended_at).is_some_and(|(started, ended)| Span::of(ended).is_before(Span::of(started)));
    let days = meeting.started_at.zip(meeting.ended_at).map(|(started, ended)| (ended.date() - started.date()).num_days());
    let lasted_too_long = days.is_some_and(|days| days > MOST_DAYS_OF_A_MEETING);
    let doubted = [(ended_before_it_began, ENDED_TOO_EARLY), (lasted_too_long, LASTED_TOO_LONG)];
    let told = doubted.into_iter().find(|(is_so, _)| *is_so).map(|(_, sentence)| sentence);
    told.into_iter().for_each(|sentence| doubts.add(sentence, format!("meetings[{index}].endedAt")));
    told.is_none()
}

/// A meeting ends on its own day, or in the night: of a later end a date is mistyped.
const MOST_DAYS_OF_A_MEETING: i64 = 1;

/// Moments that lie years away from when the meeting was held: a year is soon mistyped.
fn tell_years_apart(index: usize, meeting: &Meeting, doubts: &mut Doubts) {
    let Some(held) = meeting.held_at() else { return };
    let concern = meeting.concern.as_ref();
    let of_concern =
        |name: &str, at: fn(&classify_concern::Facts) -> Option<Moment>| Some((format!("concern.{name}"), concern.and_then(at)?));
    let of_meeting = [
        of_concern("concernsIdentifiedAt", |concern| concern.concerns_identified_at),
        of_concern("referralReceivedAt", |concern| concern.referral_received_at),
        of_concern("immediateActionAt", |concern| concern.immediate_action_at),
        meeting.started_at.map(|at| ("startedAt".to_owned(), at)),
    ];
    let done = meeting.done.iter().flat_map(|done| done.iter()).map(|(duty, at)| (format!("done.{}", shown(duty)), *at));
    let is_far = |at: Moment| (at.date() - held.date()).num_days().abs() > MOST_DAYS_AWAY;
    for (field, _) in of_meeting.into_iter().flatten().chain(done).filter(|(_, at)| is_far(*at)) {
        doubts.add(YEARS_APART, format!("meetings[{index}].{field}"));
    }
}

/// Did an agency come without which the meeting is none, or one that takes its part?
fn came(needed: &str, parts: &[Part], agencies: &Agencies, stack: &Stack) -> Truth {
    let of_it = parts.iter().filter(|part| stack.stands_in(agencies.names[part.agency].id(), needed));
    of_it.map(Part::attended).reduce(Truth::or).unwrap_or_default()
}
