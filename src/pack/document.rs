//! The document a pack stands for: what it is, what it cites, and whether that still holds.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::rule::{Force, Own};
use crate::text::sentences::{CITES, CITES_NOT_ENDORSED, GUIDES_WORD, PARTNERSHIPS_WORD};
use crate::text::{Said, Sentence};
use crate::value::{Text, date};

/// A document.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// The pack's id.
    pub id: Text,
    /// The pack's version.
    pub version: Text,
    /// The document's number, by which the audit of citations finds its text.
    pub source: Option<Text>,
    /// The document's title.
    pub title: Text,
    /// What people call it for short, once its title was named.
    pub short: Option<Text>,
    /// The area whose rules these are, if they are local.
    pub area: Option<Text>,
    /// The area's name.
    pub area_label: Option<Text>,
    /// What kind of document it is.
    pub force: DocumentForce,
    /// The edition of national guidance that it cites.
    pub cites: Text,
    /// Whether that edition still holds.
    pub status: Status,
    /// The first day on which the document is in force, where that is known.
    #[serde(default, deserialize_with = "date::read_if_given")]
    pub since: Option<NaiveDate>,
    /// The last such day.
    #[serde(default, deserialize_with = "date::read_if_given")]
    pub until: Option<NaiveDate>,
    /// Are the words beside its rules paraphrases of pages that were read, which are quoted to nobody?
    #[serde(default)]
    pub paraphrased: bool,
    /// Is it the national layer, which answers only where it is asked for?
    #[serde(default)]
    pub national: bool,
    /// Does it belong to every record of sharing, whatever the area?
    #[serde(default)]
    pub always_for_records: bool,
    /// The packs beneath this one.
    #[serde(default)]
    pub stands_on: Vec<Text>,
}

/// The area in which the practice guide stands alone.
pub(crate) const GENERIC_AREA: &str = "generic";

/// Does a day lie between the first and the last on which something holds?
pub(crate) fn is_in_force(since: Option<NaiveDate>, until: Option<NaiveDate>, day: NaiveDate) -> bool {
    since.is_none_or(|since| since <= day) && until.is_none_or(|until| day <= until)
}

/// Are there days on which both hold?
pub(crate) fn overlap(one: (Option<NaiveDate>, Option<NaiveDate>), other: (Option<NaiveDate>, Option<NaiveDate>)) -> bool {
    let in_time = |since: Option<NaiveDate>, until: Option<NaiveDate>| since.zip(until).is_none_or(|(since, until)| since <= until);
    in_time(one.0, other.1) && in_time(other.0, one.1)
}

impl Document {
    /// Are there days on which both are in force?
    pub(crate) fn overlaps(&self, other: &Document) -> bool {
        overlap((self.since, self.until), (other.since, other.until))
    }

    /// The day for which it answers: the day asked for, or the day it was last checked.
    pub(crate) fn day(&self, as_of: Option<NaiveDate>) -> NaiveDate {
        as_of.unwrap_or(self.status.checked_on)
    }

    /// Is it in force on a day? Without a day, on the day it was last checked.
    pub(crate) fn covers(&self, as_of: Option<NaiveDate>) -> bool {
        is_in_force(self.since, self.until, self.day(as_of))
    }

    /// Does it stand on another?
    pub(crate) fn stands_on(&self, other: &Document) -> bool {
        self.stands_on.contains(&other.id)
    }

    /// What it cites, and what that is worth.
    pub(crate) fn label(&self) -> Said {
        let of_a_partnership = self.area.as_deref().is_some_and(|area| area != GENERIC_AREA);
        let sentence = if of_a_partnership { CITES_NOT_ENDORSED } else { CITES };
        sentence.with([("cites", (&self.cites).into())])
    }
}

/// What kind of document it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DocumentForce {
    /// An act or regulation.
    Statute,
    /// Guidance that the law requires people to follow.
    StatutoryGuidance,
    /// An agreement of one partnership.
    LocalProtocol,
    /// Guidance for practice.
    PracticeGuide,
}

impl DocumentForce {
    /// What the force of a rule is worth where it could be mistaken for law.
    pub(crate) fn note(self, force: Force) -> Option<&'static Sentence> {
        match (self, force) {
            (DocumentForce::PracticeGuide, Force::Must) => Some(GUIDES_WORD),
            (DocumentForce::LocalProtocol, Force::Must) => Some(PARTNERSHIPS_WORD),
            _ => None,
        }
    }
}

/// Whether a document's source still holds.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Status {
    /// What replaced it.
    pub superseded_by: Option<Text>,
    /// When that was last checked.
    #[serde(deserialize_with = "date::read")]
    pub checked_on: NaiveDate,
}

/// An edition of other guidance that the document rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// The edition cited.
    pub cites: Text,
    /// What has replaced it.
    pub replaced_by: Option<Text>,
}

impl Own for Edition {
    const TABLE: &'static str = "edition";
}
