//! Who gets what is written, and whom an item tells something: nobody while a risk is not answered no.

use super::Making;
use super::answer::Recipient;
use super::rule::Own;
use crate::engine::family::{Relative, meant};
use crate::engine::reach::Reach;
use crate::engine::stack::Held;
use crate::pack::rule::{Cite, Own as _};
use crate::questions::list_deadlines;
use crate::value::agency::Agency;
use crate::value::conditional::Conditional;
use crate::value::{Text, distinct};

/// A duty to send something.
pub(super) type Duty<'c> = Held<'c, list_deadlines::rule::Own>;

impl Making<'_> {
    /// Who gets what is written on the documents of this list: by the deadlines, each person once.
    pub(super) fn distribution(&self, sending: &[Duty<'_>]) -> Vec<Recipient> {
        let mut recipients: Vec<Recipient> = Vec::new();
        for duty in sending {
            let cite = &duty.rule.cite;
            let each = duty.rule.own.to.iter().flat_map(|member| match self.is_told_apart(&member.what) {
                true => meant(&self.family, &member.what).map(|relative| self.relative(relative, member, cite)).collect(),
                false => vec![self.recipient(member, cite)],
            });
            for recipient in each {
                if !recipients.iter().any(|known| known.id == recipient.id) {
                    recipients.push(recipient);
                }
            }
        }
        recipients
    }

    /// The duties to send what is written on this list.
    pub(super) fn sending(&self) -> Vec<Duty<'_>> {
        let Some(list) = self.facts.list.as_deref() else { return Vec::new() };
        let is_of_this_list = |duty: &Duty<'_>| duty.rule.own.document.as_deref() == Some(list) && !duty.holds.is_no();
        self.case.rules().into_iter().filter(is_of_this_list).collect()
    }

    fn recipient(&self, member: &Conditional, cite: &Cite) -> Recipient {
        Recipient {
            id: Text::clone(&member.what),
            label: self.case.stack.person(&member.what),
            withheld: member.is_kept_away(&|fact| self.case.truth(fact))
                || self.case.reach_beside(&member.what, &self.family) != Reach::Open
                || self.case.is_nobody_yet(&member.what),
            rule: Text::clone(&cite.id),
        }
    }

    fn relative(&self, relative: &Relative<'_>, member: &Conditional, cite: &Cite) -> Recipient {
        Recipient {
            id: Agency::folded(&relative.person.who).id().into(),
            label: relative.person.who.trim().to_owned(),
            withheld: member.is_kept_away(&|fact| relative.truth(fact)) || relative.withheld().is_some(),
            rule: Text::clone(&cite.id),
        }
    }

    /// Does a name stand for people of the family, who are told apart?
    pub(super) fn is_told_apart(&self, who: &str) -> bool {
        meant(&self.family, who).next().is_some()
    }

    /// Would it warn somebody of whom a risk is recorded, or whom warning may make harm?
    pub(super) fn holds_back(&self, own: &Own) -> bool {
        let may_harm = |relative: &Relative<'_>| relative.withheld().is_some() && !relative.person.poses_risk.is_unknown();
        own.tells.iter().any(|who| match self.is_told_apart(who) {
            true => meant(&self.family, who).any(may_harm),
            false => self.case.reach(who).is_never(),
        })
    }

    /// Everybody whom a list reaches, as rules name them: those whom its items tell something, and those who get it.
    pub(super) fn told(shown: &[&Held<'_, Own>], sending: &[Duty<'_>]) -> Vec<Text> {
        let told = shown.iter().flat_map(|held| held.rule.own.reaches()).map(Text::from);
        distinct(told.chain(sending.iter().flat_map(|duty| duty.rule.own.to.iter().map(|member| Text::clone(&member.what)))))
    }
}
