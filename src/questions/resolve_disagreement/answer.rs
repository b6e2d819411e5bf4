//! The answer.

use chrono::NaiveDate;
use serde::Serialize;

use crate::engine::decision::Ask;
use crate::engine::question::Answer;
use crate::pack::rule::Force;
use crate::text::Said;
use crate::text::catalogue::Catalogue;
use crate::value::limit::Limit;
use crate::value::moment::Moment;
use crate::value::truth::Truth;
use crate::value::{Text, is_false};

/// The next step, and the ladder it stands on.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ResolveDisagreementAnswer"))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct NextStep {
    /// The answer in one sentence.
    pub heading: Said,
    /// What is to be done next; none where no ladder applies.
    pub next: Vec<Step>,
    /// Every ladder that applies, step by step.
    pub ladders: Vec<Ladder>,
    /// Never true: a dispute suspends no protective step and no time limit.
    pub protective_action_suspended: bool,
}

/// A ladder.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Ladder {
    /// Its name.
    pub ladder: Text,
    /// The document's title.
    pub document: Text,
    /// Its steps.
    pub steps: Vec<Step>,
}

impl Ladder {
    /// Did a later step come about than the one after the last that was taken?
    pub(super) fn leaves_a_step_out(&self) -> bool {
        let mut next = self.steps.iter().filter(|step| step.state == State::Next).map(|step| step.step);
        next.next().is_some_and(|first| next.any(|other| other != first))
    }

    /// Does a step come before the next one of which nobody said that it was taken?
    pub(super) fn has_a_step_not_recorded(&self) -> bool {
        self.steps.iter().any(|step| step.state == State::NotRecorded)
    }
}

/// A step of a ladder.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Step {
    /// Which step it is, from 1.
    pub step: u32,
    /// What is done, by name.
    pub action: Text,
    /// What is done.
    pub text: Said,
    /// How strongly the document puts it.
    pub force: Force,
    /// Ids of those who are spoken to or told.
    pub to: Vec<Text>,
    /// Their names in a sentence, in the same order.
    pub to_labels: Vec<String>,
    /// Where it stands on the way.
    pub state: State,
    /// Does it stand here only because something is not known?
    #[serde(skip_serializing_if = "is_false")]
    pub provisional: bool,
    /// Is everything on record that must be before it?
    pub ready: Truth,
    /// What must still be on record before it.
    pub needs: Vec<Ask>,
    /// How long there is for it, where the pack says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub within: Option<Limit>,
    /// Its last moment, where it is the next step and that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Moment>,
    /// Its last day by the list of bank holidays alone, where some were added by hand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub without_added_holidays: Option<NaiveDate>,
    /// Has its time passed?
    #[serde(skip_serializing_if = "is_false")]
    pub overdue: bool,
    /// What it is written on or found in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<Text>,
    /// Is that document named and not supplied?
    #[serde(skip_serializing_if = "is_false")]
    pub external: bool,
    /// The rule's id.
    pub rule: Text,
}

/// Where a step stands on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "StateOfStep"))]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// It was taken.
    Done,
    /// Whoever was to take it declined.
    Declined,
    /// It comes before the next one, and nobody has said that it was taken.
    NotRecorded,
    /// It is the next.
    Next,
    /// It may come later.
    Later,
}

impl Answer for NextStep {
    fn heading(&self) -> &Said {
        &self.heading
    }

    fn gist(&self) -> Vec<String> {
        self.next.iter().map(|step| step.action.to_string()).collect()
    }

    fn gist_in_words(&self, catalogue: &Catalogue) -> Vec<String> {
        self.next.iter().map(|step| step.text.in_words_of(catalogue)).collect()
    }
}
