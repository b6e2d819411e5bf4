//! What is said of every answer from a stack, and how an answer becomes a decision.

use std::sync::Arc;

use chrono::{Months, NaiveDate};

use super::Stack;
use crate::engine::basis::Basis;
use crate::engine::decision::{Ask, Caution, Decision, Level, Reasons};
use crate::engine::sets::Sets;
use crate::pack::Pack;
use crate::pack::vocabulary::PackCaution;
use crate::text::dates::said;
use crate::text::sentences::{
    ANSWERS_THAT_DAY, AREA_NOT_GIVEN, AS_OF_FAR_AWAY, CHECKED_LONG_AGO, CONTRADICTED, EARLIER_FAR_AWAY, NO_DOCUMENT_THAT_DAY,
    NOT_IN_FORCE_AFTER, NOT_IN_FORCE_BEFORE, NOT_IN_FORCE_BETWEEN, SOURCE_SUPERSEDED, TOLD_AHEAD,
};
use crate::text::{Said, listed};
use crate::value::known::Known;
use crate::value::moment::Moment;
use crate::value::order::lies_before;
use crate::value::{Text, distinct};

/// Further away than any date of one case is from the day whose rules are asked for.
pub(crate) const MOST_DAYS_AWAY: i64 = 366;

impl Stack {
    /// The cautions that belong to a question, given what is known.
    pub(crate) fn cautions(&self, question: &str, known: &Sets, holds: impl Fn(&PackCaution) -> bool) -> Vec<Caution> {
        let truth = |fact: &Text| self.truth(fact, known);
        let facts_hold = |caution: &PackCaution| {
            caution.when.iter().all(|fact| truth(fact).is_yes())
                && caution.when_no.iter().all(|fact| truth(fact).is_no())
                && caution.when_unknown.iter().all(|fact| truth(fact).is_unknown())
                && !caution.unless_no.iter().any(|fact| truth(fact).is_no())
        };
        let mut said: Vec<(&Pack, &PackCaution)> = Vec::new();
        for pack in &self.packs {
            let day = pack.document().day(self.as_of);
            let of_question = pack.words.caution.iter().filter(|caution| &*caution.question == question && caution.is_in_force(day));
            for caution in of_question.filter(|caution| facts_hold(caution) && holds(caution)) {
                // What two documents call for in the same words is said once.
                if !said.iter().any(|(_, known)| known.code == caution.code && known.text == caution.text) {
                    said.push((pack, caution));
                }
            }
        }
        let caution = |(pack, caution): (&Pack, &PackCaution)| Caution {
            code: Text::clone(&caution.code),
            level: Level::of(caution.first),
            text: Said::of_pack(&pack.document().id, &caution.code, &caution.text),
        };
        said.into_iter().map(caution).collect()
    }

    /// What contradicts itself: a caution names what was told in two ways, and it is asked.
    pub(crate) fn tell_contradictions(&self, known: &Sets, of_child: &str, reasons: &mut Reasons) {
        let asks = self.facts.contradictions(known).map(|told| distinct(told.into_iter().map(|fact| fact.ask(of_child))));
        let each: Vec<Vec<Ask>> = distinct(asks);
        let is_part_of = |one: &Vec<Ask>, other: &Vec<Ask>| one.len() < other.len() && one.iter().all(|ask| other.contains(ask));
        // What one contradiction tells already is told once.
        for asks in each.iter().filter(|asks| !each.iter().any(|other| is_part_of(asks, other))) {
            tell_contradiction(&[], asks.clone(), reasons);
        }
    }

    /// What lies before a moment before which it never lies: both moments are named and asked.
    pub(crate) fn tell_out_of_order(&self, known: &Known, reasons: &mut Reasons) {
        for [first, later] in self.out_of_order(known) {
            let asks = [first, later].into_iter().filter_map(|path| self.asked_at(&path).next().map(|asked| self.ask(&asked.name)));
            tell_contradiction(&[], asks, reasons);
        }
    }

    /// What is told as having happened and lies after the present moment: it is named and asked.
    pub(crate) fn tell_ahead(&self, known: &Known, now: Option<Moment>, reasons: &mut Reasons) {
        let ahead = self.asked().iter().filter(|asked| asked.fact.happened && is_ahead(known.moment(&asked.path), now));
        let asks: Vec<Ask> = distinct(ahead.map(|asked| self.ask(&asked.name)));
        if !asks.is_empty() {
            let questions = listed(asks.iter().map(|ask| ask.question.clone().into()));
            reasons.cautions.push(Caution::with(TOLD_AHEAD, [("questions", questions)]));
            reasons.ask = distinct(std::mem::take(&mut reasons.ask).into_iter().chain(asks));
        }
    }

    /// Rules of a day that is more than a year away from a date of the case.
    pub(crate) fn tell_far_dates(&self, dates: impl Iterator<Item = Moment>, reasons: &mut Reasons) {
        let Some(day) = self.as_of else { return };
        let far = dates.map(|at| at.date()).find(|date| (*date - day).num_days().abs() > MOST_DAYS_AWAY);
        let place = |day| said(day).into();
        reasons.cautions.extend(far.map(|date| Caution::with(AS_OF_FAR_AWAY, [("day", place(day)), ("date", place(date))])));
    }

    /// An earlier answer whose last day lies more than a year away from every date of the case: perhaps it is another's. It holds
    /// meanwhile, as every earlier answer does.
    pub(crate) fn tell_far_answers(
        earlier: impl Iterator<Item = Moment>,
        dates: impl Iterator<Item = Moment> + Clone,
        reasons: &mut Reasons,
    ) {
        let days_from = |day: NaiveDate| dates.clone().map(|at| at.date()).min_by_key(|date| (*date - day).num_days().abs());
        let nearest = earlier.map(|at| at.date()).filter_map(|day| Some((day, days_from(day)?)));
        let far = nearest.filter(|(day, date)| (*date - *day).num_days().abs() > MOST_DAYS_AWAY);
        let place = |day| said(day).into();
        reasons.cautions.extend(far.map(|(day, date)| Caution::with(EARLIER_FAR_AWAY, [("day", place(day)), ("date", place(date))])));
    }

    /// The documents whose last check lies long before the day of the answer.
    fn checked_long_ago(&self, today: Option<NaiveDate>) -> impl Iterator<Item = Caution> {
        let day = today.max(self.as_of);
        let relied_on = Months::new(self.calendar.checked_for_months);
        let documents = self.packs.iter().map(|pack| pack.document());
        let aged = documents.filter(move |document| day.is_some_and(|day| day > document.status.checked_on + relied_on));
        aged.map(|document| {
            let date = said(document.status.checked_on).into();
            Caution::with(CHECKED_LONG_AGO, [("document", (&document.title).into()), ("date", date)])
        })
    }

    /// The decision: an answer and its reasons, with what is said of every answer from this stack.
    pub(crate) fn decision<A>(&self, answer: A, reasons: Reasons) -> Decision<A> {
        let mut cautions = reasons.cautions;
        cautions.extend(self.checked_long_ago(reasons.today));
        cautions.extend_from_slice(&self.standing_cautions);
        let mut decision = Decision {
            answer,
            settled: reasons.ask.is_empty(),
            because: reasons.because,
            also_applies: reasons.also_applies,
            set_aside: reasons.set_aside,
            ask: reasons.ask,
            cautions,
            basis: Basis {
                engine: env!("CARGO_PKG_VERSION"),
                packs: Arc::clone(&self.bases),
                bank_holidays_known_until: self.calendar.known_until,
                others_considered: reasons.others_considered,
            },
        };
        decision.set_aside_no_rule_that_is_cited();
        decision
    }
}

/// Does a moment lie after the present one?
pub(crate) fn is_ahead(at: Option<Moment>, now: Option<Moment>) -> bool {
    at.zip(now).is_some_and(|(at, now)| lies_before(now, at))
}

/// Tells what contradicts itself, and asks it: kinds of concern that were chosen, and facts that were answered.
pub(crate) fn tell_contradiction(kinds: &[&Text], asks: impl IntoIterator<Item = Ask>, reasons: &mut Reasons) {
    let asks: Vec<Ask> = asks.into_iter().collect();
    let named = kinds.iter().map(|kind| (*kind).into()).chain(asks.iter().map(|ask| ask.question.clone().into()));
    reasons.cautions.push(Caution::with(CONTRADICTED, [("questions", listed(named))]));
    reasons.ask = distinct(std::mem::take(&mut reasons.ask).into_iter().chain(asks));
}

/// What is said of every answer from these packs.
pub(super) fn standing_cautions(packs: &[Arc<Pack>], not_in_force: &[Arc<Pack>], area_missing: bool) -> Vec<Caution> {
    let mut cautions = Vec::new();
    if area_missing {
        cautions.push(Caution::of(AREA_NOT_GIVEN));
    }
    cautions.extend(not_in_force.iter().map(|pack| who_answers_instead(pack, packs)));
    for document in packs.iter().map(|pack| pack.document()) {
        if let Some(newer) = &document.status.superseded_by {
            let (title, edition) = ((&document.title).into(), (&document.cites).into());
            cautions.push(Caution::with(SOURCE_SUPERSEDED, [("document", title), ("edition", edition), ("newer", newer.into())]));
        }
    }
    cautions
}

/// Which documents cover the day that a pack does not.
fn who_answers_instead(pack: &Pack, others: &[Arc<Pack>]) -> Caution {
    let instead = match others {
        [] => NO_DOCUMENT_THAT_DAY.said(),
        others => ANSWERS_THAT_DAY.with([("documents", listed(others.iter().map(|pack| (&pack.document().title).into())))]),
    };
    let (document, instead) = (("document", (&pack.document().title).into()), ("instead", instead.into()));
    match (pack.document().since, pack.document().until) {
        (Some(since), Some(until)) => {
            Caution::with(NOT_IN_FORCE_BETWEEN, [document, instead, ("since", said(since).into()), ("until", said(until).into())])
        }
        (Some(since), None) => Caution::with(NOT_IN_FORCE_BEFORE, [document, instead, ("since", said(since).into())]),
        (None, until) => Caution::with(NOT_IN_FORCE_AFTER, [document, instead, ("until", said(until.unwrap_or_default()).into())]),
    }
}
