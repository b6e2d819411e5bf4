//! **We disagree: what is the next step?**
//!
//! Each document has its own ladder, climbed in its own order; each step says who does it and what must be on record
//! before it. A step whose own circumstances have come about is reached, whatever was done before. A dispute never
//! delays a protective step and suspends no time limit.

use crate::answers::answers;
use crate::case::{Case, Held};
use crate::facts::scoped;
use crate::pack::Question;
use crate::rulebook::Rulebook;
use crate::words::answer::Answer;
use crate::words::citation::{Force, cited_rule};
use crate::words::decision::{Ask, Caution, Decision};
use crate::words::list::words;
use crate::words::refusal::Refusal;
use crate::words::said::Said;
use crate::words::sentences::*;
use crate::words::{Gather as _, Gathering as _};
use crate::words::{in_order, once};

scoped! { open_facts,
    /// Where the disagreement stands. Every fact that the packs declare may stand beside these.
    #[derive(Clone, Debug, Default)]
    pub struct Facts {
        /// Only this ladder, by name.
        pub ladder: Option<String>,
        /// The last step that was taken; 0 for none.
        pub stage: Option<u32>,
        /// Attests that every fact not named was considered and is a no.
        pub others_considered: bool,
    }
}

cited_rule! { "resolve_disagreement",
    /// A step, as a pack writes it.
    pub struct Rule {
        /// The ladder it belongs to.
        pub ladder: &'static str,
        /// Which step it is, from 1; several rules may speak of one step.
        pub step: u32,
        /// What is done, by name.
        pub action: &'static str,
        /// Who is spoken to or told.
        pub to: &'static [&'static str],
        /// Facts that must be on record before it.
        pub needs: &'static [&'static str],
        /// What it is written on or found in.
        pub document: Option<&'static str>,
        /// Is that document named and not supplied?
        pub external: bool,
    }
}

answers! {
    /// The next step, and the ladder it stands on.
    #[derive(Clone, Debug)]
    pub struct NextStep<'p> {
        /// The answer in one sentence.
        pub heading: Said,
        /// What is to be done next; none where no ladder applies.
        pub next: Vec<Step<'p>>,
        /// Every ladder that applies, step by step.
        pub ladders: Vec<Ladder<'p>>,
        /// Never true: a dispute suspends no protective step and no time limit.
        pub protective_action_suspended: bool,
    }
}

answers! {
    /// A ladder.
    #[derive(Clone, Debug)]
    pub struct Ladder<'p> {
        /// Its name.
        pub ladder: &'p str,
        /// Its document.
        pub document: &'p str,
        /// Its steps.
        pub steps: Vec<Step<'p>>,
    }
}

answers! {
    /// A step.
    #[derive(Clone, Debug)]
    pub struct Step<'p> {
        /// Which step it is, from 1.
        pub step: u32,
        /// What is done, by name.
        pub action: &'p str,
        /// What is done.
        pub text: Said,
        /// How strongly the document puts it.
        pub force: Force,
        /// Who is spoken to or told.
        pub to: Vec<&'p str>,
        /// Their names in a sentence.
        pub to_labels: Vec<String>,
        /// Where it stands on the way.
        pub state: State,
        /// Does it stand here only because something is not known?
        pub provisional: bool where known,
        /// Is everything on record that must be before it?
        pub ready: Answer,
        /// What must still be on record before it.
        pub needs: Vec<Ask>,
        /// What it is written on or found in.
        pub document: Option<&'p str> where known,
        /// Is that document named and not supplied?
        pub external: bool where known,
        /// The rule.
        pub rule: &'p str,
    }
}

words! {
    /// Where a step stands on the way.
    State {
        /// It was taken.
        Done = "done",
        /// It is the next.
        Next = "next",
        /// It may come later.
        Later = "later",
    }
}

/// Answers what the next step is where people disagree.
///
/// # Errors
/// A [`Refusal`] where an area, a pack, a ladder or a fact is not known as such.
pub fn resolve_disagreement<'r>(facts: &Facts, rulebook: &'r Rulebook) -> Result<Decision<'r, NextStep<'r>>, Refusal> {
    let case = Case::new(rulebook.stack(&facts.asked())?, &facts.known, facts.others_considered)?;
    let rules = case.rules(|pack| pack.resolve_disagreement);
    let ladders = once(rules.iter().map(|held| held.rule.ladder).gathered());
    if facts.ladder.as_ref().is_some_and(|ladder| !ladders.contains(&ladder.as_str())) {
        return Err(Refusal::new("bad-word", "ladder", format!("expected one of {}", ladders.join(", "))));
    }
    Ok(Climb { facts, case, rules }.decision(&ladders))
}

struct Climb<'f, 'r> {
    facts: &'f Facts,
    case: Case<'f, 'r>,
    rules: Vec<Held<'r, Rule>>,
}

impl<'r> Climb<'_, 'r> {
    fn steps_of<'s>(&'s self, ladder: &'s str) -> impl Iterator<Item = &'s Held<'r, Rule>> {
        self.rules.iter().filter(move |held| held.rule.ladder == ladder && !held.holds.is_no())
    }

    /// The step to be taken: the one after the last, or a later one whose circumstances have come about.
    fn standing_at(&self, ladder: &str) -> Option<u32> {
        let come_about = |held: &&Held<'r, Rule>| !held.rule.when.is_empty() && held.holds.is_yes();
        let reached = self.steps_of(ladder).filter(come_about).map(|held| held.rule.step).max();
        let after_last = self.facts.stage.map_or(1, |stage| stage.saturating_add(1));
        let next = self.steps_of(ladder).map(|held| held.rule.step).filter(|step| *step >= after_last).min();
        match (reached, next) {
            (Some(reached), Some(next)) => Some(reached.max(next)),
            (Some(last), None) => Some(last),
            (None, next) => next,
        }
    }

    /// Is there a step on it whose circumstances have come about, or anything on record that it needs?
    fn has_come_about(&self, ladder: &str) -> bool {
        let said = |facts: &[&str]| facts.iter().any(|fact| self.case.answer(fact).is_yes());
        self.steps_of(ladder).any(|held| said(held.rule.when) || said(held.rule.needs))
    }

    /// Does a ladder apply? Its first rule's circumstances tell, or a step of it has been reached.
    fn applies(&self, ladder: &str) -> bool {
        let asked = self.facts.ladder.as_deref();
        let all_say_no = self.rules.iter().filter(|held| held.rule.ladder == ladder).all(|held| held.holds.is_no());
        asked.is_none_or(|wanted| wanted == ladder) && !all_say_no
    }

    fn step(&self, held: &Held<'r, Rule>, standing_at: Option<u32>) -> Step<'r> {
        let rule = held.rule;
        let needs = rule.needs.iter().copied().filter(|fact| !self.case.answer(fact).is_yes());
        let asks = needs.map(|fact| Ask::new(self.case.stack.path(fact), self.case.stack.question(fact)));
        Step {
            step: rule.step,
            action: rule.action,
            text: Said::of_rule(rule),
            force: rule.force,
            to: rule.to.to_vec(),
            to_labels: rule.to.iter().map(|who| self.case.stack.person(who)).gathered(),
            state: match standing_at {
                Some(at) if rule.step < at => State::Done,
                Some(at) if rule.step == at => State::Next,
                _ => State::Later,
            },
            provisional: held.holds.is_unknown(),
            ready: Answer::all(rule.needs.iter().map(|fact| self.case.answer(fact))),
            needs: asks.gathered(),
            document: rule.document,
            external: rule.external,
            rule: rule.id,
        }
    }

    fn ladder(&self, ladder: &'static str) -> Ladder<'r> {
        let standing_at = self.standing_at(ladder);
        let mut steps: Vec<Step<'r>> = self.steps_of(ladder).map(|held| self.step(held, standing_at)).gathered();
        in_order(&mut steps, |one, other| one.step < other.step);
        let document = self.steps_of(ladder).next().map_or("", |held| held.pack.document.title);
        Ladder { ladder, document, steps }
    }

    fn decision(self, ladders: &[&'static str]) -> Decision<'r, NextStep<'r>> {
        let mut ladders: Vec<Ladder<'r>> =
            ladders.iter().filter(|ladder| self.applies(ladder)).map(|ladder| self.ladder(ladder)).gathered();
        in_order(&mut ladders, |one, other| self.has_come_about(one.ladder) && !self.has_come_about(other.ladder));
        let next: Vec<Step<'r>> =
            ladders.iter().flat_map(|ladder| &ladder.steps).filter(|step| step.state == State::Next).cloned().gathered();
        let because = |held: &&Held<'r, Rule>| next.iter().any(|step| step.rule == held.rule.id);
        let (because, also): (Vec<_>, Vec<_>) = self
            .rules
            .iter()
            .filter(|held| !held.holds.is_no() && ladders.iter().any(|ladder| ladder.ladder == held.rule.ladder))
            .partition(because);
        let needed = next.iter().flat_map(|step| step.needs.iter().cloned()).filter(|ask| self.is_open(ask));
        let come_about = ladders.first().is_some_and(|ladder| self.has_come_about(ladder.ladder));
        let uncertain =
            self.rules.iter().filter(|held| !come_about && held.holds.is_unknown() && next.iter().any(|step| step.rule == held.rule.id));
        let ask = once(uncertain.filter_map(|held| self.case.asks_whether(held.rule)).chain(needed).gathered());
        let set_aside = self.case.set_aside(&self.rules, |pack| pack.resolve_disagreement, &|_| true);
        Decision {
            settled: ask.is_empty(),
            because: because.into_iter().map(Held::cited).gathered(),
            also_applies: also.into_iter().map(Held::cited).gathered(),
            set_aside,
            cautions: self.cautions(&next),
            basis: self.case.stack.basis(self.facts.others_considered),
            answer: NextStep { heading: heading(&next), next, ladders, protective_action_suspended: false },
            ask,
        }
    }

    /// Was nothing said yet about what must be on record?
    fn is_open(&self, ask: &Ask) -> bool {
        let needed = self.rules.iter().flat_map(|held| held.rule.needs);
        needed.filter(|fact| self.case.stack.path(fact) == ask.path).any(|fact| self.case.answer(fact).is_unknown())
    }

    fn cautions(&self, next: &[Step<'r>]) -> Vec<Caution> {
        let mut cautions = vec![Caution::of(DISPUTE_DELAYS_NOTHING)];
        cautions.gather(self.case.stack.cautions(Question::ResolveDisagreement, &|fact| self.case.answer(fact), &|_| true));
        if next.iter().any(|step| step.external) {
            cautions.push(Caution::of(DOCUMENT_NOT_SUPPLIED));
        }
        if next.is_empty() {
            cautions.push(Caution::of(NO_STEP));
        }
        cautions.gather(self.case.stack.standing_cautions());
        cautions
    }
}

fn heading(next: &[Step<'_>]) -> Said {
    let step = |step: &Step<'_>| ("step", step.text.clone().into());
    match next {
        [] => NO_NEXT_STEP.said(),
        [first, ..] => match first.needs.as_slice() {
            [] => NEXT_STEP.with([step(first)]),
            [need, ..] => NEXT_STEP_NEEDS.with([step(first), ("need", need.question.clone().into())]),
        },
    }
}
