//! By when: limits counted from their start, and the earliest of them.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::rule::Own;
use crate::calendar::{Calendar, Count};
use crate::engine::case::Case;
use crate::engine::decision::Ask;
use crate::value::limit::{Cycle, Limit};
use crate::value::moment::{Moment, end_of_day};
use crate::value::order::lies_before;

/// A limit, counted from its start.
#[derive(Clone, Copy)]
pub(super) struct Counted {
    pub limit: Limit,
    pub due: Moment,
    /// Is the date cut to the end of a shorter month?
    pub cut_to_month_end: bool,
    /// Did it leave the years for which bank holidays are known?
    pub beyond_knowledge: bool,
    /// The last day without the bank holidays that were added by hand, where some were.
    pub without_added: Option<NaiveDate>,
}

/// When a duty falls due, as far as that is known.
pub(super) struct Time<'c> {
    pub limit: Option<Limit>,
    /// The fact that names the moment from which it counts.
    pub from: Option<&'c str>,
    pub due: Option<Moment>,
    /// The fact that names the moment that brought it forward.
    pub capped_by: Option<&'c str>,
    pub cut_to_month_end: bool,
    /// The last day without the bank holidays that were added by hand, where some were.
    pub without_added: Option<NaiveDate>,
}

impl Time<'_> {
    /// Is it given in days, and not to the minute?
    pub(super) fn is_by_day(&self) -> bool {
        !matches!(self.limit, Some(Limit::Hours(_) | Limit::DaysToTheHour(_) | Limit::HoursBefore(_) | Limit::ByThen))
    }

    /// Does it run on from that moment, so that nothing of it is done before? What brings it forward may leave no time at all.
    pub(super) fn runs_from(&self, start: Moment) -> bool {
        let earliest = |due: Moment| start.instant() < due.instant() || self.capped_by.is_some() && start.instant() == due.instant();
        self.due.is_none_or(earliest)
    }

    /// The last day in London.
    pub(super) fn due_by(&self) -> Option<NaiveDate> {
        self.due.map(|due| due.date())
    }

    /// Our suggestion: the last working day that is not later.
    pub(super) fn aim_by(&self, calendar: &Calendar) -> Option<NaiveDate> {
        let due_by = self.due_by().filter(|_| self.is_by_day())?;
        let mut day = self.without_added.map_or(due_by, |listed| listed.min(due_by));
        while !calendar.is_working_either_way(day) {
            day = day - Days::new(1);
        }
        Some(day)
    }

    /// The question that would tell when it falls due.
    pub(super) fn start_missing(&self, case: &Case<'_>) -> Option<Ask> {
        let from = self.from.filter(|from| case.moment(from).is_none())?;
        Some(case.stack.ask(from))
    }
}

/// The time that a rule gives, where its start is known and it gives a number.
pub(super) fn of_rule(own: &Own, case: &Case<'_>, now: Option<Moment>, calendar: &Calendar) -> Option<Counted> {
    let start = start(own.from.as_deref()?, case, now)?;
    count(limit(own, case).or(own.every.map(once_in))?, start, calendar)
}

/// The moment from which a time runs. What is told as having happened and lies ahead counts from now until that is corrected
/// (AMB-70).
pub(super) fn start(from: &str, case: &Case<'_>, now: Option<Moment>) -> Option<Moment> {
    let start = case.counted_from(from)?;
    let has_happened = case.stack.fact(from).is_some_and(|fact| fact.happened);
    Some(now.filter(|now| has_happened && lies_before(*now, start)).unwrap_or(start))
}

/// The shorter time until somebody says no to what it is for, and otherwise the usual one.
pub(super) fn limit(own: &Own, case: &Case<'_>) -> Option<Limit> {
    let is_shorter = own.shortest_for.as_deref().is_some_and(|fact| !case.truth(fact).is_no());
    own.shortest.filter(|_| is_shorter).or(own.within)
}

/// The fact for which the shorter time is taken, only because nobody has said that the longer one will do.
pub(super) fn shortened_for_now<'o>(own: &'o Own, case: &Case<'_>) -> Option<&'o str> {
    own.shortest.and(own.shortest_for.as_deref()).filter(|fact| case.truth(fact).is_unknown())
}

/// What is asked of the moments that a duty is never due after: until they are known, it may be due sooner.
pub(super) fn caps_not_known<'o>(own: &'o Own, case: &'o Case<'_>) -> impl Iterator<Item = Ask> + 'o {
    own.never_after.iter().filter(|fact| case.moment(fact).is_none()).map(|fact| case.stack.ask(fact))
}

fn once_in(cycle: Cycle) -> Limit {
    match cycle {
        Cycle::Week => Limit::Weeks(1),
        Cycle::Quarter => Limit::Months(3),
        Cycle::Months(months) => Limit::Months(months),
    }
}

/// The last moment of a limit that counts from a start; none where it gives no number.
pub(crate) fn due(limit: Limit, start: Moment, calendar: &Calendar) -> Option<Moment> {
    count(limit, start, calendar).map(|counted| counted.due)
}

/// The last day without the bank holidays that were added by hand, where some were and the limit counts working days.
pub(crate) fn without_added(limit: Limit, start: Moment, calendar: &Calendar) -> Option<NaiveDate> {
    count(limit, start, calendar)?.without_added
}

fn count(limit: Limit, start: Moment, calendar: &Calendar) -> Option<Counted> {
    let exactly = |due: Moment| Counted { limit, due, cut_to_month_end: false, beyond_knowledge: false, without_added: None };
    let by_day = |due: NaiveDate| exactly(end_of_day(due));
    let day = start.date();
    Some(match limit {
        Limit::AsSoonAsPracticable => return None,
        Limit::ByThen => exactly(start),
        Limit::HoursBefore(hours) => exactly(start.before_hours(hours)),
        Limit::DaysBefore(days) => by_day(day - Days::new(days.into())),
        Limit::WorkingDaysBefore(days) => {
            let (due, without_added) = calendar.working_days_before(day, days);
            Counted { beyond_knowledge: !calendar.knows(due) || !calendar.knows(day), without_added, ..by_day(due) }
        }
        Limit::Hours(hours) => exactly(start.after_hours(hours)),
        Limit::DaysToTheHour(days) => exactly(start.after_days(days)),
        Limit::Days(days) => by_day(day + Days::new(days.into())),
        Limit::Weeks(weeks) => by_day(day + Days::new(7 * u64::from(weeks))),
        Limit::WorkingDays(days) => {
            let count = calendar.working_days(day, days);
            let Count { beyond_knowledge, without_added, .. } = count;
            Counted { beyond_knowledge, without_added, ..by_day(count.due_by) }
        }
        Limit::Months(months) => {
            let due = day.checked_add_months(Months::new(months))?;
            Counted { cut_to_month_end: due.day() != day.day(), ..by_day(due) }
        }
    })
}
