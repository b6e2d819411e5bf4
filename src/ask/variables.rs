//! The paths at which the rules of a question ask, and the answers that could stand there.

use std::sync::Arc;

use super::request;
use crate::engine::question::Listed;
use crate::engine::rulebook::Rulebook;
use crate::engine::stack::Stack;
use crate::pack::fact::Fact;
use crate::pack::rule::AnyRule;
use crate::text::Said;
use crate::text::sentences::{GIVEN, LEFT_EMPTY, NO, YES};
use crate::value::json::Json;
use crate::value::meeting::{MeetingType, speaks_of};
use crate::value::{Text, distinct, read};

/// A path that rules ask about, and the answers that could stand there.
#[derive(Clone, Debug)]
pub(super) struct Variable {
    pub path: String,
    pub question: Said,
    /// The answers, each to the question of the fact that it answers.
    pub answers: Vec<Possible>,
}

/// An answer that could be given.
#[derive(Clone, Debug)]
pub(super) struct Possible {
    /// What would stand at the path.
    pub value: Json<'static>,
    pub question: Said,
    pub words: Said,
}

/// The meeting that the facts of a question name.
pub(super) fn meeting(facts: &Json<'_>) -> Option<MeetingType> {
    read::json(facts.at("meetingType")?).ok()
}

/// The facts that the rules of a question use which are wanted, of a meeting where one is named.
pub(super) fn facts_used<'s>(
    question: &Listed,
    stack: &'s Stack,
    meeting: Option<&MeetingType>,
    wanted: impl Fn(&dyn AnyRule) -> bool,
) -> Vec<&'s str> {
    if !question.form.by_declared_facts {
        return Vec::new();
    }
    let speaks = |rule: &dyn AnyRule| speaks_of(rule.meetings(), meeting);
    let rules = stack.packs.iter().flat_map(|pack| pack.every_rule());
    let rules = rules.filter(|rule| rule.table() == question.table && speaks(*rule) && wanted(*rule));
    let before = |rule: &dyn AnyRule| rule.reaches().into_iter().flat_map(|who| stack.facts_before(who)).collect::<Vec<_>>();
    distinct(rules.flat_map(|rule| rule.facts().into_iter().chain(before(rule))))
}

impl Variable {
    /// The paths that the rules of a question use, of a meeting where the facts name one.
    pub(super) fn of(question: &Listed, facts: &Json<'_>, rulebook: &Rulebook) -> Vec<Variable> {
        match request::scope(facts).and_then(|scope| rulebook.stack(&scope)) {
            Ok(stack) => Variable::of_facts(facts_used(question, &stack, meeting(facts).as_ref(), |_| true), &stack),
            Err(_) => Vec::new(),
        }
    }

    /// The paths at which facts are asked, and those that they are made of.
    pub(super) fn of_facts<'s>(mut names: Vec<&'s str>, stack: &'s Stack) -> Vec<Variable> {
        let mut next = 0;
        while let Some(name) = names.get(next) {
            let parts = stack.fact(name).map_or(&[][..], Fact::parts).iter().map(|part| &**part);
            let parts: Vec<&str> = parts.filter(|part| !names.contains(part)).collect();
            names.extend(parts);
            next += 1;
        }
        let mut variables: Vec<Variable> = Vec::new();
        for name in names {
            let Some(fact) = stack.fact(name).filter(|fact| fact.is_asked() && !fact.moment) else { continue };
            let path = fact.path_of(name);
            let place = variables.iter().position(|variable| variable.path == path).unwrap_or_else(|| {
                variables.push(Variable { path: path.into_owned(), question: stack.question(name), answers: Vec::new() });
                variables.len() - 1
            });
            let answers = &mut variables[place].answers;
            for (value, words) in answers_of(fact, stack.other_word(name)) {
                if !answers.iter().any(|known| known.value == value) {
                    answers.push(Possible { value, question: stack.question(name), words });
                }
            }
        }
        variables
    }
}

/// Answers that make a fact a yes and a no, each with its words.
fn answers_of(fact: &Fact, other: Option<&Text>) -> Vec<(Json<'static>, Said)> {
    let word = |word: &str| (Json::text(word.to_owned()), Said::of_pack(&"word".into(), &word.into(), &word.into()));
    let count = |count: u32| (Json::Number(Some(count)), Said::plain(count.to_string()));
    match (fact.more_than, fact.is.first()) {
        (Some(limit), _) => vec![count(limit + 1), count(limit)],
        (None, Some(is)) => [Some(is), other].into_iter().flatten().map(|one| word(one)).collect(),
        (None, None) if fact.filled => {
            vec![(Json::text("given"), GIVEN.said()), (Json::text(""), LEFT_EMPTY.said())]
        }
        (None, None) => vec![(Json::Bool(true), YES.said()), (Json::Bool(false), NO.said())],
    }
}

/// The stack that answers a question, as far as its facts say so rightly.
pub(super) fn stack_of(facts: &Json<'_>, rulebook: &Rulebook) -> Result<Arc<Stack>, crate::error::Error> {
    rulebook.stack(&request::scope(facts)?)
}
