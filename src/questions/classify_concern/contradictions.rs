//! What is said of a concern and cannot both be: the more protective reading holds, and both are told and asked.

use super::concern::{Concern, read};
use super::person::{AGE, UNBORN, ruling_out};
use super::rule::{From, Own};
use crate::engine::decision::{Ask, Reasons};
use crate::engine::stack::{Stack, tell_contradiction};
use crate::pack::rule::Rule;
use crate::text::sentences::ASK_ACTION_AT;
use crate::value::known::{Known, Stated};
use crate::value::truth::Truth;
use crate::value::{Text, distinct};

impl Concern<'_> {
    /// What was said of the child and contradicts itself.
    pub(super) fn tell_contradictions(&self, reasons: &mut Reasons) {
        self.stack.tell_contradictions(&self.person, &self.path, reasons);
        for (name, said) in self.names.iter().zip(&self.said).filter(|(_, said)| said.contains(&Some(Truth::No))) {
            if let Some(kind) = self.made_by(name.fact) {
                let asked = if said[1].is_some() { self.ask(name.fact) } else { self.stack.ask(name.fact) };
                tell_contradiction(&[&kind.label], [asked], reasons);
            }
        }
        for fact in self.disputed() {
            tell_contradiction(&[], [self.ask(fact)], reasons);
        }
        if !self.told_as_born.is_empty() {
            let asks = self.told_as_born.iter().filter_map(|path| self.stack.asked_at(path).next()).map(|asked| self.ask(&asked.name));
            tell_contradiction(&[], asks, reasons);
        }
        if self.age_is_told_twice {
            let age = self.stack.asked_at(AGE).next().map(|asked| self.ask(&asked.name));
            tell_contradiction(&[], age, reasons);
        }
        let doubted = self.ask_doubted().into_iter().filter(|ask| !reasons.ask.contains(ask));
        reasons.ask.extend(doubted.collect::<Vec<_>>());
        for fact in &self.told_by_moment {
            tell_contradiction(&[], [Ask::new("immediateActionAt", ASK_ACTION_AT.said()), self.ask(fact)], reasons);
        }
    }

    /// What lengthens and was said in two ways: neither holds until one of them is corrected.
    fn disputed(&self) -> impl Iterator<Item = &Text> {
        let told = self.names.iter().zip(&self.said).filter(|(_, said)| is_disputed(**said));
        told.map(|(name, _)| name.fact).filter(|fact| lengthens(fact, self.stack))
    }

    /// What would rule out this child's meeting by its age, were it not for somebody's "unknown": that is asked.
    fn ask_doubted(&self) -> Vec<Ask> {
        let is_told = |fact: &&Text| self.stack.fact(fact).is_some_and(|fact| fact.known_from.iter().any(|part| self.truth(part).is_yes()));
        let open = ruling_out(self.stack, &self.person).filter(|held| held.holds.is_unknown());
        let told = open.flat_map(|held| &held.rule.cite.when).filter(is_told);
        told.flat_map(|fact| self.stack.asks(fact, &|fact| self.truth(fact).is_unknown())).map(|ask| self.own(ask)).collect()
    }

    /// Takes a fact as a yes, because its moment was given.
    fn hold(&mut self, fact: &Text) {
        let places = self.names.iter().zip(&mut self.known).filter(|(name, _)| name.fact == fact);
        places.for_each(|(_, known)| *known = Truth::Yes);
        self.sets = read(self.stack, self.names, &self.known, &self.person);
        self.told_by_moment.push(Text::clone(fact));
    }
}

/// Where a child is told to be born, by its age or by a no, of whom somebody or a kind of concern says that it is not born yet.
pub(super) fn told_as_born(by_kind: &Known, told: &Known) -> Vec<&'static str> {
    let of_kind = by_kind.get(UNBORN).is_some();
    let is_unborn = of_kind || told.get(UNBORN) == Some(&Stated::Truth(Truth::Yes));
    let has_an_age = is_unborn && matches!(told.get(AGE), Some(Stated::Count(1..)));
    let is_denied = of_kind && told.denies(UNBORN);
    [(has_an_age, AGE), (has_an_age || is_denied, UNBORN)].into_iter().filter(|(holds, _)| *holds).map(|(_, path)| path).collect()
}

/// Does a longer time hang on a fact, where it is a yes?
pub(super) fn lengthens(fact: &Text, stack: &Stack) -> bool {
    stack.rules_of_the_day::<Own>().any(|(_, rule)| rule.own.lengthens.is_some() && rule.cite.when.contains(fact))
}

/// Is a fact a yes of all children, and not of this one, or the other way round? What lengthens is not known then.
pub(super) fn is_disputed([of_all, of_child]: [Option<Truth>; 2]) -> bool {
    of_all.zip(of_child).is_some_and(|(of_all, of_child)| of_all != of_child && (of_all.is_yes() || of_child.is_yes()))
}

/// Somebody gave the moment at which a need to act arose: a no beside it is none, unless a need that is a yes explains it. What
/// nobody knows explains nothing.
pub(super) fn act(each: &mut [Concern<'_>], stack: &Stack) {
    let rules: Vec<&Rule<Own>> = stack.rules_of_the_day::<Own>().map(|(_, rule)| rule).collect();
    let counted = |rule: &Rule<Own>| rule.own.from == Some(From::ImmediateAction);
    let applies = |rule: &Rule<Own>| rules.iter().any(|other| counted(other) && rule.own.applies.as_ref() == Some(&other.cite.id));
    let holds = |concern: &Concern<'_>, rule: &Rule<Own>| rule.cite.when.iter().all(|fact| concern.truth(fact).is_yes());
    let needs = || rules.iter().filter(|rule| counted(rule) || applies(rule));
    // Whoever is certainly an adult has no strategy meeting, and explains no moment.
    let mut about: Vec<&mut Concern<'_>> = each.iter_mut().filter(|concern| concern.ruled_out().is_none()).collect();
    if about.iter().any(|concern| needs().any(|rule| holds(concern, rule))) {
        return;
    }
    for fact in distinct(rules.iter().filter(|rule| counted(rule)).flat_map(|rule| &rule.cite.when)) {
        let denying = about.iter_mut().filter(|concern| concern.has(fact) && concern.truth(fact).is_no());
        denying.for_each(|concern| concern.hold(fact));
    }
}
