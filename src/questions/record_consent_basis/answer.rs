//! The answer.

use serde::Serialize;

use super::consent::Standing;
use super::rule::{BasisKind, ConsentToMeet};
use crate::engine::decision::Ask;
use crate::engine::question::Answer;
use crate::text::Said;
use crate::value::Text;
use crate::value::moment::Moment;
use crate::value::truth::{Truth, established, perhaps_established};

/// The record, whether it is complete, and what to consider.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "RecordConsentBasisAnswer"))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct SharingBasis {
    /// The answer in one sentence.
    pub heading: Said,
    /// The record itself, as it was hashed, with what makes it complete.
    pub record: Record,
    /// Never true: no gap in a record stops a share that protects a child, and others are not judged here.
    pub sharing_blocked: bool,
    /// What became of consent; what was taken back, has ended or was refused never counts as given.
    pub consent: Standing,
    /// Is consent needed to share?
    #[serde(serialize_with = "established::serialize")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "established::schema"))]
    pub consent_required: Truth,
    /// What the documents say of consent to the meeting.
    pub consent_to_meet: Option<ConsentToMeet>,
    /// Is the purpose to safeguard a child?
    pub purpose_is_safeguarding: Truth,
    /// Tell the family, or record why not; not yet where a risk is recorded, or somebody says that it is not known.
    pub inform_family: InformFamily,
    /// Is the condition of going ahead without the family knowing met? None where no document sets one.
    #[serde(serialize_with = "perhaps_established::serialize")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "perhaps_established::schema"))]
    pub precondition_met: Option<Truth>,
    /// To consider; the controller chooses.
    pub lawful_bases: Vec<Basis>,
    /// Not open here, each with the reason.
    pub bases_excluded: Vec<Basis>,
    /// Conditions to consider for special-category and criminal-offence data.
    pub conditions: Vec<Basis>,
}

/// The record of one share.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Record {
    /// Does it hold all that the documents ask for?
    pub complete: bool,
    /// Paths of the fields that it lacks.
    pub missing: Vec<String>,
    /// What good practice adds; its absence does not make the record incomplete.
    pub recommended: Vec<String>,
    /// The questions behind both.
    pub to_record: Vec<Ask>,
    /// Its id: a UUID where the door to JavaScript made it.
    pub id: Option<String>,
    /// When it was made.
    pub created_at: Option<Moment>,
    /// The id of the record that it corrects.
    pub corrects: Option<String>,
    /// The record in canonical form (RFC 8785).
    pub canonical: String,
    /// SHA-256 of `canonical`, hexadecimal.
    pub hash: String,
}

/// A lawful basis or condition to consider.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "LawfulBasis"))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Basis {
    /// Its name: `public-task`.
    pub id: Text,
    /// What it is for.
    pub kind: BasisKind,
    /// Its name in a sentence.
    pub label: Text,
    /// Where it stands in the law.
    pub article: Text,
    /// Its operative words.
    pub words: Text,
    /// When it fits.
    pub why: Said,
    /// The rule's id.
    pub rule: Text,
    /// The rule of a document in use that recommends it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recommended: Option<Text>,
    /// Why it is not open here, where it is not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Said>,
}

/// Tell the family, or record why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum InformFamily {
    /// They are told, or are to be told.
    Inform,
    /// They are not to be told yet: that may harm the child, and somebody with authority decides how.
    NotYet,
    /// They were not, and the reason is on record.
    ExceptionRecorded,
    /// They were not, and the reason is missing.
    ExceptionToRecord,
}

impl Answer for SharingBasis {
    fn heading(&self) -> &Said {
        &self.heading
    }

    fn gist(&self) -> Vec<String> {
        let precondition = self.precondition_met.map_or("", established::word);
        vec![self.record.missing.join(", "), precondition.to_owned()]
    }

    fn rules_listed(&self) -> Vec<Text> {
        self.lawful_bases.iter().chain(&self.conditions).map(|basis| Text::clone(&basis.rule)).collect()
    }

    fn to_record(&self) -> Vec<Ask> {
        self.record.to_record.clone()
    }
}
