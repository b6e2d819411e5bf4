//! The fields that its rules have of their own.

use std::iter;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::engine::stack::Stack;
use crate::pack::rule::Own as _;
use crate::pack::{Pack, rule};
use crate::value::conditional::Conditional;
use crate::value::word_list::WordList;
use crate::value::{Text, date};

/// A rule about records, as a pack writes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Own {
    /// Fields that the record must hold.
    #[serde(default)]
    pub requires: Vec<Conditional>,
    /// Fields that good practice adds.
    #[serde(default)]
    pub recommends: Vec<Conditional>,
    /// Are its fields only recommended where another document in use sets out a record of its own?
    #[serde(default)]
    pub where_silent: bool,
    /// Is it a condition of going ahead without the family knowing?
    #[serde(default)]
    pub precondition: bool,
    /// Purposes that are safeguarding.
    #[serde(default)]
    pub purposes: Vec<Text>,
    /// Words by which any other purpose speaks of safeguarding: `safeguard- abus-`. That no child is at risk contradicts it.
    pub purposes_speak_of: Option<WordList>,
    /// Bases that the document recommends.
    #[serde(default)]
    pub bases: Vec<Text>,
    /// The issues it speaks of.
    #[serde(default)]
    pub issue: Vec<Text>,
    /// What it says of consent to the meeting.
    pub consent_to_meet: Option<ConsentToMeet>,
}

impl Own {
    /// Every field that it names, and every fact on which one hangs.
    pub(crate) fn fields(&self) -> impl Iterator<Item = &str> {
        self.requires.iter().chain(&self.recommends).flat_map(|field| iter::once(&*field.what).chain(field.fact()))
    }
}

impl rule::Own for Own {
    const TABLE: &'static str = "record_consent_basis";
}

/// A lawful basis or condition to consider.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct LawfulBasis {
    /// Its name: `public-task`.
    pub basis: Text,
    /// What it is for.
    pub kind: BasisKind,
    /// Where it stands in the law.
    pub article: Text,
    /// Its name in a sentence.
    pub label: Text,
    /// Other names that people give it.
    #[serde(default)]
    pub also: Vec<Text>,
    /// Is it closed to public authorities in their tasks?
    #[serde(default)]
    pub not_for_public_bodies: bool,
    /// Is consent what it rests on, so that it stands only while consent does?
    #[serde(default)]
    pub rests_on_consent: bool,
    /// The day from which it is in force.
    #[serde(default, deserialize_with = "date::read_if_given")]
    pub in_force_from: Option<NaiveDate>,
}

impl rule::Own for LawfulBasis {
    const TABLE: &'static str = "lawful_basis";

    fn own_name(&self) -> Option<(&Text, &Text)> {
        Some((&self.basis, &self.label))
    }
}

impl LawfulBasis {
    /// Its name in a sentence, as the portal calls it.
    pub(crate) fn called(&self, stack: &Stack) -> Text {
        stack.own_name(Self::TABLE, &self.basis).unwrap_or_else(|| Text::clone(&self.label))
    }

    /// Is it open to everybody on every day, so that no case comes near it and misses?
    fn is_open_to_everybody(&self) -> bool {
        self.kind == BasisKind::Article6 && !self.not_for_public_bodies && !self.rests_on_consent && self.in_force_from.is_none()
    }
}

/// Is this rule of a pack a basis that is open to everybody on every day?
pub(crate) fn is_open_to_everybody(pack: &Pack, id: &str) -> bool {
    pack.rules::<LawfulBasis>().iter().any(|basis| *basis.cite.id == *id && basis.own.is_open_to_everybody())
}

/// What a document says of consent to the meeting itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ConsentToMeet {
    /// It is not necessary.
    NotNecessary,
    /// Asking is unlikely to help.
    UnlikelyToHelp,
}

/// What a basis is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum BasisKind {
    /// A basis for any personal data.
    Article6,
    /// A condition for special-category data.
    SpecialCategory,
    /// A condition for data on criminal offences.
    CriminalOffence,
}
