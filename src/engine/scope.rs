//! Which documents are asked, and for which day.

use serde::{Deserialize, Serialize};

use crate::value::moment::Moment;

/// Which documents are asked, and for which day: an area, or packs by name, never both.
///
/// Without either, the practice guide that no partnership owns answers alone, and the answer says so.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Scope {
    /// The area whose documents answer.
    pub area: Option<String>,
    /// The packs that answer, instead of an area.
    pub packs: Option<Vec<String>>,
    /// The day whose rules answer; without it, the day on which each document was last checked.
    pub as_of: Option<Moment>,
    /// Does the national layer answer too?
    ///
    /// It never answers unasked.
    pub national: Option<bool>,
}

impl Scope {
    /// The documents of an area.
    #[must_use]
    pub fn area(area: impl Into<String>) -> Self {
        Scope { area: Some(area.into()), ..Scope::default() }
    }

    /// The packs that have these ids.
    #[must_use]
    pub fn packs<I: Into<String>>(ids: impl IntoIterator<Item = I>) -> Self {
        Scope { packs: Some(ids.into_iter().map(Into::into).collect()), ..Scope::default() }
    }

    /// Is neither an area named nor a pack?
    pub(crate) fn is_open(&self) -> bool {
        self.area.is_none() && self.packs.is_none()
    }
}
