//! What one person consented to, and how.

use serde::{Deserialize, Serialize};

use super::facts::is_open;
use crate::value::known;
use crate::value::moment::Moment;
use crate::value::truth::Truth;

/// What one person said. Its fields stand in the order of their names, which is that of the canonical form.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields, rename_all = "camelCase")]
pub struct PersonsConsent {
    /// As what they consent: as a holder of parental responsibility, or as the child.
    #[serde(rename = "as", skip_serializing_if = "Option::is_none")]
    pub capacity: Option<Capacity>,
    /// When it was said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Moment>,
    /// To what part, where it was not given for all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub covers: Option<String>,
    /// Was it given?
    #[serde(skip_serializing_if = "Truth::is_open")]
    pub given: Truth,
    /// How it was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub how: Option<How>,
    /// Until when it holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Moment>,
    /// Who: a reference or a relation, no name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub who: Option<String>,
    /// Why the child was judged able to decide.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why_competent: Option<String>,
    /// Was it taken back?
    #[serde(deserialize_with = "known::told", skip_serializing_if = "is_open")]
    #[cfg_attr(feature = "schema", schemars(with = "Truth"))]
    pub withdrawn: Option<Truth>,
    /// When it was taken back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub withdrawn_at: Option<Moment>,
}

/// As what somebody consents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(extend("synonyms" = crate::value::names::words_of::<Capacity>())))]
#[serde(rename_all = "kebab-case")]
pub enum Capacity {
    /// As a holder of parental responsibility.
    #[serde(alias = "parent", alias = "mother", alias = "father", alias = "guardian", alias = "holder-of-parental-responsibility")]
    ParentalResponsibility,
    /// As a carer, who need not hold parental responsibility.
    #[serde(alias = "foster-carer", alias = "kinship-carer")]
    Carer,
    /// As the child.
    #[serde(alias = "young-person")]
    Child,
}

impl Capacity {
    /// Every capacity.
    pub(crate) const ALL: [Capacity; 3] = [Capacity::ParentalResponsibility, Capacity::Carer, Capacity::Child];
}

/// How consent was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "HowConsented", extend("synonyms" = crate::value::names::words_of::<How>())))]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// By word of mouth.
    #[serde(alias = "verbal", alias = "verbally", alias = "oral", alias = "in-person", alias = "telephone", alias = "phone")]
    Spoken,
    /// In writing.
    #[serde(alias = "signed", alias = "in-writing", alias = "form", alias = "letter", alias = "email")]
    Written,
    /// By a sign, a picture or another way of communicating.
    #[serde(alias = "signs", alias = "interpreter", alias = "gesture")]
    AnotherWay,
}

impl How {
    /// Every way.
    pub(crate) const ALL: [How; 3] = [How::Spoken, How::Written, How::AnotherWay];
}
