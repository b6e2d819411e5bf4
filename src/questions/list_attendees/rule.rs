//! The fields that its rules have of their own.

use serde::{Deserialize, Serialize};

use crate::pack::rule;
use crate::value::Text;
use crate::value::conditional::Conditional;
use crate::value::meeting::{Attendance, Format, MeetingType};

/// A rule about people, as a pack writes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Own {
    /// The meetings it speaks of.
    #[serde(default)]
    pub meeting: Vec<MeetingType>,
    /// Who must be there.
    #[serde(default)]
    pub required: Vec<Conditional>,
    /// Are these the minimum without which the meeting is not quorate?
    #[serde(default)]
    pub minimum: bool,
    /// Who is expected.
    #[serde(default)]
    pub expected: Vec<Conditional>,
    /// Who may be there.
    #[serde(default)]
    pub optional: Vec<Conditional>,
    /// Who is not to be there.
    #[serde(default)]
    pub excluded: Vec<Conditional>,
    /// The part of a meeting in two parts for which its people come.
    pub part: Option<Part>,
    /// Does the document say that its list is open?
    #[serde(default)]
    pub open_list: bool,
    /// Roles, one of which chairs.
    #[serde(default)]
    pub chair: Vec<Text>,
    /// The agency that the chair belongs to.
    pub chair_of: Option<Text>,
    /// What is asked of whoever chairs.
    #[serde(default)]
    pub chair_is: Vec<ChairTest>,
    /// Roles, one of which administers.
    #[serde(default)]
    pub administrator: Vec<Text>,
    /// Agencies, one of which co-ordinates.
    #[serde(default)]
    pub coordinator: Vec<Text>,
    /// Roles, one of which is lead professional for now.
    #[serde(default)]
    pub lead_professional: Vec<Text>,
    /// The forms the meeting may take.
    #[serde(default)]
    pub format: Vec<Format>,
    /// What counts as being there.
    #[serde(default)]
    pub present: Vec<Attendance>,
    /// The forms in which every agency makes a record of its own.
    #[serde(default)]
    pub own_record_in: Vec<Format>,
    /// Must those who attend be able to decide for their agency?
    #[serde(default)]
    pub decides: bool,
    /// Must those who attend be able to see the child's records?
    #[serde(default)]
    pub sees_records: bool,
}

impl rule::Own for Own {
    const TABLE: &'static str = "list_attendees";

    fn meetings(&self) -> &[MeetingType] {
        &self.meeting
    }

    fn facts(&self) -> Vec<&str> {
        self.members().filter_map(Conditional::fact).collect()
    }

    fn reaches(&self) -> Vec<&str> {
        [&self.required, &self.expected, &self.optional].into_iter().flatten().map(|member| &*member.what).collect()
    }
}

impl Own {
    /// Does it say more than who attends and in what form: who does what there, or what is asked of those who come?
    pub(super) fn says_more(&self) -> bool {
        let roles = [&self.chair, &self.administrator, &self.coordinator, &self.lead_professional];
        roles.iter().any(|roles| !roles.is_empty()) || !self.chair_is.is_empty() || self.decides || self.sees_records
    }

    /// Everybody whom it names, in whatever list.
    pub(crate) fn members(&self) -> impl Iterator<Item = &Conditional> {
        [&self.required, &self.expected, &self.optional, &self.excluded].into_iter().flatten()
    }
}

/// A part of a meeting that is held in two.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// Professionals alone.
    #[serde(rename = "part-one")]
    One,
    /// Parents or carers come in.
    #[serde(rename = "part-two")]
    Two,
}

/// What is asked of whoever chairs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ChairTest {
    /// The representatives agreed on them.
    AgreedByRepresentatives,
    /// They have chaired such meetings before.
    Experienced,
    /// They know the child protection procedures.
    KnowsProcedures,
    /// They first found the needs.
    IdentifiedTheNeeds,
}
