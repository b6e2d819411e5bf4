//! The family among those to whom something goes without their being named.

use super::Listing;
use super::rule::Own;
use crate::engine::family::PARENTS_POSE_RISK;
use crate::engine::reach::Reach;
use crate::value::relatives;

impl Listing<'_> {
    /// May somebody of the family be among those to whom a rule sends something, without being named?
    pub(super) fn may_reach_family(&self, own: &Own) -> bool {
        own.to.iter().any(|member| !self.is_told_apart(&member.what) && self.case.stack.may_hold_family(&member.what))
    }

    /// What keeps it from the family together, where nobody of them is named who is kept from it, or none of those who are is the
    /// risk that is told of parents.
    pub(super) fn family_unnamed(&self) -> Option<Reach> {
        let is_explained = || self.family.iter().any(|relative| !relative.person.poses_risk.is_no());
        let is_named = || self.family.iter().any(|relative| relative.withheld().is_some());
        self.case.kept_from_family().filter(|_| if self.is_parents_risk_told() { !is_explained() } else { !is_named() })
    }

    /// Is it said that parents are a risk, or that this is not known?
    fn is_parents_risk_told(&self) -> bool {
        let asked = self.case.stack.asked_at(PARENTS_POSE_RISK);
        asked.into_iter().any(|asked| self.case.recorded(&asked.name).is_yes() || self.case.is_in_doubt(&asked.name))
    }

    /// The same, where something goes to a group that may hold them.
    pub(super) fn family_among_groups(&self) -> Option<Reach> {
        let to = || self.speaking().map(|held| &held.rule.own);
        let is_of_all = |name: &str| relatives::is_named(name) && !self.is_told_apart(name);
        let names_them = || to().any(|own| own.to.iter().any(|member| is_of_all(&member.what)));
        self.family_unnamed().filter(|_| !names_them() && to().any(|own| self.may_reach_family(own)))
    }
}
