//! Who gets what is written, and whom an item tells something: nobody while a risk is not answered no.

use super::Making;
use super::answer::Recipient;
use super::rule::Own;
use crate::engine::reach::Reach;
use crate::engine::stack::Held;
use crate::pack::rule::Own as _;
use crate::questions::list_deadlines;
use crate::value::{Text, distinct};

impl Making<'_> {
    /// Who gets what is written on the documents of this list: by the deadlines, each person once.
    pub(super) fn distribution(&self) -> Vec<Recipient> {
        let Some(list) = self.facts.list.as_deref() else { return Vec::new() };
        let mut recipients: Vec<Recipient> = Vec::new();
        let duties = self.case.rules::<list_deadlines::rule::Own>();
        for duty in duties.iter().filter(|duty| duty.rule.own.document.as_deref() == Some(list) && !duty.holds.is_no()) {
            for person in &duty.rule.own.to {
                if !recipients.iter().any(|known| known.id == person.what) {
                    recipients.push(Recipient {
                        id: Text::clone(&person.what),
                        label: self.case.stack.person(&person.what),
                        withheld: person.is_kept_away(&|fact| self.case.truth(fact)) || self.case.reach(&person.what) != Reach::Open,
                        rule: Text::clone(&duty.rule.cite.id),
                    });
                }
            }
        }
        recipients
    }

    /// Would it warn somebody of whom a risk is recorded?
    pub(super) fn holds_back(&self, own: &Own) -> bool {
        own.tells.iter().any(|who| self.case.reach(who) == Reach::Never)
    }
}

/// Everybody whom a list reaches: those whom its items tell something, and those who get it.
pub(super) fn told<'t>(shown: &[&'t Held<'_, Own>], distribution: &'t [Recipient]) -> Vec<&'t str> {
    let told = shown.iter().flat_map(|held| held.rule.own.reaches());
    distinct(told.chain(distribution.iter().map(|recipient| &*recipient.id)))
}
