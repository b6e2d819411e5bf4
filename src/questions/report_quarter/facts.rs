//! What is known.

use chrono::NaiveDate;
use serde::Deserialize;

use super::super::classify_concern;
use crate::calendar::AddedHoliday;
use crate::engine::input;
use crate::value::agency::Agency;
use crate::value::date;
use crate::value::entries::{self, Entries};
use crate::value::known;
use crate::value::moment::Moment;
use crate::value::truth::Truth;

/// The quarter and the records of its meetings.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ReportQuarterFacts"))]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Facts {
    /// The first day of the quarter.
    #[serde(default, deserialize_with = "date::read_if_given")]
    pub from: Option<NaiveDate>,
    /// Its last day.
    #[serde(default, deserialize_with = "date::read_if_given")]
    pub until: Option<NaiveDate>,
    /// Bank holidays that the list does not know yet.
    pub bank_holidays: Option<Vec<AddedHoliday>>,
    /// The meetings.
    #[serde(default)]
    pub meetings: Vec<Meeting>,
    /// For whom the figures are; the partnership, where nobody says.
    ///
    /// `partnership`: every figure, and none for publication. `public`: small numbers are held back, and whatever would let them
    /// be worked out.
    pub audience: Option<Audience>,
    /// Is each meeting judged by the rules in force on its own day?
    ///
    /// Otherwise all are judged by those that report: of `asOf`, or of the day on which each document was last checked.
    pub rules_of_the_day: Option<bool>,
}

impl input::Facts for Facts {}

/// For whom the figures are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// Those who work with them: every figure, and none for publication.
    Partnership,
    /// Anybody: small numbers are held back, and whatever would let them be worked out.
    Public,
}

/// What was recorded of one meeting.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Meeting {
    /// A reference of the caller's own, never a name.
    pub r#ref: Option<String>,
    /// The team that held it, by a name of the caller's own.
    pub team: Option<String>,
    /// Was there an earlier meeting about the same concern? Of one that somebody says is not known it is not told whether it was in time.
    #[serde(default, deserialize_with = "known::told")]
    #[cfg_attr(feature = "schema", schemars(with = "Truth"))]
    pub repeat: Option<Truth>,
    /// When it was held: its start.
    pub started_at: Option<Moment>,
    /// When it ended.
    pub ended_at: Option<Moment>,
    /// What was known of the concern, as `classifyConcern` takes it: the limit that it gives is what the meeting is held to.
    ///
    /// A provisional limit makes nothing in time; what came after the latest that it can be was late.
    pub concern: Option<classify_concern::Facts>,
    /// Was its time limit settled? A provisional one is left out.
    #[serde(default)]
    pub settled: Truth,
    /// What each agency did.
    pub agencies: Option<Vec<AgencyPart>>,
    /// When each duty was done, by the duty's name.
    #[serde(default, deserialize_with = "entries::known")]
    pub done: Option<Entries<Moment>>,
}

impl Meeting {
    /// When it was held: its end, or its start where that is not recorded.
    pub(super) fn held_at(&self) -> Option<Moment> {
        self.ended_at.or(self.started_at)
    }
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
