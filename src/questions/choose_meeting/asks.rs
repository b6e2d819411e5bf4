//! What is still to ask: what could open a more protective route, what came before a meeting that would be one, and what would
//! tell whether the meeting in mind may be held.

use super::Choosing;
use super::answer::{InScope, Verdict};
use super::considered::Meeting;
use super::rule::{Own, Part, Route};
use crate::engine::decision::Ask;
use crate::engine::stack::Held;
use crate::value::distinct;
use crate::value::meeting::MeetingType;

impl Choosing<'_> {
    /// The facts that are asked for, given the route that governs.
    pub(super) fn asks(&self, governing: Option<&Route>, meetings: &[Meeting<'_>]) -> Vec<Ask> {
        let is_closed = |meeting: &MeetingType| meetings.iter().any(|one| one.told.meeting == *meeting && one.is_ruled_out());
        let unknown = self.rules.iter().filter(|held| held.holds.is_unknown());
        let could_lead = unknown.filter(|held| self.could_govern(&held.rule.own, governing) && !leads_nowhere(&held.rule.own, is_closed));
        let could_lead: Vec<&Held<'_, Own>> = could_lead.collect();
        let by_rule = could_lead.iter().filter_map(|held| self.case.asks_whether(held.rule));
        let about = |meeting: &Meeting<'_>| match self.facts.meeting_type {
            Some(_) => self.asks_about(meeting),
            // What is the route is asked about as if somebody had it in mind.
            None if governing == Some(&(&meeting.told.meeting).into()) => self.asks_about(meeting),
            None => {
                let before = self.asks_what_came_before(meeting, governing, &could_lead);
                before.into_iter().chain(self.asks_what_was_begun(meeting, governing)).collect()
            }
        };
        distinct(by_rule.chain(meetings.iter().filter(|meeting| !meeting.is_ruled_out()).flat_map(about)))
    }

    /// The first thing that nobody knows of those that, once all of them came, make a meeting the route. It is asked where that
    /// protects more than what governs, and only once no rule is open that leads further still: whoever is to answer whether there
    /// is cause to suspect harm is not asked first what was decided when it was suspected before.
    fn asks_what_came_before(&self, meeting: &Meeting<'_>, governing: Option<&Route>, could_lead: &[&Held<'_, Own>]) -> Option<Ask> {
        let rank = self.rank(&(&meeting.told.meeting).into());
        let leads_further = |held: &&Held<'_, Own>| held.rule.own.route.as_ref().is_some_and(|route| self.rank(route) < rank);
        let protects_more = governing.is_none_or(|governing| rank < self.rank(governing));
        if !protects_more || !meeting.could_be_called_for() || could_lead.iter().any(leads_further) {
            return None;
        }
        [Part::Precondition, Part::Criterion].into_iter().find_map(|part| self.open_questions(meeting, part).next())
    }

    /// What is left of something that would speak for a meeting and of which somebody spoke, where nothing else leads anywhere.
    fn asks_what_was_begun(&self, meeting: &Meeting<'_>, governing: Option<&Route>) -> Option<Ask> {
        let is_begun = |held: &&Held<'_, Own>| held.holds.is_unknown() && held.rule.cite.when.iter().any(|fact| self.case.is_told_so(fact));
        let begun = meeting.part(Part::Criterion).find(|held| governing.is_none() && is_begun(held));
        begun.and_then(|held| self.case.asks_whether(held.rule))
    }

    /// What would tell whether a meeting may be held.
    fn asks_about(&self, meeting: &Meeting<'_>) -> Vec<Ask> {
        let told = &meeting.told;
        let mut asks = Vec::new();
        if told.in_scope == Some(InScope::NotEstablished) {
            asks.extend(self.open_questions(meeting, Part::Cohort));
        }
        if told.verdict == Verdict::NotEstablished && told.criteria_met.is_empty() {
            asks.extend(self.open_questions(meeting, Part::Criterion));
        }
        asks.extend(self.asks_what_keeps_it_away(meeting));
        let missing = told.preconditions_missing.iter().filter(|one| one.met.is_unknown());
        asks.extend(missing.map(|one| Ask::new(one.path.clone(), one.question.clone())));
        asks
    }

    /// What would tell whether it is no such meeting, where what would keep that from being so was answered no.
    fn asks_what_keeps_it_away(&self, meeting: &Meeting<'_>) -> impl Iterator<Item = Ask> {
        let is_denied = |held: &&Held<'_, Own>| {
            let unless = &held.rule.cite.unless;
            !unless.is_empty() && unless.iter().all(|fact| self.case.is_named(fact) && self.case.truth(fact).is_no())
        };
        let open = meeting.part(Part::RulesOut).filter(|held| held.holds.is_unknown()).filter(is_denied);
        open.filter_map(|held| self.case.asks_whether(held.rule))
    }

    /// Could a rule lead to a more protective route than the one that governs, or is it what that one is presumed by? Whether
    /// people disagree is theirs to say: nobody is asked for a dispute.
    fn could_govern(&self, own: &Own, governing: Option<&Route>) -> bool {
        let (Part::CallsFor | Part::RulesOut, Some(route)) = (own.part, &own.route) else { return false };
        // An age that is not known is a child's: it is not asked before a child goes the way of children.
        let is_for_age = own.part == Part::RulesOut && *route == Route::AdultSafeguarding;
        let protects_more = !is_for_age && governing.is_none_or(|governing| self.rank(route) < self.rank(governing));
        !route.is_of_dispute() && (protects_more || (own.presumed && governing == Some(route)))
    }

    fn open_questions(&self, meeting: &Meeting<'_>, part: Part) -> impl Iterator<Item = Ask> {
        meeting.part(part).filter(|held| held.holds.is_unknown()).filter_map(|held| self.case.asks_whether(held.rule))
    }
}

/// Does it call for meetings alone that are all ruled out?
fn leads_nowhere(own: &Own, is_closed: impl Fn(&MeetingType) -> bool) -> bool {
    own.part == Part::CallsFor && !own.meeting.is_empty() && own.meeting.iter().all(is_closed)
}
