//! What is known.

use serde::Deserialize;

use super::rule::Stage;
use crate::calendar::AddedHoliday;
use crate::engine::input;
use crate::value::age::KnownAge;
use crate::value::agency::Agency;
use crate::value::entries::Entries;
use crate::value::given::{Lengthening, Why};
use crate::value::moment::{Moment, TimeOfDay};
use crate::value::planned::Planned;
use crate::value::truth::Truth;
use crate::value::{known, read};

/// What is known of the concern.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ClassifyConcernFacts"))]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Facts {
    /// What is known, by the name of the fact: `seriousRisk`.
    pub concerns: Option<Entries<Truth>>,
    /// Kinds of concern; each makes facts true and none false.
    pub concern_types: Option<Vec<String>>,
    /// Attests that every fact not named was considered and is a no.
    ///
    /// It is kept in the answer's basis.
    pub others_considered: Option<bool>,
    /// Why the concern is particularly complex: a kind of concern, or a sentence.
    pub complex_reason: Option<Why>,
    /// Whom it is about, where that is one child, or what is known of all of them.
    pub child: Option<Person>,
    /// Several children, each with an answer of their own.
    ///
    /// The joint answer is the earliest.
    pub children: Option<Vec<Child>>,
    /// The discussions that were held already.
    ///
    /// A partial call never meets the limit.
    pub held: Option<Vec<HeldMeeting>>,
    /// An earlier answer, not to be lengthened in silence.
    pub previous_result: Option<PreviousResult>,
    /// Who agreed to a later date than the earlier answer's, and why.
    pub lengthening: Option<Lengthening>,
    /// When people plan to hold it.
    pub planned: Option<Planned>,
    /// When any professional first recorded the concern.
    pub concerns_identified_at: Option<Moment>,
    /// When the referral was received.
    pub referral_received_at: Option<Moment>,
    /// When the need for immediate action arose.
    pub immediate_action_at: Option<Moment>,
    /// The present moment.
    ///
    /// It never moves `dueBy`; it adds what is overdue and what comes next.
    pub now: Option<Moment>,
    /// An office's own earlier end of a working day, such as 17:00; the same day always ends at midnight.
    pub close_of_day: Option<TimeOfDay>,
    /// Bank holidays that the list does not know yet.
    pub bank_holidays: Option<Vec<AddedHoliday>>,
}

impl input::Facts for Facts {}

/// One of several children.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Child {
    /// A reference of the caller's own, never a name.
    pub r#ref: String,
    /// What is known for this child.
    ///
    /// It comes before what is said of all.
    pub concerns: Option<Entries<Truth>>,
    /// Kinds of concern for this child.
    pub concern_types: Option<Vec<String>>,
    /// How old this child is, in whole years.
    ///
    /// That it is not known comes before what was said of all.
    #[serde(default, deserialize_with = "known::told")]
    #[cfg_attr(feature = "schema", schemars(with = "KnownAge"))]
    pub age: Option<KnownAge>,
    /// Is this child not born yet?
    #[serde(default, deserialize_with = "known::told")]
    #[cfg_attr(feature = "schema", schemars(with = "Truth"))]
    pub unborn: Option<Truth>,
    /// Does this child live, or is it placed, in another area?
    #[serde(default, deserialize_with = "known::told")]
    #[cfg_attr(feature = "schema", schemars(with = "Truth"))]
    pub in_another_area: Option<Truth>,
}

/// What is known of a child beside the concern. Whoever is not certainly 18 or over is answered as a child.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "KnownOfPerson"))]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct Person {
    /// How old the child is, in whole years.
    #[serde(default, deserialize_with = "known::told")]
    #[cfg_attr(feature = "schema", schemars(with = "KnownAge"))]
    pub age: Option<KnownAge>,
    /// Is the child not born yet?
    #[serde(default, deserialize_with = "known::told")]
    #[cfg_attr(feature = "schema", schemars(with = "Truth"))]
    pub unborn: Option<Truth>,
    /// Does the child live, or is it placed, in another area?
    #[serde(default, deserialize_with = "known::told")]
    #[cfg_attr(feature = "schema", schemars(with = "Truth"))]
    pub in_another_area: Option<Truth>,
}

/// A discussion that was held. What is not known of it never counts for it.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct HeldMeeting {
    /// When it was held.
    pub at: Option<Moment>,
    /// The agencies that took part.
    pub agencies: Option<Vec<Agency>>,
    /// Was it the discussion that comes first, or the whole meeting that follows it? Silence is the discussion.
    #[serde(default, deserialize_with = "read::or_default")]
    pub stage: Stage,
    /// Did every agency take part without which it does not count? Where `agencies` tells it, that holds.
    #[serde(default)]
    pub full: Truth,
}

/// An earlier answer.
#[derive(Clone, Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct PreviousResult {
    /// Its timescale, as answers name it.
    pub timescale: Option<String>,
    /// Its last day, or its last moment.
    ///
    /// Without it, `timescale` alone holds.
    pub due_by: Option<Moment>,
    /// Was it settled? Silence counts as settled, so that nothing is lengthened by leaving it out.
    pub settled: Option<bool>,
    /// The facts it rested on.
    ///
    /// A yes that becomes a no needs `lengthening` too.
    pub concerns: Option<Entries<Truth>>,
}
