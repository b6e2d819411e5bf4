//! What is known of one child, with silence read as the caller attested.

use super::complex::{kind_named, reason};
use super::contradictions::{self, is_disputed, lengthens};
use super::facts::{Child, Facts};
use super::person::{age_is_told_twice, known_of, made_of_a_person, ruling_out};
use super::rule::Own;
use crate::engine::decision::{Ask, Caution, Reasons};
use crate::engine::question::Question as _;
use crate::engine::sets::Sets;
use crate::engine::stack::{Held, Stack};
use crate::pack::rule::Rule;
use crate::pack::vocabulary::{ConcernType, PackCaution};
use crate::questions::choose_meeting::rule as choose_meeting;
use crate::text::Said;
use crate::value::Text;
use crate::value::entries::Entries;
use crate::value::spelling::{camel, kebab};
use crate::value::truth::Truth;

/// A fact of a concern, and its name as callers spell it.
pub(super) struct Name<'c> {
    pub fact: &'c Text,
    pub spelt: String,
}

impl<'c> Name<'c> {
    /// Those that the packs of a stack ask for.
    pub(super) fn of_all(stack: &'c Stack) -> Vec<Self> {
        stack.concern_facts().map(|fact| Name { fact, spelt: camel(fact) }).collect()
    }

    fn said(&self, concerns: Option<&Entries<Truth>>) -> Option<Truth> {
        concerns?.get(&self.spelt).copied()
    }
}

/// What is known of one child.
pub(super) struct Concern<'c> {
    pub stack: &'c Stack,
    /// The caller's own reference of the child; empty where no children are told apart.
    pub reference: &'c str,
    /// Its place in the list of the children.
    pub place: usize,
    /// The kinds that were chosen.
    pub types: Vec<(String, &'c ConcernType)>,
    /// Where its facts stand: `children[0].`.
    pub(super) path: String,
    pub(super) names: &'c [Name<'c>],
    /// What was said of each of the names, of all children and of this one.
    pub(super) said: Vec<[Option<Truth>; 2]>,
    /// The facts that are a yes only because the moment is given at which they came to be so.
    pub(super) told_by_moment: Vec<Text>,
    /// What is known of each of the names.
    pub(super) known: Vec<Truth>,
    /// What is known of the child itself.
    pub(super) person: Sets,
    /// Was its age told otherwise of all of them, so that it is a child's by one of both and an adult's by the other?
    pub(super) age_is_told_twice: bool,
    /// Where it is told that the child is born, beside that it is not.
    pub(super) told_as_born: Vec<&'static str>,
    pub(super) sets: Sets,
    /// Why it is particularly complex, folded; empty where no reason is on record.
    pub(super) reason: String,
}

impl<'c> Concern<'c> {
    /// Each child's, or the only one.
    pub(super) fn of_each_child(facts: &'c Facts, names: &'c [Name<'c>], stack: &'c Stack) -> Vec<Self> {
        let of_child = |(place, child): (usize, &'c Child)| {
            let path = format!("children[{place}].");
            Concern { place, ..Concern::of(facts, Some(child), path, names, stack) }
        };
        let mut each = match &facts.children {
            None => vec![Concern::of(facts, None, String::new(), names, stack)],
            Some(children) => children.iter().enumerate().map(of_child).collect(),
        };
        if facts.immediate_action_at.is_some() {
            contradictions::act(&mut each, stack);
        }
        each
    }

    fn of(facts: &'c Facts, child: Option<&'c Child>, path: String, names: &'c [Name<'c>], stack: &'c Stack) -> Self {
        let kinds_of_child = child.and_then(|child| child.concern_types.as_ref());
        let chosen = facts.concern_types.iter().chain(kinds_of_child).flatten().map(|id| kebab(id));
        let named = chosen.filter_map(|id| stack.concern_type(&id).map(|kind| (id, kind)));
        // A kind that stands as the reason for complexity was named too: what it makes true is true.
        let as_reason = facts.complex_reason.as_ref().and_then(|why| kind_named(why, stack));
        let as_reason = as_reason.filter(|(_, kind)| names.iter().any(|name| kind.makes.contains(name.fact)));
        let types: Vec<(String, &ConcernType)> = named.chain(as_reason).collect();
        let of_child = child.and_then(|child| child.concerns.as_ref());
        let said = |name: &Name<'_>| [name.said(facts.concerns.as_ref()), name.said(of_child)];
        let truth = |name: &Name<'_>| {
            let [of_all, of_child] = said(name);
            let made = types.iter().any(|(_, kind)| kind.makes.contains(name.fact));
            match is_disputed([of_all, of_child]) && lengthens(name.fact, stack) {
                true => Truth::Unknown,
                false => truth(of_all, of_child, made, facts.others_considered == Some(true)),
            }
        };
        let known = names.iter().map(truth).collect();
        let said: Vec<[Option<Truth>; 2]> = names.iter().map(said).collect();
        let known = not_attested(stack, names, &said, known);
        let by_kind = made_of_a_person(types.iter().map(|(_, kind)| *kind), stack);
        let known_of_person = known_of(facts.child.as_ref(), child);
        let told_as_born = contradictions::told_as_born(&by_kind, &known_of_person);
        let person = stack.read(&by_kind.and(known_of_person.iter()), false);
        Concern {
            sets: read(stack, names, &known, &person),
            person,
            told_as_born,
            age_is_told_twice: facts.child.as_ref().zip(child).is_some_and(|(all, child)| age_is_told_twice(all, child, stack)),
            said,
            told_by_moment: Vec::new(),
            reference: child.map_or("", |child| &child.r#ref),
            reason: reason(facts.complex_reason.as_ref(), stack),
            place: 0,
            stack,
            types,
            path,
            names,
            known,
        }
    }

    /// The same with every yes that an earlier answer rested on.
    pub(super) fn with_every_yes_of(&self, earlier: &Entries<Truth>) -> Self {
        let was_yes = |name: &Name<'_>| name.said(Some(earlier)) == Some(Truth::Yes);
        let kept = |(name, now): (&Name<'_>, &Truth)| if was_yes(name) { Truth::Yes } else { *now };
        let known = self.names.iter().zip(&self.known).map(kept).collect();
        let known = not_attested(self.stack, self.names, &self.said, known);
        Concern {
            sets: read(self.stack, self.names, &known, &self.person),
            person: self.person.clone(),
            types: self.types.clone(),
            path: self.path.clone(),
            reason: self.reason.clone(),
            said: self.said.clone(),
            told_by_moment: self.told_by_moment.clone(),
            told_as_born: self.told_as_born.clone(),
            known,
            ..*self
        }
    }

    /// Is something told so now that was a yes when an earlier answer was given?
    pub(super) fn was_yes_and_is(&self, is_so: fn(Truth) -> bool, earlier: &Entries<Truth>) -> bool {
        let mut known = self.names.iter().zip(&self.known);
        known.any(|(name, now)| is_so(*now) && name.said(Some(earlier)) == Some(Truth::Yes))
    }

    /// The timing rules, each with whether it holds.
    pub(super) fn rules(&self) -> Vec<Held<'c, Own>> {
        self.stack.rules(&self.sets)
    }

    /// The same, each with whether it would hold if every unknown fact were a no.
    pub(super) fn rules_on_known_facts(&self) -> Vec<Held<'c, Own>> {
        self.stack.rules(&self.sets.clone().with_unknown_as_no())
    }

    /// What is said of a rule that gave way to another here.
    pub(super) fn gave_way(&self, rule: &'c Rule<Own>) -> Option<&'c Said> {
        self.stack.gave_way(rule, std::slice::from_ref(&self.sets), None)
    }

    /// The rule by which no strategy meeting is held for this person, where one certainly holds: an adult has another route.
    pub(super) fn ruled_out(&self) -> Option<Held<'c, choose_meeting::Own>> {
        ruling_out(self.stack, &self.person).find(|held| held.holds.is_yes() && !self.age_is_told_twice)
    }

    /// The questions that would settle what contradicts itself.
    pub(super) fn ask_contradicted(&self) -> Vec<Ask> {
        let mut reasons = Reasons::default();
        self.tell_contradictions(&mut reasons);
        reasons.ask
    }

    /// What is known of a fact.
    pub(super) fn truth(&self, fact: &str) -> Truth {
        self.stack.truth(fact, &self.sets)
    }

    /// The first of these facts that is answered so.
    pub(super) fn first<'f>(&self, facts: &'f [Text], answered: Truth) -> Option<&'f Text> {
        facts.iter().find(|fact| self.truth(fact) == answered)
    }

    /// Is it one of the facts of a concern?
    pub(super) fn has(&self, fact: &Text) -> bool {
        self.names.iter().any(|name| name.fact == fact)
    }

    /// Did anybody name a fact, here or for all children?
    pub(super) fn is_named(&self, fact: &str) -> bool {
        self.names.iter().zip(&self.said).any(|(name, said)| **name.fact == *fact && said.iter().any(Option::is_some))
    }

    /// The chosen kind that makes a fact a yes.
    pub(super) fn made_by(&self, fact: &Text) -> Option<&'c ConcernType> {
        self.types.iter().map(|(_, kind)| *kind).find(|kind| kind.makes.contains(fact))
    }

    /// The question that a fact asks, at its path.
    pub(super) fn ask(&self, fact: &str) -> Ask {
        self.own(self.stack.ask(fact))
    }

    /// The same at this child's place.
    pub(super) fn own(&self, ask: Ask) -> Ask {
        let below = ask.path.strip_prefix("child.").filter(|_| !self.path.is_empty()).unwrap_or(&ask.path);
        Ask { path: format!("{}{below}", self.path), ..ask }
    }

    /// The cautions of the packs.
    pub(super) fn cautions(&self, holds: impl Fn(&PackCaution) -> bool) -> Vec<Caution> {
        let chosen = |kind: &Text| *self.reason == **kind || self.types.iter().any(|(id, _)| **id == **kind);
        let is_of_type = |caution: &PackCaution| caution.types.is_empty() || caution.types.iter().any(chosen);
        self.stack.cautions(super::ClassifyConcern::NAME, &self.sets, |caution| is_of_type(caution) && holds(caution))
    }
}

/// A yes from anywhere holds, and somebody's "unknown" outweighs a no; silence says what the caller attested.
fn truth(of_all: Option<Truth>, of_child: Option<Truth>, made_by_type: bool, others_considered: bool) -> Truth {
    let said = [of_all, of_child].into_iter().flatten();
    let named = said.reduce(Truth::or).unwrap_or(Truth::from_silence(others_considered));
    if made_by_type { Truth::Yes } else { named }
}

/// What needs an answer of its own is not known, where nobody answered it and a type does not make it true.
fn not_attested(stack: &Stack, names: &[Name<'_>], said: &[[Option<Truth>; 2]], mut known: Vec<Truth>) -> Vec<Truth> {
    let of = |fact: &str| names.iter().position(|name| **name.fact == *fact);
    let asked_too = stack.asked_too(|fact| of(fact).map_or(Truth::No, |place| known[place]));
    let open = |place: &usize| said[*place].iter().all(Option::is_none) && known[*place].is_no();
    for place in asked_too.filter_map(|fact| of(fact)).filter(open).collect::<Vec<_>>() {
        known[place] = Truth::Unknown;
    }
    known
}

/// Reads a concern and whom it is about.
pub(super) fn read(stack: &Stack, names: &[Name<'_>], known: &[Truth], person: &Sets) -> Sets {
    stack.with(person, names.iter().map(|name| &**name.fact).zip(known.iter().copied()))
}
