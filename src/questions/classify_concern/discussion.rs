//! A discussion that was held already, and whether it counts: every agency took part without which the meeting is none
//! (AMB-19). What is not known of a discussion never counts for it.

use chrono::{DateTime, Utc};

use super::concern::Concern;
use super::facts::{Facts, HeldMeeting};
use super::starts::Starts;
use crate::engine::stack::Stack;
use crate::questions::list_attendees::minimum::minimum_of;
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
    /// May it lie before the concern, because only its day was told?
    pub without_a_time: bool,
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
            let takes_part = |needed: &str| there.iter().any(|agency| stack.is_some_and(|stack| stack.stands_in(agency.id(), needed)));
            needed.iter().filter(|needed| !takes_part(needed)).map(|needed| name(stack, needed)).collect::<Vec<String>>()
        });
        // Under a name that nobody knows may be any of those who are lacking.
        let names_nobody_known = || told.agencies.iter().flatten().any(|agency| stack.is_some_and(|stack| !stack.knows(agency)));
        let full = match &lacking {
            Some(lacking) if !needed.is_empty() && !lacking.is_empty() && names_nobody_known() => Truth::Unknown,
            Some(lacking) if !needed.is_empty() => Truth::from(lacking.is_empty()),
            _ => told.full,
        };
        Discussion {
            told_otherwise: told.full.is_yes() && full.is_no(),
            out_of_order: told.at.is_some_and(|at| starts.is_out_of_order(at)),
            without_a_time: told.at.is_some_and(|at| starts.may_be_out_of_order(at)),
            lacking: lacking.unwrap_or_default(),
            told,
            full: if told.full.is_no() { Truth::No } else { full },
        }
    }

    /// When it was held, where it counts.
    pub(super) fn counts_at(&self) -> Option<Moment> {
        self.told.at.filter(|_| self.full.is_yes() && !self.out_of_order && !self.without_a_time)
    }
}

fn name(stack: Option<&Stack>, agency: &str) -> String {
    stack.map_or_else(|| agency.to_owned(), |stack| stack.person(agency))
}

impl Concern<'_> {
    /// The agencies without which a strategy meeting is none.
    pub(super) fn minimum(&self) -> Vec<&str> {
        minimum_of(self.stack, &MeetingType::Strategy)
    }
}

/// When the first discussion was held that counts.
pub(super) fn first_of(held: &[Discussion<'_>]) -> Option<Moment> {
    held.iter().filter_map(Discussion::counts_at).min_by_key(Moment::instant)
}

/// Is a moment certainly no later than another? A day alone may be any time of that day.
pub(super) fn is_by(at: Moment, end: DateTime<Utc>) -> Truth {
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
pub(super) fn as_told(at: Moment) -> String {
    if at.read() == ReadAs::AsStartOfDay { at.date().to_string() } else { at.in_words() }
}

fn end_of_that_day(at: Moment) -> DateTime<Utc> {
    end_of_day(at.date()).instant()
}
