//! Who owes a duty, to whom, on what document, and who is not to get it.

use super::answer::{SentDocument, Who};
use super::duty::{Duty, Spoken};
use crate::engine::family::{PARENTS_POSE_RISK, Relative, meant};
use crate::engine::reach::{FAMILY, Reach};
use crate::value::agency::Agency;
use crate::value::conditional::{Condition, Conditional};
use crate::value::relatives;
use crate::value::truth::Truth;
use crate::value::{Text, distinct};

/// The people of a duty, each once.
pub(super) struct People {
    pub by: Vec<Who>,
    pub to: Vec<Who>,
    pub not_to: Vec<Who>,
    pub documents: Vec<SentDocument>,
}

impl Duty<'_, '_> {
    /// The people whom its rules name, united.
    pub(super) fn people(&self) -> People {
        let to: Vec<(&Spoken<'_, '_>, Vec<Who>)> =
            self.speaking.iter().map(|spoken| (*spoken, [self.receiving(spoken), self.family_receiving(spoken)].concat())).collect();
        let mut not_to = each_once(self.speaking.iter().flat_map(|spoken| self.withheld(spoken)));
        // Who was told of one by one is no name for them all.
        let is_of_all = |who: &Who| relatives::is_named(&who.id) && !self.listing.family.iter().any(|relative| relative.is_called(&who.id));
        if !not_to.iter().any(is_of_all) {
            not_to.extend(self.family_among());
        }
        People {
            by: each_once(self.speaking.iter().flat_map(|spoken| self.owing(spoken))),
            documents: self.documents(&to),
            to: each_once(to.into_iter().flat_map(|(_, who)| who)),
            not_to,
        }
    }

    fn who(&self, id: &Text, spoken: &Spoken<'_, '_>, holds: Truth) -> Who {
        Who {
            id: Text::clone(id),
            label: self.listing.case.stack.person(id),
            rule: Text::clone(&spoken.held.rule.cite.id),
            provisional: holds.is_unknown(),
        }
    }

    fn owing(&self, spoken: &Spoken<'_, '_>) -> Vec<Who> {
        spoken.own().by.iter().map(|role| self.who(role, spoken, spoken.held.holds)).collect()
    }

    /// Those of a rule who are not ruled out by a condition of their own.
    fn on_conditions(&self, spoken: &Spoken<'_, '_>, named: &[Conditional]) -> Vec<Who> {
        let known = |fact: &str| self.listing.case.truth(fact);
        let together = named.iter().filter(|member| !self.is_told_apart(member));
        let together = together.map(|member| (member, member.holds(&known).and(spoken.held.holds)));
        together.filter(|(_, holds)| !holds.is_no()).map(|(member, holds)| self.who(&member.what, spoken, holds)).collect()
    }

    /// Does it go to somebody with care, and only on a yes that nobody has given, or unless something holds that somebody said is
    /// not known?
    fn is_open(&self, member: &Conditional, known: &dyn Fn(&str) -> Truth) -> bool {
        let hangs_on_it = match &member.condition {
            Condition::Always => false,
            Condition::When(fact) => known(fact).is_unknown(),
            // Of the risk of each it is told by themselves.
            Condition::Unless(fact) => known(fact).is_unknown() && self.listing.case.is_said_to_be_unknown(fact, PARENTS_POSE_RISK),
        };
        hangs_on_it && self.listing.case.stack.is_reached_with_care(&member.what)
    }

    /// Does a member stand for people of the family, who are told apart?
    fn is_told_apart(&self, member: &Conditional) -> bool {
        self.listing.is_told_apart(&member.what)
    }

    /// The people of the family whom a rule names in one of its lists, each with whether that holds for them.
    fn relatives<'s>(
        &'s self,
        spoken: &'s Spoken<'_, '_>,
        named: &'s [Conditional],
    ) -> impl Iterator<Item = (&'s Conditional, &'s Relative<'s>, Truth)> {
        named.iter().flat_map(move |member| {
            let holds = |relative: &Relative<'_>| member.holds(&|fact| relative.truth(fact)).and(spoken.held.holds);
            meant(&self.listing.family, &member.what).map(move |relative| (member, relative, holds(relative)))
        })
    }

    fn relative(&self, relative: &Relative<'_>, spoken: &Spoken<'_, '_>, is_open: bool) -> Who {
        let id = Agency::folded(&relative.person.who);
        let (label, rule) = (relative.person.who.trim().to_owned(), Text::clone(&spoken.held.rule.cite.id));
        Who { id: id.id().into(), label, rule, provisional: is_open }
    }

    /// The people of the family to whom it may go: only on a recorded no to any risk.
    fn family_receiving(&self, spoken: &Spoken<'_, '_>) -> Vec<Who> {
        let is_open = |member: &Conditional, relative: &Relative<'_>| self.is_open(member, &|fact| relative.truth(fact));
        let may = self
            .relatives(spoken, &spoken.own().to)
            .filter(|(member, relative, holds)| !holds.is_no() && relative.withheld().is_none() && !is_open(member, relative));
        may.map(|(_, relative, holds)| self.relative(relative, spoken, holds.is_unknown())).collect()
    }

    /// Those of the family who are not to get it, or not until somebody has said that they are no risk and what else is asked.
    fn family_withheld(&self, spoken: &Spoken<'_, '_>) -> Vec<Who> {
        let kept = self.relatives(spoken, &spoken.own().to).filter_map(|(member, relative, _)| {
            let known = |fact: &str| relative.truth(fact);
            let is_kept = relative.withheld().is_some() || member.is_kept_away(&known);
            (is_kept || self.is_open(member, &known)).then_some((relative, !is_kept))
        });
        let named = self.relatives(spoken, &spoken.own().not_to).filter(|(_, _, holds)| !holds.is_no());
        let apart = kept.chain(named.map(|(_, relative, _)| (relative, false)));
        // Where it goes to whoever came, it goes to nobody of whom a risk is recorded, or is not known.
        let may_reach = self.listing.may_reach_family(spoken.own());
        let never = self.listing.family.iter().filter(|relative| may_reach && relative.withheld().is_some());
        let withheld = apart.chain(never.map(|relative| (relative, false)));
        withheld.map(|(relative, is_open)| self.relative(relative, spoken, is_open || relative.person.poses_risk.is_unknown())).collect()
    }

    /// Those of a rule who get it: nothing is sent to anybody of whom a risk is recorded, or not yet answered no.
    fn receiving(&self, spoken: &Spoken<'_, '_>) -> Vec<Who> {
        let mut who = self.on_conditions(spoken, &spoken.own().to);
        who.retain(|who| self.listing.reach(&who.id) == Reach::Open && !self.awaits_its_condition(spoken, who));
        who.retain(|who| !self.listing.case.is_nobody_yet(&who.id));
        who
    }

    /// Is somebody who is reached with care named only on a yes that nobody has given?
    fn awaits_its_condition(&self, spoken: &Spoken<'_, '_>, who: &Who) -> bool {
        let known = |fact: &str| self.listing.case.truth(fact);
        let mut named = spoken.own().to.iter().filter(|member| member.what == who.id);
        named.all(|member| self.is_open(member, &known))
    }

    /// Those of a rule who get nothing because of a risk; provisional where a recorded no would open it.
    fn not_reached(&self, spoken: &Spoken<'_, '_>) -> impl Iterator<Item = Who> {
        let named = self.on_conditions(spoken, &spoken.own().to).into_iter();
        named.filter_map(|who| match self.listing.reach(&who.id) {
            Reach::Open if self.listing.case.is_nobody_yet(&who.id) => Some(Who { provisional: false, ..who }),
            Reach::Open if !self.awaits_its_condition(spoken, &who) => None,
            Reach::Open | Reach::NotYet => Some(Who { provisional: true, ..who }),
            Reach::Unwarned | Reach::Never => Some(Who { provisional: false, ..who }),
        })
    }

    /// Those whom a recorded fact keeps from getting it, and those who are not to get it.
    fn withheld(&self, spoken: &Spoken<'_, '_>) -> Vec<Who> {
        let known = |fact: &str| self.listing.case.truth(fact);
        let kept = spoken.own().to.iter().filter(|member| !self.is_told_apart(member) && member.is_kept_away(&known));
        let mut withheld: Vec<Who> = kept.map(|member| self.who(&member.what, spoken, spoken.held.holds)).collect();
        withheld.extend(self.on_conditions(spoken, &spoken.own().not_to));
        withheld.extend(self.family_withheld(spoken));
        withheld.extend(self.not_reached(spoken));
        withheld.extend(self.kept_from(spoken));
        withheld
    }

    /// The family together, where it goes to a group that may hold them and something keeps it from them.
    fn family_among(&self) -> Option<Who> {
        let reach = self.listing.family_unnamed()?;
        let spoken = self.speaking.iter().find(|spoken| self.listing.may_reach_family(spoken.own()))?;
        Some(self.who(&FAMILY.into(), spoken, if reach == Reach::NotYet { Truth::Unknown } else { Truth::Yes }))
    }

    /// Those who are recorded as kept from it; provisional where somebody said that this is not known.
    fn kept_from(&self, spoken: &Spoken<'_, '_>) -> Vec<Who> {
        let case = &self.listing.case;
        let named = spoken.own().kept_from.iter().filter_map(|member| Some((member, member.fact()?)));
        let kept = named.filter(|(_, fact)| case.truth(fact).is_yes() || case.truth(fact).is_unknown() && case.is_in_doubt(fact));
        kept.map(|(member, fact)| self.who(&member.what, spoken, case.truth(fact))).collect()
    }

    /// What is sent. Where nobody is to get anything, nothing is.
    fn documents(&self, to: &[(&Spoken<'_, '_>, Vec<Who>)]) -> Vec<SentDocument> {
        if to.iter().all(|(_, who)| who.is_empty()) {
            return Vec::new();
        }
        let named = distinct(self.open.iter().filter_map(|spoken| Some((spoken.own().document.as_ref()?, spoken.own().external))));
        let receiving = |document: &Text| {
            let sent = to.iter().filter(|(spoken, _)| spoken.own().document.as_ref() == Some(document));
            distinct(sent.flat_map(|(_, who)| who).map(|who| Text::clone(&who.id)))
        };
        let sent = |(document, external)| SentDocument { document: Text::clone(document), to: receiving(document), external };
        named.into_iter().map(sent).collect()
    }
}

/// Each person once; certain where one rule is.
fn each_once(named: impl Iterator<Item = Who>) -> Vec<Who> {
    let mut once: Vec<Who> = Vec::new();
    for who in named {
        match once.iter_mut().find(|known| known.id == who.id) {
            Some(known) => known.provisional &= who.provisional,
            None => once.push(who),
        }
    }
    once
}
