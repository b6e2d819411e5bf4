//! What to bear in mind beside the deadlines.

use super::answer::{Deadline, Doubt, Moved};
use super::duty::Spoken;
use super::{ListDeadlines, Listing};
use crate::engine::decision::Caution;
use crate::engine::family;
use crate::engine::question::Question;
use crate::text::Sentence;
use crate::text::dates::said;
use crate::text::sentences::{
    ASK_TIME_OF_DAY, ASK_WHEN_DONE, BANK_HOLIDAYS_ADDED, CALENDAR_EXCEEDED, CHANNEL_NOT_ALLOWED, DEADLINE_PASSED, DEADLINE_TODAY,
    DOCUMENT_NOT_SUPPLIED, DONE_TOO_SOON, DONE_WITHOUT_A_TIME, FALLS_ON_A_DAY_OFF, LENGTHENED_ON_RECORD, MOVED_LATER, NO_DEADLINE_HERE,
};
use crate::value::moment::Moment;
use crate::value::truth::Truth;

impl Listing<'_> {
    /// The cautions of the packs, and ours.
    pub(super) fn cautions(&self, deadlines: &[Deadline], moved: &[Moved], rules: &[Spoken<'_, '_>]) -> Vec<Caution> {
        let any = |is_so: fn(&Deadline) -> bool| deadlines.iter().any(is_so);
        let holidays_added = self.facts.bank_holidays.as_ref().is_some_and(|holidays| !holidays.is_empty());
        let has_passed = any(|deadline| deadline.overdue) || self.is_any_left(deadlines, |due, now| due.instant() < now.instant());
        let ours: [(bool, &'static Sentence); 8] = [
            (deadlines.is_empty(), NO_DEADLINE_HERE),
            (has_passed, DEADLINE_PASSED),
            (!has_passed && self.is_any_left(deadlines, |due, now| due.date() == now.date()), DEADLINE_TODAY),
            (moved.iter().any(|moved| moved.holds), MOVED_LATER),
            (moved.iter().any(|moved| moved.later && !moved.holds), LENGTHENED_ON_RECORD),
            (deadlines.iter().any(|deadline| self.falls_on_a_day_off(deadline)), FALLS_ON_A_DAY_OFF),
            (any(|deadline| deadline.documents.iter().any(|document| document.external)), DOCUMENT_NOT_SUPPLIED),
            (holidays_added, BANK_HOLIDAYS_ADDED),
        ];
        let mut cautions = self.case.cautions(ListDeadlines::NAME, |caution| caution.is_of(self.facts.meeting_type.as_ref()));
        cautions.extend(ours.into_iter().filter(|(holds, _)| *holds).map(|(_, sentence)| Caution::of(sentence)));
        cautions.extend(deadlines.iter().filter_map(|deadline| Caution::of_plan(deadline.planned.as_ref()?)));
        cautions.extend(self.case.not_reached(self.reached()));
        cautions.extend(family::not_reached(&self.family, self.goes_to_family()));
        let doubted = deadlines.iter().filter_map(|deadline| Some((deadline, deadline.doubt?)));
        cautions.extend(doubted.map(|(deadline, doubt)| Caution::with(doubt.told(), [("what", deadline.what.clone().into())])));
        let astray = deadlines.iter().filter(|deadline| deadline.channel_allowed.is_some_and(Truth::is_no));
        cautions.extend(astray.map(|deadline| Caution::with(CHANNEL_NOT_ALLOWED, [("what", deadline.what.clone().into())])));
        cautions.extend(self.calendar_exceeded(rules));
        cautions
    }

    /// Is anything that nobody recorded as done due so, though it may not be owed by then?
    fn is_any_left(&self, deadlines: &[Deadline], is_so: fn(Moment, Moment) -> bool) -> bool {
        let is_due_so = |due: Moment| self.facts.now.is_some_and(|now| is_so(due, now));
        deadlines.iter().any(|deadline| deadline.on_time.is_none() && deadline.due.is_some_and(is_due_so))
    }

    /// Does any of the moments on which a time rests contradict another? Then nothing was done in time by it, or late.
    pub(super) fn rests_on_disorder(&self, paths: impl IntoIterator<Item = impl AsRef<str>>) -> bool {
        paths.into_iter().any(|path| self.case.is_out_of_order(path.as_ref()))
    }

    /// Said of any time that can be counted, whether it is told here or not.
    fn calendar_exceeded(&self, rules: &[Spoken<'_, '_>]) -> Option<Caution> {
        let is_exceeded = rules.iter().any(|spoken| spoken.counted.is_some_and(|counted| counted.beyond_knowledge));
        let day = |day| said(day).into();
        let known = || [("from", day(self.calendar.known_from)), ("until", day(self.calendar.known_until))];
        is_exceeded.then(|| Caution::with(CALENDAR_EXCEEDED, known()))
    }

    fn falls_on_a_day_off(&self, deadline: &Deadline) -> bool {
        let last = deadline.due_by.filter(|_| deadline.aim_by.is_some());
        last.is_some_and(|last| !self.calendar.is_working_either_way(last))
    }
}

impl Doubt {
    /// What is told of it.
    fn told(self) -> &'static Sentence {
        match self {
            Doubt::CannotBe => DONE_TOO_SOON,
            Doubt::WithoutATime => DONE_WITHOUT_A_TIME,
        }
    }

    /// What is asked.
    pub(super) fn asks(self) -> &'static Sentence {
        match self {
            Doubt::CannotBe => ASK_WHEN_DONE,
            Doubt::WithoutATime => ASK_TIME_OF_DAY,
        }
    }
}
