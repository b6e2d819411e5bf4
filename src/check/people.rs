//! People: who attends.

use super::{Audit, Checked, contradicts, is_kebab, pairs, refuse, same_case};
use crate::engine::reach::FAMILY;
use crate::error::{shown, shown_id};
use crate::pack::rule::{Own as _, Rule};
use crate::questions::list_attendees::minimum::check_minimums;
use crate::questions::list_attendees::rule::Own;
use crate::value::agency::Agency;
use crate::value::conditional::Conditional;
use crate::value::meeting::MeetingType;
use crate::value::relatives;

impl Audit<'_> {
    pub(super) fn people(&self) -> Checked {
        check_minimums(self.pack, &self.beneath)?;
        for rule in self.pack.rules::<Own>() {
            let (table, id, own) = (Own::TABLE, shown_id(&rule.cite.id), &rule.own);
            if own.meeting.is_empty() {
                return refuse(&[table, id, "meeting"], "expected the meetings that this rule speaks of");
            }
            let lists =
                [("required", &own.required), ("expected", &own.expected), ("optional", &own.optional), ("excluded", &own.excluded)];
            for (field, members) in lists {
                for member in members {
                    self.member(&[table, id, field], member)?;
                }
            }
            if let Some(member) = own.required.iter().find(|member| own.excluded.contains(member)) {
                let place = [table, id, "excluded", shown_id(&member.what)];
                return refuse(&place, "expected nobody to be required and excluded at once");
            }
        }
        if let Some((one, other)) = pairs::<Own>(self.pack).find(|(one, other)| contradict(one, other)) {
            return contradicts(other, one);
        }
        for rule in self.pack.rules::<Own>() {
            let Some(member) = rule.own.excluded.iter().find(|member| !is_of_the_family(&member.what)) else { continue };
            let place = [Own::TABLE, shown_id(&rule.cite.id), "excluded", shown_id(&member.what)];
            if !rule.cite.unless.iter().any(|fact| self.is_outweighed(fact)) {
                let expected =
                    "expected, in unless, a fact that is outweighed_by_danger: nobody is kept away where anything speaks of danger";
                return refuse(&place, expected);
            }
            if !rule.own.meeting.iter().all(|meeting| self.informed_come_in_danger(meeting)) {
                let expected = "expected a rule of the same meeting with informed-agencies in expected and, alone in when, the fact that is outweighed_by_danger: where anything speaks of danger whoever holds information comes";
                return refuse(&place, expected);
            }
        }
        Ok(())
    }

    /// Is each agency whose part another takes, or whose other name it is, one that a pack declares?
    pub(super) fn agencies(&self) -> Checked {
        let packs = || [self.pack].into_iter().chain(self.beneath.iter().copied());
        let is_declared = |id: &str| packs().any(|pack| pack.words.agency.get(id).is_some());
        for (name, agency) in self.pack.words.agency.iter() {
            for (field, other) in [("part_of", &agency.part_of), ("same_as", &agency.same_as)] {
                if other.as_ref().is_some_and(|other| !is_declared(other)) {
                    return refuse(&["agency", shown_id(name), field], "expected an agency that this pack or one beneath it declares");
                }
            }
        }
        Ok(())
    }

    fn is_outweighed(&self, fact: &str) -> bool {
        self.fact(fact).is_some_and(|fact| fact.outweighed_by_danger)
    }

    /// Does whoever holds information come to a meeting, where anything speaks of danger?
    fn informed_come_in_danger(&self, meeting: &MeetingType) -> bool {
        self.pack.rules::<Own>().iter().any(|rule| {
            let (cite, own) = (&rule.cite, &rule.own);
            let come =
                || own.required.iter().chain(&own.expected).any(|member| &*member.what == "informed-agencies" && member.fact().is_none());
            own.meeting.contains(meeting) && cite.unless.is_empty() && cite.when.iter().all(|fact| self.is_outweighed(fact)) && come()
        })
    }

    /// Unknown never discloses: whoever is of the family, or may have done harm, is invited and sent something only once
    /// the packs say what must be known before.
    pub(super) fn clearances(&self) -> Checked {
        for (who, clearance) in self.pack.words.clearance.iter() {
            let who = shown_id(who);
            if clearance.after_no.is_empty() {
                return refuse(&["clearance", who, "after_no"], "expected the facts that somebody must have answered no");
            }
            for fact in clearance.facts() {
                self.known_fact(&["clearance", who, shown(fact)], fact)?;
            }
        }
        let is_cleared = |who: &str| {
            let packs = || [self.pack].into_iter().chain(self.beneath.iter().copied());
            let has = |id: &str| packs().any(|pack| pack.words.clearance.get(id).is_some());
            has(who) || !relatives::is_named(who) || has(FAMILY)
        };
        for rule in self.pack.every_rule() {
            if let Some(who) = rule.reaches().into_iter().find(|who| !is_cleared(who)) {
                let expected = "expected [clearance.parents-or-carers] in this pack or one beneath it: what must be answered no before they are invited, told or sent anything";
                return refuse(&[rule.table(), shown_id(&rule.cite().id), shown(who)], expected);
            }
        }
        Ok(())
    }

    /// Refuses a member that is no agency, or hangs on a fact that nobody declares.
    pub(super) fn member(&self, place: &[&str; 3], member: &Conditional) -> Checked {
        let [table, id, field] = *place;
        if !is_kebab(&member.what) || Agency::new(&member.what).is_none_or(|agency| agency.id() != &*member.what) {
            let expected = "expected an agency in kebab-case, with \"when FACT\" or \"unless FACT\" after it if need be";
            return refuse(&[table, id, field, shown(&member.what)], expected);
        }
        member.fact().map_or(Ok(()), |fact| self.known_fact(&[table, id, field, shown(fact)], fact))
    }
}

/// The child and the family may always be kept out.
fn is_of_the_family(who: &str) -> bool {
    who == "child" || relatives::is_named(who)
}

/// Does one of two rules require whom the other excludes, for the same cases?
fn contradict(one: &Rule<Own>, other: &Rule<Own>) -> bool {
    let requires_whom_it_excludes = |one: &Own, other: &Own| one.required.iter().any(|member| other.excluded.contains(member));
    let same_meeting = one.own.meeting.iter().any(|meeting| other.own.meeting.contains(meeting)) && one.own.part == other.own.part;
    same_meeting
        && same_case(one, other)
        && (requires_whom_it_excludes(&one.own, &other.own) || requires_whom_it_excludes(&other.own, &one.own))
}
