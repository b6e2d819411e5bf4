//! **How did our meetings do this quarter?**
//!
//! Figures are counted from meeting records: agency by agency where the document says so, and otherwise of all meetings
//! and of each team. What the records cannot tell is counted as not recorded, never as in time and never as late, and
//! what is doubtful in them is told first. A meeting whose answer was still provisional is left out and counted apart.
//! For the public, small numbers are held back, with whatever would let them be worked out.

mod answer;
mod common;
mod counts;
mod csv;
mod doubts;
mod duties;
mod facts;
mod figures;
mod judge;
mod ledger;
mod limit;
mod met_before;
mod parts;
mod read;
pub(crate) mod rule;
mod time;

pub use answer::{Doubt, Figure, Measured, Quarter, Row};
pub use facts::{AgencyPart, Audience, Facts, Meeting};
pub use ledger::Ledger;
pub use rule::Measure;

use crate::engine::decision::{Caution, Cited, Decision, Reasons, says};
use crate::engine::form::Form;
use crate::engine::question::Question;
use crate::engine::rulebook::Rulebook;
use crate::engine::scope::Scope;
use crate::engine::stack::Stack;
use crate::error::Error;
use crate::pack::rule::Rule;
use crate::text::sentences::{
    BANK_HOLIDAYS_ADDED, CHECK_THE_RECORDS, HOW_DID_WE_DO, MEETINGS_COUNTED, NO_FIGURES, NO_QUARTERLY_FIGURES, NOT_FOR_PUBLICATION,
    ONE_MEETING, SMALL_NUMBERS, TEAMS_NOT_TOLD, TOO_FEW,
};
use crate::text::{Said, Sentence};
use crate::value::Text;
use crate::value::truth::Truth;
use figures::{Figures, Tally};
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
        Ok(Ledger::open(scope, facts, rulebook, usize::MAX)?.close())
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
    /// use safeguarding_rules::report_quarter::{Audience, Facts, Meeting};
    /// use safeguarding_rules::{Moment, Rulebook, Scope};
    ///
    /// let meeting = Meeting { ended_at: Moment::from_words("2026-03-02T15:00"), ..Meeting::default() };
    /// let facts = Facts { meetings: vec![meeting], audience: Some(Audience::Public), ..Facts::default() };
    /// let quarter = Rulebook::built_in().report_quarter(&Scope::area("county-durham"), &facts)?.answer;
    /// // One meeting could point to one family, so the public is not even told their number.
    /// assert!(quarter.meetings.suppressed);
    /// # Ok::<(), safeguarding_rules::Error>(())
    /// ```
    pub fn report_quarter(&self, scope: &Scope, facts: &Facts) -> Result<Decision<Quarter>, Error> {
        ReportQuarter::decide(scope, facts, self)
    }
}

impl Ledger {
    /// The report on all meetings that were added: the answer of [`Rulebook::report_quarter`] to the same.
    #[must_use]
    pub fn close(mut self) -> Decision<Quarter> {
        let (doubts, more) = self.all_told();
        let Ledger { facts, stack, so_far, counts, agencies, duties, .. } = &self;
        let is_public = facts.audience == Some(Audience::Public);
        let rules = || stack.rules_of_the_day::<Own>();
        let tallies: Vec<Tally<'_>> = rules().map(|(_, rule)| counts.tally(&rule.own, agencies, duties)).collect();
        let figures = Figures { meetings: so_far.counted, tallies: &tallies, public: is_public };
        let measured = |((_, rule), rows): ((_, &Rule<Own>), _)| Measured {
            id: Text::clone(&rule.cite.id),
            measure: rule.own.measures,
            text: says(rule),
            rows,
        };
        let measures: Vec<Measured> = rules().zip(figures.rows()).map(measured).collect();
        let meetings = figures.meetings();
        let not_for_the_public = |number: u32| (!is_public).then_some(number);
        let answer = Quarter {
            heading: heading(meetings, measures.is_empty()),
            meetings,
            provisional_left_out: not_for_the_public(so_far.provisional),
            outside_left_out: not_for_the_public(so_far.outside),
            csv: csv::of(&measures),
            measures,
            check: if is_public { Vec::new() } else { doubts },
            more_to_check: not_for_the_public(more).filter(|more| *more > 0),
        };
        let reasons = Reasons {
            because: rules().map(|(pack, rule)| Cited::of(pack, rule)).collect(),
            set_aside: stack.weakened::<Own>(),
            cautions: cautions(&answer, &figures, facts, stack),
            ..Reasons::default()
        };
        stack.decision(answer, reasons)
    }
}

fn cautions(answer: &Quarter, figures: &Figures<'_>, facts: &Facts, stack: &Stack) -> Vec<Caution> {
    let nothing_known = stack.read_each(|_| Truth::Unknown);
    let held_back = answer.measures.iter().flat_map(|measure| &measure.rows).any(Row::is_held_back);
    let ours = [
        (facts.bank_holidays.as_ref().is_some_and(|holidays| !holidays.is_empty()), BANK_HOLIDAYS_ADDED),
        (answer.measures.is_empty(), NO_FIGURES),
        (!answer.check.is_empty(), CHECK_THE_RECORDS),
        (!figures.public && !answer.measures.is_empty(), NOT_FOR_PUBLICATION),
        (held_back || answer.meetings.suppressed, SMALL_NUMBERS),
        (figures.leaves_out_teams(), TEAMS_NOT_TOLD),
    ];
    let said = ours.into_iter().filter(|(applies, _)| *applies).map(|(_, sentence)| Caution::of(sentence));
    stack.cautions(ReportQuarter::NAME, &nothing_known, |_| true).into_iter().chain(said).collect()
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
