//! The questions. One question, one file; the file begins with the question as a practitioner asks it.

pub mod check_action;
pub mod classify_concern;
pub mod list_attendees;
pub mod record_consent_basis;
