//! The questions. One question, one file; the file begins with the question as a practitioner asks it.

pub mod check_action;
pub mod choose_meeting;
pub mod classify_concern;
pub mod list_attendees;
pub mod list_deadlines;
pub mod make_checklist;
pub mod record_consent_basis;
pub mod report_quarter;
pub mod resolve_disagreement;
