//! The combinations of facts that are asked on both sides.

use super::super::variables::{Possible, Variable};
use super::sides::Ready;
use crate::value::json::Json;

/// More combinations than this of the facts of all changed rules are not asked at once.
pub(super) const MOST_CASES: usize = 2 * 3 * 3 * 3 * 3 * 3 * 3;

/// Each combination twice: with what is not said unknown, and with it attested as a no.
pub(super) fn count(variables: &[Variable]) -> usize {
    variables.iter().fold(2, |cases: usize, variable| cases.saturating_mul(variable.answers.len() + 1))
}

/// One combination: each fact is not known, or has one of its answers.
pub(super) struct Case<'v> {
    nothing_else: bool,
    answered: Vec<(&'v Variable, &'v Possible)>,
}

/// All combinations that are asked.
pub(super) fn cases_of(variables: &[Variable]) -> Vec<Case<'_>> {
    let choices = if count(variables) <= MOST_CASES { all_choices(variables) } else { choices_near_the_ends(variables) };
    choices.iter().flat_map(|choices| [false, true].map(|nothing_else| Case::of(nothing_else, choices, variables))).collect()
}

/// Every combination: for each fact 0 where it is not known, or the place of its answer, from 1.
fn all_choices(variables: &[Variable]) -> Vec<Vec<usize>> {
    variables.iter().fold(vec![Vec::new()], |all, variable| {
        let with_each =
            |so_far: &Vec<usize>| (0..=variable.answers.len()).map(|choice| [so_far.as_slice(), &[choice]].concat()).collect::<Vec<_>>();
        all.iter().flat_map(with_each).collect()
    })
}

/// Where a rule uses so many facts that all combinations would take minutes: nothing known, or a yes to everything, and
/// whatever differs from that in one fact or two.
fn choices_near_the_ends(variables: &[Variable]) -> Vec<Vec<usize>> {
    let mut all = Vec::new();
    for end in [0, 1] {
        let start = vec![end; variables.len()];
        let otherwise = |place: usize| (0..=variables[place].answers.len()).filter(move |choice| *choice != end);
        for first in 0..variables.len() {
            for choice in otherwise(first) {
                let mut one = start.clone();
                one[first] = choice;
                for second in first + 1..variables.len() {
                    for choice in otherwise(second) {
                        let mut two = one.clone();
                        two[second] = choice;
                        all.push(two);
                    }
                }
                all.push(one);
            }
        }
        all.push(start);
    }
    all
}

impl<'v> Case<'v> {
    fn of(nothing_else: bool, choices: &[usize], variables: &'v [Variable]) -> Self {
        let answer_of = |(variable, choice): (&'v Variable, &usize)| Some((variable, &variable.answers[choice.checked_sub(1)?]));
        Case { nothing_else, answered: variables.iter().zip(choices).filter_map(answer_of).collect() }
    }

    /// The facts, as far as a side asks for them: one that only the other side knows is no fact here.
    pub(super) fn facts_for(&self, side: &Ready) -> Json<'static> {
        let mut facts = Json::Object(Vec::new());
        if self.nothing_else {
            facts.set("othersConsidered", Json::Bool(true));
        }
        for (variable, answer) in self.answered.iter().filter(|(variable, _)| side.stack.asks_at(&variable.path)) {
            facts.set(&variable.path, answer.value.clone());
        }
        facts
    }

    pub(super) fn in_words(&self) -> String {
        let answered = self.answered.iter().map(|(_, answer)| format!("{} {}.", answer.question, answer.words));
        let mut said: Vec<String> = answered.collect();
        match (self.nothing_else, said.is_empty()) {
            (true, true) => said.push("Nothing applies.".to_owned()),
            (true, false) => said.push("Nothing else applies.".to_owned()),
            (false, true) => said.push("Whatever is known.".to_owned()),
            (false, false) => {}
        }
        said.join(" ")
    }
}
