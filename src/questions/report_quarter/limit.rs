//! The limit that its concern gives a meeting, and whether it was held by then.

use super::super::classify_concern::{self, ClassifyConcern};
use super::common::Common;
use super::doubts::Doubts;
use super::facts::Meeting;
use super::time::Span;
use crate::engine::question::Question as _;
use crate::engine::scope::Scope;
use crate::error::{Code, Error};
use crate::text::sentences::HELD_TOO_EARLY;
use crate::value::moment::{Moment, end_of_day};
use crate::value::truth::Truth;

/// The end of the time that the rules give for a concern.
#[derive(Clone, Copy)]
pub(super) struct LimitOfConcern {
    end: Moment,
    /// May it be sooner, because something is asked?
    may_be_sooner: bool,
}

impl LimitOfConcern {
    /// Was the meeting held by then? A provisional limit makes nothing in time; what came after the latest that it can be was late.
    pub(super) fn judges(self, index: usize, meeting: &Meeting, doubts: &mut Doubts) -> Truth {
        match held_by(self.end, index, meeting, doubts) {
            Truth::Yes if self.may_be_sooner => Truth::Unknown,
            judged => judged,
        }
    }
}

/// The limit of the concern: the settled one, or else the latest that it can be.
pub(super) fn limit_of(index: usize, meeting: &Meeting, scope: &Scope, common: &Common) -> Result<Option<LimitOfConcern>, Error> {
    let Some(concern) = &meeting.concern else { return Ok(None) };
    let refused = |error: Error| error.in_field("concern").in_item(index).in_field("meetings");
    // A quarter has one calendar: a holiday that was added to it is one for each of its meetings, and told once for all.
    if concern.bank_holidays.is_some() {
        let expected = "expected the holidays beside the meetings, in bankHolidays, for all of them";
        return Err(refused(Error::new(Code::BadInput, "bankHolidays", expected)));
    }
    let concern = classify_concern::Facts { bank_holidays: common.bank_holidays.clone(), ..concern.clone() };
    let decision = ClassifyConcern::decide(scope, &concern, &common.rulebook).map_err(refused)?;
    let settled = decision.answer.due_instant.filter(|_| decision.settled);
    // What nobody considered may still lengthen it.
    let known = decision.answer.on_known_facts_only.filter(|_| concern.others_considered == Some(true));
    let latest = known.and_then(|known| known.due_instant.or(known.due_by.map(end_of_day)));
    let limit = |may_be_sooner| move |end| LimitOfConcern { end, may_be_sooner };
    Ok(settled.map(limit(false)).or(latest.map(limit(true))))
}

/// Was the meeting held by then? One whose start is not recorded was, if it had ended by then.
fn held_by(limit: Moment, index: usize, meeting: &Meeting, doubts: &mut Doubts) -> Truth {
    let concern = meeting.concern.as_ref();
    let mut known = concern.iter().flat_map(|concern| [concern.referral_received_at, concern.concerns_identified_at]).flatten();
    let Some(held) = meeting.started_at.or(meeting.ended_at).map(Span::of) else { return Truth::Unknown };
    if known.any(|known| held.is_before(Span::of(known))) {
        let field = if meeting.started_at.is_some() { "startedAt" } else { "endedAt" };
        doubts.add(HELD_TOO_EARLY, format!("meetings[{index}].{field}"));
        return Truth::Unknown;
    }
    let may_have_begun_in_time = |in_time: &bool| *in_time || meeting.started_at.is_some();
    held.is_by(limit).filter(may_have_begun_in_time).map_or(Truth::Unknown, Truth::from)
}
