//! What the rules make of each combination of facts: worked out once, by the rules themselves, and found again in one step.

use std::num::NonZeroU32;

use super::super::starts::Begun;
use super::super::timing::protects_more;
use super::days::{Day, End, Ends, START};
use super::{Column, Due, From};
use crate::engine::join::in_force;
use crate::value::truth::Truth;

/// A time that rules give: its place among all, and from when it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Given {
    pub column: u8,
    pub from: From,
}

/// A rule that competes for governing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Competitor {
    pub time: Given,
    pub applies: Truth,
    pub applies_on_known_facts: bool,
    /// Does it hang on a fact that nobody knows?
    pub in_doubt: bool,
}

impl Competitor {
    /// Does it stand whatever the days are, and ask for nothing?
    fn is_certain(&self) -> bool {
        (self.applies.is_yes() || self.applies_on_known_facts) && !self.in_doubt
    }
}

/// What a combination of facts comes to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Plan {
    /// The same, whatever the days are.
    Always(Due),
    /// Whatever ends first of all of these.
    Certain { times: [Given; MOST_CERTAIN], asks: u8, certain: u8 },
    /// What stands hangs on the days too.
    Open { held: Vec<Competitor>, known: Vec<Given>, contradicted: bool, certain: u8 },
}

/// The moments from which times count, in the order in which they are declared.
const STARTS: [From; 4] = [From::ConcernsIdentified, From::ReferralReceived, From::ImmediateAction, From::DiscussionHeld];

/// More times than any built-in document has that compete in one case.
const MOST_CERTAIN: usize = 3;

impl Plan {
    /// What competes: the times that hold or may hold, those that would if every unknown fact were a no, and the most urgent
    /// timescale that is certainly met.
    pub(super) fn of(held: Vec<Competitor>, known: Vec<Given>, contradicted: bool, certain: u8, columns: &[Column]) -> Self {
        // Behind the times stands one that no rule gives, and that never ends.
        let mut all = [Given { column: columns.len() as u8, from: From::ConcernsIdentified }; MOST_CERTAIN];
        if held.len() > all.len() || contradicted || !held.iter().all(Competitor::is_certain) {
            return Plan::Open { held, known, contradicted, certain };
        }
        all.iter_mut().zip(&held).for_each(|(time, held)| *time = held.time);
        let asks = held.iter().fold(0, |asks, held| asks | columns[usize::from(held.time.column)].asks);
        Plan::Certain { times: all, asks, certain }
    }

    /// The answer on these days, or a day from which nothing is counted yet.
    #[inline]
    pub(super) fn due(&self, begun: &Begun<Day>, columns: &[Column], ends: &Ends) -> Result<Due, Day> {
        let starts = STARTS.map(|from| begun.of_rule(from).unwrap_or(START));
        let end = |time: Given| {
            let day = starts[time.from as usize & (STARTS.len() - 1)];
            ends.get(time.column, day).ok_or(day)
        };
        let told = u8::from(begun.identified.is_some()) | u8::from(begun.received.is_some()) << 1 | u8::from(begun.action.is_some()) << 2;
        let due = |end: End, certain: u8, settled: bool| Due {
            due_by: end.last_day(),
            timescale: Some(end.rank()),
            most_urgent_timescale: Some(end.rank().min(certain)),
            settled,
        };
        match self {
            Plan::Always(due) => Ok(*due),
            Plan::Certain { times: [first, second, third], asks, certain } => {
                let governing = end(*first)?.min(end(*second)?).min(end(*third)?);
                Ok(due(governing, *certain, asks >> told & 1 == 0))
            }
            Plan::Open { held, known, contradicted, certain } => {
                let mut on_known_facts = None;
                held.iter().try_for_each(|held| end(held.time).map(|_| ()))?;
                for time in known {
                    let end = end(*time)?;
                    on_known_facts = Some(on_known_facts.map_or(end, |other: End| other.min(end)));
                }
                let sooner = |end: End| on_known_facts.map(|known| end.is_before(known));
                let (mut governing, mut settled) = (End::NEVER, !contradicted);
                let ended = |held: &Competitor| end(held.time).unwrap_or(End::NEVER);
                let held_until = held.iter().map(|held| ((held, ended(held)), held.applies));
                for (held, end) in in_force(held_until, |(held, end)| protects_more(held.applies_on_known_facts, sooner(*end))) {
                    governing = governing.min(end);
                    let asks_a_fact = held.in_doubt && sooner(end).unwrap_or(true);
                    settled &= !asks_a_fact && columns[usize::from(held.time.column)].asks >> told & 1 == 0;
                }
                Ok(due(governing, *certain, settled))
            }
        }
    }
}

/// As many combinations are kept; then all are worked out anew.
const MOST_KEPT: usize = 1 << 15;

const FEWEST_SLOTS: usize = 1 << 8;

/// The plans, found by the combination that comes to each.
#[derive(Debug)]
pub(super) struct Plans {
    /// A combination and the place of its plan, or nothing.
    slots: Vec<(u32, Option<NonZeroU32>)>,
    kept: usize,
    plans: Vec<Plan>,
}

impl Plans {
    pub(super) fn new() -> Self {
        Plans { slots: vec![(0, None); FEWEST_SLOTS], kept: 0, plans: Vec::new() }
    }

    /// The plan of a combination, where it is known.
    #[inline]
    pub(super) fn get(&self, combination: u32) -> Option<&Plan> {
        let (_, place) = self.slots[self.slot(combination)];
        self.plans.get(place?.get() as usize - 1)
    }

    /// Keeps the plan of a combination.
    #[cold]
    #[inline(never)]
    pub(super) fn keep(&mut self, combination: u32, plan: Plan) {
        self.make_room();
        let place = self.plans.iter().position(|known| *known == plan).unwrap_or(self.plans.len());
        if place == self.plans.len() {
            self.plans.push(plan);
        }
        let slot = self.slot(combination);
        self.slots[slot] = (combination, NonZeroU32::new(place as u32 + 1));
        self.kept += 1;
    }

    /// Where a combination stands, or is to stand: the slots are a power of two, and half of them are free.
    #[inline]
    fn slot(&self, combination: u32) -> usize {
        let last = self.slots.len() - 1;
        let mut slot = (combination.wrapping_mul(0x9E37_79B1) as usize >> 8) & last;
        while self.slots[slot].1.is_some() && self.slots[slot].0 != combination {
            slot = (slot + 1) & last;
        }
        slot
    }

    fn make_room(&mut self) {
        if self.kept == MOST_KEPT {
            *self = Plans::new();
        } else if 2 * self.kept >= self.slots.len() {
            let wider = vec![(0, None); 2 * self.slots.len()];
            for (combination, place) in std::mem::replace(&mut self.slots, wider).into_iter().filter(|(_, place)| place.is_some()) {
                let slot = self.slot(combination);
                self.slots[slot] = (combination, place);
            }
        }
    }
}
