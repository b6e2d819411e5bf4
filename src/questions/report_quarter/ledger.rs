//! A quarter's report in the making: meetings are told one by one, and of each no more is kept than the report needs.

use std::sync::Arc;

use chrono::{Months, NaiveDate, NaiveTime};

use super::answer::Doubt;
use super::common::Common;
use super::counts::{Counts, Held, Open};
use super::doubts::{Doubts, Place};
use super::duties::measured;
use super::facts::{Facts, Meeting};
use super::judge::Judge;
use super::met_before::{Digest, MetBefore, reference, team};
use super::parts::Agencies;
use crate::engine::rulebook::Rulebook;
use crate::engine::scope::Scope;
use crate::engine::stack::Stack;
use crate::error::{Code, Error};
use crate::text::catalogue::Catalogue;
use crate::text::sentences::{FIRST_AFTER_ANOTHER, LONGER_THAN_A_QUARTER, NO_DATE, NO_END, SAME_REFERENCE, SAME_TIMES};
use crate::value::Text;
use crate::value::moment::{Moment, ReadAs};
use crate::value::truth::Truth;

/// As many meetings as one report takes: what tells them apart is kept of each.
const MOST_MEETINGS: usize = 4_000_000;

const MONTHS_OF_A_QUARTER: u32 = 3;

/// A quarter's report in the making.
pub struct Ledger {
    /// What was asked, without the meetings.
    pub(super) facts: Facts,
    scope: Scope,
    pub(super) stack: Arc<Stack>,
    common: Common,
    /// The names of the duties whose time is measured.
    pub(super) duties: Vec<Text>,
    /// The days from which other rules are in force than before; empty where all meetings have the same.
    turns: Vec<NaiveDate>,
    judges: Vec<(Option<NaiveDate>, Judge)>,
    met_before: MetBefore,
    pub(super) agencies: Agencies,
    pub(super) counts: Counts,
    doubts: Doubts,
    meetings: usize,
    pub(super) so_far: SoFar,
}

/// How many meetings there were, by what becomes of them.
#[derive(Default)]
pub(super) struct SoFar {
    pub counted: u32,
    pub provisional: u32,
    pub outside: u32,
}

impl Ledger {
    /// Opens one with the meetings of these facts in it. So many doubts at most are listed.
    pub(super) fn open(scope: &Scope, facts: &Facts, rulebook: &Rulebook, most_doubts: usize) -> Result<Self, Error> {
        let stack = rulebook.stack(scope)?;
        if facts.from.zip(facts.until).is_some_and(|(from, until)| until < from) {
            return Err(Error::new(Code::BadDate, "until", "expected a day that is not before the first"));
        }
        let bank_holidays = facts.bank_holidays.clone();
        let calendar = Arc::new(stack.calendar.with(bank_holidays.as_deref())?.into_owned());
        let mut ledger = Ledger {
            facts: Facts { meetings: Vec::new(), ..facts.clone() },
            scope: scope.clone(),
            duties: measured(&stack),
            stack,
            common: Common { rulebook: rulebook.clone(), calendar, bank_holidays },
            turns: if facts.rules_of_the_day == Some(true) { rulebook.turns() } else { Vec::new() },
            judges: Vec::new(),
            met_before: MetBefore::default(),
            agencies: Agencies::default(),
            counts: Counts::default(),
            doubts: Doubts::at_most(most_doubts),
            meetings: 0,
            so_far: SoFar::default(),
        };
        ledger.quarter_is_one();
        facts.meetings.iter().try_for_each(|meeting| ledger.add(meeting))?;
        Ok(ledger)
    }

    /// Is the quarter longer than one? That is told, and everything in it is counted.
    fn quarter_is_one(&mut self) {
        let after = self.facts.from.and_then(|from| from.checked_add_months(Months::new(MONTHS_OF_A_QUARTER)));
        if after.zip(self.facts.until).is_some_and(|(after, until)| until >= after) {
            self.doubts.add(LONGER_THAN_A_QUARTER, "until".to_owned());
        }
    }

    /// The sentences in which it is told.
    pub(super) fn catalogue(&self) -> Arc<Catalogue> {
        Arc::clone(self.common.rulebook.catalogue())
    }

    /// How many meetings it was told of.
    #[must_use]
    pub fn meetings(&self) -> usize {
        self.meetings
    }

    /// Takes one more meeting into account.
    ///
    /// # Errors
    /// An [`Error`] where a concern is refused, or there are too many meetings. Nothing more is to be added then: the report would
    /// lack that meeting.
    pub fn add(&mut self, meeting: &Meeting) -> Result<(), Error> {
        let index = self.meetings;
        if index >= MOST_MEETINGS {
            return Err(Error::new(Code::TooLarge, "meetings", format!("expected at most {MOST_MEETINGS} meetings")));
        }
        self.meetings += 1;
        if meeting.ended_at.is_none() {
            let lacks = if meeting.started_at.is_some() { NO_END } else { NO_DATE };
            self.doubts.add(lacks, format!("meetings[{index}].endedAt"));
        }
        let reference = reference(meeting);
        if let Some(first) = self.met_before.at_the_same_times(index, meeting, reference) {
            self.doubts.add_pair(SAME_TIMES, format!("meetings[{index}]"), format!("meetings[{first}]"));
        }
        let first = reference.map(|reference| self.met_before.first_under(reference, index));
        // One that is told as a repeat stands under the reference of the first.
        if let Some(first) = first.filter(|first| *first != index && meeting.repeat != Some(Truth::Yes)) {
            self.doubts.add_pair(SAME_REFERENCE, format!("meetings[{index}].ref"), format!("meetings[{first}].ref"));
        }
        let judge = self.judge_for(meeting)?;
        let (_, judge) = &self.judges[judge];
        let record = judge.judge(index, meeting, &self.common, &mut self.agencies, &mut self.doubts)?;
        let (counts, team) = (self.is_counted(meeting), self.counts.number_of(team(meeting)));
        if counts {
            self.counts.add_done(team, &record.parts, &record.done);
        }
        let held = Held { team, counts, within_limit: record.within_limit, repeat: meeting.repeat };
        self.add_held(index, held, reference.zip(meeting.held_at()), record.doubt);
        Ok(())
    }

    /// What judges a meeting: the rules that report, or those of its own day. The same rules are compiled once, whatever the day.
    fn judge_for(&mut self, meeting: &Meeting) -> Result<usize, Error> {
        let held = meeting.held_at().map(|at| at.date());
        let before_all = || self.turns.iter().min().and_then(|first| first.pred_opt());
        let since = held.and_then(|day| self.turns.iter().filter(|turn| **turn <= day).max().copied().or_else(before_all));
        if let Some(place) = self.judges.iter().position(|(known, _)| *known == since) {
            return Ok(place);
        }
        let as_of = since.map(|day| Moment::in_london(day.and_time(NaiveTime::MIN), ReadAs::AsStartOfDay));
        let scope = Scope { as_of: as_of.or(self.scope.as_of), ..self.scope.clone() };
        self.judges.push((since, Judge::of(scope, &self.duties, &self.common.rulebook)?));
        Ok(self.judges.len() - 1)
    }

    /// Is it counted? One outside the quarter is not, nor one without a date, which lies in none, nor one of a provisional limit.
    fn is_counted(&mut self, meeting: &Meeting) -> bool {
        let Facts { from, until, .. } = self.facts;
        let day = meeting.held_at().map(|at| at.date());
        let is_inside = day.is_some_and(|day| from.is_none_or(|from| from <= day) && until.is_none_or(|until| day <= until));
        let number = match (is_inside, meeting.settled) {
            (false, _) => &mut self.so_far.outside,
            (true, Truth::No) => &mut self.so_far.provisional,
            (true, _) => &mut self.so_far.counted,
        };
        *number += 1;
        is_inside && !meeting.settled.is_no()
    }

    /// Counts a meeting once it is known whether it follows another under its reference: now, or when all are told.
    fn add_held(&mut self, index: usize, held: Held, ended: Option<(Digest, Moment)>, doubt: Place) {
        let Some((reference, ended)) = ended else { return self.counts.add(held, held.repeat.unwrap_or_default()) };
        let this = Open { index: index as u32, ended: ended.instant(), held, doubt };
        for follows in self.met_before.ended(reference, this, ended) {
            self.count_as_following(follows);
        }
    }

    /// Counts a meeting that was held after another under its reference.
    fn count_as_following(&mut self, Open { index, held, doubt, .. }: Open) {
        let repeat = if held.repeat == Some(Truth::No) { Truth::Unknown } else { Truth::Yes };
        if held.repeat == Some(Truth::No) {
            self.doubts.add_at(doubt, FIRST_AFTER_ANOTHER, format!("meetings[{index}].repeat"));
        }
        self.counts.add(held, repeat);
    }

    /// Counts those that follow none after all, and gives the doubts: those that are listed, and how many more there are.
    pub(super) fn all_told(&mut self) -> (Vec<Doubt>, u32) {
        for Open { held, .. } in std::mem::take(&mut self.met_before).into_firsts() {
            self.counts.add(held, held.repeat.unwrap_or_default());
        }
        std::mem::replace(&mut self.doubts, Doubts::at_most(0)).into_list()
    }
}
