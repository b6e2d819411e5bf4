//! A case, read through the packs that answer: which of their facts hold, and which of their rules.

use crate::pack::{Fact, Pack};
use crate::rulebook::Stack;
use crate::words::answer::Answer;
use crate::words::citation::{self, Cites};
use crate::words::decision::{Ask, Cited};
use crate::words::known::Known;
use crate::words::moment::Moment;
use crate::words::once;
use crate::words::refusal::Refusal;
use crate::words::sentences::{ANSWERED_NO, ANSWERED_YES, BY_WHAT_WAS_GIVEN};
use crate::words::{Gather as _, Gathering as _};

/// What is known of a case, and the packs that ask.
pub struct Case<'f, 'r> {
    /// The packs.
    pub stack: Stack<'r>,
    known: &'f Known,
    others_considered: bool,
}

/// A rule of a pack, and whether it holds in this case.
pub struct Held<'r, R: 'static> {
    /// Its pack.
    pub pack: &'r Pack,
    /// The rule.
    pub rule: &'static R,
    /// Does it hold? Not known where that hangs on a fact nobody knows.
    pub holds: Answer,
}

impl<R> Clone for Held<'_, R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R> Copy for Held<'_, R> {}

impl<'r, R: Cites> Held<'r, R> {
    /// The rule, as answers cite it; provisional where it is not known whether it holds.
    pub fn cited(&self) -> Cited<'r> {
        Cited { provisional: self.holds.is_unknown(), ..self.pack.cite(self.rule) }
    }
}

impl<'f, 'r> Case<'f, 'r> {
    /// A case.
    ///
    /// # Errors
    /// A [`Refusal`] where a fact is none that these packs ask for, or is answered in another kind than they ask.
    pub fn new(stack: Stack<'r>, known: &'f Known, others_considered: bool) -> Result<Self, Refusal> {
        stack.check_known(known)?;
        Ok(Case { stack, known, others_considered })
    }

    /// What is known of a fact.
    pub fn answer(&self, fact: &str) -> Answer {
        self.stack.answer(fact, self.known, self.others_considered)
    }

    /// The moment that a fact names.
    pub fn moment(&self, fact: &str) -> Option<Moment> {
        self.known.moment(&self.stack.path(fact))
    }

    /// Does a rule hold?
    pub fn holds(&self, rule: &dyn Cites) -> Answer {
        citation::holds(rule, &|fact| self.answer(fact))
    }

    /// The rules of one table, each with whether it holds.
    pub fn rules<R: Cites>(&self, table: fn(&Pack) -> &'static [R]) -> Vec<Held<'r, R>> {
        let held = |(pack, rule): (&'r Pack, &'static R)| Held { pack, rule, holds: self.holds(rule) };
        self.stack.rules(table).into_iter().map(held).gathered()
    }

    /// The questions behind the facts among these that nobody has answered.
    pub fn asks(&self, facts: &[&'static str]) -> Vec<Ask> {
        let unknown = |fact: &str| self.answer(fact).is_unknown();
        let mut asks = Vec::new();
        for fact in facts {
            if unknown(fact) {
                asks.gather(self.stack.asks(fact, &unknown));
            }
        }
        once(asks)
    }

    /// The first question that would tell whether a rule holds.
    pub fn asks_whether(&self, rule: &dyn Cites) -> Option<Ask> {
        self.asks(&[rule.when(), rule.unless()].concat()).into_iter().next()
    }

    /// The rules of one table that speak and do not answer: those that came near, and those that are not in force.
    pub fn set_aside<R: Cites>(
        &self,
        rules: &[Held<'r, R>],
        table: fn(&Pack) -> &'static [R],
        speaks: &dyn Fn(&R) -> bool,
    ) -> Vec<Cited<'r>> {
        let mut set_aside = Vec::new();
        for held in rules {
            if speaks(held.rule) && held.holds.is_no() {
                set_aside.gather(self.why_not(held.pack, held.rule));
            }
        }
        for (pack, rule, reason) in self.stack.rules_not_holding(table) {
            if speaks(rule) {
                set_aside.push(pack.cite(rule).set_aside(reason));
            }
        }
        set_aside
    }

    /// Why a rule that came near does not hold: something it needs was answered no, or something keeps it away.
    fn why_not(&self, pack: &'r Pack, rule: &'static dyn Cites) -> Option<Cited<'r>> {
        let said = |facts: &[&'static str], wanted: Answer| facts.iter().copied().find(|fact| self.answer(fact) == wanted);
        let came_near = rule.when().iter().any(|fact| self.answer(fact).is_yes()) || rule.when().len() == 1;
        let (fact, answered) = match (said(rule.when(), Answer::No), said(rule.unless(), Answer::Yes)) {
            (_, Some(fact)) => (fact, ANSWERED_YES),
            (Some(fact), None) if came_near => (fact, ANSWERED_NO),
            _ => return None,
        };
        let question = self.stack.question(fact);
        let is_yes_or_no = self.stack.fact(fact).is_some_and(Fact::is_yes_or_no);
        let reason = if is_yes_or_no { answered } else { BY_WHAT_WAS_GIVEN }.with([("question", question.into())]);
        Some(pack.cite(rule).set_aside(reason))
    }
}
