//! The moments from which times count, and the end of the day to which they run.

use chrono::NaiveDate;

use super::facts::Facts;
use super::rule::From;
use crate::engine::stack::MOST_DAYS_AWAY;
use crate::value::moment::{self, Moment, ReadAs, TimeOfDay};
use crate::value::timescale::Timescale;

/// When a concern began, by the moments that were told of it or by their days alone.
pub(super) struct Begun<T> {
    pub identified: Option<T>,
    pub received: Option<T>,
    pub action: Option<T>,
    /// The earliest of what is known of the start; none where nothing is, for now is no start.
    pub earliest: Option<T>,
}

impl<T: Copy> Begun<T> {
    /// Of times out of order the earliest is taken, and now is later than none of them.
    #[inline]
    pub(super) fn of<K: Ord>([identified, received, action]: [Option<T>; 3], instant: impl Fn(&T) -> K) -> Self {
        let earlier = |one: Option<T>, other: Option<T>| {
            let is_earlier = other.is_some_and(|other| one.is_none_or(|one| instant(&other) < instant(&one)));
            if is_earlier { other } else { one }
        };
        let earliest = earlier(earlier(identified, received), action);
        Begun { identified: identified.and(earliest), received, action, earliest }
    }

    /// The moment from which a time counts, or the earliest that is known in its place.
    #[inline]
    pub(super) fn of_rule(&self, from: From) -> Option<T> {
        let own = match from {
            From::ConcernsIdentified => self.identified,
            From::ReferralReceived => self.received,
            From::ImmediateAction => self.action,
            From::DiscussionHeld => None,
        };
        own.or(self.earliest)
    }
}

impl Begun<Moment> {
    /// What is known of the start.
    fn known(&self) -> impl Iterator<Item = Moment> {
        [self.identified, self.received, self.action].into_iter().flatten()
    }

    /// The latest of that.
    pub(super) fn latest(&self) -> Option<Moment> {
        self.known().max_by_key(Moment::instant)
    }
}

/// A time that has not come yet counts as now (AMB-70).
pub(super) fn capped<T: Copy, K: Ord>(at: T, now: Option<T>, instant: impl Fn(&T) -> K) -> T {
    now.filter(|now| instant(now) < instant(&at)).unwrap_or(at)
}

/// The moments from which times count, and which of them are stand-ins.
pub(super) struct Starts {
    pub begun: Begun<Moment>,
    pub now: Option<Moment>,
    /// When the discussion that counts was held.
    discussion: Option<Moment>,
    close: Option<TimeOfDay>,
    pub received_before_identified: bool,
    pub in_future: bool,
}

impl Starts {
    pub(super) fn of(facts: &Facts) -> Self {
        let now = facts.now;
        let given = [facts.concerns_identified_at, facts.referral_received_at, facts.immediate_action_at];
        let told = given.map(|at| at.map(|at| capped(at, now, Moment::instant)));
        let out_of_order = |(identified, received): (Moment, Moment)| received.instant() < identified.instant();
        Starts {
            begun: Begun::of(told, Moment::instant),
            received_before_identified: told[0].zip(told[1]).is_some_and(out_of_order),
            in_future: now.is_some_and(|now| given.iter().flatten().any(|at| at.instant() > now.instant())),
            discussion: None,
            close: facts.close_of_day,
            now,
        }
    }

    /// The same, with the discussion that a meeting may follow.
    pub(super) fn with_discussion(self, discussion: Option<Moment>) -> Self {
        Starts { discussion, ..self }
    }

    /// The moment from which a time counts, or the earliest that is known in its place.
    pub(super) fn of_rule(&self, from: From) -> Option<Moment> {
        self.discussion.filter(|_| from == From::DiscussionHeld).or_else(|| self.begun.of_rule(from))
    }

    /// Does a time of this kind stand on a moment that is only a stand-in?
    pub(super) fn stands_in(&self, from: From) -> bool {
        match from {
            From::ConcernsIdentified => self.begun.identified.is_none(),
            From::ReferralReceived => self.begun.received.is_none(),
            From::ImmediateAction => self.begun.action.is_none() && self.begun.identified.is_none(),
            From::DiscussionHeld => self.discussion.is_none(),
        }
    }

    /// Does a discussion lie before a moment that its times count from, or after now? On the same day a day alone tells neither.
    /// Where nobody said what now is, one years later than all of them is taken as mistyped.
    pub(super) fn is_out_of_order(&self, at: Moment) -> bool {
        let by_day = |other: Moment| at.read() == ReadAs::AsStartOfDay && at.date() == other.date();
        let before = |start: &Moment| at.instant() < start.instant() && !by_day(*start);
        let is_far = |last: &Moment| (at.date() - last.date()).num_days() > MOST_DAYS_AWAY;
        let last = self.begun.latest();
        let too_late = self.now.map_or_else(|| last.is_some_and(|last| is_far(&last)), |now| at.instant() > now.instant());
        self.begun.known().any(|start| before(&start)) || too_late
    }

    /// May a discussion that is told by its day alone have been before a moment of that day from which its times count?
    pub(super) fn may_be_out_of_order(&self, at: Moment) -> bool {
        let has_a_time = |start: Moment| start.read() != ReadAs::AsStartOfDay && start.date() == at.date();
        at.read() == ReadAs::AsStartOfDay && self.begun.known().any(has_a_time)
    }

    /// When the answer is asked for: now, or else the moments that its times count from.
    pub(super) fn asked_at(&self) -> impl Iterator<Item = Moment> {
        self.now.into_iter().chain(self.begun.known().filter(|_| self.now.is_none()))
    }

    /// The day on which the answer is asked for, where that is said.
    pub(super) fn today(&self) -> Option<NaiveDate> {
        self.now.map(|now| now.date())
    }

    /// The day for which to plan where no start is known: today, and never a day counted from now.
    pub(super) fn today_for_want_of_a_start(&self) -> Option<NaiveDate> {
        self.today().filter(|_| self.begun.earliest.is_none())
    }

    /// The end of a last day: midnight, or an office's own earlier close. Never later (AMB-12).
    pub(super) fn end_of(&self, due_by: NaiveDate, timescale: Timescale) -> Moment {
        match (timescale, self.close) {
            (Timescale::WorkingDays(_), Some(close)) => moment::at(due_by, close),
            _ => moment::end_of_day(due_by),
        }
    }
}
