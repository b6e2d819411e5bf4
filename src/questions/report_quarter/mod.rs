//! **How did our meetings do this quarter?**
//!
//! Figures are counted from meeting records, agency by agency where the document says so. A number so small that it could
//! point to one family is not shown, and neither is the share worked out from it. A meeting whose answer was still
//! provisional is left out and counted apart. What was not recorded is not counted as done, and is told.

mod answer;
mod csv;
mod facts;
mod figures;
pub(crate) mod rule;

pub use answer::{Figure, Measured, Quarter, Row};
pub use facts::{AgencyPart, Facts, Meeting};
pub use rule::Measure;

use super::list_deadlines::{self, due};
use crate::engine::decision::{Caution, Cited, Decision, Reasons, says};
use crate::engine::form::Form;
use crate::engine::question::Question;
use crate::engine::rulebook::Rulebook;
use crate::engine::scope::Scope;
use crate::engine::stack::Stack;
use crate::error::{Code, Error};
use crate::pack::rule::Rule;
use crate::text::sentences::{HOW_DID_WE_DO, MEETINGS_COUNTED, NO_FIGURES, NO_QUARTERLY_FIGURES, ONE_MEETING, SMALL_NUMBERS, TOO_FEW};
use crate::text::{Said, Sentence};
use crate::value::agency::Agency;
use crate::value::limit::Limit;
use crate::value::truth::Truth;
use crate::value::{Text, distinct};
use figures::{Count, figure};
use rule::Own;

/// The question in the list of all.
pub(crate) struct ReportQuarter;

impl Question for ReportQuarter {
    const NAME: &'static str = "report-quarter";
    const TABLE: &'static str = "report_quarter";
    const ASKS: &'static Sentence = HOW_DID_WE_DO;
    type Facts = Facts;
    type Answer = Quarter;
    const FORM: Form = Form::BY_WHAT_IS_WRITTEN;

    fn decide(scope: &Scope, facts: &Facts, rulebook: &Rulebook) -> Result<Decision<Quarter>, Error> {
        let stack = rulebook.stack(scope)?;
        if facts.from.zip(facts.until).is_some_and(|(from, until)| until < from) {
            return Err(Error::new(Code::BadDate, "until", "expected a day that is not before the first"));
        }
        Ok(decision(facts, &stack))
    }
}

impl Rulebook {
    /// Answers how the meetings of a quarter did: the measures of the documents, counted from what was recorded.
    ///
    /// # Errors
    /// An [`Error`] where an area or pack is not known, or the quarter ends before it begins.
    ///
    /// # Examples
    /// ```
    /// use safeguarding_rules::report_quarter::{Facts, Meeting};
    /// use safeguarding_rules::{Moment, Rulebook, Scope};
    ///
    /// let meeting = Meeting { ended_at: Moment::from_words("2026-03-02T15:00"), ..Meeting::default() };
    /// let facts = Facts { meetings: vec![meeting], ..Facts::default() };
    /// let quarter = Rulebook::built_in().report_quarter(&Scope::area("county-durham"), &facts)?.answer;
    /// // One meeting could point to one family, so not even their number is shown.
    /// assert!(quarter.meetings.suppressed);
    /// # Ok::<(), safeguarding_rules::Error>(())
    /// ```
    pub fn report_quarter(&self, scope: &Scope, facts: &Facts) -> Result<Decision<Quarter>, Error> {
        ReportQuarter::decide(scope, facts, self)
    }
}

fn decision(facts: &Facts, stack: &Stack) -> Decision<Quarter> {
    let (inside, outside): (Vec<&Meeting>, Vec<&Meeting>) = facts.meetings.iter().partition(|meeting| facts.covers(meeting));
    let (provisional, counted): (Vec<&Meeting>, Vec<&Meeting>) = inside.into_iter().partition(|meeting| meeting.settled.is_no());
    let rules = || stack.rules_of_the_day::<Own>();
    let smallest = rules().map(|(_, rule)| rule.own.smallest_shown).max().unwrap_or_default();
    let measures: Vec<Measured> = rules().map(|(_, rule)| measured(rule, &counted, stack)).collect();
    let meetings = figure(counted.len() as u32, smallest);
    let reasons = Reasons {
        because: rules().map(|(pack, rule)| Cited::of(pack, rule)).collect(),
        cautions: cautions(&measures, stack),
        ..Reasons::default()
    };
    let answer = Quarter {
        heading: heading(meetings, measures.is_empty()),
        meetings,
        provisional_left_out: provisional.len() as u32,
        outside_left_out: outside.len() as u32,
        csv: csv::of(&measures),
        measures,
    };
    stack.decision(answer, reasons)
}

impl Facts {
    /// Does a meeting lie in the quarter? One that has no end lies in none.
    fn covers(&self, meeting: &Meeting) -> bool {
        meeting
            .ended_at
            .map(|at| at.date())
            .is_some_and(|day| self.from.is_none_or(|from| from <= day) && self.until.is_none_or(|until| day <= until))
    }
}

fn measured(rule: &Rule<Own>, meetings: &[&Meeting], stack: &Stack) -> Measured {
    let smallest = rule.own.smallest_shown;
    Measured {
        id: Text::clone(&rule.cite.id),
        measure: rule.own.measures,
        text: says(rule),
        rows: match rule.own.measures {
            Measure::DutyInTime => vec![in_time(&rule.own, meetings, stack).row(None, smallest)],
            measure => by_agency(measure, meetings).into_iter().map(|(agency, count)| count.row(Some(agency), smallest)).collect(),
        },
    }
}

/// The counts of each agency, in the order in which the records name them.
fn by_agency<'m>(measure: Measure, meetings: &[&'m Meeting]) -> Vec<(&'m Agency, Count)> {
    let parts = || meetings.iter().flat_map(|meeting| meeting.agencies.iter().flatten());
    let count = |agency: &Agency| parts().filter(|part| part.agency == *agency).filter_map(|part| recorded(measure, part)).collect();
    distinct(parts().map(|part| &part.agency)).into_iter().map(|agency| (agency, count(agency))).collect()
}

/// What was recorded of what is counted. An agency that was not asked is neither there nor missing.
fn recorded(measure: Measure, part: &AgencyPart) -> Option<Truth> {
    match measure {
        Measure::Requests => Some(part.requested),
        _ if part.requested.is_no() => None,
        Measure::Attendance => Some(part.attended),
        Measure::Forms => Some(part.form_returned),
        Measure::DutyInTime => None,
    }
}

/// Was the duty of a measure done within its document's own time?
fn in_time(own: &Own, meetings: &[&Meeting], stack: &Stack) -> Count {
    let mut duties = stack.rules_of_the_day::<list_deadlines::rule::Own>().map(|(_, rule)| &rule.own);
    let limit = duties.find_map(|duty| duty.within.filter(|_| Some(&duty.duty) == own.duty.as_ref()));
    let is_done = |limit: Limit, meeting: &Meeting| {
        let done = meeting.done.as_ref()?.get(own.duty.as_deref()?)?;
        let due = due(limit, meeting.ended_at?, &stack.calendar)?;
        Some(done.instant() <= due.instant())
    };
    let done = meetings.iter().map(|meeting| limit.and_then(|limit| is_done(limit, meeting)));
    done.map(|done| done.map_or(Truth::Unknown, Truth::from)).collect()
}

fn cautions(measures: &[Measured], stack: &Stack) -> Vec<Caution> {
    let nothing_known = stack.read_each(|_| Truth::Unknown);
    let mut cautions = stack.cautions(ReportQuarter::NAME, &nothing_known, |_| true);
    if measures.is_empty() {
        cautions.push(Caution::of(NO_FIGURES));
    }
    if measures.iter().flat_map(|measure| &measure.rows).any(Row::is_kept_back) {
        cautions.push(Caution::of(SMALL_NUMBERS));
    }
    cautions
}

fn heading(meetings: Figure, no_measures: bool) -> Said {
    match (no_measures, meetings.number) {
        (true, _) => NO_QUARTERLY_FIGURES.said(),
        (false, Some(1)) => ONE_MEETING.said(),
        (false, Some(number)) => MEETINGS_COUNTED.with([("number", number.to_string().into())]),
        (false, None) => TOO_FEW.said(),
    }
}

#[cfg(test)]
mod tests;
