//! **We disagree: what is the next step?**
//!
//! Each document has its own ladder, climbed in its own order; each step says who does it and what must be on record
//! before it. A step whose own circumstances have come about is reached, whatever was done before. A dispute never
//! delays a protective step and suspends no time limit.

mod answer;
mod facts;
mod ladders;
pub(crate) mod rule;
mod standing;
mod words;

pub use answer::{Ladder, NextStep, State, Step};
pub use facts::Facts;

use std::borrow::Cow;

use chrono::NaiveDate;

use crate::calendar::Calendar;
use crate::engine::case::Case;
use crate::engine::decision::{Ask, Caution, Decision, Reasons, says};
use crate::engine::form::{Expected, Field, Kind};
use crate::engine::question::{Open, Question};
use crate::engine::rulebook::Rulebook;
use crate::engine::scope::Scope;
use crate::engine::stack::{Held, Stack, is_ahead};
use crate::error::{Code, Error, one_of};
use crate::questions::list_deadlines;
use crate::text::Sentence;
use crate::text::sentences::*;
use crate::value::limit::Limit;
use crate::value::moment::{Moment, ReadAs};
use crate::value::order::in_order_of;
use crate::value::truth::Truth;
use crate::value::{Text, distinct};
use rule::Own;
use standing::Standing;

/// The question in the list of all.
pub(crate) struct ResolveDisagreement;

impl Question for ResolveDisagreement {
    const NAME: &'static str = "resolve-disagreement";
    const TABLE: &'static str = "resolve_disagreement";
    const ASKS: &'static Sentence = WHAT_IS_NEXT;
    type Facts = Facts;
    type Answer = NextStep;

    fn decide(scope: &Scope, facts: &Facts, rulebook: &Rulebook) -> Result<Decision<NextStep>, Error> {
        let stack = rulebook.stack(scope)?;
        let case = Case::new(&stack, &facts.known, facts.others_considered)?;
        let rules = case.rules();
        let calendar = stack.calendar.with(facts.bank_holidays.as_deref())?;
        let climb = Climb { facts, case, calendar, rules };
        let ladders = climb.ladders_known();
        if facts.ladder.as_ref().is_some_and(|wanted| !ladders.iter().any(|ladder| **ladder == **wanted)) {
            return Err(Error::new(Code::BadWord, "ladder", one_of(&ladders)));
        }
        if let Some(last) = climb.last_step().filter(|last| facts.stage.is_some_and(|stage| stage > *last)) {
            return Err(Error::new(Code::BadInput, "stage", format!("expected the last step taken, 0 to {last}")));
        }
        Ok(climb.decision(&ladders))
    }

    fn own_fields(open: &Open<'_>, fields: &mut Vec<Field>) {
        let could_change = open.decision.because.len();
        if open.is_open("stage") && could_change > 0 {
            fields.push(Field { ask: Ask::new("stage", ASK_STAGE.said()), expected: Kind::Count.into(), could_change });
        }
    }

    fn expects_at(path: &str, stack: &Stack) -> Option<Expected> {
        let ladders = || distinct(stack.rules_of_the_day::<Own>().map(|(_, rule)| rule.own.ladder.to_string()));
        match path {
            "stage" => Some(Kind::Count.into()),
            "ladder" => Some(Expected::one_of(ladders())),
            _ => None,
        }
    }
}

impl Rulebook {
    /// Answers what the next step is where people disagree.
    ///
    /// # Errors
    /// An [`Error`] where an area, a pack, a ladder or a fact is not known as such.
    pub fn resolve_disagreement(&self, scope: &Scope, facts: &Facts) -> Result<Decision<NextStep>, Error> {
        ResolveDisagreement::decide(scope, facts, self)
    }
}

struct Climb<'c> {
    facts: &'c Facts,
    case: Case<'c>,
    calendar: Cow<'c, Calendar>,
    rules: Vec<Held<'c, Own>>,
}

impl<'c> Climb<'c> {
    fn step(&self, held: &Held<'_, Own>, standing: &Standing) -> Step {
        let own = &held.rule.own;
        let needs = own.needs.iter().filter(|fact| !self.case.truth(fact).is_yes());
        let is_declined = own.declined_by.iter().any(|fact| self.case.truth(fact).is_yes());
        let state = if is_declined { State::Declined } else { standing.state(own.step) };
        let is_next = state == State::Next;
        let due = self.due(own).filter(|_| is_next);
        Step {
            step: own.step,
            action: Text::clone(&own.action),
            text: says(held.rule),
            force: held.rule.cite.force,
            to: own.to.clone(),
            to_labels: own.to.iter().map(|who| self.case.stack.person(who)).collect(),
            state,
            provisional: held.holds.is_unknown(),
            ready: Truth::all(own.needs.iter().map(|fact| self.case.truth(fact))),
            needs: needs.map(|fact| self.case.stack.ask(fact)).collect(),
            within: own.within,
            overdue: self.facts.now.zip(due).is_some_and(|(now, due)| now.instant() > due.instant()) && !self.is_from_a_day(own),
            due,
            without_added_holidays: self.without_added(own).filter(|_| is_next),
            document: own.document.clone(),
            external: own.external,
            rule: Text::clone(&held.rule.cite.id),
        }
    }

    /// Is the step before told of as taken later than now?
    fn is_told_ahead(&self) -> bool {
        is_ahead(self.facts.stage_at, self.facts.now)
    }

    /// When the step before was taken; now, where what is told lies ahead (AMB-70).
    fn since(&self) -> Option<Moment> {
        self.facts.now.filter(|_| self.is_told_ahead()).or(self.facts.stage_at)
    }

    /// When a step falls due, where it has a time and that of the step before is known.
    fn due(&self, own: &Own) -> Option<Moment> {
        list_deadlines::due(own.within?, self.since()?, &self.calendar)
    }

    fn without_added(&self, own: &Own) -> Option<NaiveDate> {
        list_deadlines::without_added(own.within?, self.since()?, &self.calendar)
    }

    /// Would its hours be counted from a day alone? Nobody is told to be late by that.
    fn is_from_a_day(&self, own: &Own) -> bool {
        matches!(own.within, Some(Limit::Hours(_))) && self.facts.stage_at.is_some_and(|at| at.read() == ReadAs::AsStartOfDay)
    }

    /// The question when the step before was taken, where the next one has a time that counts from it or what was told lies ahead.
    fn ask_since(&self, next: &[Step]) -> Option<Ask> {
        let is_timed = next.iter().any(|step| step.within.is_some_and(|within| within != Limit::AsSoonAsPracticable));
        (is_timed && self.facts.stage_at.is_none() || self.is_told_ahead()).then(|| Ask::new("stageAt", ASK_STAGE_AT.said()))
    }

    fn ladder(&self, ladder: &str) -> Ladder {
        let last = self.facts.stage.filter(|_| self.is_climbed(ladder));
        let standing = Standing::on(&self.steps_of(ladder).collect::<Vec<_>>(), last);
        let steps = self.steps_of(ladder).map(|held| self.step(held, &standing)).collect();
        // Of several ways to take one step, whoever climbs is told of what certainly is one first.
        let steps = in_order_of(steps, |step: &Step| (step.step, step.provisional));
        let document = self.steps_of(ladder).next().map_or_else(|| "".into(), |held| Text::clone(&held.pack.document().title));
        Ladder { ladder: ladder.into(), document, steps }
    }

    fn decision(self, ladders: &[&str]) -> Decision<NextStep> {
        let (come_about, others): (Vec<&str>, Vec<&str>) =
            ladders.iter().filter(|ladder| self.applies(ladder)).partition(|ladder| self.has_come_about(ladder));
        let ladders: Vec<Ladder> = come_about.into_iter().chain(others).map(|ladder| self.ladder(ladder)).collect();
        let next: Vec<Step> = ladders.iter().flat_map(|ladder| &ladder.steps).filter(|step| step.state == State::Next).cloned().collect();
        let is_next = |held: &&Held<'_, Own>| next.iter().any(|step| step.rule == held.rule.cite.id);
        let stands_on_one = |held: &&Held<'_, Own>| ladders.iter().any(|ladder| ladder.ladder == held.rule.own.ladder);
        let (because, also): (Vec<_>, Vec<_>) =
            self.rules.iter().filter(|held| !held.holds.is_no()).filter(stands_on_one).partition(is_next);
        let needed = next.iter().flat_map(|step| step.needs.iter().cloned()).filter(|ask| self.is_open(ask));
        let uncertain = self.rules.iter().filter(|held| held.holds.is_unknown()).filter(is_next);
        let ask_stage = ladders.iter().any(Ladder::leaves_a_step_out).then(|| Ask::new("stage", ASK_STAGE.said()));
        let ask_ladder = self.is_open_which(&ladders).then(|| Ask::new("ladder", ASK_LADDER.said()));
        let reasons = Reasons {
            because: because.into_iter().map(Held::cited).collect(),
            also_applies: also.into_iter().map(Held::cited).collect(),
            set_aside: self.case.set_aside(&self.rules, |_| true).into_iter().chain(self.closed()).collect(),
            ask: distinct(
                uncertain
                    .filter_map(|held| self.case.asks_whether(held.rule))
                    .chain(needed)
                    .chain(self.ask_since(&next))
                    .chain(ask_stage)
                    .chain(ask_ladder),
            ),
            cautions: self.cautions(&next, &ladders),
            others_considered: self.facts.others_considered,
            today: self.facts.now.map(|now| now.date()),
        };
        let reasons = reasons.led_by(words::first(&next).map(|step| &*step.rule));
        let answer = NextStep { heading: words::heading(&next, &ladders), next, ladders, protective_action_suspended: false };
        self.case.decision(answer, reasons)
    }

    /// Was nothing said yet about what must be on record?
    fn is_open(&self, ask: &Ask) -> bool {
        let mut needed = self.rules.iter().flat_map(|held| &held.rule.own.needs).filter(|fact| self.case.stack.path(fact) == ask.path);
        needed.any(|fact| self.case.truth(fact).is_unknown())
    }

    fn cautions(&self, next: &[Step], ladders: &[Ladder]) -> Vec<Caution> {
        let mut cautions = vec![Caution::of(DISPUTE_DELAYS_NOTHING)];
        cautions.extend(self.case.cautions(ResolveDisagreement::NAME, |_| true));
        if next.iter().any(|step| step.external) {
            cautions.push(Caution::of(DOCUMENT_NOT_SUPPLIED));
        }
        if next.iter().any(|step| step.overdue) {
            cautions.push(Caution::of(STEP_OVERDUE));
        }
        if ladders.iter().any(|ladder| ladder.leaves_a_step_out() || ladder.has_a_step_not_recorded()) {
            cautions.push(Caution::of(STEPS_NOT_RECORDED));
        }
        if self.is_told_ahead() {
            cautions.push(Caution::with(TOLD_AHEAD, [("questions", ASK_STAGE_AT.said().into())]));
        }
        if next.is_empty() {
            cautions.push(Caution::of(NO_STEP));
        }
        cautions
    }
}
