//! A time that people have planned, beside the one an answer gives: sooner is always free, later needs a reason and a role.

use serde::{Deserialize, Serialize};

use super::given::Role;
use super::moment::Moment;

/// When people plan to do it. Sooner is always free; later needs a reason and the role of whoever decided.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Planned {
    /// When.
    pub at: Moment,
    /// Why it is later, where it is.
    pub reason: Option<Reason>,
    /// Who decided, by role.
    pub decided_by: Option<Role>,
}

/// Why something is done later than an answer says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ReasonForLater"))]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// The child could not take part or be seen.
    ChildNotAvailable,
    /// An agency without which it cannot be held was not available.
    EssentialAgencyNotAvailable,
    /// Information that has to be there was not.
    InformationAwaited,
    /// Sooner would put the child or somebody else at risk.
    SoonerWouldBeUnsafe,
    /// Somebody needs an interpreter or other help to take part.
    InterpreterOrAccessNeed,
    /// A manager's reason, written in the record.
    RecordedElsewhere,
}

/// The plan, beside the answer. It never replaces it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "PlanBesideAnswer"))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Override {
    /// When it is planned, with its offset.
    pub at: Moment,
    /// Is that later than the answer says?
    pub later: bool,
    /// Is it sooner, or is a later time explained?
    pub explained: bool,
    /// What is still to be recorded for a later time.
    pub missing: Vec<&'static str>,
    /// The reason.
    pub reason: Option<Reason>,
    /// Who decided, by role.
    pub decided_by: Option<String>,
}

impl Planned {
    /// The plan beside the last moment that an answer gives.
    pub fn beside(&self, due: Option<Moment>) -> Override {
        let later = due.is_some_and(|due| self.at.instant() > due.instant());
        let decided_by = self.decided_by.as_ref().and_then(Role::given).map(str::to_owned);
        let mut missing = Vec::new();
        if later && self.reason.is_none() {
            missing.push("reason");
        }
        if later && decided_by.is_none() {
            missing.push("decidedBy");
        }
        Override { at: self.at, later, explained: missing.is_empty(), missing, reason: self.reason, decided_by }
    }
}
