//! The duties whose time is measured, each with the limits that its documents give.

use super::super::list_deadlines::{self, could_belong};
use super::doubts::Doubts;
use super::facts::Meeting;
use super::rule::Own;
use super::time::in_time;
use crate::calendar::Calendar;
use crate::engine::stack::Stack;
use crate::text::Sentence;
use crate::text::sentences::{DUTY_NOT_KNOWN, TIME_OF_DAY_NEEDED};
use crate::value::limit::Limit;
use crate::value::moment::{Moment, ReadAs};
use crate::value::truth::Truth;
use crate::value::{Text, distinct};

/// The duties whose time is measured, with the limits of one day's rules.
pub(super) struct Duties {
    /// The names of all duties that the documents know.
    known: Vec<Text>,
    measured: Vec<(Text, Vec<Clock>)>,
}

/// The names of the duties whose time is measured.
pub(super) fn measured(stack: &Stack) -> Vec<Text> {
    distinct(stack.rules_of_the_day::<Own>().filter_map(|(_, rule)| rule.own.duty.clone()))
}

/// A limit and the moment of a meeting from which it counts.
struct Clock {
    limit: Limit,
    from: Start,
    /// The moment from which it counts instead, once that is known.
    unless_known: Option<Start>,
}

impl Clock {
    /// The moment from which it counts for a meeting, where that is known.
    fn start(&self, meeting: &Meeting) -> Option<Moment> {
        let start = self.from.of(meeting);
        let gives_way = self.unless_known.and_then(|other| other.of(meeting)).is_some_and(|other| could_belong(start, other));
        start.filter(|_| !gives_way)
    }
}

#[derive(Clone, Copy)]
enum Start {
    Began,
    Ended,
}

/// The moments of a meeting, by the paths that packs give them.
const STARTS: [(&str, Start); 2] = [("meetingStart", Start::Began), ("meetingEndedAt", Start::Ended)];

impl Start {
    fn of(self, meeting: &Meeting) -> Option<Moment> {
        match self {
            Start::Began => meeting.started_at,
            Start::Ended => meeting.ended_at,
        }
    }

    fn field(self) -> &'static str {
        match self {
            Start::Began => "startedAt",
            Start::Ended => "endedAt",
        }
    }
}

impl Duties {
    pub(super) fn of(measured: &[Text], stack: &Stack) -> Self {
        let rules = || stack.rules_of_the_day::<list_deadlines::rule::Own>().map(|(_, rule)| &rule.own);
        let clock = |own: &list_deadlines::rule::Own| {
            let limit = own.within.filter(|limit| own.shortest.is_none() && *limit != Limit::AsSoonAsPracticable)?;
            let start = |fact: &Text| STARTS.into_iter().find(|(path, _)| *path == stack.path(fact)).map(|(_, start)| start);
            Some(Clock { limit, from: start(own.from.as_ref()?)?, unless_known: own.unless_known.as_ref().and_then(start) })
        };
        let clocks = |duty: &Text| rules().filter(|own| own.duty == *duty).filter_map(clock).collect();
        Duties {
            known: distinct(rules().map(|own| &own.duty)).into_iter().cloned().collect(),
            measured: measured.iter().map(|duty| (Text::clone(duty), clocks(duty))).collect(),
        }
    }

    /// Was each of the measured duties done in time after a meeting?
    pub(super) fn done(&self, index: usize, meeting: &Meeting, order_holds: bool, calendar: &Calendar, doubts: &mut Doubts) -> Vec<Truth> {
        let recorded = || meeting.done.iter().flat_map(|done| done.iter());
        if recorded().any(|(duty, _)| !self.known.contains(duty)) {
            doubts.add(DUTY_NOT_KNOWN, format!("meetings[{index}].done"));
        }
        let judge = |(duty, clocks): &(Text, Vec<Clock>)| {
            let done = recorded().find(|(name, _)| *name == duty).map(|(_, done)| *done).filter(|_| order_holds);
            done.map_or(Truth::Unknown, |done| judged(clocks, index, duty, done, meeting, calendar, doubts))
        };
        self.measured.iter().map(judge).collect()
    }
}

/// In time by every limit whose start is known, and late by any.
fn judged(clocks: &[Clock], index: usize, duty: &Text, done: Moment, meeting: &Meeting, calendar: &Calendar, doubts: &mut Doubts) -> Truth {
    let mut all = None;
    for clock in clocks {
        let Some(start) = clock.start(meeting) else { continue };
        match in_time(clock.limit, start, done, calendar) {
            Ok(in_time) => all = Some(in_time && all.unwrap_or(true)),
            Err(why) => {
                why.into_iter().for_each(|why| doubts.add(why, doubtful(why, clock, index, duty, done)));
                return Truth::Unknown;
            }
        }
    }
    all.map_or(Truth::Unknown, Truth::from)
}

/// The field that a doubt is about: the one that holds a date alone, or when the duty was done.
fn doubtful(why: &Sentence, clock: &Clock, index: usize, duty: &Text, done: Moment) -> String {
    if *why == *TIME_OF_DAY_NEEDED && done.read() != ReadAs::AsStartOfDay {
        format!("meetings[{index}].{}", clock.from.field())
    } else {
        format!("meetings[{index}].done.{duty}")
    }
}
