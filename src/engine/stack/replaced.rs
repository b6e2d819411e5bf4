//! Rules in whose place another stands. One gives way only where the other holds, so that no case is left without either.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{Stack, not_in_force};
use crate::engine::decision::{Cited, says};
use crate::engine::facts::Facts;
use crate::engine::sets::{Conditions, Sets};
use crate::pack::Pack;
use crate::pack::rule::{AnyRule, Own, Rule};
use crate::text::sentences::{NOTE_WEAKENED, STANDS_IN_ITS_PLACE, WEAKENED};
use crate::text::{Part, Said};
use crate::value::Text;
use crate::value::given::Why;
use crate::value::meeting::MeetingType;
use crate::value::truth::Truth;

/// A rule that gives way to another where that one holds, and not everywhere.
#[derive(Debug)]
pub(super) struct GivesWay {
    room: Text,
    id: Text,
    where_holds: Conditions,
    /// The meetings of which the other speaks, where they are fewer.
    fewer_meetings: Vec<MeetingType>,
    reason: Said,
}

impl GivesWay {
    /// Every rule of these packs that gives way in some cases.
    pub(super) fn all(packs: &[Arc<Pack>], as_of: Option<NaiveDate>, facts: &mut Facts) -> Vec<Self> {
        let mut all = Vec::new();
        for pack in packs {
            for rule in pack.every_rule() {
                let narrower = replacing(pack, rule, packs, as_of).filter(|other| !holds_wherever(*other, rule));
                all.extend(narrower.map(|other| GivesWay {
                    room: Text::clone(rule.room()),
                    id: Text::clone(&rule.cite().id),
                    where_holds: facts.conditions(other.cite()),
                    fewer_meetings: if speaks_wherever(other, rule) { Vec::new() } else { other.meetings().to_vec() },
                    reason: reason(rule, other),
                }));
            }
        }
        all
    }

    /// Does the rule that replaces it hold? One that speaks of fewer meetings replaces nothing at another.
    fn truth(&self, known: &Sets, meeting: Option<&MeetingType>) -> Truth {
        let is_spoken_of = self.fewer_meetings.is_empty() || meeting.is_some_and(|meeting| self.fewer_meetings.contains(meeting));
        if is_spoken_of { self.where_holds.hold(known) } else { Truth::No }
    }
}

/// Why a rule answers nowhere: it is not in force on the day, or one stands in its place that holds wherever it would.
pub(super) fn not_holding(pack: &Pack, rule: &dyn AnyRule, packs: &[Arc<Pack>], as_of: Option<NaiveDate>) -> Option<Said> {
    let replaced = || replacing(pack, rule, packs, as_of).find(|other| holds_wherever(*other, rule)).map(|other| reason(rule, other));
    not_in_force(pack, rule, as_of).or_else(replaced)
}

/// The rules of documents above, in force on the day, that stand in the place of one.
fn replacing<'p>(
    pack: &'p Pack,
    rule: &'p dyn AnyRule,
    packs: &'p [Arc<Pack>],
    as_of: Option<NaiveDate>,
) -> impl Iterator<Item = &'p dyn AnyRule> {
    let above = packs.iter().filter(|above| above.document().stands_on(pack.document()));
    let replaces = move |pack: &Pack, other: &dyn AnyRule| {
        other.table() == rule.table() && other.cite().instead_of.contains(&rule.cite().id) && not_in_force(pack, other, as_of).is_none()
    };
    above.flat_map(move |pack| pack.every_rule().filter(move |other| replaces(pack, *other)))
}

/// Does one rule hold in every case in which another does, and at every meeting?
fn holds_wherever(rule: &dyn AnyRule, other: &dyn AnyRule) -> bool {
    let (cite, of) = (rule.cite(), other.cite());
    speaks_wherever(rule, other)
        && cite.when.iter().all(|fact| of.when.contains(fact))
        && cite.unless.iter().all(|fact| of.unless.contains(fact))
}

fn speaks_wherever(rule: &dyn AnyRule, other: &dyn AnyRule) -> bool {
    let (meetings, of) = (rule.meetings(), other.meetings());
    meetings.is_empty() || (!of.is_empty() && of.iter().all(|meeting| meetings.contains(meeting)))
}

fn reason(rule: &dyn AnyRule, by: &dyn AnyRule) -> Said {
    match weakening(rule, by) {
        Some(places) => WEAKENED.with(places),
        None => STANDS_IN_ITS_PLACE.with([("rule", (&by.cite().id).into())]),
    }
}

/// From what to what a rule is weakened by another, and why, where that one says why.
fn weakening(rule: &dyn AnyRule, by: &dyn AnyRule) -> Option<[(&'static str, Part); 4]> {
    let reason = by.cite().weaker_because.as_ref().and_then(Why::given)?;
    let (from, to) = told(rule, by);
    Some([("rule", (&by.cite().id).into()), ("to", to), ("from", from), ("reason", reason.to_owned().into())])
}

/// What each of two rules asks for: its time, where both give one and it is another, or else its sentence.
fn told(rule: &dyn AnyRule, by: &dyn AnyRule) -> (Part, Part) {
    match rule.time().zip(by.time()).filter(|(from, to)| from != to) {
        Some((from, to)) => (from.into(), to.into()),
        None => (says(rule).into(), says(by).into()),
    }
}

impl Stack {
    fn ways_of<'s>(&'s self, rule: &'s dyn AnyRule) -> impl Iterator<Item = &'s GivesWay> {
        self.gives_way.iter().filter(|way| way.id == rule.cite().id && way.room == *rule.room())
    }

    /// Does a rule give way to another in this case? As long as nobody knows whether that one holds, both stand.
    pub(crate) fn gives_way(&self, rule: &dyn AnyRule, known: &Sets, meeting: Option<&MeetingType>) -> bool {
        self.ways_of(rule).any(|way| way.truth(known, meeting).is_yes())
    }

    /// What is said of a rule that gave way to another for each of these.
    pub(crate) fn gave_way<'s>(&'s self, rule: &'s dyn AnyRule, each: &[Sets], meeting: Option<&MeetingType>) -> Option<&'s Said> {
        let gave_way = |known: &Sets| self.gives_way(rule, known, meeting);
        let first = each.first().filter(|_| each.iter().all(gave_way))?;
        self.ways_of(rule).find(|way| way.truth(first, meeting).is_yes()).map(|way| &way.reason)
    }

    /// The rules of one table that gave way to others for each of these, with what is said of that.
    pub(crate) fn rules_that_gave_way<'s, T: Own>(
        &'s self,
        each: &'s [Sets],
        meeting: Option<&'s MeetingType>,
    ) -> impl Iterator<Item = (&'s Arc<Pack>, &'s Rule<T>, &'s Said)> {
        self.rules_of_the_day::<T>().filter_map(move |(pack, rule)| Some((pack, rule, self.gave_way(rule, each, meeting)?)))
    }

    /// Every weakening that its packs declare: the rule that is weakened, what is said of it, and the same in a short note.
    pub(crate) fn weakenings(&self) -> Vec<(&Text, Said, Said)> {
        let of_rule = |pack: &'_ Arc<Pack>, rule: &'_ dyn AnyRule| -> Vec<(Said, Said)> {
            let by = replacing(pack, rule, &self.packs, self.as_of);
            by.filter_map(|other| Some((reason(rule, other), NOTE_WEAKENED.with(weakening(rule, other)?)))).collect()
        };
        let every = self.packs.iter().flat_map(|pack| pack.every_rule().map(move |rule| (pack, rule)));
        let told = every.flat_map(|(pack, rule)| of_rule(pack, rule).into_iter().map(move |(full, short)| (&rule.cite().id, full, short)));
        told.collect()
    }

    /// The rules of one table in whose place a weaker one stands everywhere: what was weakened, from what to what, and why.
    pub(crate) fn weakened<T: Own>(&self) -> Vec<Cited> {
        let is_weakened = |rule: &Rule<T>| {
            let mut every = self.packs.iter().flat_map(|pack| pack.every_rule()).filter(|other| other.table() == T::TABLE);
            every.any(|other| other.cite().weaker_because.is_some() && other.cite().instead_of.contains(&rule.cite.id))
        };
        let weakened = self.rules_not_holding::<T>().filter(|(_, rule, _)| is_weakened(rule));
        weakened.map(|(pack, rule, reason)| Cited::of(pack, rule).set_aside(reason.clone())).collect()
    }
}
