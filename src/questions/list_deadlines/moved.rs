//! Deadlines of an earlier answer that are another day now.

use chrono::NaiveDate;

use super::Listing;
use super::answer::{Deadline, Moved};
use super::facts::Earlier;
use crate::text::dates::said;
use crate::text::sentences::{IS_A_BANK_HOLIDAY, MOVED_FOR, MOVED_NOT_DUE, MOVED_OTHERWISE};
use crate::text::{Part, Said, listed};

impl Listing<'_> {
    /// The deadlines that moved, in the order of the earlier answer.
    pub(super) fn moved(&self, deadlines: &[Deadline]) -> Vec<Moved> {
        self.facts.previous.iter().flatten().filter_map(|earlier| self.moved_from(earlier, deadlines)).collect()
    }

    fn moved_from(&self, earlier: &Earlier, deadlines: &[Deadline]) -> Option<Moved> {
        let now = deadlines.iter().find(|deadline| *deadline.duty == *earlier.duty);
        let (from, to) = (earlier.due.date(), now.and_then(|deadline| deadline.due_by));
        if to == Some(from) {
            return None;
        }
        let start = now.and_then(|deadline| self.facts.known.moment(deadline.from.as_deref()?)).map(|start| start.date());
        Some(Moved {
            duty: earlier.duty.clone(),
            from,
            to,
            later: to.is_none_or(|to| to > from),
            why: match to {
                Some(to) => self.why_moved(start, to.max(from)),
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
