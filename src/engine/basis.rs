//! What an answer rests on: enough to work the same answer out again years later.

use std::sync::Arc;

use chrono::NaiveDate;
use serde::Serialize;

use crate::pack::Pack;
use crate::pack::document::Edition;
use crate::pack::names::SHORT;
use crate::text::Said;
use crate::value::{Text, is_false};

/// What an answer was worked out with.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Basis {
    /// Version of this library.
    pub engine: &'static str,
    /// The packs in use, the local one first.
    pub packs: Arc<[PackBasis]>,
    /// The last day for which bank holidays in England and Wales are known.
    pub bank_holidays_known_until: NaiveDate,
    /// Did the caller attest that every unnamed fact was considered and is a no?
    pub others_considered: bool,
}

/// A pack, exactly enough to find it again.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PackBasis {
    /// The pack's id.
    pub id: Text,
    /// Its version.
    pub version: Text,
    /// SHA-256 of its content, hexadecimal.
    pub hash: Text,
    /// Was it loaded beside the library's own documents?
    #[serde(skip_serializing_if = "is_false")]
    pub own_pack: bool,
    /// The document's title.
    pub title: Text,
    /// What people call it for short; its title, where the pack gives no other.
    pub short: Said,
    /// What it cites, and that it is neither confirmed in force nor endorsed.
    pub label: Said,
    /// What replaced it, or the edition that it cites.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub superseded_by: Option<Text>,
    /// When that was last checked. Without `asOf`, the document answers as of this day.
    pub checked_on: NaiveDate,
    /// The editions of other guidance that it rests on.
    pub editions: Vec<EditionBasis>,
}

impl PackBasis {
    /// What an answer tells of a pack.
    pub(crate) fn of(pack: &Pack) -> Self {
        let document = pack.document();
        let editions = pack.rules::<Edition>().iter().map(|edition| EditionBasis {
            id: Text::clone(&edition.cite.id),
            cites: Text::clone(&edition.own.cites),
            replaced_by: edition.own.replaced_by.clone(),
        });
        PackBasis {
            id: Text::clone(&document.id),
            version: Text::clone(&document.version),
            hash: Text::clone(&pack.hash),
            own_pack: pack.is_own,
            title: Text::clone(&document.title),
            short: Said::of_pack(&document.id, &SHORT.into(), document.short.as_ref().unwrap_or(&document.title)),
            label: document.label(),
            superseded_by: document.status.superseded_by.clone(),
            checked_on: document.status.checked_on,
            editions: editions.collect(),
        }
    }
}

/// An edition that a document rests on.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct EditionBasis {
    /// The rule that names it.
    pub id: Text,
    /// The edition.
    pub cites: Text,
    /// What has replaced it.
    pub replaced_by: Option<Text>,
}
