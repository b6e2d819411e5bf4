//! The discussions that were held already, and which of them counts: one in which every agency took part without which the
//! meeting is none (AMB-19). What is not known of a discussion never counts for it.

use chrono::{DateTime, Utc};

use super::answer::HeldAnswer;
use super::concern::Concern;
use super::facts::{Facts, HeldMeeting};
use super::outcome::Outcome;
use super::rule::Stage;
use super::starts::Starts;
use crate::engine::decision::Ask;
use crate::engine::stack::Stack;
use crate::questions::list_attendees::rule::Own as Attendees;
use crate::text::listed;
use crate::text::sentences::{ASK_HELD_AT, ASK_WHO_TOOK_PART};
use crate::value::distinct;
use crate::value::meeting::MeetingType;
use crate::value::moment::{Moment, ReadAs, end_of_day};
use crate::value::truth::Truth;

/// A discussion, and whether it counts.
pub(super) struct Discussion<'c> {
    pub told: &'c HeldMeeting,
    /// Who had to take part and did not, by the name of the agency.
    pub lacking: Vec<String>,
    /// Did everybody take part who had to?
    pub full: Truth,
    /// Was it told as full, while the agencies named say otherwise?
    pub told_otherwise: bool,
    /// Does it lie before the concern, or after now?
    pub out_of_order: bool,
}

impl<'c> Discussion<'c> {
    /// Every discussion that was told, in that order.
    pub(super) fn all(facts: &'c Facts, concerns: &[Concern<'_>], starts: &Starts) -> Vec<Self> {
        let needed = distinct(concerns.iter().flat_map(Concern::minimum));
        facts.held.iter().flatten().map(|told| Discussion::of(told, &needed, concerns, starts)).collect()
    }

    fn of(told: &'c HeldMeeting, needed: &[&str], concerns: &[Concern<'_>], starts: &Starts) -> Self {
        let stack = concerns.first().map(|concern| concern.stack);
        let lacking = told.agencies.as_ref().map(|there| {
            let takes_part = |needed: &str| there.iter().any(|agency| agency.id() == needed || takes_part_of(stack, agency.id(), needed));
            needed.iter().filter(|needed| !takes_part(needed)).map(|needed| name(stack, needed)).collect::<Vec<String>>()
        });
        let full = match &lacking {
            Some(lacking) if !needed.is_empty() => Truth::from(lacking.is_empty()),
            _ => told.full,
        };
        Discussion {
            told_otherwise: told.full.is_yes() && full.is_no(),
            out_of_order: told.at.is_some_and(|at| starts.is_out_of_order(at)),
            lacking: lacking.unwrap_or_default(),
            told,
            full: if told.full.is_no() { Truth::No } else { full },
        }
    }

    /// When it was held, where it counts.
    pub(super) fn counts_at(&self) -> Option<Moment> {
        self.told.at.filter(|_| self.full.is_yes() && !self.out_of_order)
    }
}

fn takes_part_of(stack: Option<&Stack>, agency: &str, needed: &str) -> bool {
    stack.and_then(|stack| stack.agency(agency)?.part_of.as_deref()) == Some(needed)
}

fn name(stack: Option<&Stack>, agency: &str) -> String {
    stack.map_or_else(|| agency.to_owned(), |stack| stack.person(agency))
}

impl Concern<'_> {
    /// The agencies without which a strategy meeting is none.
    fn minimum(&self) -> Vec<&str> {
        let states_minimum = |own: &Attendees| own.minimum && own.meeting.contains(&MeetingType::Strategy);
        let rules = self.stack.rules_of_the_day::<Attendees>().filter(|(_, rule)| states_minimum(&rule.own));
        rules.flat_map(|(_, rule)| &rule.own.required).map(|member| &*member.what).collect()
    }
}

/// When the first discussion was held that counts.
pub(super) fn first_of(held: &[Discussion<'_>]) -> Option<Moment> {
    held.iter().filter_map(Discussion::counts_at).min_by_key(Moment::instant)
}

/// Is a moment certainly no later than another? A day alone may be any time of that day.
fn is_by(at: Moment, end: DateTime<Utc>) -> Truth {
    let (first, last) = (at.instant(), if at.read() == ReadAs::AsStartOfDay { end_of_that_day(at) } else { at.instant() });
    if last <= end {
        Truth::Yes
    } else if first > end {
        Truth::No
    } else {
        Truth::Unknown
    }
}

/// As it was told: the day alone where no time of day was given, which is never told as a time.
fn as_told(at: Moment) -> String {
    if at.read() == ReadAs::AsStartOfDay { at.date().to_string() } else { at.in_words() }
}

fn end_of_that_day(at: Moment) -> DateTime<Utc> {
    end_of_day(at.date()).instant()
}

impl Outcome<'_> {
    /// The first discussion that counts, and when it was held.
    pub(super) fn held_at(&self) -> Option<Moment> {
        first_of(&self.held)
    }

    /// Is it the whole meeting that followed an earlier discussion?
    fn follows(&self, held: &Discussion<'_>) -> bool {
        held.told.stage == Stage::Meeting && held.counts_at() != self.held_at()
    }

    /// When the whole meeting was held that follows a discussion, and whether that was in time.
    pub(super) fn followed(&self) -> Option<(Moment, Truth)> {
        let meetings = self.held.iter().filter(|held| held.told.stage == Stage::Meeting);
        let counted = meetings.filter_map(|held| Some((held.counts_at()?, self.was_in_time(held)?)));
        counted.min_by_key(|(at, _)| at.instant())
    }

    /// Was a discussion held in time, where it counts? A meeting that follows an earlier one has a time of its own.
    fn was_in_time(&self, held: &Discussion<'_>) -> Option<Truth> {
        let at = held.counts_at()?;
        let Some(then) = self.then().filter(|_| self.follows(held)) else { return Some(self.in_time(at)) };
        let by = is_by(at, then.end(self.starts)?.instant());
        Some(if by.is_no() && !then.is_certain(self.starts) { Truth::Unknown } else { by })
    }

    /// Was it held in time? Not known while the last day is not settled and a later one would do.
    pub(super) fn in_time(&self, at: Moment) -> Truth {
        let end = self.end().filter(|_| self.starts.earliest.is_some()).map(|end| end.instant());
        match end.map(|end| is_by(at, end)) {
            Some(Truth::Yes) => Truth::Yes,
            _ if self.certainly_passed(at) => Truth::No,
            _ => Truth::Unknown,
        }
    }

    /// Had a limit certainly passed at that moment? A provisional one never had (AMB-16).
    fn certainly_passed(&self, at: Moment) -> bool {
        let passed = |end: Moment| is_by(at, end.instant()).is_no();
        let earlier = self.earlier.as_ref().and_then(|earlier| earlier.due);
        let certain = self.in_force().filter(|timed| timed.is_certain(self.starts));
        earlier.is_some_and(passed) || certain.filter_map(|timed| timed.end(self.starts)).any(passed)
    }

    /// The discussions, as answers tell them.
    pub(super) fn held_answers(&self) -> Vec<HeldAnswer> {
        let answer = |held: &Discussion<'_>| HeldAnswer {
            at: held.told.at.map(as_told),
            full: held.full,
            lacking: held.lacking.clone(),
            counts: held.counts_at().is_some(),
            in_time: self.was_in_time(held),
        };
        self.held.iter().map(answer).collect()
    }

    /// What would tell whether a discussion counts, where none does yet.
    pub(super) fn ask_held(&self) -> Vec<Ask> {
        if self.held_at().is_some() {
            return Vec::new();
        }
        let of = |(index, held): (usize, &Discussion<'_>)| {
            let needed = distinct(self.timings.iter().flat_map(|timing| timing.concern.minimum()));
            let names = listed(needed.iter().map(|needed| self.stack.person(needed).into()));
            let who =
                held.full.is_unknown().then(|| Ask::new(format!("held[{index}].agencies"), ASK_WHO_TOOK_PART.with([("names", names)])));
            let when = (held.told.at.is_none() && !held.full.is_no()).then(|| Ask::new(format!("held[{index}].at"), ASK_HELD_AT.said()));
            who.into_iter().chain(when)
        };
        self.held.iter().enumerate().flat_map(of).collect()
    }
}
