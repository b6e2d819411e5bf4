//! What is known.

use serde::{Deserialize, Serialize};

use crate::engine::input;
use crate::value::given::Why;
use crate::value::moment::Moment;
use crate::value::truth::Truth;

/// One action and the meeting it comes from.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "CheckActionFacts"))]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct ActionFacts {
    /// The action.
    pub action: Action,
    /// When the meeting is or was.
    pub meeting_date: Option<Moment>,
    /// When it is to be reviewed.
    pub review_date: Option<Moment>,
}

impl input::Facts for ActionFacts {}

/// A plan and the meeting it comes from.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "CheckPlanFacts"))]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct PlanFacts {
    /// The plan.
    pub plan: Plan,
    /// When the meeting is or was.
    pub meeting_date: Option<Moment>,
}

impl input::Facts for PlanFacts {}

/// A plan.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields, rename_all = "camelCase")]
pub struct Plan {
    /// Its actions.
    pub actions: Option<Vec<Action>>,
    /// When it is to be reviewed.
    pub review_dates: Option<Vec<Moment>>,
    /// Is a review needed? A recorded no stands for a date.
    pub review_required: Truth,
}

/// An action, in the fields that make it SMART.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields, rename_all = "camelCase")]
pub struct Action {
    /// What will be done.
    pub specific: Option<String>,
    /// How much of it.
    pub quantity: Option<String>,
    /// How progress will show.
    pub indicator: Option<String>,
    /// Who will do it.
    ///
    /// A person's role, or a named person.
    pub owner: Option<String>,
    /// What result can realistically be achieved.
    pub realistic_result: Option<String>,
    /// Do people confirm that the means are there?
    ///
    /// It is never judged here.
    pub resources_confirmed: Truth,
    /// By when.
    ///
    /// What is no date is a finding, not an error.
    pub due: Option<String>,
    /// Does it relate to the child or family?
    pub relates_to_family: Truth,
    /// Has it been discussed with them?
    pub discussed_with_family: Truth,
    /// What has become of it.
    pub state: Option<State>,
    /// Why it was not done, was carried over or given up.
    pub reason_not_done: Option<Why>,
    /// The meeting or day from which it was carried over.
    pub carried_over_from: Option<Moment>,
    /// Until when it was carried over.
    pub carried_over_until: Option<Moment>,
}

/// What has become of an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ActionState", extend("synonyms" = crate::value::names::words_of::<State>())))]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// It is still to be done.
    #[serde(
        alias = "to-do",
        alias = "not-started",
        alias = "in-progress",
        alias = "started",
        alias = "ongoing",
        alias = "outstanding",
        alias = "partly-done"
    )]
    Open,
    /// It was done.
    #[serde(alias = "complete", alias = "completed", alias = "closed", alias = "achieved")]
    Done,
    /// It was not done.
    #[serde(alias = "not-completed", alias = "incomplete", alias = "not-achieved", alias = "failed", alias = "missed")]
    NotDone,
    /// It goes on under a new date.
    #[serde(alias = "carried-forward", alias = "deferred", alias = "rolled-over", alias = "postponed")]
    CarriedOver,
    /// It was given up, for a reason.
    #[serde(alias = "cancelled", alias = "abandoned", alias = "no-longer-needed", alias = "superseded")]
    Withdrawn,
    /// Nobody has said.
    Unknown,
}
