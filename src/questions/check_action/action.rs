//! One action: a finding for each criterion, and advice that leaves it complete.

use super::Rules;
use super::answer::{ActionCheck, Finding};
use super::facts::Action;
use super::finding::{Window, finding};
use super::progress;
use super::rule::{Check, Own};
use super::words::words_of;
use crate::engine::decision::{Caution, says};
use crate::pack::rule::Rule;
use crate::text::sentences::*;
use crate::text::{Said, Sentence, listed};
use crate::value::truth::Truth;

/// Checks an action.
pub(super) fn check(action: &Action, window: Window, rules: &Rules<'_>) -> ActionCheck {
    let findings: Vec<Finding> = rules.iter().filter_map(|(pack, rule)| finding(action, window, rule, pack)).collect();
    let missing: Vec<Check> = findings.iter().filter(|finding| !finding.met).map(|finding| finding.criterion).collect();
    let complete = if findings.is_empty() { Truth::Unknown } else { missing.is_empty().into() };
    ActionCheck {
        index: None,
        heading: heading(complete, &missing),
        complete,
        missing,
        warnings: rules
            .iter()
            .filter_map(|(_, rule)| warning(action, rule))
            .chain(progress::lacks(action).map(|(lack, _)| Caution::of(lack)))
            .collect(),
        state: action.state.map(|_| progress::state(action)),
        needs_attestation: findings.iter().any(|finding| finding.code == RESOURCES_NOT_ATTESTED.code),
        findings,
    }
}

fn heading(complete: Truth, missing: &[Check]) -> Said {
    match complete {
        Truth::Yes => ALL_PARTS.said(),
        Truth::No => STILL_TO_ADD.with([("parts", listed(missing.iter().map(|check| to_add(*check).said().into())))]),
        Truth::Unknown => NO_TEST.said(),
    }
}

fn to_add(check: Check) -> &'static Sentence {
    match check {
        Check::Specific => ADD_SPECIFIC,
        Check::Measurable => ADD_MEASURABLE,
        Check::Assignable => ADD_ASSIGNABLE,
        Check::Realistic => ADD_REALISTIC,
        Check::TimeRelated => ADD_TIME,
        Check::DiscussedWithFamily => ADD_FAMILY,
        Check::AtLeastOneAgreedAction | Check::OwnersAndTimes => ADD_ACTION,
        Check::ReviewDate => ADD_REVIEW,
    }
}

/// Advice on an action that is complete all the same.
fn warning(action: &Action, rule: &Rule<Own>) -> Option<Caution> {
    match rule.own.checks {
        Check::Specific if names_the_area(action, &rule.own) => Some(Caution::of(NAMES_THE_AREA)),
        Check::DiscussedWithFamily if action.relates_to_family.is_yes() && !action.discussed_with_family.is_yes() => {
            Some(Caution::with(DISCUSS_WITH_FAMILY, [("rule", says(rule).into()), ("mend", (&rule.own.mend).into())]))
        }
        _ => None,
    }
}

/// Does it only name the area to improve? Where it says by what, it does more.
fn names_the_area(action: &Action, own: &Own) -> bool {
    let (Some(text), Some(areas)) = (&action.specific, &own.names_an_area) else { return false };
    let words = words_of(text);
    words.first().is_some_and(|first| areas.has(first)) && !words.iter().any(|word| word == "by")
}
