//! The fields that its rules have of their own.

use serde::{Deserialize, Serialize};

use crate::pack::rule;
use crate::value::Text;
use crate::value::meeting::MeetingType;

/// An item, as a pack writes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Own {
    /// The item's name.
    pub item: Text,
    /// The lists it stands in.
    #[serde(default)]
    pub list: Vec<Text>,
    /// The meetings it belongs to.
    #[serde(default)]
    pub meeting: Vec<MeetingType>,
    /// The part of the work it belongs to.
    pub phase: Phase,
    /// Roles whose task it is.
    #[serde(default)]
    pub by: Vec<Text>,
    /// Facts that tell that it is met.
    #[serde(default)]
    pub met_by: Vec<Text>,
    /// Those whom it has invited, told or sent something.
    #[serde(default)]
    pub tells: Vec<Text>,
    /// What it is written on or found in.
    pub document: Option<Text>,
    /// Is that document named and not supplied?
    #[serde(default)]
    pub external: bool,
    /// The fewest and the most minutes for each child.
    #[serde(default)]
    pub minutes_each: Vec<u32>,
    /// Is it a principle, which is borne in mind and never ticked off?
    #[serde(default)]
    pub principle: bool,
}

impl rule::Own for Own {
    const TABLE: &'static str = "make_checklist";

    fn meetings(&self) -> &[MeetingType] {
        &self.meeting
    }

    fn facts(&self) -> Vec<&str> {
        self.met_by.iter().map(|fact| &**fact).collect()
    }

    fn reaches(&self) -> Vec<&str> {
        self.tells.iter().map(|who| &**who).collect()
    }
}

/// A part of the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// Before the meeting.
    Before,
    /// At the meeting.
    During,
    /// After it.
    After,
    /// All the time.
    Always,
}
