//! The answer in one sentence.

use super::answer::Verdict;
use super::rule::Route;
use crate::text::Said;
use crate::text::sentences::{
    ALLOWS, ALSO_ALLOWS, NO_MEETING_YET, NOT_THIS, NOT_THIS_BUT, NOT_TOLD_YET, NOTHING_SPEAKS_FOR_IT, SOMETHING_FIRST, THE_ROUTE_IS,
};
use crate::value::meeting::MeetingType;

/// Of a meeting in mind whether it may be held; and where the circumstances lead.
pub(super) fn heading(in_mind: Option<(MeetingType, Verdict)>, route: Option<Route>) -> Said {
    match in_mind {
        Some((meeting, verdict)) => of_meeting(meeting, verdict, route),
        None => of_route(route),
    }
}

fn of_meeting(meeting: MeetingType, verdict: Verdict, route: Option<Route>) -> Said {
    let label = || ("meeting", meeting.label().into());
    let leads_to = |route: Route| ("route", route.label().into());
    match (verdict, route) {
        (Verdict::RuledOut, Some(route)) => NOT_THIS_BUT.with([label(), leads_to(route)]),
        (Verdict::RuledOut, None) => NOT_THIS.with([label()]),
        (Verdict::MayBeHeld, Some(route)) if route != meeting.into() => ALSO_ALLOWS.with([label(), leads_to(route)]),
        (Verdict::MayBeHeld, _) => ALLOWS.with([label()]),
        (Verdict::NotYet, _) => SOMETHING_FIRST.with([label()]),
        (Verdict::NotIndicated, _) => NOTHING_SPEAKS_FOR_IT.with([label()]),
        (Verdict::NotEstablished, None) => NOT_TOLD_YET.with([label()]),
        (Verdict::NotEstablished, Some(_)) | (Verdict::CalledFor, _) => of_route(route),
    }
}

fn of_route(route: Option<Route>) -> Said {
    route.map_or_else(|| NO_MEETING_YET.said(), |route| THE_ROUTE_IS.with([("route", route.label().into())]))
}
