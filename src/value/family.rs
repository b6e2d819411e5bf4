//! Each person of a family by themselves: a protective mother and a dangerous father are two.

use serde::{Deserialize, Serialize};

use super::json::Json;
use super::read;
use super::spelling::kebab;
use super::truth::Truth;

/// Somebody of the family. A protective mother and a dangerous father are two.
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

impl FamilyMember {
    /// May they be a parent or carer: by what they are to the child, or, without that, unless their reference says otherwise?
    pub(crate) fn may_be_a_parent(&self) -> bool {
        !matches!(self.relation.or_else(|| Relation::named(&self.who)), Some(Relation::Grandparent | Relation::Other))
    }
}

impl Relation {
    /// The relation that a word names.
    pub(crate) fn named(word: &str) -> Option<Self> {
        read::json(&Json::text(kebab(word))).ok()
    }
}

/// What somebody is to the child.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(extend("synonyms" = super::names::words_of::<Relation>())))]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// The mother.
    #[serde(alias = "mum", alias = "mam", alias = "mummy", alias = "mom", alias = "birth-mother", alias = "adoptive-mother")]
    Mother,
    /// The father.
    #[serde(alias = "dad", alias = "daddy", alias = "birth-father", alias = "adoptive-father")]
    Father,
    /// A parent, without saying which.
    #[serde(alias = "adoptive-parent", alias = "birth-parent")]
    Parent,
    /// A parent's partner.
    #[serde(
        alias = "stepfather",
        alias = "stepmother",
        alias = "step-father",
        alias = "step-mother",
        alias = "stepdad",
        alias = "stepmum",
        alias = "step-dad",
        alias = "step-mum",
        alias = "stepparent",
        alias = "partner",
        alias = "mothers-partner",
        alias = "fathers-partner",
        alias = "mums-partner",
        alias = "dads-partner",
        alias = "ex-partner",
        alias = "boyfriend",
        alias = "mums-boyfriend",
        alias = "mothers-boyfriend",
        alias = "girlfriend",
        alias = "dads-girlfriend",
        alias = "fathers-girlfriend"
    )]
    StepParent,
    /// A carer.
    #[serde(alias = "foster-carer", alias = "kinship-carer", alias = "guardian", alias = "special-guardian")]
    Carer,
    /// A grandparent.
    #[serde(
        alias = "grandmother",
        alias = "grandfather",
        alias = "gran",
        alias = "granny",
        alias = "grandma",
        alias = "nan",
        alias = "nana",
        alias = "grandad",
        alias = "granddad",
        alias = "grandpa",
        alias = "maternal-grandmother",
        alias = "maternal-grandfather",
        alias = "paternal-grandmother",
        alias = "paternal-grandfather",
        alias = "great-grandmother",
        alias = "great-grandfather"
    )]
    Grandparent,
    /// Somebody else of the family.
    #[serde(
        alias = "sibling",
        alias = "brother",
        alias = "sister",
        alias = "half-brother",
        alias = "half-sister",
        alias = "stepbrother",
        alias = "stepsister",
        alias = "step-brother",
        alias = "step-sister",
        alias = "aunt",
        alias = "auntie",
        alias = "uncle",
        alias = "cousin",
        alias = "relative"
    )]
    Other,
}

/// Does a member of a rule stand for people of the family?
pub(crate) fn is_family(member: &str) -> bool {
    matches!(member, "parents-or-carers" | "parents" | "carers" | "family")
}
