//! Several children, and the kinds of concern that were chosen: what each child's circumstances call for, joined once more.

use super::answer::{ChildsRoute, Choice};
use super::facts::Facts;
use crate::engine::decision::{Ask, Decision};
use crate::engine::kinds::made_by;
use crate::engine::stack::{CONCERNS, Stack};
use crate::error::{Code, Error};
use crate::value::distinct;
use crate::value::known::{Known, KnownOfChild, Stated};
use crate::value::spelling::kebab;

const TYPES: &str = "child.concernTypes";
const OF_CHILD: &str = "child.concerns.";
const REFERENCE: &str = "child.ref";

/// What is known of one child, beside what was said of all.
pub(super) fn known_of(child: &KnownOfChild, place: usize, of_all: &Known, stack: &Stack) -> Result<Known, Error> {
    let KnownOfChild(own) = child;
    if !matches!(own.get(TYPES), None | Some(Stated::List(_) | Stated::Truth(_))) {
        return Err(Error::new(Code::BadInput, format!("children[{place}].concernTypes"), "expected a list of kinds of concern"));
    }
    let mut known = made_by(types_of(child), &format!("children[{place}].concernTypes"), stack)?;
    for (path, stated) in own.iter().filter(|(path, _)| *path != TYPES && *path != REFERENCE) {
        let path = path.strip_prefix(OF_CHILD).map_or_else(|| path.to_owned(), |name| format!("{CONCERNS}{name}"));
        known = known.with(path, stated.clone());
    }
    Ok(of_all.of_child(&known))
}

/// The kinds of concern that were chosen for all, and for one child beside them.
pub(super) fn kinds(facts: &Facts, child: Option<&KnownOfChild>) -> Vec<String> {
    facts.concern_types.iter().flatten().chain(child.into_iter().flat_map(types_of)).map(|id| kebab(id)).collect()
}

fn types_of(child: &KnownOfChild) -> impl Iterator<Item = &String> {
    let types = if let Some(Stated::List(types)) = child.0.get(TYPES) { types.as_slice() } else { &[] };
    types.iter()
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
        r#ref: match children[place].0.get(REFERENCE) {
            Some(Stated::Text(reference)) => reference.clone(),
            _ => String::new(),
        },
        route: decision.answer.route.clone(),
        heading: decision.answer.heading.clone(),
        settled: decision.settled,
    };
    let per_child: Vec<ChildsRoute> = each.iter().enumerate().map(told).collect();
    let ask: Vec<Ask> =
        each.iter().enumerate().flat_map(|(place, one)| one.ask.iter().cloned().map(move |ask| at_child(ask, place))).collect();
    let cautions = distinct(each.iter().flat_map(|one| one.cautions.iter().cloned()));
    let mut also = each.iter().flat_map(|one| one.because.iter().chain(&one.also_applies)).cloned().collect::<Vec<_>>();
    let protects = |one: &Decision<Choice>| {
        let rank = one.answer.routes.first().map(|called| called.rank.clone());
        (rank.is_none(), rank)
    };
    let mut joint = each.into_iter().reduce(|best, next| if protects(&next) < protects(&best) { next } else { best })?;
    also.retain(|cited| !joint.because.contains(cited));
    joint.also_applies = distinct(also);
    joint.ask = distinct(ask);
    joint.settled = joint.ask.is_empty();
    joint.cautions = cautions;
    joint.answer.per_child = per_child;
    Some(joint)
}
