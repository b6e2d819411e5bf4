//! Which fields change nothing, however the others are answered.

use std::cell::OnceCell;

use super::questions_for::Asking;
use super::variables::Variable;
use crate::engine::form::{Field, SOME_REASON};
use crate::engine::question::Decided;
use crate::value::json::Json;

/// More ways to answer what is open than this are not tried out.
const MOST_TRIED: usize = 256;

impl Asking<'_> {
    /// Rules that compete can leave others nothing to say: every way to answer what is open is tried, and what changes no
    /// answer in any of them is left out.
    pub(super) fn leave_out_idle(&self, fields: &mut Vec<Field>) {
        let mut open = Variable::of(self.question, self.facts, self.rulebook);
        open.retain(|variable| fields.iter().any(|field| field.ask.path == variable.path));
        let ways = open.iter().fold(1, |ways: usize, variable| ways.saturating_mul(variable.answers.len()));
        if ways > MOST_TRIED {
            return;
        }
        let urgent: Vec<String> = self.urgent().map(|fact| self.stack.path(fact)).collect();
        let tried = vec![OnceCell::new(); ways];
        let told = |way: usize| tried[way].get_or_init(|| self.tried(&open, way));
        let mut apart = 1;
        for variable in &open {
            let answers = variable.answers.len();
            let first_answer = |way: usize| way - way / apart % answers * apart;
            let changes_nothing = |way| way == first_answer(way) || told(way) == told(first_answer(way));
            // The last answers are the noes, beside which what changes anything shows first.
            if (0..ways).rev().all(changes_nothing) {
                fields.retain(|field| field.ask.path != variable.path || urgent.contains(&field.ask.path));
            }
            apart *= answers;
        }
    }

    /// What is told where what is open is answered in one of the ways, which are counted through as numbers are. The heading
    /// belongs to it: that tells whether to act now.
    fn tried(&self, open: &[Variable], mut way: usize) -> Vec<String> {
        let mut facts = self.facts.clone();
        for variable in open {
            facts.set(&variable.path, variable.answers[way % variable.answers.len()].value.clone());
            way /= variable.answers.len();
        }
        for reason in self.question.form.reasons.iter().filter(|reason| self.facts.is_open(reason)) {
            facts.set(reason, Json::text(SOME_REASON));
        }
        let told = |decision: Decided| {
            let mut told = decision.answer.gist();
            told.push(decision.answer.heading().to_string());
            told
        };
        self.question.decide(&facts, self.rulebook).map(told).unwrap_or_default()
    }
}
