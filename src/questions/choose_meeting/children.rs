//! Several children, and the kinds of concern that were chosen: what each child's circumstances call for, joined once more.

use super::answer::{ChildsRoute, Choice, Considered, RuledOut, Verdict};
use super::facts::Facts;
use super::rule::Route;
use crate::engine::children::{cautions, reference, tell_same_references, types_of};
use crate::engine::decision::{Ask, Decision, Reasons};
use crate::engine::join::by_rank;
use crate::engine::stack::CONCERNS;
use crate::value::distinct;
use crate::value::known::KnownOfChild;
use crate::value::meeting::MeetingType;
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

/// What the documents say of each meeting for the child of whom it is said with the least against it: nobody's circumstances
/// take a meeting from another.
fn meetings(each: &[Decision<Choice>]) -> Vec<Considered> {
    let every = || each.iter().flat_map(|one| &one.answer.meetings);
    let of = |meeting: &MeetingType| every().filter(|one| one.meeting == *meeting).min_by_key(|one| one.verdict.holds_back());
    distinct(every().map(|one| &one.meeting)).into_iter().filter_map(of).cloned().collect()
}

/// The meetings that are the route of no child.
fn not_routes(each: &[Decision<Choice>], meetings: &[Considered]) -> Vec<RuledOut> {
    let is_out = |out: &&RuledOut| !meetings.iter().any(|one| one.meeting == out.meeting && one.verdict != Verdict::RuledOut);
    let mut told: Vec<RuledOut> = Vec::new();
    for out in each.iter().flat_map(|one| &one.answer.not_routes).filter(is_out) {
        if !told.iter().any(|known| (&known.meeting, &known.rule) == (&out.meeting, &out.rule)) {
            told.push(out.clone());
        }
    }
    told
}

/// All children's answers as one: the most protective route governs, and nothing that any of them asks or cautions is lost.
/// Where a meeting is in mind, the answer is that of the child of whom the least stands against it.
pub(super) fn joined(children: &[KnownOfChild], each: Vec<Decision<Choice>>, in_mind: bool) -> Option<Decision<Choice>> {
    let told = |(place, decision): (usize, &Decision<Choice>)| ChildsRoute {
        r#ref: reference(&children[place]).to_owned(),
        route: decision.answer.route.clone(),
        heading: decision.answer.heading.clone(),
        settled: decision.settled,
    };
    let per_child: Vec<ChildsRoute> = each.iter().enumerate().map(told).collect();
    let mut together = Reasons {
        ask: each.iter().enumerate().flat_map(|(place, one)| one.ask.iter().cloned().map(move |ask| at_child(ask, place))).collect(),
        cautions: cautions(children.iter().map(reference).zip(each.iter().map(|one| one.cautions.clone())).collect()),
        ..Reasons::default()
    };
    tell_same_references(children.iter().map(reference), &mut together);
    let mut also = each.iter().flat_map(|one| one.because.iter().chain(&one.also_applies)).cloned().collect::<Vec<_>>();
    // The route of an adult among them takes no child's place, and no meeting from a child.
    let leads_elsewhere = |one: &Decision<Choice>| one.answer.route.as_ref().is_some_and(|route| *route != Route::AdultSafeguarding);
    let a_child_has_one = each.iter().any(leads_elsewhere);
    let is_adults = |route: &Route| a_child_has_one && *route == Route::AdultSafeguarding;
    let protects = |one: &Decision<Choice>| {
        let rank = one.answer.routes.first().map(|called| called.rank.clone());
        let against = one.answer.meetings.first().filter(|_| in_mind).map(|meeting| meeting.verdict.holds_back());
        let route = one.answer.route.as_ref();
        (in_mind && route == Some(&Route::AdultSafeguarding), rank.is_none(), route.is_some_and(is_adults), rank, against)
    };
    let meetings = meetings(&each);
    let not_routes = not_routes(&each, &meetings);
    let called = each.iter().flat_map(|one| one.answer.routes.clone());
    let routes = by_rank(called, |called| (is_adults(&called.route), called.rank.clone()), |called| called.provisional);
    let mut joint = each.into_iter().reduce(|best, next| if protects(&next) < protects(&best) { next } else { best })?;
    also.retain(|cited| !joint.because.contains(cited));
    joint.also_applies = distinct(also);
    joint.set_aside_no_rule_that_is_cited();
    joint.ask = distinct(together.ask);
    joint.settled = joint.ask.is_empty();
    joint.cautions = together.cautions;
    joint.answer.meetings = meetings;
    joint.answer.not_routes = not_routes;
    joint.answer.route = routes.first().map(|called| called.route.clone());
    joint.answer.routes = routes;
    joint.answer.per_child = per_child;
    Some(joint)
}
