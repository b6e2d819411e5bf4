//! The agencies that a rule's member stands for: one by its name, or those that the caller named.

use super::Meeting;
use super::facts::OtherAgency;
use crate::engine::decision::Ask;
use crate::engine::reach::Reach;
use crate::text::sentences::{self, ASK_IN_PACKAGE, ASK_INFORMED, ASK_INVOLVED, REFERRING_AGENCY_NAMED};
use crate::text::{Said, Sentence};
use crate::value::Text;
use crate::value::agency::Agency;
use crate::value::truth::Truth;

/// Whoever made the referral, as packs name them.
pub(super) const REFERRING_AGENCY: &str = "referring-agency";

/// An agency that a rule's member stands for.
pub(super) struct Expanded {
    pub agency: Agency,
    pub label: Said,
    /// What is to be asked, where it is not known whether the agency belongs here.
    pub doubt: Option<Ask>,
    /// May they be invited?
    pub reach: Reach,
}

impl Meeting<'_> {
    /// The agencies that a member stands for.
    pub(super) fn expand(&self, who: &str) -> Vec<Expanded> {
        let is_of_health = |agency: &Agency| self.stands_for(agency, "health");
        match who {
            REFERRING_AGENCY => vec![self.referring()],
            "services" => self.services(|_| true),
            "health-services" => self.services(is_of_health),
            "other-services" => self.services(|agency| !is_of_health(agency)),
            "informed-agencies" => self.others(|other| other.has_relevant_information, "hasRelevantInformation", ASK_INFORMED),
            "involved-agencies" => self.others(|other| other.direct_involvement, "directInvolvement", ASK_INVOLVED),
            "package-agencies" if self.facts.agencies.is_some() => self.others(|other| other.in_package, "inPackage", ASK_IN_PACKAGE),
            "agencies-outside-package" if self.facts.agencies.is_some() => self.others_outside_package(),
            _ => vec![self.certain(Agency::folded(who))],
        }
    }

    fn certain(&self, agency: Agency) -> Expanded {
        Expanded { label: Said::plain(self.label(&agency)), reach: self.case.reach_of_invitation(agency.id()), agency, doubt: None }
    }

    /// The services that the child or family receives.
    fn services(&self, are_meant: impl Fn(&Agency) -> bool) -> Vec<Expanded> {
        let services = self.facts.services.iter().flatten().filter(|agency| are_meant(agency));
        services.map(|agency| self.certain(agency.clone())).collect()
    }

    /// The other agencies that play a part, and those that nobody has said do not.
    fn others(&self, part: fn(&OtherAgency) -> Truth, field: &str, question: &'static Sentence) -> Vec<Expanded> {
        let others = self.facts.agencies.iter().flatten().enumerate().filter(|(_, other)| !part(other).is_no());
        let with_doubt = |(index, other): (usize, &OtherAgency)| {
            let ask = || Ask::new(format!("agencies[{index}].{field}"), question.said());
            Expanded { doubt: part(other).is_unknown().then(ask), ..self.certain(other.name.clone()) }
        };
        others.map(with_doubt).collect()
    }

    /// The other agencies of which somebody has said that they are not in the package of support.
    fn others_outside_package(&self) -> Vec<Expanded> {
        let others = self.facts.agencies.iter().flatten().filter(|other| other.in_package.is_no());
        others.map(|other| self.certain(other.name.clone())).collect()
    }

    fn referring(&self) -> Expanded {
        let reach = self.facts.referrer.as_ref().map_or(Reach::Open, |referrer| self.case.reach_of_invitation(referrer.id()));
        Expanded { agency: Agency::folded(REFERRING_AGENCY), label: self.referring_agency(), doubt: None, reach }
    }

    fn referring_agency(&self) -> Said {
        match &self.facts.referrer {
            Some(referrer) => REFERRING_AGENCY_NAMED.with([("name", self.label(referrer).into())]),
            None => sentences::REFERRING_AGENCY.said(),
        }
    }

    /// An agency's name in a sentence.
    pub(super) fn label(&self, agency: &Agency) -> String {
        let known = self.case.stack.agency(agency.id()).map(|known| Text::clone(&known.label));
        let own = || self.case.stack.own_name("word", agency.id());
        known.or_else(own).map_or_else(|| agency.spoken(), |label| label.to_string())
    }

    /// Is it that agency, or does it take its part?
    pub(super) fn stands_for(&self, agency: &Agency, wanted: &str) -> bool {
        agency.id() == wanted || self.takes_part_of(agency) == Some(wanted)
    }

    /// The agency whose part it can take.
    pub(super) fn takes_part_of(&self, agency: &Agency) -> Option<&str> {
        self.case.stack.agency(agency.id())?.part_of.as_deref()
    }
}
