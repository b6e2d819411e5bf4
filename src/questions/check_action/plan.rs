//! A plan: each of its actions, and what it lacks as a whole.

use super::Rules;
use super::action;
use super::answer::{ActionCheck, FailingAction, Lack, PlanCheck};
use super::facts::{Action, Plan};
use super::finding::Window;
use super::progress::{self, Progress};
use super::rule::Check;
use crate::engine::decision::Ask;
use crate::text::sentences::*;
use crate::text::{Said, Sentence, listed};
use crate::value::truth::Truth;

/// Checks a plan.
pub(super) fn check(plan: &Plan, window: Window, rules: &Rules<'_>) -> PlanCheck {
    let given = plan.actions.iter().flatten().enumerate();
    let actions: Vec<ActionCheck> =
        given.map(|(index, action)| ActionCheck { index: Some(index), ..action::check(action, window, rules) }).collect();
    let failing = actions.iter().enumerate().filter(|(_, check)| check.complete.is_no());
    let failing_actions: Vec<FailingAction> =
        failing.map(|(index, check)| FailingAction { index, missing: check.missing.clone() }).collect();
    let mut reviews = plan.review_dates.iter().flatten();
    let is_after = |day| window.from.is_none_or(|meeting| meeting <= day) && !window.is_years_away(day);
    let is_reviewed = reviews.any(|at| is_after(at.date())) || plan.review_required.is_no();
    let lacks = |check: Check| match check {
        Check::AtLeastOneAgreedAction => actions.is_empty().then_some(Lack::AtLeastOneAgreedAction),
        Check::OwnersAndTimes => (!failing_actions.is_empty()).then_some(Lack::CompleteActions),
        Check::ReviewDate => (!is_reviewed).then_some(Lack::ReviewDate),
        _ => None,
    };
    let untold = untold(plan);
    let what_became = (!untold.is_empty() && !rules.is_empty()).then_some(Lack::WhatBecameOfActions);
    let missing: Vec<Lack> = rules.iter().filter_map(|(_, rule)| lacks(rule.own.checks)).chain(what_became).collect();
    let complete = match rules.as_slice() {
        [] => Truth::Unknown,
        _ => (missing.is_empty() && failing_actions.is_empty()).into(),
    };
    PlanCheck {
        heading: heading(complete, &missing, &failing_actions, &untold),
        complete,
        progress: Progress::of(plan.actions.as_deref().unwrap_or_default()),
        to_mend: to_mend(&missing, rules).into_iter().chain(ask_of_untold(plan)).collect(),
        missing,
        actions,
        failing_actions,
    }
}

/// By what an action is told apart from the others; nothing where it is not said what will be done.
pub(super) fn what_who_and_when(action: &Action) -> String {
    let words = |text: &Option<String>| text.as_deref().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
    let what = words(&action.specific);
    if what.is_empty() { what } else { [what, words(&action.owner), words(&action.due)].join("; ") }
}

/// More actions than this are counted in a heading, and not named.
const MOST_NUMBERS: usize = 5;

/// The places of the actions of which the record lacks what became of them.
fn untold(plan: &Plan) -> Vec<usize> {
    let actions = plan.actions.iter().flatten().enumerate();
    actions.filter(|(_, action)| progress::lacks(action).next().is_some()).map(|(place, _)| place).collect()
}

/// What is asked of them.
fn ask_of_untold(plan: &Plan) -> impl Iterator<Item = Ask> {
    plan.actions.iter().flatten().enumerate().flat_map(|(place, action)| {
        progress::lacks(action).map(move |(lack, field)| Ask::new(format!("plan.actions[{place}].{field}"), lack.said()))
    })
}

fn heading(complete: Truth, missing: &[Lack], failing: &[FailingAction], untold: &[usize]) -> Said {
    match complete {
        Truth::Yes => PLAN_COMPLETE.said(),
        Truth::Unknown => NO_PLAN_TEST.said(),
        Truth::No => {
            let no_action = missing.contains(&Lack::AtLeastOneAgreedAction).then(|| ADD_AT_LEAST_ONE.said());
            let failing: Vec<usize> = failing.iter().map(|action| action.index).collect();
            let not_complete = of_actions(&failing, MISSING_PARTS, MISSING_PARTS_OF_MANY);
            let what_became = of_actions(untold, WHAT_BECAME_OF, WHAT_BECAME_OF_MANY);
            let no_review = missing.contains(&Lack::ReviewDate).then(|| ADD_REVIEW_OR_DECISION.said());
            let still = [no_action, not_complete, what_became, no_review].into_iter().flatten().map(Into::into);
            STILL_TO_ADD.with([("parts", listed(still))])
        }
    }
}

/// What is said of some actions, by their numbers or, where they are many, by how many they are; nothing of none.
fn of_actions(places: &[usize], few: &'static Sentence, many: &'static Sentence) -> Option<Said> {
    match places.len() {
        0 => None,
        1..=MOST_NUMBERS => Some(few.with([("numbers", listed(places.iter().map(|place| (place + 1).into())))])),
        count => Some(many.with([("count", count.into())])),
    }
}

/// The fields that would mend what the plan as a whole lacks.
fn to_mend(missing: &[Lack], rules: &Rules<'_>) -> Vec<Ask> {
    let whole = [
        (Lack::AtLeastOneAgreedAction, Check::AtLeastOneAgreedAction, "plan.actions"),
        (Lack::ReviewDate, Check::ReviewDate, "plan.reviewDates"),
    ];
    let lacking = whole.into_iter().filter(|(lack, ..)| missing.contains(lack));
    let ask = |(_, check, path)| {
        let (_, rule) = rules.iter().find(|(_, rule)| rule.own.checks == check)?;
        Some(Ask::new(path, Said::plain(&*rule.own.mend)))
    };
    lacking.filter_map(ask).collect()
}
