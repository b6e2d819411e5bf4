//! The facts of a stack of packs, each with a small number, so that what is known of a case is two sets of bits.

mod dangers;
mod declared;
mod told_in_two_ways;

use std::collections::BTreeMap;
use std::sync::Arc;

use fixedbitset::FixedBitSet;

use super::parts::{Parts, tells, told_otherwise_silent};
use super::sets::{Conditions, Sets};
use crate::pack::Pack;
use crate::pack::rule::Cite;
use crate::pack::vocabulary::PackCaution;
use crate::value::Text;
use crate::value::known::{Known, Stated};
use crate::value::truth::Truth;
pub(super) use declared::Declared;

/// The facts that the packs of a stack declare, and those that their rules use.
#[derive(Debug, Default)]
pub(super) struct Facts {
    places: BTreeMap<Text, usize>,
    declared: Vec<Option<Declared>>,
    /// The facts that are asked at each path.
    at_path: BTreeMap<String, Vec<usize>>,
    /// Facts that are worked out from others, after those that they are worked out from.
    worked_out: Vec<(usize, Parts)>,
    /// Facts, and what needs an answer of its own unless they are a no, whichever pack of the stack says so.
    asks_too: Vec<(Text, Text)>,
    /// The facts that need an answer of their own where anything speaks of danger.
    asked_beside_danger: Vec<usize>,
    /// The facts that speak of danger, whichever pack says so: one of the stack, or another that is loaded.
    dangers: Vec<usize>,
    /// Those of other packs that outweigh nothing here: beside them something is asked.
    only_a_danger: Vec<usize>,
}

/// Of what somebody spoke: an attestation settles none of it.
struct Spoken {
    places: Vec<usize>,
    /// Of what somebody said that it is not known: that is no silence, and no no.
    doubted: Vec<usize>,
}

impl Facts {
    pub(super) fn of(packs: &[Arc<Pack>]) -> Self {
        let mut facts = Facts::default();
        for pack in packs {
            for (name, fact) in pack.words.fact.iter() {
                let place = facts.place(name);
                facts.asks_too.extend(fact.asks_too.iter().map(|other| (Text::clone(name), Text::clone(other))));
                if fact.speaks_of_danger {
                    facts.dangers.push(place);
                }
                if fact.asked_beside_danger {
                    facts.asked_beside_danger.push(place);
                }
                if facts.declared[place].is_none() {
                    let path = fact.path_of(name).into_owned();
                    if fact.is_asked() {
                        facts.at_path.entry(path.clone()).or_default().push(place);
                    }
                    let words = pack.known_words(name, fact);
                    let (pack, name, fact) = (Arc::clone(pack), Text::clone(name), Arc::clone(fact));
                    facts.declared[place] = Some(Declared { pack, name, path, fact, words });
                }
            }
            // A caution may hang on what only the question itself knows.
            pack.words.caution.iter().flat_map(PackCaution::facts).for_each(|name| _ = facts.place(name));
        }
        let names: Vec<Text> = facts.places.keys().map(Text::clone).collect();
        let mut done = FixedBitSet::default();
        for name in names {
            facts.work_out(&name, &mut done);
        }
        facts
    }

    /// Does what is said at a path tell anything here, and not only that there is a danger?
    pub(super) fn reads_at(&self, path: &str) -> bool {
        self.at_path.get(path).is_some_and(|places| places.iter().any(|place| !self.only_a_danger.contains(place)))
    }

    /// The number of a fact; a new one where it has none yet.
    fn place(&mut self, name: &Text) -> usize {
        if let Some(place) = self.places.get(name) {
            return *place;
        }
        let place = self.declared.len();
        self.places.insert(Text::clone(name), place);
        self.declared.push(None);
        place
    }

    fn work_out(&mut self, name: &Text, done: &mut FixedBitSet) {
        let place = self.place(name);
        done.grow(place + 1);
        if done.put(place) {
            return;
        }
        let Some(fact) = self.declared[place].as_ref().map(|declared| Arc::clone(&declared.fact)) else { return };
        for part in fact.parts().iter().chain(&fact.contradicted_by).chain(fact.outweighing()) {
            self.work_out(part, done);
        }
        let places = |facts: &mut Facts, names: &[Text]| names.iter().map(|name| facts.place(name)).collect();
        let parts = match (&*fact.all_of, &*fact.any_of, &*fact.none_of, &*fact.known_from) {
            ([], [], [], []) => return,
            ([], [], [], from) if fact.is_outweighed() => {
                let by = (!fact.outweighed_by_danger).then(|| places(self, &fact.outweighed_by));
                Parts::Outweighed { parts: places(self, from), by, doubted_by: places(self, &fact.no_is_doubted_by) }
            }
            ([], [], [], from) => Parts::KnownFrom { parts: places(self, from), contradicted_by: places(self, &fact.contradicted_by) },
            ([], [], none, _) => Parts::None(places(self, none)),
            ([], any, ..) => Parts::Any(places(self, any)),
            (all, ..) => Parts::All(places(self, all)),
        };
        self.worked_out.push((place, parts));
    }

    /// The conditions of a rule, as sets. A fact that nobody declares has a number too, and is never known.
    pub(super) fn conditions(&mut self, cite: &Cite) -> Conditions {
        let mut set = |names: &[Text]| names.iter().map(|name| self.place(name)).collect();
        Conditions { when: set(&cite.when), unless: set(&cite.unless) }
    }

    /// The fact of a name, as the stack declares it.
    pub(super) fn get(&self, name: &str) -> Option<&Declared> {
        self.declared.get(*self.places.get(name)?)?.as_ref()
    }

    /// What is known of a fact.
    pub(super) fn truth(&self, name: &str, known: &Sets) -> Truth {
        self.places.get(name).map_or(Truth::Unknown, |place| known.truth(*place))
    }

    /// Reads a case: what was said at each path, and what follows from that.
    pub(super) fn read(&self, known: &Known, others_considered: bool) -> Sets {
        let mut said = Sets::nothing(self.declared.len());
        // Of two that stand at one path the first holds.
        for (path, stated) in known.iter().rev() {
            for place in self.at_path.get(path).into_iter().flatten() {
                if let Some(declared) = &self.declared[*place] {
                    said.set(*place, declared.fact.reads(stated, &declared.words));
                }
            }
        }
        let at = |path: &str| self.at_path.get(path).into_iter().flatten().copied();
        let places = known.iter().flat_map(|(path, _)| at(path)).collect();
        let told = known.iter().filter(|(_, stated)| **stated != Stated::Silent).flat_map(|(path, _)| at(path));
        let stated = Spoken { places, doubted: told.filter(|place| said.truth(*place).is_unknown()).collect() };
        self.with_what_follows(said, &stated, others_considered)
    }

    /// Reads a case of which each fact is answered by itself.
    pub(super) fn read_each(&self, answer: impl Fn(&str) -> Truth) -> Sets {
        let mut known = Sets::nothing(self.declared.len());
        for (name, place) in &self.places {
            known.set(*place, answer(name));
        }
        known
    }

    /// The same case with further facts answered.
    pub(super) fn with<'f>(&self, known: &Sets, answers: impl Iterator<Item = (&'f str, Truth)>) -> Sets {
        let mut known = known.clone();
        for (name, truth) in answers {
            if let Some(place) = self.places.get(name) {
                known.set(*place, truth);
            }
        }
        known
    }

    /// Silence is a no only where somebody attests that all others were considered; what a fact is known from is not
    /// settled by that.
    fn with_what_follows(&self, said: Sets, stated: &Spoken, others_considered: bool) -> Sets {
        let mut spoken = said.clone();
        self.follow(&mut spoken, &said, stated, Truth::Unknown);
        if !others_considered {
            return spoken;
        }
        let mut known = said;
        let is_attested = |place: &usize| self.declared[*place].as_ref().is_some_and(|declared| declared.fact.is_settled_by_silence());
        for place in self.at_path.values().flatten().filter(|place| !stated.places.contains(place) && is_attested(place)) {
            known.set(*place, Truth::No);
        }
        self.follow(&mut known, &spoken, stated, Truth::No);
        let asked_too = self.asked_too(|name| self.truth(name, &known)).filter_map(|name| self.places.get(name));
        let is_in_danger = tells(&self.dangers, &spoken, Truth::Yes);
        let beside_danger = self.asked_beside_danger.iter().filter(|_| is_in_danger);
        let asked_too: Vec<usize> = asked_too.chain(beside_danger).filter(|place| !stated.places.contains(place)).copied().collect();
        asked_too.iter().for_each(|place| known.set(*place, Truth::Unknown));
        // What needs an answer of its own is as open as what somebody said is not known.
        let doubted = stated.doubted.iter().copied().chain(asked_too).collect();
        self.follow(&mut known, &spoken, &Spoken { places: stated.places.clone(), doubted }, Truth::No);
        known
    }

    /// The facts that need an answer of their own, whatever was attested of those that were not named.
    pub(super) fn asked_too(&self, known: impl Fn(&str) -> Truth) -> impl Iterator<Item = &Text> {
        self.asks_too.iter().filter(move |(name, _)| !known(name).is_no()).map(|(_, other)| other)
    }

    fn follow(&self, known: &mut Sets, spoken: &Sets, stated: &Spoken, silence: Truth) {
        for (place, parts) in &self.worked_out {
            let truth = match parts {
                Parts::All(parts) => Truth::all(parts.iter().map(|part| known.truth(*part))),
                Parts::Any(parts) => Truth::any(parts.iter().map(|part| known.truth(*part))),
                Parts::None(parts) => !Truth::any(parts.iter().map(|part| known.truth(*part))),
                Parts::KnownFrom { parts, contradicted_by } => {
                    let in_doubt = parts.iter().any(|part| self.is_doubted(*part, known, stated));
                    let spoken = if silence.is_unknown() { &*known } else { spoken };
                    let told = |wanted| tells(parts, spoken, wanted);
                    // What tells it first may be said not to be known; what tells it after that is then no yes.
                    let before = parts.iter().take_while(|part| !spoken.truth(**part).is_yes());
                    let is_doubted = || before.chain(contradicted_by).any(|other| stated.doubted.contains(other));
                    let against = || told(Truth::No) || contradicted_by.iter().any(|other| spoken.truth(*other).is_yes());
                    if !contradicted_by.is_empty() && told(Truth::Yes) && against() {
                        known.contradict(*place);
                        Truth::No
                    } else if told(Truth::Yes) && !contradicted_by.is_empty() && is_doubted() {
                        Truth::Unknown
                    } else {
                        told_otherwise_silent(parts, spoken, &stated.places, if in_doubt { Truth::Unknown } else { silence })
                    }
                }
                Parts::Outweighed { parts, by, doubted_by } => {
                    let spoken = if silence.is_unknown() { &*known } else { spoken };
                    let weighing = by.as_ref().unwrap_or(&self.dangers);
                    let outweighed = tells(weighing, spoken, Truth::Yes);
                    let in_doubt = weighing.iter().any(|place| self.is_doubted(*place, known, stated));
                    let denied = tells(parts, spoken, Truth::No);
                    let no_is_doubted = denied && tells(doubted_by, spoken, Truth::Yes);
                    if outweighed && denied || no_is_doubted {
                        known.contradict(*place);
                    }
                    // An attestation settles what it settles of the parts, and no word.
                    let told = if denied { Truth::No } else { Truth::any(parts.iter().map(|part| known.truth(*part))) };
                    let told = if in_doubt || no_is_doubted { told.or(Truth::Unknown) } else { told };
                    if outweighed { Truth::Yes } else { told }
                }
            };
            known.set(*place, truth);
        }
    }
}
