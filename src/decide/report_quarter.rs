//! **How did our meetings do this quarter?**
//!
//! Figures are counted from meeting records, agency by agency where the document says so. A number so small that it could
//! point to one family is not shown, and neither is the share worked out from it. A meeting whose answer was still
//! provisional is left out and counted apart. What was not recorded is not counted as done, and is told.

use chrono::NaiveDate;

use crate::answers::answers;
use crate::decide::list_deadlines::{self, Rule as Duty};
use crate::facts::{facts, scoped};
use crate::pack::{Pack, Question};
use crate::rulebook::{Rulebook, Stack};
use crate::words::agency::Agency;
use crate::words::answer::Answer;
use crate::words::citation::cited_rule;
use crate::words::decision::{Caution, Decision};
use crate::words::list::words;
use crate::words::moment::Moment;
use crate::words::once;
use crate::words::ordered::Ordered;
use crate::words::refusal::Refusal;
use crate::words::said::Said;
use crate::words::sentences::*;
use crate::words::{Gather as _, Gathering as _};

scoped! { facts,
    /// The quarter and the records of its meetings.
    #[derive(Clone, Debug, Default)]
    pub struct Facts {
        /// The first day of the quarter.
        pub from: Option<NaiveDate>,
        /// Its last day.
        pub until: Option<NaiveDate>,
        /// The meetings.
        pub meetings: Vec<Meeting>,
    }
}

facts! {
    /// What was recorded of one meeting.
    #[derive(Clone, Debug, Default)]
    pub struct Meeting {
        /// A reference of the caller's own, never a name.
        pub r#ref: Option<String>,
        /// When it ended.
        pub ended_at: Option<Moment>,
        /// Was its time limit settled? A provisional one is left out.
        pub settled: Answer,
        /// What each agency did.
        pub agencies: Option<Vec<AgencyPart>>,
        /// When each duty was done, by the duty's name.
        pub done: Option<Ordered<Moment>>,
    }
}

facts! {
    /// What one agency did.
    #[derive(Clone, Debug, Default)]
    pub struct AgencyPart {
        /// The agency.
        pub agency: Agency,
        /// Was it asked to attend or send information?
        pub requested: Answer,
        /// Did it attend?
        pub attended: Answer,
        /// Did it return the completed form?
        pub form_returned: Answer,
    }
}

cited_rule! { "report_quarter",
    /// A measure, as a pack writes it.
    pub struct Rule {
        /// What is counted.
        pub measures: Measure,
        /// The duty whose time is measured, where it is one of time.
        pub duty: Option<&'static str>,
        /// The smallest number that is shown.
        pub smallest_shown: u32,
    }
}

words! {
    /// What is counted.
    Measure {
        /// Requests to attend or send information, by agency.
        Requests = "requests",
        /// Attendance, by agency.
        Attendance = "attendance",
        /// Completed forms, by agency.
        Forms = "forms",
        /// A duty done in time.
        DutyInTime = "duty-in-time",
    }
}

answers! {
    /// The quarter in figures.
    #[derive(Clone, Debug)]
    pub struct Quarter<'p> {
        /// The answer in one sentence.
        pub heading: Said,
        /// Meetings that are counted.
        pub meetings: Figure,
        /// Meetings left out because their answer was provisional.
        pub provisional_left_out: u32,
        /// Meetings left out because they lie outside the quarter, or have no end.
        pub outside_left_out: u32,
        /// The measures, in the document's order.
        pub measures: Vec<Measured<'p>>,
        /// The same as CSV.
        pub csv: String,
    }
}

answers! {
    /// A number, or that it is too small to be shown.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct Figure {
        /// The number; none where it is not shown.
        pub number: Option<u32>,
        /// Is it kept back because it is small?
        pub suppressed: bool,
    }
}

answers! {
    /// A measure.
    #[derive(Clone, Debug)]
    pub struct Measured<'p> {
        /// The rule.
        pub id: &'p str,
        /// What is counted.
        pub measure: Measure,
        /// What it says.
        pub text: Said,
        /// Its rows: one for each agency, or one.
        pub rows: Vec<Row>,
    }
}

answers! {
    /// A row of a measure.
    #[derive(Clone, Debug)]
    pub struct Row {
        /// The agency; none where the measure is of all.
        pub agency: Option<String>,
        /// Of how many.
        pub of: Figure,
        /// How many.
        pub count: Figure,
        /// The share in whole per cent.
        pub per_cent: Option<u32>,
        /// For how many it was not recorded.
        pub not_recorded: Figure,
    }
}

/// Answers how the meetings of a quarter did.
///
/// # Errors
/// A [`Refusal`] where an area or pack is not known, or the quarter ends before it begins.
pub fn report_quarter<'r>(facts: &Facts, rulebook: &'r Rulebook) -> Result<Decision<'r, Quarter<'r>>, Refusal> {
    let stack = rulebook.stack(&facts.asked())?;
    if facts.from.zip(facts.until).is_some_and(|(from, until)| until < from) {
        return Err(Refusal::new("bad-date", "until", "expected a day that is not before the first"));
    }
    Ok(Reporting { facts, stack }.decision())
}

struct Reporting<'f, 'r> {
    facts: &'f Facts,
    stack: Stack<'r>,
}

/// Counts of one row.
#[derive(Default)]
struct Count {
    of: u32,
    count: u32,
    not_recorded: u32,
}

impl Count {
    fn add(&mut self, answer: Answer) {
        self.of += 1;
        self.count += u32::from(answer.is_yes());
        self.not_recorded += u32::from(answer.is_unknown());
    }
}

impl<'r> Reporting<'_, 'r> {
    fn is_in_quarter(&self, meeting: &Meeting) -> bool {
        meeting.ended_at.is_some_and(|at| {
            self.facts.from.is_none_or(|from| from <= at.date()) && self.facts.until.is_none_or(|until| at.date() <= until)
        })
    }

    fn rows(&self, rule: &Rule, meetings: &[&Meeting]) -> Vec<Row> {
        let row = |agency: Option<String>, count: Count| row(agency, &count, rule.smallest_shown);
        if rule.measures == Measure::DutyInTime {
            let mut count = Count::default();
            for meeting in meetings {
                count.add(self.in_time(rule, meeting));
            }
            return vec![row(None, count)];
        }
        let parts = || meetings.iter().flat_map(|meeting| meeting.agencies.iter().flatten());
        let agencies: Vec<&Agency> = once(parts().map(|part| &part.agency).gathered());
        let of_agency = |agency: &Agency| {
            let mut count = Count::default();
            for part in parts().filter(|part| part.agency == *agency) {
                match rule.measures {
                    Measure::Requests => count.add(part.requested),
                    _ if part.requested.is_no() => {}
                    Measure::Attendance => count.add(part.attended),
                    Measure::Forms => count.add(part.form_returned),
                    Measure::DutyInTime => {}
                }
            }
            row(Some(agency.id().to_owned()), count)
        };
        agencies.into_iter().map(of_agency).gathered()
    }

    /// Was the duty of a measure done within its document's own time?
    fn in_time(&self, rule: &Rule, meeting: &Meeting) -> Answer {
        let duties = self.stack.rules(|pack| pack.list_deadlines);
        let timed = duties.iter().find_map(|(_, duty): &(&Pack, &Duty)| (Some(duty.duty) == rule.duty).then_some(duty.within).flatten());
        let done = meeting.done.as_ref().zip(rule.duty).and_then(|(done, duty)| done.get(duty));
        match (timed, meeting.ended_at, done) {
            (Some(limit), Some(ended), Some(done)) => list_deadlines::due(limit, ended, &self.stack.calendar)
                .map_or(Answer::Unknown, |due| (done.instant() <= due.instant()).into()),
            _ => Answer::Unknown,
        }
    }

    fn decision(self) -> Decision<'r, Quarter<'r>> {
        let (inside, outside): (Vec<&Meeting>, Vec<&Meeting>) = self.facts.meetings.iter().partition(|meeting| self.is_in_quarter(meeting));
        let (provisional, counted): (Vec<&Meeting>, Vec<&Meeting>) = inside.into_iter().partition(|meeting| meeting.settled.is_no());
        let rules = self.stack.rules(|pack| pack.report_quarter);
        let smallest = rules.iter().map(|(_, rule)| rule.smallest_shown).max().unwrap_or_default();
        let measures: Vec<Measured<'r>> = rules
            .iter()
            .map(|(_, rule)| Measured { id: rule.id, measure: rule.measures, text: Said::of_rule(*rule), rows: self.rows(rule, &counted) })
            .gathered();
        let mut cautions = self.stack.cautions(Question::ReportQuarter, &|_| Answer::Unknown, &|_| true);
        if rules.is_empty() {
            cautions.push(Caution::of(NO_FIGURES));
        }
        if measures.iter().flat_map(|measure| &measure.rows).any(|row| row.of.suppressed || row.count.suppressed) {
            cautions.push(Caution::of(SMALL_NUMBERS));
        }
        cautions.gather(self.stack.standing_cautions());
        let meetings = figure(counted.len() as u32, smallest);
        Decision {
            settled: true,
            because: rules.iter().map(|(pack, rule)| pack.cite(*rule)).gathered(),
            also_applies: Vec::new(),
            set_aside: Vec::new(),
            ask: Vec::new(),
            cautions,
            basis: self.stack.basis(false),
            answer: Quarter {
                heading: heading(meetings, measures.is_empty()),
                meetings,
                provisional_left_out: provisional.len() as u32,
                outside_left_out: outside.len() as u32,
                csv: csv(&measures),
                measures,
            },
        }
    }
}

fn heading(meetings: Figure, no_measures: bool) -> Said {
    match (no_measures, meetings.number) {
        (true, _) => NO_QUARTERLY_FIGURES.said(),
        (false, Some(1)) => ONE_MEETING.said(),
        (false, Some(number)) => MEETINGS_COUNTED.with([("number", number.to_string().into())]),
        (false, None) => TOO_FEW.said(),
    }
}

/// Nothing at all points to nobody; anything below the smallest number shown could.
fn figure(number: u32, smallest: u32) -> Figure {
    let suppressed = 0 < number && number < smallest;
    Figure { number: (!suppressed).then_some(number), suppressed }
}

fn row(agency: Option<String>, count: &Count, smallest: u32) -> Row {
    let of = figure(count.of, smallest);
    // A count close to the whole would give away the few that are missing.
    let missing_few = figure(count.of - count.count, smallest).suppressed;
    let counted = figure(count.count, smallest);
    let hidden = of.suppressed || counted.suppressed || missing_few;
    let shown = if hidden { Figure { number: None, suppressed: true } } else { counted };
    Row {
        agency,
        of,
        count: shown,
        per_cent: shown.number.filter(|_| count.of > 0).map(|number| (number * 100 + count.of / 2) / count.of),
        not_recorded: figure(count.not_recorded, smallest),
    }
}

fn csv(measures: &[Measured<'_>]) -> String {
    let mut csv = "rule,measure,agency,of,count,per cent,not recorded\r\n".to_owned();
    for measure in measures {
        for row in &measure.rows {
            let number = |figure: Figure| figure.number.map_or_else(|| "not shown".to_owned(), |number| number.to_string());
            let per_cent = row.per_cent.map_or_else(String::new, |share| share.to_string());
            let agency = row.agency.as_deref().map(quoted).unwrap_or_default();
            let cells = [
                measure.id.to_owned(),
                measure.measure.id().to_owned(),
                agency,
                number(row.of),
                number(row.count),
                per_cent,
                number(row.not_recorded),
            ];
            csv.push_str(&cells.join(","));
            csv.push_str("\r\n");
        }
    }
    csv
}

/// A cell that no spreadsheet takes for a formula.
fn quoted(text: &str) -> String {
    let guard = if text.starts_with(['=', '+', '-', '@']) { "'" } else { "" };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}
