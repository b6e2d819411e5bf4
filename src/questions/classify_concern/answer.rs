//! The answer.

use chrono::NaiveDate;
use serde::Serialize;

use crate::calendar::CountedDay;
use crate::engine::decision::{Ask, Cited};
use crate::engine::question::Answer;
use crate::text::Said;
use crate::value::Text;
use crate::value::moment::Moment;
use crate::value::planned::Override;
use crate::value::timescale::Timescale;
use crate::value::truth::{Truth, established, perhaps_established};

/// How soon, and how that was counted.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ClassifyConcernAnswer"))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct HowSoon {
    /// The answer in one sentence.
    pub heading: Said,
    /// While not settled: how to settle it, what to plan for, and what holds otherwise.
    pub advice: Option<Said>,
    /// The timescale that governs; none where the documents give no time.
    pub timescale: Option<Timescale>,
    /// The most urgent timescale that is met, even where another ends earlier.
    pub most_urgent_timescale: Option<Timescale>,
    /// The last day; none where no time is known.
    pub due_by: Option<NaiveDate>,
    /// Its end, 23:59:59 London time or the minute at which a limit of hours ends, with offset.
    pub due_instant: Option<Moment>,
    /// Our suggestion, counting the day of the trigger; never later than `dueBy`, and never counting bank holidays added by hand.
    pub aim_by: Option<NaiveDate>,
    /// The last day by the list of bank holidays alone, where some were added by hand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub without_added_holidays: Option<NaiveDate>,
    /// What would hold if every unknown fact were a no; none where nothing unknown matters.
    pub on_known_facts_only: Option<KnownOnly>,
    /// Where no start is known: what would hold if the concern was first recorded today, and every unknown fact were a no.
    pub if_recorded_today: Option<KnownOnly>,
    /// The limits that have passed, as of `now`.
    pub overdue: Vec<Limit>,
    /// The most urgent limit that has not.
    pub next_limit: Option<Limit>,
    /// The later date that an earlier answer holds back.
    pub would_be: Option<NaiveDate>,
    /// Its last moment.
    pub would_be_instant: Option<Moment>,
    /// The whole meeting that follows the discussion, where a document has two stages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub then: Option<Limit>,
    /// The discussions that were held, and whether each counts. While one counts, only a whole meeting that follows can be
    /// overdue.
    pub held: Vec<HeldAnswer>,
    /// The plan beside the answer, which it never replaces.
    pub planned: Option<Override>,
    /// Each child's own answer, where `children` was given.
    pub per_child: Vec<ChildAnswer>,
    /// The earliest of the children's last days.
    pub joint_due_by: Option<NaiveDate>,
    /// Each day from the start to the end.
    pub counted: Vec<CountedDay>,
}

/// The answer on the known facts alone.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct KnownOnly {
    /// Its timescale.
    pub timescale: Timescale,
    /// Its last day; none where no time is known.
    pub due_by: Option<NaiveDate>,
    /// Its end to the minute, where it counts hours.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_instant: Option<Moment>,
    /// The last day by the list of bank holidays alone, where some were added by hand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub without_added_holidays: Option<NaiveDate>,
}

/// A rule and the end of its time.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Limit {
    /// The rule's id, for example `TR-T0`.
    pub id: Text,
    /// Its timescale.
    pub timescale: Timescale,
    /// Its last day.
    pub due_by: NaiveDate,
    /// Its end to the minute, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_instant: Option<Moment>,
    /// The last day by the list of bank holidays alone, where some were added by hand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub without_added_holidays: Option<NaiveDate>,
}

/// A discussion that was held.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct HeldAnswer {
    /// When, as it was told: the day alone where no time of day was given.
    pub at: Option<String>,
    /// Did every agency take part without which it does not count?
    #[serde(serialize_with = "established::serialize")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "established::schema"))]
    pub full: Truth,
    /// Those who had to take part and did not, by name.
    pub lacking: Vec<String>,
    /// Does it meet the limit? A partial call never does.
    pub counts: bool,
    /// Was it held in time, where it counts?
    #[serde(serialize_with = "perhaps_established::serialize")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "perhaps_established::schema"))]
    pub in_time: Option<Truth>,
}

/// One child's answer.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ChildAnswer {
    /// The caller's reference.
    pub r#ref: String,
    /// The timescale that governs for this child; none for an adult, of whom no strategy meeting is held, and where the
    /// documents give no time.
    pub timescale: Option<Timescale>,
    /// The last day; none where no time is known.
    pub due_by: Option<NaiveDate>,
    /// The last day by the list of bank holidays alone, where some were added by hand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub without_added_holidays: Option<NaiveDate>,
    /// Is it settled?
    pub settled: bool,
    /// The rules it rests on.
    pub because: Vec<Cited>,
    /// What would settle it.
    pub ask: Vec<Ask>,
}

impl ChildAnswer {
    /// A child for whom the documents give no time.
    pub(super) fn without_time(reference: &str) -> Self {
        ChildAnswer {
            r#ref: reference.to_owned(),
            timescale: None,
            due_by: None,
            without_added_holidays: None,
            settled: true,
            because: Vec::new(),
            ask: Vec::new(),
        }
    }
}

impl HowSoon {
    /// No time at all, and a sentence that says so.
    pub(super) fn none(heading: Said) -> Self {
        HowSoon {
            heading,
            advice: None,
            timescale: None,
            most_urgent_timescale: None,
            due_by: None,
            due_instant: None,
            aim_by: None,
            without_added_holidays: None,
            on_known_facts_only: None,
            if_recorded_today: None,
            overdue: Vec::new(),
            next_limit: None,
            would_be: None,
            then: None,
            held: Vec::new(),
            would_be_instant: None,
            planned: None,
            per_child: Vec::new(),
            joint_due_by: None,
            counted: Vec::new(),
        }
    }
}

impl Answer for HowSoon {
    fn heading(&self) -> &Said {
        &self.heading
    }

    fn gist(&self) -> Vec<String> {
        let timescale = self.timescale.map(Timescale::id).unwrap_or_default();
        vec![timescale, self.due_by.map(|date| date.to_string()).unwrap_or_default()]
    }
}
