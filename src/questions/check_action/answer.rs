//! The answer.

use serde::Serialize;

use super::facts::State;
use super::progress::Progress;
use super::rule::Check;
use crate::engine::decision::{Ask, Caution};
use crate::engine::question::Answer;
use crate::text::Said;
use crate::text::sentences::RESULT_MISSING;
use crate::value::Text;
use crate::value::spelling::word;
use crate::value::truth::{Truth, established};

/// Whether an action is complete, and what is missing.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "CheckActionAnswer"))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ActionCheck {
    /// Its place in the plan, from 0, where it stands in one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub index: Option<usize>,
    /// The answer in one sentence.
    pub heading: Said,
    /// Are all criteria met? Not established where the documents set none.
    #[serde(serialize_with = "established::serialize")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "established::schema"))]
    pub complete: Truth,
    /// The criteria that are not met.
    pub missing: Vec<Check>,
    /// One finding for each criterion, in the document's order.
    pub findings: Vec<Finding>,
    /// Advice that leaves the action complete.
    pub warnings: Vec<Caution>,
    /// Does realism still need somebody to attest it?
    pub needs_attestation: bool,
    /// What has become of it, where that was said; `unknown` where two things recorded cannot both be.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<State>,
}

/// What was found on one criterion.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Finding {
    /// The criterion.
    pub criterion: Check,
    /// Is it met?
    pub met: bool,
    /// What was found, by code: `met`, `owner-missing`.
    pub code: &'static str,
    /// What was found.
    pub text: Said,
    /// What would mend it; none where it is met.
    pub mend: Option<Text>,
    /// The rule's id.
    pub rule: Text,
}

/// Whether a plan is complete, and what is missing.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "CheckPlanAnswer"))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct PlanCheck {
    /// The answer in one sentence.
    pub heading: Said,
    /// Is it complete? Not established where the documents set no criteria.
    #[serde(serialize_with = "established::serialize")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "established::schema"))]
    pub complete: Truth,
    /// What the plan as a whole lacks: `at-least-one-agreed-action`, `review-date`, `complete-actions`,
    /// `what-became-of-actions`.
    pub missing: Vec<Lack>,
    /// Each action's check.
    pub actions: Vec<ActionCheck>,
    /// The actions that are not complete: place in the plan, from 0, and what is missing.
    pub failing_actions: Vec<FailingAction>,
    /// What has become of its actions, where that was said of any. What nobody has said is never done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub progress: Option<Progress>,
    /// What would mend what the plan as a whole lacks.
    #[serde(skip)]
    pub(super) to_mend: Vec<Ask>,
}

/// An action that is not complete.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct FailingAction {
    /// Its place in the plan, from 0.
    pub index: usize,
    /// The criteria that are not met.
    pub missing: Vec<Check>,
}

/// What a plan as a whole can lack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Lack {
    /// Any action at all.
    AtLeastOneAgreedAction,
    /// What makes each of its actions complete.
    CompleteActions,
    /// A date for the review, or the decision that none is needed.
    ReviewDate,
    /// What became of an action: why it was not done, or until when it was carried over.
    WhatBecameOfActions,
}

impl ActionCheck {
    /// The fields of the action at a path on which a criterion is not met, each with what would mend it.
    fn to_mend(&self, path: &str) -> Vec<Ask> {
        let ask = |finding: &Finding| Some(Ask::new(format!("{path}.{}", finding.field()?), Said::plain(&**finding.mend.as_ref()?)));
        self.findings.iter().filter_map(ask).collect()
    }
}

impl Finding {
    /// The field that would mend it; none where it is no text.
    fn field(&self) -> Option<&'static str> {
        match self.criterion {
            Check::Specific => Some("specific"),
            Check::Measurable => Some("indicator"),
            Check::Assignable => Some("owner"),
            Check::Realistic if self.code == RESULT_MISSING.code => Some("realisticResult"),
            Check::TimeRelated => Some("due"),
            _ => None,
        }
    }
}

impl Answer for ActionCheck {
    fn heading(&self) -> &Said {
        &self.heading
    }

    fn gist(&self) -> Vec<String> {
        gist(self.complete, &self.missing)
    }

    fn to_record(&self) -> Vec<Ask> {
        self.to_mend("action")
    }
}

impl Answer for PlanCheck {
    fn heading(&self) -> &Said {
        &self.heading
    }

    fn gist(&self) -> Vec<String> {
        gist(self.complete, &self.missing)
    }

    fn to_record(&self) -> Vec<Ask> {
        let actions = self.actions.iter().enumerate();
        let of_actions = actions.flat_map(|(index, action)| action.to_mend(&format!("plan.actions[{index}]")));
        self.to_mend.iter().cloned().chain(of_actions).collect()
    }
}

fn gist(complete: Truth, missing: &[impl Serialize]) -> Vec<String> {
    let missing: Vec<String> = missing.iter().map(word).collect();
    vec![established::word(complete).to_owned(), missing.join(", ")]
}
