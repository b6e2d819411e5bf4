//! The answer in one sentence.

use super::Choosing;
use super::answer::Verdict;
use super::rule::Route;
use crate::text::Said;
use crate::text::sentences::{
    ALLOWS, ALSO_ALLOWS, NO_MEETING_YET, NOT_THIS, NOT_THIS_BUT, NOT_TOLD_YET, NOTHING_SPEAKS_FOR_IT, SOMETHING_FIRST, THE_ROUTE_IS,
};
use crate::value::meeting::MeetingType;

impl Choosing<'_> {
    /// Of a meeting in mind whether it may be held; and where the circumstances lead.
    pub(super) fn heading(&self, in_mind: Option<(&MeetingType, Verdict)>, route: Option<&Route>) -> Said {
        match in_mind {
            Some((meeting, verdict)) => self.of_meeting(meeting, verdict, route),
            None => self.of_route(route),
        }
    }

    fn of_meeting(&self, meeting: &MeetingType, verdict: Verdict, route: Option<&Route>) -> Said {
        let label = || ("meeting", self.case.stack.meeting(meeting).into());
        let leads_to = |route: &Route| ("route", route.label(self.case.stack).into());
        match (verdict, route) {
            (Verdict::RuledOut, Some(route)) => NOT_THIS_BUT.with([label(), leads_to(route)]),
            (Verdict::RuledOut, None) => NOT_THIS.with([label()]),
            (Verdict::MayBeHeld, Some(route)) if *route != meeting.into() => ALSO_ALLOWS.with([label(), leads_to(route)]),
            (Verdict::MayBeHeld, _) => ALLOWS.with([label()]),
            (Verdict::NotYet, _) => SOMETHING_FIRST.with([label()]),
            (Verdict::NotIndicated, _) => NOTHING_SPEAKS_FOR_IT.with([label()]),
            (Verdict::NotEstablished, None) => NOT_TOLD_YET.with([label()]),
            (Verdict::NotEstablished, Some(_)) | (Verdict::CalledFor, _) => self.of_route(route),
        }
    }

    fn of_route(&self, route: Option<&Route>) -> Said {
        let is = |route: &Route| THE_ROUTE_IS.with([("route", route.label(self.case.stack).into())]);
        route.map_or_else(|| NO_MEETING_YET.said(), is)
    }
}
