//! The answer.

use serde::Serialize;

use super::rule::{Rank, Route};
use crate::engine::question::Answer;
use crate::text::Said;
use crate::value::meeting::MeetingType;
use crate::value::spelling::word;
use crate::value::truth::Truth;
use crate::value::{Text, is_false};

/// Where the circumstances lead.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ChooseMeetingAnswer"))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Choice {
    /// The answer in one sentence.
    pub heading: Said,
    /// The most protective route that is called for; none where none is.
    pub route: Option<Route>,
    /// Every route that is called for, the most protective first.
    pub routes: Vec<Called>,
    /// Meetings that are not the route, and why.
    pub not_routes: Vec<RuledOut>,
    /// What the documents say of each meeting looked at.
    pub meetings: Vec<Considered>,
    /// Each child's own, where several were named.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub per_child: Vec<ChildsRoute>,
}

/// Where one child's circumstances lead.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChildsRoute {
    /// The caller's reference.
    pub r#ref: String,
    /// The most protective route that is called for; none where none is.
    pub route: Option<Route>,
    /// The answer in one sentence.
    pub heading: Said,
    /// Is it settled?
    pub settled: bool,
}

/// A route, and why.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Called {
    /// The route.
    pub route: Route,
    /// How much it protects.
    #[serde(skip)]
    pub(super) rank: Rank,
    /// Its name in a sentence.
    pub label: Said,
    /// Why.
    pub why: Said,
    /// The rule's id.
    pub rule: Text,
    /// Does it stand here only because something is not known?
    #[serde(skip_serializing_if = "is_false")]
    pub provisional: bool,
}

/// A meeting that is not the route.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct RuledOut {
    /// The meeting.
    pub meeting: MeetingType,
    /// Why.
    pub why: Said,
    /// The rule's id.
    pub rule: Text,
    /// Where to go instead, where the document says.
    pub instead: Option<Route>,
    /// Does it stand here only because something is not known?
    #[serde(skip_serializing_if = "is_false")]
    pub provisional: bool,
    /// Did somebody say that an exception from it is not known? Then nobody is sent away for it.
    #[serde(skip)]
    pub(super) may_be_excepted: bool,
}

/// What the documents say of one meeting.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Considered {
    /// The meeting.
    pub meeting: MeetingType,
    /// May it be held? `not-indicated` says that nothing given speaks for it, never that a threshold is not met.
    pub verdict: Verdict,
    /// Is the child one of those whom it is for? None where no document says whom it is for.
    pub in_scope: Option<InScope>,
    /// Ids of the rules by which it is for this child.
    pub cohort_met: Vec<Text>,
    /// Ids of the rules that speak for it.
    pub criteria_met: Vec<Text>,
    /// What came before it.
    pub preconditions_met: Vec<Precondition>,
    /// What has yet to come before it.
    pub preconditions_missing: Vec<Precondition>,
}

/// Something that comes before a meeting.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Precondition {
    /// The fact's path.
    pub path: String,
    /// The question behind it.
    pub question: Said,
    /// Is it so?
    pub met: Truth,
    /// The rule's id.
    pub rule: Text,
}

/// May the meeting be held?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// The documents call for it.
    CalledFor,
    /// It may be held.
    MayBeHeld,
    /// Something has to come first.
    NotYet,
    /// Nothing that was said speaks for it.
    NotIndicated,
    /// It is not the route.
    RuledOut,
    /// What is known does not tell.
    NotEstablished,
}

impl Verdict {
    /// How far it keeps a meeting from being held: of several children the least decides.
    pub(super) const fn holds_back(self) -> u8 {
        match self {
            Verdict::CalledFor => 0,
            Verdict::MayBeHeld => 1,
            Verdict::NotEstablished => 2,
            Verdict::NotYet => 3,
            Verdict::NotIndicated => 4,
            Verdict::RuledOut => 5,
        }
    }
}

/// Is the child one of those whom a meeting is for?
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum InScope {
    /// Yes.
    #[serde(rename = "in-scope")]
    Named,
    /// The list does not name the child, and the list is open.
    NotNamed,
    /// What is known does not tell.
    NotEstablished,
}

impl Answer for Choice {
    fn heading(&self) -> &Said {
        &self.heading
    }

    fn gist(&self) -> Vec<String> {
        let route = self.route.as_ref().map_or_else(String::new, word);
        let meetings = self.meetings.iter().map(|considered| format!("{} {}", word(&considered.meeting), word(considered.verdict)));
        [route].into_iter().chain(meetings).collect()
    }
}
