//! The time that each rule gives, counted.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};

use super::answer::Limit;
use super::rule::{From, Own, Stage};
use super::starts::Starts;
use crate::calendar::{Calendar, Count};
use crate::engine::decision::Cited;
use crate::engine::stack::Stack;
use crate::pack::Pack;
use crate::pack::rule::Rule;
use crate::value::Text;
use crate::value::moment::{Moment, ReadAs, end_of_day};
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
    /// The moment at which it ends: exact where it counts hours, and otherwise the end of the last day.
    pub end: Option<Moment>,
    /// Is that moment counted from a day alone, though it counts hours? It is the earliest that it can be.
    pub from_a_day: bool,
}

impl Time<'_> {
    /// Its end: to the minute where it counts hours, or as early as an office closes.
    pub(super) fn end_at(&self, starts: &Starts) -> Option<Moment> {
        match self.timescale {
            Timescale::Hours(_) => self.end,
            timescale => self.count.map(|count| starts.end_of(count.due_by, timescale)),
        }
    }
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
            Some(id) if rule.own.ceiling => as_written(id, pack, stack).or_else(|| applied(id, pack, &rules))?,
            Some(id) => applied(id, pack, &rules)?,
            None => (*pack, *rule),
        };
        let (timescale, from) = (rule.own.hold?, rule.own.from?);
        let start = starts.of_rule(from);
        let (count, exact) = start.map(|start| counted(timescale, start, calendar)).unzip();
        let exact = exact.flatten();
        let end = exact.or(count.map(|count| end_of_day(count.due_by)));
        let from_a_day = exact.is_some() && start.is_some_and(|start| start.read() == ReadAs::AsStartOfDay);
        Some(Time { pack, rule, timescale, from, count, end, from_a_day })
    };
    rules.iter().map(time).collect()
}

/// A time, counted from a moment; its end to the minute too, where it counts hours.
pub(super) fn counted(timescale: Timescale, start: Moment, calendar: &Calendar) -> (Count, Option<Moment>) {
    let day = start.date();
    match timescale {
        Timescale::SameDay => (calendar.same_day(day), None),
        Timescale::Days(days) => (calendar.calendar_days(day, days), None),
        Timescale::WorkingDays(days) => (calendar.working_days(day, days), None),
        Timescale::Hours(hours) => {
            let end = start.after_hours(hours);
            (Count { due_by: end.date(), ..calendar.same_day(day) }, Some(end))
        }
    }
}

/// The rule that another applies: of its own pack, of one beneath, or the one by which a pack above replaces that everywhere.
fn applied<'c>(id: &Text, pack: &'c Arc<Pack>, rules: &[(&'c Arc<Pack>, &'c Rule<Own>)]) -> Option<(&'c Arc<Pack>, &'c Rule<Own>)> {
    let related = |other: &Pack| {
        let (own, other) = (pack.document(), other.document());
        own.id == other.id || own.stands_on(other) || other.stands_on(own)
    };
    let find = |is_meant: &dyn Fn(&Rule<Own>) -> bool| rules.iter().find(|(other, rule)| related(other) && is_meant(rule)).copied();
    let own = || pack.rules::<Own>().iter().find(|rule| rule.cite.id == *id).map(|rule| (pack, &**rule));
    find(&|rule| rule.cite.id == *id).or_else(|| find(&|rule| rule.cite.instead_of.contains(id))).or_else(own)
}

/// The rule that a ceiling applies, as its own document or one beneath writes it: what is the most there is stays so, whatever
/// stands in the place of the usual time.
fn as_written<'c>(id: &Text, pack: &Pack, stack: &'c Stack) -> Option<(&'c Arc<Pack>, &'c Rule<Own>)> {
    let own = pack.document();
    let beneath = stack.packs.iter().filter(|other| own.id == other.document().id || own.stands_on(other.document()));
    let mut rules = beneath.flat_map(|pack| pack.rules::<Own>().iter().map(move |rule| (pack, &**rule)));
    rules.find(|(_, rule)| rule.cite.id == *id)
}

impl Timed<'_> {
    /// The order in which rules govern: the earliest end, then the shorter timescale.
    pub(super) fn urgency(&self) -> (Option<DateTime<Utc>>, Timescale) {
        (self.time.end.map(|end| end.instant()), self.time.timescale)
    }

    /// Would it make the meeting sooner? Without any date the timescale alone tells.
    pub(super) fn is_sooner_than(&self, other: &Timed<'_>) -> bool {
        match (self.time.end, other.time.end) {
            (Some(this), Some(that)) => this.instant() < that.instant(),
            _ => self.time.timescale < other.time.timescale,
        }
    }

    /// Does it lengthen the time of another, of its own pack or of one beneath?
    pub(super) fn lengthens(&self, other: &Timed<'_>) -> bool {
        let (own, others) = (self.pack.document(), other.pack.document());
        !other.time.rule.own.is_never_lengthened()
            && self.rule.own.lengthens.as_ref() == Some(&other.rule.cite.id)
            && (own.id == others.id || own.stands_on(others))
    }

    /// Do both take the time of one rule?
    pub(super) fn has_time_of(&self, other: &Timed<'_>) -> bool {
        self.time.rule.cite.id == other.time.rule.cite.id
    }

    /// Its last day.
    pub(super) fn due_by(&self) -> Option<NaiveDate> {
        self.time.count.map(|count| count.due_by)
    }

    /// The last day without the bank holidays that were added by hand, where some were.
    pub(super) fn without_added(&self) -> Option<NaiveDate> {
        self.time.count.and_then(|count| count.without_added)
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

    /// The end of its time, by the rule that gives it; today where no start is known.
    pub(super) fn limit(&self, starts: &Starts) -> Option<Limit> {
        Some(Limit {
            id: Text::clone(&self.time.rule.cite.id),
            timescale: self.time.timescale,
            due_by: self.end_or_today(starts)?.date(),
            due_instant: self.exact_end(),
            without_added_holidays: self.without_added(),
        })
    }

    /// Does it certainly apply, from a moment of its own? What is provisional is never overdue (AMB-16).
    pub(super) fn is_certain(&self, starts: &Starts) -> bool {
        self.applies.is_yes() && !self.stands_in(starts)
    }

    /// Does its time count from a moment that only stands in for its own, or from a day where it counts hours?
    pub(super) fn stands_in(&self, starts: &Starts) -> bool {
        starts.stands_in(self.time.from) || self.time.from_a_day
    }

    /// Is it the time of the whole meeting that follows a discussion?
    pub(super) fn follows(&self) -> bool {
        self.time.rule.own.stage == Stage::Meeting
    }

    /// Its end to the minute, where it counts hours.
    pub(super) fn exact_end(&self) -> Option<Moment> {
        self.time.end.filter(|_| matches!(self.time.timescale, Timescale::Hours(_)))
    }

    /// The end of its time.
    pub(super) fn end(&self, starts: &Starts) -> Option<Moment> {
        self.time.end_at(starts)
    }

    /// The same, and the end of today where no start is known. A meeting that follows waits for its discussion.
    pub(super) fn end_or_today(&self, starts: &Starts) -> Option<Moment> {
        self.end(starts).or(starts.today_for_want_of_a_start().filter(|_| !self.follows()).map(end_of_day))
    }

    /// Is its time over?
    pub(super) fn has_passed(&self, starts: &Starts) -> bool {
        starts.now.zip(self.end(starts)).is_some_and(|(now, end)| end.instant() < now.instant())
    }
}
