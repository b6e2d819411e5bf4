//! Each person of a family by themselves: a protective mother and a dangerous father are two.

use serde::{Deserialize, Serialize};

use super::truth::Truth;

/// Somebody of the family.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct FamilyMember {
    /// A reference of the caller's own, or what they are to the child: never a name.
    pub who: String,
    /// What they are to the child.
    pub relation: Option<Relation>,
    /// Are they a risk to the child, or could they do harm by being warned? Only a no lets anything reach them.
    #[serde(default)]
    pub poses_risk: Truth,
}

/// What somebody is to the child.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(extend("synonyms" = super::names::words_of::<Relation>())))]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// The mother.
    #[serde(alias = "mum", alias = "birth-mother")]
    Mother,
    /// The father.
    #[serde(alias = "dad", alias = "birth-father")]
    Father,
    /// A parent, without saying which.
    #[serde(alias = "adoptive-parent")]
    Parent,
    /// A parent's partner.
    #[serde(alias = "stepfather", alias = "stepmother", alias = "step-father", alias = "step-mother", alias = "partner")]
    StepParent,
    /// A carer.
    #[serde(alias = "foster-carer", alias = "guardian", alias = "special-guardian")]
    Carer,
    /// A grandparent.
    #[serde(alias = "grandmother", alias = "grandfather")]
    Grandparent,
    /// Somebody else of the family.
    #[serde(alias = "sibling", alias = "aunt", alias = "uncle", alias = "relative")]
    Other,
}

/// Does a member of a rule stand for people of the family?
pub(crate) fn is_family(member: &str) -> bool {
    matches!(member, "parents-or-carers" | "parents" | "carers" | "family")
}
