//! The answer.

use chrono::NaiveDate;
use serde::Serialize;

use super::rule::Confidence;
use crate::engine::decision::Ask;
use crate::engine::question::Answer;
use crate::pack::rule::Force;
use crate::text::Said;
use crate::value::agency::Agency;
use crate::value::limit::{Cycle, Limit};
use crate::value::moment::Moment;
use crate::value::planned::Override;
use crate::value::truth::{Truth, perhaps_established};
use crate::value::{Text, is_false};

/// What falls due.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ListDeadlinesAnswer"))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct WhatFallsDue {
    /// The answer in one sentence.
    pub heading: Said,
    /// The duties, the earliest first.
    pub deadlines: Vec<Deadline>,
    /// Deadlines of the earlier answer that are another day now.
    pub moved: Vec<Moved>,
}

/// A duty and its time.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Deadline {
    /// The duty's name.
    pub duty: Text,
    /// The agency that owes it, where each was told by itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agency: Option<Agency>,
    /// What is owed.
    pub what: Said,
    /// How strongly the document puts it.
    pub force: Force,
    /// The time that the document gives; none where it gives none.
    pub limit: Option<Limit>,
    /// The shortest and the longest time, where the document gives both.
    pub window: Option<Window>,
    /// How often it returns: `every week`, `every quarter`, `every 6 months`.
    pub every: Option<Cycle>,
    /// Does the document prefer the start of the week?
    #[serde(skip_serializing_if = "is_false")]
    pub start_of_week: bool,
    /// The path of the moment from which it counts.
    pub from: Option<String>,
    /// The last moment, with its offset; none where no number is given or the start is not known.
    pub due: Option<Moment>,
    /// Its day in London.
    pub due_by: Option<NaiveDate>,
    /// The later moment that an earlier answer holds back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub would_be: Option<Moment>,
    /// Is it the earlier answer's moment, which holds until somebody says who agreed to a later one and why?
    #[serde(skip_serializing_if = "is_false")]
    pub held_back: bool,
    /// Its day by the list of bank holidays alone, where some were added by hand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub without_added_holidays: Option<NaiveDate>,
    /// Our suggestion: the last working day that is not later, added holidays or not. None where the time is counted in hours.
    pub aim_by: Option<NaiveDate>,
    /// The path of the moment that brought it forward.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub capped_by: Option<String>,
    /// Is the date cut to the end of a shorter month?
    #[serde(skip_serializing_if = "is_false")]
    pub cut_to_month_end: bool,
    /// The fact that would tell when it falls due.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_missing: Option<Ask>,
    /// Who owes it.
    pub by: Vec<Who>,
    /// To whom.
    pub to: Vec<Who>,
    /// Who is not to get it, and why.
    pub not_to: Vec<Who>,
    /// The channels it may go through.
    pub channel: Vec<Text>,
    /// What is sent or written.
    pub documents: Vec<SentDocument>,
    /// Was it done in time? None where nothing was said to be done, or no time is known.
    #[serde(serialize_with = "perhaps_established::serialize")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "perhaps_established::schema"))]
    pub on_time: Option<Truth>,
    /// By how many whole minutes it was late, where the time is counted in hours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub late_by_minutes: Option<u32>,
    /// By how many days it was late, where it is counted in days.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub late_by_days: Option<u32>,
    /// Did it go through a channel that the document allows? None where no channel was given or asked for.
    #[serde(serialize_with = "perhaps_established::serialize")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "perhaps_established::schema"))]
    pub channel_allowed: Option<Truth>,
    /// Has its time passed, as of `now`, with nothing said to be done?
    pub overdue: bool,
    /// The plan beside it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub planned: Option<Override>,
    /// Does it stand here only because something is not known?
    #[serde(skip_serializing_if = "is_false")]
    pub provisional: bool,
    /// How sure the source is, where the rule is of the national layer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidence: Option<Confidence>,
    /// Ids of the rules.
    pub rules: Vec<Text>,
    /// Why it is judged neither in time nor late, although it was recorded as done.
    #[serde(skip)]
    pub(super) doubt: Option<Doubt>,
}

impl Deadline {
    /// When it was done, where what is recorded tells nothing.
    pub(super) fn asks_when_done(&self) -> Option<Ask> {
        Some(Ask::new(format!("{DONE}{}.at", self.duty), self.doubt?.asks().said()))
    }
}

/// Below it stands what was done of each duty.
pub(super) const DONE: &str = "done.";

/// Why nobody can tell whether something was in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doubt {
    /// It lies before its time began, or after now.
    CannotBe,
    /// A day alone, where the limit is a time of day.
    WithoutATime,
}

/// The shortest and the longest time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Window {
    /// The shortest.
    pub earliest: Limit,
    /// The longest.
    pub latest: Limit,
}

/// A role or an agency.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Who {
    /// Its id in kebab-case.
    pub id: Text,
    /// Its name in a sentence.
    pub label: String,
    /// The rule's id.
    pub rule: Text,
    /// Does it stand here only because something is not known?
    #[serde(skip_serializing_if = "is_false")]
    pub provisional: bool,
}

/// What is sent or written.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct SentDocument {
    /// Its name.
    pub document: Text,
    /// Ids of those to whom it goes.
    pub to: Vec<Text>,
    /// Is it named in the document and not supplied with it? Its fields are never made up here.
    pub external: bool,
}

/// A deadline that is another moment now.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Moved {
    /// The duty's name.
    pub duty: String,
    /// The agency that owes it, where the earlier answer named one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agency: Option<Agency>,
    /// The earlier answer's day.
    pub from: NaiveDate,
    /// Its last moment.
    pub from_instant: Moment,
    /// The day now; none where nothing is due any more.
    pub to: Option<NaiveDate>,
    /// The last moment now.
    pub to_instant: Option<Moment>,
    /// Is it later now?
    pub later: bool,
    /// Does the earlier moment still hold, because nobody has said who agreed to a later one and why?
    pub holds: bool,
    /// Why it moved.
    pub why: Said,
}

impl Answer for WhatFallsDue {
    fn heading(&self) -> &Said {
        &self.heading
    }

    fn gist(&self) -> Vec<String> {
        self.deadlines.iter().map(Deadline::gist).collect()
    }
}

impl Deadline {
    /// The duty, its time, its people and its channels on one line.
    fn gist(&self) -> String {
        let due = self.due.map(|due| due.in_words()).unwrap_or_default();
        let limit = self.limit.map(|limit| limit.to_string()).unwrap_or_default();
        let to: Vec<&str> = self.to.iter().map(|who| &*who.id).collect();
        format!("{} {due} {limit} {} {}", self.duty, to.join(", "), self.channel.join(", "))
    }
}
