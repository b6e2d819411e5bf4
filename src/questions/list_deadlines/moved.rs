//! Deadlines of an earlier answer that are another moment now. The earlier one holds until somebody says who agreed to a
//! later one and why (AMB-69).

use chrono::NaiveDate;

use super::Listing;
use super::answer::{Deadline, Moved};
use super::facts::Earlier;
use crate::text::dates::said;
use crate::text::sentences::{IS_A_BANK_HOLIDAY, MOVED_FOR, MOVED_NOT_DUE, MOVED_OTHERWISE};
use crate::text::{Part, Said, listed};
use crate::value::given::Lengthening;
use crate::value::moment::{Moment, ReadAs, end_of_day};

impl Earlier {
    /// Its last moment: of a day alone the end of that day.
    fn end(&self) -> Moment {
        if self.is_a_day() { end_of_day(self.due.date()) } else { self.due }
    }

    fn is_a_day(&self) -> bool {
        self.due.read() == ReadAs::AsStartOfDay
    }

    /// Does it tell the very moment, as far as it tells one?
    fn tells(&self, moment: Moment) -> bool {
        self.end().instant() == moment.instant() || (self.is_a_day() && self.due.date() == moment.date())
    }
}

impl Listing<'_> {
    /// Did somebody say who agreed to later moments, and why?
    fn is_released(&self) -> bool {
        self.facts.lengthening.as_ref().is_some_and(Lengthening::releases)
    }

    /// The earlier answer's moment in the place of a later one, or of none.
    pub(super) fn held_back(&self, duty: &str, due: Option<Moment>) -> Option<Moment> {
        let of_duty = self.facts.previous.iter().flatten().filter(|earlier| *earlier.duty == *duty && !self.is_released());
        let earlier = of_duty.min_by_key(|earlier| earlier.end().instant())?;
        let is_sooner = |due: Moment| earlier.end().instant() < due.instant() && !earlier.tells(due);
        due.is_none_or(is_sooner).then(|| earlier.end())
    }

    /// The deadlines that moved, in the order of the earlier answer.
    pub(super) fn moved(&self, deadlines: &[Deadline]) -> Vec<Moved> {
        let is_asked_for = |earlier: &&Earlier| self.facts.duty.as_ref().is_none_or(|duty| *duty == earlier.duty);
        let earlier = self.facts.previous.iter().flatten().filter(is_asked_for);
        earlier.filter_map(|earlier| self.moved_from(earlier, deadlines)).collect()
    }

    fn moved_from(&self, earlier: &Earlier, deadlines: &[Deadline]) -> Option<Moved> {
        let would_be = |deadline: &Deadline| if deadline.held_back { deadline.would_be } else { deadline.due };
        let is_of_agency = |deadline: &&Deadline| earlier.agency.is_none() || earlier.agency == deadline.agency;
        let of_duty = deadlines.iter().filter(|deadline| *deadline.duty == *earlier.duty).filter(is_of_agency);
        // Of several agencies the one whose moment would be the latest: none is later in silence.
        let now = of_duty.max_by_key(|deadline| would_be(deadline).map_or((true, None), |at| (false, Some(at.instant()))));
        let to = now.and_then(would_be);
        // Of duties of several meetings that are called alike the one that has not moved is meant.
        let mut of_all = deadlines.iter().filter(|deadline| *deadline.duty == *earlier.duty && deadline.agency.is_none());
        let stands = of_all.any(|deadline| would_be(deadline).is_some_and(|to| earlier.tells(to)));
        if stands || to.is_some_and(|to| earlier.tells(to)) {
            return None;
        }
        let later = to.is_none_or(|to| to.instant() > earlier.end().instant());
        let start = now.and_then(|deadline| self.facts.known.moment(deadline.from.as_deref()?)).map(|start| start.date());
        Some(Moved {
            duty: earlier.duty.clone(),
            agency: earlier.agency.clone(),
            from: earlier.due.date(),
            from_instant: earlier.end(),
            to: to.map(|to| to.date()),
            to_instant: to,
            later,
            holds: later && !self.is_released(),
            why: match to {
                Some(to) => self.why_moved(start, to.date().max(earlier.due.date())),
                None => MOVED_NOT_DUE.said(),
            },
        })
    }

    /// Holidays that were added and lie in the count, or else the facts.
    fn why_moved(&self, start: Option<NaiveDate>, until: NaiveDate) -> Said {
        let is_counted_over = |date: NaiveDate| start.is_some_and(|start| start < date) && date <= until;
        let added = self.facts.bank_holidays.iter().flatten().map(|holiday| holiday.date).filter(|date| is_counted_over(*date));
        let named: Vec<Part> = added.map(|date| IS_A_BANK_HOLIDAY.with([("date", said(date).into())]).into()).collect();
        match named.is_empty() {
            true => MOVED_OTHERWISE.said(),
            false => MOVED_FOR.with([("holidays", listed(named))]),
        }
    }
}
