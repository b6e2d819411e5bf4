//! The answer.

use serde::Serialize;

use super::rule::Measure;
use crate::engine::question::Answer;
use crate::text::Said;
use crate::value::Text;

/// The quarter in figures.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ReportQuarterAnswer"))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Quarter {
    /// The answer in one sentence.
    pub heading: Said,
    /// Meetings that are counted.
    pub meetings: Figure,
    /// Meetings left out because their answer was provisional; not told to the public.
    pub provisional_left_out: Option<u32>,
    /// Meetings left out because they lie outside the quarter, or have no date; not told to the public.
    pub outside_left_out: Option<u32>,
    /// What to look at in the records before the figures are used; not told to the public.
    pub check: Vec<Doubt>,
    /// How many more there are to look at than are listed, where meetings were told one by one and very much is doubtful.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub more_to_check: Option<u32>,
    /// The measures, in the document's order.
    pub measures: Vec<Measured>,
    /// The same as CSV (RFC 4180), safe to open in a spreadsheet.
    pub csv: String,
}

/// Something in the records to look at: a duplicate, a contradiction, an order that cannot be, or what is too vague to count.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Doubt {
    /// The code, in kebab-case.
    pub code: Text,
    /// Where: `meetings[3].done.decisions`.
    pub path: String,
    /// The other place, where it is about two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other: Option<String>,
    /// What is the matter, and how it was counted.
    pub text: Said,
}

/// A number, or that it is too small to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Figure {
    /// The number; none where it is not shown.
    pub number: Option<u32>,
    /// Is it held back?
    pub suppressed: bool,
}

/// A measure.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Measured {
    /// The rule's id.
    pub id: Text,
    /// What is counted.
    pub measure: Measure,
    /// What it says.
    pub text: Said,
    /// Its rows: one for each agency; or one for all, and one for each team.
    pub rows: Vec<Row>,
}

/// A row of a measure.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Row {
    /// The agency; none where the measure is not of agencies.
    pub agency: Option<String>,
    /// The team, in kebab-case; none where the row is not of a team.
    pub team: Option<String>,
    /// Of how many.
    pub of: Figure,
    /// How many.
    pub count: Figure,
    /// The share of those for whom it was recorded, in whole per cent; none where it was recorded for nobody.
    pub per_cent: Option<u32>,
    /// For how many it was not recorded.
    pub not_recorded: Figure,
}

impl Answer for Quarter {
    fn heading(&self) -> &Said {
        &self.heading
    }

    fn gist(&self) -> Vec<String> {
        self.csv.lines().map(str::to_owned).collect()
    }
}

impl Row {
    /// Is one of its numbers held back?
    pub(super) fn is_held_back(&self) -> bool {
        self.of.suppressed || self.count.suppressed || self.not_recorded.suppressed
    }
}
