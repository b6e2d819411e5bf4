//! **How did our meetings do this quarter?**
//!
//! Figures are counted from meeting records: agency by agency where the document says so, and otherwise of all meetings
//! and of each team. What the records cannot tell is counted as not recorded, never as in time and never as late, and
//! what is doubtful in them is told first. A meeting whose answer was still provisional is left out and counted apart.
//! For the public, small numbers are held back, with whatever would let them be worked out.

mod answer;
mod csv;
mod doubts;
mod duties;
mod facts;
mod figures;
mod limit;
mod parts;
mod records;
pub(crate) mod rule;
mod time;

pub use answer::{Doubt, Figure, Measured, Quarter, Row};
pub use facts::{AgencyPart, Audience, Facts, Meeting};
pub use rule::Measure;

use std::collections::BTreeMap;

use crate::engine::decision::{Caution, Cited, Decision, Reasons, says};
use crate::engine::form::Form;
use crate::engine::question::Question;
use crate::engine::rulebook::Rulebook;
use crate::engine::scope::Scope;
use crate::engine::stack::Stack;
use crate::error::{Code, Error};
use crate::pack::rule::Rule;
use crate::text::sentences::{
    BANK_HOLIDAYS_ADDED, CHECK_THE_RECORDS, HOW_DID_WE_DO, MEETINGS_COUNTED, NO_FIGURES, NO_QUARTERLY_FIGURES, NOT_FOR_PUBLICATION,
    ONE_MEETING, SMALL_NUMBERS, TEAMS_NOT_TOLD, TOO_FEW,
};
use crate::text::{Said, Sentence};
use crate::value::Text;
use crate::value::truth::Truth;
use duties::Duties;
use figures::{Count, Figures, Tally, Whom};
use parts::Agencies;
use records::{Record, Records};
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
        let calendar = stack.calendar.with(facts.bank_holidays.as_deref())?;
        let duties = Duties::of(&stack, &calendar);
        let records = Records::of(facts, &duties, scope, rulebook)?;
        Ok(decision(facts, records, &duties, &stack))
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

fn decision(facts: &Facts, records: Records<'_>, duties: &Duties<'_>, stack: &Stack) -> Decision<Quarter> {
    let Records { all, agencies, doubts } = records;
    let (inside, outside): (Vec<&Record<'_>>, Vec<&Record<'_>>) = all.iter().partition(|record| facts.covers(record.meeting));
    let (provisional, counted): (Vec<&Record<'_>>, Vec<&Record<'_>>) =
        inside.into_iter().partition(|record| record.meeting.settled.is_no());
    let is_public = facts.audience == Some(Audience::Public);
    let rules = || stack.rules_of_the_day::<Own>();
    let tallies: Vec<Tally<'_>> = rules().map(|(_, rule)| tally(&rule.own, &counted, &agencies, duties)).collect();
    let figures = Figures { meetings: counted.len() as u32, tallies: &tallies, public: is_public };
    let measured = |((_, rule), rows): ((_, &Rule<Own>), _)| Measured {
        id: Text::clone(&rule.cite.id),
        measure: rule.own.measures,
        text: says(rule),
        rows,
    };
    let measures: Vec<Measured> = rules().zip(figures.rows()).map(measured).collect();
    let meetings = figures.meetings();
    let not_for_the_public = |records: &[&Record<'_>]| (!is_public).then_some(records.len() as u32);
    let answer = Quarter {
        heading: heading(meetings, measures.is_empty()),
        meetings,
        provisional_left_out: not_for_the_public(&provisional),
        outside_left_out: not_for_the_public(&outside),
        csv: csv::of(&measures),
        measures,
        check: if is_public { Vec::new() } else { doubts.into_list() },
    };
    let reasons = Reasons {
        because: rules().map(|(pack, rule)| Cited::of(pack, rule)).collect(),
        set_aside: stack.weakened::<Own>(),
        cautions: cautions(&answer, &figures, facts, stack),
        ..Reasons::default()
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

fn tally<'r>(own: &'r Own, counted: &[&'r Record<'_>], agencies: &'r Agencies<'_>, duties: &Duties<'_>) -> Tally<'r> {
    let (measure, smallest) = (own.measures, own.smallest_shown);
    let tally = |lines, of_no_team| Tally { measure, duty: own.duty.as_ref(), smallest, lines, of_no_team };
    if measure.is_of_agencies() {
        return tally(by_agency(measure, counted, agencies), Count::default());
    }
    let duty = own.duty.as_ref().and_then(|duty| duties.place(duty));
    let recorded = |record: &Record<'_>| match measure {
        Measure::MeetingInTime => record.within_limit,
        Measure::RepeatMeetings => record.repeat,
        _ => duty.map_or(Truth::Unknown, |duty| record.done[duty]),
    };
    let (mut all, mut of_no_team, mut of_teams) = (Count::default(), Count::default(), BTreeMap::new());
    for record in counted {
        let of_team = match record.team.as_deref() {
            Some(team) => of_teams.entry(team).or_insert_with(Count::default),
            None => &mut of_no_team,
        };
        [&mut all, of_team].into_iter().for_each(|count| count.add(recorded(record)));
    }
    let of_teams = of_teams.into_iter().map(|(team, count)| (Whom::Team(team), count));
    tally([(Whom::All, all)].into_iter().chain(of_teams).collect(), of_no_team)
}

/// The counts of each agency, in the order in which the records name them.
fn by_agency<'r>(measure: Measure, counted: &[&Record<'_>], agencies: &'r Agencies<'_>) -> Vec<(Whom<'r>, Count)> {
    let mut counts = vec![None; agencies.names.len()];
    for part in counted.iter().flat_map(|record| &record.parts) {
        let count = counts[part.agency].get_or_insert_with(Count::default);
        part.recorded(measure).into_iter().for_each(|recorded| count.add(recorded));
    }
    let named = agencies.names.iter().zip(counts);
    named.filter_map(|(agency, count)| Some((Whom::Agency(agency), count?))).collect()
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
