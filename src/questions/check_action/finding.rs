//! What one rule finds in one action.

use chrono::{Months, NaiveDate};

use super::answer::Finding;
use super::elsewhere::{is_unsettled, says_nothing_itself};
use super::facts::Action;
use super::owner::is_somebody;
use super::progress::{carried_over_until, is_over};
use super::rule::{Check, Own};
use super::sentence::Sentence;
use super::words::{Says, judged, says};
use crate::pack::Pack;
use crate::pack::rule::Rule;
use crate::text::dates::said;
use crate::text::sentences::*;
use crate::text::{self, Said};
use crate::value::Text;
use crate::value::truth::Truth;
use crate::value::written_day::{self, NoDay};

/// From the meeting to the review: when an action can be due.
#[derive(Clone, Copy, Debug)]
pub(super) struct Window {
    pub from: Option<NaiveDate>,
    pub until: Option<NaiveDate>,
}

impl Window {
    /// Does the review lie before the meeting? Then no action is due too late by it.
    pub(super) fn is_turned_round(self) -> bool {
        self.from.zip(self.until).is_some_and(|(meeting, review)| review < meeting)
    }

    /// Is a day more than a year after the meeting?
    pub(super) fn is_years_away(self, day: NaiveDate) -> bool {
        self.from.and_then(|meeting| meeting.checked_add_months(Months::new(12))).is_some_and(|last| day > last)
    }
}

/// The sentence where a criterion is met; the code and what is lacking where it is not.
type Found = Result<&'static text::Sentence, (&'static str, Said)>;

/// What one rule finds in one action; none where it is no criterion of an action.
pub(super) fn finding(action: &Action, window: Window, rule: &Rule<Own>, pack: &Pack) -> Option<Finding> {
    let read = |text: &Option<String>| text_says(text.as_deref(), rule, pack);
    let found = match rule.own.checks {
        Check::Specific => specific(read(&action.specific)),
        Check::Measurable => measurable(read(&action.quantity).max(read(&action.indicator))),
        Check::Assignable => assignable(read(&action.owner)),
        Check::Realistic => realistic(read(&action.realistic_result), action.resources_confirmed),
        Check::TimeRelated => time_related(action, window),
        Check::DiscussedWithFamily | Check::AtLeastOneAgreedAction | Check::OwnersAndTimes | Check::ReviewDate => return None,
    };
    let (met, code, text) = match found {
        Ok(sentence) => (true, "met", sentence.said()),
        Err((code, text)) => (false, code, text),
    };
    let mend = (!met).then(|| Text::clone(&rule.own.mend));
    Some(Finding { criterion: rule.own.checks, met, code, text, mend, rule: Text::clone(&rule.cite.id) })
}

/// What a text says: judged by the pack's wording, or, in a pack that has none, by whether a word is left.
fn text_says(text: Option<&str>, rule: &Rule<Own>, pack: &Pack) -> Says {
    let (filler, nothing) = (pack.words.filler.as_ref(), rule.own.says_nothing.as_ref());
    let Some(wording) = &pack.words.wording else { return says(text, [filler, nothing]) };
    let sentence = |words: &[String]| Sentence::read(words, wording, filler, rule.own.names_an_area.as_ref());
    judged(text, |words, text| match rule.own.checks {
        Check::Assignable => is_somebody(text, wording),
        _ if says_nothing_itself(words, wording, [filler, nothing]) => false,
        Check::Specific => sentence(words).says_what_is_done(),
        _ => !is_unsettled(words) && sentence(words).says_what_shows(),
    })
}

fn lacking(sentence: &'static text::Sentence) -> Found {
    Err((sentence.code, sentence.said()))
}

fn specific(says: Says) -> Found {
    match says {
        Says::Blank => lacking(SPECIFIC_MISSING),
        Says::Nothing => lacking(SPECIFIC_TOO_VAGUE),
        Says::Something => Ok(SPECIFIC_MET),
    }
}

/// A quantity or an indicator: whichever says more.
fn measurable(says: Says) -> Found {
    match says {
        Says::Blank => lacking(MEASURABLE_MISSING),
        Says::Nothing => lacking(MEASURABLE_TOO_VAGUE),
        Says::Something => Ok(MEASURABLE_MET),
    }
}

fn assignable(says: Says) -> Found {
    match says {
        Says::Blank => lacking(OWNER_MISSING),
        Says::Nothing => lacking(OWNER_NOT_A_PERSON),
        Says::Something => Ok(OWNER_MET),
    }
}

fn realistic(result: Says, resources_confirmed: Truth) -> Found {
    match (result, resources_confirmed) {
        (Says::Blank | Says::Nothing, _) => lacking(RESULT_MISSING),
        (Says::Something, Truth::Yes) => Ok(REALISTIC_MET),
        (Says::Something, Truth::No) => lacking(RESOURCES_NOT_AVAILABLE),
        (Says::Something, Truth::Unknown) => lacking(RESOURCES_NOT_ATTESTED),
    }
}

fn time_related(action: &Action, window: Window) -> Found {
    let due = action.due.as_deref();
    let told = |sentence: &'static text::Sentence, due| Err((sentence.code, sentence.with([("date", said(due).into())])));
    match written_day::read(due.unwrap_or_default(), window.from) {
        Err(_) if says(due, [None, None]) == Says::Blank => lacking(DUE_MISSING),
        Err(NoDay::NotADate) => lacking(DUE_NOT_A_DATE),
        Err(NoDay::MonthAlone) => lacking(DUE_MONTH_ALONE),
        Err(NoDay::NotInCalendar) => lacking(DUE_NOT_IN_CALENDAR),
        Err(NoDay::OtherWeekday(date)) => told(DUE_OTHER_WEEKDAY, date),
        Ok(due) => {
            // What was carried over is to be done by its new day; its first may have passed.
            let carried = carried_over_until(action);
            let is_before = |day| window.from.is_some_and(|meeting| day < meeting) && (carried.is_some() || !is_over(action));
            match carried.or(due) {
                Some(day) if is_before(day) => told(DUE_BEFORE_MEETING, day),
                Some(day) if !window.is_turned_round() && window.until.is_some_and(|review| day > review) => told(DUE_AFTER_REVIEW, day),
                // A slip of the pen: `2062` for `2026`.
                Some(day) if window.is_years_away(day) => told(DUE_YEARS_AWAY, day),
                _ => Ok(DUE_MET),
            }
        }
    }
}
