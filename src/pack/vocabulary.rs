//! The names that a document gives: kinds of concern, agencies, roles, kinds of body; and what to bear in mind.

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize};

use super::document::is_in_force;
use crate::value::meeting::MeetingType;
use crate::value::spelling::kebab;
use crate::value::{Text, date};

/// A kind of concern.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ConcernType {
    /// Its name.
    pub label: Text,
    /// The rule that names it.
    #[allow(dead_code, reason = "read by those who trace rules: so every rule has a home")]
    pub id: Option<Text>,
    /// The facts it makes true.
    #[serde(default)]
    pub makes: Vec<Text>,
    /// The facts it gives a reason for and does not settle.
    #[serde(default)]
    pub asks: Vec<Text>,
}

/// An agency's name in a sentence.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AgencyName {
    /// The name.
    pub label: Text,
    /// The agency whose part this one can take.
    pub part_of: Option<Text>,
    /// The agency of which this is only another name.
    pub same_as: Option<Text>,
}

/// A role's name in a sentence.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RoleName {
    /// The name.
    pub label: Text,
    /// Other ids that mean the same role.
    #[serde(default)]
    pub also: Vec<Text>,
    /// Those of its names that other agencies use too: they mean it only beside the agency.
    #[serde(default)]
    pub shared: Vec<Text>,
    /// Roles that stand below it, where whoever stands above it may do its part: of any other it is not known.
    #[serde(default)]
    pub below: Vec<Text>,
    /// Is it held by people at work alone, so that nobody of the family can be meant? Unless this is said, what goes to it is
    /// kept from whoever of the family is recorded as a risk.
    #[serde(default)]
    pub staff: bool,
}

/// A kind of meeting that a partnership holds beside those of the built-in documents.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OwnMeeting {
    /// Its name in a sentence: `the core group`.
    pub label: Text,
    /// The kind of the built-in documents beside which it stands: where several are called for, it protects as much as that.
    pub beside: MeetingType,
}

/// What must be known before somebody is invited or gets what was written, because they may be a risk to the child, or may
/// do harm once they are warned. What nobody knows opens nothing.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Clearance {
    /// Facts that somebody must have answered no. Neither silence nor an attestation is such a no.
    pub after_no: Vec<Text>,
    /// Facts that keep everything from them once they are raised.
    #[serde(default)]
    pub not_with: Vec<Text>,
    /// The fact by which somebody with authority lets them in although one of those was raised.
    pub released_by: Option<Text>,
    /// The fact by which nothing is to be feared of it, whatever else is known.
    pub opened_by: Option<Text>,
    /// Is it of what is sent to them alone, and not of whether they come?
    #[serde(default)]
    pub papers_only: bool,
    /// The fact while which there is nobody yet to come, or to read.
    pub nobody_while: Option<Text>,
}

impl Clearance {
    /// Every fact on which it hangs.
    pub(crate) fn facts(&self) -> impl Iterator<Item = &Text> {
        self.after_no.iter().chain(&self.not_with).chain(&self.released_by).chain(&self.opened_by).chain(&self.nobody_while)
    }
}

/// A kind of body that may hold information.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Controller {
    /// Is it a public authority?
    #[serde(default)]
    pub public: bool,
    /// Other names of such a body, or the words by which one is known: `council` of `Northshire County Council`.
    #[serde(default)]
    pub also: Vec<Text>,
}

/// A caution that a document or its reading calls for.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PackCaution {
    /// The code, in kebab-case.
    pub code: Text,
    /// The question it belongs to, by name: `classify-concern`.
    #[serde(deserialize_with = "folded")]
    pub question: Text,
    /// The sentence.
    pub text: Text,
    /// Is it to be done, or left, before anything else?
    #[serde(default)]
    pub first: bool,
    /// Facts that must be a yes.
    #[serde(default)]
    pub when: Vec<Text>,
    /// Facts that somebody must have said no to.
    #[serde(default)]
    pub when_no: Vec<Text>,
    /// Facts that nobody must have answered yet.
    #[serde(default)]
    pub when_unknown: Vec<Text>,
    /// Facts that nobody must have said no to.
    #[serde(default)]
    pub unless_no: Vec<Text>,
    /// Concern types, one of which must have been chosen or named as a reason.
    #[serde(default)]
    pub types: Vec<Text>,
    /// Rules, one of which must govern.
    #[serde(default)]
    pub governs: Vec<Text>,
    /// Only where the time runs over a weekend or a bank holiday.
    #[serde(default)]
    pub over_days_off: bool,
    /// Meetings it belongs to.
    #[serde(default)]
    pub meeting: Vec<MeetingType>,
    /// The first day on which it holds.
    #[serde(default, deserialize_with = "date::read_if_given")]
    pub since: Option<NaiveDate>,
    /// The last such day.
    #[serde(default, deserialize_with = "date::read_if_given")]
    pub until: Option<NaiveDate>,
}

pub(crate) fn folded<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Text, D::Error> {
    Ok(kebab(&Text::deserialize(deserializer)?).into())
}

impl PackCaution {
    /// Does it hold on a day?
    pub(crate) fn is_in_force(&self, day: NaiveDate) -> bool {
        is_in_force(self.since, self.until, day)
    }

    /// Does it belong to a meeting? Where none is named, only what hangs on facts is said.
    pub(crate) fn is_of(&self, meeting: Option<&MeetingType>) -> bool {
        let conditional = || !(self.when.is_empty() && self.when_no.is_empty() && self.when_unknown.is_empty());
        self.meeting.is_empty() || meeting.map_or_else(conditional, |meeting| self.meeting.contains(meeting))
    }

    /// Every fact on which it hangs.
    pub(crate) fn facts(&self) -> impl Iterator<Item = &Text> {
        self.when.iter().chain(&self.when_no).chain(&self.when_unknown).chain(&self.unless_no)
    }
}
