//! What would change an answer: the smallest set of facts, answered otherwise, with which another answer is given.
//!
//! Found by asking again with one, two and three facts answered otherwise. Where very many facts are asked for, sets of
//! three are not tried.

use serde::Serialize;

use super::variables::Variable;
use crate::engine::question::{Answer, Listed};
use crate::engine::rulebook::Rulebook;
use crate::text::catalogue::Catalogue;
use crate::text::sentences::{IF_CHANGED, WERE_ANSWERED};
use crate::text::{Part, listed};
use crate::value::json::Json;

/// A change of facts that would change the answer.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct NearestChange {
    /// The change in a sentence.
    pub sentence: String,
    /// The facts.
    pub facts: Vec<Changed>,
    /// What the answer would be.
    pub heading: String,
}

/// A fact answered otherwise.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Changed {
    /// Its path.
    pub path: String,
    /// Its question.
    pub question: String,
    /// What it is answered instead.
    pub answer: String,
}

/// Among more facts than this, all sets of three would keep a person waiting for many seconds.
const FEW_ENOUGH_FOR_THREE: usize = 24;

/// The smallest set of facts that would change the answer: exact over all sets that are tried.
pub(super) fn nearest_change(
    question: &Listed,
    facts: &Json<'_>,
    now: &dyn Answer,
    variables: &[Variable],
    rulebook: &Rulebook,
) -> Option<NearestChange> {
    let (gist_now, heading_now) = (now.gist(), now.heading().to_string());
    let otherwise = |facts: &Json<'_>| {
        let answer = question.decide(facts, rulebook).ok()?.answer;
        (answer.gist() != gist_now && answer.heading().to_string() != heading_now).then_some(answer)
    };
    let most_changed = if variables.len() <= FEW_ENOUGH_FOR_THREE { 3 } else { 2 };
    (1..=most_changed).find_map(|size| {
        let (chosen, answer) = search(variables, size, &mut Vec::new(), facts, &otherwise)?;
        Some(told(&chosen, variables, answer.heading().in_words_of(rulebook.catalogue()), rulebook.catalogue()))
    })
}

/// The place of a variable, and of the answer that it is given.
type Chosen = (usize, usize);

/// Tries every way to answer so many more of these otherwise than the facts do.
fn search<T>(
    variables: &[Variable],
    left: usize,
    chosen: &mut Vec<Chosen>,
    facts: &Json<'_>,
    otherwise: &dyn Fn(&Json<'_>) -> Option<T>,
) -> Option<(Vec<Chosen>, T)> {
    if left == 0 {
        return otherwise(facts).map(|answer| (chosen.clone(), answer));
    }
    let first = chosen.last().map_or(0, |(variable, _)| variable + 1);
    for (place, variable) in variables.iter().enumerate().skip(first) {
        for (index, answer) in variable.answers.iter().enumerate().filter(|(_, answer)| facts.at(&variable.path) != Some(&answer.value)) {
            let mut changed = facts.clone();
            changed.set(&variable.path, answer.value.clone());
            chosen.push((place, index));
            let found = search(variables, left - 1, chosen, &changed, otherwise);
            chosen.pop();
            if found.is_some() {
                return found;
            }
        }
    }
    None
}

fn told(chosen: &[Chosen], variables: &[Variable], heading: String, catalogue: &Catalogue) -> NearestChange {
    let answers = || chosen.iter().map(|(place, index)| (&variables[*place], &variables[*place].answers[*index]));
    let were_answered = answers().map(|(_, answer)| {
        let places = [("question", answer.question.clone().into()), ("answer", answer.words.clone().into())];
        Part::from(WERE_ANSWERED.with(places))
    });
    let sentence = IF_CHANGED.with([("facts", listed(were_answered)), ("heading", heading.as_str().into())]);
    let changed = answers().map(|(variable, answer)| Changed {
        path: variable.path.clone(),
        question: answer.question.in_words_of(catalogue),
        answer: answer.words.in_words_of(catalogue),
    });
    NearestChange { sentence: sentence.in_words_of(catalogue), facts: changed.collect(), heading }
}
