//! What was done of a duty, and what is planned, beside its time.

use chrono::{DateTime, TimeDelta, Utc};

use super::Listing;
use super::answer::Doubt;
use super::duty::Duty;
use super::facts::Facts;
use super::rule::Own;
use super::time::Time;
use crate::engine::stack::Held;
use crate::error::{Code, Error, one_of, shown};
use crate::value::channel::Channel;
use crate::value::json::Json;
use crate::value::moment::{Moment, ReadAs, end_of_day};
use crate::value::planned::Override;
use crate::value::spelling::{kebab, word};
use crate::value::truth::Truth;
use crate::value::{Text, distinct, names, read};

/// What was done of a duty, beside its time.
pub(super) struct Outcome {
    pub on_time: Option<Truth>,
    pub late_by_minutes: Option<u32>,
    pub late_by_days: Option<u32>,
    pub channel_allowed: Option<Truth>,
    pub overdue: bool,
    pub doubt: Option<Doubt>,
    pub planned: Option<Override>,
}

impl<'c> Duty<'_, 'c> {
    /// How what was done compares with its time. One that stands here only because something is not known makes nothing late.
    pub(super) fn done(&self, time: &Time<'_>, is_provisional: bool) -> Outcome {
        let facts = self.listing.facts;
        let told = facts.done.as_ref().and_then(|done| done.get(self.name));
        let done = told.filter(|_| !self.is_not_told_of_which());
        let at = done.and_then(|done| done.at);
        let too_soon = at.is_some_and(|at| self.could_not_be_yet(at, time));
        let paths = [time.from, time.capped_by].into_iter().flatten().map(|fact| self.listing.case.stack.path(fact));
        let is_in_disorder = self.is_not_told_of_which() || at.is_some() && self.listing.rests_on_disorder(paths);
        let is_doubted = is_in_disorder || too_soon;
        let by_time = at.filter(|_| !is_doubted).zip(time.due).map(|(at, due)| self.was_in_time(at, due, time));
        let judged = by_time.map(|judged| if judged.is_no() && is_provisional { Truth::Unknown } else { judged });
        let is_late = judged.is_some_and(Truth::is_no);
        let late = at.zip(time.due).filter(|_| is_late).map(|(at, due)| at.instant() - due.instant());
        // How many minutes late is told by times of day alone.
        let to_the_minute = !time.is_by_day() && at.into_iter().chain(self.start(time)).all(|at| at.read() != ReadAs::AsStartOfDay);
        let has_passed = facts.now.zip(time.due).is_some_and(|(now, due)| due.instant() < now.instant());
        Outcome {
            on_time: judged.or(is_doubted.then_some(Truth::Unknown)),
            late_by_minutes: late.filter(|_| to_the_minute).and_then(|late| begun(late, TimeDelta::minutes(1))),
            late_by_days: late.filter(|_| time.is_by_day()).and_then(|late| begun(late, TimeDelta::days(1))),
            channel_allowed: done.and_then(|done| self.allows_channel(done.channel.as_deref()?)),
            overdue: (at.is_none() || too_soon) && has_passed && !is_provisional,
            doubt: match by_time {
                _ if too_soon && !is_in_disorder => Some(Doubt::CannotBe),
                Some(Truth::Unknown) => Some(Doubt::WithoutATime),
                _ => None,
            },
            planned: facts.planned.as_ref().and_then(|planned| planned.get(self.name)).map(|planned| planned.beside(time.due)),
        }
    }

    /// Was it in time? A day alone may be any time of that day, both of what was done and of what a limit in hours counts from.
    fn was_in_time(&self, at: Moment, due: Moment, time: &Time<'_>) -> Truth {
        let start = self.start(time).filter(|_| !time.is_by_day());
        let at_the_latest = due.instant() + start.map_or(TimeDelta::zero(), |start| latest(start) - start.instant());
        if latest(at) <= due.instant() {
            Truth::Yes
        } else if at.instant() > at_the_latest {
            Truth::No
        } else {
            Truth::Unknown
        }
    }

    /// The moment from which its time runs.
    fn start(&self, time: &Time<'_>) -> Option<Moment> {
        time.from.and_then(|from| self.listing.case.moment(from)).filter(|start| time.runs_from(*start))
    }

    /// Was something told as done under a name that several duties have? Then it counts for none of them.
    pub(super) fn is_not_told_of_which(&self) -> bool {
        self.is_one_of_several && self.listing.facts.done.as_ref().is_some_and(|done| done.get(self.name).is_some())
    }

    /// Was it done before the moment from which its time runs, or is that later than now?
    fn could_not_be_yet(&self, at: Moment, time: &Time<'_>) -> bool {
        let listing = self.listing;
        let before = self.start(time).is_some_and(|start| latest(at) < start.instant());
        before || self.is_ahead(time) || listing.facts.now.is_some_and(|now| now.instant() < at.instant())
    }

    /// Is the moment from which its time runs told as having happened, and lies after the present one? Then nothing was done of it.
    fn is_ahead(&self, time: &Time<'_>) -> bool {
        let Listing { facts, case, .. } = self.listing;
        time.from.is_some_and(|from| case.is_told_ahead(from, facts.now))
    }

    /// The channels that its rules allow.
    pub(super) fn channels(&self) -> Vec<&'c Text> {
        distinct(self.speaking.iter().flat_map(|spoken| &spoken.own().channel))
    }

    /// Is this a channel that the document allows, where it names any?
    fn allows_channel(&self, channel: &str) -> Option<Truth> {
        let (channel, allowed) = (known_channel(channel, &self.listing.rules), self.channels());
        let is_allowed = channel.map(|channel| allowed.iter().any(|allowed| ***allowed == *channel));
        (!allowed.is_empty()).then(|| is_allowed.map_or(Truth::Unknown, Truth::from))
    }
}

/// The last instant that a moment may have been.
fn latest(at: Moment) -> DateTime<Utc> {
    if at.read() == ReadAs::AsStartOfDay { end_of_day(at.date()).instant() } else { at.instant() }
}

/// The channel that a word names: one of these rules', or one that is known everywhere.
fn known_channel(given: &str, rules: &[Held<'_, Own>]) -> Option<String> {
    let given = kebab(given);
    let is_of_rules = rules.iter().flat_map(|held| &held.rule.own.channel).any(|channel| **channel == *given);
    if is_of_rules { Some(given) } else { read::json::<Channel>(&Json::text(given)).ok().map(word) }
}

/// Refuses a channel that nobody knows: it would be told as one that the document does not allow.
pub(super) fn check_channels(facts: &Facts, rules: &[Held<'_, Own>]) -> Result<(), Error> {
    for (duty, done) in facts.done.iter().flat_map(|done| done.iter()) {
        if done.channel.as_deref().is_some_and(|channel| known_channel(channel, rules).is_none()) {
            let of_rules = rules.iter().flat_map(|held| &held.rule.own.channel).map(|channel| &**channel);
            let known = distinct(of_rules.chain(names::fields_of::<Channel>().iter().copied()));
            let path = format!("done.{}.channel", shown(duty));
            return Err(Error::new(Code::BadWord, path, one_of(&known)));
        }
    }
    Ok(())
}

/// How many whole units have begun of a time that is late; none where it is not.
fn begun(late: TimeDelta, unit: TimeDelta) -> Option<u32> {
    let (late, unit) = (late.num_seconds(), unit.num_seconds());
    if late > 0 { u32::try_from((late + unit - 1) / unit).ok() } else { None }
}
