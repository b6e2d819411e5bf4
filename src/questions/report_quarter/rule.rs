//! The fields that its rules have of their own.

use serde::{Deserialize, Serialize};

use crate::pack::rule;
use crate::value::Text;

/// A measure, as a pack writes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Own {
    /// What is counted.
    pub measures: Measure,
    /// The duty whose time is measured, where it is one of time.
    pub duty: Option<Text>,
    /// The smallest number that is shown to the public.
    pub smallest_shown: u32,
}

impl rule::Own for Own {
    const TABLE: &'static str = "report_quarter";
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// Requests to attend or send information, by agency.
    Requests,
    /// Attendance, by agency.
    Attendance,
    /// Completed forms, by agency.
    Forms,
    /// A duty done in time.
    DutyInTime,
    /// Meetings held within the limit that their concern gives.
    MeetingInTime,
    /// Meetings after the first about a concern.
    RepeatMeetings,
}

impl Measure {
    /// Is it counted agency by agency?
    pub(super) fn is_of_agencies(self) -> bool {
        matches!(self, Measure::Requests | Measure::Attendance | Measure::Forms)
    }
}
