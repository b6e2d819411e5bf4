//! What to bear in mind beside the lists.

use super::answer::{FormatAnswer, WhoAttends};
use super::expand::REFERRING_AGENCY;
use super::facts::Representative;
use super::presence::{Presence, is_among};
use super::rule::Own;
use super::{ListAttendees, Meeting};
use crate::engine::decision::{Caution, says};
use crate::engine::family::{self, Relative};
use crate::engine::question::Question;
use crate::pack::rule::Own as _;
use crate::text::sentences::{
    ATTENDANCE_TOLD_TWICE, ATTENDEES_NOT_COVERED, CHAIR_NOT_AS_STATED, CHAIR_NOT_STATED, DO_NOT_WAIT, EXPECTED_NOT_THERE,
    FORM_NOT_AS_STATED, NAME_NOT_KNOWN, NO_RECORD_ACCESS, NOT_SUFFICIENTLY_SENIOR, THERE_THOUGH_NOT_INVITED,
};
use crate::text::{Part, Said, Sentence, listed};
use crate::value::agency::Agency;
use crate::value::family::Relation;
use crate::value::meeting::MeetingType;
use crate::value::relatives;
use crate::value::truth::Truth;

impl Meeting<'_> {
    pub(super) fn cautions(&self, answer: &WhoAttends, presence: Option<&Presence<'_>>) -> Vec<Caution> {
        let mut cautions = self.case.cautions(ListAttendees::NAME, |caution| caution.is_of(Some(&self.facts.meeting_type)));
        if self.rules.is_empty() {
            cautions.push(Caution::of(ATTENDEES_NOT_COVERED));
        }
        // Nobody brings a child or their family in.
        let is_at_work = |agency: &Agency| !relatives::is_the_child(agency.id()) && !relatives::is_named(agency.id());
        if answer.quorate == Some(Truth::No) || answer.missing.iter().any(is_at_work) {
            cautions.push(Caution::of(DO_NOT_WAIT));
        }
        // Of whom is named in the family it is told by themselves.
        let is_named = |who: &&str| family::meant(&self.family, who).next().is_some();
        // Whoever made the referral may be of the family themselves.
        let told_as = |who| match &self.facts.referrer {
            Some(referrer) if who == REFERRING_AGENCY => referrer.id(),
            _ => who,
        };
        cautions.extend(self.case.not_reached(not_invited(answer).map(told_as).filter(|who| !is_named(who))));
        let named = self.rules.iter().flat_map(|held| held.rule.own.reaches());
        cautions.extend(family::not_reached(&self.family, named.into_iter().any(|who| family::meant(&self.family, who).next().is_some())));
        cautions.extend(presence.and_then(|presence| self.did_not_come(answer, presence)));
        cautions.extend(presence.and_then(|presence| self.told_twice(presence)));
        cautions.extend(presence.and_then(|presence| self.came_all_the_same(answer, presence)));
        if presence.is_some_and(|presence| Self::ask_name(presence, &answer.required).is_some()) {
            cautions.push(Caution::of(NAME_NOT_KNOWN));
        }
        if answer.chair_valid == Some(Truth::No) {
            cautions.push(Caution::of(CHAIR_NOT_AS_STATED));
        }
        if self.leaves_chair_open(answer) {
            cautions.push(Caution::of(CHAIR_NOT_STATED));
        }
        if let Some(FormatAnswer { compliant: Truth::No, why, .. }) = &answer.format {
            cautions.push(Caution::with(FORM_NOT_AS_STATED, [("why", why.clone().into())]));
        }
        cautions.extend(self.of_representatives(|own| own.sees_records, |person| person.has_record_access, NO_RECORD_ACCESS));
        cautions.extend(self.of_representatives(|own| own.decides, |person| person.can_decide, NOT_SUFFICIENTLY_SENIOR));
        cautions
    }

    /// Those of whom two things are told.
    fn told_twice(&self, presence: &Presence<'_>) -> Option<Caution> {
        let labels: Vec<Part> = presence.told_twice.iter().map(|agency| self.name_of(agency)).collect();
        (!labels.is_empty()).then(|| Caution::with(ATTENDANCE_TOLD_TWICE, [("names", listed(labels))]))
    }

    /// Those who are recorded as there, and were not to be there or not yet.
    fn came_all_the_same(&self, answer: &WhoAttends, presence: &Presence<'_>) -> Option<Caution> {
        let kept = self.family.iter().filter(|relative| relative.withheld().is_some());
        let may_be_a_risk = self.case.kept_from_family().is_some();
        let excluded = answer.excluded.iter().map(|person| person.agency.id());
        let not_theirs: Vec<&str> = not_invited(answer).chain(excluded).collect();
        let is_kept = |agency: &&Agency| {
            let of_the_family = || kept.clone().any(|relative| is_told_of(relative, agency));
            // Nobody has to be on a list of those invited to be a risk in the room.
            let is_of_them = || not_theirs.iter().any(|who| is_among(agency, who)) || may_be_a_risk && relatives::is_named(agency.id());
            is_of_them() && !self.is_cleared(agency) || of_the_family()
        };
        let labels: Vec<Part> = presence.came().filter(is_kept).map(|agency| self.name_of(agency)).collect();
        (!labels.is_empty()).then(|| Caution::with(THERE_THOUGH_NOT_INVITED, [("names", listed(labels))]))
    }

    /// What somebody is called: one of the family as they were named.
    fn name_of(&self, agency: &Agency) -> Part {
        let relative = self.family.iter().find(|relative| relative.is_called(agency.id()));
        relative.map_or_else(|| self.label(agency).into(), |relative| Said::plain(relative.person.who.trim()).into())
    }

    /// Is it somebody of the family of whom it was answered by themselves that they are no risk?
    fn is_cleared(&self, agency: &Agency) -> bool {
        self.family.iter().any(|relative| is_told_of(relative, agency) && relative.withheld().is_none())
    }

    /// Those who are expected and are not recorded as there.
    fn did_not_come(&self, answer: &WhoAttends, presence: &Presence<'_>) -> Option<Caution> {
        let labels = self.expected_and_absent(presence, &answer.expected).map(|person| person.label.clone().into());
        let labels: Vec<Part> = labels.collect();
        (!labels.is_empty()).then(|| Caution::with(EXPECTED_NOT_THERE, [("names", listed(labels))]))
    }

    /// Do the documents speak of this meeting and not of who chairs it? Nobody chairs an enquiry.
    fn leaves_chair_open(&self, answer: &WhoAttends) -> bool {
        let says_who_chairs = answer.chair.is_some() || self.asks_of_chair();
        !says_who_chairs && !self.rules.is_empty() && self.facts.meeting_type != MeetingType::Section47
    }

    /// One for each who speaks for an agency without what a rule asks of them.
    fn of_representatives(&self, asks: fn(&Own) -> bool, has: fn(&Representative) -> Truth, sentence: &'static Sentence) -> Vec<Caution> {
        let Some(held) = self.rules.iter().find(|held| asks(&held.rule.own)) else { return Vec::new() };
        let without = self.facts.attendees.iter().flatten().filter(|person| has(person).is_no());
        let caution = |person: &Representative| {
            Caution::with(sentence, [("rule", says(held.rule).into()), ("agency", self.label(&person.agency).into())])
        };
        without.map(caution).collect()
    }
}

/// Is a name that of somebody of the family, or what they are to the child?
fn is_told_of(relative: &Relative<'_>, agency: &Agency) -> bool {
    relative.is_called(agency.id()) || relative.person.relation.is_some_and(|relation| Relation::named(agency.id()) == Some(relation))
}

/// Those who are not to be invited yet, or at all, because of a risk.
fn not_invited(answer: &WhoAttends) -> impl Iterator<Item = &str> {
    let named = [&answer.required, &answer.expected, &answer.optional, &answer.excluded].into_iter().flatten();
    named.filter(|person| person.not_yet_invited || person.kept_away).map(|person| person.agency.id())
}
