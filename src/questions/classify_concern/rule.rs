//! The fields that its rules have of their own.

use serde::{Deserialize, Serialize, Serializer};

use crate::pack::rule;
use crate::value::Text;
use crate::value::timescale::Timescale;

/// A timing rule, as a pack writes it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub(crate) struct Own {
    /// The time it gives.
    #[serde(serialize_with = "in_words")]
    pub hold: Option<Timescale>,
    /// The moment from which that time counts.
    pub from: Option<From>,
    /// Another rule, whose time it takes.
    pub applies: Option<Text>,
    /// Which of two stages it times, where the document has a discussion first and a meeting after it.
    #[serde(default)]
    pub stage: Stage,
    /// The rule whose time it lengthens: the one kind of exception to law 3, declared here.
    pub lengthens: Option<Text>,
    /// Is its time the most there is, which no other rule lengthens? The same day always is.
    #[serde(default)]
    pub ceiling: bool,
}

/// As a pack says it: answers have a timescale's id.
fn in_words<S: Serializer>(hold: &Option<Timescale>, serializer: S) -> Result<S::Ok, S::Error> {
    hold.map(|hold| hold.to_string()).serialize(serializer)
}

impl Own {
    /// May no rule of any document put its time off?
    pub(crate) fn is_never_lengthened(&self) -> bool {
        self.ceiling || self.is_within_the_day()
    }

    /// Is its time the same day, or sooner?
    pub(super) fn is_within_the_day(&self) -> bool {
        self.hold.is_some_and(|hold| hold <= Timescale::SameDay)
    }
}

impl rule::Own for Own {
    const TABLE: &'static str = "classify_concern";

    fn time(&self) -> Option<String> {
        self.hold.map(|hold| format!("{hold}."))
    }
}

/// The stages in which a document has people come together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// The first, and the only one where a document speaks of one.
    #[default]
    Discussion,
    /// The whole meeting that follows a discussion.
    Meeting,
}

/// The moment from which a time counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum From {
    /// When any professional first recorded the concern.
    ConcernsIdentified,
    /// When the referral was received.
    ReferralReceived,
    /// When the need for immediate action arose.
    ImmediateAction,
    /// When the discussion was held that a meeting follows.
    DiscussionHeld,
}
