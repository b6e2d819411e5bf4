//! **When is each of very many cases due?** The same rules, of which nothing but the times is told.
//!
//! What a combination of facts comes to is worked out once, by the rules that `classify-concern` goes by; what a time comes to
//! from a day is counted once, by the calendar. A case is then two things looked up and joined by the same join.

mod days;
mod making;
mod plans;

use super::concern::Name;
use super::facts::Facts;
use super::rule::From;
use super::starts::{Begun, capped};
use crate::engine::input;
use crate::engine::rulebook::Rulebook;
use crate::error::{Code, Error};
use crate::value::given::Why;
use crate::value::json::Json;
use crate::value::moment::ReadAs;
use crate::value::timescale::Timescale;
use days::{Day, Ends, LAST, number};
use making::{Common, columns};
use plans::Plans;

/// As many facts have room beside each other in the bits of one number.
const MOST_FACTS: usize = 14;

/// Beside the facts: was the moment given at which the need for immediate action arose, and any moment at all?
const ACTION_TOLD: u32 = 1 << 30;
const BEGUN: u32 = 1 << 31;

/// Cases beside each other, field by field. Of a column that is empty nothing is known.
#[derive(Clone, Copy, Debug, Default)]
pub struct Columns<'c> {
    /// The facts of each, two bits a fact in the order of [`Timetable::facts`]: 0 where nobody said anything, 1 yes, 2 no, 3
    /// "unknown". Behind them one bit each: are all others considered, and is a reason on record?
    pub facts: &'c [u32],
    /// When the concern was identified: days after 1 January 1970, and 0 where it is not known.
    pub concerns_identified_at: &'c [u32],
    /// When the referral was received.
    pub referral_received_at: &'c [u32],
    /// When the need for immediate action arose.
    pub immediate_action_at: &'c [u32],
}

/// When a case is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// The last day, in days after 1 January 1970; 0 where there is none.
    pub due_by: u32,
    /// The timescale that governs, by its place among [`Timetable::timescales`].
    pub timescale: Option<u8>,
    /// The most urgent timescale that is met.
    pub most_urgent_timescale: Option<u8>,
    /// Is there nothing to ask?
    pub settled: bool,
}

impl Due {
    const NONE: Due = Due { due_by: 0, timescale: None, most_urgent_timescale: None, settled: true };
}

/// A time that rules give: how long there is, and from when.
#[derive(Debug)]
struct Column {
    time: (Timescale, From),
    /// The place of its timescale.
    rank: u8,
    /// For each set of the moments that were told, whether it asks for another.
    asks: u8,
}

/// The times of cases that have documents, a day and a calendar in common.
#[derive(Debug)]
pub struct Timetable {
    common: Common,
    now: Option<Day>,
    ends: Ends,
    plans: Plans,
}

impl Rulebook {
    /// The timetable of cases that have this in common, as JSON text: `area` or `packs`, `asOf`, `national`, `now`,
    /// `othersConsidered` and `bankHolidays`, as `classify-concern` takes them.
    ///
    /// # Errors
    /// An [`Error`] where these are refused, where anything else is told, or where the documents count hours and `now` is no day
    /// alone.
    ///
    /// ```
    /// use safeguarding_rules::Rulebook;
    /// use safeguarding_rules::classify_concern::Columns;
    ///
    /// let mut timetable = Rulebook::built_in().timetable(r#"{"area": "generic", "othersConsidered": true}"#)?;
    /// let serious = timetable.facts().iter().position(|fact| fact == "seriousRisk").unwrap();
    /// // Friday 6 March 2026: one case with a serious risk, and one without.
    /// let cases = Columns { facts: &[1 << (2 * serious), 0], referral_received_at: &[20_518, 20_518], ..Columns::default() };
    /// let mut due_by = [0; 2];
    /// timetable.time(cases, 0, |case, due| due_by[case] = due.due_by)?;
    /// assert_eq!(due_by, [20_518, 20_523]);
    /// # Ok::<(), safeguarding_rules::Error>(())
    /// ```
    #[inline(never)]
    pub fn timetable(&self, common: &str) -> Result<Timetable, Error> {
        let (scope, facts) = input::read::<Facts>(&Json::parse(common)?)?;
        check_common(&facts)?;
        let stack = self.stack(&scope)?;
        let calendar = stack.calendar.with(facts.bank_holidays.as_deref())?.into_owned();
        let names: Vec<String> = Name::of_all(&stack).into_iter().map(|name| name.spelt).collect();
        if names.len() > MOST_FACTS {
            return Err(Error::new(Code::Scope, "", format!("expected documents with at most {MOST_FACTS} facts of a concern")));
        }
        let (timescales, columns) = columns(&stack, &calendar);
        let counts_hours = timescales.iter().any(|timescale| matches!(timescale, Timescale::Hours(_)));
        if counts_hours && facts.now.is_some_and(|now| now.read() != ReadAs::AsStartOfDay) {
            return Err(Error::new(Code::BadDate, "now", "expected a day such as 2026-03-02: these documents count hours"));
        }
        let now = facts.now.and_then(|now| Day::new(number(now.date())));
        let ends = Ends::of(columns.len());
        let common = Common { rulebook: self.clone(), stack, calendar, scope, facts, names, timescales, columns };
        Ok(Timetable { common, now, ends, plans: Plans::new() })
    }
}

impl Timetable {
    /// The facts of a concern, in the order of their bits.
    #[must_use]
    pub fn facts(&self) -> &[String] {
        &self.common.names
    }

    /// The timescales, the most urgent first.
    #[must_use]
    pub fn timescales(&self) -> &[Timescale] {
        &self.common.timescales
    }

    /// Is a text a reason that a longer time may rest on, as `complexReason` takes it? One that names a kind of concern is more than
    /// that: [`Rulebook::names_a_kind`] tells it.
    #[must_use]
    pub fn is_reason(text: &str) -> bool {
        Why::from(text).for_a_later_time().is_some()
    }

    /// Tells of each case when it is due. `first` is the place of the first among all, by which a refusal names a case.
    ///
    /// # Errors
    /// An [`Error`] that names the first case with a number that means nothing. Of none before it the answer is wrong.
    pub fn time(&mut self, cases: Columns<'_>, first: usize, mut tell: impl FnMut(usize, Due)) -> Result<(), Error> {
        let Timetable { common, now, ends, plans } = self;
        let beyond = u32::MAX << (2 * common.names.len() + 2);
        for (case, facts) in cases.facts.iter().copied().enumerate() {
            let told = [cases.concerns_identified_at, cases.referral_received_at, cases.immediate_action_at];
            let told = told.map(|column| column.get(case).copied().unwrap_or_default());
            if facts & beyond != 0 || told.iter().any(|day| *day > LAST) {
                return Err(refused(facts & beyond != 0, told).in_item(first + case).in_field("cases"));
            }
            let capped = |day: Day| capped(day, *now, |day| *day);
            let begun = Begun::of(told.map(|number| Day::new(number).map(capped)), |day| *day);
            let action = if begun.action.is_some() { ACTION_TOLD } else { 0 };
            let combination = facts | action | if begun.earliest.is_some() { BEGUN } else { 0 };
            let due = loop {
                match plans.get(combination).map(|plan| plan.due(&begun, &common.columns, ends)) {
                    Some(Ok(due)) => break due,
                    Some(Err(day)) => ends.count_from(day, &common.columns, &common.calendar),
                    None => plans.keep(combination, common.plan(combination)),
                }
            };
            tell(case, due);
        }
        Ok(())
    }
}

/// Refuses what belongs to each case, and is not told of all.
fn check_common(facts: &Facts) -> Result<(), Error> {
    let of_each = [
        ("concerns", facts.concerns.is_some()),
        ("concernTypes", facts.concern_types.is_some()),
        ("complexReason", facts.complex_reason.is_some()),
        ("child", facts.child.is_some()),
        ("children", facts.children.is_some()),
        ("held", facts.held.is_some()),
        ("previousResult", facts.previous_result.is_some()),
        ("lengthening", facts.lengthening.is_some()),
        ("planned", facts.planned.is_some()),
        ("concernsIdentifiedAt", facts.concerns_identified_at.is_some()),
        ("referralReceivedAt", facts.referral_received_at.is_some()),
        ("immediateActionAt", facts.immediate_action_at.is_some()),
        ("closeOfDay", facts.close_of_day.is_some()),
    ];
    let told = of_each.into_iter().find(|(_, is_told)| *is_told);
    told.map_or(Ok(()), |(field, _)| Err(Error::new(Code::UnknownField, field, "expected this of each case, not of all")))
}

#[cold]
#[inline(never)]
fn refused(facts: bool, told: [u32; 3]) -> Error {
    if facts {
        return Error::expected(Code::BadInput, "bits of the facts that these documents ask for").in_field("facts");
    }
    let fields = ["concernsIdentifiedAt", "referralReceivedAt", "immediateActionAt"];
    let field = fields.iter().zip(told).find(|(_, day)| *day > LAST).map_or("", |(field, _)| field);
    Error::expected(Code::BadInput, "days after 1 January 1970, up to the year 2199").in_field(field)
}
