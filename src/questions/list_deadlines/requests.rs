//! What was asked of each agency, and what each sent back: a duty that every agency owes by itself stands once for each.

use super::answer::{DONE, Deadline, WhatFallsDue};
use super::facts::{Done, Earlier, Facts, Request};
use super::{ListDeadlines, Listing};
use crate::engine::decision::{Ask, Caution, Decision, Reasons};
use crate::engine::question::Question;
use crate::engine::rulebook::Rulebook;
use crate::engine::scope::Scope;
use crate::engine::stack::tell_contradiction;
use crate::error::Error;
use crate::text::sentences::{CONTRADICTED, TOLD_AHEAD};
use crate::value::agency::Agency;
use crate::value::known::{Known, Stated};
use crate::value::moment::{Moment, ReadAs};
use crate::value::{Text, distinct};

/// Where packs ask how high the immediate risk is of which an agency is told.
const IMMEDIATE_RISK: &str = "immediateRisk";

/// What is told of the agencies that were asked one by one.
#[derive(Default)]
pub(super) struct OfAgencies {
    pub deadlines: Vec<Deadline>,
    pub ask: Vec<Ask>,
    /// What a request says and the case contradicts.
    pub cautions: Vec<Caution>,
}

/// The deadlines of each agency that was asked, in the order in which they were told, and what is to be asked of each request.
pub(super) fn of_each_agency(listing: &Listing<'_>, scope: &Scope, rulebook: &Rulebook) -> Result<OfAgencies, Error> {
    let facts = listing.facts;
    check_risks(listing)?;
    let owed = listing.speaking().map(|held| &held.rule.own);
    let owed = distinct(owed.filter_map(|own| Some((&*own.duty, listing.case.stack.path(own.asked_at.as_deref()?)))));
    let mut told = OfAgencies::default();
    let not_named = listing.asked_in_any_case();
    let told_by_itself = facts.requests.iter().flatten().enumerate().map(|(place, request)| (Some(place), request));
    for (place, request) in told_by_itself.chain(not_named.iter().map(|request| (None, request))) {
        // Of an agency of which no request is told, it is asked where it is asked of all.
        let own_place = |ask: Ask, field: &str| match place {
            Some(place) => Ask { path: format!("requests[{place}].{field}"), ..ask },
            None => ask,
        };
        let is_outweighed = listing.outweighs_the_risk_of(request);
        let own_risk = request.immediate_risk.as_ref().filter(|_| !is_outweighed);
        if is_outweighed && !owed.is_empty() {
            let risk = listing.case.stack.asked_at(IMMEDIATE_RISK).next().map(|asked| listing.case.stack.ask(&asked.name));
            let mut reasons = Reasons::default();
            tell_contradiction(&[], risk.map(|ask| own_place(ask, IMMEDIATE_RISK)), &mut reasons);
            told.ask.extend(reasons.ask);
            told.cautions.extend(reasons.cautions);
        }
        for (duty, asked_at) in &owed {
            let done = request.returned_at.map(|at| [(*duty, Done { at: Some(at), channel: None })].into_iter().collect());
            let is_of_all = |path: &str| if path == IMMEDIATE_RISK { own_risk.is_none() } else { path != asked_at };
            let others = facts.known.iter().filter(|(path, _)| is_of_all(path));
            let requested = request.requested_at.or_else(|| facts.known.moment(asked_at));
            let known = at(asked_at, requested).and(others);
            let known = own_risk.into_iter().fold(known, |known, risk| known.with(IMMEDIATE_RISK, risk.clone()));
            let of_agency = |earlier: &&Earlier| earlier.agency.as_ref().is_none_or(|agency| *agency == request.agency);
            let previous = facts.previous.as_ref().map(|previous| previous.iter().filter(of_agency).cloned().collect());
            let own = Facts { duty: Some((*duty).to_owned()), requests: None, done, previous, known, ..facts.clone() };
            let decision: Decision<WhatFallsDue> = ListDeadlines::decide(scope, &own, rulebook)?;
            let of_risk = decision.ask.iter().filter(|ask| ask.path == IMMEDIATE_RISK).cloned();
            told.ask.extend(of_risk.map(|ask| own_place(ask, IMMEDIATE_RISK)));
            let is_cap = |ask: &&Ask| listing.caps().any(|fact| listing.case.stack.path(fact) == ask.path);
            told.ask.extend(decision.ask.iter().filter(is_cap).cloned());
            let of_return = decision.ask.iter().filter(|ask| ask.path.starts_with(DONE)).cloned();
            told.ask.extend(of_return.map(|ask| own_place(ask, "returnedAt")));
            let of_request = decision.ask.iter().filter(|ask| ask.path == *asked_at).cloned();
            told.ask.extend(of_request.map(|ask| own_place(ask, "requestedAt")));
            let of_themselves = [CONTRADICTED.code, TOLD_AHEAD.code];
            told.cautions.extend(decision.cautions.into_iter().filter(|caution| of_themselves.contains(&&*caution.code)));
            let of_agency = |deadline: Deadline| Deadline {
                agency: Some(request.agency.clone()),
                start_missing: deadline
                    .start_missing
                    .clone()
                    .map(|ask| if ask.path == *asked_at { own_place(ask, "requestedAt") } else { ask }),
                ..deadline
            };
            told.deadlines.extend(decision.answer.deadlines.into_iter().map(of_agency));
        }
    }
    Ok(told)
}

/// Refuses a risk of a request as it is refused of all, whether or not any duty hangs on it.
fn check_risks(listing: &Listing<'_>) -> Result<(), Error> {
    for (place, request) in listing.facts.requests.iter().flatten().enumerate() {
        let risk = request.immediate_risk.iter().fold(Known::default(), |known, risk| known.with(IMMEDIATE_RISK, risk.clone()));
        listing.case.stack.check_known(&risk).map_err(|error| error.at(format!("requests[{place}].{IMMEDIATE_RISK}")))?;
    }
    Ok(())
}

impl Listing<'_> {
    /// Was the risk said of all as one for which the time is shorter, or as not known, and of this request as none?
    fn outweighs_the_risk_of(&self, request: &Request) -> bool {
        let stack = self.case.stack;
        let read = |said: &Stated| stack.read(&Known::default().with(IMMEDIATE_RISK, said.clone()), false);
        let of_all = self.facts.known.get(IMMEDIATE_RISK).filter(|said| **said != Stated::Silent).map(read);
        let Some((of_all, own)) = of_all.zip(request.immediate_risk.as_ref().map(read)) else { return false };
        let shortens = self.speaking().filter_map(|held| held.rule.own.shortest_for.as_deref());
        shortens.into_iter().any(|fact| stack.truth(fact, &own).is_no() && !stack.truth(fact, &of_all).is_no())
    }

    /// Is this duty told for each agency by itself, and for nobody else?
    pub(super) fn is_told_for_each(&self, deadline: &Deadline) -> bool {
        let owed_by_each = |duty: &str| self.speaking().any(|held| held.rule.own.asked_at.is_some() && *held.rule.own.duty == *duty);
        let was_done = || self.facts.done.as_ref().is_some_and(|done| done.get(&deadline.duty).is_some());
        self.was_asked_one_by_one() && owed_by_each(&deadline.duty) && !was_done()
    }

    /// Is this asked of each request by itself?
    pub(super) fn is_asked_for_each(&self, path: &str) -> bool {
        path == IMMEDIATE_RISK && self.was_asked_one_by_one()
    }

    /// The facts that name moments which a duty that each agency owes is never due after.
    fn caps(&self) -> impl Iterator<Item = &Text> {
        self.speaking().filter(|held| held.rule.own.asked_at.is_some()).flat_map(|held| &held.rule.own.never_after)
    }

    /// The agencies that the document has asked in any case and of which no request is told: each owes its return too.
    fn asked_in_any_case(&self) -> Vec<Request> {
        let told = self.facts.requests.as_deref().unwrap_or_default();
        let is_told = |name: &str| told.iter().any(|request| self.case.stack.stands_in(request.agency.id(), name));
        let named = self.speaking().filter(|_| !told.is_empty()).flat_map(|held| &held.rule.own.agencies);
        distinct(named).into_iter().filter(|name| !is_told(name)).map(|name| Request::of(Agency::folded(name))).collect()
    }

    fn was_asked_one_by_one(&self) -> bool {
        self.facts.requests.as_ref().is_some_and(|requests| !requests.is_empty())
    }
}

/// The moment of a request; nothing where nobody knows it.
fn at(path: &str, requested: Option<Moment>) -> Known {
    let words = requested.map(|at| if at.read() == ReadAs::AsStartOfDay { at.date().to_string() } else { at.in_words() });
    words.into_iter().fold(Known::default(), |known, words| known.with(path, Stated::Text(words)))
}
