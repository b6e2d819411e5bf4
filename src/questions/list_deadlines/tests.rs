//! How limits are counted, and how the rules of one duty are put together.

use super::ListDeadlines;
use super::answer::{Deadline, Who};
use super::facts::{Done, Facts};
use super::time::due;
use crate::engine::question::Question;
use crate::engine::rulebook::Rulebook;
use crate::engine::scope::Scope;
use crate::value::known::Known;
use crate::value::limit::Limit;
use crate::value::moment::Moment;

fn at(words: &str) -> Moment {
    Moment::from_words(words).unwrap()
}

fn counted(limit: &str, start: &str) -> Option<String> {
    let due = due(Limit::from_words(limit).unwrap(), at(start), Rulebook::built_in().calendar());
    due.map(|due| due.in_words())
}

/// A duty of a strategy meeting in one area.
fn deadline(duty: &str, known: Known, done: Option<Done>) -> Deadline {
    let done = done.map(|done| [(duty, done)].into_iter().collect());
    let facts = Facts { duty: Some(duty.to_owned()), known, done, ..Facts::default() };
    let mut answer = ListDeadlines::decide(&Scope::area("county-durham"), &facts, &Rulebook::built_in()).unwrap().answer;
    assert_eq!(answer.deadlines.len(), 1);
    answer.deadlines.remove(0)
}

#[test]
fn hours_are_elapsed_hours_and_days_end_at_midnight() {
    assert_eq!(counted("within 24 hours", "2026-03-28T15:00").as_deref(), Some("2026-03-29T16:00:00+01:00"));
    assert_eq!(counted("by then", "2026-03-28T15:00").as_deref(), Some("2026-03-28T15:00:00+00:00"));
    assert_eq!(counted("within 2 days", "2026-03-27T15:00").as_deref(), Some("2026-03-29T23:59:59+01:00"));
    assert_eq!(counted("within 3 working days", "2026-12-23T15:00").as_deref(), Some("2026-12-30T23:59:59+00:00"));
    assert_eq!(counted("within 1 week", "2026-12-23T15:00").as_deref(), Some("2026-12-30T23:59:59+00:00"));
    assert_eq!(counted("as soon as practicable", "2026-12-23T15:00"), None);
}

#[test]
fn months_are_cut_to_the_end_of_a_shorter_one() {
    assert_eq!(counted("within 3 months", "2026-11-30T09:00").as_deref(), Some("2027-02-28T23:59:59+00:00"));
    let report = |last: &str| deadline("quarterly-report", Known::default().with("lastQuarterlyReportAt", last), None);
    assert!(report("2026-11-30").cut_to_month_end);
    assert!(!report("2026-11-28").cut_to_month_end);
}

#[test]
fn people_of_several_rules_are_united_and_each_stands_once() {
    let ids = |people: &[Who]| people.iter().map(|who| who.id.to_string()).collect::<Vec<_>>();
    let proforma = deadline("proforma", Known::default(), None);
    assert_eq!(ids(&proforma.by), ["chair", "team-coordinator"]);
    assert_eq!(ids(&proforma.to), ["health-spoc", "police-spoc", "referring-agency", "relevant-agencies", "gp-practices"]);
    let documents: Vec<(&str, usize)> = proforma.documents.iter().map(|sent| (&*sent.document, sent.to.len())).collect();
    assert_eq!(documents, [("proforma", 4), ("appendix-2", 1)]);
}

fn in_words(deadline: &Deadline) -> Option<String> {
    deadline.due.map(|due| due.in_words())
}

#[test]
fn a_duty_is_never_due_after_the_moment_that_needs_it() {
    let known = Known::default().with("spocRequestAt", "2026-03-02T09:00").with("immediateRisk", "medium");
    let usual = deadline("spoc-response", known.clone(), None);
    assert_eq!((in_words(&usual).as_deref(), usual.capped_by), (Some("2026-03-04T09:00:00+00:00"), None));
    let capped = deadline("spoc-response", known.with("meetingStart", "2026-03-03T10:00"), None);
    assert_eq!((in_words(&capped).as_deref(), capped.capped_by.as_deref()), (Some("2026-03-03T10:00:00+00:00"), Some("meetingStart")));
}

#[test]
fn the_shorter_time_holds_until_somebody_says_no() {
    let response = |known: Known| deadline("spoc-response", known.with("spocRequestAt", "2026-03-02T09:00"), None);
    let silent = response(Known::default());
    assert_eq!((in_words(&silent).as_deref(), silent.provisional), (Some("2026-03-02T10:00:00+00:00"), true));
    let yes = response(Known::default().with("immediateRisk", "highest"));
    assert_eq!((in_words(&yes).as_deref(), yes.provisional), (Some("2026-03-02T10:00:00+00:00"), false));
    let no = response(Known::default().with("immediateRisk", "medium"));
    assert_eq!((in_words(&no).as_deref(), no.provisional), (Some("2026-03-04T09:00:00+00:00"), false));
}

#[test]
fn what_is_late_is_told_in_the_unit_of_its_limit() {
    let known = Known::default().with("meetingEndedAt", "2026-03-02T15:00");
    let late = |duty: &str, done: &str| {
        let deadline = deadline(duty, known.clone(), Some(Done { at: Some(at(done)), channel: None }));
        (deadline.late_by_minutes, deadline.late_by_days)
    };
    assert_eq!(late("decisions", "2026-03-03T15:00"), (None, None));
    assert_eq!(late("decisions", "2026-03-03T15:00:01"), (Some(1), None));
    assert_eq!(late("minutes", "2026-03-05T23:59"), (None, None));
    assert_eq!(late("minutes", "2026-03-07T00:00"), (None, Some(2)));
}
