//! Puts a decision into words: why, why not, what would change it, what is still to ask, and a note for the case file.
//!
//! Everything here is told from the decision itself, so no sentence about a rule is written twice.

use serde::Serialize;

use super::nearest::{NearestChange, nearest_change};
use super::note::{case_note, short_note};
use super::request::ToExplain;
use super::told::{Missing, Told};
use super::variables::Variable;
use super::words::Words;
use crate::engine::decision::{Caution, Cited};
use crate::engine::rulebook::Rulebook;
use crate::error::Error;
use crate::text::sentences::{DONE_TOO_SOON, HELD_OUT_OF_ORDER, NOT_NAMED, NOTE_RECORDED_BEFORE, TIME_IN_FUTURE, TOLD_AHEAD};
use crate::value::json::Json;
use crate::value::moment::{ReadAs, end_of_day};

/// The codes of what is said of times that lie after the present moment.
const LIES_AHEAD: [&str; 4] = [DONE_TOO_SOON.code, HELD_OUT_OF_ORDER.code, TIME_IN_FUTURE.code, TOLD_AHEAD.code];

/// A decision in words, in three lengths, with two notes.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Explanation {
    /// The answer in one sentence.
    pub heading: String,
    /// The answer with its reasons.
    pub explanation: String,
    /// A note for the case file. The decision and its reason are left open for the person who makes them.
    pub case_note: String,
    /// The same as short as it stands alone in a record: 120 words in a plain case.
    pub short_note: String,
    /// Why: a sentence for each rule that the answer rests on.
    pub why: Vec<String>,
    /// Why not: a sentence for each rule that was set aside.
    pub why_not: Vec<String>,
    /// The smallest set of facts that would change the answer, of up to three, or of up to two where very many facts
    /// are asked for; none where no such set would.
    pub nearest_change: Option<NearestChange>,
    /// What is still to ask.
    pub missing: Vec<Missing>,
}

/// Explains a decision. A refusal of the question's has its path inside `facts`.
pub(super) fn explain(request: &ToExplain, rulebook: &Rulebook) -> Result<Explanation, Error> {
    let in_facts = |error: Error| {
        let path = format!("facts.{}", error.path()).trim_end_matches('.').to_owned();
        error.at(path)
    };
    let decided = request.question.decide(&request.facts, rulebook).map_err(in_facts)?;
    let written = request.question.write(&request.facts, rulebook)?;
    let decision = Json::parse(&written)?;
    let mut told = Told::of(&decision, Words::of(&request.facts, &decision, rulebook));
    let is_silent = |cited: &&Cited| cited.reason.as_ref().is_some_and(|reason| reason.is(NOT_NAMED));
    told.not_named = decided.set_aside.iter().filter(is_silent).map(|cited| cited.id.to_string()).collect();
    if is_recorded_before(request, &decided.cautions, rulebook) {
        told.tell_first(NOTE_RECORDED_BEFORE);
    }
    let variables = Variable::of(request.question, &request.facts, rulebook);
    Ok(Explanation {
        explanation: told.explanation(),
        case_note: case_note(&told, request, &variables, rulebook),
        short_note: short_note(&told, request, &variables, rulebook),
        nearest_change: nearest_change(request.question, &request.facts, &*decided.answer, &variables, rulebook),
        heading: told.heading,
        why: told.why,
        why_not: told.why_not,
        missing: told.missing,
    })
}

/// Do the facts tell something as having happened that lies after the moment at which the note was recorded?
fn is_recorded_before(request: &ToExplain, told: &[Caution], rulebook: &Rulebook) -> bool {
    let is_told = |now: Option<&Json<'_>>| now.is_some_and(|now| *now != Json::Null);
    let Some(at) = request.recorded_at.filter(|_| !is_told(request.facts.at("now"))) else { return false };
    let mut facts = request.facts.clone();
    // A day alone may be any time of that day.
    let at = if at.read() == ReadAs::AsStartOfDay { end_of_day(at.date()) } else { at };
    facts.set("now", Json::text(at.in_words()));
    let is_of_what_lies_ahead = |caution: &Caution| LIES_AHEAD.contains(&&*caution.code) && !told.contains(caution);
    // A question that asks for no present moment refuses one.
    request.question.decide(&facts, rulebook).is_ok_and(|then| then.cautions.iter().any(is_of_what_lies_ahead))
}
