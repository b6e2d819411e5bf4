//! The family among those to whom something goes without their being named.

use super::Listing;
use super::rule::Own;
use crate::engine::reach::Reach;
use crate::value::relatives;

impl Listing<'_> {
    /// May somebody of the family be among those to whom a rule sends something, without being named?
    pub(super) fn may_reach_family(&self, own: &Own) -> bool {
        own.to.iter().any(|member| !self.is_told_apart(&member.what) && self.case.stack.may_hold_family(&member.what))
    }

    /// What keeps it from the family together, where nobody of them is named who is kept from it for that.
    pub(super) fn family_unnamed(&self) -> Option<Reach> {
        self.case.kept_from_family().filter(|kept| self.family.iter().all(|relative| relative.reach() != *kept))
    }

    /// The same, where something goes to a group that may hold them.
    pub(super) fn family_among_groups(&self) -> Option<Reach> {
        let to = || self.speaking().map(|held| &held.rule.own);
        let is_of_all = |name: &str| relatives::is_named(name) && !self.is_told_apart(name);
        let names_them = || to().any(|own| own.to.iter().any(|member| is_of_all(&member.what)));
        self.family_unnamed().filter(|_| !names_them() && to().any(|own| self.may_reach_family(own)))
    }
}
