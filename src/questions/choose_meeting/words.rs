//! The answer in one sentence.

use super::Choosing;
use super::answer::{Called, RuledOut, Verdict};
use crate::text::Said;
use crate::text::sentences::{
    ALLOWS, ALSO_ALLOWS, NO_MEETING_YET, NOT_THIS, NOT_THIS_BUT, NOT_TOLD_YET, NOT_TOLD_YET_BUT, NOTHING_SPEAKS_FOR_IT, SOMETHING_FIRST,
    THE_ROUTE_IS, THE_ROUTE_IS_FOR_NOW,
};
use crate::value::meeting::MeetingType;

impl Choosing<'_> {
    /// Of a meeting in mind whether it may be held; and where the circumstances lead.
    pub(super) fn heading(&self, in_mind: Option<(&MeetingType, Verdict)>, route: Option<&Called>, ruled_out: &[RuledOut]) -> Said {
        let Some((meeting, verdict)) = in_mind else { return self.of_route(route) };
        let out = || ruled_out.iter().filter(|out| out.meeting == *meeting);
        let is_out = verdict == Verdict::RuledOut || out().any(|out| out.may_be_excepted);
        match (verdict, route) {
            // It is ruled out only while something is not known.
            (Verdict::RuledOut | Verdict::NotEstablished, Some(_)) if is_out && out().all(|out| out.provisional) => {
                NOT_TOLD_YET_BUT.with([("meeting", self.case.stack.meeting(meeting).into()), ("route", self.of_route(route).into())])
            }
            _ => self.of_meeting(meeting, verdict, route),
        }
    }

    fn of_meeting(&self, meeting: &MeetingType, verdict: Verdict, route: Option<&Called>) -> Said {
        let label = || ("meeting", self.case.stack.meeting(meeting).into());
        let leads_to = |called: &Called| ("route", called.label.clone().into());
        match (verdict, route) {
            (Verdict::RuledOut, Some(route)) => NOT_THIS_BUT.with([label(), leads_to(route)]),
            (Verdict::RuledOut, None) => NOT_THIS.with([label()]),
            (Verdict::MayBeHeld, Some(called)) if called.route != meeting.into() => ALSO_ALLOWS.with([label(), leads_to(called)]),
            (Verdict::MayBeHeld, _) => ALLOWS.with([label()]),
            (Verdict::NotYet, _) => SOMETHING_FIRST.with([label()]),
            (Verdict::NotIndicated, _) => NOTHING_SPEAKS_FOR_IT.with([label()]),
            (Verdict::NotEstablished, None) => NOT_TOLD_YET.with([label()]),
            (Verdict::NotEstablished, Some(_)) | (Verdict::CalledFor, _) => self.of_route(route),
        }
    }

    fn of_route(&self, route: Option<&Called>) -> Said {
        let is = |called: &Called| {
            let sentence = if called.provisional { THE_ROUTE_IS_FOR_NOW } else { THE_ROUTE_IS };
            sentence.with([("route", called.label.clone().into())])
        };
        route.map_or_else(|| NO_MEETING_YET.said(), is)
    }
}
