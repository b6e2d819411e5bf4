//! **When is this case's strategy meeting due?** What a list of open cases shows of each: the answer of `classify-concern`
//! without what it rests on, which is asked for where somebody opens the case.

use chrono::NaiveDate;
use serde::Serialize;

use crate::engine::decision::{Ask, Caution, Decision};
use crate::engine::input;
use crate::engine::question::Question as _;
use crate::engine::rulebook::Rulebook;
use crate::error::Error;
use crate::questions::classify_concern::{ClassifyConcern, HowSoon};
use crate::text::Said;
use crate::value::json::Json;
use crate::value::moment::Moment;
use crate::value::timescale::Timescale;

/// One case of a list.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct CaseDue {
    /// The answer in one sentence.
    heading: Said,
    /// The timescale that governs; none where the documents give no time.
    timescale: Option<Timescale>,
    /// The last day.
    due_by: Option<NaiveDate>,
    /// Its end in London.
    due_instant: Option<Moment>,
    /// Our suggestion: the day of the trigger counted.
    aim_by: Option<NaiveDate>,
    /// Has a limit certainly passed, and no discussion met it?
    overdue: bool,
    /// Was a discussion held that meets the limit?
    held: bool,
    /// False while there is something to ask.
    settled: bool,
    /// What would settle it, first of all.
    ask: Option<Ask>,
    /// What to bear in mind, each with its code.
    cautions: Vec<Caution>,
}

/// Answers for one case of a list, from the facts of `classify-concern`.
pub(super) fn case_due(facts: &Json<'_>, rulebook: &Rulebook) -> Result<CaseDue, Error> {
    let (scope, facts) = input::read(facts)?;
    ClassifyConcern::decide(&scope, &facts, rulebook).map(CaseDue::of)
}

impl CaseDue {
    fn of(decision: Decision<HowSoon>) -> Self {
        let answer = decision.answer;
        CaseDue {
            heading: answer.heading,
            timescale: answer.timescale,
            due_by: answer.due_by,
            due_instant: answer.due_instant,
            aim_by: answer.aim_by,
            overdue: !answer.overdue.is_empty(),
            held: answer.held.iter().any(|held| held.counts),
            settled: decision.settled,
            ask: decision.ask.into_iter().next(),
            cautions: decision.cautions,
        }
    }
}
