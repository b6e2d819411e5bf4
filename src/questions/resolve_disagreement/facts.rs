//! What is known.

use serde::Deserialize;

use crate::calendar::AddedHoliday;
use crate::engine::input;
use crate::value::known::Known;
use crate::value::moment::Moment;
use crate::value::read;

/// Where the disagreement stands. Every fact that the packs declare may stand beside these.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "KnownForDisagreement", extend("takesDeclaredFacts" = true)))]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Facts {
    /// Only this ladder, by name.
    ///
    /// The answer's `ladders` names those there are.
    pub ladder: Option<String>,
    /// The last step that was taken; 0 for none.
    pub stage: Option<u32>,
    /// When that step was taken, or when people disagreed where none was.
    pub stage_at: Option<Moment>,
    /// Bank holidays that the list does not know yet.
    pub bank_holidays: Option<Vec<AddedHoliday>>,
    /// The present moment.
    ///
    /// It tells what is overdue and moves nothing.
    pub now: Option<Moment>,
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
