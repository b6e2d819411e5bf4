//! The ladders of the documents: which apply, which are closed, and on which steps were taken.

use super::Climb;
use super::answer::{Ladder, State};
use super::rule::Own;
use crate::engine::decision::Cited;
use crate::engine::stack::Held;
use crate::text::sentences::BY_WHAT_WAS_GIVEN;
use crate::value::{Text, distinct};

impl<'c> Climb<'c> {
    pub(super) fn ladders_known(&self) -> Vec<&'c str> {
        distinct(self.rules.iter().map(|held| &*held.rule.own.ladder))
    }

    /// The last step of the ladder that is asked for, or else of the longest; none where these documents have no ladder.
    pub(super) fn last_step(&self) -> Option<u32> {
        self.rules.iter().filter(|held| self.is_asked_for(&held.rule.own.ladder)).map(|held| held.rule.own.step).max()
    }

    pub(super) fn steps_of<'s>(&'s self, ladder: &'s str) -> impl Iterator<Item = &'s Held<'c, Own>> {
        let closed = self.closed_by(ladder).is_some();
        self.rules.iter().filter(move |held| !closed && *held.rule.own.ladder == *ladder && !held.holds.is_no())
    }

    /// The fact that leaves nothing to disagree about, where one is a yes.
    pub(super) fn closed_by(&self, ladder: &str) -> Option<&Text> {
        let mut facts = self.rules.iter().filter(|held| *held.rule.own.ladder == *ladder).flat_map(|held| &held.rule.own.closed_by);
        facts.find(|fact| self.case.truth(fact).is_yes())
    }

    /// The rules of ladders that are closed, each with what closed them.
    pub(super) fn closed(&self) -> impl Iterator<Item = Cited> {
        self.rules.iter().filter(|held| !held.holds.is_no()).filter_map(|held| {
            let fact = self.closed_by(&held.rule.own.ladder)?;
            Some(held.cited().set_aside(BY_WHAT_WAS_GIVEN.with([("question", self.case.stack.question(fact).into())])))
        })
    }

    /// Is there a step on it whose circumstances have come about, or anything on record that it needs?
    pub(super) fn has_come_about(&self, ladder: &str) -> bool {
        let said = |facts: &[Text]| facts.iter().any(|fact| self.case.truth(fact).is_yes());
        self.steps_of(ladder).any(|held| said(&held.rule.cite.when) || said(&held.rule.own.needs))
    }

    /// Had its circumstances come about, and was it resolved since?
    fn has_ended(&self, ladder: &str) -> bool {
        let all = |facts: &[Text]| !facts.is_empty() && facts.iter().all(|fact| self.case.truth(fact).is_yes());
        let ended =
            |held: &Held<'_, Own>| all(&held.rule.cite.when) && held.rule.cite.unless.iter().any(|fact| self.case.truth(fact).is_yes());
        self.rules.iter().any(|held| *held.rule.own.ladder == *ladder && ended(held))
    }

    /// Does a ladder apply? Its first rule's circumstances tell, or a step of it has been reached.
    pub(super) fn applies(&self, ladder: &str) -> bool {
        self.is_asked_for(ladder) && self.steps_of(ladder).next().is_some()
    }

    /// Is it the ladder on which the last step was taken: the one that was named, or one that has come about? Where none has, of
    /// which it was is asked; a disagreement that was resolved took its steps on its own.
    pub(super) fn is_climbed(&self, ladder: &str) -> bool {
        self.facts.ladder.is_some()
            || self.has_come_about(ladder)
            || !self.ladders_known().into_iter().any(|known| self.has_come_about(known) || self.has_ended(known))
    }

    /// Was a step taken, and may it be one of several ladders?
    pub(super) fn is_open_which(&self, ladders: &[Ladder]) -> bool {
        let is_taken = |ladder: &&Ladder| ladder.steps.iter().any(|step| step.state == State::Done);
        self.facts.ladder.is_none() && ladders.iter().filter(is_taken).count() > 1
    }

    fn is_asked_for(&self, ladder: &str) -> bool {
        self.facts.ladder.as_deref().is_none_or(|wanted| wanted == ladder)
    }
}
