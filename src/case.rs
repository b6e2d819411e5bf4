//! A case, read through the packs that answer: which of their facts hold, and which of their rules.

use crate::pack::{Fact, Pack};
use crate::rulebook::Stack;
use crate::words::answer::Answer;
use crate::words::citation::Cites;
use crate::words::decision::{Ask, Cited};
use crate::words::known::Known;
use crate::words::moment::Moment;
use crate::words::once;
use crate::words::refusal::Refusal;
use crate::words::sentences::{ANSWERED_NO, ANSWERED_YES, BY_WHAT_WAS_GIVEN};

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
        let kept_away = rule.unless().iter().fold(Answer::No, |so_far, fact| so_far.or(self.answer(fact)));
        Answer::all(rule.when().iter().map(|fact| self.answer(fact))).and(kept_away.not())
    }

    /// The rules of one table, each with whether it holds.
    pub fn rules<R: Cites>(&self, table: fn(&Pack) -> &'static [R]) -> Vec<Held<'r, R>> {
        let held = |(pack, rule): (&'r Pack, &'static R)| Held { pack, rule, holds: self.holds(rule) };
        self.stack.rules(table).into_iter().map(held).collect()
    }

    /// The questions behind the facts among these that nobody has answered.
    pub fn asks(&self, facts: impl Iterator<Item = &'static str>) -> Vec<Ask> {
        let unknown = |fact: &str| self.answer(fact).is_unknown();
        once(facts.filter(|fact| unknown(fact)).flat_map(|fact| self.stack.asks(fact, &unknown)).collect())
    }

    /// The first question that would tell whether a rule holds.
    pub fn asks_whether(&self, rule: &dyn Cites) -> Option<Ask> {
        self.asks(rule.when().iter().chain(rule.unless()).copied()).into_iter().next()
    }

    /// Why a rule that came near does not hold: something it needs was answered no, or something keeps it away.
    pub fn why_not<R: Cites>(&self, held: &Held<'r, R>) -> Option<Cited<'r>> {
        let said = |facts: &[&'static str], wanted: Answer| facts.iter().copied().find(|fact| self.answer(fact) == wanted);
        let came_near = held.rule.when().iter().any(|fact| self.answer(fact).is_yes()) || held.rule.when().len() == 1;
        let (fact, answered) = match (said(held.rule.when(), Answer::No), said(held.rule.unless(), Answer::Yes)) {
            (_, Some(fact)) => (fact, ANSWERED_YES),
            (Some(fact), None) if came_near => (fact, ANSWERED_NO),
            _ => return None,
        };
        let question = self.stack.question(fact);
        let is_yes_or_no = self.stack.fact(fact).is_some_and(Fact::is_yes_or_no);
        let reason = if is_yes_or_no { answered } else { BY_WHAT_WAS_GIVEN }.with([("question", question.into())]);
        held.holds.is_no().then(|| held.pack.cite(held.rule).set_aside(reason))
    }

    /// The rules of one table that do not answer here at all, each with the reason.
    pub fn not_in_force<R: Cites>(&self, table: fn(&Pack) -> &'static [R], speaks: impl Fn(&R) -> bool) -> Vec<Cited<'r>> {
        let rules = self.stack.rules_not_holding(table).into_iter().filter(|(_, rule, _)| speaks(rule));
        rules.map(|(pack, rule, reason)| pack.cite(rule).set_aside(reason)).collect()
    }
}
