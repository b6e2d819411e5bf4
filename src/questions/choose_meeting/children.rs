//! Several children, and the kinds of concern that were chosen: what each child's circumstances call for, joined once more.

use super::answer::{ChildsRoute, Choice};
use super::facts::Facts;
use crate::engine::children::{cautions, reference, types_of};
use crate::engine::decision::{Ask, Decision};
use crate::engine::stack::CONCERNS;
use crate::value::distinct;
use crate::value::known::KnownOfChild;
use crate::value::spelling::kebab;

/// The kinds of concern that were chosen for all, and for one child beside them.
pub(super) fn kinds(facts: &Facts, child: Option<&KnownOfChild>) -> Vec<String> {
    facts.concern_types.iter().flatten().chain(child.into_iter().flat_map(types_of)).map(|id| kebab(id)).collect()
}

/// A child's own path of a fact.
fn at_child(ask: Ask, place: usize) -> Ask {
    match ask.path.strip_prefix("child.").or_else(|| ask.path.starts_with(CONCERNS).then_some(ask.path.as_str())) {
        Some(path) => Ask { path: format!("children[{place}].{path}"), ..ask },
        None => ask,
    }
}

/// All children's answers as one: the most protective route governs, and nothing that any of them asks or cautions is lost.
pub(super) fn joined(children: &[KnownOfChild], each: Vec<Decision<Choice>>) -> Option<Decision<Choice>> {
    let told = |(place, decision): (usize, &Decision<Choice>)| ChildsRoute {
        r#ref: reference(&children[place]).to_owned(),
        route: decision.answer.route.clone(),
        heading: decision.answer.heading.clone(),
        settled: decision.settled,
    };
    let per_child: Vec<ChildsRoute> = each.iter().enumerate().map(told).collect();
    let ask: Vec<Ask> =
        each.iter().enumerate().flat_map(|(place, one)| one.ask.iter().cloned().map(move |ask| at_child(ask, place))).collect();
    let cautions = cautions(children.iter().map(reference).zip(each.iter().map(|one| one.cautions.clone())).collect());
    let mut also = each.iter().flat_map(|one| one.because.iter().chain(&one.also_applies)).cloned().collect::<Vec<_>>();
    let protects = |one: &Decision<Choice>| {
        let rank = one.answer.routes.first().map(|called| called.rank.clone());
        (rank.is_none(), rank)
    };
    let mut joint = each.into_iter().reduce(|best, next| if protects(&next) < protects(&best) { next } else { best })?;
    also.retain(|cited| !joint.because.contains(cited));
    joint.also_applies = distinct(also);
    joint.set_aside_no_rule_that_is_cited();
    joint.ask = distinct(ask);
    joint.settled = joint.ask.is_empty();
    joint.cautions = cautions;
    joint.answer.per_child = per_child;
    Some(joint)
}
