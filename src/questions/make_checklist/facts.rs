//! What is known.

use serde::Deserialize;

use super::rule::Phase;
use crate::engine::input;
use crate::value::entries::Entries;
use crate::value::family::FamilyMember;
use crate::value::known::Known;
use crate::value::meeting::MeetingType;
use crate::value::read;
use crate::value::truth::Truth;

/// Which list, and what is known. Every fact that the packs declare may stand beside these.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "KnownForChecklist", extend("takesDeclaredFacts" = true)))]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Facts {
    /// The meeting.
    pub meeting_type: Option<MeetingType>,
    /// Only this list, such as `agenda`.
    ///
    /// The answer's `lists` names those there are.
    pub list: Option<String>,
    /// Only this part of the work.
    ///
    /// What is always asked stands beside it.
    pub phase: Option<Phase>,
    /// Only what is asked of this role.
    ///
    /// What is asked of everybody stands beside it.
    pub role: Option<String>,
    /// What is ticked, by item.
    pub done: Option<Entries<Truth>>,
    /// How many children are to be discussed.
    pub children_discussed: Option<u32>,
    /// The people of the family, each decided alone; without it, parents and carers are spoken of together.
    pub family: Option<Vec<FamilyMember>>,
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
