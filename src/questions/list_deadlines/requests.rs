//! What was asked of each agency, and what each sent back: a duty that every agency owes by itself stands once for each.

use super::answer::{Deadline, WhatFallsDue};
use super::facts::{Done, Facts};
use super::{ListDeadlines, Listing};
use crate::engine::decision::{Ask, Decision};
use crate::engine::question::Question;
use crate::engine::rulebook::Rulebook;
use crate::engine::scope::Scope;
use crate::error::Error;
use crate::value::distinct;
use crate::value::known::{Known, Stated};
use crate::value::moment::{Moment, ReadAs};

/// The deadlines of each agency that was asked, in the order in which they were told.
pub(super) fn of_each_agency(listing: &Listing<'_>, scope: &Scope, rulebook: &Rulebook) -> Result<Vec<Deadline>, Error> {
    let facts = listing.facts;
    let owed = listing.speaking().map(|held| &held.rule.own).filter(|own| own.per_agency);
    let owed = distinct(owed.filter_map(|own| Some((&*own.duty, listing.case.stack.path(own.from.as_deref()?)))));
    let mut all = Vec::new();
    for (place, request) in facts.requests.iter().flatten().enumerate() {
        let own_place = |ask: Ask| Ask { path: format!("requests[{place}].requestedAt"), ..ask };
        for (duty, from) in &owed {
            let done = request.returned_at.map(|at| [(*duty, Done { at: Some(at), channel: None })].into_iter().collect());
            let others = facts.known.iter().filter(|(path, _)| path != from);
            let known = others.fold(at(from, request.requested_at), |known, (path, stated)| known.with(path, stated.clone()));
            let own = Facts { duty: Some((*duty).to_owned()), requests: None, previous: None, planned: None, done, known, ..facts.clone() };
            let decision: Decision<WhatFallsDue> = ListDeadlines::decide(scope, &own, rulebook)?;
            let of_agency = |deadline: Deadline| Deadline {
                agency: Some(request.agency.clone()),
                start_missing: deadline.start_missing.clone().map(own_place),
                ..deadline
            };
            all.extend(decision.answer.deadlines.into_iter().map(of_agency));
        }
    }
    Ok(all)
}

impl Listing<'_> {
    /// Is this duty told for each agency by itself, and for nobody else?
    pub(super) fn is_told_for_each(&self, deadline: &Deadline) -> bool {
        let was_asked = self.facts.requests.as_ref().is_some_and(|requests| !requests.is_empty());
        let owed_by_each = |duty: &str| self.speaking().any(|held| held.rule.own.per_agency && *held.rule.own.duty == *duty);
        was_asked && deadline.due.is_none() && owed_by_each(&deadline.duty)
    }
}

/// The moment of a request; nothing where nobody knows it.
fn at(path: &str, requested: Option<Moment>) -> Known {
    let words = requested.map(|at| if at.read() == ReadAs::AsStartOfDay { at.date().to_string() } else { at.in_words() });
    words.into_iter().fold(Known::default(), |known, words| known.with(path, Stated::Text(words)))
}
