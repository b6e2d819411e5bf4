//! Who chairs, administers, co-ordinates and leads, and whether whoever was given does so rightly.

use super::Meeting;
use super::answer::Role;
use super::facts::Chair;
use super::presence::Presence;
use super::rule::{ChairTest, Own};
use crate::engine::decision::{Ask, says};
use crate::pack::rule::Rule;
use crate::text::sentences::{ASK_CHAIR_AGENCY, ASK_CHAIR_ROLE};
use crate::value::given::{Standing, names_a_role, of_social_care};
use crate::value::spelling::kebab;
use crate::value::truth::Truth;
use crate::value::{Text, relatives};

const NOMINATED_DEPUTY: &str = "nominated-deputy";

/// The agency whose managers are told from those of others.
const SOCIAL_CARE: &str = "childrens-social-care";

impl Meeting<'_> {
    /// A role, by the rule that gives it.
    pub(super) fn role(&self, of: fn(&Own) -> &[Text]) -> Option<Role> {
        let rule = self.rule_for_role(of)?;
        let roles = of(&rule.own).to_vec();
        let labels = roles.iter().map(|role| self.case.stack.person(role)).collect();
        Some(Role { roles, labels, why: says(rule), force: rule.cite.force, rule: Text::clone(&rule.cite.id) })
    }

    /// The rule that names most roles: it holds all that the others name.
    fn rule_for_role(&self, of: fn(&Own) -> &[Text]) -> Option<&Rule<Own>> {
        self.rules.iter().map(|held| held.rule).filter(|rule| !of(&rule.own).is_empty()).max_by_key(|rule| of(&rule.own).len())
    }

    /// Does the chair hold one of the roles, and pass what else is asked? None where nobody says who chairs or who came.
    pub(super) fn chair_valid(&self, presence: Option<&Presence<'_>>) -> Option<Truth> {
        let chair = self.facts.chair.as_ref();
        if chair.is_none() && presence.is_none() {
            return None;
        }
        let passes = chair.map_or(Truth::Unknown, |chair| self.chair_passes(chair));
        let Some(rule) = self.rule_for_role(|own| &own.chair) else {
            return Some(if self.asks_of_chair() { passes } else { Truth::Unknown });
        };
        let told = chair.filter(|chair| chair.role.is_some() || !chair.nominated_deputy.is_unknown());
        Some(match told {
            Some(chair) => self.holds_role(chair, rule).and(self.is_of_its_agency(chair, rule)).and(passes),
            None => could_chair(rule, presence),
        })
    }

    /// Does the chair hold one of the roles that a rule names?
    fn holds_role(&self, chair: &Chair, rule: &Rule<Own>) -> Truth {
        let roles = &rule.own.chair;
        let takes_deputies = Truth::from(roles.iter().any(|role| **role == *NOMINATED_DEPUTY));
        let of_their_own = || roles.iter().filter(|role| ***role != *NOMINATED_DEPUTY);
        let does_part =
            |given: &str| Truth::any(of_their_own().map(|role| self.case.stack.does_part_of(given, role, chair.agency.is_some())));
        let is_deputy = chair.nominated_deputy.or(chair.role.as_deref().is_some_and(|given| kebab(given) == NOMINATED_DEPUTY).into());
        // No manager of another body stands above those of children's social care.
        let is_of_another_body = |given: &str| {
            let wanted = rule.own.chair_of.as_deref() == Some(SOCIAL_CARE);
            wanted && of_social_care(given, Standing::Deputy, chair.agency.is_some()).is_no()
        };
        let part = |given: &str| match does_part(given) {
            Truth::Unknown if is_of_another_body(given) => Truth::No,
            part => part,
        };
        // No word, and one that nobody knows as a role, is no other role.
        let holds_one = match chair.role.as_deref() {
            Some(given) if self.is_known_role(given) => part(given),
            Some(given) => part(given).or(Truth::Unknown),
            None => Truth::Unknown,
        };
        holds_one.or(takes_deputies.and(is_deputy).and(may_stand_in(chair, rule)))
    }

    /// Is it known whose this is: a role that a document names, one by its words, or somebody of the family?
    fn is_known_role(&self, given: &str) -> bool {
        let id = kebab(given);
        names_a_role(given) || relatives::is_named(&id) || self.case.stack.named(&id).is_some() || self.case.stack.places_role(&id)
    }

    /// The question which role the chair holds, or for which agency, where what was given does not tell and the answer hangs on it.
    pub(super) fn ask_role_of_chair(&self) -> Option<Ask> {
        let chair = self.facts.chair.as_ref()?;
        let rule = self.rule_for_role(|own| &own.chair)?;
        let given = chair.role.as_deref().or(chair.nominated_deputy.is_yes().then_some(NOMINATED_DEPUTY))?;
        let fails_otherwise = self.is_of_its_agency(chair, rule).and(self.chair_passes(chair)).is_no();
        let tells_with_agency = |role: &Text| **role != *NOMINATED_DEPUTY && self.case.stack.does_part_of(given, role, true).is_yes();
        let is_open = self.holds_role(chair, rule).is_unknown() && !fails_otherwise;
        is_open.then(|| match rule.own.chair.iter().any(tells_with_agency) {
            true => Ask::new("chair.agency", ASK_CHAIR_AGENCY.said()),
            false => Ask::new("chair.role", ASK_CHAIR_ROLE.said()),
        })
    }

    /// Does the chair come from the agency that a rule names? A manager or a deputy of another is not the one it means.
    fn is_of_its_agency(&self, chair: &Chair, rule: &Rule<Own>) -> Truth {
        let both = chair.agency.as_ref().zip(rule.own.chair_of.as_deref());
        both.map_or(Truth::Yes, |(agency, wanted)| self.stands_for(agency, wanted).into())
    }

    /// Do the documents ask more of whoever chairs than the role?
    pub(super) fn asks_of_chair(&self) -> bool {
        self.rules.iter().any(|held| !held.rule.own.chair_is.is_empty())
    }

    /// What the documents ask of whoever chairs, beside the role.
    fn chair_passes(&self, chair: &Chair) -> Truth {
        let tests = self.rules.iter().flat_map(|held| &held.rule.own.chair_is);
        Truth::all(tests.map(|test| match test {
            ChairTest::AgreedByRepresentatives => chair.agreed_by_representatives,
            ChairTest::Experienced => chair.experienced,
            ChairTest::KnowsProcedures => chair.knows_procedures,
            ChairTest::IdentifiedTheNeeds => chair.identified_the_needs,
        }))
    }

    /// Is the co-ordinator given one of those whom a document names?
    pub(super) fn coordinator_valid(&self) -> Option<Truth> {
        let (given, rule) = (self.facts.coordinator.as_ref()?, self.rule_for_role(|own| &own.coordinator)?);
        Some(rule.own.coordinator.iter().any(|agency| self.stands_for(given, agency)).into())
    }
}

/// Is a nominated deputy one whom children's social care could nominate? A manager of theirs or a senior practitioner is, out of
/// hours too. The documents say of no other agency who its deputy is.
fn may_stand_in(chair: &Chair, rule: &Rule<Own>) -> Truth {
    if rule.own.chair_of.as_deref() != Some(SOCIAL_CARE) {
        return Truth::Yes;
    }
    let role = chair.role.as_deref().filter(|role| kebab(role) != NOMINATED_DEPUTY);
    role.map_or(Truth::Unknown, |role| of_social_care(role, Standing::Deputy, chair.agency.is_some()))
}

/// Nobody said who chaired: it was none of those whom a rule names where their agency was not there.
fn could_chair(rule: &Rule<Own>, presence: Option<&Presence<'_>>) -> Truth {
    let is_absent =
        |(presence, agency): (&Presence<'_>, &Text)| !presence.has(agency) && presence.tells_of_anybody() && !presence.names_nobody_known;
    let absent = presence.zip(rule.own.chair_of.as_ref()).is_some_and(is_absent);
    if absent { Truth::No } else { Truth::Unknown }
}
