//! The questions. One question, one folder; each begins with the question as a practitioner asks it.

pub mod check_action;
pub mod choose_meeting;
pub mod classify_concern;
pub mod list_attendees;
pub mod list_deadlines;
pub mod make_checklist;
pub mod record_consent_basis;
pub mod report_quarter;
pub mod resolve_disagreement;

use crate::engine::question::Listed;
use crate::error::{Code, Error};
use crate::pack::table::{OfTable, Task};
use crate::value::spelling::kebab;

/// Every question, in the order in which packs hold their tables.
pub(crate) const QUESTIONS: &[Listed] = &[
    Listed::of::<classify_concern::ClassifyConcern>(),
    Listed::of::<list_attendees::ListAttendees>(),
    Listed::of::<check_action::CheckAction>(),
    Listed::of::<check_action::CheckPlan>(),
    Listed::of::<record_consent_basis::RecordConsentBasis>(),
    Listed::of::<choose_meeting::ChooseMeeting>(),
    Listed::of::<list_deadlines::ListDeadlines>(),
    Listed::of::<make_checklist::MakeChecklist>(),
    Listed::of::<resolve_disagreement::ResolveDisagreement>(),
    Listed::of::<report_quarter::ReportQuarter>(),
];

/// A task for each table of rules.
pub(crate) fn tables<K: Task>() -> Vec<OfTable<K>> {
    vec![
        OfTable::of::<classify_concern::rule::Own>(),
        OfTable::of::<list_attendees::rule::Own>(),
        OfTable::of::<check_action::rule::Own>(),
        OfTable::of::<record_consent_basis::rule::Own>(),
        OfTable::of::<record_consent_basis::rule::LawfulBasis>(),
        OfTable::of::<choose_meeting::rule::Own>(),
        OfTable::of::<list_deadlines::rule::Own>(),
        OfTable::of::<make_checklist::rule::Own>(),
        OfTable::of::<resolve_disagreement::rule::Own>(),
        OfTable::of::<report_quarter::rule::Own>(),
    ]
}

/// A question by its name, however it is spelt.
pub(crate) fn named(name: &str) -> Result<&'static Listed, Error> {
    let name = kebab(name);
    let names = || QUESTIONS.iter().map(|question| question.name).collect::<Vec<_>>().join(", ");
    let unknown = || Error::expected(Code::BadWord, format_args!("one of {}", names()));
    QUESTIONS.iter().find(|question| question.name == name).ok_or_else(unknown)
}
