//! What is known.

use chrono::NaiveDate;
use serde::Deserialize;

use crate::engine::input;
use crate::value::agency::Agency;
use crate::value::date;
use crate::value::entries::Entries;
use crate::value::moment::Moment;
use crate::value::truth::Truth;

/// The quarter and the records of its meetings.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Facts {
    /// The first day of the quarter.
    #[serde(default, deserialize_with = "date::read_if_given")]
    pub from: Option<NaiveDate>,
    /// Its last day.
    #[serde(default, deserialize_with = "date::read_if_given")]
    pub until: Option<NaiveDate>,
    /// The meetings.
    #[serde(default)]
    pub meetings: Vec<Meeting>,
}

impl input::Facts for Facts {}

/// What was recorded of one meeting.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Meeting {
    /// A reference of the caller's own, never a name.
    pub r#ref: Option<String>,
    /// When it ended.
    pub ended_at: Option<Moment>,
    /// Was its time limit settled? A provisional one is left out.
    #[serde(default)]
    pub settled: Truth,
    /// What each agency did.
    pub agencies: Option<Vec<AgencyPart>>,
    /// When each duty was done, by the duty's name.
    pub done: Option<Entries<Moment>>,
}

/// What one agency did.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct AgencyPart {
    /// The agency.
    pub agency: Agency,
    /// Was it asked to attend or send information?
    #[serde(default)]
    pub requested: Truth,
    /// Did it attend?
    #[serde(default)]
    pub attended: Truth,
    /// Did it return the completed form?
    #[serde(default)]
    pub form_returned: Truth,
}
