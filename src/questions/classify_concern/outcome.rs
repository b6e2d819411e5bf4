//! The times of all children, joined once more.

use chrono::NaiveDate;

use super::answer::{KnownOnly, Limit};
use super::discussion::Discussion;
use super::earlier::EarlierAnswer;
use super::facts::Facts;
use super::starts::Starts;
use super::time::{Time, Timed, counted};
use super::timing::{Timing, end_of_all};
use crate::calendar::Calendar;
use crate::engine::decision::Ask;
use crate::engine::stack::Stack;
use crate::value::moment::Moment;
use crate::value::timescale::Timescale;
use crate::value::{Text, distinct};

/// What governs, and all that it was worked out from.
pub(super) struct Outcome<'c> {
    pub facts: &'c Facts,
    pub stack: &'c Stack,
    pub calendar: &'c Calendar,
    pub starts: &'c Starts,
    /// Every child's, in order.
    pub timings: &'c [Timing<'c>],
    /// That of the child whose time governs for all.
    pub timing: &'c Timing<'c>,
    /// What would govern for all if every unknown fact were a no.
    pub on_known_facts: Option<&'c Timed<'c>>,
    /// An earlier answer that holds instead.
    pub earlier: Option<EarlierAnswer>,
    /// The one that would hold if every unknown fact were a no.
    pub earlier_of_known: Option<EarlierAnswer>,
    /// What an earlier answer settled, which nobody has released.
    pub settled_before: Option<EarlierAnswer>,
    /// The discussions that were held already.
    pub held: Vec<Discussion<'c>>,
}

impl<'c> Outcome<'c> {
    /// None where the documents give no time.
    pub(super) fn of(
        facts: &'c Facts,
        stack: &'c Stack,
        calendar: &'c Calendar,
        starts: &'c Starts,
        times: &[Option<Time<'c>>],
        timings: &'c [Timing<'c>],
        held: Vec<Discussion<'c>>,
    ) -> Option<Self> {
        let timing = timings.iter().min_by_key(|timing| timing.governing().urgency())?;
        let on_known_facts = timings.iter().filter_map(Timing::on_known_facts).min_by_key(|timed| timed.urgency());
        let earlier = EarlierAnswer::of(facts, times, timings, starts, calendar);
        let earlier_of_known = EarlierAnswer::of_known_facts(facts, times, timings, starts, calendar);
        let settled_before = EarlierAnswer::as_settled(facts, times, starts, calendar);
        Some(Outcome { facts, stack, calendar, starts, timings, timing, on_known_facts, earlier, earlier_of_known, settled_before, held })
    }

    /// The last day: of an earlier answer that holds, of the rule that governs, or today where no start is known.
    pub(super) fn due_by(&self) -> Option<NaiveDate> {
        self.end().map(|end| end.date())
    }

    /// The moment at which its time ends: to the minute where it counts hours, and otherwise the end of the last day.
    pub(super) fn end(&self) -> Option<Moment> {
        self.earlier.as_ref().and_then(|earlier| earlier.due).or(self.would_be())
    }

    /// When it would end without an earlier answer.
    pub(super) fn would_be(&self) -> Option<Moment> {
        end_of_all(self.timings, self.starts)
    }

    /// Its end to the minute, where it counts hours or an earlier answer told a minute.
    pub(super) fn exact_end(&self) -> Option<Moment> {
        match &self.earlier {
            Some(earlier) => earlier.due.filter(|_| earlier.to_the_minute),
            None => self.timing.governing().exact_end(),
        }
    }

    /// Is its time over?
    pub(super) fn has_passed(&self) -> bool {
        self.starts.now.zip(self.end()).is_some_and(|(now, end)| end.instant() < now.instant())
    }

    /// The end that has passed whatever is still answered, where one has: that of the known facts, counted from a moment of its own.
    pub(super) fn passed_in_any_case(&self) -> Option<Moment> {
        let latest = self.on_known_facts.filter(|timed| !timed.stands_in(self.starts) && timed.has_passed(self.starts));
        latest.and_then(|timed| timed.end(self.starts))
    }

    /// The time of the whole meeting that follows the discussion, the earliest of all children.
    pub(super) fn then(&self) -> Option<&Timed<'c>> {
        self.timings.iter().filter_map(Timing::then).min_by_key(|timed| timed.urgency())
    }

    /// The same, as long as that meeting was not held.
    pub(super) fn still_to_hold(&self) -> Option<&Timed<'c>> {
        self.then().filter(|_| self.followed().is_none())
    }

    /// The timescale that governs.
    pub(super) fn timescale(&self) -> Timescale {
        self.earlier.as_ref().and_then(|earlier| earlier.timescale).unwrap_or(self.timing.governing().time.timescale)
    }

    /// The most urgent timescale of any child, or of an earlier answer that holds.
    pub(super) fn most_urgent_timescale(&self) -> Option<Timescale> {
        let earlier = self.earlier.as_ref().and_then(|earlier| earlier.timescale);
        self.timings.iter().map(Timing::most_urgent_timescale).chain(earlier).min()
    }

    /// The last day with the day of the trigger counted, never after the last day.
    pub(super) fn aim_by(&self) -> Option<NaiveDate> {
        // What was held needs no day to aim for.
        if self.held_at().is_some() {
            return None;
        }
        let aim = self.timing.governing().time.count.map(|count| count.aim_by).or(self.starts.today_for_want_of_a_start());
        let aim = aim.into_iter().chain(self.earlier.as_ref().and_then(|earlier| earlier.aim_by)).min();
        aim.zip(self.due_by()).map(|(aim, due)| aim.min(due))
    }

    /// What would settle it, for all children.
    pub(super) fn ask(&self) -> Vec<Ask> {
        distinct(self.timings.iter().flat_map(Timing::asks).cloned().chain(self.ask_held()))
    }

    /// Is nothing asked about its time?
    pub(super) fn is_settled(&self) -> bool {
        self.timings.iter().all(Timing::is_settled)
    }

    /// The answer on the known facts alone, where a fact is asked for.
    pub(super) fn on_known_facts_only(&self) -> Option<KnownOnly> {
        let asks_a_fact = self.timings.iter().any(|timing| !timing.ask_facts.is_empty());
        let known = self.on_known_facts.filter(|_| asks_a_fact)?;
        let due_by = known.due_by().or(self.starts.today_for_want_of_a_start());
        let end = known.end(self.starts);
        let is_sooner = |earlier: &&EarlierAnswer| earlier.due.is_some_and(|due| end.is_none_or(|end| due.instant() < end.instant()));
        // A later time than an earlier answer gave is no one's to promise.
        if let Some(earlier) = self.earlier_of_known.as_ref().filter(is_sooner) {
            return Some(KnownOnly {
                timescale: earlier.timescale.unwrap_or(known.time.timescale),
                due_by: earlier.due.map(|due| due.date()),
                due_instant: earlier.due.filter(|_| earlier.to_the_minute),
                without_added_holidays: None,
            });
        }
        Some(KnownOnly {
            timescale: known.time.timescale,
            due_by,
            due_instant: known.exact_end(),
            without_added_holidays: known.without_added(),
        })
    }

    /// Where no start is known, what would hold on the known facts if the concern was first recorded today.
    pub(super) fn if_recorded_today(&self) -> Option<KnownOnly> {
        let timescale = self.on_known_facts.filter(|_| self.starts.begun.earliest.is_none())?.time.timescale;
        let counted = self.starts.now.map(|now| counted(timescale, now, self.calendar));
        let (count, due_instant) = counted.unzip();
        Some(KnownOnly {
            timescale,
            due_by: count.map(|count| count.due_by),
            due_instant: due_instant.flatten(),
            without_added_holidays: count.and_then(|count| count.without_added),
        })
    }

    /// The rules in force for any child.
    pub(super) fn in_force(&self) -> impl Iterator<Item = &Timed<'c>> {
        self.timings.iter().flat_map(Timing::in_force)
    }

    /// The rules in force whose time no discussion or meeting has met.
    fn not_met_yet(&self) -> impl Iterator<Item = &Timed<'c>> {
        let first = self.in_force().filter(|_| self.held_at().is_none());
        first.chain(self.still_to_hold())
    }

    /// The limit of an earlier answer, until a discussion that counts is held.
    fn limit_of(&self, earlier: &EarlierAnswer) -> Option<(Moment, Limit)> {
        let due = earlier.due.filter(|_| self.held_at().is_none())?;
        let governing = &self.timing.governing().time;
        let limit = Limit {
            id: Text::clone(earlier.rule.as_ref().unwrap_or(&governing.rule.cite.id)),
            timescale: earlier.timescale.unwrap_or(governing.timescale),
            due_by: due.date(),
            due_instant: earlier.due.filter(|_| earlier.to_the_minute),
            without_added_holidays: None,
        };
        Some((due, limit))
    }

    /// The limits that have passed, unless a discussion that counts was held. A provisional limit never counts as overdue
    /// (AMB-16); what an earlier answer settled is none.
    pub(super) fn overdue(&self) -> Vec<Limit> {
        let passed_of = |earlier: Option<&EarlierAnswer>| {
            let has_passed = |due: &Moment| self.starts.now.is_some_and(|now| due.instant() < now.instant());
            earlier.and_then(|earlier| self.limit_of(earlier)).filter(|(due, _)| has_passed(due))
        };
        let certain = || self.not_met_yet().filter(|timed| timed.is_certain(self.starts) && timed.has_passed(self.starts));
        let is_first = |due: &Moment| certain().filter_map(|timed| timed.end(self.starts)).all(|end| due.instant() < end.instant());
        // What an earlier answer settled has passed, whatever more urgent time is asked about now.
        let settled = || passed_of(self.settled_before.as_ref()).filter(|(due, _)| is_first(due));
        let earlier = passed_of(self.earlier.as_ref()).or_else(settled).map(|(_, limit)| limit);
        distinct(earlier.into_iter().chain(certain().filter_map(|timed| timed.limit(self.starts))))
    }

    /// The most urgent limit that has not passed.
    pub(super) fn next_limit(&self) -> Option<Limit> {
        let now = self.starts.now?;
        let next = self.not_met_yet().filter(|timed| !timed.has_passed(self.starts)).min_by_key(|timed| timed.urgency());
        let earlier = self.earlier.as_ref().and_then(|earlier| self.limit_of(earlier)).filter(|(due, _)| due.instant() >= now.instant());
        earlier.map(|(_, limit)| limit).or_else(|| next?.limit(self.starts))
    }
}
