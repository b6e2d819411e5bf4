//! The answer.

use serde::Serialize;

use super::rule::Measure;
use crate::engine::question::Answer;
use crate::text::Said;
use crate::value::Text;

/// The quarter in figures.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Quarter {
    /// The answer in one sentence.
    pub heading: Said,
    /// Meetings that are counted.
    pub meetings: Figure,
    /// Meetings left out because their answer was provisional.
    pub provisional_left_out: u32,
    /// Meetings left out because they lie outside the quarter, or have no end.
    pub outside_left_out: u32,
    /// The measures, in the document's order.
    pub measures: Vec<Measured>,
    /// The same as CSV.
    pub csv: String,
}

/// A number, or that it is too small to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Figure {
    /// The number; none where it is not shown.
    pub number: Option<u32>,
    /// Is it kept back because it is small?
    pub suppressed: bool,
}

/// A measure.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Measured {
    /// The rule.
    pub id: Text,
    /// What is counted.
    pub measure: Measure,
    /// What it says.
    pub text: Said,
    /// Its rows: one for each agency, or one.
    pub rows: Vec<Row>,
}

/// A row of a measure.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Row {
    /// The agency; none where the measure is of all.
    pub agency: Option<String>,
    /// Of how many.
    pub of: Figure,
    /// How many.
    pub count: Figure,
    /// The share in whole per cent.
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
    /// Is one of its numbers kept back because it is small?
    pub(super) fn is_kept_back(&self) -> bool {
        self.of.suppressed || self.count.suppressed
    }
}
