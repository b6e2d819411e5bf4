//! What a combination of facts comes to, by the rules themselves.

use std::sync::Arc;

use super::super::asks::{ask_times, fact_in_doubt};
use super::super::concern::{Concern, Name};
use super::super::facts::Facts;
use super::super::starts::Starts;
use super::super::time::{Time, Timed, times};
use super::super::timing::{Competing, candidates};
use super::super::{ClassifyConcern, From};
use super::days::{START, number, start};
use super::plans::{Competitor, Given, Plan};
use super::{ACTION_TOLD, BEGUN, Column, Due};
use crate::calendar::Calendar;
use crate::engine::join::Joined;
use crate::engine::question::Question as _;
use crate::engine::rulebook::Rulebook;
use crate::engine::scope::Scope;
use crate::engine::stack::Stack;
use crate::value::distinct;
use crate::value::order::in_order_of;
use crate::value::timescale::Timescale;
use crate::value::truth::Truth;

/// A reason that tells something of the child: where one is on record, any that does is as good.
const REASON: &str = "Three families in two areas";

/// What cases have in common.
#[derive(Debug)]
pub(super) struct Common {
    pub rulebook: Rulebook,
    pub stack: Arc<Stack>,
    pub calendar: Calendar,
    pub scope: Scope,
    /// What is known of all of them.
    pub facts: Facts,
    /// The names of the facts of a concern.
    pub names: Vec<String>,
    /// The most urgent first.
    pub timescales: Vec<Timescale>,
    pub columns: Vec<Column>,
}

impl Common {
    /// What a combination comes to.
    #[cold]
    #[inline(never)]
    pub(super) fn plan(&self, combination: u32) -> Plan {
        let facts = self.facts_of(combination);
        let counted = if combination & BEGUN == 0 { None } else { self.counted(&facts) };
        counted.unwrap_or_else(|| Plan::Always(self.decided(&facts)))
    }

    /// The facts of a combination, as a caller would tell them.
    fn facts_of(&self, combination: u32) -> Facts {
        let truth = |place: usize| match combination >> (2 * place) & 3 {
            0 => None,
            1 => Some(Truth::Yes),
            2 => Some(Truth::No),
            _ => Some(Truth::Unknown),
        };
        let behind = combination >> (2 * self.names.len());
        let at = |told: u32| (combination & told != 0).then(|| start(START));
        Facts {
            concerns: Some(self.names.iter().enumerate().filter_map(|(place, name)| Some((name.as_str(), truth(place)?))).collect()),
            others_considered: if behind & 1 == 0 { self.facts.others_considered } else { Some(true) },
            complex_reason: (behind & 2 != 0).then(|| REASON.into()),
            concerns_identified_at: at(BEGUN),
            immediate_action_at: at(ACTION_TOLD),
            ..self.facts.clone()
        }
    }

    /// What competes, where that hangs on the days.
    fn counted(&self, facts: &Facts) -> Option<Plan> {
        let names = Name::of_all(&self.stack);
        let concern =
            Concern::of_each_child(facts, &names, &self.stack).into_iter().next().filter(|concern| concern.ruled_out().is_none())?;
        let times = times(&self.stack, &self.calendar, &Starts::of(facts));
        let mut candidates = candidates(&concern, &times);
        candidates.retain(|timed| !timed.follows());
        let Competing { held, known } = Competing::of(&candidates);
        let column = |timed: &Timed<'_>| self.columns.iter().position(|column| column.time == of(&timed.time)).unwrap_or_default();
        let given = |timed: &Timed<'_>| Given { column: column(timed) as u8, from: timed.time.from };
        let competitor = |timed: &Timed<'_>| Competitor {
            time: given(timed),
            applies: timed.applies,
            applies_on_known_facts: timed.applies_on_known_facts,
            in_doubt: fact_in_doubt(&concern, &candidates, timed).is_some(),
        };
        let certain = held.iter().filter(|timed| timed.applies.is_yes()).map(|timed| self.columns[column(timed)].rank).min();
        let (held, known) = (distinct(held.iter().map(competitor)), distinct(known.iter().map(given)));
        let contradicted = !concern.ask_contradicted().is_empty();
        (!held.is_empty()).then(|| Plan::of(held, known, contradicted, certain.unwrap_or(u8::MAX), &self.columns))
    }

    /// What is answered whatever the days are.
    fn decided(&self, facts: &Facts) -> Due {
        let Ok(decision) = ClassifyConcern::decide(&self.scope, facts, &self.rulebook) else { return Due::NONE };
        let place = |timescale: Timescale| self.timescales.iter().position(|other| *other == timescale).map(|place| place as u8);
        Due {
            due_by: decision.answer.due_by.map(number).unwrap_or_default(),
            timescale: decision.answer.timescale.and_then(place),
            most_urgent_timescale: decision.answer.most_urgent_timescale.and_then(place),
            settled: decision.settled,
        }
    }
}

/// The timescales of the rules, the most urgent first, and each time that they give.
pub(super) fn columns(stack: &Stack, calendar: &Calendar) -> (Vec<Timescale>, Vec<Column>) {
    let given = times(stack, calendar, &Starts::of(&Facts::default()));
    let given = distinct(given.iter().flatten().map(of));
    let timescales = in_order_of(distinct(given.iter().map(|(timescale, _)| *timescale)), |timescale| *timescale);
    let column = |time: (Timescale, From)| Column {
        time,
        rank: timescales.iter().position(|other| *other == time.0).unwrap_or_default() as u8,
        asks: (0..8).filter(|told| asks(*told, time, stack, calendar)).map(|told| 1 << told).sum(),
    };
    let columns = given.into_iter().map(column).collect();
    (timescales, columns)
}

fn of(time: &Time<'_>) -> (Timescale, From) {
    (time.timescale, time.from)
}

/// Does a time ask for a moment, where these are told?
fn asks(told: u8, time: (Timescale, From), stack: &Stack, calendar: &Calendar) -> bool {
    let at = |place: u8| (told >> place & 1 == 1).then(|| start(START));
    let facts = Facts { concerns_identified_at: at(0), referral_received_at: at(1), immediate_action_at: at(2), ..Facts::default() };
    let starts = Starts::of(&facts);
    let time = times(stack, calendar, &starts).into_iter().flatten().find(|given| of(given) == time);
    time.is_some_and(|time| {
        let timed = Timed { pack: time.pack, rule: time.rule, time, applies: Truth::Yes, applies_on_known_facts: true };
        !ask_times(&Joined { in_force: vec![timed], on_known_facts: timed }, &starts).is_empty()
    })
}

#[cfg(test)]
mod tests {
    use super::REASON;
    use crate::value::given::Why;

    #[test]
    fn the_reason_that_stands_for_any_is_one() {
        assert_eq!(Why::from(REASON).for_a_later_time(), Some(REASON));
    }
}
