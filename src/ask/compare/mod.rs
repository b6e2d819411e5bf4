//! **What changes** between two versions of a pack, or between a stack of packs and its base?
//!
//! The rules that differ are found first; then every combination of the facts that those rules use is asked on both
//! sides. Answers that differ in the same way are one region, told once with one worked case. Where the changed rules
//! together use too many facts for that, each rule's own facts are combined by themselves; and of a rule that alone uses
//! too many, one or two at a time.

mod cases;
mod regions;
mod sides;

use serde::{Deserialize, Serialize};

use crate::engine::rulebook::Rulebook;
use crate::error::Error;
use crate::questions::QUESTIONS;
use regions::of_question;
use sides::{How, Side, differences};

/// The two sides.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub(crate) struct Request {
    /// What was.
    pub before: Side,
    /// What is to be.
    pub after: Side,
}

/// What changes.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Comparison {
    /// The answer in one sentence: `No change.`, or how many answers change.
    pub heading: String,
    /// The rules that differ.
    pub rules: Vec<Difference>,
    /// The answers that change, each once with one worked case.
    pub regions: Vec<Region>,
}

/// A rule that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Difference {
    /// The table it stands in.
    pub table: &'static str,
    /// Its id.
    pub id: String,
    /// Is it added, removed, changed, or only worded otherwise?
    pub how: How,
}

/// Answers that change in the same way.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Region {
    /// The question.
    pub question: &'static str,
    /// The meeting, where the question is about one.
    pub meeting: Option<crate::value::meeting::MeetingType>,
    /// In how many of the combinations.
    pub cases: usize,
    /// Of how many.
    pub of: usize,
    /// One of them, in words.
    pub example: String,
    /// The answer before.
    pub before: String,
    /// The answer after.
    pub after: String,
}

/// Compares two sides.
pub(crate) fn compare(request: &Request, rulebook: &Rulebook) -> Result<Comparison, Error> {
    let (before, after) = sides::ready(&request.before, &request.after, rulebook)?;
    let rules = differences(&before, &after);
    let changed = |table: &str| {
        let changed = rules.iter().filter(|difference| difference.how != How::Reworded && difference.table == table);
        changed.map(|difference| difference.id.as_str()).collect::<Vec<_>>()
    };
    let answered_by_facts = QUESTIONS.iter().filter(|question| question.form.by_declared_facts);
    let regions = answered_by_facts.flat_map(|question| match changed(question.table).as_slice() {
        [] => Vec::new(),
        ids => of_question(question, ids, &before, &after),
    });
    let regions: Vec<Region> = regions.collect();
    let heading = match (regions.len(), rules.len()) {
        (0, 0) => "No change.".to_owned(),
        (0, _) => "No change of any answer: rules differ in their words or in ways that no combination of facts shows.".to_owned(),
        (1, _) => "Answers change in 1 way.".to_owned(),
        (count, _) => format!("Answers change in {count} ways."),
    };
    Ok(Comparison { heading, rules, regions })
}
