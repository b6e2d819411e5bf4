//! What is known.

use serde::Deserialize;

use crate::engine::input;
use crate::value::known::{Known, KnownOfChild};
use crate::value::meeting::MeetingType;
use crate::value::read;

/// What is known of the circumstances. Every fact that the packs declare may stand beside these.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "KnownForChoice", extend("takesDeclaredFacts" = true)))]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Facts {
    /// The meeting that somebody has in mind; without it, every meeting is looked at.
    pub meeting_type: Option<MeetingType>,
    /// Several children: each is decided alone, and the most protective route governs for all.
    pub children: Option<Vec<KnownOfChild>>,
    /// Kinds of concern; each makes facts true and none false.
    pub concern_types: Option<Vec<String>>,
    /// Attests that every fact not named was considered and is a no.
    ///
    /// It is kept in the answer's basis.
    #[serde(default, deserialize_with = "read::or_default")]
    pub others_considered: bool,
    /// What is known of the case, by the facts that the packs declare.
    #[serde(skip)]
    pub known: Known,
}

impl input::Facts for Facts {
    const OPEN: bool = true;

    fn take(&mut self, declared: Known) {
        self.known = declared;
    }
}
