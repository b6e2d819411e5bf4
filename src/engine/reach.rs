//! Unknown never discloses: whether somebody may be invited, or get what was written, given what is known of the risk.

use super::case::Case;
use super::decision::{Ask, Caution};
use super::stack::Stack;
use crate::pack::vocabulary::Clearance;
use crate::text::sentences::{KEPT_FROM, NOT_YET_TO, RISK_IS_RECORDED, WARNING_MAY_HARM};
use crate::text::{Part, Sentence, listed};
use crate::value::known::{Known, Stated};
use crate::value::relatives;
use crate::value::truth::Truth;
use crate::value::{Text, distinct};

/// Whoever is of the family is cleared as these are, unless a pack says otherwise of them.
pub(crate) const FAMILY: &str = "parents-or-carers";

/// May somebody be invited, or get what was written?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    /// Nothing that is known or unknown stands in the way.
    Open,
    /// Not until somebody has said no to a risk.
    NotYet,
    /// Warning them may do harm.
    Unwarned,
    /// A risk is recorded.
    Never,
}

impl Reach {
    /// Is it a no that stands, and not only an answer that is missing?
    pub(crate) fn is_never(self) -> bool {
        matches!(self, Reach::Unwarned | Reach::Never)
    }
}

impl Case<'_> {
    /// May somebody get what was written?
    pub(crate) fn reach(&self, who: &str) -> Reach {
        self.reach_by(who, |_| true)
    }

    /// What keeps a group from the family, who may be among it: a risk or a warning on record, or somebody's "unknown". What nobody
    /// spoke of keeps it from nobody there.
    pub(crate) fn kept_from_family(&self) -> Option<Reach> {
        let is_doubted = || self.stack.facts_before(FAMILY).into_iter().any(|fact| self.is_in_doubt(fact));
        match self.reach(FAMILY) {
            Reach::Open => None,
            Reach::NotYet => is_doubted().then_some(Reach::NotYet),
            kept => Some(kept),
        }
    }

    /// May somebody be invited?
    pub(crate) fn reach_of_invitation(&self, who: &str) -> Reach {
        self.reach_by(who, |clearance| !clearance.papers_only)
    }

    /// Is there nobody yet to come, or to read? Not where it is said otherwise too.
    pub(crate) fn is_nobody_yet(&self, who: &str) -> bool {
        let is_of_all = |fact: &Text| self.is_of_each(fact) && self.denied(fact).is_empty();
        clearances(self.stack, who).0.into_iter().filter_map(|clearance| clearance.nobody_while.as_ref()).any(is_of_all)
    }

    fn reach_by(&self, who: &str, is_asked: impl Fn(&Clearance) -> bool) -> Reach {
        let (clearances, is_family) = clearances(self.stack, who);
        let mut reach = if is_family && clearances.is_empty() { Reach::NotYet } else { Reach::Open };
        for clearance in clearances.into_iter().filter(|clearance| is_asked(clearance)) {
            match self.cleared(clearance) {
                Reach::Never => return Reach::Never,
                Reach::Unwarned => reach = Reach::Unwarned,
                Reach::NotYet if reach == Reach::Open => reach = Reach::NotYet,
                Reach::NotYet | Reach::Open => {}
            }
        }
        reach
    }

    fn cleared(&self, clearance: &Clearance) -> Reach {
        if clearance.opened_by.as_ref().is_some_and(|fact| self.is_of_each(fact)) {
            return Reach::Open;
        }
        let is_released = clearance.released_by.as_ref().is_some_and(|fact| self.truth(fact).is_yes());
        let raised = || clearance.not_with.iter().filter(|_| !is_released);
        if clearance.after_no.iter().any(|fact| self.truth(fact).is_yes()) {
            return Reach::Never;
        }
        if raised().any(|fact| self.truth(fact).is_yes()) {
            return Reach::Unwarned;
        }
        let is_open = clearance.after_no.iter().any(|fact| self.recorded(fact) != Truth::No) || raised().any(|fact| self.is_in_doubt(fact));
        if is_open { Reach::NotYet } else { Reach::Open }
    }

    /// What is still to be answered before somebody may be reached.
    pub(crate) fn asks_before(&self, who: &str) -> Vec<Ask> {
        let is_open = |fact: &str| self.recorded(fact).is_unknown();
        let facts = clearances(self.stack, who).0.into_iter().flat_map(|clearance| {
            let raised = clearance.not_with.iter().filter(|fact| self.is_in_doubt(fact));
            // Whether there is nothing to fear is asked where something stands in the way.
            let opened = clearance.opened_by.iter().filter(|fact| is_open(fact) && self.cleared(clearance).is_never());
            clearance.after_no.iter().filter(|fact| is_open(fact)).chain(raised).chain(opened)
        });
        facts.flat_map(|fact| self.stack.asks(fact, &is_open)).collect()
    }

    /// What is said of those who are not reached: of some not yet, of others not at all.
    pub(crate) fn not_reached<'w>(&self, people: impl IntoIterator<Item = &'w str>) -> Vec<Caution> {
        let (mut not_yet, mut unwarned, mut never): (Vec<Part>, Vec<Part>, Vec<Part>) = (Vec::new(), Vec::new(), Vec::new());
        for who in distinct(people) {
            match self.reach(who) {
                Reach::Open => {}
                Reach::NotYet => not_yet.push(self.stack.person(who).into()),
                Reach::Unwarned => unwarned.push(self.stack.person(who).into()),
                Reach::Never => never.push(self.stack.person(who).into()),
            }
        }
        told_of(never, unwarned, not_yet)
    }
}

/// What is said of those of whom a risk is recorded, of those whom warning may make harm, and of those of whom neither is known.
pub(crate) fn told_of(never: Vec<Part>, unwarned: Vec<Part>, not_yet: Vec<Part>) -> Vec<Caution> {
    let kept = |why: &'static Sentence, names: Vec<Part>| {
        (!names.is_empty()).then(|| Caution::with(KEPT_FROM, [("why", why.said().into()), ("names", listed(names))]))
    };
    let not_yet = (!not_yet.is_empty()).then(|| Caution::with(NOT_YET_TO, [("names", listed(not_yet))]));
    [kept(RISK_IS_RECORDED, never), kept(WARNING_MAY_HARM, unwarned), not_yet].into_iter().flatten().collect()
}

/// What the packs say must be known before somebody is reached, and whether it is said of them as one of the family.
fn clearances<'s>(stack: &'s Stack, who: &str) -> (Vec<&'s Clearance>, bool) {
    let of = |id: &str| stack.packs.iter().filter_map(|pack| pack.words.clearance.get(id)).collect::<Vec<_>>();
    let own = of(who);
    let is_family = own.is_empty() && relatives::is_named(who);
    (if is_family { of(FAMILY) } else { own }, is_family)
}

/// The facts while which somebody is not there yet, as the packs say.
pub(super) fn nobody_while(stack: &Stack) -> Vec<&str> {
    let of_all = stack.packs.iter().flat_map(|pack| pack.words.clearance.iter());
    distinct(of_all.filter_map(|(_, clearance)| clearance.nobody_while.as_deref()))
}

/// What is raised, or said not to be known, and keeps papers and invitations from the whole family, although nobody of them is a
/// risk by themselves.
pub(crate) fn raised<'s>(stack: &'s Stack, known: &Known, truth: &dyn Fn(&str) -> Truth) -> Vec<(&'s Text, Truth)> {
    let is_released = |clearance: &&Clearance| clearance.released_by.as_ref().is_some_and(|fact| truth(fact).is_yes());
    let in_doubt = |fact: &str| known.get(&stack.path(fact)) == Some(&Stated::Truth(Truth::Unknown));
    let facts =
        clearances(stack, FAMILY).0.into_iter().filter(|clearance| !is_released(clearance)).flat_map(|clearance| &clearance.not_with);
    let raised = |fact: &Text| if truth(fact).is_yes() { Some(Truth::Yes) } else { in_doubt(fact).then_some(Truth::Unknown) };
    facts.filter_map(|fact| Some((fact, raised(fact)?))).collect()
}

impl Stack {
    /// Is anything asked before somebody is reached?
    pub(crate) fn is_reached_with_care(&self, who: &str) -> bool {
        let (clearances, is_family) = clearances(self, who);
        is_family || !clearances.is_empty()
    }

    /// The facts that must be known before somebody is reached.
    pub(crate) fn facts_before(&self, who: &str) -> Vec<&str> {
        clearances(self, who).0.into_iter().flat_map(Clearance::facts).map(|fact| &**fact).collect()
    }
}
