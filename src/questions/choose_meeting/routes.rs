//! Every route that is called for, the most protective first.

use super::Choosing;
use super::answer::{Called, InScope, RuledOut, Verdict};
use super::considered::Meeting;
use super::rule::{Own, Part, Route};
use crate::engine::decision::says;
use crate::engine::join::by_rank;
use crate::engine::stack::Held;
use crate::value::Text;

/// What can speak for a meeting, the weightiest first.
const SPEAKING: [Part; 4] = [Part::CallsFor, Part::Criterion, Part::Cohort, Part::Precondition];

impl Choosing<'_> {
    /// Every route that is called for, by a rule or by a meeting that may be held. What is presumed takes effect and is told
    /// beside what certainly holds, even where it protects less: so they are ranked, and none is left out.
    pub(super) fn routes(&self, meetings: &[Meeting<'_>], ruled_out: &[RuledOut]) -> Vec<Called> {
        let by_rule = self.by_rule(ruled_out);
        let by_meeting = meetings.iter().flat_map(|meeting| self.by_meeting(meeting).into_iter().chain(self.otherwise(meeting)));
        by_rank(by_rule.chain(by_meeting).chain(self.instead(ruled_out)), |called| self.rank(&called.route), |called| called.provisional)
    }

    /// What rules call for, unless each meeting they speak of is ruled out.
    fn by_rule(&self, ruled_out: &[RuledOut]) -> impl Iterator<Item = Called> {
        let is_open =
            |own: &Own| own.meeting.is_empty() || !own.meeting.iter().all(|meeting| ruled_out.iter().any(|out| out.meeting == *meeting));
        self.in_effect()
            .filter(move |held| held.rule.own.part == Part::CallsFor && is_open(&held.rule.own))
            .filter_map(|held| self.by_its_route(held))
    }

    /// Where to go when nobody whom a meeting is for is named, or nothing speaks for it.
    fn otherwise(&self, meeting: &Meeting<'_>) -> Vec<Called> {
        let nothing_met = meeting.told.verdict == Verdict::NotIndicated || meeting.told.in_scope == Some(InScope::NotNamed);
        let otherwise = meeting.part(Part::Otherwise).filter(|held| nothing_met && self.takes_effect(held));
        otherwise.filter_map(|held| self.by_its_route(held)).collect()
    }

    /// Where to go instead of the meeting in mind, or, where none is, of one that the circumstances rule out: never to a meeting
    /// that is itself ruled out.
    fn instead(&self, ruled_out: &[RuledOut]) -> impl Iterator<Item = Called> {
        let concerns = |held: &Held<'_, Own>| match &self.facts.meeting_type {
            Some(meeting) => held.rule.own.meeting.contains(meeting),
            None => held.rule.cite.conditions().next().is_some(),
        };
        self.in_effect()
            .filter(move |held| held.rule.own.part == Part::RulesOut && concerns(held))
            .filter_map(|held| self.by_its_route(held))
            .filter(move |called| ruled_out.iter().all(|out| Route::from(&out.meeting) != called.route))
    }

    /// The meeting itself, where it may be held.
    fn by_meeting(&self, meeting: &Meeting<'_>) -> Option<Called> {
        match meeting.told.verdict {
            Verdict::CalledFor | Verdict::MayBeHeld => {
                let speaking = SPEAKING.into_iter().find_map(|part| meeting.part(part).find(|held| held.holds.is_yes()))?;
                Some(self.called(speaking, (&meeting.told.meeting).into()))
            }
            Verdict::NotYet | Verdict::NotIndicated | Verdict::RuledOut | Verdict::NotEstablished => None,
        }
    }

    fn by_its_route(&self, held: &Held<'_, Own>) -> Option<Called> {
        held.rule.own.route.as_ref().map(|route| self.called(held, route.clone()))
    }

    fn called(&self, held: &Held<'_, Own>, route: Route) -> Called {
        Called {
            label: route.label(self.case.stack),
            rank: self.rank(&route),
            route,
            why: says(held.rule),
            rule: Text::clone(&held.rule.cite.id),
            provisional: held.holds.is_unknown(),
        }
    }
}
