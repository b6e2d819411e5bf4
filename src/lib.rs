//! Rules of safeguarding meetings: how soon, with whom, with which actions, and on what basis information is shared,
//! each answer with the document and paragraph it rests on.
//!
//! It decides nothing for anybody: the chair and the manager decide. In immediate danger, 999 comes first.
//!
//! ```
//! use safeguarding_rules::classify_concern::Facts;
//! use safeguarding_rules::{Moment, Rulebook, Scope, Truth};
//!
//! let rulebook = Rulebook::built_in();
//! let facts = Facts {
//!     concerns: Some([("seriousRisk", Truth::Yes)].into_iter().collect()),
//!     others_considered: Some(true),
//!     concerns_identified_at: Moment::from_words("2026-03-06T15:00"),
//!     referral_received_at: Moment::from_words("2026-03-06T16:59"),
//!     ..Facts::default()
//! };
//! let decision = rulebook.classify_concern(&Scope::area("generic"), &facts)?;
//!
//! assert_eq!(decision.answer.due_by.map(|date| date.to_string()).as_deref(), Some("2026-03-06"));
//! assert_eq!(&*decision.because[0].words, "held on the same day as the receipt of the referral");
//! # Ok::<(), safeguarding_rules::Error>(())
//! ```
//!
//! Each question has a method of [`Rulebook`] and a module with its facts and its answer:
//!
//! | question | method |
//! |---|---|
//! | How soon must the strategy meeting be held? | [`Rulebook::classify_concern`] |
//! | Who must, should and may attend? | [`Rulebook::list_attendees`] |
//! | Is this action SMART, and is the plan complete? | [`Rulebook::check_action`], [`Rulebook::check_plan`] |
//! | On what basis may information be shared? | [`Rulebook::record_consent_basis`] |
//! | Which meeting does this call for? | [`Rulebook::choose_meeting`] |
//! | What falls due, for whom, by when? | [`Rulebook::list_deadlines`] |
//! | What must be ready? | [`Rulebook::make_checklist`] |
//! | We disagree: what is the next step? | [`Rulebook::resolve_disagreement`] |
//! | How did our meetings do this quarter? | [`Rulebook::report_quarter`] |
//!
//! Every answer is a [`Decision`] of one shape. Times are London times where they carry no offset, days are London days, and
//! limits are counted in working days of England and Wales. What cannot be read is refused with an [`Error`], which names the
//! field and what was expected and never repeats what was typed.

#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod ask;
#[cfg(feature = "author")]
pub mod author;
mod calendar;
mod check;
mod engine;
mod error;
mod pack;
mod packs;
mod questions;
#[cfg(feature = "schema")]
pub mod schema;
mod text;
mod value;

pub use calendar::{AddedHoliday, Calendar};
pub use engine::basis::{Basis, PackBasis};
pub use engine::decision::{Ask, Caution, Cited, Decision, Level};
pub use engine::rulebook::Rulebook;
pub use engine::scope::Scope;
pub use error::{Code, Error};
pub use pack::Pack;
pub use pack::document::Document;
pub use pack::rule::Force;
pub use packs::sealed_packs;
pub use questions::{
    check_action, choose_meeting, classify_concern, list_attendees, list_deadlines, make_checklist, record_consent_basis, report_quarter,
    resolve_disagreement,
};
pub use text::Said;
pub use value::Text;
pub use value::agency::Agency;
pub use value::entries::Entries;
pub use value::family::{FamilyMember, Relation};
pub use value::given::{Role, Why};
pub use value::known::{Known, KnownOfChild, Stated};
pub use value::limit::{Cycle, Limit};
pub use value::meeting::{Attendance, Format, MeetingType};
pub use value::moment::{Moment, TimeOfDay};
pub use value::planned::{Planned, Reason};
pub use value::timescale::Timescale;
pub use value::truth::Truth;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct ReadMe;
