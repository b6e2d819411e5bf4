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
use crate::pack::table::TableReader;
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

/// How each table of rules is read.
pub(crate) const TABLES: &[TableReader] = &[
    TableReader::of::<classify_concern::rule::Own>(),
    TableReader::of::<list_attendees::rule::Own>(),
    TableReader::of::<check_action::rule::Own>(),
    TableReader::of::<record_consent_basis::rule::Own>(),
    TableReader::of::<record_consent_basis::rule::LawfulBasis>(),
    TableReader::of::<choose_meeting::rule::Own>(),
    TableReader::of::<list_deadlines::rule::Own>(),
    TableReader::of::<make_checklist::rule::Own>(),
    TableReader::of::<resolve_disagreement::rule::Own>(),
    TableReader::of::<report_quarter::rule::Own>(),
];

/// A question by its name, however it is spelt.
pub(crate) fn named(name: &str) -> Result<&'static Listed, Error> {
    let name = kebab(name);
    let names = || QUESTIONS.iter().map(|question| question.name).collect::<Vec<_>>().join(", ");
    let unknown = || Error::expected(Code::BadWord, format_args!("one of {}", names()));
    QUESTIONS.iter().find(|question| question.name == name).ok_or_else(unknown)
}
