//! The time that each rule gives, counted.

use std::sync::Arc;

use chrono::NaiveDate;

use super::answer::Limit;
use super::rule::{From, Own};
use super::starts::Starts;
use crate::calendar::{Calendar, Count};
use crate::engine::decision::Cited;
use crate::engine::stack::Stack;
use crate::pack::Pack;
use crate::pack::rule::Rule;
use crate::value::Text;
use crate::value::moment::Moment;
use crate::value::timescale::Timescale;
use crate::value::truth::Truth;

/// The time that a rule gives.
#[derive(Clone, Copy)]
pub(super) struct Time<'c> {
    pub pack: &'c Arc<Pack>,
    /// The rule that gives it.
    pub rule: &'c Rule<Own>,
    pub timescale: Timescale,
    pub from: From,
    pub count: Option<Count>,
}

/// A rule with its time, and whether it applies.
#[derive(Clone, Copy)]
pub(super) struct Timed<'c> {
    pub pack: &'c Arc<Pack>,
    pub rule: &'c Rule<Own>,
    /// Its own time, or that of the rule it applies.
    pub time: Time<'c>,
    /// Does it apply? Unknown where that hangs on a fact nobody knows.
    pub applies: Truth,
    /// Would it apply if every unknown fact were a no?
    pub applies_on_known_facts: bool,
}

/// The time of every rule of the day, in the order of the rules; none for a rule that gives none.
pub(super) fn times<'c>(stack: &'c Stack, calendar: &Calendar, starts: &Starts) -> Vec<Option<Time<'c>>> {
    let rules: Vec<(&Arc<Pack>, &Rule<Own>)> = stack.rules_of_the_day().collect();
    let time = |(pack, rule): &(&'c Arc<Pack>, &'c Rule<Own>)| {
        let (pack, rule) = match &rule.own.applies {
            Some(id) => applied(id, pack, &rules)?,
            None => (*pack, *rule),
        };
        let (timescale, from) = (rule.own.hold?, rule.own.from?);
        let count = starts.of_rule(from).map(|start| match timescale {
            Timescale::SameDay => calendar.same_day(start.date()),
            Timescale::WorkingDays(days) => calendar.working_days(start.date(), days),
        });
        Some(Time { pack, rule, timescale, from, count })
    };
    rules.iter().map(time).collect()
}

/// The rule that another applies: of its own pack, of one beneath, or the one by which a pack above replaces that.
fn applied<'c>(id: &Text, pack: &'c Arc<Pack>, rules: &[(&'c Arc<Pack>, &'c Rule<Own>)]) -> Option<(&'c Arc<Pack>, &'c Rule<Own>)> {
    let related = |other: &Pack| {
        let (own, other) = (pack.document(), other.document());
        own.id == other.id || own.stands_on(other) || other.stands_on(own)
    };
    let is_meant =
        |(other, rule): &&(&'c Arc<Pack>, &'c Rule<Own>)| related(other) && (rule.cite.id == *id || rule.cite.instead_of.contains(id));
    let own = || pack.rules::<Own>().iter().find(|rule| rule.cite.id == *id).map(|rule| (pack, &**rule));
    rules.iter().find(is_meant).copied().or_else(own)
}

impl Timed<'_> {
    /// The order in which rules govern: the earliest day, then the shorter timescale.
    pub(super) fn urgency(&self) -> (Option<NaiveDate>, Timescale) {
        (self.due_by(), self.time.timescale)
    }

    /// Would it make the meeting sooner? Without any date the timescale alone tells.
    pub(super) fn is_sooner_than(&self, other: &Timed<'_>) -> bool {
        match (self.due_by(), other.due_by()) {
            (Some(this), Some(that)) => this < that,
            _ => self.time.timescale < other.time.timescale,
        }
    }

    /// Does it lengthen the time of another, of its own pack or of one beneath?
    pub(super) fn lengthens(&self, other: &Timed<'_>) -> bool {
        let (own, others) = (self.pack.document(), other.pack.document());
        self.rule.own.lengthens.as_ref() == Some(&other.rule.cite.id) && (own.id == others.id || own.stands_on(others))
    }

    /// Do both take the time of one rule?
    pub(super) fn has_time_of(&self, other: &Timed<'_>) -> bool {
        self.time.rule.cite.id == other.time.rule.cite.id
    }

    /// Its last day.
    pub(super) fn due_by(&self) -> Option<NaiveDate> {
        self.time.count.map(|count| count.due_by)
    }

    /// The rule, as answers cite it.
    pub(super) fn cited(&self) -> Cited {
        self.citing(self.pack, self.rule)
    }

    /// The rule that gives its time, as answers cite it.
    pub(super) fn time_cited(&self) -> Cited {
        self.citing(self.time.pack, self.time.rule)
    }

    fn citing(&self, pack: &Pack, rule: &Rule<Own>) -> Cited {
        Cited { due_by: self.due_by(), provisional: self.applies.is_unknown(), ..Cited::of(pack, rule) }
    }

    /// The end of its time, by the rule that gives it.
    pub(super) fn limit(&self) -> Option<Limit> {
        Some(Limit { id: Text::clone(&self.time.rule.cite.id), timescale: self.time.timescale, due_by: self.due_by()? })
    }

    /// The end of its time.
    pub(super) fn end(&self, starts: &Starts) -> Option<Moment> {
        self.due_by().map(|due_by| starts.end_of(due_by, self.time.timescale))
    }

    /// Is its time over?
    pub(super) fn has_passed(&self, starts: &Starts) -> bool {
        starts.now.zip(self.end(starts)).is_some_and(|(now, end)| end.instant() < now.instant())
    }
}
